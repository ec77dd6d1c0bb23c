"""An edit as one row: its header as its maker wrote it, its commitments, and a column for each part that is here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from fsdesk.plans import chain
from fsdesk.plans.edits import Box, Edit, Part

COLUMNS = {int(Part.GENERAL): "general", int(Part.SEALED): "sealed", int(Part.OWN): "own"}
"""The column of each kind of part, in the order of the table; other kinds are kept as further parts."""
_LOWEST = int(max(COLUMNS)) + 1

_decode_commitments = msgspec.msgpack.Decoder(tuple[tuple[int, bytes], ...]).decode
_encode = msgspec.msgpack.Encoder().encode

Further = Mapping[int, bytes]
"""Content of parts that have no column of their own, by their place in the edit."""
EditRow = Sequence[Any]
"""The columns of the table of edits, in their order."""


class Chained(NamedTuple):
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


class Placed(NamedTuple):
    """An edit with where it stands, as its row says."""

    edit: Edit
    device: str
    seq: int
    plan: str
    link: bytes


def row(made: Chained, device: int, plan: int) -> tuple[Any, ...]:
    """Return the row that keeps an edit."""
    edit, _, seq, _, _, link = made
    content: list[bytes | None] = [None] * _LOWEST
    met = []
    for box in edit.boxes:
        kind = box.kind
        if kind < _LOWEST and kind not in met:
            met.append(kind)
            content[kind] = _content(box)
    commitments = _encode([(box.kind, box.commitment) for box in edit.boxes])
    return (device, seq, plan, link, edit.header_bytes, commitments, *content)


def parts(edit: Edit) -> dict[str, bytes]:
    """Return the content of the parts that are here and have a column: the salt, then the body."""
    held = _by_kind(edit.boxes)
    found = {column: _content(held.get(kind)) for kind, column in COLUMNS.items()}
    return {column: content for column, content in found.items() if content is not None}


def has_further(edit: Edit) -> bool:
    """Say whether an edit may have parts that have no column."""
    return len(edit.boxes) != 1 or edit.boxes[0].kind not in COLUMNS


def further(edit: Edit) -> dict[int, bytes]:
    """Return the content of the parts that are here and have no column, by their place in the edit."""
    found = {place: _content(edit.boxes[place]) for place in _placeless([box.kind for box in edit.boxes])}
    return {place: content for place, content in found.items() if content is not None}


def edit(kept: EditRow, further: Further) -> Edit:
    """Return the edit that a row (and its further parts) keeps, the very one that was put in."""
    *_, header, commitments, general, sealed, own = kept
    free = [general, sealed, own]
    boxes = []
    for place, (kind, commitment) in enumerate(_decode_commitments(commitments)):
        content = further.get(place)
        if 0 <= kind < _LOWEST and free[kind] is not _USED:
            content, free[kind] = free[kind], _USED
        boxes.append(_box(kind, commitment, content))
    return Edit(header, tuple(boxes))


_USED = object()


def needs_further(kept: EditRow) -> bool:
    """Say whether a row has parts that may be kept elsewhere."""
    return bool(_placeless([kind for kind, _ in _decode_commitments(kept[5])]))


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


def _content(box: Box | None) -> bytes | None:
    if box is None or (body := box.body) is None:
        return None
    salt = box.salt
    if salt is None or len(salt) != chain.SALT_BYTES:
        raise ValueError("a part that is here has a salt of 32 bytes")
    return salt + body


def _box(kind: int, commitment: bytes, content: bytes | None) -> Box:
    if content is None:
        return Box(kind, commitment)
    return Box(kind, commitment, content[: chain.SALT_BYTES], content[chain.SALT_BYTES :])
