"""The desk: one open store, whose it is, and the day it goes by. Everything a person can do takes it first."""

from __future__ import annotations

import secrets
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING

from fsdesk.desk import clock
from fsdesk.errors import Refused
from fsdesk.plans.writing import Ink
from fsdesk.store import edits, facts, identity
from fsdesk.store.facts import Facts, Role
from fsdesk.store.identity import Identity
from fsdesk.store.store import Store
from fsdesk.store.tx import Tx

if TYPE_CHECKING:
    from fsdesk.desk.remembered import Remembered


class NoTeam(Refused):
    """Packages pass inside a team, and this laptop has none yet."""

    what = "This laptop belongs to no team yet."
    what_next = "Accept your team lead's contact card first."


@dataclass
class Desk:
    """One open store at work. Use it on one thread, and close it."""

    store: Store
    today_given: date | None = None
    now: clock.Moment = clock.now
    facts: Facts = field(init=False)
    remembered: Remembered | None = field(default=None, init=False, repr=False)
    """The plan that was read or written last (`fsdesk.desk.remembered`)."""

    def __post_init__(self) -> None:
        self.facts = self.store.facts()

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store; nothing of it can be reached from here afterwards."""
        self.remembered = None
        self.store.close()

    @property
    def name(self) -> str:
        """The name of the person whose store this is."""
        return self.facts.name

    @property
    def device(self) -> str:
        """This laptop's id."""
        return self.facts.device

    @property
    def is_lead(self) -> bool:
        """Whether the person leads the team, and so has the sealed right."""
        return self.facts.role is Role.LEAD

    @property
    def team(self) -> str:
        """The team's id. Raises NoTeam while this laptop belongs to none."""
        if self.facts.team is None:
            raise NoTeam
        return self.facts.team

    @property
    def today(self) -> date:
        """The day that rules and prints go by: the one given, or the clock's."""
        return self.today_given or clock.local_day()

    @contextmanager
    def transaction(self) -> Iterator[Tx]:
        """Give a connection for one change, whole or not at all."""
        with self.store.transaction() as tx:
            yield tx

    @contextmanager
    def reading(self) -> Iterator[Tx]:
        """Give a connection for reading one unchanging view."""
        with self.store.reading() as tx:
            yield tx

    def keys(self, tx: Tx) -> Identity:
        """Return this laptop's own keys."""
        own = identity.own(tx, self.device)
        assert own is not None  # noqa: S101 - a store is made with the keys of its laptop
        return own

    def ink(self, tx: Tx, lamport: int) -> Ink:
        """Return where this laptop's chain stands, for the next edit of a plan whose counter stood at `lamport`."""
        seq, link = edits.last(tx, self.device)
        return Ink(self.device, seq + 1, link, lamport + 1, self.name, self.now())

    def join(self, tx: Tx, team: str) -> None:
        """Make this laptop part of a team."""
        facts.join_team(tx, team)

    def read_facts_again(self) -> None:
        """Take in what has changed of the store's own facts."""
        self.facts = self.store.facts()


def random(count: int) -> bytes:
    """Return random bytes for salts."""
    return secrets.token_bytes(count)


def new_id() -> str:
    """Return a new id for a plan, a record or an edit: a UUIDv7, which rises with time."""
    moment = time.time_ns() // 1_000_000
    number = (moment & (2**48 - 1)) << 80 | secrets.randbits(80)
    number = number & ~(0xF << 76) | 0x7 << 76
    number = number & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=number))
