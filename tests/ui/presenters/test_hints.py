from __future__ import annotations

import pytest
from msgspec.structs import replace

from fsdesk.plans import checks, samples
from fsdesk.plans.examples import a_bare_plan, a_child
from fsdesk.plans.model import Answer, ScratchNote, Span, SpanKind, Strength, Worry, WorryLevel
from fsdesk.ui.presenters.hints import (
    PAUSE,
    HintsPresenter,
    hint_at,
    hints_at,
    hints_in,
)
from fsdesk.ui.presenters.spots import Spot
from tests.ui.presenters.fakes import Clock, Desk

PLAN = a_bare_plan(people=[a_child("Callum", 9)])
NOTE = "More time would help. Callum won't engage with the Saturday club. We'll see."
SPOT = Spot("scratch", "n", "text")


def test_a_note_is_read_with_its_place_its_reason_and_kinder_words():
    [hint] = hints_in(NOTE, PLAN)

    assert "won't engage" == hint.words == NOTE[hint.start : hint.end]
    assert hint.why
    assert all(hint.instead)
    assert "Callum won't engage with the Saturday club." == NOTE[hint.whole.start : hint.whole.end]


def test_what_the_worker_keeps_is_remembered_for_this_plan():
    [hint] = hints_in(NOTE, PLAN)
    kept = replace(PLAN, answers=(Answer(id="a", rule=hint.rule, where=hint.entry),))

    assert () == hints_in(NOTE, kept)


def test_a_sentence_with_words_that_are_kept_is_not_reworded_whole():
    """It would take away what the worker wants to keep."""
    text = "Callum failed to attend the clinic and he refused a support worker."
    first, second = hints_in(text, PLAN)
    kept = replace(PLAN, answers=(Answer(id="a", rule=first.rule, where=first.entry),))

    assert first.whole == second.whole is not None
    assert [None] == [hint.whole for hint in hints_in(text, kept)]


@pytest.mark.parametrize(("expected", "beyond"), [(True, 0), (True, 5), (True, 12), (False, -1), (False, 13)])
def test_the_cursor_rests_on_words_at_their_edges_too(expected, beyond):
    [hint] = hints_in(NOTE, PLAN)

    assert expected is (hint_at([hint], NOTE.index("won't") + beyond) is hint)


@pytest.mark.parametrize("name", list(samples.CODES))
def test_names_of_the_plan_are_left_alone(name):
    """A family is never told that its own name could be said more kindly."""
    plan = samples.load(name)
    names = " and ".join([plan.family_name, *(person.name for person in plan.people)])

    assert () == hints_in(f"We met {names}.", plan)


A_FACT = "Kirsty is manipulative and refused support."


@pytest.mark.parametrize(
    ("place", "is_read"),
    [
        (Spot("scratch", "n", "text"), True),
        (Spot("worries", "everyday", "text"), True),
        (Spot("worries", "serious", "text"), False),
        (Spot("worries", "serious", "already_safe"), False),
        (Spot("strengths", "s", "text"), False),
        (Spot("nowhere", "x", "text"), False),
    ],
)
def test_a_text_is_read_as_a_check_reads_it(place, is_read):
    """Plain facts of a serious worry are never softened, and strengths are left as they are."""
    words = (Span(text=A_FACT),)
    plan = replace(
        PLAN,
        scratch=(ScratchNote(id="n", text=words),),
        strengths=(Strength(id="s", text=words),),
        worries=(
            Worry(id="everyday", text=words),
            Worry(id="serious", text=words, level=WorryLevel.SERIOUS),
        ),
    )

    assert is_read is bool(hints_at(A_FACT, plan, place))


@pytest.mark.parametrize("name", list(samples.CODES))
def test_hints_meet_nothing_that_a_check_of_the_plan_does_not(name):
    """The wavy lines and the coach never say different things of the same words."""
    plan = samples.load(name)
    checked = {
        one.entry for one in checks.check(plan, plan.sample_today).findings if one.rule.startswith("W-")
    }
    met = {
        hint.entry
        for collection in ("worries", "goals", "options", "steps", "team", "shares", "strengths")
        for record in getattr(plan, collection)
        for field in record.__struct_fields__
        for at, span in enumerate(_runs(record, field))
        for hint in hints_at(span.text, plan, Spot(collection, record.id, field, at), span.lang)
    }

    assert met <= checked


def _runs(record, field):
    held = getattr(record, field)
    runs = held if isinstance(held, tuple) else ()
    return [one for one in runs if isinstance(one, Span) and one.kind is SpanKind.WORKER]


class Reading:
    def __init__(self) -> None:
        self.desk, self.clock = Desk(), Clock()
        self.shown: list[tuple] = []
        self.presenter = HintsPresenter(
            submit=self.desk.submit,
            after=self.clock.after,
            plan=lambda: replace(PLAN, scratch=(ScratchNote(id="n", text=(Span(text=NOTE),)),)),
            show=lambda spot, hints: self.shown.append((spot, len(hints))),
        )


def test_a_note_is_read_after_a_pause_and_an_older_reading_is_dropped():
    reading = Reading()
    reading.presenter.look_at(SPOT, NOTE)
    reading.clock.pass_by(PAUSE)
    reading.presenter.look_at(SPOT, "Callum likes the club.")
    reading.desk.run()
    before = list(reading.shown)
    reading.clock.pass_by(PAUSE)
    reading.desk.run()

    assert ([], [(SPOT, 0)]) == (before, reading.shown)


def test_a_spot_that_is_gone_is_read_no_more():
    reading = Reading()
    reading.presenter.look_at(SPOT, NOTE)
    reading.presenter.forget([SPOT])
    reading.clock.pass_by(PAUSE)

    assert [] == reading.desk.waiting


def test_all_notes_are_read_again_when_the_worker_kept_words():
    reading = Reading()
    reading.presenter.look_at(SPOT, NOTE)
    reading.clock.pass_by(PAUSE)
    reading.desk.run()
    reading.presenter.look_again()
    reading.desk.run()

    assert [(SPOT, 1), (SPOT, 1)] == reading.shown
