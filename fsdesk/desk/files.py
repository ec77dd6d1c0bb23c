"""Files that people bring and take away: read within bounds, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from fsdesk.errors import Refused

OWNER_ONLY = 0o600
_CHUNK = 2**20


class NotReadable(Refused):
    """A file cannot be read."""

    what_next = "Nothing was changed. Check the name and try again."


class AlreadyThere(Refused):
    """A file stands where a new one should go."""

    what = "There is a file of that name already."
    what_next = "Nothing was written. Choose another name, or say --force to overwrite it."
    in_window = "Nothing was written. Choose another name."


class NotWritable(Refused):
    """A file cannot be written where it should go."""

    what_next = "Nothing was written. Choose another place, or make room, and try again."


def read(path: Path, most_bytes: int, mark: bytes = b"") -> bytes:
    """Return what a file holds. Raises NotReadable for a folder, a missing file, no rights, or one too large.

    Of a file that does not begin with `mark` only so much is read as shows it.
    """
    with reading(path, most_bytes) as file:
        return held(file, most_bytes, mark)


@contextlib.contextmanager
def reading(path: Path, most_bytes: int) -> Iterator[BinaryIO]:
    """Give a file to read from. Raises NotReadable as `read`, and for what goes wrong while it is read."""
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode) and not stat.S_ISFIFO(status.st_mode):
                raise NotReadable("That is not a file.")
            if status.st_size > most_bytes:
                raise _too_large(most_bytes)
            yield file
    except OSError as fault:
        raise NotReadable(_reading(fault)) from fault


def held(file: BinaryIO, most_bytes: int, mark: bytes = b"") -> bytes:
    """Return what an open file holds, within the bounds that `read` keeps to. Raises NotReadable."""
    found = _held(file, most_bytes, mark, max(os.fstat(file.fileno()).st_size, _CHUNK))
    if len(found) > most_bytes:
        raise _too_large(most_bytes)
    return found


def _too_large(most_bytes: int) -> NotReadable:
    most = f"{most_bytes // 2**20} MB" if most_bytes >= 2**20 else f"{most_bytes // 2**10} KB"
    return NotReadable(f"That file is larger than can be read here ({most}).")


def _held(file: BinaryIO, most_bytes: int, mark: bytes, step: int) -> bytes:
    """Return what a file holds, a step at a time: a limit of gigabytes shall not ask for gigabytes at once.

    A file that can be gone back in is in memory once, not once more while its pieces are joined.
    """
    begins = file.read(len(mark))
    if begins != mark:
        return begins
    pieces = [] if file.seekable() and file.seek(0) == 0 else [begins]
    left = most_bytes + 1 - sum(map(len, pieces))
    while left > 0 and (piece := file.read(min(step, left))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _reading(fault: OSError) -> str:
    if isinstance(fault, FileNotFoundError):
        return "There is no file of that name."
    if isinstance(fault, IsADirectoryError):
        return "That is a folder, not a file."
    if isinstance(fault, PermissionError):
        return "This computer does not let you read that file."
    return "That file cannot be read."


def write(path: Path, data: bytes, *, force: bool = False) -> Path:
    """Write a file for its owner alone, whole or not at all, and return its path.

    Raises AlreadyThere unless `force` is given, and NotWritable.
    """
    with writing(path, force=force) as beside:
        beside.write_bytes(data)
    return path


@contextlib.contextmanager
def writing(path: Path, *, force: bool = False) -> Iterator[Path]:
    """Give an empty file beside `path`; leaving puts it in its place in one step, an error leaves nothing behind."""
    refuse_taken(path, force=force)
    try:
        beside = _beside(path)
    except OSError as fault:
        raise NotWritable(why_not_written(fault)) from fault
    try:
        yield beside
        _into_place(beside, path, force=force)
    except OSError as fault:
        raise NotWritable(why_not_written(fault)) from fault
    finally:
        beside.unlink(missing_ok=True)


def refuse_taken(path: Path, *, force: bool) -> None:
    """Raise AlreadyThere for a file that stands there, unless forced; NotWritable for a folder."""
    try:
        is_folder = path.is_dir()
    except OSError as fault:
        raise NotWritable(why_not_written(fault)) from fault
    if is_folder:
        raise NotWritable("That is a folder; the name of a file is needed.")
    if not force and os.path.lexists(path):
        raise AlreadyThere


def _beside(path: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=".fsdesk-", dir=path.parent)
    os.close(handle)
    return Path(name)


def settle(path: Path) -> None:
    """Have a file on the disk itself, and read anew from there where the system lets go of what it remembers."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _into_place(beside: Path, path: Path, *, force: bool) -> None:
    with beside.open("rb+") as file:
        os.fsync(file.fileno())
    beside.chmod(OWNER_ONLY)
    if not force and os.path.lexists(path):
        raise AlreadyThere
    beside.replace(path)


def why_not_written(fault: OSError) -> str:
    """Return in a sentence why a file could not be written."""
    if isinstance(fault, FileNotFoundError | NotADirectoryError):
        return "The folder for that file is not there."
    if isinstance(fault, PermissionError):
        return "This computer does not let you write there."
    if fault.errno in (28, 122):  # ENOSPC, EDQUOT
        return "There is no room left for that file."
    return "That file cannot be written."
