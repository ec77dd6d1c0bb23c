"""Folding whatever comes: nothing raises, nothing honest is lost, what cannot be read is put aside with its reason."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import document, fold, history, merge, travel
from fsdesk.plans import model as m
from fsdesk.plans.chain import START, commitment
from fsdesk.plans.edits import (
    MOST,
    Added,
    Again,
    Box,
    Edit,
    Elements,
    Header,
    Intent,
    Key,
    Moved,
    Part,
    PutBack,
    TookBack,
    TookOut,
    Wrote,
    key_of,
)
from fsdesk.plans.fold import Place
from tests.plans import hostile
from tests.plans.histories import laptops, small_plan, wanted
from tests.plans.laptops import Laptop, together

replace = msgspec.structs.replace


def began() -> Laptop:
    """Ann's laptop with a small plan."""
    ann = Laptop("ann")
    ann.begin(small_plan())
    return ann


def of_eve(*changes: object, part: Part = Part.GENERAL, **over: object) -> Edit:
    """An edit as somebody could write it who means no good."""
    header = Header("eve-1", "plan", "eve", 1, START, 50, 1_700_000_000_000, "Eve", "wrote")
    body, salt = msgspec.msgpack.encode(changes), bytes(32)
    return Edit(
        msgspec.msgpack.encode(replace(header, **over)), (Box(int(part), commitment(salt, body), salt, body),)
    )


def folded(*changes: object, **over: object) -> merge.Current:
    """Ann's plan with Eve's edit beside it."""
    return merge.fold([*began().edits.values(), of_eve(*changes, **over)])


@given(laptops(at_most=2), hostile.many(), st.randoms(use_true_random=False))
def test_nothing_that_decodes_as_an_edit_stops_a_plan(team, wrong, random):
    """With any edits beside the honest ones a plan is read, told and written, the same in every order."""
    together(*team)
    edits = [*team[0].edits.values(), *wrong]
    current = merge.fold(edits)
    shuffled = list(edits)
    random.shuffle(shuffled)

    assert "plan" == current.plan.id
    assert current[:4] == merge.fold(shuffled)[:4]
    assert current.plan == document.read(document.write(current.plan))
    assert all(current.unreadable.values())
    assert len(history.entries(edits)) <= len(edits)
    for plan in merge.readings(current):
        document.write(plan)


@given(hostile.many(), st.data())
def test_people_go_on_writing_whatever_came(wrong, data):
    """With any edits beside the honest ones people write on, and what they write is there; all of it can be sent."""
    ann = began()
    ann.take({key_of(edit): edit for edit in wrong if fold.read_edit(edit).header}.values())
    for _ in range(2):
        plan = data.draw(wanted(ann.plan))
        ann.write(plan)

        assert [one.id for one in plan.steps] == [one.id for one in ann.plan.steps]
        assert plan.title == ann.plan.title
    travel.private_places(ann.current())
    ann.make_ready_to_send()


@given(hostile.many(most=1))
def test_without_a_beginning_there_is_no_plan(wrong):
    """Edits that begin no plan that can be read are said to be no plan, and nothing else is raised."""
    try:
        current = merge.fold(wrong)
    except merge.NoPlan:
        return

    assert current.plan == document.read(document.write(current.plan))


@given(laptops(at_most=3), st.data())
def test_edits_may_come_in_any_subset(team, data):
    """Whatever arrives first, the plan reads, and once all has come it reads as if it had come at once."""
    together(*team)
    first, *rest = team[0].edits.values()
    some = [edit for edit in rest if data.draw(st.booleans())]
    merge.fold([first, *some])

    assert merge.fold(team[0].edits.values())[:4] == merge.fold([first, *some, *rest])[:4]


@given(laptops(at_most=3), st.data())
def test_withheld_parts_that_come_later_make_the_whole(team, data):
    """A laptop that lacked sealed parts and gets them later reads what the others read."""
    together(*team)
    whole = team[0].edits
    less = {
        key: edit.without([Part.SEALED]) if data.draw(st.booleans()) else edit for key, edit in whole.items()
    }
    merge.fold(less.values())
    later = merge.union(less, whole)

    assert whole == later == merge.union(whole, less)
    assert merge.fold(whole.values())[:4] == merge.fold(later.values())[:4]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("place", value) for value in (7, None, b"Hall")),
        *(("what", value) for value in ("no spans", [{"text": "x", "zebra": 1}])),
        *(
            ("by_when", "soon"),
            ("state", "by force"),
            ("slot", ["day"]),
            ("offer", "yes"),
            ("goal", "odd id"),
        ),
    ],
)
def test_a_value_that_fits_no_field_is_put_aside_and_the_earlier_one_stands(field, value):
    """A wrong value is named with its place and changes nothing, not even by what it claims to have seen."""
    ann = began()
    honest = next(one for one in ann.plan.steps if one.id == "s1")
    wrong = Wrote("steps", "s1", field, (value,), (Key("ann", 1),))
    current = merge.fold([*ann.edits.values(), of_eve(wrong)])
    read = next(one for one in current.plan.steps if one.id == "s1")

    assert honest == replace(read, changed_at=None)
    assert [f"steps/s1/{field}"] == list(current.unreadable)
    assert () == current.differing


def test_a_wrong_value_beside_a_right_one_leaves_the_right_one():
    """Of a reopened field only the versions that can be read are shown."""
    current = folded(Wrote("steps", "s1", "place", (7, "Hall", {"a": 1}), ()))

    assert "Hall" == current.plan.steps[0].place
    assert () == current.differing


def test_a_wrong_value_that_a_right_one_replaced_is_forgotten():
    """What somebody has since written over a wrong value stands, and nothing older comes back."""
    wrong = of_eve(Wrote("steps", "s1", "what", ("no spans",), (Key("ann", 1),)), lamport=2)
    right = Wrote("steps", "s1", "what", ([{"text": "New"}],), (Key("eve", 1),))
    current = merge.fold([*began().edits.values(), wrong, of_eve(right, seq=2, lamport=3)])

    assert ("New", ()) == (m.text_of(current.plan.steps[0].what), current.differing)


@pytest.mark.parametrize(
    ("collection", "record", "field", "safest"),
    [
        ("steps", "s1", "audience", m.Audience(to=m.Reach.MY_WORKER)),
        ("steps", "s1", "sealed", True),
        ("people", "p1", "no_paper", True),
        ("shares", "sh1", "consent", m.Consent.WITHDRAWN),
        ("households", "h1", "safe_to_print", False),
    ],
)
def test_a_protective_field_that_cannot_be_read_protects_most(collection, record, field, safest):
    """An audience or a consent that this program does not know counts as the most protective one."""
    current = folded(Wrote(collection, record, field, ({"from": "tomorrow"},), (Key("ann", 1),)))
    read = next(one for one in getattr(current.plan, collection) if one.id == record)

    assert safest == getattr(read, field)
    assert f"{collection}/{record}/{field}" in current.unreadable


@pytest.mark.parametrize(
    "change",
    [
        Wrote("steps", "s1", "zebra", ("x",)),
        Wrote("steps", "s1", "id", ("s9",)),
        Wrote("steps", "s1", "changed_at", ("2030-01-01T00:00:00Z",)),
        Wrote("steps", "s1", "what", ()),
        Wrote("steps", "s1", "who", (["p2"],)),
        Elements("steps", "s1", "place", ("Hall",)),
        Moved("steps", "s1", "0"),
        Moved("steps", "s1", "a place"),
        Added("cases", "c1", {}),
        Wrote("", "another", "title", ("Stolen",)),
        Added("", "aaa", {"code": "ZZZZ-ZZZZ", "title": "Stolen"}),
        TookOut("", "plan", (Key("ann", 1),)),
        TookBack("", "plan"),
        PutBack("", "plan"),
        Moved("", "plan", "V"),
        Again("steps", "s1", Key("ann", 1), TookOut("steps", "s2", (Key("ann", 1),))),
    ],
)
def test_a_change_that_plans_do_not_have_is_put_aside(change):
    """An unknown field, an odd way of writing, or a reach for the plan itself changes nothing and is named."""
    current = folded(change)

    assert began().plan == replace(current.plan)
    assert ["eve:1"] == list(current.unreadable)


@pytest.mark.parametrize("record", ["../../etc", "a b", "", "x\n", "é", "x" * 65, "a\0"])
def test_a_record_with_an_odd_name_is_put_aside(record):
    """Ids with odd signs never reach the plan, and one good change in the same edit does."""
    current = folded(Added("steps", record, {"what": []}), Wrote("steps", "s1", "place", ("Hall",)))

    assert ["s1", "s2"] == sorted(one.id for one in current.plan.steps)
    assert "Hall" == next(one.place for one in current.plan.steps if one.id == "s1")
    assert ["eve:1"] == list(current.unreadable)


def test_what_was_written_later_cannot_have_been_seen():
    """A take-out, a value and a taken-off element that claim to have seen the future supersede none of it."""
    ann = began()
    one, two = ann.plan.steps
    ann.write(
        replace(
            ann.plan,
            steps=(replace(one, place="Ann's", who=frozenset({"p1"})), replace(two, no_rush=True)),
        )
    )
    future = tuple(Key("ann", seq) for seq in range(1, 20))
    early = of_eve(
        TookOut("steps", "s2", future),
        Wrote("steps", "s1", "place", ("Eve's",), future),
        Elements("steps", "s1", "who", (), (("p1", future),)),
        lamport=2,
    )
    current = merge.fold([*ann.edits.values(), early])
    read = {one.id: one for one in current.plan.steps}

    assert {"s1", "s2"} == set(read)
    assert frozenset({"p1"}) == read["s1"].who
    assert {"Ann's", "Eve's"} == {version.value for version in current.differing[0].versions}


def test_a_counter_that_is_used_up_still_lets_differences_be_settled():
    """Somebody who puts the counter to its end keeps nobody from writing over it."""
    ann = began()
    ann.take([of_eve(Wrote("steps", "s1", "place", ("Eve's",)), lamport=MOST)])
    step = ann.plan.steps[0]
    ann.write(replace(ann.plan, steps=(replace(step, place="Ann's"), *ann.plan.steps[1:])))
    ann.write(replace(ann.plan, title="And on"))

    assert ("Ann's", "And on") == (ann.plan.steps[0].place, ann.plan.title)
    assert () == ann.current().differing
    assert MOST == max(edit.header.lamport for edit in ann.edits.values())


def test_a_record_that_two_laptops_added_is_one_record():
    """The same id begun twice is one record: equal values are one, others differ, sets are joined."""
    current = folded(Added("steps", "s1", {"what": [{"text": "Eve"}], "goal": "g1", "who": ["p2"]}, "zz"))
    step = next(one for one in current.plan.steps if one.id == "s1")

    assert frozenset({"p2"}) == step.who
    assert ["what"] == [one.field for one in current.differing]
    assert "g1" == step.goal


def test_one_id_in_two_lists_is_the_record_that_was_there_first():
    """A record that takes another's id in another list is put aside, so that the plan is still a document."""
    current = folded(Added("goals", "s1", {"text": []}))

    assert ["g1"] == [one.id for one in current.plan.goals]
    assert ["goals/s1"] == list(current.unreadable)
    assert current.plan == document.read(document.write(current.plan))


def test_an_edit_of_another_plan_is_put_aside():
    """What belongs to another plan is noted and changes nothing, in whatever order it came."""
    other = of_eve(Added("", "zz", {"code": "ZZZZ-ZZZZ"}), Added("steps", "s9", {"what": []}), plan="zz")
    for edits in ([*began().edits.values(), other], [other, *began().edits.values()]):
        current = merge.fold(edits)

        assert (began().plan, {"eve:1": "an edit belongs to another plan"}) == (
            current.plan,
            current.unreadable,
        )


def test_an_edit_that_does_not_say_whose_it_is_is_put_aside():
    """An edit with a broken header stands among what cannot be read."""
    current = merge.fold([*began().edits.values(), Edit(b"\xff", ())])
    (named,) = current.unreadable

    assert named.startswith("unnamed-")
    assert began().plan == current.plan


def test_a_plan_whose_own_fields_are_broken_is_no_plan():
    """A beginning without a code that can be read is no beginning."""
    with pytest.raises(merge.NoPlan):
        merge.fold([of_eve(Added("", "plan", {"code": "no code"}))])
    with pytest.raises(merge.NoPlan):
        merge.fold([])


def test_the_time_of_change_is_the_latest_that_anybody_claims():
    """A record's time of change comes from the history, is never a difference, and no impossible time counts."""
    ann = began()
    for made_at, seq in ((1_700_000_000_000, 1), (1_600_000_000_000, 2), (2**53 - 1, 3)):
        ann.take([of_eve(Wrote("steps", "s1", "place", (f"{seq}",)), made_at=made_at, seq=seq)])
    added = Added("steps", "s9", {"what": [], "changed_at": "2026-01-01T00:00:00Z"})
    again = Added("steps", "s9", {"what": [], "changed_at": "2025-01-01T00:00:00Z"})
    ann.take(
        [
            of_eve(added, seq=4),
            of_eve(again, seq=5),
            of_eve(Added("steps", "s8", {"what": [], "changed_at": 1}), seq=6),
        ]
    )
    by_id = {one.id: one.changed_at for one in ann.plan.steps}

    assert ("2023-11-14", "2026-01-01") == tuple(str(by_id[name].date()) for name in ("s1", "s9"))
    assert None is by_id["s8"]
    assert ["place"] == [one.field for one in ann.current().differing]


def test_single_fields_of_the_plan_merge_as_wholes():
    """Two who set the next review differently have two whole reviews to choose from, never a mixture."""
    ann, ben = began(), Laptop("ben")
    ben.take(ann.edits.values())
    day, other = (
        m.NextReview(on=msgspec.convert(text, m.Day), place=text) for text in ("2026-12-01", "2026-12-02")
    )
    ann.write(replace(ann.plan, next_review=day))
    ben.write(replace(ben.plan, next_review=other))
    together(ann, ben)
    (differing,) = ben.current().differing

    assert day == ben.plan.next_review
    assert ["2026-12-01", "2026-12-02"] == [version.value["place"] for version in differing.versions]
    assert (Place("", "plan"), "next_review") == (differing.place, differing.field)


def test_the_frontier_is_the_last_edit_of_each_laptop():
    """A state knows how far it reaches."""
    ann = began()
    ann.take([of_eve(seq=3)])
    ann.write(replace(ann.plan, title="x"), intent=Intent.WROTE)

    assert {"ann": 2, "eve": 3} == fold.gather(ann.edits.values()).frontier
