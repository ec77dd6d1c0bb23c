from __future__ import annotations

import pytest
from msgspec.structs import replace

from fsdesk.plans import checks, samples
from fsdesk.plans import fields as facts
from fsdesk.plans.model import Audience, Reach, Span, SpanKind, Voice
from fsdesk.ui.presenters import ways
from fsdesk.ui.presenters.evidence import pieces_of
from fsdesk.ui.presenters.spots import record_at, text_at

F1, F4, F6 = (samples.load(name) for name in ("F1", "F4", "F6"))


def pieces(plan, *pointers: str):
    return pieces_of(plan, pointers, plan.sample_today)


def test_a_piece_says_whose_it_is_and_its_first_words():
    (piece,) = pieces(F1, "/voices/3")

    assert "Callum’s words, 25 June" == piece.heading
    assert "Callum’s words, 25 June: I was pure hard to reach when I was on nights" == piece.said


def test_words_for_one_reader_are_not_among_the_pieces():
    """What is there is said, and none of what it says."""
    private = F6.voices.index(next(one for one in F6.voices if one.id == "voice-rory-private"))
    (piece,) = pieces(F6, f"/voices/{private}")

    assert "Rory’s words, 18 November" == piece.said


def test_while_a_place_is_kept_from_somebody_no_place_is_told():
    """Where they meet and when is for the plan itself; what matters to them is told as it is."""
    plan = replace(F1, safety_between=F4.safety_between)
    found = checks.check(plan, plan.sample_today)
    told = [piece for one in found.principles for piece in pieces(plan, *one.evidence) if piece.words]
    collections = {ways.collection_of(piece.way) for piece in told}

    assert {"strengths", "goals", "matters", "voices", "about_us"} == collections
    assert {"options", "steps", "times_that_work"} <= {
        ways.collection_of(piece.way)
        for one in found.principles
        for piece in pieces(F1, *one.evidence)
        if piece.words
    }


def test_long_words_end_between_two_words():
    words = (Span(text="word " * 40, kind=SpanKind.QUOTE),)
    plan = replace(F1, voices=(Voice(id="v", person=F1.people[0].id, words=words),))
    (piece,) = pieces(plan, "/voices/0")

    assert piece.words.endswith("word …")
    assert len(piece.words) <= 72


@pytest.mark.parametrize(
    ("pointer", "said"),
    [
        ("/next_review", "When we look at it together again"),
        ("/lead", "The family's one person"),
        ("/rights_talked", "The rights page was gone through"),
        ("/limits_told", "We said when we cannot keep a secret"),
        ("/money", "The money check was offered"),
    ],
)
def test_what_belongs_to_the_plan_itself_has_a_name(pointer, said):
    assert (said,) == tuple(piece.said for piece in pieces(F1, pointer))


@pytest.mark.parametrize("name", ["F1", "F2", "F3", "F4", "F5", "F6"])
def test_every_piece_of_every_sample_has_words_and_leads_to_what_it_is(name):
    """A way is given wherever a section of the plan holds it, and its spot is a field of that very record."""
    plan = samples.load(name)
    found = checks.check(plan, plan.sample_today)
    for one in found.principles:
        for piece in pieces(plan, *one.evidence):
            collection, _, at = piece.where.strip("/").partition("/")

            assert piece.heading.strip()
            assert (piece.way is None) == (collection in ("easy_lines", "glossary"))
            spot = ways.spot_of(plan, piece.way) if piece.way else None
            if spot is not None and collection in facts.collections():
                assert getattr(plan, collection)[int(at)].id == spot.record
                assert None is not record_at(plan, spot.place)


def test_what_somebody_said_is_found_where_it_was_written():
    """Words in their words, and what was watched together in what was seen."""
    for voice, field in (("voice-callum", "words"), ("voice-jude", "saw")):
        at = next(number for number, one in enumerate(F1.voices) if one.id == voice)
        spot = ways.spot_of(F1, pieces(F1, f"/voices/{at}")[0].way)

        assert (voice, field) == (spot.record, spot.field)
        assert text_at(F1, spot)


def test_a_private_card_of_any_kind_says_only_what_it_is():
    strength = replace(F1.strengths[0], audience=Audience(to=Reach.MY_WORKER))
    (piece,) = pieces(replace(F1, strengths=(strength,)), "/strengths/0")

    assert "" == piece.words
