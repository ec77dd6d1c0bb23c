from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from fsdesk.desk import drafts, plans
from fsdesk.plans import samples
from fsdesk.plans.edits import Intent
from fsdesk.plans.model import ScratchNote, Span, SpanKind, Voice
from fsdesk.ui.presenters import spots
from fsdesk.ui.presenters.at_desk import PlanAtDesk, Unsettled
from fsdesk.ui.presenters.entries import entries_of
from fsdesk.ui.presenters.spots import Spot

TODAY = date(2026, 11, 20)


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
    assert ("Kerr", (), {}) == (opened.kept.plan.family_name, opened.unsettled, opened.kept.others)


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

    assert "Ring school" == now.plan.scratch[0].text[0].text
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

    assert ["one", "two"] == [note.text[0].text for note in now.plan.scratch]


def test_nothing_new_writes_nothing(desk, plan):
    PlanAtDesk(desk, plan).write(lambda one: one, Intent.WROTE)

    assert 1 == len(plans.history_of(desk, plan))


def test_a_plan_that_is_not_there_is_refused(desk):
    with pytest.raises(plans.NoSuchPlan):
        PlanAtDesk(desk, "not there").open()


def test_what_somebody_else_wrote_in_the_same_place_is_kept_beside_it(team):
    """Two laptops wrote without seeing each other: both versions are there, with who wrote the other."""
    plan = team.dan.begin(samples.load("F3")).plan
    team.dan.sends(team.isla)
    for laptop, text in (
        (team.dan, "A morning where naebody greets at all."),
        (team.isla, "A quiet morning."),
    ):
        spot = Spot("matters", "matter-mornings", "words")
        PlanAtDesk(laptop.desk, plan.id).write(
            partial(spots.with_text, spot=spot, text=text), Intent.CORRECTED_WORDS
        )
    team.isla.sends(team.dan)
    kept = PlanAtDesk(team.dan.desk, plan.id).read()
    [(place, [other])] = kept.others.items()
    [matter, *_] = entries_of(kept.plan, TODAY, kept.others)

    assert ("matters", "matter-mornings", "words") == place
    assert {"A morning where naebody greets at all.", "A quiet morning."} == {
        matter.fields[0].text,
        other.words,
    }
    assert other.who in ("Dan", "Isla")
    assert (f"Two versions. {other.who} wrote: “{other.words}”",) == matter.fields[0].below
