"""How far each recipient is known to have come: what was sealed to them, and which of it they said they received."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from fsdesk.desk.cards import KnownPerson
from fsdesk.store import edits, identity, left, packages
from fsdesk.store.packages import Made
from fsdesk.store.tx import Tx


class Sent(NamedTuple):
    """A package that was sealed, and which of its recipients said they received it."""

    made: Made
    to: tuple[str, ...]
    """Laptops it was sealed to."""
    received_by: frozenset[str]


class Covers(NamedTuple):
    """Which edits a package speaks of, and the plans that were left out of it."""

    ranges: Mapping[str, tuple[int, int]]
    stayed: frozenset[str]

    def has(self, device: str, seq: int, plan: str) -> bool:
        """Say whether a package held an edit."""
        first, last = self.ranges.get(device, (1, 0))
        return first <= seq <= last and plan not in self.stayed


_encoder = msgspec.msgpack.Encoder(order="deterministic")
_recipients_decoder = msgspec.msgpack.Decoder(tuple[str, ...])


def as_recipients(readers: Sequence[KnownPerson]) -> bytes:
    """Return the recipients of a package as they are noted."""
    return _encoder.encode(sorted(reader.device for reader in readers))


def recipients_of(made: Made) -> tuple[str, ...]:
    """Return the laptops that a package was sealed to."""
    return _recipients_decoder.decode(made.recipients)


def as_coverage(ranges: Mapping[str, tuple[int, int]], stayed: Iterable[str], table: left.Table) -> bytes:
    """Return what a package covers as it is noted: each laptop's range, the plans left out of it, and its table."""
    return left.encode(left.Coverage(dict(ranges), tuple(sorted(stayed)), table))


def covers(made: Made) -> Covers:
    """Return which edits a package held."""
    noted = left.decode(made.coverage)
    return Covers(noted.ranges, frozenset(noted.stayed))


def table_of(made: Made) -> left.Table | None:
    """Return what became of each plan in a package; nothing where an earlier fsdesk sealed it."""
    return left.decode(made.coverage).table


def sent(tx: Tx) -> list[Sent]:
    """Return the packages that this laptop sealed, under all ids it ever had, in the order of their making."""
    by_package: dict[bytes, set[str]] = {}
    for receipt in packages.receipts(tx):
        by_package.setdefault(receipt.package, set()).add(receipt.device)
    return [
        Sent(made, recipients_of(made), frozenset(by_package.get(made.digest, set())))
        for own in reversed(identity.every_own(tx))
        for made in packages.made_by(tx, own.device)
    ]


def received_by_all(tx: Tx, readers: Sequence[KnownPerson], goes: Iterable[str]) -> dict[str, int]:
    """Return, by laptop, the last edit up to which every reader said they received all of these plans.

    A plan that had stayed before and goes now has edits before that point, so then everything goes again: what is
    there already is known and changes nothing.
    """
    wanted = frozenset(goes)
    made = sent(tx)
    here = edits.coverage(tx)
    found = [_received_by(made, reader.device, wanted) | _own_of(here, reader.device) for reader in readers]
    laptops = set.intersection(*(set(one) for one in found)) if found else set()
    return {laptop: min(one[laptop] for one in found) for laptop in sorted(laptops)}


def _own_of(here: Mapping[str, int], device: str) -> dict[str, int]:
    """Return what a laptop has without having received it: its own edits."""
    return {device: here[device]} if device in here else {}


def _received_by(made: Sequence[Sent], reader: str, wanted: frozenset[str]) -> dict[str, int]:
    covered = [left.decode(one.made.coverage) for one in made if reader in one.received_by]
    covered = [one for one in covered if wanted.isdisjoint(one.stayed)]
    ranges: dict[str, list[tuple[int, int]]] = {}
    for one in covered:
        for laptop, span in one.ranges.items():
            ranges.setdefault(laptop, []).append(span)
    return {laptop: reached for laptop, spans in ranges.items() if (reached := _from_the_start(spans))}


def _from_the_start(spans: list[tuple[int, int]]) -> int:
    """Return the last number up to which the spans leave no gap, from 1 on."""
    reached = 0
    for first, last in sorted(spans):
        if first > reached + 1:
            break
        reached = max(reached, last)
    return reached
