"""One field of one record as everybody wrote it: every write, what it saw, and what still stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from fsdesk.plans.edits import MOST, Key


class Write(NamedTuple):
    """One edit's write to a field: its values, the edits it saw, and when in the order of causes it was made."""

    values: tuple[Any, ...]
    saw: tuple[Key, ...] = ()
    lamport: int = 0


def could_see(seer: int, seen: int) -> bool:
    """Say whether an edit with the Lamport counter `seer` can have seen one with the counter `seen`.

    An edit that claims to have seen what was written later supersedes nothing by it. At the very end of the
    count the claim is believed, or a plan in which somebody used the count up could never be settled again.
    """
    return seen < seer or seen == MOST


@dataclass
class Field:
    """One register field: every write to it, each with what it saw."""

    writes: dict[Key, Write] = field(default_factory=dict)

    def live(self) -> list[tuple[Key, tuple[Any, ...]]]:
        """Return the writes that no other write saw, in canonical order."""
        if len(self.writes) == 1:
            return [(key, write.values) for key, write in self.writes.items()]
        gone = self._superseded()
        return sorted((key, write.values) for key, write in self.writes.items() if key not in gone)

    def standing(self) -> list[tuple[Key, Write]]:
        """Return the writes that no other write saw, in canonical order, whole."""
        return [(key, self.writes[key]) for key, _ in self.live()]

    def _superseded(self) -> set[Key]:
        held = self.writes
        return {
            key
            for write in held.values()
            for key in write.saw
            if key in held and could_see(write.lamport, held[key].lamport)
        }

    def writer(self, key: Key, value: Any) -> Key:
        """Return who wrote a value that stands in the name of ``key``: an edit that opens versions again wrote none."""
        wanted = canonical(value)
        while len(self.writes[key].values) > 1:
            seen = self._seen_by(key)
            behind = [one for name in seen for one in self._seen_by(name)]
            holding = (one for one in (*behind, *seen) if wanted in map(canonical, self.writes[one].values))
            found = next(holding, None)
            if found is None:
                break
            key = found
        return key

    def _seen_by(self, key: Key) -> list[Key]:
        write = self.writes[key]
        return sorted(
            one for one in write.saw if one in self.writes and self.writes[one].lamport < write.lamport
        )

    def versions(self) -> list[tuple[Key, Any]]:
        """Return each standing value once, in canonical order, with the edit that wrote it."""
        live = self.live()
        if len(live) == 1 and len(live[0][1]) == 1:
            return [(live[0][0], live[0][1][0])]
        found: dict[bytes, tuple[Key, Any]] = {}
        for key, values in live:
            for value in values:
                found.setdefault(canonical(value), (key, value))
        return list(found.values())


@dataclass
class SetField:
    """One set-valued field: which edits put each element there, and which of those were taken off."""

    put: dict[bytes, dict[Key, int]] = field(default_factory=dict)
    taken: dict[bytes, dict[Key, tuple[int, Key]]] = field(default_factory=dict)
    """The edits that put it there and were seen by one that took it off: its Lamport counter, and which it was."""
    values: dict[bytes, Any] = field(default_factory=dict)

    def add(self, key: Key, value: Any, lamport: int) -> None:
        """Note that an edit put an element there."""
        name = canonical(value)
        self.values[name] = value
        self.put.setdefault(name, {})[key] = lamport

    def take(self, key: Key, value: Any, saw: Iterable[Key], lamport: int) -> None:
        """Note that an edit took an element off, in the knowledge of the edits that had put it there."""
        name = canonical(value)
        self.values.setdefault(name, value)
        taken = self.taken.setdefault(name, {})
        for seen in saw:
            taken[seen] = max((lamport, key), taken.get(seen, (0, key)))

    def standing(self) -> dict[bytes, tuple[Key, ...]]:
        """Return the elements that stand, each with the edits that keep it there."""
        kept = {name: self._keeping(name) for name in sorted(self.put)}
        return {name: keys for name, keys in kept.items() if keys}

    def _keeping(self, name: bytes) -> tuple[Key, ...]:
        put, taken = self.put[name], self.taken.get(name, {})
        return tuple(sorted(key for key, made in put.items() if not _is_seen(key, made, taken)))

    def current(self) -> list[Any]:
        """Return the elements that stand."""
        return [self.values[name] for name in self.standing()]


def _is_seen(key: Key, made: int, taken: dict[Key, tuple[int, Key]]) -> bool:
    return key in taken and could_see(taken[key][0], made)


def canonical(value: Any) -> bytes:
    """Return a value as bytes that are equal exactly when the values are.

    What no document could hold comes out as one and the same mark: it fits no field, so nothing is told apart by it.
    """
    try:
        return msgspec.json.encode(value, order="deterministic")
    except (TypeError, ValueError, RecursionError):
        return b"\0"
