"""Invented laptops that write edits in tests, with ids and salts that repeat from run to run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from fsdesk.plans import merge, writing
from fsdesk.plans.chain import START
from fsdesk.plans.edits import Change, Edit, Intent, Key, key_of
from fsdesk.plans.model import Plan


@dataclass
class Laptop:
    """One laptop with everything it holds of one plan."""

    device: str
    edits: dict[Key, Edit] = field(default_factory=dict)
    seq: int = 0
    previous: bytes = START

    def begin(self, plan: Plan, intent: Intent = Intent.BEGAN) -> Edit:
        """Begin a plan here."""
        return self._keep(writing.begin(plan, self._ink(), self._id(), self._random, intent))

    def write(self, wanted: Plan, intent: Intent = Intent.WROTE) -> Edit | None:
        """Make the plan as it stands here into the one wanted."""
        made = writing.write(self.current(), wanted, self._ink(), self._id(), self._random, intent)
        return None if made is None else self._keep(made)

    def act(self, *changes: object, intent: str) -> Edit:
        """Write named changes."""
        return self._keep(writing.act(self.current(), changes, self._ink(), self._id(), self._random, intent))

    def type_in(self, changes: Iterable[Change], wanted: Plan) -> Edit:
        """Write what stood on a sheet that came back; `wanted` is the plan as it reads by it."""
        intent = Intent.TYPED_FROM_PAPER
        made = writing.write_as_seen(
            self.current(), wanted, tuple(changes), self._ink(), self._id(), self._random, intent
        )
        return self._keep(made)

    def make_ready_to_send(self) -> Edit | None:
        """Write what has to be said again before the plan is sent, if anything."""
        made = writing.before_sending(self.current(), self._ink(), self._id(), self._random)
        return None if made is None else self._keep(made)

    def take(self, edits: Iterable[Edit]) -> None:
        """Take in edits from elsewhere."""
        self.edits = merge.union(self.edits, merge.by_key(edits))

    def current(self) -> merge.Current:
        """The plan as it stands here."""
        return merge.fold(self.edits.values())

    @property
    def plan(self) -> Plan:
        """The plan as it reads here."""
        return self.current().plan

    def _keep(self, edit: Edit) -> Edit:
        self.seq, self.previous = self.seq + 1, edit.link
        self.edits[key_of(edit)] = edit
        return edit

    def _ink(self) -> writing.Ink:
        lamport = max((edit.header.lamport for edit in self.edits.values()), default=0) + 1
        return writing.Ink(
            self.device, self.seq + 1, self.previous, lamport, self.device.title(), 1_700_000_000_000
        )

    def _id(self) -> str:
        return f"{self.device}-{self.seq + 1}"

    def _random(self, count: int) -> bytes:
        return hashlib.blake2b(f"{self.device}{self.seq}".encode(), digest_size=count).digest()


def together(*laptops: Laptop) -> None:
    """Let every laptop take in what the others hold."""
    everything = [edit for laptop in laptops for edit in laptop.edits.values()]
    for laptop in laptops:
        laptop.take(everything)
