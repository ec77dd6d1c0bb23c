"""A plan grown by one edit is the plan folded whole."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import merge, restating, travel
from fsdesk.plans.edits import Edit, Part
from fsdesk.plans.fold import State
from fsdesk.plans.growing import grown
from fsdesk.plans.undoing import undo
from tests.plans import hostile
from tests.plans.any_plan import any_plan
from tests.plans.histories import laptops, small_plan, wanted
from tests.plans.laptops import Laptop, together

replace = msgspec.structs.replace


def known(state: State) -> dict[Any, Any]:
    """Everything that a state knows, however it came to know it."""
    return {
        place: (
            {name: held.writes for name, held in kept.fields.items()},
            {name: (held.put, held.taken) for name, held in kept.sets.items() if held.put or held.taken},
            (kept.touched, kept.takers, kept.taken_back, kept.added, kept.begun, kept.place, kept.last),
            sorted(kept.heard, key=repr),
        )
        for place, kept in state.records.items()
    }


def is_the_same(one: merge.Current, other: merge.Current) -> None:
    """Two plans read the same, know the same, and would send the same."""
    assert one[:3] == other[:3]
    assert dict(one.unreadable) == dict(other.unreadable)
    assert known(one.state) == known(other.state)
    assert (one.state.headers, one.state.plan) == (other.state.headers, other.state.plan)
    assert travel.private_places(one) == travel.private_places(other)
    owed = [sorted(restating.owed(each.state, lambda _: Part.GENERAL), key=repr) for each in (one, other)]
    assert owed[0] == owed[1]


@given(laptops(at_most=3), st.data())
def test_growing_edit_by_edit_is_folding_whole(team, data):
    """Whatever stood before, each edit of one's own on top of it gives what all of them together give."""
    together(*team)
    ann = team[0]
    now = ann.current()
    for _ in range(data.draw(st.integers(1, 4))):
        if data.draw(st.booleans()):
            edit = ann.write(data.draw(wanted(ann.plan)))
        else:
            which = data.draw(st.sampled_from(sorted(ann.edits)))
            made = undo(ann.current(), which).changes
            edit = ann.act(*made, intent=f"undid {ann.edits[which].header.id}") if made else None
        if edit is not None:
            now = grown(now, edit) or ann.current()
        is_the_same(ann.current(), now)


@given(any_plan(most=2), any_plan(most=2))
def test_one_edit_of_any_shape_grows_as_it_folds(one, two):
    """Also where it touches every list, and what was before stays as it was."""
    ann = Laptop("ann")
    ann.begin(one)
    before, again = ann.current(), ann.current()
    edit = ann.write(replace(two, id=one.id))
    if edit is not None:
        now = grown(before, edit)
        if now is not None:
            is_the_same(ann.current(), now)

    is_the_same(again, before)


@given(laptops(at_most=2), hostile.many(most=2))
def test_on_top_of_anything_hostile_it_is_the_same(team, wrong):
    """What could not be read before makes no difference to what is written after it."""
    together(*team)
    ann = team[0]
    held: list[Edit] = [*ann.edits.values(), *wrong]
    now = merge.fold(held)
    edit = ann.write(replace(ann.plan, title="Ours, at last"))
    assert edit is not None
    made = grown(now, edit)
    if made is not None:
        assert made[:4] == merge.fold([*held, edit])[:4]


def test_what_has_to_be_folded_whole_is_said_to():
    """An edit that is there already, one of another plan, one that cannot be read, one that says again."""
    ann, other = Laptop("ann"), Laptop("eve")
    first = ann.begin(small_plan())
    now = ann.current()
    strange = other.begin(replace(small_plan(), id="other"))
    edit = ann.write(replace(ann.plan, title="Ours"))
    broken = Edit(edit.header_bytes, tuple(replace(box, body=b"\xc1") for box in edit.boxes))

    assert [None] * 3 == [grown(now, one) for one in (first, strange, broken)]
    assert "Ours" == grown(now, edit).plan.title
