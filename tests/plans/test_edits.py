"""Edits as they are kept and travel: bytes that come back the same, parts that can be withheld, garbage put aside."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import edits
from fsdesk.plans.chain import START, commitment
from fsdesk.plans.edits import Added, Again, Box, Edit, Elements, Header, Key, Moved, Part, Wrote
from tests.plans.histories import small_plan
from tests.plans.laptops import Laptop

HEADER = Header("ann-1", "plan", "ann", 1, START, 1, 1_700_000_000_000, "Ann", "wrote")
WIRE = msgspec.msgpack.Decoder(Edit)


def sealed_edit() -> Edit:
    """An edit with a general and a sealed part."""
    return Laptop("ann").begin(small_plan())


def of_body(body: bytes, kind: int = Part.GENERAL) -> Edit:
    """An edit whose one part has some bytes in it."""
    salt = bytes(32)
    box = Box(int(kind), commitment(salt, body), salt, body)
    return Edit(msgspec.msgpack.encode(HEADER), (box,))


def sent(edit: Edit) -> Edit:
    """The edit after a journey."""
    return WIRE.decode(msgspec.msgpack.encode(edit))


def test_an_edit_comes_back_as_it_was_sent():
    """Header bytes, parts, link and changes of an edit are the same after a journey."""
    edit = sealed_edit()

    assert edit == sent(edit)
    assert (edit.header_bytes, edit.link) == (sent(edit).header_bytes, sent(edit).link)
    assert edits.changes_of(edit) == edits.changes_of(sent(edit))
    assert Key("ann", 1) == edits.key_of(edit)


def test_a_header_keeps_the_bytes_its_maker_wrote():
    """A header from a newer program, with something more in it, is read, kept and relayed byte for byte."""
    newer = msgspec.msgpack.encode([*msgspec.to_builtins(HEADER, builtin_types=(bytes,)), {"new": [1]}])
    edit = sent(Edit(newer, of_body(b"\x90").boxes))

    assert newer == edit.header_bytes
    assert HEADER == edit.header
    assert edit.link == sent(edit).link


@given(st.integers(3, 2**16 - 1), st.binary())
def test_parts_of_an_unknown_kind_are_kept_and_relayed(kind, body):
    """A part that this program does not know goes on as it came, and nothing is read of it."""
    known = sealed_edit()
    further = of_body(body, kind).boxes[0]
    edit = Edit(known.header_bytes, (*known.boxes, further))

    assert further == sent(edit).boxes[-1]
    assert edits.changes_of(known) == edits.changes_of(sent(edit))
    assert edit.link != known.link


@pytest.mark.parametrize("kinds", [[0], [1], [0, 1], [2], []])
def test_withholding_a_part_keeps_the_link(kinds):
    """An edit without some of its parts stands in the chain as the whole one does, and still is whole."""
    edit = sealed_edit()
    less = edit.without(kinds)

    assert edit.link == less.link
    assert less.is_whole
    assert [box.kind not in kinds for box in edit.boxes] == [box.is_open for box in less.boxes]
    assert {box.commitment for box in edit.boxes} == {box.commitment for box in less.boxes}


def test_any_flipped_bit_shows():
    """Whatever bit of an edit is turned, it cannot be read, is not whole, has another link, or is the same edit."""
    edit = sealed_edit()
    wire = msgspec.msgpack.encode(edit)
    unseen = []
    for at in range(len(wire) * 8):
        turned = bytearray(wire)
        turned[at // 8] ^= 1 << at % 8
        try:
            other = WIRE.decode(bytes(turned))
            if other.is_whole and other.link == edit.link and other != edit:
                unseen.append(at)
        except (ValueError, RecursionError):
            continue

    assert [] == unseen


@given(st.binary(max_size=60))
def test_garbage_in_a_part_is_put_aside_as_unreadable(body):
    """A part that is not what edits are made of is called unreadable, whatever its bytes."""
    edit = of_body(body)
    try:
        decoded = msgspec.msgpack.decode(body, type=edits.Changes)
    except (ValueError, RecursionError):
        with pytest.raises(edits.Unreadable):
            edits.changes_of(edit)
        assert [edits.Contents(Part.GENERAL, (), edits.contents_of(edit)[0].fault)] == edits.contents_of(edit)
    else:
        assert decoded == edits.changes_of(edit)


@pytest.mark.parametrize(
    "piece",
    [
        ["z", "steps", "s1", "new"],
        ["w", "steps", "../s1", "what", ["x"], []],
        ["w", "steps", "s1", "what"],
        ["a", "steps", "s1", {1: 2}],
        ["m", "steps", "s1", 7],
        ["s", "steps", "s1", ["ann", 1], ["s", "steps", "s1", ["ann", 1], ["p", "steps", "s1"]]],
        "not even a list",
        [],
        {"a": 1},
    ],
)
def test_one_bad_change_spoils_neither_its_part_nor_the_others(piece):
    """A change from a newer program, or a broken one, is put aside with a reason and the rest is read."""
    good = Wrote("steps", "s1", "place", ("Hall",))
    body = msgspec.msgpack.encode([msgspec.to_builtins(good), piece, msgspec.to_builtins(good)])
    (contents,) = edits.contents_of(of_body(body))

    assert (good, good) == contents.changes
    assert contents.fault
    with pytest.raises(edits.Unreadable):
        edits.changes_of(of_body(body))


@pytest.mark.parametrize(
    "body", [b"\x91\xa1\xff", b"\x91\x95\xa1a\xa1\xff\xa1x\x80\xa0", b"\x91" * 5_000, b"\xc1", b""]
)
def test_broken_text_and_bottomless_nesting_are_put_aside(body):
    """Bytes that are no text, or lists without end, are unreadable and nothing worse."""
    with pytest.raises(edits.Unreadable):
        edits.changes_of(of_body(body))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("seq", value) for value in (0, -1, 2**53, 1.0, "1")),
        *(("lamport", value) for value in (-1, 2**53)),
        *(("made_at", value) for value in (2**53, -(2**53))),
        *(("previous", value) for value in (b"", bytes(31), bytes(33), "")),
        *((name, value) for name in ("id", "plan", "device") for value in ("", "a b", "a\n", "x" * 65, None)),
        *(("who", value) for value in (None, 1)),
    ],
)
def test_a_header_that_nobody_writes_is_no_header(field, value):
    """Numbers out of any range, links of another length and ids with odd signs are refused as headers."""
    wrong = msgspec.msgpack.encode(msgspec.structs.replace(HEADER, **{field: value}))
    with pytest.raises(msgspec.DecodeError):
        _ = Edit(wrong, ()).header


@pytest.mark.parametrize("data", [b"", b"\xc1", b"\x99" + b"\xa1\xff" * 9, b"\x91" * 5_000, b"\x90"])
def test_bytes_that_are_no_header_are_said_to_be_none(data):
    """Whatever the bytes of a header are, the one thing that is raised is that they are none."""
    with pytest.raises(msgspec.DecodeError):
        _ = Edit(data, ()).header


@pytest.mark.parametrize(
    "box", [[-1, bytes(32)], [2**16, bytes(32)], [0, bytes(31)], [0, bytes(33)], [0, "x" * 32]]
)
def test_a_box_that_nobody_makes_is_no_box(box):
    """Kinds that no chain can hold and commitments of another length do not decode."""
    with pytest.raises(msgspec.ValidationError):
        WIRE.decode(msgspec.msgpack.encode([b"", [box]]))


def test_a_part_without_changes_has_no_box():
    """What is empty is not sent, and every other part has its salt."""
    change = Moved("steps", "s1", "V")
    edit = edits.make(HEADER, [(Part.GENERAL, ()), (Part.OWN, (change,))], [b"a" * 32, b"b" * 32])

    assert [(int(Part.OWN), b"b" * 32)] == [(box.kind, box.salt) for box in edit.boxes]


def test_no_part_is_left_out_for_want_of_a_salt():
    """Fewer salts than parts is a fault of the caller, never a part less."""
    change = Moved("steps", "s1", "V")
    with pytest.raises(ValueError, match="zip"):
        edits.make(HEADER, [(Part.GENERAL, (change,)), (Part.OWN, (change,))], [bytes(32)])


def test_only_the_parts_asked_for_are_read():
    """The changes of one part can be had without the others."""
    edit = sealed_edit()
    sealed = edits.changes_of(edit, [Part.SEALED])

    assert [Added("households", "h1", {"address": "4 Invented Row"}, sealed[0].position)] == list(sealed)
    assert () == edits.changes_of(edit.without([Part.SEALED]), [Part.SEALED])


def test_every_kind_of_change_comes_back_the_same():
    """Each kind of change survives its bytes, numbers of edits included."""
    seen = (Key("ann", 1), Key("ben", 2))
    plain = [
        Added("steps", "s1", {"what": [{"text": "x"}]}, "V"),
        Wrote("steps", "s1", "place", ("a", None), seen),
        Elements("steps", "s1", "who", ("p1",), (("p2", seen),)),
        Moved("steps", "s1", "V"),
        edits.TookOut("steps", "s1", seen),
        edits.PutBack("steps", "s1"),
        edits.TookBack("voices", "v1"),
    ]
    changes = (*plain, *(Again(one.collection, one.record, seen[0], one) for one in plain))

    assert changes == edits.changes_of(edits.make(HEADER, [(Part.GENERAL, changes)], [bytes(32)]))


@pytest.mark.parametrize(
    ("made_at", "said"),
    [
        (0, datetime(1970, 1, 1, tzinfo=UTC)),
        (-1, datetime(1969, 12, 31, 23, 59, 59, 999000, tzinfo=UTC)),
        (1_700_000_000_000, datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
        (2**53 - 1, None),
        (-(2**53), None),
    ],
)
def test_the_time_an_edit_claims(made_at, said):
    """Milliseconds are read as a moment on every system alike, and as none when no calendar has it."""
    assert said == edits.moment(made_at)
