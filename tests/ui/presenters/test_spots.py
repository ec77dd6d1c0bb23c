from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import samples
from fsdesk.plans.examples import a_bare_plan, a_matter, a_voice
from fsdesk.plans.model import Matter, ScratchNote, Span, SpanKind
from fsdesk.ui.presenters import spots
from fsdesk.ui.presenters.spots import Place, Spot

PLANS = samples.load_all()


def all_spots(plan) -> list[Spot]:
    """Every run of text that the editor can write in."""
    return [
        Spot(collection, record.id, field, at)
        for collection, fields in (
            ("matters", ("words",)),
            ("voices", ("words", "saw")),
            ("scratch", ("text",)),
        )
        for record in getattr(plan, collection)
        for field in fields
        for at in range(len(getattr(record, field)))
    ]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.family_name)
def test_what_is_written_stands_there_and_nowhere_else(plan):
    """Every other word, and everything else about the record, stays as it was."""
    for spot in all_spots(plan):
        written = spots.with_text(plan, spot, "other words")

        assert "other words" == spots.text_at(written, spot)
        assert plan == spots.with_text(written, spot, spots.text_at(plan, spot))


@given(st.text())
def test_a_text_is_kept_sign_by_sign(text):
    plan = a_bare_plan(matters=[a_matter("Tea together")])
    spot = Spot("matters", plan.matters[0].id, "words")

    assert text == spots.text_at(spots.with_text(plan, spot, text), spot)


def test_a_spot_of_a_record_that_is_gone_has_no_text_and_takes_none():
    plan = a_bare_plan()
    gone = Spot("voices", "nobody", "words")

    assert spots.text_at(plan, gone) is None
    assert plan is spots.with_text(plan, gone, "words")


def test_a_field_without_a_run_gets_its_first_one():
    plan = a_bare_plan(matters=[Matter(id="m", words=())])
    spot = Spot("matters", "m", "words")

    assert "" == spots.text_at(plan, spot)
    assert (Span(text="Tea", kind=SpanKind.QUOTE),) == spots.with_text(plan, spot, "Tea").matters[0].words


@pytest.mark.parametrize("spot", [Spot("voices", "v1", "words"), Spot("voices", "v1", "saw", 3)])
def test_a_draft_is_kept_under_a_name_that_leads_back(spot):
    assert spot == Spot.of_draft(spot.collection, spot.record, spot.draft_field)


def test_what_was_taken_out_comes_back_where_it_stood():
    plan = a_bare_plan(matters=[a_matter("one"), a_matter("two"), a_matter("three")])
    second = plan.matters[1]
    without = spots.without(plan, Place("matters", second.id))

    assert ["one", "three"] == [matter.words[0].text for matter in without.matters]
    assert plan == spots.put_back(without, "matters", second, 1)
    assert plan is spots.put_back(plan, "matters", second, 1)


@pytest.mark.parametrize(
    ("expected", "record"),
    [
        (True, ScratchNote(id="n")),
        (True, ScratchNote(id="n", text=(Span(text=" \n"),))),
        (False, ScratchNote(id="n", text=(Span(text="x"),))),
        (False, a_voice("finn", "hello")),
    ],
)
def test_a_record_is_blank_when_no_letter_of_it_can_be_seen(expected, record):
    assert expected is spots.is_blank(record)


def test_a_picture_without_a_word_is_not_blank():
    """A drawing says something by itself."""
    [drawing] = [voice for voice in samples.load("F5").voices if voice.id == "voice-yousef"]

    assert not spots.is_blank(drawing)
