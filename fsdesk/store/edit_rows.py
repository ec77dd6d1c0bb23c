"""An edit as one row: its header as its maker wrote it, its commitments, and a column for each part that is here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from fsdesk.plans import chain
from fsdesk.plans.edits import Box, Edit, Part

COLUMNS = {int(Part.GENERAL): "general", int(Part.SEALED): "sealed", int(Part.OWN): "own"}
"""The column of each kind of part, in the order of the table; other kinds are kept as further parts."""
_LOWEST = int(max(COLUMNS)) + 1

_decode_commitments = msgspec.msgpack.Decoder(tuple[tuple[int, bytes], ...]).decode
_encode = msgspec.msgpack.Encoder().encode
_GENERAL = int(Part.GENERAL)
_GENERAL_ALONE = _encode([(_GENERAL, bytes(chain.LINK_BYTES))])[: -chain.LINK_BYTES]
"""What is before its commitment where an edit has one general part; nearly all edits are such."""
_ALONE_BYTES = len(_GENERAL_ALONE) + chain.LINK_BYTES

Further = Mapping[int, bytes]
"""Content of parts that have no column of their own, by their place in the edit."""
EditRow = Sequence[Any]
"""The columns of the table of edits, in their order."""


class Chained(msgspec.Struct, frozen=True, gc=False):
    """An edit with what its header says of its place in the chain, read once, and its link."""

    edit: Edit
    device: str
    seq: int
    plan: str
    previous: bytes
    link: bytes

    @classmethod
    def of(cls, edit: Edit) -> Chained:
        """Return the edit with what the chain needs. Raises msgspec.DecodeError for a header that is none."""
        header = edit.header
        link = chain.link(header.previous, edit.digest)
        return cls(edit, header.device, header.seq, header.plan, header.previous, link)


class Placed(msgspec.Struct, frozen=True, gc=False):
    """An edit with where it stands, as its row says."""

    edit: Edit
    device: str
    seq: int
    plan: str
    link: bytes


def row(edit: Edit, device: int, seq: int, plan: int, link: bytes) -> tuple[Any, ...]:
    """Return the row that keeps an edit, up to the last column that holds something.

    Bytes are bytearrays in it: of anything else but numbers and texts the driver asks, at the cost of the whole
    rest of an insert, whether it wants to be something else first.
    """
    boxes = edit.boxes
    header = bytearray(edit.header_bytes)
    if len(boxes) == 1 and (box := boxes[0]).kind == _GENERAL and (content := _content(box)) is not None:
        return (
            device,
            seq,
            plan,
            bytearray(link),
            header,
            bytearray(_GENERAL_ALONE + box.commitment),
            content,
        )
    commitments = bytearray(_encode([(box.kind, box.commitment) for box in boxes]))
    return (device, seq, plan, bytearray(link), header, commitments, *_columns(boxes))


def _columns(boxes: Sequence[Box]) -> list[bytearray | None]:
    """Return the content of the parts that have a column, up to the last that is here."""
    held = _by_kind(boxes)
    columns = [_content(held.get(kind)) for kind in COLUMNS]
    while columns and columns[-1] is None:
        columns.pop()
    return columns


def parts(edit: Edit) -> dict[str, bytearray]:
    """Return the content of the parts that are here and have a column: the salt, then the body."""
    held = _by_kind(edit.boxes)
    found = {column: _content(held.get(kind)) for kind, column in COLUMNS.items()}
    return {column: content for column, content in found.items() if content is not None}


def has_further(edit: Edit) -> bool:
    """Say whether an edit may have parts that have no column."""
    return len(edit.boxes) != 1 or edit.boxes[0].kind not in COLUMNS


def further(edit: Edit) -> dict[int, bytearray]:
    """Return the content of the parts that are here and have no column, by their place in the edit."""
    found = {place: _content(edit.boxes[place]) for place in _placeless([box.kind for box in edit.boxes])}
    return {place: content for place, content in found.items() if content is not None}


def edit(kept: EditRow, further_of: Callable[[EditRow], Further]) -> Edit:
    """Return the edit that a row keeps, the very one that was put in.

    `further_of` gives the further parts of a row; it is asked where an edit has a part that has no column.
    """
    _, _, _, _, header, commitments, general, sealed, own = kept
    if len(commitments) == _ALONE_BYTES and commitments.startswith(_GENERAL_ALONE):
        return Edit(header, (_box(_GENERAL, commitments[-chain.LINK_BYTES :], general),))
    bound = _decode_commitments(commitments)
    free = [general, sealed, own]
    further = further_of(kept) if _placeless([kind for kind, _ in bound]) else {}
    boxes = []
    for place, (kind, commitment) in enumerate(bound):
        content = further.get(place)
        if 0 <= kind < _LOWEST and free[kind] is not _USED:
            content, free[kind] = free[kind], _USED
        boxes.append(_box(kind, commitment, content))
    return Edit(header, tuple(boxes))


_USED = object()


def _by_kind(boxes: Sequence[Box]) -> dict[int, Box]:
    """Return the first part of each kind; a second of the same kind is kept whole too, but has no column."""
    return {box.kind: box for box in reversed(boxes)}


def _placeless(kinds: Iterable[int]) -> list[int]:
    free = set(COLUMNS)
    found = []
    for place, kind in enumerate(kinds):
        if kind in free:
            free.remove(kind)
        else:
            found.append(place)
    return found


def _content(box: Box | None) -> bytearray | None:
    if box is None or (body := box.body) is None:
        return None
    salt = box.salt
    if salt is None or len(salt) != chain.SALT_BYTES:
        raise ValueError("a part that is here has a salt of 32 bytes")
    return bytearray(salt) + body


def _box(kind: int, commitment: bytes, content: bytes | None) -> Box:
    if content is None:
        return Box(kind, commitment)
    return Box(kind, commitment, content[: chain.SALT_BYTES], content[chain.SALT_BYTES :])
