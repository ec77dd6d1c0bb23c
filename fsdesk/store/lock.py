"""One program at a time: the system's own lock on a store, and a line that says who holds it and since when."""

from __future__ import annotations

import contextlib
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from fsdesk.store.durable import OWNER_ONLY_FILE
from fsdesk.store.refusals import InUse

NAME = "lock"
_MOST_BYTES = 4096
_FAR = 2**30
"""Windows locks bytes rather than files: one far behind the line, so that the line stays readable."""


class Holder(msgspec.Struct, frozen=True):
    """Who holds a store: which process of this computer, since when. Never a person's name."""

    process: int
    since: str

    def said(self) -> str:
        """Return the holder in words, the time as this computer's clock shows it."""
        try:
            since = datetime.fromisoformat(self.since).astimezone()
        except ValueError:
            return f"another fsdesk (process {self.process})"
        return f"another fsdesk (process {self.process}) since {since:%H:%M on %d %B %Y}"


class StoreLock:
    """The lock on one store; it falls with the process that holds it, however that ends."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    @classmethod
    def take(cls, folder: Path) -> StoreLock:
        """Return the lock on the store in `folder`. Raises InUse, naming who holds it, and OSError."""
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(folder / NAME, flags, OWNER_ONLY_FILE)
        try:
            _take(handle)
            _inform(handle)
        except BlockingIOError:
            held = _in_use(handle)
            os.close(handle)
            raise held from None
        except BaseException:
            os.close(handle)
            raise
        return cls(handle)

    def release(self) -> None:
        """Give the store back. Safe to call again."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        with contextlib.suppress(OSError):  # closing is what gives the lock back
            os.ftruncate(handle, 0)
        os.close(handle)


def held_by(folder: Path) -> str | None:
    """Return who holds the store in `folder`, in words, or nothing while nobody does; what a crash left is nobody."""
    try:
        if not (folder / NAME).stat().st_size:
            return None
        StoreLock.take(folder).release()
    except InUse as held:
        return held.by
    except OSError:
        return None
    return None


def _inform(handle: int) -> None:
    holder = Holder(os.getpid(), datetime.now(UTC).isoformat(timespec="seconds"))
    with contextlib.suppress(OSError):  # the line is a courtesy: a full disk does not keep the store shut
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, msgspec.json.encode(holder) + b"\n")


def _in_use(handle: int) -> InUse:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        holder = msgspec.json.decode(os.read(handle, _MOST_BYTES), type=Holder)
    except (OSError, msgspec.DecodeError):
        return InUse()
    held = InUse(f"This store is in use by {holder.said()}.")
    held.by = holder.said()
    return held


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
