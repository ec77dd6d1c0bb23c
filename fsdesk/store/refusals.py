"""The ways in which a store stays closed or a write is not taken, each with what happened and what to do next."""

from __future__ import annotations

from fsdesk.errors import Refused


class WrongPassphrase(Refused):
    """The keys are whole and this passphrase does not open them."""

    what = "That passphrase does not open this store."
    what_next = "Check Caps Lock and missing spaces, then try again."


class UnfitPassphrase(Refused):
    """A passphrase that cannot be one: empty, too long, or with signs that cannot be typed the same twice."""

    what = "That cannot be a passphrase."
    what_next = "Choose words of letters, figures, signs and spaces, 1 to 1,024 of them in all."


class Damaged(Refused):
    """A file of the store is not as it was written; the sentence names which."""

    what = "A file of this store is damaged."
    what_next = "Nothing was changed. Keep the folder as it is and open the latest backup."


class TooNew(Refused):
    """The store was made or opened by a newer fsdesk."""

    what = "This store was last opened by a newer fsdesk."
    what_next = "Nothing was changed. Bring this fsdesk up to date, then open it again."


class InUse(Refused):
    """Another program, or another window of this one, has the store open."""

    what = "This store is in use."
    what_next = "Close it there first, then try again."
    by = "another fsdesk"
    """Which program, and since when where that is known."""


class NotAStore(Refused):
    """The folder is not there, or holds none of the files of a store."""

    what = "There is no fsdesk store in that folder."
    what_next = "Check the folder, or make a store there with “fsdesk store create”."
    in_window = "Check the folder, or set up plans there."


class AlreadyThere(Refused):
    """Something else stands where a new store was to go; it was left alone."""

    what = "There is already something in that folder."
    what_next = "Nothing was changed. Choose a folder that is empty or does not exist yet."


class NoRights(Refused):
    """The system does not let this account read or write there."""

    what = "This account may not read and write in that folder."
    what_next = "Choose another folder, or ask whoever looks after this computer."


class SharedDrive(Refused):
    """The folder lies on a network drive, where neither locks nor writes can be relied on."""

    what = "That folder is on a network drive, where a store could be damaged."
    what_next = "Keep the store on this computer's own disk, and share by sync packages."


class DiskFull(Refused):
    """There was no room; whatever was acknowledged before is safe."""

    what = "The disk is full, so this was not saved."
    what_next = "Everything saved before is safe. Make some room, then try again."


class DiskTrouble(Refused):
    """The disk or stick stopped answering; whatever was acknowledged before stands as far as the disk keeps it."""

    what = "The disk under this store does not answer."
    what_next = "Nothing half-written was kept. Check the disk or stick, then open the store again."
