"""Which edit is undone, which undo stands, and which edit is the next to undo."""

from __future__ import annotations

import msgspec
import pytest

from fsdesk.plans.edits import Intent, Key, TookOut, Wrote, key_of
from fsdesk.plans.undone import Undone
from tests.plans.undoes import STEP, and_ben, began, undoes

replace = msgspec.structs.replace


@pytest.mark.parametrize("times", [1, 2, 3])
def test_the_next_to_undo_goes_back_step_by_step(times):
    """Undoing again goes on to the edit before; an undo that was undone counts as its edit."""
    ann = began()
    made = [ann.write(replace(ann.plan, title=title)) for title in ("One", "Two", "Three")]
    for _ in range(times):
        key = Undone(ann.current().state.headers).next_of("ann")
        done = undoes(ann, ann.edits[key])

    assert ["Two", "One", "Our plan"][times - 1] == ann.plan.title
    assert key == key_of(made[-times])
    redone = undoes(ann, done)

    assert ["Three", "Two", "One"][times - 1] == ann.plan.title
    assert key_of(redone) == Undone(ann.current().state.headers).next_of("ann")


def test_one_persons_undo_is_of_their_own_edits():
    """Ben's last edit is not Ann's to undo by the way."""
    ann = began()
    ann.write(replace(ann.plan, title="Ours"))
    ben = and_ben(ann)
    ben.write(replace(ben.plan, neighbourhood="Row"))
    ann.take(ben.edits.values())
    known = Undone(ann.current().state.headers)

    assert (Key("ann", 2), Key("ben", 1), None) == tuple(known.next_of(one) for one in ("ann", "ben", "cat"))


def test_an_undo_that_names_what_came_later_undid_nothing():
    """A hostile undo of the future, or of itself, makes no circle."""
    ann = began()
    ann.act(Wrote("", "plan", "title", ("A",), ()), intent=f"{Intent.UNDID} ann-3")
    ann.act(TookOut(*STEP, ()), intent=f"{Intent.UNDID} ann-3")
    known = Undone(ann.current().state.headers)

    assert [None] * 3 == [known.undo_of(Key("ann", seq)) for seq in (1, 2, 3)]
    assert [False] * 3 == [known.restores(Key("ann", seq)) for seq in (1, 2, 3)]
