"""Which ways lead into a locked store besides its passphrase; told from its key file, which names nobody."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from fsdesk.store import asking, faults, keyfile, sheet_slots
from fsdesk.store import folder as folder_
from fsdesk.store.secret_slots import ESCROW


class WaysIn(NamedTuple):
    """What can stand in for a passphrase that is forgotten."""

    sheets: tuple[str, ...] = ()
    """The numbers of the recovery sheets that open the store, as they stand on the paper; the newest last."""
    lead: bool = False
    """Whether a team lead keeps a way in."""
    asked: bool = False
    """Whether the lead was asked from this laptop, and the answer is still to come."""

    @property
    def are_any(self) -> bool:
        """Whether there is any way at all."""
        return bool(self.sheets) or self.lead


def known(folder: Path) -> WaysIn:
    """Return the ways into the store in a folder; nothing is opened or changed.

    Raises NotAStore, NoRights, SharedDrive, Damaged and TooNew.
    """
    place = folder.resolve()
    with faults.sorted_out():
        folder_.check(place)
        keys = keyfile.read(place, folder_.salt(place)).keys
        sheets = tuple(one.number for one in sheet_slots.known(keys))
        return WaysIn(sheets, bool(keys.of_kind(ESCROW)), asking.is_waiting(place))
