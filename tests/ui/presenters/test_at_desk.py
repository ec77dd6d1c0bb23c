from __future__ import annotations

import pytest

from fsdesk.desk import drafts, plans
from fsdesk.plans.edits import Intent
from fsdesk.plans.model import ScratchNote, Span, SpanKind, Voice
from fsdesk.ui.presenters import spots
from fsdesk.ui.presenters.at_desk import PlanAtDesk, Unsettled
from fsdesk.ui.presenters.spots import Spot


@pytest.fixture
def desk(team):
    return team.dan.desk


@pytest.fixture
def plan(desk) -> str:
    return plans.begin(desk, family_name="Kerr").plan.id


NOTE = Spot("scratch", "n", "text")
NEW = Spot("voices", "v", "words")


def a_note(text: str) -> ScratchNote:
    return ScratchNote(id="n", text=(Span(text=text),))


def test_opening_notes_that_it_was_opened(desk, plan):
    before = plans.listing(desk)[0].opened
    opened = PlanAtDesk(desk, plan).open()

    assert before is None
    assert plans.listing(desk)[0].opened is not None
    assert ("Kerr", ()) == (opened.plan.family_name, opened.unsettled)


def test_drafts_come_back_as_they_were_kept_the_latest_last(desk, plan):
    """With the card they belong to, where that is new, and outside history."""
    voice = Voice(id="v", person="shona", words=(Span(text="", kind=SpanKind.QUOTE, speaker="shona"),))
    kept = (Unsettled(NOTE, "Ring", 2, a_note("")), Unsettled(NEW, "Mornings without shouting 🌅", 25, voice))
    PlanAtDesk(desk, plan).keep(kept)

    assert kept == PlanAtDesk(desk, plan).open().unsettled
    assert 1 == len(plans.history_of(desk, plan))


def test_a_write_is_one_edit_and_lets_its_drafts_go(desk, plan):
    at_desk = PlanAtDesk(desk, plan)
    at_desk.keep([Unsettled(NOTE, "Ring school", 4, a_note(""))])
    now = at_desk.write(
        lambda one: spots.with_record(one, "scratch", a_note("Ring school")), Intent.ADDED, [NOTE]
    )

    assert "Ring school" == now.scratch[0].text[0].text
    assert [] == drafts.every(desk)
    assert 2 == len(plans.history_of(desk, plan))


def test_each_write_begins_from_the_plan_as_it_stands(desk, plan):
    """Two that wait for each other both arrive."""
    first, second = PlanAtDesk(desk, plan), PlanAtDesk(desk, plan)
    first.open(), second.open()
    first.write(lambda one: spots.with_record(one, "scratch", a_note("one")), Intent.ADDED)
    now = second.write(
        lambda one: spots.with_record(one, "scratch", ScratchNote(id="m", text=(Span(text="two"),))),
        Intent.ADDED,
    )

    assert ["one", "two"] == [note.text[0].text for note in now.scratch]


def test_nothing_new_writes_nothing(desk, plan):
    PlanAtDesk(desk, plan).write(lambda one: one, Intent.WROTE)

    assert 1 == len(plans.history_of(desk, plan))


def test_a_plan_that_is_not_there_is_refused(desk):
    with pytest.raises(plans.NoSuchPlan):
        PlanAtDesk(desk, "not there").open()
