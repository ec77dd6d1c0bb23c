"""The folder in which a lead's store keeps what workers gave it, each file sealed to the lead's laptop as it came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from fsdesk.store import durable
from fsdesk.store.folder import FOR_OTHERS

_NAME = re.compile(r"[0-9a-f]{16}\.age")


def put(store: Path, slot: str, data: bytes) -> None:
    """Keep a deposit, by the id of the slot that it opens; the same again changes nothing."""
    folder = store / FOR_OTHERS
    folder.mkdir(mode=durable.OWNER_ONLY_FOLDER, exist_ok=True)
    durable.write(data, folder / f"{slot}.age")


def get(store: Path, slot: str) -> bytes | None:
    """Return the deposit for a slot, or nothing."""
    path = store / FOR_OTHERS / f"{slot}.age"
    return path.read_bytes() if _NAME.fullmatch(path.name) and path.is_file() else None


def every(store: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every deposit that is kept, with the id of its slot."""
    for path in sorted((store / FOR_OTHERS).glob("*.age")):
        if _NAME.fullmatch(path.name):
            yield path.stem, path.read_bytes()


def drop(store: Path, slot: str) -> None:
    """Let go of a deposit."""
    (store / FOR_OTHERS / f"{slot}.age").unlink(missing_ok=True)


def copy_missing(store: Path, to: Path) -> None:
    """Copy to another store's folder what is kept here and not there."""
    for slot, data in every(store):
        if get(to, slot) is None:
            put(to, slot, data)
