from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fsdesk.errors import Refused
from fsdesk.store import durable, keyfile, opening
from fsdesk.store.making import UnfitName
from fsdesk.store.refusals import AlreadyThere, DiskFull, DiskTrouble, NoRights, NotAStore, UnfitPassphrase
from fsdesk.store.store import Store
from tests.store.stores import PASSPHRASE, a_store, begun, contents

NOBODY = 65534


@contextmanager
def somebody_without_rights(*closed: Path) -> Iterator[None]:
    """Be an account that may not write: as root another one for a while, otherwise shut out of the folders."""
    if os.geteuid() == 0:
        os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)
        return
    modes = {folder: folder.stat().st_mode for folder in closed}
    for folder in closed:
        folder.chmod(0)
    try:
        yield
    finally:
        for folder, mode in modes.items():
            folder.chmod(mode)


def mode(path: Path) -> int:
    """The rights on a path."""
    return stat.S_IMODE(path.stat().st_mode)


def test_everything_in_a_store_is_its_owners_alone_while_open_and_after(folder, monkeypatch):
    """Files are 0600 and folders 0700, log and lock included, whatever the account's usual rights are."""
    was = os.umask(0)
    try:
        store = a_store(folder)
        begun(store)
        paths = [folder, *folder.rglob("*")]
        modes = {path.name: mode(path) for path in paths}
        store.close()
    finally:
        os.umask(was)

    assert {
        "store.db",
        "store.db-wal",
        "store.db-shm",
        "keys.json",
        "keys.copy.json",
        "lock",
        "backups",
    } <= modes.keys()
    assert {0o600} == {found for name, found in modes.items() if name not in (folder.name, "backups")}
    assert (0o700, 0o700) == (modes[folder.name], modes["backups"])


def test_a_folder_that_others_could_read_is_closed_to_them_again(folder):
    """Opening a store that was copied with looser rights tightens them."""
    a_store(folder).close()
    folder.chmod(0o755)

    Store.open(folder, PASSPHRASE).close()

    assert 0o700 == mode(folder)


def test_a_store_is_made_in_an_empty_folder_and_in_none(tmp_path):
    """A folder that is empty, missing, or missing with those above it will do."""
    (tmp_path / "empty").mkdir()
    for place in (tmp_path / "empty", tmp_path / "new", tmp_path / "a" / "b" / "new"):
        a_store(place).close()

        Store.open(place, PASSPHRASE).close()


def test_what_is_there_already_is_left_alone(tmp_path):
    """A folder that holds something, and a file, are refused and stay as they are."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("Dear Ailsa")
    before = contents(tmp_path)

    for place in (tmp_path / "full", tmp_path / "full" / "letter.txt"):
        with pytest.raises(AlreadyThere):
            a_store(place)

    assert before == contents(tmp_path)


def test_a_second_store_in_one_folder_is_refused(folder, store):
    """Making a store where one stands changes nothing."""
    with pytest.raises(AlreadyThere):
        a_store(folder)


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_a_store_that_cannot_be_finished_leaves_nothing_behind(tmp_path, monkeypatch, error):
    """When the disk fills at the last file, neither the store nor the folders made for it are left."""

    def refuse(*_: object) -> None:
        raise OSError(error, "no")

    monkeypatch.setattr(keyfile, "write", refuse)

    with pytest.raises(Refused) as refusal:
        a_store(tmp_path / "a" / "b" / "store")

    assert refusal.type is (DiskFull if error == errno.ENOSPC else refusal.type)
    assert [] == list(tmp_path.iterdir())


def test_a_store_whose_name_may_not_last_is_taken_back(tmp_path, monkeypatch):
    """When the disk stops answering after the last step, the folder is not there, and the next store is made."""
    sync = durable.sync_folder

    def refuse(path: Path) -> None:
        if path == tmp_path:
            raise OSError(errno.EIO, "no")
        sync(path)

    with monkeypatch.context() as patched:
        patched.setattr(durable, "sync_folder", refuse)
        with pytest.raises(DiskTrouble):
            a_store(tmp_path / "store")

    assert [] == list(tmp_path.iterdir())
    a_store(tmp_path / "store").close()


def test_a_new_store_that_cannot_be_opened_is_taken_back(tmp_path, monkeypatch):
    """Whoever was told that no store was made finds none in the way."""

    def refuse(*_: object) -> None:
        raise DiskTrouble

    monkeypatch.setattr(opening, "opened", refuse)

    with pytest.raises(DiskTrouble):
        a_store(tmp_path / "store")

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["", "  ", "a" * 201, "two\nlines"])
def test_a_name_that_nobody_has_is_refused_before_anything_is_made(tmp_path, name):
    """A store has a person's name of 1 to 200 signs."""
    with pytest.raises(UnfitName):
        a_store(tmp_path / "store", name=name)

    assert [] == list(tmp_path.iterdir())


def test_an_unfit_passphrase_is_refused_before_anything_is_made(tmp_path):
    """Nothing is made for a passphrase that cannot be one."""
    with pytest.raises(UnfitPassphrase):
        a_store(tmp_path / "store", passphrase="")

    assert [] == list(tmp_path.iterdir())


_MAKE_AND_STOP = """
import sys, time
from pathlib import Path
from fsdesk.store import durable, keyfile, opening
from tests.store.stores import a_store

def stop(*_):
    print("half", flush=True)
    time.sleep(600)

keyfile.write = stop
a_store(Path(sys.argv[1]))
"""


def test_what_a_killed_process_left_half_made_is_cleared_by_the_next(folder, tmp_path):
    """A store half-made when its process was killed is no store, is in nobody's way, and goes."""
    process = subprocess.Popen(
        [sys.executable, "-c", _MAKE_AND_STOP, str(folder)], stdout=subprocess.PIPE, cwd=Path.cwd()
    )
    assert process.stdout is not None
    with process:
        assert b"half\n" == process.stdout.readline()
        process.kill()
    assert [f".{folder.name}.making-"] == [path.name[:-8] for path in tmp_path.iterdir()]

    with pytest.raises(NotAStore):
        Store.open(folder, PASSPHRASE)
    a_store(folder).close()

    assert [folder] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "make", [lambda path: None, Path.mkdir, Path.touch], ids=["missing", "empty", "file"]
)
def test_a_folder_that_is_no_store_is_said_to_be_none_and_stays_as_it_was(folder, make):
    """A missing folder, an empty one and a file are no store, and nothing is made there."""
    make(folder)
    before = sorted(folder.parent.rglob("*"))

    with pytest.raises(NotAStore):
        Store.open(folder, PASSPHRASE)

    assert before == sorted(folder.parent.rglob("*"))


def test_a_folder_of_other_things_is_no_store_and_gets_no_lock(folder):
    """A folder of letters stays as it is."""
    folder.mkdir()
    (folder / "letter.txt").write_text("Dear Ailsa")

    with pytest.raises(NotAStore):
        Store.open(folder, PASSPHRASE)

    assert {"letter.txt"} == contents(folder).keys()


def test_a_folder_without_rights_is_refused_for_making_and_opening(folder):
    """Without the right to read and write there, the refusal says so and nothing was changed."""
    a_store(folder).close()
    before = contents(folder)

    with somebody_without_rights(folder.parent):
        with pytest.raises(NoRights):
            a_store(folder.parent / "another")
        with pytest.raises(NoRights):
            Store.open(folder, PASSPHRASE)

    assert before == contents(folder)
