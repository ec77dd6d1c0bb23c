from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from fsdesk.plans import samples
from fsdesk.plans.examples import a_bare_plan, a_child
from fsdesk.plans.model import Answer
from fsdesk.ui.presenters.hints import (
    PAUSE,
    Hint,
    HintsPresenter,
    Offer,
    Reworded,
    hint_at,
    hints_in,
    reworded,
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
    assert all(offer.words for offer in hint.offers)


def test_what_the_worker_keeps_is_remembered_for_this_plan():
    [hint] = hints_in(NOTE, PLAN)
    kept = replace(PLAN, answers=(Answer(id="a", rule=hint.rule, where=hint.entry),))

    assert () == hints_in(NOTE, kept)


def test_only_whole_words_can_be_put_in_place():
    """What tells the worker to name something is shown as advice, never put into a sentence."""
    [troubled] = hints_in("A troubled family.", PLAN)
    [engage] = hints_in(NOTE, PLAN)

    assert [False] == [offer.fits for offer in troubled.offers]
    assert all(offer.fits for offer in engage.offers)


def test_the_sentence_is_shown_as_it_would_read():
    [hint] = hints_in(NOTE, PLAN)

    assert Reworded("Callum ", "hasn't come yet", " with the Saturday club.") == reworded(
        NOTE, hint, Offer("hasn't come yet", True)
    )


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 50), st.text(max_size=20))
def test_any_sentence_can_be_reworded_around_any_words(text, start, long, words):
    """Nothing of the sentence is lost: with the old words in the middle it is a part of the text again."""
    start = min(start, len(text))
    hint = Hint("W-01", "X", text[start : start + long], start, min(len(text), start + long), "", ())
    before, new, after = reworded(text, hint, Offer(words, True))

    assert words == new
    assert before + hint.words + after in text


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


class Reading:
    def __init__(self) -> None:
        self.desk, self.clock = Desk(), Clock()
        self.shown: list[tuple] = []
        self.presenter = HintsPresenter(
            submit=self.desk.submit,
            after=self.clock.after,
            plan=lambda: PLAN,
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
