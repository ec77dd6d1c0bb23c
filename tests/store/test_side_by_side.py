from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from fsdesk.jobs import quiet
from fsdesk.store import folder as folder_
from fsdesk.store import relocking, side_by_side
from fsdesk.store.backups import Kept
from fsdesk.store.copying import Glance
from fsdesk.store.store import Store
from tests.store.kept import NOW, backed_up
from tests.store.stores import CHEAP, PASSPHRASE, a_pen, a_store, begun, contents


def counted(store: Store, one: Kept) -> tuple[Glance, Glance | None]:
    """Both sides of an open store."""
    original = store.original()
    with original.key:
        return side_by_side.here(original), side_by_side.then(original, one)


def test_an_open_store_and_its_backup_are_counted_beside_each_other(folder: Path):
    """The backup holds what was there then; nothing in its folder changes by being counted."""
    with a_store(folder) as store:
        pen = a_pen(store)
        begun(store, pen)
        one = backed_up(store)
        begun(store, pen)
        before = contents(one.folder)
        here, then = counted(store, one)
        after = contents(one.folder)

    assert then is not None
    assert (2, 1) == (here.edits, then.edits)
    assert before == after


def test_a_backup_with_a_log_beside_it_is_not_counted(folder: Path):
    """A part of it stands in the log alone, so a number would be too small."""
    with a_store(folder) as store:
        one = backed_up(store)
        (one.folder / f"{folder_.DATABASE}-wal").write_bytes(b"\x00")

        assert counted(store, one)[1] is None


def test_a_backup_under_an_earlier_lock_is_not_counted(folder: Path):
    """The key of the open store does not open it."""
    with a_store(folder) as store:
        one = backed_up(store)
    relocking.change_lock(folder, PASSPHRASE, NOW + timedelta(days=1), quiet(), derivation=CHEAP)
    with Store.open(folder, PASSPHRASE) as store:
        assert counted(store, one)[1] is None
