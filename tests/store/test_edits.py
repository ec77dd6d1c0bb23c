from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import chain
from fsdesk.plans.chain import ChainBroken, Fork
from fsdesk.plans.edits import Box, Edit, Key, Part
from fsdesk.store import edit_rows, edits, schema
from tests.store.stores import a_pen
from tests.store.written import PLAN, Pen

OTHER = "0190aa00-0000-7000-8000-000000000002"


def test_an_edit_comes_back_as_it_was_made(store):
    """Header, commitments, salts and bodies are the very bytes that were put in, whatever the parts."""
    pen = a_pen(store)
    made = [
        pen.writes("Tea together"),
        pen.writes_parts({Part.GENERAL: "a step", Part.SEALED: "a safe address", Part.OWN: "a note"}),
        pen.writes("only sealed", part=Part.SEALED),
        pen.writes_boxes(),
        pen.writes_boxes(7, 0, 0, 2, 1, 9),
    ]
    with store.transaction() as tx:
        keys = [edits.append(tx, edit) for edit in made]

    with store.reading() as tx:
        assert [Key(pen.device, seq) for seq in range(1, 6)] == keys
        assert made == edits.of_plan(tx, PLAN)
        assert (5, pen.link) == edits.last(tx, pen.device)
        assert 5 == edits.count(tx)


def test_plans_are_read_each_by_itself(store):
    """An edit belongs to one plan, and another plan is not read with it."""
    pen = a_pen(store)
    made = [pen.writes("here", plan=plan) for plan in (PLAN, OTHER, PLAN)]
    with store.transaction() as tx:
        for edit in made:
            edits.append(tx, edit)

    with store.reading() as tx:
        assert [made[0], made[2]] == edits.of_plan(tx, PLAN)
        assert [made[1]] == edits.of_plan(tx, OTHER)
        assert [] == edits.of_plan(tx, "never heard of")


def test_edits_are_read_since_a_point(store):
    """Only what lies beyond the given sequence numbers comes, in order."""
    pen = a_pen(store)
    made = [pen.writes(str(number)) for number in range(5)]
    with store.transaction() as tx:
        for edit in made:
            edits.append(tx, edit)

    with store.reading() as tx:
        assert made[3:] == list(edits.since(tx, {pen.device: 3}))
        assert made == list(edits.since(tx, {}))
        assert [] == list(edits.since(tx, {pen.device: 5, "elsewhere": 1}))


def test_a_second_edit_in_one_place_is_a_fork(store):
    """What was acknowledged is never overwritten."""
    device = store.facts().device
    first = Pen(device).writes("first")
    with store.transaction() as tx:
        edits.append(tx, first)

    with pytest.raises(Fork), store.transaction() as tx:
        edits.append(tx, Pen(device).writes("second"))

    with store.reading() as tx:
        assert [first] == edits.of_plan(tx, PLAN)


def test_an_edit_that_does_not_follow_on_is_refused(store):
    """A gap, a wrong link before, and a part that was not committed to break the chain."""
    device = store.facts().device
    late, strange, altered = Pen(device, seq=1), Pen(device, link=b"\1" * 32), Pen(device)
    whole = altered.writes("tea")
    box = whole.boxes[0]
    not_committed = Edit(whole.header_bytes, (Box(box.kind, box.commitment, box.salt, b"other words"),))

    for edit in (late.writes(), strange.writes(), not_committed):
        with pytest.raises(ChainBroken), store.transaction() as tx:
            edits.append(tx, edit)

    with store.reading() as tx:
        assert (0, chain.START) == edits.last(tx, device)
        assert 0 == edits.count(tx)


BOXES = st.lists(
    st.builds(
        lambda kind, salt, body: Box(kind, chain.commitment(salt, body), salt, body),
        st.integers(0, 4),
        st.binary(min_size=32, max_size=32),
        st.binary(max_size=40),
    ),
    max_size=6,
)


@given(BOXES, st.frozensets(st.integers(0, 4)))
def test_any_edit_survives_its_row(boxes, withheld):
    """Whatever parts an edit has and however many of them are withheld, its row gives it back."""
    bare = Pen("laptop").writes_boxes()
    edit = Edit(bare.header_bytes, tuple(boxes)).without(withheld)

    row = edit_rows.row(edit, 1, 1, 1, edit.link)
    kept = [bytes(one) if isinstance(one, bytearray) else one for one in row]
    kept += [None] * (len(schema.edits.columns) - len(row))

    assert edit == edit_rows.edit(kept, lambda _: edit_rows.further(edit))


def test_a_salt_of_another_length_is_refused():
    """Salt and body are kept together, so a salt has its 32 bytes."""
    edit = Edit(b"", (Box(0, b"", b"short", b"body"),))

    with pytest.raises(ValueError, match="32 bytes"):
        edit_rows.parts(edit)
