from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans.chain import ChainBroken
from fsdesk.plans.edits import Part
from fsdesk.store import devices, edits, erasing, tables, taking
from fsdesk.store.connection import Line
from fsdesk.store.devices import LeftOut
from fsdesk.store.erasing import Erasure
from fsdesk.store.secret import DataKey
from tests.store.written import PLAN, Pen, chained

PARTS = {Part.GENERAL: "a step", Part.SEALED: "a safe address"}


def take(store, made):
    """Take edits in one transaction."""
    with store.transaction() as tx:
        return taking.take(tx, chained(made))


def covered(store):
    """How far each other laptop's edits are here."""
    own = store.facts().device
    with store.reading() as tx:
        return {device: seq for device, seq in edits.coverage(tx).items() if device != own}


def test_edits_of_others_are_kept_once(store):
    """The same edits again change nothing and are said to be nothing new."""
    ann, ben = Pen("ann"), Pen("ben")
    made = [pen.writes() for pen in (ann, ben, ann)]

    first, again = take(store, made), take(store, made)

    assert (3, {PLAN: {"ann", "ben"}}) == (first.new, first.plans)
    assert (0, 0, (), {}) == again
    assert {"ann": 2, "ben": 1} == covered(store)
    with store.reading() as tx:
        assert [made[0], made[2], made[1]] == edits.of_plan(tx, PLAN)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_in_which_packages_come_makes_no_difference(store, order):
    """First, middle and last third of a chain, in any order, end the same; a gap is known as one meanwhile."""
    pen = Pen("ann")
    made = [pen.writes(str(number)) for number in range(6)]
    thirds = [made[0:2], made[2:4], made[4:6]]

    here = set()
    for third in order:
        take(store, thirds[third])
        here.add(third)
        reach = next(count for count in range(4) if count not in here)
        assert {"ann": 2 * reach} == covered(store)

    with store.reading() as tx:
        assert made == list(edits.since(tx, {}))
        assert (6, pen.link) == edits.last(tx, "ann")


@given(st.data())
def test_whatever_comes_however_often_ends_the_same(tmp_path_factory, data):
    """Taking is a union: any pieces in any order, with repetitions and withheld parts, end in one state."""
    folder = tmp_path_factory.mktemp("taking")
    pens = [Pen("ann"), Pen("ben")]
    made = [data.draw(st.sampled_from(pens)).writes_parts(PARTS) for _ in range(data.draw(st.integers(1, 8)))]
    pieces = data.draw(st.lists(st.lists(st.sampled_from(made), max_size=5), max_size=5))
    bare = [edit.without([Part.SEALED]) for edit in data.draw(st.lists(st.sampled_from(made), max_size=5))]
    (folder / "store.db").touch()
    line = Line(folder, DataKey.fresh())
    with line.transaction() as tx:
        tables.make_all(tx)
        for piece in [bare, *pieces, made]:
            assert () == taking.take(tx, chained(piece)).forks

    with line.reading() as tx:
        assert sorted(made, key=lambda edit: (edit.header.device, edit.header.seq)) == list(
            edits.since(tx, {})
        )
        assert {pen.device: pen.seq for pen in pens if pen.seq} == edits.coverage(tx)
    line.close()


def test_a_part_that_was_withheld_is_filled_in_when_it_comes(store):
    """The sealed part arrives later, and the edit is whole; nothing that was here changes."""
    whole = Pen("ann").writes_parts(PARTS)
    take(store, [whole.without([Part.SEALED])])

    filled, again = take(store, [whole]), take(store, [whole.without([Part.GENERAL])])

    assert (0, 1, (), {PLAN: {"ann"}}) == filled
    assert (0, 0, (), {}) == again
    with store.reading() as tx:
        assert [whole] == edits.of_plan(tx, PLAN)


def test_a_fork_is_handed_back_and_nothing_is_overwritten(store):
    """Another edit in a place that is taken waits for somebody to decide; the rest is taken."""
    first, other, ben = Pen("ann"), Pen("ann"), Pen("ben")
    held, strange, fine = first.writes("first"), other.writes("other"), ben.writes()
    take(store, [held])

    taken = take(store, [strange, fine])

    assert (strange,) == taken.forks
    assert {PLAN: {"ben"}} == taken.plans
    with store.reading() as tx:
        assert [held, fine] == edits.of_plan(tx, PLAN)


def test_a_fork_inside_one_package_is_handed_back(store):
    """Of two edits in one place the first is kept and the second handed back."""
    one, two = Pen("ann").writes("one"), Pen("ann").writes("two")

    assert (1, 0, (two,)) == take(store, [one, two, one])[:3]


def test_edits_that_close_a_gap_must_meet_what_is_here(store):
    """When the missing middle is not the one that the later edits name, nothing of it is taken."""
    real, forged = Pen("ann"), Pen("ann")
    made = [real.writes(str(number)) for number in range(3)]
    forged.writes("0")
    middle = forged.writes("not the same")
    take(store, [made[0], made[2]])

    with pytest.raises(ChainBroken):
        take(store, [middle])

    assert {"ann": 1} == covered(store)
    take(store, [made[1]])
    assert {"ann": 3} == covered(store)


@pytest.mark.parametrize("is_first", [True, False])
def test_left_out_edits_bridge_a_gap(store, is_first):
    """One left out as its digest, and a range with the link after it, let a chain go on, whichever comes first."""
    pen = Pen("ann")
    made = [pen.writes(str(number)) for number in range(6)]
    stands_for = [
        LeftOut(device="ann", first=2, last=2, digest=made[1].digest),
        LeftOut(device="ann", first=4, last=5, link_after=made[4].link, signature=b"signed"),
    ]

    def leave_out() -> None:
        with store.transaction() as tx:
            for one in stands_for * 2:
                devices.leave_out(tx, one)

    if is_first:
        leave_out()
    take(store, [made[0], made[2], made[5]])
    if not is_first:
        leave_out()

    assert {"ann": 6} == covered(store)
    with store.reading() as tx:
        assert stands_for == devices.left_out(tx, "ann")
        assert (6, pen.link) == edits.last(tx, "ann")


def test_what_comes_again_of_an_erased_plan_is_not_filled_in(store):
    """After an erasure its words stay away, whoever sends them again."""
    whole = Pen("ann").writes_parts(PARTS)
    take(store, [whole])
    with store.transaction() as tx:
        erasing.erase(tx, Erasure(plan=PLAN, erased_at=1, who="Morag"))

    taken = take(store, [whole])

    assert (0, 0, (), {}) == taken
    with store.reading() as tx:
        assert [whole.without(Part)] == edits.of_plan(tx, PLAN)


def test_a_thousand_edits_and_more_go_in_pieces(store):
    """Memory stays bounded, and the pieces fit together."""
    pen = Pen("ann")
    made = [pen.writes(str(number)) for number in range(2_345)]

    taken = take(store, made)

    assert 2_345 == taken.new
    assert {"ann": 2_345} == covered(store)
    with store.reading() as tx:
        assert made[2_000:] == list(edits.since(tx, {"ann": 2_000}))
        assert 2_345 == edits.count(tx)
