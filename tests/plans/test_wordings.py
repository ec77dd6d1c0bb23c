"""Earlier wordings and values in words: what a person reads beside a card and in the history."""

from __future__ import annotations

import msgspec
import pytest

from fsdesk.plans import changes
from fsdesk.plans import model as m
from fsdesk.plans.edits import Intent
from fsdesk.plans.fold import Place
from fsdesk.plans.in_words import field_name, names_in, said, said_record, why_left
from fsdesk.plans.left import Left, Why
from fsdesk.plans.telling import words
from fsdesk.plans.wordings import wordings
from tests.plans.histories import small_plan
from tests.plans.laptops import Laptop

replace = msgspec.structs.replace
VOICE = Place("voices", "v1")


@pytest.fixture
def ann() -> Laptop:
    """Ann's laptop with something that Ailsa said, corrected once."""
    laptop = Laptop("ann")
    voice = m.Voice(id="v1", person="p1", words=(m.Span(text="I like the dog"),))
    laptop.begin(replace(small_plan(), voices=(voice,)))
    laptop.write(replace(laptop.plan, voices=(replace(voice, words=(m.Span(text="I like dogs"),)),)))
    return laptop


def test_every_wording_is_there_with_who_wrote_it_the_latest_first(ann):
    """And the one that the plan reads as is marked."""
    found = wordings(ann.current(), VOICE, {})

    assert [("I like dogs", "Ann", True), ("I like the dog", "Ann", False)] == [
        (one.words, one.who, one.stands) for one in found
    ]
    assert {("/voices/v1/words", "words")} == {(one.where, one.field) for one in found}
    assert ["ann-2", "ann-1"] == [one.edit for one in found]


def test_the_same_words_are_there_once(ann):
    """Words that were put back stand in the name of who wrote them first."""
    first = ann.plan.voices[0]
    ann.write(replace(ann.plan, voices=(replace(first, words=(m.Span(text="I like the dog"),)),)))
    found = wordings(ann.current(), VOICE, {})

    assert [("I like dogs", False), ("I like the dog", True)] == [(one.words, one.stands) for one in found]


def test_words_that_were_taken_back_have_no_earlier_wording(ann):
    """Nor has a record that never was."""
    ann.act(changes.take_back(VOICE), intent=Intent.TOOK_BACK_WORDS)

    assert [] == wordings(ann.current(), VOICE, {}) == wordings(ann.current(), Place("voices", "v9"), {})


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, "nothing"),
        ([], "nothing"),
        ({}, "nothing"),
        ("", "nothing"),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (["p1", "p2"], "Ailsa, Rab"),
        ("not_asked", "not asked"),
        ("A hall_way", "A hall_way"),
        ([{"text": "Tea"}, {"text": "together"}], "Tea together"),
        ([[{"text": "One"}], [{"text": "Two"}]], "One / Two"),
        (["Ann's", "Ben's"], "Ann's, Ben's"),
        ({"to": "my_worker", "readers": []}, "to: my worker"),
        ({"on": "2026-03-02", "text": "We meet"}, "We meet"),
        ({"readers": []}, "nothing"),
    ],
)
def test_a_value_is_told_as_people_read_it(value, told):
    """People by their names, texts as they were written, codes without their underlines."""
    assert told == said(value, names_in(small_plan()))


def test_a_whole_record_is_told_by_its_texts():
    """Names first; one without any is nothing."""
    record = {"label": "Home", "note": [{"text": "Top flat"}], "people": ["p1"]}

    assert ("Home · Top flat", "nothing") == (said_record(record, {}), said_record({"people": []}, {}))


def test_fields_are_called_by_their_own_words():
    """A field of the plan, one with a word of its own, one without, and a whole record."""
    assert ["the plan's title", "words", "place kind", "a step"] == [
        field_name("", "title"),
        field_name("steps", "what"),
        field_name("steps", "place_kind"),
        field_name("steps", ""),
    ]


@pytest.mark.parametrize("why", list(Why))
@pytest.mark.parametrize("who", ["", "Ben"])
def test_why_something_stays_is_a_sentence(why, who):
    """For every reason there is, with and without a name, about a field and about a record."""
    for field in ("", "what"):
        told = why_left(Left(Place("steps", "s1"), field, why, who))

        assert told[0].isupper()
        assert told.endswith(".")
        assert "{" not in told
    assert set(words()["left"]) >= {str(one) for one in Why}
