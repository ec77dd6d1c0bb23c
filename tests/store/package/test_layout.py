from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
import zstandard
from hypothesis import assume, given
from hypothesis import strategies as st

from fsdesk.plans import chain
from fsdesk.plans.chain import Head, WithheldRange
from fsdesk.plans.edits import Box
from fsdesk.store.package import layout
from fsdesk.store.package.layout import Compartment, Contents, Header
from fsdesk.store.package.refusals import DamagedPackage, PackageTooNew
from tests.memory import MIB, room_for
from tests.store.package.parts import frame, frame_of
from tests.store.written import Pen

_PACKAGE = "0123456789abcdef0123456789abcdef"
_small = st.integers(0, 2**53 - 1)
_bytes = st.binary(max_size=40)
_name = st.text(max_size=12)


def a_header(**over: object) -> Header:
    """A header of an empty package."""
    usual = {
        "package": _PACKAGE,
        "number": 1,
        "team": "team",
        "sender": "dan",
        "made_at": 0,
        "recipients": ("age1",),
    }
    rest = {"coverage": {}, "heads": (), "general": Compartment(0, layout.digest(b""))}
    return msgspec.convert({**usual, **rest, **over}, Header)


def written(count: int, words: str = "Dan rings the college") -> Contents:
    """A compartment's contents with so many edits."""
    pen = Pen("dan")
    return Contents(edits=tuple(pen.writes(f"{number} {words}") for number in range(count)))


@given(
    st.lists(st.tuples(_name, _small, _bytes)),
    st.lists(st.tuples(_name, st.lists(st.tuples(st.integers(0, 9), _bytes)))),
    st.lists(st.tuples(_name, _bytes)),
)
def test_a_compartment_reads_back_as_it_was_packed(left_out, sealed, media):
    """Stand-ins, sealed parts and pictures come out as they went in, whatever they hold."""
    bound = [
        (
            name,
            number,
            tuple(Box(kind, bytes(chain.LINK_BYTES), bytes(chain.SALT_BYTES), body) for kind, body in boxes),
        )
        for number, (name, boxes) in enumerate(sealed)
    ]
    contents = Contents(left_out=tuple(left_out), sealed=tuple(bound), media=tuple(media))

    assert contents == layout.unpack(layout.pack(contents, _PACKAGE), _PACKAGE)


@pytest.mark.parametrize("count", [0, 1, 400, 401, 1000])
def test_any_number_of_edits_reads_back_in_order(count):
    """Edits are packed some hundreds to a frame."""
    contents = written(count)

    assert contents == layout.unpack(layout.pack(contents))


@pytest.mark.parametrize(("count", "words"), [(40, "n" * 300_000), (1, "n" * 9_000_000)])
def test_long_edits_read_back_too(count, words):
    """A frame holds fewer of them, and one alone may be as large as a plan document."""
    contents = written(count, words)

    assert contents == layout.unpack(layout.pack(contents))


def test_a_frame_of_a_usual_size_is_closed_before_it_grows_beyond_it():
    """Neither side needs the memory of a whole package at once."""
    packed = layout.pack(written(40, "n" * 300_000))
    sizes = []
    while packed:
        sizes.append(int.from_bytes(packed[4:8], "big"))
        packed = packed[8 + int.from_bytes(packed[:4], "big") :]

    assert 12 <= sum(sizes) // MIB + 1
    assert 4 >= max(sizes) / MIB


@given(st.binary(max_size=300))
def test_any_bytes_read_as_a_package_or_are_refused(data):
    """Nothing that stands inside an envelope ends in another fault than a refusal."""
    for made in (data, layout.LABEL + data, layout.LABEL + len(data).to_bytes(4, "big") + data + bytes(64)):
        with pytest.raises((DamagedPackage, PackageTooNew)):
            layout.take_apart(made)
    whole = frame_of("edits", [])
    for made in (b"\0" + data, frame(data), whole[:-1] + data):
        assume(made != whole)
        with pytest.raises((DamagedPackage, PackageTooNew)):
            layout.unpack(made)


@pytest.mark.parametrize(
    "raw",
    [
        b"\x92\xa5edits\xc1",
        b"\x92\xa5edits\x91\xa1a",
        b"\x92\xa2\xff\xfe\x90",
        b"\x92\xa8left_out\x91\x93\xa2\xff\xfe\x01\xc4\x00",
        b"\x91\xa5edits",
        b"\x92\xa5edits\xdd\xff\xff\xff\xff",
        b"\x92\xa5edits" + b"\x91" * 100_000 + b"\x90",
        b"\x92\xa7package\x90",
        b"\xc0",
    ],
)
def test_a_frame_that_is_not_well_formed_is_damage(raw):
    """Wrong kinds, broken text, endless lists and deep nesting are all the same to the reader."""
    with pytest.raises(DamagedPackage):
        layout.unpack(frame(raw))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x80",
        b"\xa2\xff\xfe",
        b"\x91" * 100_000,
        b"\x81\xa7package\xa2\xff\xfe",
        b"\xdf\xff\xff\xff\xff",
        msgspec.msgpack.encode(msgspec.to_builtins(a_header()) | {"number": "one"}),
    ],
)
def test_a_header_that_is_not_well_formed_is_damage(raw):
    """The header is read before its signature is known to be good."""
    with pytest.raises(DamagedPackage):
        layout.take_apart(layout.assemble(raw, bytes(64), []))


def test_a_header_has_one_spelling():
    """Other bytes that would read the same are not what was signed."""
    header = a_header()
    turned = msgspec.msgpack.encode(
        dict(reversed(msgspec.to_builtins(header, builtin_types=(bytes,)).items()))
    )

    assert header == layout.take_apart(layout.assemble(layout.header_bytes(header), bytes(64), []))[0]
    with pytest.raises(DamagedPackage):
        layout.take_apart(layout.assemble(turned, bytes(64), []))


def test_a_header_reads_back_with_heads_and_ranges():
    """What a header says of chains is kept to the byte."""
    link = bytes(range(32))
    header = a_header(
        heads=[Head("dan", 9, link, b"s" * 64)],
        withheld=[WithheldRange("dan", 2, 4, link, b"r" * 64)],
        coverage={"dan": (1, 9)},
    )

    assert header == layout.take_apart(layout.assemble(layout.header_bytes(header), bytes(64), []))[0]


@pytest.mark.parametrize("claims", [0, 5, 2**31, 2**32 - 1, layout.MOST_FRAME_BYTES + 1])
def test_a_frame_that_claims_another_size_is_damage(claims):
    """What it says, what its packed form says and what comes out must be one."""
    with pytest.raises(DamagedPackage):
        layout.unpack(frame(b"\x92\xa5edits\x90", claims=claims))


def zeros(mib: int, *, tells: bool = True) -> bytes:
    """So many MiB of zeros, packed; whether the packed form tells how much it holds."""
    packer = zstandard.ZstdCompressor(write_content_size=tells)
    stream = packer.compressobj(size=mib * MIB) if tells else packer.compressobj()
    return b"".join([*(stream.compress(bytes(MIB)) for _ in range(mib)), stream.flush()])


def full_frame() -> bytes:
    """A frame that unpacks to almost as much as one may."""
    return frame_of("media", [("", bytes(60 * MIB))])


def many_items() -> bytes:
    """A frame of millions of items, each of next to nothing."""
    count = 8_000_000
    return frame(b"\x92\xa8left_out\xdd" + count.to_bytes(4, "big") + b"\x93\xa0\x00\xc4\x00" * count)


_BOMBS: dict[str, Callable[[], bytes]] = {
    "says little, unpacks much": lambda: frame(b"", packed=zeros(600), claims=12),
    "says the most there is, unpacks more": lambda: frame(
        b"", packed=zeros(600), claims=layout.MOST_FRAME_BYTES
    ),
    "says nothing of its size": lambda: frame(
        b"", packed=zeros(600, tells=False), claims=layout.MOST_FRAME_BYTES
    ),
    "is packed twice": lambda: frame(
        b"", packed=zstandard.ZstdCompressor().compress(zeros(600)), claims=600 * MIB
    ),
    "has one full frame after the other": lambda: full_frame() * 200,
    "has millions of items": many_items,
    "holds an empty frame": lambda: frame(b"", claims=0),
}
"""Compartments that are small and would unpack to very much."""


@pytest.mark.parametrize("name", _BOMBS)
def test_a_bomb_is_refused_within_bounded_memory(name):
    """A small compartment never makes the reader take more than some hundred MiB."""
    made = _BOMBS[name]()

    with room_for(400), pytest.raises(DamagedPackage):
        layout.unpack(made)


def test_a_sealed_compartment_names_its_package():
    """One that names none, or another, is damage."""
    contents = Contents(left_out=(("dan", 1, b"x"),))

    for packed in (
        layout.pack(contents),
        layout.pack(contents, "other"),
        layout.pack(contents, _PACKAGE) * 2,
    ):
        with pytest.raises(DamagedPackage):
            layout.unpack(packed, _PACKAGE)
