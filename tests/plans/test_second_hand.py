from __future__ import annotations

from copy import deepcopy

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import merge, second_hand
from fsdesk.plans import model as m
from fsdesk.plans.edits import Box, Edit, Intent, Key, key_of
from fsdesk.plans.writing import Ink
from tests.plans.histories import small_plan, wanted
from tests.plans.laptops import Laptop

replace = msgspec.structs.replace


def forked() -> tuple[Laptop, Laptop, Laptop]:
    """Ann began a plan; her laptop was copied, and Ben has all that she had."""
    ann = Laptop("ann")
    ann.begin(small_plan())
    ben = Laptop("ben")
    ben.take(ann.edits.values())
    return ann, deepcopy(ann), ben


def written_again(copy: Laptop, shared: int, other: str) -> list[Edit]:
    """What the copy wrote beyond what is shared, once more in another laptop's chain."""
    made: list[Edit] = []
    keys: dict[Key, Key] = {}
    ids: dict[str, str] = {}
    previous = bytes(32)
    for edit in (one for key, one in sorted(copy.edits.items()) if key.seq > shared):
        ink = Ink(other, len(made) + 1, previous, edit.header.lamport, "Nobody", 0)
        once = second_hand.again(edit, ink, f"{other}-{len(made) + 1}", lambda count: bytes(count), keys, ids)
        keys[key_of(edit)], ids[edit.header.id] = key_of(once), once.header.id
        previous = once.link
        made.append(once)
    return made


def reading(edits: list[Edit]) -> tuple[object, ...]:
    """How a plan reads, and every version of what differs."""
    now = merge.fold(edits)
    return now.plan, [[one.value for one in field.versions] for field in now.differing], now.taken_out


@given(st.data())
def test_what_a_copy_said_reads_as_if_another_laptop_had_said_it(data):
    """Whatever was written on both sides: the same plan, the same differing versions, nothing lost."""
    ann, copy, ben = forked()
    for _ in range(data.draw(st.integers(1, 4))):
        ann.write(data.draw(wanted(ann.plan)))
    for _ in range(data.draw(st.integers(1, 4))):
        made = data.draw(wanted(copy.plan))
        copy.write(made)
        ben.write(made)
    said = written_again(copy, 1, "ben")

    assert reading([*ann.edits.values(), *ben.edits.values()]) == reading([*ann.edits.values(), *said])


def test_it_is_said_in_the_name_of_who_said_it_and_when():
    """Whoever takes it in lends the chain and nothing else."""
    _, copy, _ = forked()
    copy.write(replace(small_plan(), title="On the copy"))

    (once,) = written_again(copy, 1, "ben")

    was = copy.edits[Key("ann", 2)].header
    now = once.header
    assert (was.who, was.made_at, was.intent, "ben") == (now.who, now.made_at, now.intent, now.device)
    assert was.id != now.id


def test_an_undo_names_what_it_undid_where_that_stands_now():
    """The edit that it undid was written once more, too."""
    _, copy, _ = forked()
    wrote = copy.write(replace(small_plan(), title="On the copy"))
    assert wrote is not None
    copy.write(small_plan(), intent=f"{Intent.UNDID} {wrote.header.id}")

    first, undid = written_again(copy, 1, "ben")

    assert first.header.id == undid.header.undoes


def test_parts_that_are_not_open_are_left_out_and_unknown_ones_go_along_as_they_are():
    """A later fsdesk reads what this one does not."""
    _, copy, _ = forked()
    edit = copy.write(replace(small_plan(), title="x"))
    assert edit is not None
    strange = Box(7, bytes(32), bytes(32), b"something new")
    more = replace(edit, boxes=(*edit.boxes, strange, Box(1, bytes(32))))
    ink = Ink("ben", 1, bytes(32), 9, "Nobody", 0)

    once = second_hand.again(more, ink, "id", lambda count: bytes(count), {})

    assert [0, 7] == [box.kind for box in once.boxes]
    assert (b"something new", True) == (once.boxes[1].body, once.is_whole)


def test_each_part_travels_as_far_as_it_did():
    """A sealed step of the copy is sealed in the lead's hand, too."""
    _, copy, _ = forked()
    steps = (*small_plan().steps, m.Step(id="s9", what=(m.Span(text="quietly"),), sealed=True))
    made = copy.write(replace(small_plan(), steps=steps))
    assert made is not None

    (once,) = written_again(copy, 1, "ben")

    assert [box.kind for box in made.boxes] == [box.kind for box in once.boxes]
