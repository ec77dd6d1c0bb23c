"""What a package brings and a person has yet to decide on: its place in the chain is kept, its words are put aside."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection

from fsdesk.plans.edits import Edit
from fsdesk.store import edits as edits_
from fsdesk.store import held, media, pictures_of
from fsdesk.store.edit_rows import Chained
from fsdesk.store.erasing import Erasure
from fsdesk.store.held import Held

ERASED = pictures_of.OF_ERASED
"""The reason under which words of a plan that was erased here are held."""
CHOSEN, TAKES_OUT, BEHIND, WITHDRAWN, COPY = "chosen", "takes_out", "behind", "withdrawn", "copy"
"""The other reasons: a person held the plan at import; it would take out much; something of the plan waits already;
its laptop is withdrawn; its laptop wrote on from a second copy, so that two edits claim one place."""
ACCEPTED_TOGETHER = frozenset({CHOSEN, TAKES_OUT, BEHIND})
"""The reasons for which a whole plan waits until somebody accepts it."""


class Packet(msgspec.Struct, frozen=True, array_like=True):
    """What one package brought of one plan: whole edits that were verified, and the pictures they name."""

    edits: tuple[Edit, ...]
    pictures: tuple[bytes, ...]


class Terms(NamedTuple):
    """What of a package is to be put aside."""

    erased: Mapping[str, Erasure] = {}
    waits: Mapping[str, str] = {}
    """Plans, each with the reason for which all that comes of it waits."""
    beyond: Mapping[str, int] = {}
    """Withdrawn laptops, each with the number of its last accepted edit."""
    copies: Mapping[str, int] = {}
    """Laptops that wrote on from a second copy, each with the number from which on the copies differ."""
    decided: frozenset[bytes] = frozenset()
    """Links of edits of such second copies that a lead decided on before."""


class _Bundle(NamedTuple):
    reason: str
    plan: str
    device: str = ""


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Packet).decode


class Aside:
    """Sorts out of one package what waits for a person."""

    def __init__(self, connection: Connection, terms: Terms) -> None:
        self._connection = connection
        self._terms = terms
        self._edits: dict[_Bundle, list[Edit]] = {}
        self._named: dict[_Bundle, set[str]] = {}
        self._pictures: dict[str, bytes] = {}

    def chain_only(self, received: Iterable[Chained]) -> Iterator[Chained]:
        """Yield verified edits in their order, those that wait by their commitments alone.

        What stands in a place that another edit has here is not yielded at all: it has no place in the chain.
        """
        return self._sorted_out(received) if self.is_needed else iter(received)

    @property
    def is_needed(self) -> bool:
        """Say whether anything of the package may have to wait."""
        return any((self._terms.erased, self._terms.waits, self._terms.beyond, self._terms.copies))

    def _sorted_out(self, received: Iterable[Chained]) -> Iterator[Chained]:
        for made in received:
            bundle = self._bundle_of(made)
            if bundle is None:
                yield made
                continue
            self._put_aside(bundle, made.edit)
            if bundle.reason != COPY:
                bare = made.edit.without(box.kind for box in made.edit.boxes)
                yield msgspec.structs.replace(made, edit=bare)

    def _bundle_of(self, made: Chained) -> _Bundle | None:
        terms = self._terms
        if made.seq >= terms.copies.get(made.device, made.seq + 1):
            return _Bundle(COPY, made.plan, made.device)
        if made.plan in terms.erased:
            return _Bundle(ERASED, made.plan)
        if made.seq > terms.beyond.get(made.device, made.seq):
            return _Bundle(WITHDRAWN, made.plan, made.device)
        reason = terms.waits.get(made.plan)
        return None if reason is None else _Bundle(reason, made.plan)

    def _put_aside(self, bundle: _Bundle, edit: Edit) -> None:
        bodies = [box.body for box in edit.boxes if box.body is not None]
        if bodies:
            self._edits.setdefault(bundle, []).append(edit)
            named = (name for body in bodies for name in pictures_of.names_in(body))
            self._named.setdefault(bundle, set()).update(named)

    def pictures(self, received: Iterable[bytes]) -> Iterator[bytes]:
        """Yield the pictures that are to be kept now: all but those that only waiting edits name.

        Call it once the edits are kept.
        """
        wanted = {name for names in self._named.values() for name in names}
        for picture in received:
            name = media.hash_of(picture) if wanted else ""
            if name in wanted:
                self._pictures[name] = picture
            if name not in wanted or pictures_of.is_named(self._connection, name):
                yield picture

    @property
    def erased(self) -> frozenset[str]:
        """The plans that are erased here."""
        return frozenset(self._terms.erased)

    @property
    def unread(self) -> frozenset[str]:
        """The plans of which nothing that comes is read now."""
        return frozenset(self._terms.erased) | frozenset(self._terms.waits)

    def keep(self, package: bytes, at: int) -> tuple[tuple[str, str], ...]:
        """Hold what was put aside, a row for each plan and reason, and return those plans with their reasons."""
        kept = []
        for bundle, found in sorted(self._edits.items()):
            edits = found if bundle.reason == ERASED else self._news(bundle, found)
            if edits:
                self._hold(bundle, edits, package, at)
                kept.append((bundle.plan, bundle.reason))
        return tuple(kept)

    def _hold(self, bundle: _Bundle, edits: Iterable[Edit], package: bytes, at: int) -> None:
        made = tuple(edits)
        pictures = tuple(self._pictures[name] for name in sorted(self._named[bundle] & set(self._pictures)))
        row = Held(
            reason=bundle.reason,
            body=_encode(Packet(made, pictures)),
            held_at=at,
            plan=bundle.plan,
            device=bundle.device,
            seq=made[0].header.seq if bundle.device else None,
            package=package,
        )
        held.hold(self._connection, row)

    def _news(self, bundle: _Bundle, found: Iterable[Edit]) -> list[Edit]:
        """Return the edits that say more than what is here, or waits here already."""
        if bundle.reason == COPY:
            found = [edit for edit in found if edit.link not in self._terms.decided]
        known = {edit.link: _open(edit) for edit in edits_.of_plan(self._connection, bundle.plan)}
        for one in rows(self._connection, bundle.plan):
            for edit in packet_of(one).edits:
                known[edit.link] = known.get(edit.link, frozenset()) | _open(edit)
        return [edit for edit in found if not _open(edit) <= known.get(edit.link, frozenset())]


def _open(edit: Edit) -> frozenset[bytes]:
    return frozenset(box.commitment for box in edit.boxes if box.body is not None)


def put_again(connection: Connection, one: Held, edits: Iterable[Edit]) -> None:
    """Hold fewer edits in place of those that a row holds, or nothing where none is left."""
    left = tuple(edits)
    if one.no is not None:
        held.release(connection, one.no)
    if left:
        body = _encode(Packet(left, packet_of(one).pictures))
        seq = left[0].header.seq if one.device else None
        held.hold(connection, msgspec.structs.replace(one, body=body, seq=seq, no=None))


def packet_of(one: Held) -> Packet:
    """Return what a row holds."""
    return _decode(one.body)


def rows(connection: Connection, plan: str | None = None, reasons: Collection[str] = ()) -> list[Held]:
    """Return what waits, of one plan or of all, for one of some reasons or for any, in the order of its coming."""
    return [one for one in held.every(connection, plan) if not reasons or one.reason in reasons]


def packets(connection: Connection, plan: str) -> list[Packet]:
    """Return what is held of a plan because it was erased here, in the order of its coming."""
    return [packet_of(one) for one in rows(connection, plan, {ERASED})]


def release(connection: Connection, plan: str, reasons: Collection[str] = (ERASED,)) -> int:
    """Let go of what is held of a plan for some reasons, and return how many packages had brought it."""
    numbers = [one.no for one in rows(connection, plan, reasons) if one.no is not None]
    for no in numbers:
        held.release(connection, no)
    return len(numbers)


def waiting(connection: Connection) -> dict[str, int]:
    """Return of how many packages something is held, by plan, because the plan was erased here."""
    found: dict[str, int] = {}
    for one in rows(connection, reasons={ERASED}):
        found[one.plan] = found.get(one.plan, 0) + 1
    return found
