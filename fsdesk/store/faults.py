"""Sorts what disk and database say: what a person can act on becomes a refusal, our own faults stay what they are."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fsdesk.errors import Refused
from fsdesk.store.refusals import Damaged, DiskFull, DiskTrouble, InUse, NoRights, NotAStore

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_RIGHTS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_SUCH = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG})
_LITTLE_ROOM = 2 * 1024 * 1024
"""Bytes of free space below which a refused write means a full disk; a commit needs less."""

# Primary result codes of SQLite (sqlite.org/rescode.html): the low byte of an extended code.
_PERM, _BUSY, _LOCKED, _READONLY, _IOERR = 3, 5, 6, 8, 10
_CORRUPT, _FULL, _CANTOPEN, _AUTH, _NOTADB = 11, 13, 14, 23, 26
_BY_WORDS = {
    "access permission denied": _PERM,
    "database is locked": _BUSY,
    "attempt to write a readonly database": _READONLY,
    "disk I/O error": _IOERR,
    "database disk image is malformed": _CORRUPT,
    "database or disk is full": _FULL,
    "unable to open database file": _CANTOPEN,
    "file is not a database": _NOTADB,
}
"""SQLite's own words for these codes: the driver's backup raises errors that carry the words alone."""


def of_system(error: OSError) -> Refused:
    """Return the refusal that a failed call to the system amounts to; no path of it is repeated."""
    if error.errno in _NO_ROOM:
        return DiskFull()
    if error.errno in _NO_RIGHTS:
        return NoRights()
    if error.errno in _NO_SUCH:
        return NotAStore()
    return DiskTrouble()


def of_database(error: BaseException, folder: Path) -> Refused | None:
    """Return the refusal that an error of SQLCipher amounts to, or nothing when it is a fault of ours."""
    code = getattr(error, "sqlite_errorcode", _BY_WORDS.get(str(error)))
    if not isinstance(code, int):
        return None
    kind = code & 0xFF
    if kind in (_CORRUPT, _NOTADB):
        return Damaged("The file store.db of this store is damaged.")
    if kind in (_BUSY, _LOCKED):
        return InUse()
    if kind == _FULL:
        return DiskFull()
    if kind in (_PERM, _READONLY, _AUTH, _CANTOPEN, _IOERR):
        return _of_disk(kind, folder)
    return None


def _of_disk(kind: int, folder: Path) -> Refused:
    try:
        free = shutil.disk_usage(folder).free
    except OSError:  # the folder itself is gone: a stick was pulled
        return DiskTrouble()
    if kind in (_PERM, _READONLY, _AUTH):
        return NoRights()
    database = folder / "store.db"
    if database.exists() and not os.access(database, os.R_OK | os.W_OK):
        return NoRights()
    return DiskFull() if free < _LITTLE_ROOM else DiskTrouble()


@contextmanager
def sorted_out() -> Iterator[None]:
    """Turn errors of the system in the block into refusals."""
    try:
        yield
    except OSError as error:
        raise of_system(error) from error
