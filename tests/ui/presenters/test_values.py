from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from fsdesk.plans import model as m
from fsdesk.plans import samples
from fsdesk.plans.examples import a_bare_plan, a_goal
from fsdesk.plans.model import Confirmation, Goal, Person, Role, SafetyBetween, Span
from fsdesk.ui.presenters import sections, values

PLANS = samples.load_all()
FINN = Person(id="finn", name="Finn", role=Role.CHILD)


def every_field():
    for plan in PLANS:
        for section in sections.SECTIONS:
            for kind in section.kinds:
                for record in getattr(plan, kind.collection) if kind.collection else (plan,):
                    for shown in kind.shown:
                        yield record, shown.field


def test_writing_what_stands_there_changes_nothing():
    """Every field of every section, over all the sample families."""
    changed = [
        (type(record).__name__, field)
        for record, field in every_field()
        if values.written(record, field, 0, values.text_of(record, field)) != record
    ]

    assert [] == changed


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_line_holds_exactly_what_was_typed(text):
    assert text == values.text_of(values.written(FINN, "name", 0, text), "name")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("born/on", "next spring"),
        ("role", "boss"),
        ("role", ""),
        ("access_asked_on", "9 Mar"),
        ("lives_with", "a b"),
    ],
)
def test_what_a_field_cannot_hold_leaves_it_as_it_is(field, text):
    assert FINN is values.written(FINN, field, 0, text)
    assert not values.can_hold(FINN, field, 0, text) or values.text_of(FINN, field) == text


def test_a_part_that_is_not_there_comes_with_its_first_value_and_goes_with_its_day():
    plan = a_bare_plan()
    place_first = values.written(plan, "next_review/place", 0, "the library")
    dated = values.written(plan, "next_review/on", 0, "2026-12-03")
    placed = values.written(dated, "next_review/place", 0, "the library")

    assert plan is place_first
    assert (date(2026, 12, 3), "the library") == (placed.next_review.on, placed.next_review.place)
    assert None is values.written(placed, "next_review/on", 0, "").next_review


def test_who_said_yes_before_keeps_the_day_of_it():
    said = (Confirmation(by="finn", on=date(2026, 3, 1)),)
    goal: Goal = replace(a_goal(), confirmed_by=said)
    more = values.written(goal, "confirmed_by", 0, "finn\nmo")

    assert (*said, Confirmation(by="mo")) == more.confirmed_by
    assert () == values.written(goal, "confirmed_by", 0, "").confirmed_by


def test_words_that_give_it_away_stand_on_lines_of_their_own():
    hidden = values.written(SafetyBetween(id="s"), "tokens", 0, "Vale St\n  the den \n\n")

    assert {"Vale St", "the den"} == hidden.tokens
    assert "Vale St\nthe den" == values.text_of(hidden, "tokens")


def test_new_words_beside_old_ones_leave_the_old_as_they_were():
    """A run keeps its speaker, its language and its translations; only its text changes."""
    own = Span(text="Tea", lang="gd", speaker="finn")
    goal: Goal = replace(a_goal(), text=(own, Span(text="and a story")))

    assert (replace(own, text="Tì"), goal.text[1]) == values.written(goal, "text", 0, "Tì").text


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (m.VoiceKind.QUOTE, m.SpanKind.QUOTE),
        (m.VoiceKind.DRAWING, m.SpanKind.QUOTE),
        (m.VoiceKind.SUMMARY, m.SpanKind.SUMMARY),
    ],
)
def test_first_words_of_somebody_are_theirs_and_a_summary_is_not(kind, said):
    """Whatever they are written under: nothing reads or rewords what somebody said about a drawing."""
    voice = m.Voice(id="v", person="lexi", kind=kind)
    [span] = values.written(voice, "words", 0, "Our hoose").words

    assert said == span.kind
    assert ("lexi" if said is m.SpanKind.QUOTE else None) == span.speaker


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("نعم", m.Direction.RTL),
        ("שלום 10", m.Direction.RTL),
        ("Yes نعم", m.Direction.LTR),
        ("ਮਾਂ", m.Direction.LTR),
        ("10 👍", m.Direction.LTR),
    ],
)
def test_words_run_as_their_first_letter_does(text, way):
    """So they stand at the right side on the screen and on paper, without anybody choosing it."""
    [span] = values.written(m.Voice(id="v", person="huda"), "words", 0, text).words

    assert way == span.dir


def test_words_without_a_letter_run_as_those_before_them():
    before = m.Voice(id="v", person="huda", words=(m.Span(text="نعم", dir=m.Direction.RTL),))

    assert m.Direction.RTL == values.written(before, "words", 0, "10").words[0].dir
