"""Whether edits of one plan may have crossed: a quick look that never misses, so that only such plans are folded."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from fsdesk.plans import fitting
from fsdesk.plans.edits import Added, Again, Change, Edit, Header, Intent, Key, Wrote, contents_of
from fsdesk.plans.kept import Place
from fsdesk.plans.registers import Field, Write

_OF_SEVERAL_VALUES = frozenset({Intent.SETTLED, Intent.UNDID, Intent.PUT_BACK, Intent.SAID_AGAIN})
"""The intents that may leave a field with several values, or say what somebody else wrote."""


def is_plain(intent: str) -> bool:
    """Say whether an edit of this intent, with none of another laptop beside it, leaves nothing unsettled."""
    return intent.partition(" ")[0] not in _OF_SEVERAL_VALUES  # an undo names the edit it undid after it


def may_cross(edits: Iterable[Edit]) -> bool:
    """Say whether a field of a plan may read two ways: two edits wrote it, and neither saw the other.

    No edit that crosses another is missed; of what is found, folding tells whether it does.
    """
    looked = _Looked()
    return not all(looked.take(edit) for edit in edits) or looked.stands_apart()


class _Looked:
    """What edits add and write, field by field."""

    def __init__(self) -> None:
        self._added: dict[Place, tuple[Key, int, set[str]]] = {}
        self._written: dict[tuple[str, str, str], Field] = {}

    def take(self, edit: Edit) -> bool:
        """Note what an edit does; say whether all of it is of a kind that alone leaves nothing unsettled."""
        try:
            header = edit.header
        except msgspec.DecodeError:
            return False
        return all(
            not contents.fault and all(self._take(header, change) for change in contents.changes)
            for contents in contents_of(edit)
        )

    def _take(self, header: Header, change: Change) -> bool:
        if isinstance(change, Added):
            return self._add(header, change)
        if isinstance(change, Wrote):
            return self._write(header, change)
        return not isinstance(change, Again)

    def _add(self, header: Header, change: Added) -> bool:
        key = Key(header.device, header.seq)
        place = Place(change.collection, change.record)
        begun, _, fields = self._added.setdefault(place, (key, header.lamport, set()))
        fields.update(change.fields)
        return begun == key

    def _write(self, header: Header, change: Wrote) -> bool:
        held = self._written.setdefault((change.collection, change.record, change.field), Field())
        held.writes[Key(header.device, header.seq)] = Write(change.values, change.saw, header.lamport)
        return len(change.values) == 1 and _is_known(change)

    def stands_apart(self) -> bool:
        """Say whether a field has two writes that stand beside each other."""
        for (collection, record, field), held in self._written.items():
            key, lamport, fields = self._added.get(Place(collection, record), (None, 0, ()))
            if key is not None and field in fields:
                held.writes.setdefault(key, Write((None,), (), lamport))
            if len(held.live()) > 1:
                return True
        return False


def _is_known(change: Wrote) -> bool:
    return fitting.judge(change, change.record).goes and fitting.fits(
        change.collection, change.field, change.values[0]
    )
