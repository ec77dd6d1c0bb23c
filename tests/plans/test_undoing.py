"""Undoing an edit: what still stands of it goes, what others wrote stays, and an undo can be undone."""

from __future__ import annotations

import msgspec
import pytest

from fsdesk.plans import changes
from fsdesk.plans import model as m
from fsdesk.plans.edits import Intent, Part
from fsdesk.plans.fold import Place
from fsdesk.plans.left import Why
from tests.plans.laptops import together
from tests.plans.undoes import and_ben, began, first_step, spoken, undoes, why

replace = msgspec.structs.replace


def test_only_what_still_stands_is_undone_and_the_rest_is_named():
    """Of two fields that Ann wrote, the one that Ben wrote since stays, and whose it is is said."""
    ann = began()
    edit = ann.write(first_step(ann.plan, place="Hall", effort="Light"))
    ben = and_ben(ann)
    ben.write(first_step(ben.plan, place="Library"))
    ann.take(ben.edits.values())

    assert {("s1", "place", Why.CHANGED, "Ben")} == why(ann, edit)
    undoes(ann, edit)

    assert ("Library", "") == (ann.plan.steps[0].place, ann.plan.steps[0].effort)


def test_undoing_a_settlement_opens_the_versions_again():
    """Both stand again, each in the name of whoever wrote it."""
    ann = began()
    ben = and_ben(ann)
    ann.write(replace(ann.plan, title="Ann's"))
    ben.write(replace(ben.plan, title="Ben's"))
    together(ann, ben)
    (found,) = ann.current().differing
    edit = ann.act(changes.settle(ann.current(), found.place, "title", ["Ann's"]), intent=Intent.SETTLED)
    undoes(ann, edit)
    (again,) = ann.current().differing

    assert found.id == again.id
    assert [("Ann", "Ann's"), ("Ben", "Ben's")] == [(one.who, one.value) for one in again.versions]
    assert [one.when for one in found.versions] == [one.when for one in again.versions]


def test_what_one_edit_added_is_taken_out_and_comes_back():
    """A step that was added goes with the undo, with its words kept, and is there again with the undo of that."""
    ann = began()
    step = m.Step(id="s3", what=(m.Span(text="See Beth"),))
    edit = ann.write(replace(ann.plan, steps=(*ann.plan.steps, step)))
    done = undoes(ann, edit)

    assert ["s1", "s2"] == [one.id for one in ann.plan.steps]
    undoes(ann, done)

    assert "See Beth" == ann.plan.steps[2].what[0].text


def test_what_was_added_and_written_to_by_somebody_else_stays():
    """Ben wrote to Ann's step since, so her undo of adding it leaves it, and says who."""
    ann = began()
    edit = ann.write(replace(ann.plan, steps=(m.Step(id="s3", what=()), *ann.plan.steps)))
    ben = and_ben(ann)
    ben.write(first_step(ben.plan, place="Hall"))
    ann.take(ben.edits.values())

    assert {("s3", "", Why.CHANGED, "Ben")} == why(ann, edit)
    assert undoes(ann, edit) is None


def test_an_undo_never_brings_a_record_back_by_writing_to_it():
    """A field of a step that was taken out since stays as it is, and the step stays out."""
    ann = began()
    edit = ann.write(first_step(ann.plan, place="Hall"))
    ann.write(replace(ann.plan, steps=ann.plan.steps[1:]))

    assert {("s1", "", Why.OUT, "")} == why(ann, edit)
    assert undoes(ann, edit) is None


def test_a_record_that_two_people_took_out_stays_out():
    """Ann's undo of her own take-out leaves Ben's standing, and says so."""
    ann = began()
    ben = and_ben(ann)
    edit = ann.write(replace(ann.plan, steps=ann.plan.steps[1:]))
    ben.write(replace(ben.plan, steps=ben.plan.steps[1:]))
    together(ann, ben)

    assert {("s1", "", Why.OUT, "Ben")} == why(ann, edit)
    assert undoes(ann, edit) is None


def test_elements_go_one_by_one():
    """Of two people put to a step by one edit, the one whom Ben took off since is named, the other goes."""
    ann = began()
    edit = ann.write(first_step(ann.plan, who=frozenset({"p1", "p2"})))
    ben = and_ben(ann)
    ben.write(first_step(ben.plan, who=frozenset({"p2"})))
    ann.take(ben.edits.values())

    assert {("s1", "who", Why.CHANGED, "")} == why(ann, edit)
    undoes(ann, edit)

    assert frozenset() == ann.plan.steps[0].who


def test_words_that_were_taken_back_are_never_brought_again():
    """Neither the taking back itself is undone, nor anything that was written of those words."""
    ann = began(spoken())
    words = (m.Span(text="I like dogs", kind=m.SpanKind.QUOTE),)
    corrected = ann.write(replace(ann.plan, voices=(replace(ann.plan.voices[0], words=words),)))
    back = ann.act(changes.take_back(Place("voices", "v1")), intent=Intent.TOOK_BACK_WORDS)
    for edit in (corrected, back):
        assert {("v1", "", Why.TAKEN_BACK, "")} == why(ann, edit)
        assert undoes(ann, edit) is None
    assert () == ann.plan.voices


def test_a_correction_undone_keeps_both_wordings():
    """The earlier words stand again, and the later ones stay in what was heard of the record."""
    ann = began(spoken())
    words = (m.Span(text="I like dogs", kind=m.SpanKind.QUOTE),)
    edit = ann.write(replace(ann.plan, voices=(replace(ann.plan.voices[0], words=words),)))
    undoes(ann, edit)
    heard = str(ann.current().state.records[Place("voices", "v1")].heard)

    assert "I like the dog" == ann.plan.voices[0].words[0].text
    assert "I like dogs" in heard


def test_no_undo_shows_private_words_to_more_people():
    """Words that were the worker's alone stay so, when the record was opened after they were put in other words."""
    ann = began(spoken(audience=m.Audience(to=m.Reach.MY_WORKER)))
    words = (m.Span(text="Something else", kind=m.SpanKind.QUOTE),)
    edit = ann.write(replace(ann.plan, voices=(replace(ann.plan.voices[0], words=words),)))
    ann.write(replace(ann.plan, voices=(replace(ann.plan.voices[0], audience=m.EVERYONE),)))

    assert {("v1", "words", Why.CLOSER, "")} == why(ann, edit)
    assert undoes(ann, edit) is None


def test_private_words_undone_while_private_stay_where_they_are():
    """The undo of a change to the worker's own words never leaves this laptop either."""
    ann = began(spoken(audience=m.Audience(to=m.Reach.MY_WORKER)))
    words = (m.Span(text="Something else", kind=m.SpanKind.QUOTE),)
    edit = ann.write(replace(ann.plan, voices=(replace(ann.plan.voices[0], words=words),)))
    done = undoes(ann, edit)

    assert [Part.OWN] == [box.kind for box in done.boxes]


def test_an_agreement_is_undone_but_its_number_stays():
    """The plan is not agreed any more; the version that may be on paper keeps its number."""
    ann = began()
    version = m.PlanVersion(id="ver1", number=1, made_at_what="agree")
    edit = ann.write(replace(ann.plan, state=m.PlanState.AGREED, versions=(version,)), intent=Intent.AGREED)

    assert {("ver1", "", Why.HAPPENED, "")} == why(ann, edit)
    undoes(ann, edit)

    assert (m.PlanState.DRAFT, [1]) == (ann.plan.state, [one.number for one in ann.plan.versions])


def test_the_beginning_of_a_plan_stays():
    """Nothing at all of it is undone."""
    ann = began()
    (edit,) = ann.edits.values()

    assert {("plan", "", Why.BEGAN, "")} == why(ann, edit)
    assert undoes(ann, edit) is None


def test_a_field_that_was_empty_is_empty_again():
    """Where nothing was written before, the undo leaves what the field begins with."""
    ann = began()
    undoes(ann, ann.write(replace(ann.plan, title="Ours")))

    assert "Our plan" == ann.plan.title


@pytest.mark.parametrize(
    ("then", "now", "stays"),
    [
        (m.Audience(to=m.Reach.MY_PAGE), m.EVERYONE, True),
        (m.Audience(to=m.Reach.NAMED, readers=frozenset({"p1"})), m.EVERYONE, True),
        (
            m.Audience(to=m.Reach.NAMED, readers=frozenset({"p1"})),
            m.Audience(to=m.Reach.NAMED, readers=frozenset({"p1", "p2"})),
            True,
        ),
        (m.Audience(to=m.Reach.NAMED, readers=frozenset({"p1"})), m.Audience(to=m.Reach.MY_PAGE), False),
        (m.EVERYONE, m.Audience(to=m.Reach.MY_PAGE), False),
        (m.Audience(to=m.Reach.MY_PAGE), m.Audience(to=m.Reach.MY_PAGE), False),
    ],
)
def test_words_for_few_readers_are_not_brought_back_for_more(then, now, stays):
    """Whoever could not read them when they stood there does not get to by an undo; narrower is fine."""
    ann = began(spoken(audience=then))
    words = (m.Span(text="Something else", kind=m.SpanKind.QUOTE),)
    edit = ann.write(replace(ann.plan, voices=(replace(ann.plan.voices[0], words=words),)))
    ann.write(replace(ann.plan, voices=(replace(ann.plan.voices[0], audience=now),)))

    assert ({("v1", "words", Why.CLOSER, "")} if stays else set()) == why(ann, edit)


def test_words_and_audience_of_one_edit_are_undone_together():
    """An edit that opened words and put them otherwise is undone whole: the words are private again."""
    ann = began(spoken(audience=m.Audience(to=m.Reach.MY_WORKER)))
    words = (m.Span(text="Something else", kind=m.SpanKind.QUOTE),)
    voice = ann.plan.voices[0]
    edit = ann.write(replace(ann.plan, voices=(replace(voice, words=words, audience=m.EVERYONE),)))
    done = undoes(ann, edit)
    now = ann.plan.voices[0]

    assert (m.Reach.MY_WORKER, "I like the dog") == (now.audience.to, now.words[0].text)
    assert all(b"I like the dog" not in (box.body or b"") for box in done.boxes if box.kind != Part.OWN)
