"""Which edits of a plan were undone, which undo stands, and which edit is the next that its maker would undo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from fsdesk.plans.edits import Header, Intent, Key

STANDS = frozenset(
    map(str, (Intent.BEGAN, Intent.PRINTED, Intent.SHARED_COPY, Intent.SHARED_FOR_SAFETY, Intent.SAID_AGAIN))
)
"""What began a plan, what happened outside it, and what the program says again: none of it is undone."""


class Undone:
    """Reads from the headers of a plan's edits which of them undid which."""

    def __init__(self, headers: Mapping[Key, Header]) -> None:
        self._headers = headers

    def key_of(self, edit: str) -> Key | None:
        """Return where an edit stands, by its id; of two with one id, the first."""
        return self._by_id.get(edit)

    def undo_of(self, key: Key) -> Key | None:
        """Return the last undo of an edit that stands itself, or nothing when the edit stands."""
        return self._standing.get(key)

    def restores(self, key: Key) -> bool:
        """Say whether an edit is an undo that brings back what was before: one of an edit that does not so itself."""
        return self._restoring.get(key, False)

    def next_of(self, device: str, but: frozenset[Key] = frozenset()) -> Key | None:
        """Return the last edit of a laptop that did something and stands: the one to undo next, if there is any."""
        found = (
            key
            for key, header in self._headers.items()
            if key.device == device
            and key not in but
            and header.meant not in STANDS
            and not self.restores(key)
            and self.undo_of(key) is None
        )
        return max(found, default=None)

    @cached_property
    def _by_id(self) -> dict[str, Key]:
        found: dict[str, Key] = {}
        for key in sorted(self._headers, reverse=True):
            found[self._headers[key].id] = key
        return found

    @cached_property
    def _undos(self) -> list[tuple[Key, Key]]:
        """Each undo with what it undid, the earliest first; one that names what came later undid nothing."""
        named = ((key, self._by_id.get(one.undoes)) for key, one in self._headers.items() if one.undoes)
        lamport = {key: (header.lamport, key) for key, header in self._headers.items()}
        found = [(key, of) for key, of in named if of is not None and lamport[of] < lamport[key]]
        return sorted(found, key=lambda pair: lamport[pair[0]])

    @cached_property
    def _restoring(self) -> dict[Key, bool]:
        found: dict[Key, bool] = {}
        for key, of in self._undos:
            found[key] = not found.get(of, False)
        return found

    @cached_property
    def _standing(self) -> dict[Key, Key]:
        undos: defaultdict[Key, list[Key]] = defaultdict(list)
        found: dict[Key, Key] = {}
        for key, of in self._undos:
            undos[of].append(key)
        for key, of in reversed(self._undos):  # an undo is undone only by later ones
            if key not in found:
                found.setdefault(of, key)
        return found
