"""Writing that is on the disk when it returns, or has changed nothing."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

OWNER_ONLY_FILE = 0o600
OWNER_ONLY_FOLDER = 0o700


def write(content: bytes, *paths: Path) -> None:
    """Put `content` at every one of `paths` (of one folder), whole and on the disk, readable by its owner alone.

    All of them are on the disk before the first is swapped in: a full disk changes none. Whatever stood at a path
    stays until the moment of its swap.
    """
    staged = [(path.with_name(f".{path.name}.{secrets.token_hex(4)}.new"), path) for path in paths]
    try:
        for beside, _ in staged:
            write_new(beside, content)
        for beside, path in staged:
            os.replace(beside, path)  # noqa: PTH105 - the one call that swaps on every system
    except BaseException:
        for beside, _ in staged:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
        raise
    sync_folder(paths[0].parent)


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
