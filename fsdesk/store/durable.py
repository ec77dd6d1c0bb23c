"""Writing that is on the disk when it returns, or has changed nothing."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
from pathlib import Path

OWNER_ONLY_FILE = 0o600
OWNER_ONLY_FOLDER = 0o700


def write(content: bytes, *paths: Path) -> None:
    """Put `content` at every one of `paths` (of one folder), whole and on the disk, readable by its owner alone.

    All of them are on the disk before the first is swapped in: a full disk changes none. Whatever stood at a path
    stays until the moment of its swap, and is put back when the disk then stops answering.
    """
    staged = [(_beside(path), path) for path in paths]
    before = {path: _held(path) for path in paths}
    swapped: list[Path] = []
    try:
        for beside, _ in staged:
            write_new(beside, content)
        for beside, path in staged:
            os.replace(beside, path)  # noqa: PTH105 - the one call that swaps on every system
            swapped.append(path)
        sync_folder(paths[0].parent)
    except BaseException:
        for beside, _ in staged:
            _drop(beside)
        for path in swapped:
            _put_back(path, before[path])
        raise


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")


def _held(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _drop(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _put_back(path: Path, content: bytes | None) -> None:
    """Give a path what it held, as far as the disk still answers."""
    if content is None:
        _drop(path)
        return
    beside = _beside(path)
    try:
        write_new(beside, content)
        os.replace(beside, path)  # noqa: PTH105 - as above
    except OSError:
        _drop(beside)


def write_new(path: Path, content: bytes) -> None:
    """Make a file with `content`, on the disk when this returns. Raises FileExistsError when there is one."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, OWNER_ONLY_FILE), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_file(path: Path) -> None:
    """Make sure that everything written to a file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Make sure that the names in a folder are on the disk, where the system can do that for a folder."""
    if os.name == "nt":  # NTFS keeps names in its own journal, and a folder cannot be opened for this
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def copy_new(source: Path, target: Path) -> None:
    """Copy a file to a new one for its owner alone, on the disk when this returns. Raises FileExistsError."""
    write_new(target, b"")
    shutil.copyfile(source, target)
    sync_file(target)


def digest(path: Path) -> bytes:
    """Return the BLAKE2b-256 of what a file holds, read anew."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=32)).digest()
