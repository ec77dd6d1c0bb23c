"""From edits to everything that is known of one plan's records: what was written, what it saw, what still stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from fsdesk.plans import chain, fields, fitting
from fsdesk.plans.edits import Added, Again, Change, Edit, Header, Key, Part, contents_of
from fsdesk.plans.kept import Kept, Place, take, take_again
from fsdesk.plans.registers import Field, SetField, canonical

__all__ = [
    "FOLD_VERSION",
    "Field",
    "Kept",
    "Place",
    "Read",
    "SetField",
    "State",
    "canonical",
    "gather",
    "plan_of",
    "read_edit",
    "take_in",
]

FOLD_VERSION = 4
"""Raised whenever the same edits would fold into another plan or line, so that what is kept of them is made again."""


@dataclass
class State:
    """What the edits of one plan add up to, in whatever order they came."""

    records: dict[Place, Kept] = field(default_factory=dict)
    headers: dict[Key, Header] = field(default_factory=dict)
    unreadable: dict[Key, str] = field(default_factory=dict)
    plan: str = ""
    """The plan's id, once an edit that begins a plan was taken in."""

    @property
    def frontier(self) -> dict[str, int]:
        """Return the last edit of each laptop in this plan."""
        found: dict[str, int] = {}
        for key in self.headers:
            found[key.device] = max(key.seq, found.get(key.device, 0))
        return dict(sorted(found.items()))

    def kept(self, collection: str, record: str) -> Kept:
        """Return what is known of a record, begun empty if nothing was."""
        place = Place(collection, record)
        kept = self.records.get(place)
        if kept is None:
            kept = self.records[place] = Kept(collection)
        return kept


class Read(NamedTuple):
    """An edit as far as it can be read: its changes with their parts, and why the rest cannot."""

    key: Key
    header: Header | None
    changes: list[tuple[Part, Change]]
    fault: str = ""
    repeats: bool = False
    """Whether it says again what other edits said."""


def read_edit(edit: Edit) -> Read:
    """Return what can be taken in of an edit; whatever its bytes are, this raises nothing."""
    try:
        header = edit.header
    except msgspec.DecodeError:
        return Read(_nameless(edit), None, [], "an edit does not say whose it is")
    found: list[tuple[Part, Change]] = []
    fault, repeats = "", False
    for part, changes, broken in contents_of(edit):
        fault = fault or broken
        for change in changes:
            verdict = fitting.judge(change, header.plan)
            fault = fault or verdict.remark
            if verdict.goes:
                found.append((part, change))
                repeats = repeats or type(change) is Again
    return Read(Key(header.device, header.seq), header, found, fault, repeats)


def _nameless(edit: Edit) -> Key:
    return Key("unnamed-" + chain.digest(edit.header_bytes, ()).hex()[:16], 0)


def gather(edits: Iterable[Edit], into: State | None = None) -> State:
    """Return the state that a plan's edits add up to. The order of the edits makes no difference.

    What cannot be read of an edit is noted with its reason, and the rest goes on.
    """
    state = State() if into is None else into
    edits = list(edits)
    repeating: list[Read] = []
    for edit in edits:
        read = read_edit(edit)
        if into is None and _is_elsewhere(state, read):
            return gather(edits, State(plan=plan_of(map(read_edit, edits))))
        _take_in(state, read)
        if read.repeats:
            repeating.append(read)
    for read in sorted(repeating, key=lambda read: read.key):
        _take_again(state, read)
    return state


def _is_elsewhere(state: State, read: Read) -> bool:
    """Say whether an edit is of another plan than those before it; the first one names the plan."""
    if read.header is None:
        return False
    state.plan = state.plan or read.header.plan
    return state.plan != read.header.plan


def plan_of(reads: Iterable[Read]) -> str:
    """Return the id of the plan that these edits begin, or an empty text; of several, the first in their order."""
    begun = {
        change.record
        for read in reads
        for _, change in read.changes
        if change.collection == fields.PLAN and _begins(change)
    }
    return min(begun, default="")


def _begins(change: Change) -> bool:
    return isinstance(change.said if isinstance(change, Again) else change, Added)


def take_in(state: State, read: Read) -> None:
    """Add one edit that was read to a state that holds all it saw; one of another plan is noted and left aside."""
    _take_in(state, read)
    if read.repeats:
        _take_again(state, read)


def _take_in(state: State, read: Read) -> None:
    if read.fault:
        state.unreadable[read.key] = read.fault
    if read.header is None:
        return
    if state.plan and read.header.plan != state.plan:
        state.unreadable[read.key] = "an edit belongs to another plan"
        return
    state.headers[read.key] = read.header
    for part, change in read.changes:
        kept = state.kept(change.collection, change.record)
        kept.heard.append((read.key, part, change))
        if not isinstance(change, Again):
            take(kept, read.key, read.header, change)


def _take_again(state: State, read: Read) -> None:
    """Take in what an edit says once more, in the name of the edit that said it where that one's header is here."""
    if state.headers.get(read.key) is not read.header:
        return
    for _, change in read.changes:
        if isinstance(change, Again):
            key = change.key if change.key in state.headers else read.key
            kept = state.kept(change.collection, change.record)
            take_again(kept, key, state.headers[key], change.said)
