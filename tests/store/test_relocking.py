from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from fsdesk.jobs import Progress, Stopped, quiet
from fsdesk.store import backups, edits, keyfile, relocking, secret_slots, sheet_slots
from fsdesk.store.keyfile import Keys
from fsdesk.store.refusals import Damaged, DiskFull, InUse, UnfitPassphrase, WrongPassphrase
from fsdesk.store.sheet import Sheet, Writing
from fsdesk.store.sheet_file import Typed
from fsdesk.store.store import Store
from fsdesk.store.verify import verify
from tests.store import ended
from tests.store.kept import NOW, backed_up, edits_in, rows
from tests.store.stores import CHEAP, PASSPHRASE, a_pen, a_store, begun, contents, flipped

OTHER = "marble anchor thistle drum"


@pytest.fixture
def used(folder: Path) -> Path:
    """A closed store with twenty edits."""
    with a_store(folder) as store:
        pen = a_pen(store)
        for _ in range(20):
            begun(store, pen)
    return folder


def relock(folder: Path, **how: object) -> list[backups.Kept]:
    """Change the lock, at no great cost."""
    return relocking.change_lock(folder, PASSPHRASE, NOW, quiet(), derivation=CHEAP, **how)  # type: ignore[arg-type]


def keys_of(folder: Path) -> Keys:
    """What the key file of a store says."""
    return keyfile.decoded((folder / keyfile.NAME).read_bytes())


def test_every_page_is_written_anew_under_another_key(used):
    """Everything is there, the old key opens nothing of it, and nothing else is left in the folder."""
    with Store.open(used, PASSPHRASE) as store:
        old, before = store.original(), rows(store)
    pages = {used.joinpath("store.db").read_bytes()[at : at + 64] for at in range(0, 4096 * 40, 4096)}

    assert [] == relock(used)

    with Store.open(used, PASSPHRASE) as store, store.original().key as new:
        assert before == rows(store)
        assert [] == verify(store, quiet())
        assert () == store.worn
        assert old.key.raw != new.raw
        assert old.keys.check != store.keys.check
        assert old.keys.database != store.keys.database
    content = used.joinpath("store.db").read_bytes()
    assert not {page for page in pages if page in content}
    assert {"store.db", "keys.json", "keys.copy.json", "lock"} == contents(used).keys()


def test_only_new_slots_open_it(used):
    """The old sheet and what a lead kept are told apart from wrong ones; the count of sheets goes on."""
    with Store.open(used, PASSPHRASE) as store:
        first = sheet_slots.draw(store.keys, Writing.WORDS, NOW)
        store.change_keys(
            lambda keys, key: sheet_slots.with_sheet(keys, key, first, NOW, beside_proven=False)
        )
        store.change_keys(
            lambda keys, key: keys.with_only(
                secret_slots.made(secret_slots.ESCROW, secret_slots.fresh(), key, keys.store, {})
            )
        )
    second = sheet_slots.draw(keys_of(used), Writing.WORDS, NOW)

    relock(used, sheet=second, new_passphrase=OTHER)

    assert ["passphrase", "recovery"] == [slot["kind"] for slot in keys_of(used).slots]
    assert (20, "-02") == (edits_in(used, OTHER), second.number[-3:])
    with pytest.raises(WrongPassphrase):
        Store.open(used, PASSPHRASE)
    with pytest.raises(sheet_slots.OldSheet, match=f"Use sheet {second.number}"):
        opened_with(used, first)
    opened_with(used, second)


def opened_with(folder: Path, sheet: Sheet) -> None:
    """Open a store with a sheet, and close it."""
    Store.open_with(folder, lambda keys: sheet_slots.unlock(keys, Typed(sheet.secret, ""))).close()


def test_the_backups_of_the_old_lock_are_named(used):
    """Those made afterwards are not."""
    with Store.open(used, PASSPHRASE) as store:
        old = backed_up(store)
    assert [old] == relock(used)
    with Store.open(used, PASSPHRASE) as store:
        new = backed_up(store)

    assert [old] == backups.locked_otherwise(used, keys_of(used))
    assert [new, old] == backups.kept(used)
    backups.remove(old)
    assert [new] == backups.kept(used)


@pytest.mark.parametrize("passphrase", ["", "x" * 1025, "a\0b"])
def test_an_unfit_new_passphrase_changes_nothing(used, passphrase):
    """It is looked at before anything is made."""
    before = contents(used)

    with pytest.raises(UnfitPassphrase):
        relock(used, new_passphrase=passphrase)
    assert before == contents(used)


def test_a_wrong_passphrase_or_a_store_in_use_keeps_its_lock(used):
    """Nobody else changes a lock, and nobody under somebody's hands."""
    before = contents(used)

    with pytest.raises(WrongPassphrase):
        relocking.change_lock(used, OTHER, NOW, quiet(), derivation=CHEAP)
    with Store.open(used, PASSPHRASE), pytest.raises(InUse):
        relock(used)
    assert before == contents(used)


def test_a_change_of_lock_can_be_stopped(used):
    """The old lock stays, and nothing is left of the new one."""
    before = contents(used)
    stopping = Progress()
    stopping.cancel()

    with pytest.raises(Stopped):
        relocking.change_lock(used, PASSPHRASE, NOW, stopping, derivation=CHEAP)
    assert before == contents(used)


def test_a_damaged_store_keeps_its_lock(used):
    """What is not whole is not written anew, so that nothing of it is lost."""
    flipped(used / "store.db", used.joinpath("store.db").stat().st_size - 100)
    before = contents(used)

    with pytest.raises(Damaged):
        relock(used)
    assert before == contents(used)


def test_a_full_disk_keeps_the_old_lock(used):
    """It is refused in words at every stage, and the store is as it was."""
    before = contents(used)
    size = used.joinpath("store.db").stat().st_size
    for limit in (0, 4096, size // 2, size - 1):
        assert ended.refused_beyond(limit, lambda: relock(used))

    assert before == contents(used)


def test_what_is_not_folded_in_is_not_left_behind(used, monkeypatch):
    """Where there is no room to fold the log in, the lock stays as it is."""
    store = Store.open(used, PASSPHRASE)
    pen = a_pen(store)
    with store.reading() as tx:
        pen.seq, pen.link = edits.last(tx, pen.device)
    begun(store, pen)
    copy = shutil.copytree(used, used.with_name("copy"))
    store.close()
    monkeypatch.setattr("fsdesk.store.connection.Line.close", lambda line: None)

    with pytest.raises(DiskFull):
        relock(copy)
    monkeypatch.undo()
    assert 21 == edits_in(copy)


def test_wherever_a_change_of_lock_ends_the_store_opens(used):
    """At every step to the disk: with the old lock or the new one, whole, and with nothing left over."""
    master, seen = shutil.copytree(used, used.with_name("master")), set()

    def ends_before(step: int) -> bool:
        shutil.rmtree(used)
        shutil.copytree(master, used)
        return ended.before_step(step, lambda: relock(used))

    before = keys_of(used).check
    for step in ended.some_steps(ends_before, every=4):
        assert ends_before(step)
        assert [] == mended(used)
        assert 20 == edits_in(used)
        seen.add(keys_of(used).check == before)
        assert {"store.db", "keys.json", "keys.copy.json", "lock"} == contents(used).keys()
    assert {True, False} == seen


def mended(folder: Path) -> list[str]:
    """Open a store once, which puts its key files right, and say what is still worn afterwards."""
    Store.open(folder, PASSPHRASE).close()
    with Store.open(folder, PASSPHRASE) as store:
        return list(store.worn)


def test_killed_at_any_instant_a_change_of_lock_leaves_a_store_that_opens(used):
    """The same at random instants, one lock after the other."""
    chance = random.Random(3)
    for _ in range(10):
        ended.at_instant(chance.uniform(0.001, 0.12), lambda: relock(used))
        assert [] == mended(used)
        assert 20 == edits_in(used)
