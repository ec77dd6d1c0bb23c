"""What is read of every plan at a glance: whose it is here, what lies ahead, and whether it is in a package."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from fsdesk.desk import standing, unsent
from fsdesk.desk.desk import Desk
from fsdesk.desk.unsent import Changed
from fsdesk.plans.ahead import Ahead
from fsdesk.plans.listed import Listed
from fsdesk.store import identity
from fsdesk.store import plans as kept
from fsdesk.store.plans import Glance
from fsdesk.store.tx import Tx


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of the line of every plan; the rest of it is passed over."""

    listed: Listed
    stays_here: bool = False
    ahead: Ahead = Ahead()
    reach: dict[str, int] = {}


_decode = msgspec.msgpack.Decoder(Line).decode


class Family(NamedTuple):
    """A plan, and what its family goes by."""

    plan: str
    family: str


class Known(NamedTuple):
    """One plan at a glance. It is this person's when begun on this laptop, or when its worker goes by their name."""

    glance: Glance
    line: Line
    is_own: bool

    @property
    def family(self) -> Family:
        """Return the plan, and what its family goes by."""
        return Family(self.glance.id, self.line.listed.family)


class Packages(NamedTuple):
    """Plans by what became of them in packages; one that is in none of these has nothing from this laptop."""

    own: frozenset[str]
    """This person's."""
    only_here: frozenset[str]
    """With changes that are in no package."""
    sent: frozenset[str]
    """All that was changed here is in a package that was sealed, whether it arrived or not."""
    staying: frozenset[str]
    """They never leave this laptop."""


def packages(desk: Desk) -> Packages:
    """Return what became of every plan, in one view of the store."""
    standing.caught_up(desk)
    with desk.reading() as tx:
        found = every(tx, desk.name)
        here, stays = only_here(tx, found), staying(found)
        devices = own_devices(tx)
    written = {one.glance.id for one in found if not devices.isdisjoint(one.line.reach)}
    own = frozenset(one.glance.id for one in found if one.is_own)
    return Packages(own, here, frozenset(written - here - stays), stays)


def every(tx: Tx, name: str) -> list[Known]:
    """Return every plan at a glance, as it is to the person of this name, in no order."""
    devices = own_devices(tx)
    return [_known(one, name, devices) for one in kept.glances(tx)]


def own_devices(tx: Tx) -> frozenset[str]:
    """Return the ids that this laptop ever had."""
    return frozenset(one.device for one in identity.every_own(tx))


def only_here(tx: Tx, found: Iterable[Known]) -> frozenset[str]:
    """Return the plans with changes that are in no package."""
    changed = (Changed(one.glance.id, one.line.reach, one.line.stays_here) for one in found)
    return unsent.only_here(tx, own_devices(tx), changed)


def staying(found: Sequence[Known]) -> frozenset[str]:
    """Return the plans that never leave this laptop."""
    return frozenset(one.glance.id for one in found if one.line.stays_here)


def is_name_of(worker: str, name: str) -> bool:
    """Say whether the worker of a plan is the person of this name; plans often hold the first name alone."""
    said, known = worker.casefold().split(), name.casefold().split()
    return bool(said) and (said == known or (len(said) == 1 and said == known[:1]))


def _known(glance: Glance, name: str, devices: frozenset[str]) -> Known:
    line = _decode(glance.line) if glance.line else Line(listed=Listed(family=glance.title))
    is_own = line.ahead.begun_on in devices or is_name_of(line.ahead.worker, name)
    return Known(glance, line, is_own)
