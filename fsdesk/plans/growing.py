"""A plan with one more edit: folded on top of what was folded before, with the same result as folding it all again."""

from __future__ import annotations

from dataclasses import replace

from fsdesk.plans import merge
from fsdesk.plans.edits import Edit
from fsdesk.plans.fold import Field, Kept, Place, SetField, State, read_edit, take_in
from fsdesk.plans.merge import Current


def grown(before: Current, edit: Edit) -> Current | None:
    """Return a plan with one more edit, whose maker held all the plan's edits; ``before`` stays as it is.

    Nothing where the plan has to be folded whole: for an edit that cannot be read in full, is of another plan,
    stands where one stands already, or says again what others said.
    """
    read, held = read_edit(edit), before.state
    if read.header is None or read.fault or read.repeats:
        return None
    if read.key in held.headers or read.header.plan != held.plan:
        return None
    state = State(dict(held.records), dict(held.headers), dict(held.unreadable), held.plan)
    for place in {Place(change.collection, change.record) for _, change in read.changes}:
        if place in held.records:
            state.records[place] = _apart(held.records[place])
    take_in(state, read)
    return merge.read(state)


def _apart(kept: Kept) -> Kept:
    """Return the same, so that what is added to it does not reach the one it was made from."""
    return replace(
        kept,
        adds=list(kept.adds),
        touched=dict(kept.touched),
        takers=dict(kept.takers),
        heard=list(kept.heard),
        registers={name: Field(dict(one.writes)) for name, one in kept.registers.items()},
        elements={name: _set_apart(one) for name, one in kept.elements.items()},
    )


def _set_apart(held: SetField) -> SetField:
    return SetField(
        {name: dict(put) for name, put in held.put.items()},
        {name: dict(taken) for name, taken in held.taken.items()},
        dict(held.values),
    )
