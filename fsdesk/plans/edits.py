"""Edits: one intent of one person, in up to three parts that travel differently, chained per laptop."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, NamedTuple

import msgspec

from fsdesk.plans import chain
from fsdesk.plans.model.base import Id

MOST = 2**53 - 1
"""Largest number an edit may carry; every reader of JSON and every database holds it exactly."""


class Key(NamedTuple):
    """Where an edit stands: its laptop, and its number there (from 1, without gaps). Keys sort canonically."""

    device: str
    seq: int


class Part(enum.IntEnum):
    """How far a part of an edit may travel. Numbers beyond these are kept and relayed, not folded."""

    GENERAL = 0
    SEALED = 1
    OWN = 2


class Intent(enum.StrEnum):
    """What somebody meant to do; the sentence that people read is made from it when it is read."""

    BEGAN = "began"
    IMPORTED = "imported"
    WROTE = "wrote"
    ADDED = "added"
    TOOK_OUT = "took_out"
    PUT_BACK = "put_back"
    TOOK_BACK_WORDS = "took_back_words"
    CORRECTED_WORDS = "corrected_words"
    MOVED = "moved"
    SETTLED = "settled"
    UNDID = "undid"
    READY = "ready"
    AGREED = "agreed"
    REVIEWED = "reviewed"
    PRINTED = "printed"
    ANSWERED_FINDING = "answered_finding"
    COMMENTED = "commented"
    SHARED_COPY = "shared_copy"
    SHARED_FOR_SAFETY = "shared_for_safety"
    TYPED_FROM_PAPER = "typed_from_paper"
    SAID_AGAIN = "said_again"
    """Nobody's: what may travel of edits that may not, said again before a plan is sent."""


BEGINNINGS = frozenset({Intent.BEGAN, Intent.IMPORTED})
"""The intents of edits that begin a plan."""


class _Change(msgspec.Struct, frozen=True, array_like=True, gc=False, tag_field="kind"):
    collection: str
    record: Id


class Added(_Change, frozen=True, array_like=True, gc=False, tag="a"):
    """A record with its first values; parts of one record may be added in parts of one edit."""

    fields: dict[str, Any]
    position: str = ""


class Wrote(_Change, frozen=True, array_like=True, gc=False, tag="w"):
    """A field's new value, in the knowledge of the edits named; several values leave it unsettled."""

    field: str
    values: tuple[Any, ...]
    saw: tuple[Key, ...] = ()


class Elements(_Change, frozen=True, array_like=True, gc=False, tag="e"):
    """Elements of a set-valued field: some added, some taken off with the edits that had put them there."""

    field: str
    added: tuple[Any, ...] = ()
    removed: tuple[tuple[Any, tuple[Key, ...]], ...] = ()


class Moved(_Change, frozen=True, array_like=True, gc=False, tag="m"):
    """A record's new place in its list."""

    position: str


class TookOut(_Change, frozen=True, array_like=True, gc=False, tag="t"):
    """A record taken out, in the knowledge of the edits named; any other change to it keeps it."""

    saw: tuple[Key, ...] = ()


class PutBack(_Change, frozen=True, array_like=True, gc=False, tag="p"):
    """A record put back after a take-out."""


class TookBack(_Change, frozen=True, array_like=True, gc=False, tag="b"):
    """A person's own words taken back at that person's wish; honoured whatever else was written."""


Plain = Added | Wrote | Elements | Moved | TookOut | PutBack | TookBack


class Again(_Change, frozen=True, array_like=True, gc=False, tag="s"):
    """What an earlier edit said of a record, said once more in its name for those who were not given that part.

    It changes nothing for whoever has the part. Who first wrote it is known by the word of who says it again.
    """

    key: Key
    said: Plain


Change = Plain | Again
Changes = tuple[Change, ...]


class Header(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Who meant what, when, about which plan, and where the edit stands in its laptop's chain."""

    id: Id
    plan: Id
    device: Id
    seq: Annotated[int, msgspec.Meta(ge=1, le=MOST)]
    previous: Annotated[bytes, msgspec.Meta(min_length=chain.LINK_BYTES, max_length=chain.LINK_BYTES)]
    lamport: Annotated[int, msgspec.Meta(ge=0, le=MOST)]
    """Greater than that of every edit of this plan that its maker held, so nothing can have seen what came later."""
    made_at: Annotated[int, msgspec.Meta(ge=-MOST, le=MOST)]
    """Claimed wall time, milliseconds since 1970 UTC; shown, never trusted."""
    who: str
    intent: str
    """What was meant, one of `Intent`; of an undo followed by a space and the id of the edit that it undid."""

    @property
    def meant(self) -> str:
        """Return the code of what was meant, without the edit that an undo names."""
        return self.intent.partition(" ")[0]

    @property
    def undoes(self) -> str:
        """Return the id of the edit that this one undid; an empty text where it is no undo, or names none."""
        code, _, named = self.intent.partition(" ")
        return named if code == Intent.UNDID else ""


class Box(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One part of an edit: its commitment always, its salt and body unless withheld or erased."""

    kind: Annotated[int, msgspec.Meta(ge=0, le=2**16 - 1)]
    commitment: Annotated[bytes, msgspec.Meta(min_length=chain.LINK_BYTES, max_length=chain.LINK_BYTES)]
    salt: bytes | None = None
    body: bytes | None = None

    @property
    def is_open(self) -> bool:
        """Say whether the part's content is here."""
        return self.body is not None


class Edit(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An edit as it is kept and as it travels; the header's bytes are those its maker wrote."""

    header_bytes: bytes
    boxes: tuple[Box, ...]

    @property
    def header(self) -> Header:
        """Return the header, decoded. Raises msgspec.DecodeError for bytes that are none."""
        try:
            return _header_decoder.decode(self.header_bytes)
        except (UnicodeDecodeError, RecursionError) as fault:
            raise msgspec.DecodeError("these bytes are no header") from fault

    @property
    def digest(self) -> bytes:
        """Return what stands for the edit in its laptop's chain when it is left out."""
        return chain.digest(self.header_bytes, [(box.kind, box.commitment) for box in self.boxes])

    @property
    def link(self) -> bytes:
        """Return the link that the next edit of this laptop names."""
        return self.link_after(self.header.previous)

    def link_after(self, previous: bytes) -> bytes:
        """Return the link of this edit where the one before it is known already."""
        return chain.link_over(previous, self.header_bytes, self.boxes)

    @property
    def is_whole(self) -> bool:
        """Say whether every open part is the very one that its header's maker committed to."""
        for box in self.boxes:  # noqa: SIM110 - half as dear as all(), and a package has a hundred thousand
            if not chain.opens(box.salt, box.body, box.commitment):
                return False
        return True

    def without(self, kinds: Iterable[int]) -> Edit:
        """Return the edit with the content of some parts withheld; its link stays the same."""
        held = frozenset(kinds)
        boxes = tuple(Box(b.kind, b.commitment) if b.kind in held else b for b in self.boxes)
        return Edit(self.header_bytes, boxes)


_header_decoder = msgspec.msgpack.Decoder(Header)
_header_encoder = msgspec.msgpack.Encoder()
_changes_decoder = msgspec.msgpack.Decoder(Changes)
_changes_encoder = msgspec.msgpack.Encoder(order="deterministic")
_change_decoder = msgspec.msgpack.Decoder(Change)
_pieces_decoder = msgspec.msgpack.Decoder(tuple[msgspec.Raw, ...])
_FAULTS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_REASON = "a part of an edit is not what edits are made of"


class Unreadable(ValueError):
    """A part of an edit cannot be read; it is put aside with its reason, and the rest goes on."""


class Contents(NamedTuple):
    """What can be read of one open part of an edit, and why the rest of that part cannot."""

    part: Part
    changes: Changes
    fault: str = ""


def make(header: Header, parts: Sequence[tuple[Part, Changes]], salts: Iterable[bytes]) -> Edit:
    """Return an edit of the given parts; `salts` gives 32 random bytes for each part.

    Raises ValueError when there are not as many salts as parts: no part is ever left out for want of one.
    """
    paired = zip(parts, salts, strict=True)
    return Edit(_header_encoder.encode(header), tuple(_box(*part, salt) for part, salt in paired if part[1]))


def header_bytes(header: Header) -> bytes:
    """Return a header as an edit holds it."""
    return _header_encoder.encode(header)


def rewritten(box: Box, each: Callable[[Change], Change]) -> bytes:
    """Return the body of an open part, every change put through `each`; what cannot be read stays as it is."""
    body = box.body or b""
    try:
        changes = _changes_decoder.decode(body) if box.kind in _KNOWN else None
    except _FAULTS:
        changes = None
    return body if changes is None else _changes_encoder.encode(tuple(each(one) for one in changes))


def _box(part: Part, changes: Changes, salt: bytes) -> Box:
    body = _changes_encoder.encode(changes)
    return Box(int(part), chain.commitment(salt, body), salt, body)


def changes_of(edit: Edit, kinds: Iterable[Part] = tuple(Part)) -> Changes:
    """Return the changes of the open parts of an edit, in order.

    Raises Unreadable when a part that is here is not what edits are made of.
    """
    wanted = frozenset(kinds)
    found: list[Change] = []
    for contents in contents_of(edit):
        if contents.part in wanted:
            if contents.fault:
                raise Unreadable(contents.fault)
            found.extend(contents.changes)
    return tuple(found)


def contents_of(edit: Edit) -> list[Contents]:
    """Return what the open parts of an edit hold; what cannot be read of one spoils neither it nor the others.

    Kinds of parts that this program does not know are passed over; the edit keeps them.
    """
    return [
        _contents(_KNOWN[box.kind], box.body)
        for box in edit.boxes
        if box.body is not None and box.kind in _KNOWN
    ]


_KNOWN = {int(part): part for part in Part}


def _contents(part: Part, body: bytes) -> Contents:
    try:
        return Contents(part, _changes_decoder.decode(body))
    except _FAULTS:
        return Contents(part, tuple(_each(body)), _REASON)


def _each(body: bytes) -> Iterator[Change]:
    try:
        pieces = _pieces_decoder.decode(body)
    except _FAULTS:
        return
    for piece in pieces:
        with suppress(*_FAULTS):
            yield _change_decoder.decode(piece)


def key_of(edit: Edit) -> Key:
    """Return where an edit stands."""
    header = edit.header
    return Key(header.device, header.seq)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_MOMENT, _LAST_MOMENT = -62_135_596_800_000, 253_402_300_799_999
"""The years 1 to 9999, in milliseconds."""


def moment(made_at: int) -> datetime | None:
    """Return the claimed wall time of an edit, or nothing when no calendar has it."""
    return _EPOCH + timedelta(milliseconds=made_at) if has_moment(made_at) else None


def has_moment(made_at: int) -> bool:
    """Say whether a calendar has the claimed wall time of an edit."""
    return _FIRST_MOMENT <= made_at <= _LAST_MOMENT
