"""What is known of one record of a plan, and how each kind of change adds to it; no order of edits matters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from fsdesk.plans import fields, order
from fsdesk.plans.edits import (
    Added,
    Again,
    Change,
    Elements,
    Header,
    Key,
    Moved,
    Part,
    Plain,
    PutBack,
    TookBack,
    TookOut,
    Wrote,
    has_moment,
)
from fsdesk.plans.registers import Field, SetField, Write, could_see


class Place(NamedTuple):
    """A record of a plan; the plan itself stands under the collection `fields.PLAN`."""

    collection: str
    record: str


Telling = tuple[Key, Part]
"""A part of an edit."""
_NOWHERE = (-1, Key("", 0), "")
_NEVER = (2**63, Key("", 0))


@dataclass(slots=True)
class Kept:
    """Everything known of one record."""

    collection: str = fields.PLAN
    adds: list[tuple[Key, int, Mapping[str, Any]]] = field(default_factory=list)
    """What it was added with, not yet sorted into its fields: most records are never written to again."""
    touched: dict[Key, int] = field(default_factory=dict)
    """The edits that wrote something of it, each with its Lamport counter."""
    takers: dict[Key, Write] = field(default_factory=dict)
    """The edits that took it out, each with what it saw."""
    taken_back: bool = False
    added: bool = False
    begun: tuple[int, Key] = _NEVER
    """The first edit that added it, in the order of causes."""
    place: tuple[int, Key, str] = _NOWHERE
    last: int | None = None
    heard: list[tuple[Key, Part, Change]] = field(default_factory=list)
    """Everything that was said of it, and in which part of which edit."""
    registers: dict[str, Field] = field(default_factory=dict)
    elements: dict[str, SetField] = field(default_factory=dict)

    @property
    def fields(self) -> dict[str, Field]:
        """Return its register fields, by name."""
        self._sort()
        return self.registers

    @property
    def sets(self) -> dict[str, SetField]:
        """Return its set-valued fields, by name."""
        self._sort()
        return self.elements

    @property
    def widest(self) -> Part:
        """Return the part that travels furthest of those in which anything of it stands."""
        return min((part for _, part, _ in self.heard), default=Part.OWN)

    def tellings(self) -> dict[Telling, set[Telling]]:
        """Return what told something of it, each with the parts that tell it: its own, and those that say it again."""
        found: dict[Telling, set[Telling]] = {}
        for key, part, change in self.heard:
            if part is not Part.OWN:
                first = change.key if isinstance(change, Again) else key
                found.setdefault((first, part), set()).add((key, part))
        return found

    def only_added(self) -> dict[str, Any] | None:
        """Return what it was added with when one edit added it and nobody changed or moved it since; else nothing."""
        if not self.adds or self.registers or self.elements or self.last is not None:
            return None
        first, _, values = self.adds[0]
        whole = dict(values)
        for key, _, more in self.adds[1:]:
            if key != first or not whole.keys().isdisjoint(more):
                return None
            whole |= more
        return whole

    def is_out(self) -> bool:
        """Say whether the record was taken out, and every change to it was seen by a take-out."""
        return self.taken_back or (bool(self.takers) and self.touched.keys() <= self._seen_by_takers())

    def _seen_by_takers(self) -> set[Key]:
        return {
            key
            for taker in self.takers.values()
            for key in taker.saw
            if key in self.touched and could_see(taker.lamport, self.touched[key])
        }

    def _sort(self) -> None:
        known = fields.of(self.collection) if self.adds else {}
        while self.adds:
            key, lamport, values = self.adds.pop()
            for name, value in values.items():
                if name in known and name != "id":
                    self._sort_one(name, value, known[name].is_set, key, lamport)

    def _sort_one(self, name: str, value: Any, is_set: bool, key: Key, lamport: int) -> None:
        if not is_set:
            self.registers.setdefault(name, Field()).writes.setdefault(key, Write((value,), (), lamport))
            return
        held = self.elements.setdefault(name, SetField())
        for element in value if isinstance(value, list | tuple) else ():
            held.add(key, element, lamport)


def _take_added(kept: Kept, key: Key, header: Header, change: Added) -> None:
    kept.touched[key] = header.lamport
    kept.added = True
    kept.begun = min(kept.begun, (header.lamport, key))
    place = change.position if order.is_place(change.position) else ""
    kept.place = max(kept.place, (header.lamport, key, place))
    kept.adds.append((key, header.lamport, change.fields))


def _take_wrote(kept: Kept, key: Key, header: Header, change: Wrote) -> None:
    _touch(kept, key, header)
    held = kept.registers.get(change.field)
    if held is None:
        held = kept.registers[change.field] = Field()
    held.writes[key] = Write(change.values, change.saw, header.lamport)


def _take_elements(kept: Kept, key: Key, header: Header, change: Elements) -> None:
    _touch(kept, key, header)
    held = kept.elements.setdefault(change.field, SetField())
    for value in change.added:
        held.add(key, value, header.lamport)
    for value, saw in change.removed:
        held.take(key, value, saw, header.lamport)


def _take_moved(kept: Kept, key: Key, header: Header, change: Moved) -> None:
    _touch(kept, key, header)
    kept.place = max(kept.place, (header.lamport, key, change.position))


def _take_put_back(kept: Kept, key: Key, header: Header, _: PutBack) -> None:
    _touch(kept, key, header)


def _take_took_out(kept: Kept, key: Key, header: Header, change: TookOut) -> None:
    kept.takers[key] = Write((), change.saw, header.lamport)


def _take_took_back(kept: Kept, _: Key, __: Header, ___: TookBack) -> None:
    kept.taken_back = True


def _touch(kept: Kept, key: Key, header: Header) -> None:
    kept.touched[key] = header.lamport
    made_at = header.made_at
    if (kept.last is None or made_at > kept.last) and has_moment(made_at):
        kept.last = made_at


def _is_known(kept: Kept, key: Key, said: Plain) -> bool:
    """Say whether an edit's own part, or whoever said it again first, has told what it wrote to a field."""
    if isinstance(said, Wrote):
        return said.field in kept.fields and key in kept.fields[said.field].writes
    return isinstance(said, TookOut) and key in kept.takers


def take(kept: Kept, key: Key, header: Header, change: Plain) -> None:
    """Add what an edit did to a record."""
    _HOW[type(change)](kept, key, header, change)


def take_again(kept: Kept, key: Key, header: Header, said: Plain) -> None:
    """Add what an edit did to a record, as somebody else says it again; that is no change to the record."""
    if not _is_known(kept, key, said):
        last = kept.last
        take(kept, key, header, said)
        kept.last = last


_HOW: Mapping[type, Callable[[Kept, Key, Header, Any], None]] = {
    Added: _take_added,
    Wrote: _take_wrote,
    Elements: _take_elements,
    Moved: _take_moved,
    PutBack: _take_put_back,
    TookOut: _take_took_out,
    TookBack: _take_took_back,
}
