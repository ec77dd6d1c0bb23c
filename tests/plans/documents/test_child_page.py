from __future__ import annotations

import pytest

from fsdesk.errors import Refused
from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet.own_page import Bubble, ColourFaces, MyPeople
from fsdesk.plans.sheet.phrases import phrases
from fsdesk.plans.sheet.variants import Variant
from tests.plans.documents.making import blocks, document, edition, said, sample

CHILD = PrintFormat.CHILD
PRIVATE = m.Audience(to=m.Reach.MY_PAGE)


def page(plan: m.Plan, reader: str = "finn", **wishes: object) -> str:
    """Return everything that stands on a child's page."""
    return said(document(plan, CHILD, reader, **wishes))


def test_the_childs_own_words_stand_first_as_they_were_said():
    """In a bubble, in quotation marks, letter by letter."""
    (bubble,) = blocks(document(ex.a_plan(), CHILD, "finn"), Bubble)

    assert "“I want my mum at my match.”" == said(bubble)


def test_it_is_made_for_a_child_alone():
    """A grown-up has no child's page."""
    with pytest.raises(Refused, match="made for a child"):
        document(ex.a_plan(), CHILD, "ailsa")


def test_adults_matters_are_not_on_it():
    """No adult's words, goals, steps, worries, money or story: only what is the child's own."""
    plan = ex.a_plan(
        worries=[ex.a_worry("Money runs out by Thursday.")],
        goals=[
            ex.a_goal("Sleep at night.", id="a", whose="ailsa"),
            ex.a_goal("A dog.", id="f", whose="finn"),
        ],
    )
    told = page(plan)

    assert "A dog." in told
    assert [] == [
        one
        for one in ("Money runs out", "Sleep at night.", "mornings to be calm", "nights were long", "No meat")
        if one in told
    ]


def test_another_childs_matters_are_not_on_it():
    """Not their words, their strengths, their goals or what people do for them."""
    sister = {
        "people": [ex.a_carer(), ex.a_child("Finn", 8), ex.a_child("Orla", 5)],
        "voices": [ex.a_voice("finn", "I want a dog."), ex.a_voice("orla", "I want a cat.")],
        "strengths": [ex.a_strength("Orla sings.", "orla"), ex.a_strength("Finn draws.", "finn")],
        "goals": [ex.a_goal("A cat.", id="o", whose="orla")],
        "steps": [ex.a_step("Visit the cats.", "ailsa", goal="o")],
    }
    told = page(ex.a_plan(**sister))

    assert "I want a dog." in told
    assert [] == [one for one in ("a cat", "A cat", "Orla sings", "Visit the cats") if one in told]


def test_what_people_do_for_the_child_stands_with_who_and_when_and_without_a_place():
    """Steps of the child's own goals, and promises made to the child."""
    goal = ex.a_goal("A dog.", id="f", whose="finn")
    step = ex.a_step("Mum asks the landlord.", "ailsa", goal="f", place="Rowan House", by_when=ex.day(4))
    promise = ex.a_record(m.Promise, id="p", what="Dan brings a book on dogs.", by_whom="dan", to_whom="finn")
    told = page(ex.a_plan(goals=[goal], steps=[step], promises=[promise]))

    assert "Mum asks the landlord." in told
    assert "Dan brings a book on dogs." in told
    assert "Rowan House" not in told


def test_the_childs_school_is_on_no_row_of_it():
    """A page that lies about must not say where the child is found."""
    people = [ex.a_carer(), ex.a_child("Finn", 8, learns_at="Tannerbrae Primary")]
    goal = ex.a_goal("Read aloud.", id="f", whose="finn")
    steps = [
        ex.a_step("Ms Lowe at Tannerbrae Primary listens.", "ailsa", id="s1", goal="f"),
        ex.a_step("Mum listens.", "ailsa", id="s2", goal="f"),
    ]
    told = page(ex.a_plan(people=people, goals=[goal], steps=steps))

    assert "Mum listens." in told
    assert "Tannerbrae" not in told


def test_who_sees_the_page_are_those_whom_all_of_the_childs_words_reach():
    """What is kept of each record's audience decides, the narrowest of all."""
    people = [ex.a_carer(), ex.a_child("Finn", 8), ex.another_adult("Morag")]
    named = m.Audience(to=m.Reach.NAMED, readers=frozenset({"finn", "morag"}))
    open_, kept = ex.a_voice("finn", "I want a dog."), ex.a_voice("finn", "I miss Da.", audience=named)
    mine = ex.a_voice("finn", "I have a secret.", audience=PRIVATE)

    def seen(*voices: m.Voice) -> frozenset[str]:
        return edition(ex.a_plan(people=people, voices=list(voices)), CHILD, "finn").seen_by

    assert {"ailsa", "morag"} == seen(open_)
    assert {"morag"} == seen(open_, kept)
    assert frozenset() == seen(open_, kept, mine)


def test_the_page_names_who_sees_it():
    """By name, or that nobody but the child does."""
    assert "Now: Ailsa." in page(ex.a_plan())
    assert "Now: only you." in page(ex.a_plan(voices=[ex.a_voice("finn", "A secret.", audience=PRIVATE)]))


def test_somebody_the_family_is_kept_safe_from_neither_sees_it_nor_is_offered_to_talk_to():
    """However dear to the child: Jamie's da is not named there."""
    told = sample("F4", CHILD, "jamie")
    card = next(one for one in said(told).splitlines() if one.startswith("You choose who sees"))

    assert "Ewan" not in card
    assert "Ewan" not in said([one for one in told.sections if one.heading == "Who can I talk to?"])


def test_of_a_serious_worry_only_the_child_safe_line_is_there():
    """The line the worker wrote for the child, and not a word of the worry."""
    told = said(sample("F4", CHILD, "jamie"))

    assert "Grown-ups are looking after you and Isla." in told
    assert "throat" not in told


def test_no_face_is_filled_in_and_nothing_is_for_teens_to_colour():
    """Five faces and empty rings for a child; for a young person lines to write on."""
    child = document(ex.a_plan(), CHILD, "finn")
    teen = document(ex.a_plan(), CHILD, "finn", variant=Variant.TEEN)

    assert 1 == len(blocks(child, ColourFaces)) == len(blocks(child, MyPeople))
    assert [] == blocks(teen, ColourFaces) + blocks(teen, MyPeople)
    assert all(one.plain for one in blocks(teen, Bubble))


def test_a_child_who_said_nothing_yet_has_room_to():
    """The page does not speak for the child."""
    told = page(ex.a_plan(voices=[]))

    assert "What do you want to say?" in told
    assert "said this" not in told


def test_every_fixed_sentence_is_short():
    """At most twelve words (PR-12), in every phrase of the page that is not somebody's own."""
    held = phrases()._words["child"]
    lines = [text for value in held.values() for text in (value if isinstance(value, list) else [value])]
    shown = [line for line in lines if line not in (held["faces"], held["rings"])]
    sentences = [one for line in shown for one in line.replace("?", ".").split(".")]

    assert [] == [one for one in sentences if len(one.split()) > 12]
