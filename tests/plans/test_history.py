"""The history of a plan in sentences: they name what changed, keep quiet about what is withheld or was taken back."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import changes, fields, history
from fsdesk.plans import model as m
from fsdesk.plans.chain import commitment
from fsdesk.plans.edits import Added, Box, Edit, Intent, Part, Wrote, key_of
from fsdesk.plans.fold import Place
from tests.plans.any_plan import any_plan
from tests.plans.histories import laptops, small_plan
from tests.plans.laptops import Laptop, together

replace = msgspec.structs.replace


def began(plan: m.Plan | None = None) -> Laptop:
    """Ann's laptop with a plan."""
    ann = Laptop("ann")
    ann.begin(plan or small_plan())
    return ann


def told(laptop: Laptop) -> list[str]:
    """The sentences of a laptop's history."""
    return [entry.sentence for entry in history.entries(laptop.edits.values())]


def last(laptop: Laptop) -> history.Entry:
    """The last line of a laptop's history."""
    return history.entries(laptop.edits.values())[-1]


def first_step(plan: m.Plan, **over: object) -> m.Plan:
    """The plan with its first step changed."""
    return replace(plan, steps=(replace(plan.steps[0], **over), *plan.steps[1:]))


def said(text: str) -> m.Spans:
    """Somebody's own words."""
    return (m.Span(text=text, kind=m.SpanKind.QUOTE),)


def voiced() -> Laptop:
    """Ann's laptop with a plan in which Ailsa said something that was drawn and put in easy words too."""
    plan = replace(
        small_plan(),
        voices=(m.Voice(id="v1", person="p1", words=said("I like the dog"), media=frozenset({"pic"})),),
        media=(m.Media(id="pic", hash="9f" * 32, caption="The dog"),),
        easy_lines=(m.EasyLine(id="e1", of="v1", text="Dogs are good"),),
    )
    return began(plan)


def test_each_kind_of_change_is_told_in_its_own_words():
    """Beginning, changing, adding, moving, taking out and putting back are told apart, and by name."""
    ann = began()
    ann.write(first_step(ann.plan, what=said("Ring the college")))
    ann.write(replace(ann.plan, goals=(*ann.plan.goals, m.Goal(id="g2", text=said("Calm mornings")))))
    ann.write(replace(ann.plan, steps=ann.plan.steps[::-1]))
    ann.write(replace(ann.plan, goals=ann.plan.goals[:1]))
    ann.act(changes.put_back(Place("goals", "g2")), intent=Intent.PUT_BACK)
    ann.write(replace(ann.plan, title="Ours"))

    assert [
        "Began the plan",
        "Changed a step: Ring the college",
        "Added a goal: Calm mornings",
        "Moved a step: Tea together",
        "Took out a goal: Calm mornings",
        "Put back a goal: Calm mornings",
        "Changed the plan's title",
    ] == told(ann)


def test_several_changes_are_counted():
    """An edit that touches more records than one names the first and says how many more."""
    ann = began()
    one, two = ann.plan.steps
    ann.write(replace(ann.plan, steps=(replace(one, place="Hall"), replace(two, place="Hall"))))
    ann.write(
        replace(
            ann.plan,
            steps=(replace(one, what=said("{count} {what} {first}")), replace(two, place="A")),
            title="Ours",
        )
    )

    assert [
        "Changed a step: Tea together, and one more change",
        "Changed the plan's title, and 2 more changes",
    ] == told(ann)[1:]
    assert {"/steps/s1/what", "/steps/s1/place", "/steps/s2/place", "/title"} == {
        one.where for one in last(ann).changes
    }


def test_what_people_typed_is_never_taken_for_a_pattern():
    """Curly brackets in a family's words stand in the sentence as they were typed."""
    ann = began()
    one, two = ann.plan.steps
    ann.write(replace(ann.plan, steps=(replace(one, what=said("{count} {what}")), replace(two, place="A"))))

    assert "Changed a step: {count} {what}, and one more change" == told(ann)[-1]


def test_a_change_says_what_was_before_and_what_is_after():
    """Beside the sentence stand the fields with what they held, elements of sets included."""
    ann = began()
    ann.write(first_step(ann.plan, place="Hall", who=frozenset({"p1"})))
    ann.write(first_step(ann.plan, place="Library", who=frozenset({"p2"})))

    assert {
        ("/steps/s1/place", "Hall", "Library"),
        ("/steps/s1/who", ("p1",), ("p2",)),
    } == {(one.where, _hashed(one.before), _hashed(one.after)) for one in last(ann).changes}
    ann.write(replace(ann.plan, steps=ann.plan.steps[1:]))
    (gone,) = last(ann).changes

    assert ("/steps/s1", "Library", None) == (gone.where, gone.before["place"], gone.after)


def _hashed(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def test_who_and_when_stand_beside_the_sentence():
    """Each line has the edit's id, its maker and the time the maker's laptop claimed."""
    entry = last(began())

    assert ("ann-1", "Ann", "2023-11-14") == (entry.edit, entry.who, entry.when.date().isoformat())


def test_correcting_somebodys_words_says_that_the_earlier_are_kept():
    """Writing a voice's words anew is a correction; writing them for the first time is not."""
    ann = began(replace(small_plan(), voices=(m.Voice(id="v1", person="p1"),)))
    voice = ann.plan.voices[0]
    ann.write(replace(ann.plan, voices=(replace(voice, words=said("I like dgs")),)))
    ann.write(replace(ann.plan, voices=(replace(voice, words=said("I like dogs")),)))

    assert [
        "Changed somebody's words: I like dgs",
        "Corrected somebody's words: I like dogs; the earlier words are kept",
    ] == told(ann)[1:]


def test_words_taken_back_appear_nowhere():
    """No sentence and no change shows words that were taken back, nor what was made of them, early or late."""
    ann, ben = voiced(), Laptop("ben")
    ben.take(ann.edits.values())
    ann.write(replace(ann.plan, voices=(replace(ann.plan.voices[0], words=said("I like the cat")),)))
    ben.write(replace(ben.plan, voices=(replace(ben.plan.voices[0], place="by the dog's bed"),)))
    ann.act(changes.take_back(Place("voices", "v1")), intent=Intent.TOOK_BACK_WORDS)
    together(ann, ben)
    for laptop in (ann, ben):
        shown = str(history.entries(laptop.edits.values()))

        assert "dog" not in shown.lower()
        assert "cat" not in shown
        assert "Took back somebody's own words, at their wish" in shown
        assert "Corrected somebody's words; the earlier words are kept" in shown


@given(laptops(at_most=2), st.sets(st.sampled_from(list(Part)), min_size=1))
def test_withheld_parts_say_nothing(team, kinds):
    """With parts withheld no line shows what only those parts hold, and every edit still has its line."""
    together(*team)
    edits = list(team[0].edits.values())
    less = [edit.without(kinds) for edit in edits]
    open_bytes = b"".join(box.body or b"" for edit in less for box in edit.boxes)
    entries = history.entries(less)

    assert len(edits) == len(entries)
    for word in ("4 Invented Row", "see Beth", "sleep"):
        assert word not in str(entries) or word.encode() in open_bytes


@pytest.mark.parametrize("part", [Part.SEALED, Part.OWN])
def test_an_edit_of_which_nothing_is_here_is_a_change_that_is_not_shared(part):
    """An edit whose only part is withheld is told in one sentence, without what it was about."""
    ann = began()
    made = [m.SafeContact(id="c1", person="p1", value="0141 496 0123")] if part is Part.SEALED else []
    notes = [m.ScratchNote(id="n1", text=said("0141 496 0123"))] if part is Part.OWN else []
    edit = ann.write(replace(ann.plan, safe_contacts=tuple(made), scratch=tuple(notes)))
    ben = Laptop("ben")
    ben.take([*list(ann.edits.values())[:1], edit.without([part])])

    assert "A change that is not shared with this laptop" == told(ben)[-1]
    assert () == last(ben).changes
    assert "0141 496 0123" in str(last(ann))


def test_a_record_that_was_never_here_is_not_named_when_it_becomes_private():
    """Somebody who never had a voice is not told that it is the worker's alone now, or gone."""
    ann = voiced()
    ann.write(replace(ann.plan, voices=(replace(ann.plan.voices[0], sealed=True),)))
    ann.write(replace(ann.plan, voices=()))
    late = Laptop("ben")
    late.take(list(ann.edits.values())[1:])

    assert ["A change that is not shared with this laptop"] * 2 == told(late)
    assert [(), ()] == [entry.changes for entry in history.entries(late.edits.values())]


@pytest.mark.parametrize(
    ("intent", "sentence"),
    [
        (Intent.READY, "Made the plan ready to agree"),
        (Intent.AGREED, "Agreed the plan"),
        (Intent.PRINTED, "Printed a copy"),
        (Intent.COMMENTED, "Left a comment"),
        (Intent.SETTLED, "Settled two versions of the plan's title"),
        (Intent.UNDID, "Undid a change to the plan's title"),
        (Intent.IMPORTED, "Changed the plan's title"),
        (Intent.WROTE, "Changed the plan's title"),
        (Intent.REVIEWED, "Changed the plan's title"),
    ],
)
def test_the_intent_of_an_edit_words_its_sentence(intent, sentence):
    """What somebody meant to do is told, and where that says too little, what was changed."""
    ann = began()
    ann.write(replace(ann.plan, title="Ours"), intent=intent)

    assert sentence == told(ann)[-1]


def test_a_plan_from_a_document_was_brought_in():
    """A plan that an import begins is said to be brought in."""
    ann = Laptop("ann")
    ann.begin(small_plan(), Intent.IMPORTED)

    assert ["Brought the plan in from a document"] == told(ann)


def test_history_is_told_in_one_order_on_every_laptop():
    """What somebody did after seeing another's change comes after it, whatever the clocks say."""
    ann, ben = began(), Laptop("ben")
    ben.take(ann.edits.values())
    ben.write(first_step(ben.plan, place="Hall"))
    ann.take(ben.edits.values())
    ann.write(first_step(ann.plan, place="Library"))
    together(ann, ben)

    assert told(ann) == told(ben)
    assert ["Ann", "Ben", "Ann"] == [entry.who for entry in history.entries(reversed(ann.edits.values()))]
    assert ("Hall", "Library") == (last(ben).changes[0].before, last(ben).changes[0].after)


@given(any_plan(most=2), any_plan(most=1))
def test_any_history_can_be_told_and_written_as_json(one, two):
    """Whatever a plan holds, its history is one line an edit, each a sentence, and goes into JSON."""
    ann = began(one)
    ann.write(replace(two, id=one.id))
    entries = history.entries(ann.edits.values())

    assert len(ann.edits) == len(entries)
    assert all(entry.sentence and "{" + "what}" not in entry.sentence.split(":")[0] for entry in entries)
    json.dumps([[one.where, one.before, one.after] for entry in entries for one in entry.changes])


def test_long_words_are_shortened_and_lines_joined():
    """A sentence shows the first words of a record on one line."""
    ann = began()
    ann.write(first_step(ann.plan, what=said("We talked about mornings\nand what would " + "really " * 20)))

    assert told(ann)[-1].endswith(" …")
    assert "mornings and what" in told(ann)[-1]
    assert len(told(ann)[-1]) < 90


def test_what_cannot_be_read_is_said_to_be_so():
    """An edit whose part is broken has its line; one that does not say whose it is has none."""
    ann = began()
    edit = ann.write(replace(ann.plan, title="Ours"))
    broken = Edit(edit.header_bytes, tuple(replace(box, body=b"\xc1") for box in edit.boxes))
    empty = Edit(edit.header_bytes, ())
    nameless = Edit(b"\xff", edit.boxes)
    first = next(iter(ann.edits.values()))

    assert "A change that this laptop cannot read" == history.entries([first, broken])[-1].sentence
    assert "Looked at the plan" == history.entries([first, empty])[-1].sentence
    assert 1 == len(history.entries([first, nameless]))
    assert [] == history.entries([])


def test_there_are_words_for_everything():
    """Every list has a noun, every act a sentence, and no sentence speaks with a raised voice."""
    words = history.words()
    sentences = [*words["act"].values(), *words["record"].values(), *words["plan_field"].values()]

    assert set(fields.collections()) == set(words["record"])
    assert set(words["plan_field"]) - {"other"} <= set(fields.of(fields.PLAN))
    assert {"began", "imported", "ready", "agreed", "printed", "answered_finding", "commented"} <= set(
        words["act"]
    )
    assert not any("!" in one or "fail" in one.lower() for one in sentences)


def test_values_that_no_document_could_hold_are_shown_as_nothing():
    """A history with odd bytes in it still goes into JSON."""
    ann = began()
    odd = (
        Wrote("steps", "s1", "place", (b"x", {1: 2}, msgspec.msgpack.Ext(1, b""))),
        Added("goals", "g9", {"text": {1: 2}, "whose": 7}),
    )
    edit = ann.write(replace(ann.plan, title="Ours"))
    body, salt = msgspec.msgpack.encode(odd), bytes(32)
    box = Box(0, commitment(salt, body), salt, body)
    ann.edits[key_of(edit)] = Edit(edit.header_bytes, (box,))

    assert {"/steps/s1/place", "/goals/g9/text", "/goals/g9/whose"} == {
        one.where for one in last(ann).changes
    }
    json.dumps([list(one) for one in last(ann).changes])
