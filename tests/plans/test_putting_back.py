"""Putting back: a field or a record reads as it did before an edit, and everything since stays in the history."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import changes
from fsdesk.plans import model as m
from fsdesk.plans.edits import Edit, Intent, key_of
from fsdesk.plans.fold import Place
from fsdesk.plans.left import Why
from fsdesk.plans.putting_back import NothingBefore, NotThere, Spot, put_back, spot_of
from tests.plans.histories import laptops, small_plan, wanted
from tests.plans.laptops import Laptop, together
from tests.plans.undoes import readings

replace = msgspec.structs.replace


def began(plan: m.Plan | None = None) -> Laptop:
    """Ann's laptop with a plan."""
    ann = Laptop("ann")
    ann.begin(plan or small_plan())
    return ann


def first_step(plan: m.Plan, **over: object) -> m.Plan:
    """The plan with its first step changed."""
    return replace(plan, steps=(replace(plan.steps[0], **over), *plan.steps[1:]))


def puts_back(laptop: Laptop, edit: Edit, where: str, **how: bool) -> Edit | None:
    """A laptop puts a place back to how it stood before an edit."""
    spot = spot_of("plan", where)
    assert spot is not None
    made = put_back(laptop.current(), key_of(edit), spot, **how).changes
    return laptop.act(*made, intent=Intent.PUT_BACK) if made else None


@pytest.mark.parametrize(
    ("where", "spot"),
    [
        ("/title", Spot(Place("", "plan"), "title")),
        ("/steps/s1", Spot(Place("steps", "s1"), "")),
        ("/steps/s1/what", Spot(Place("steps", "s1"), "what")),
        ("/steps", None),
        ("/steps/s1/nothing", None),
        ("/nothing/s1/what", None),
        ("/steps/s1/what/0", None),
        ("title", None),
        ("", None),
        ("/", None),
    ],
)
def test_pointers_of_the_history_are_read(where, spot):
    """A field of the plan, a record, a field of a record; anything else is none."""
    assert spot == spot_of("plan", where)


def test_a_field_is_put_back_past_later_changes():
    """It reads as before the edit named, whoever wrote it since; other fields stay."""
    ann = began()
    edit = ann.write(first_step(ann.plan, place="Hall"))
    ann.write(first_step(ann.plan, place="Library", effort="Light"))
    puts_back(ann, edit, "/steps/s1/place")

    assert ("", "Light") == (ann.plan.steps[0].place, ann.plan.steps[0].effort)
    puts_back(ann, edit, "/steps/s1/place", as_written=True)

    assert "Hall" == ann.plan.steps[0].place
    assert puts_back(ann, edit, "/steps/s1/place", as_written=True) is None


def test_a_record_that_was_taken_out_is_put_back_whole():
    """With its words, in its place."""
    ann = began()
    edit = ann.write(replace(ann.plan, steps=ann.plan.steps[1:]))
    puts_back(ann, edit, "/steps/s1")

    assert small_plan().steps == tuple(replace(step, changed_at=None) for step in ann.plan.steps)


def test_a_record_is_put_back_to_all_it_was():
    """Every field of it, sets included, and nothing of other records."""
    ann = began()
    edit = ann.write(first_step(ann.plan, place="Hall", who=frozenset({"p1"})))
    ann.write(replace(first_step(ann.plan, effort="Light", who=frozenset({"p2"})), title="Ours"))
    puts_back(ann, edit, "/steps/s1")
    step = ann.plan.steps[0]

    assert ("", "", frozenset(), "Ours") == (step.place, step.effort, step.who, ann.plan.title)


def test_a_set_is_put_back_element_by_element():
    """As it stood before the edit, and as the edit left it."""
    ann = began()
    ann.write(first_step(ann.plan, who=frozenset({"p1"})))
    edit = ann.write(first_step(ann.plan, who=frozenset({"p2"})))
    puts_back(ann, edit, "/steps/s1/who")

    assert frozenset({"p1"}) == ann.plan.steps[0].who
    puts_back(ann, edit, "/steps/s1/who", as_written=True)

    assert frozenset({"p2"}) == ann.plan.steps[0].who


def test_versions_that_a_settlement_closed_are_put_back_open():
    """What stood there before it were two versions, and so they are again."""
    ann = began()
    ben = Laptop("ben")
    ben.take(ann.edits.values())
    ann.write(replace(ann.plan, title="Ann's"))
    ben.write(replace(ben.plan, title="Ben's"))
    together(ann, ben)
    seen = ann.current()
    edit = ann.act(changes.settle(seen, Place("", "plan"), "title", ["Ben's"]), intent=Intent.SETTLED)
    puts_back(ann, edit, "/title")

    assert [["Ann's", "Ben's"]] == [
        [one.value for one in found.versions] for found in ann.current().differing
    ]


def test_what_an_edit_did_not_change_is_not_put_back():
    """Neither another field, nor another record; and before its beginning a record was nothing."""
    ann = began()
    (first,) = ann.edits.values()
    edit = ann.write(first_step(ann.plan, place="Hall"))
    for where in ("/steps/s1/effort", "/steps/s2", "/title"):
        with pytest.raises(NotThere):
            put_back(ann.current(), key_of(edit), spot_of("plan", where))
    with pytest.raises(NothingBefore):
        put_back(ann.current(), key_of(first), spot_of("plan", "/steps/s1/what"))


def test_words_taken_back_and_what_happened_stay():
    """Neither is put back, and why is said."""
    voice = m.Voice(id="v1", person="p1", words=(m.Span(text="I like the dog"),))
    ann = began(replace(small_plan(), voices=(voice,)))
    words = (m.Span(text="I like dogs"),)
    edit = ann.write(replace(ann.plan, voices=(replace(voice, words=words),)))
    ann.act(changes.take_back(Place("voices", "v1")), intent=Intent.TOOK_BACK_WORDS)
    printed = m.PrintEdition(id="pr1", letter="K")
    noted = ann.write(replace(ann.plan, print_editions=(printed,)), intent=Intent.PRINTED)
    found = [
        put_back(ann.current(), key_of(one), spot_of("plan", where))
        for one, where in ((edit, "/voices/v1/words"), (noted, "/print_editions/pr1"))
    ]

    assert [((), Why.TAKEN_BACK), ((), Why.HAPPENED)] == [(one.changes, one.left[0].why) for one in found]


def test_private_words_are_not_put_back_where_more_people_read():
    """An earlier wording that was the worker's alone stays so."""
    voice = m.Voice(
        id="v1", person="p1", words=(m.Span(text="Secret"),), audience=m.Audience(to=m.Reach.MY_WORKER)
    )
    ann = began(replace(small_plan(), voices=(voice,)))
    edit = ann.write(replace(ann.plan, voices=(replace(voice, words=(m.Span(text="Open"),)),)))
    ann.write(replace(ann.plan, voices=(replace(ann.plan.voices[0], audience=m.EVERYONE),)))
    found = put_back(ann.current(), key_of(edit), spot_of("plan", "/voices/v1/words"))

    assert ((), [Why.CLOSER]) == (found.changes, [one.why for one in found.left])


@given(laptops(at_most=3), st.data())
def test_putting_back_what_one_edit_changed_reads_as_before_it(team, data):
    """On a laptop that writes on alone, the record reads as it read before the edit, whatever came between."""
    together(*team)
    ann = team[0]
    before = ann.current()
    edit = ann.write(data.draw(wanted(ann.plan)))
    for _ in range(data.draw(st.integers(0, 3))):
        ann.write(data.draw(wanted(ann.plan)))
    steps = {one.id: one for one in before.plan.steps} if edit is not None else {}
    for step in steps.values():
        try:
            made = put_back(ann.current(), key_of(edit), Spot(Place("steps", step.id), ""))
        except NotThere:
            continue
        if made.changes and not made.left:
            ann.act(*made.changes, intent=Intent.PUT_BACK)
        if not made.left:
            plan, differing, _ = readings(ann.current())
            was, differed, _ = readings(before)

            assert next(one for one in was.steps if one.id == step.id) in plan.steps
            assert {k: v for k, v in differed.items() if k[0].record == step.id} == {
                k: v for k, v in differing.items() if k[0].record == step.id
            }
