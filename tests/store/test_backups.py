from __future__ import annotations

import random
import shutil
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from fsdesk.jobs import Progress, Stopped
from fsdesk.store import backups, folder, kept_for_others
from fsdesk.store.refusals import Damaged
from fsdesk.store.store import Store
from tests.store import ended
from tests.store.kept import NOW, backed_up, edits_in
from tests.store.stores import PASSPHRASE, a_pen, a_store, begun, contents, flipped


def test_a_backup_is_a_whole_store_under_the_same_key(store, tmp_path):
    """It holds what was there at that moment, log included, opens with the passphrase, and is its owner's alone."""
    pen = a_pen(store)
    begun(store, pen)
    made = backed_up(store)
    begun(store, pen)

    assert [made] == backups.kept(store.folder)
    assert (NOW, "asked", "20261121T170000-asked") == (made.made_at, made.why, made.folder.name)
    assert {"store.db", "keys.json", "keys.copy.json"} == contents(made.folder).keys()
    assert {0o600} == {path.stat().st_mode & 0o777 for path in made.folder.iterdir()}
    assert 0o700 == made.folder.stat().st_mode & 0o777
    copy = shutil.copytree(made.folder, tmp_path / "copy")
    assert 1 == edits_in(copy)


def test_the_keys_of_a_backup_fit_the_store_too(store, folder):
    """Where both key files are damaged, those of the latest backup can be put back."""
    begun(store)
    made = backed_up(store)
    store.close()
    for name in ("keys.json", "keys.copy.json"):
        flipped(folder / name, 200)
        shutil.copy(made.folder / name, folder / name)

    assert 1 == edits_in(folder)


def test_a_backup_is_made_on_another_thread_while_the_store_is_written_to(store):
    """It is of the moment at which it began, whatever is written meanwhile."""
    pen = a_pen(store)
    for _ in range(30):
        begun(store, pen)
    original, told, made = store.original(), threading.Event(), []

    def work() -> None:
        with original.key:
            made.append(backups.make(original, "asked", NOW, Progress(lambda *_: told.set())))

    thread = threading.Thread(target=work)
    thread.start()
    while thread.is_alive():
        begun(store, pen)
    thread.join()

    store.close()
    assert told.is_set()
    assert 30 <= edits_in(made[0].folder) <= edits_in(store.folder)


def test_two_backups_in_one_second_are_two(store):
    """The later one is the newer."""
    names = [backed_up(store).folder.name for _ in range(3)]

    assert ["20261121T170000-asked", "20261121T170000.2-asked", "20261121T170000.3-asked"] == names
    assert names[::-1] == [one.folder.name for one in backups.kept(store.folder)]


def test_a_backup_that_was_stopped_leaves_nothing(store):
    """Nor does it take an earlier one away."""
    begun(store)
    kept = backed_up(store)
    stopping = Progress()
    stopping.cancel()

    with pytest.raises(Stopped):
        backed_up(store, NOW + timedelta(days=40), progress=stopping)

    assert [kept.folder] == list((store.folder / "backups").iterdir())


def test_a_damaged_store_makes_no_backup_and_keeps_its_good_ones(store, folder):
    """What is not whole does not count, and nothing is thinned out for it."""
    pen = a_pen(store)
    for _ in range(40):
        begun(store, pen)
    good = backed_up(store, NOW - timedelta(days=34))
    store.close()
    flipped(folder / "store.db", (folder / "store.db").stat().st_size - 100)

    with Store.open(folder, PASSPHRASE) as damaged, pytest.raises(Damaged):
        backed_up(damaged)
    assert [good.folder] == list((folder / "backups").iterdir())


def test_a_full_disk_makes_no_backup_and_harms_nothing(store, folder):
    """It is refused in words, the earlier backups are there, and nothing half-written is left."""
    pen = a_pen(store)
    for _ in range(20):
        begun(store, pen)
    good = backed_up(store)
    store.close()
    size = (folder / "store.db").stat().st_size
    for limit in (0, 4096, size // 2, size - 1):
        assert ended.refused_beyond(limit, lambda: backed_up(Store.open(folder, PASSPHRASE)))

    assert 20 == edits_in(folder)
    assert [good.folder] == list((folder / "backups").iterdir())


def test_older_backups_are_thinned_out_with_each_new_one(store):
    """One a day for a week, one a week up to 35 days, and what lies there that is no backup stays."""
    (store.folder / "backups" / "letter.txt").write_text("Dear Sir")
    for day in range(40, -1, -1):
        backed_up(store, NOW - timedelta(days=day))

    ages = [(NOW - one.made_at).days for one in backups.kept(store.folder)]
    assert [0, 1, 2, 3, 4, 5, 6, 7, 13, 20, 27, 34] == ages
    assert (store.folder / "backups" / "letter.txt").exists()


@pytest.mark.parametrize(
    "name", ["20261121T250000-asked", "20261121T170000", "notes", ".20261121T170000-asked.new"]
)
def test_only_what_is_named_as_a_backup_is_taken_for_one(store, name):
    """A folder that somebody else put there is passed over."""
    made = backed_up(store)
    shutil.copytree(made.folder, made.folder.with_name(name))

    assert [made] == backups.kept(store.folder)


def test_a_copy_on_another_disk_is_read_back_and_thinned_there(store, tmp_path):
    """It lies in a folder that says nothing of anybody, with the copies of this store alone."""
    begun(store)
    strange = tmp_path / "stick" / "fsdesk-theirs" / "20200101T000000-asked"
    for day in (40, 39, 1, 0):
        made = backed_up(store, NOW - timedelta(days=day))
        copy = backups.copy_to(made, tmp_path / "stick", store.facts().store)
    shutil.copytree(made.folder, strange)

    assert contents(made.folder) == contents(copy.folder)
    assert copy.folder.parent == backups.elsewhere(tmp_path / "stick", store.facts().store)
    assert store.facts().store not in str(copy.folder)
    found = [one.folder for one in backups.found_in(tmp_path / "stick")]
    assert (copy.folder, strange, 3) == (found[0], found[-1], len(found))
    assert [copy] == backups.found_in(copy.folder)


def test_a_copy_that_does_not_read_back_is_not_kept(store, tmp_path, monkeypatch):
    """A stick that writes something else than it was given is found out at once."""
    made = backed_up(store)
    real = backups.copy_files

    def badly(source: Path, to: Path) -> None:
        real(source, to)
        flipped(to / "store.db", 5000)

    monkeypatch.setattr(backups, "copy_files", badly)
    with pytest.raises(Damaged, match="read back"):
        backups.copy_to(made, tmp_path / "stick", store.facts().store)
    assert {} == contents(tmp_path / "stick")


def test_what_a_lead_keeps_for_others_is_in_the_backup(store):
    """A lead whose laptop breaks still has the workers' way back."""
    kept_for_others.put(store.folder, "ab" * 8, b"sealed")

    assert b"sealed" == kept_for_others.get(backed_up(store).folder, "ab" * 8)


def test_wherever_a_backup_ends_the_store_and_every_backup_are_whole(folder):
    """At every step to the disk: what is listed opens, and the next opening clears what was left."""
    with a_store(folder) as store:
        begun(store)
        backed_up(store, NOW - timedelta(days=1))
    step = 1
    while ended.before_step(step, lambda: backed_up(Store.open(folder, PASSPHRASE))):
        step += 1
        whole(folder)
    assert step > 8


def test_killed_at_any_instant_a_backup_leaves_only_whole_ones(folder):
    """The same at random instants."""
    with a_store(folder) as store:
        pen = a_pen(store)
        for _ in range(50):
            begun(store, pen)
    chance = random.Random(11)
    for _ in range(8):
        ended.at_instant(chance.uniform(0.001, 0.2), lambda: backed_up(Store.open(folder, PASSPHRASE)))
        whole(folder, 50)


def whole(place: Path, count: int = 1) -> None:
    """See that a store and each of its backups open whole, and that opening leaves nothing else there."""
    assert count == edits_in(place)
    inside = list((place / "backups").iterdir())
    assert {one.folder for one in backups.kept(place)} == {*inside}
    for one in inside:
        assert count == edits_in(one)
        (one / "lock").unlink()
    assert not list(place.glob(f"{folder.BESIDE}*"))
