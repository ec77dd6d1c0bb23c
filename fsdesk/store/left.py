"""What left in the packages that this store sealed: how far they reach, and what became of each plan."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select, update

from fsdesk.store import schema

_made = schema.packages_made


class Alike(msgspec.Struct, frozen=True, array_like=True):
    """Plans of which the same became: how many records of each never leave, and how many only a lead may read."""

    what: str
    own: int
    sealed: int
    plans: tuple[str, ...]


class Table(msgspec.Struct, frozen=True):
    """What was so when a package was sealed, in ids and counts; of a plan that was erased since it says nothing."""

    leads: int
    """Leads that it was sealed to."""
    colleagues: int
    alike: tuple[Alike, ...]

    def without(self, plan: str) -> Table:
        """Return the table without a plan."""
        left = (
            msgspec.structs.replace(one, plans=tuple(id_ for id_ in one.plans if id_ != plan))
            for one in self.alike
        )
        return msgspec.structs.replace(self, alike=tuple(one for one in left if one.plans))


class Coverage(msgspec.Struct, frozen=True, omit_defaults=True):
    """Which edits a package speaks of, and the plans that were left out of it or go only in part."""

    ranges: dict[str, tuple[int, int]]
    stayed: tuple[str, ...]
    table: Table | None = None
    """None of a package that was sealed before such tables were kept."""


_encoder = msgspec.msgpack.Encoder(order="deterministic")
_decoder = msgspec.msgpack.Decoder(Coverage)


def encode(coverage: Coverage) -> bytes:
    """Return a coverage as it is noted with its package."""
    return _encoder.encode(coverage)


def decode(noted: bytes) -> Coverage:
    """Return a coverage that was noted."""
    return _decoder.decode(noted)


def forget(connection: Connection, plan: str) -> None:
    """Drop what the tables of packages say of a plan; that it stayed out of them is known as before."""
    for device, number, noted in connection.execute(
        select(_made.c.device, _made.c.number, _made.c.coverage)
    ).all():
        kept = decode(noted)
        if kept.table is None or all(plan not in one.plans for one in kept.table.alike):
            continue
        rest = msgspec.structs.replace(kept, table=kept.table.without(plan))
        is_it = (_made.c.device == device) & (_made.c.number == number)
        connection.execute(update(_made).where(is_it).values(coverage=encode(rest)))
