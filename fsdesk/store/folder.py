"""The folder of a store: which files it has, how a new one comes to be whole or not at all, who may look inside."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fsdesk.store import drives, durable, keyfile
from fsdesk.store.lock import StoreLock
from fsdesk.store.refusals import AlreadyThere, Damaged, DiskTrouble, InUse, NotAStore

DATABASE = "store.db"
BACKUPS = "backups"
FOR_OTHERS = "for-others"
"""The folder of what a lead keeps for workers."""
BESIDE = ".beside-"
"""How the name of a folder begins in which the next state of a store is put together."""
GONE = "The folder of this store is not where it was."
_SALT_BYTES = 16
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def check(folder: Path) -> None:
    """Raise unless `folder` holds the files of a store on this computer's own disk.

    Raises NotAStore when it holds none of them, Damaged when some are missing, SharedDrive, and OSError.
    """
    marks = (DATABASE, keyfile.NAME, keyfile.COPY)
    present = {name for name in marks if _is_file(folder / name)}
    if not present:
        raise NotAStore
    if DATABASE not in present:
        raise Damaged(f"The file {DATABASE} of this store is missing.")
    drives.refuse_shared(folder)


def check_remains(folder: Path) -> None:
    """Raise unless `folder` holds at least something of a store, damaged or not, on this computer's own disk.

    Raises NotAStore when there is no such folder, AlreadyThere when it is somebody else's, SharedDrive, and OSError.
    """
    if not folder.is_dir():
        raise NotAStore
    if not any((folder / name).exists() for name in (DATABASE, keyfile.NAME, keyfile.COPY, BACKUPS)):
        raise AlreadyThere
    drives.refuse_shared(folder)


def see(folder: Path) -> None:
    """Raise DiskTrouble when an open store's folder is not where it was: a stick was pulled out."""
    if not _is_file(folder / DATABASE):
        raise DiskTrouble(GONE)


def _is_file(path: Path) -> bool:
    # Path.is_file says no where it should say "no rights", so the system is asked itself.
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def close_to_others(folder: Path) -> None:
    """Make the folder its owner's alone again, if a copy or another program had opened it."""
    if os.name == "posix" and folder.stat().st_mode & _OTHERS:
        folder.chmod(durable.OWNER_ONLY_FOLDER)


def sweep(folder: Path) -> None:
    """Clear away what processes left that were killed while they put something together; the store is locked."""
    for left in (*folder.glob(f"{BESIDE}*"), *folder.glob(".*.new"), *(folder / BACKUPS).glob(".*.new")):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                left.unlink()


def salt(folder: Path) -> str:
    """Return the sixteen bytes at the head of store.db, which tell it from every other, as hexadecimal signs."""
    with (folder / DATABASE).open("rb") as file:
        return file.read(_SALT_BYTES).hex()


@contextmanager
def making(folder: Path) -> Iterator[Path]:
    """Give an empty folder in which a store is put together; leaving moves it to `folder` in one step.

    When anything goes wrong nothing is left behind, and what a killed process left is cleared by the next.
    Raises AlreadyThere unless `folder` is empty or missing, SharedDrive, and OSError.
    """
    drives.refuse_shared(folder)
    _refuse_occupied(folder)
    with _parents(folder):
        _clear_leftovers(folder)
        beside = folder.with_name(f"{_prefix(folder)}{secrets.token_hex(4)}")
        beside.mkdir(mode=durable.OWNER_ONLY_FOLDER)
        try:
            lock = StoreLock.take(beside)
            try:
                yield beside
            finally:
                lock.release()
            _into_place(beside, folder)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise


def _refuse_occupied(folder: Path) -> None:
    try:
        occupied = any(folder.iterdir())
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise AlreadyThere("There is already a file of that name.") from None
    if occupied:
        raise AlreadyThere


@contextmanager
def _parents(folder: Path) -> Iterator[None]:
    """Make the folders above, and take back those that were made when the block does not end well."""
    made: list[Path] = []
    try:
        for above in reversed([parent for parent in folder.parents if not parent.exists()]):
            above.mkdir(mode=durable.OWNER_ONLY_FOLDER)
            made.append(above)
        yield
    except BaseException:
        for above in reversed(made):
            with contextlib.suppress(OSError):
                above.rmdir()
        raise


def _prefix(folder: Path) -> str:
    return f".{folder.name}.making-"


def _clear_leftovers(folder: Path) -> None:
    for left in folder.parent.glob(f"{_glob_safe(_prefix(folder))}*"):
        take_back(left)


def take_back(folder: Path) -> None:
    """Clear away a store that nobody has had open yet; one that somebody has, or is making at this moment, stays."""
    with contextlib.suppress(OSError, InUse):
        StoreLock.take(folder).release()
        shutil.rmtree(folder, ignore_errors=True)


def _glob_safe(name: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)


def _into_place(beside: Path, folder: Path) -> None:
    (beside / "lock").unlink(missing_ok=True)
    durable.sync_folder(beside)
    if os.name == "nt" and folder.exists():  # Windows does not move a folder onto an empty one
        folder.rmdir()
    try:
        beside.rename(folder)
    except OSError as error:
        _refuse_occupied(folder)
        if error.errno in (errno.EBUSY, errno.EXDEV):
            raise AlreadyThere(
                "A store cannot be the root of a drive.", "Choose a folder inside it."
            ) from None
        raise
    _settle(folder, beside)


def _settle(folder: Path, beside: Path) -> None:
    """See that the folder's new name lasts; one that may not is taken back, so that nothing stands half-made."""
    try:
        durable.sync_folder(folder.parent)
    except OSError:
        with contextlib.suppress(OSError):
            folder.rename(beside)
        raise
