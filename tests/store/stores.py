"""Small real stores for tests: encrypted as any other, with a derivation that costs next to nothing."""

from __future__ import annotations

from pathlib import Path

from fsdesk.plans.edits import Edit
from fsdesk.store import edits
from fsdesk.store.derivation import Derivation
from fsdesk.store.facts import Role
from fsdesk.store.store import Store
from tests.store.written import Pen

CHEAP = Derivation(memory_kib=32, passes=1, lanes=1)
PASSPHRASE = "kettle harbour lamp otter"
NAME = "Morag Testwell"


def a_store(
    folder: Path, *, role: Role = Role.WORKER, passphrase: str = PASSPHRASE, name: str = NAME
) -> Store:
    """A new open store."""
    return Store.create(folder, name=name, role=role, passphrase=passphrase, derivation=CHEAP)


def a_pen(store: Store) -> Pen:
    """What writes edits of a store's own laptop, from the first on."""
    return Pen(store.facts().device)


def begun(store: Store, pen: Pen | None = None) -> Edit:
    """One more edit, kept in a store."""
    edit = (pen or a_pen(store)).writes()
    with store.transaction() as tx:
        edits.append(tx, edit)
    return edit


def flipped(path: Path, place: int, by: int = 1) -> None:
    """Change one byte of a file."""
    content = bytearray(path.read_bytes())
    content[place] ^= by
    path.write_bytes(content)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, with what it holds."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
