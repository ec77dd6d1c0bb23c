"""Changes between a plan as it was seen and as it is wanted: no more than that, knowing what was seen."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import changes, document, fields, merge
from fsdesk.plans import model as m
from fsdesk.plans.edits import Added, Elements, Intent, Key, Moved, PutBack, TookOut, Wrote
from fsdesk.plans.fold import Place
from tests.plans.any_plan import any_plan, whole_plan
from tests.plans.histories import small_plan
from tests.plans.laptops import Laptop, together

replace = msgspec.structs.replace


def began(plan: m.Plan | None = None) -> Laptop:
    """Ann's laptop with a plan."""
    ann = Laptop("ann")
    ann.begin(plan or small_plan())
    return ann


def of_steps(*ids: str) -> m.Plan:
    """The small plan with steps of these ids."""
    return replace(small_plan(), steps=tuple(m.Step(id=name, what=()) for name in ids))


def undated(plan: m.Plan) -> m.Plan:
    """The plan without times of change, which the history gives."""
    return replace(
        plan,
        **{
            name: tuple(replace(one, changed_at=None) for one in getattr(plan, name))
            for name in fields.collections()
        },
    )


@given(any_plan())
def test_a_plan_that_is_begun_reads_as_it_was(plan):
    """Whatever a plan holds, the changes that begin it fold into that very plan."""
    assert plan == began(plan).plan


@given(any_plan(most=3), any_plan(most=2))
def test_any_plan_can_be_made_into_any_other(one, two):
    """The changes between two plans of any shape make the first into the second, and then there is nothing to do."""
    ann = began(one)
    wanted = replace(two, id=one.id)
    ann.write(wanted)

    assert undated(wanted) == undated(ann.plan)
    assert {} == ann.current().unreadable
    assert None is ann.write(ann.plan)


@given(any_plan(most=2))
def test_a_plan_as_it_reads_asks_for_no_change(plan):
    """Wanting what is there writes nothing, also when the plan went through a document."""
    current = began(plan).current()

    assert [] == changes.between(current, plan)
    assert [] == changes.between(current, document.read(document.write(plan)))


@pytest.mark.parametrize("collection", fields.collections())
def test_every_field_can_be_changed_alone(collection):
    """Emptying one field of a full record changes that field and no other."""
    plan = whole_plan(lambda *_: "words")
    current = began(plan).current()
    (record,) = getattr(plan, collection)
    for one in msgspec.structs.fields(type(record)):
        if one.required or one.name in ("id", "changed_at", "audience", "sealed"):
            continue
        default = one.default_factory() if one.default is msgspec.NODEFAULT else one.default
        (made,) = changes.between(
            current, replace(plan, **{collection: (replace(record, **{one.name: default}),)})
        )

        assert (collection, record.id, one.name) == (made.collection, made.record, made.field)


def test_a_change_names_what_it_saw():
    """A new value supersedes the standing ones, a taken-off element the edits that put it there."""
    ann = began()
    step = ann.plan.steps[0]
    ann.write(
        replace(ann.plan, steps=(replace(step, place="Hall", who=frozenset({"p1"})), *ann.plan.steps[1:]))
    )
    current = ann.current()
    wanted = replace(step, place="Library", who=frozenset({"p2"}))
    made = changes.between(current, replace(current.plan, steps=(wanted, *current.plan.steps[1:])))

    assert [
        Wrote("steps", "s1", "place", ("Library",), (Key("ann", 2),)),
        Elements("steps", "s1", "who", ("p2",), (("p1", (Key("ann", 2),)),)),
    ] == sorted(made, key=lambda one: one.field)


def test_a_field_that_goes_back_to_its_default_says_so():
    """Emptying a field writes the default, so that others do not take it for untouched."""
    ann = began()
    ann.write(replace(ann.plan, title="Ours"))
    (made,) = changes.between(ann.current(), replace(ann.plan, title="Our plan"))

    assert ("Our plan",) == made.values
    ann.write(replace(ann.plan, title="Our plan"))
    assert "Our plan" == ann.plan.title


@given(
    st.permutations([f"s{at}" for at in range(8)]), st.sets(st.sampled_from([f"s{at}" for at in range(8)]))
)
def test_as_few_records_move_as_can_be(wanted, gone):
    """After any shuffle with records left out and put in, the list reads as wanted, and a rising run stays put."""
    ann = began(of_steps(*(f"s{at}" for at in range(8))))
    names = [one for one in wanted if one not in gone] + ["new"]
    steps = {one.id: one for one in ann.plan.steps} | {"new": m.Step(id="new", what=())}
    made = changes.between(ann.current(), replace(ann.plan, steps=tuple(steps[one] for one in names)))
    ann.act(*made, intent=Intent.WROTE) if made else None
    moved = sum(isinstance(one, Moved) for one in made)

    assert names == [one.id for one in ann.plan.steps]
    assert moved == len(names) - 1 - longest_rise([one for one in names if one != "new"])


def longest_rise(names: list[str]) -> int:
    """The length of a longest rising run, the plain way."""
    best: list[int] = []
    for at, name in enumerate(names):
        best.append(1 + max((best[i] for i in range(at) if names[i] < name), default=0))
    return max(best, default=0)


def test_changing_a_record_moves_none():
    """Where two laptops put records in one place, changing something else leaves both where they are."""
    ann, ben = began(), Laptop("ben")
    ben.take(ann.edits.values())
    for laptop, name in ((ann, "a"), (ben, "b")):
        laptop.write(replace(laptop.plan, steps=(*laptop.plan.steps, m.Step(id=name, what=()))))
    together(ann, ben)
    one, *rest = ann.plan.steps
    made = changes.between(ann.current(), replace(ann.plan, steps=(replace(one, place="Hall"), *rest)))

    assert ["s1", "s2", "a", "b"] == [step.id for step in ann.plan.steps]
    assert [Wrote] == [type(one) for one in made]


def test_a_record_finds_room_between_two_in_one_place():
    """Between two records that stand in the same place another can still be put."""
    ann, ben = began(), Laptop("ben")
    ben.take(ann.edits.values())
    for laptop, name in ((ann, "a"), (ben, "b")):
        laptop.write(replace(laptop.plan, steps=(*laptop.plan.steps, m.Step(id=name, what=()))))
    together(ann, ben)
    one, two, three, four = ann.plan.steps
    ann.write(replace(ann.plan, steps=(one, two, three, m.Step(id="between", what=()), four)))

    assert ["s1", "s2", "a", "between", "b"] == [step.id for step in ann.plan.steps]


def test_lists_end_in_the_same_order_everywhere():
    """Two who move and add in one list end with one order, whoever hears of it first."""
    ann, ben = began(of_steps("a", "b", "c", "d")), Laptop("ben")
    ben.take(ann.edits.values())
    ann.write(replace(ann.plan, steps=ann.plan.steps[::-1]))
    ben.write(replace(ben.plan, steps=(ben.plan.steps[2], m.Step(id="x", what=()), *ben.plan.steps[:2])))
    together(ann, ben)

    assert [one.id for one in ann.plan.steps] == [one.id for one in ben.plan.steps]
    assert {"a", "b", "c", "x"} == {one.id for one in ann.plan.steps} - {"d"}


def test_ten_thousand_records_are_quickly_compared():
    """Beginning, adding to and turning round a list of many records takes no longer than its length asks for."""
    many = [f"s{at}" for at in range(10_000)]
    ann = began(of_steps("s0"))
    current = ann.current()
    added = changes.between(current, of_steps(*many))
    ann.act(*added, intent=Intent.IMPORTED)
    turned = changes.between(ann.current(), of_steps(*reversed(many)))

    assert many == [one.id for one in ann.plan.steps]
    assert 9_999 == len(added) == len(turned)
    assert 8 > max(len(one.position) for one in [*added, *turned])


def test_a_record_taken_out_and_brought_again_is_put_back():
    """Undoing a take-out by wanting the record again puts it back with what is wanted now, in its place."""
    ann = began()
    whole = ann.plan.steps
    ann.write(replace(ann.plan, steps=whole[1:]))
    wanted = (replace(whole[0], place="Hall", who=frozenset({"p1"})), whole[1])
    made = changes.between(ann.current(), replace(ann.plan, steps=wanted))
    ann.write(replace(ann.plan, steps=wanted))

    assert PutBack("steps", "s1") in made
    assert not any(isinstance(one, Added) for one in made)
    assert wanted == tuple(replace(one, changed_at=None) for one in ann.plan.steps)


def test_out_and_back_and_out_again():
    """A record may go and come as often as people wish, and everybody reads the last that was seen."""
    ann, ben = began(), Laptop("ben")
    ben.take(ann.edits.values())
    place = Place("steps", "s1")
    for _ in range(3):
        ann.act(changes.take_out(ann.current(), place), intent=Intent.TOOK_OUT)
        together(ann, ben)
        assert ["s2"] == [one.id for one in ben.plan.steps]
        assert (place,) == ben.current().taken_out
        ben.act(changes.put_back(place), intent=Intent.PUT_BACK)
        together(ann, ben)
        assert ["s1", "s2"] == [one.id for one in ann.plan.steps]


@pytest.mark.parametrize(
    "meanwhile",
    [
        Elements("steps", "s1", "who", ("p1",)),
        Moved("steps", "s1", "zz"),
        PutBack("steps", "s1"),
        Wrote("steps", "s1", "place", ("Hall",)),
    ],
)
def test_any_change_that_a_take_out_did_not_see_keeps_the_record(meanwhile):
    """Somebody added, moved, put back or wrote while another took the record out: it stays, whole."""
    ann, ben = began(), Laptop("ben")
    ben.take(ann.edits.values())
    ann.act(changes.take_out(ann.current(), Place("steps", "s1")), intent=Intent.TOOK_OUT)
    ben.act(meanwhile, intent=Intent.WROTE)
    together(ann, ben)

    assert {"s1", "s2"} == {one.id for one in ann.plan.steps}
    assert "Tea together" == m.text_of(ann.plan.steps[-1].what)


def test_words_taken_back_are_not_brought_again():
    """Wanting a voice that was taken back writes nothing, however often it is wanted."""
    said = m.Voice(id="v1", person="p1", words=(m.Span(text="No more"),))
    ann = began(replace(small_plan(), voices=(said,)))
    ann.act(changes.take_back(Place("voices", "v1")), intent=Intent.TOOK_BACK_WORDS)

    assert None is ann.write(replace(ann.plan, voices=(said,)))
    assert () == ann.plan.voices


def test_what_was_made_of_words_taken_back_is_gone_too():
    """An easy line of the words and a drawing that only they show go with them; a picture shown elsewhere stays."""
    voices = (
        m.Voice(id="v1", person="p1", media=frozenset({"bus", "dog"})),
        m.Voice(id="v2", person="p2", media=frozenset({"dog"})),
    )
    pictures = tuple(m.Media(id=name, hash="9f" * 32) for name in ("bus", "dog"))
    lines = (m.EasyLine(id="e1", of="v1", text="A bus"), m.EasyLine(id="e2", of="v2", text="A dog"))
    ann = began(replace(small_plan(), voices=voices, media=pictures, easy_lines=lines))
    ann.act(changes.take_back(Place("voices", "v1")), intent=Intent.TOOK_BACK_WORDS)

    assert (["v2"], ["dog"], ["e2"]) == tuple(
        [one.id for one in records] for records in (ann.plan.voices, ann.plan.media, ann.plan.easy_lines)
    )
    assert {"v1", "bus", "e1"} == {place.record for place in ann.current().taken_out}


def test_settling_and_reopening():
    """A settlement names every version it saw; with several values it leaves the field open."""
    ann, ben = began(), Laptop("ben")
    ben.take(ann.edits.values())
    ann.write(replace(ann.plan, title="Ann's"))
    ben.write(replace(ben.plan, title="Ben's"))
    together(ann, ben)
    place = Place(fields.PLAN, "plan")
    settled = changes.settle(ann.current(), place, "title", ["Ben's"])

    assert Wrote("", "plan", "title", ("Ben's",), (Key("ann", 2), Key("ben", 1))) == settled
    ann.act(settled, intent=Intent.SETTLED)
    ann.act(changes.settle(ann.current(), place, "title", ["Ann's", "Ben's"]), intent=Intent.UNDID)

    assert ["Ann's", "Ben's"] == [one.value for one in ann.current().differing[0].versions]
    assert {"Ann's", "Ben's"} == {plan.title for plan in merge.readings(ann.current())}


def test_an_unsettled_field_that_nobody_touches_stays_unsettled():
    """Writing something else leaves both versions of a field where they are."""
    ann, ben = began(), Laptop("ben")
    ben.take(ann.edits.values())
    ann.write(replace(ann.plan, title="Ann's"))
    ben.write(replace(ben.plan, title="Ben's"))
    together(ann, ben)
    ann.write(replace(ann.plan, language="gd"))

    assert ["title"] == [one.field for one in ann.current().differing]


def test_a_take_out_names_every_edit_of_the_record():
    """What is taken out is taken out in the knowledge of all that was seen of it."""
    ann = began()
    ann.write(replace(ann.plan, steps=ann.plan.steps[::-1]))
    made = changes.take_out(ann.current(), Place("steps", "s1"))
    (other,) = changes.between(ann.current(), replace(ann.plan, steps=ann.plan.steps[:1]))

    assert TookOut("steps", "s1", made.saw) == other == made
    assert Key("ann", 1) in made.saw
