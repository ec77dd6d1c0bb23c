from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from fsdesk.store import backups, cards, devices, drafts, edits, erasing, identity, kept_for_others, restoring
from fsdesk.store.cards import KeptCard
from fsdesk.store.drafts import Draft, DraftPlace
from fsdesk.store.erasing import Erasure
from fsdesk.store.refusals import AlreadyThere, Damaged, InUse, WrongPassphrase
from fsdesk.store.restoring import Sides
from fsdesk.store.source import NoBackup, NoneWhole, OtherStore
from fsdesk.store.store import Store
from tests.store import ended
from tests.store.kept import NOW, backed_up, edits_in
from tests.store.stores import CHEAP, PASSPHRASE, a_pen, a_store, begun, contents, flipped
from tests.store.written import PLAN

OTHER = "marble anchor thistle drum"


@pytest.fixture
def used(folder: Path) -> Path:
    """A closed store with one edit in its backup of yesterday, two in that of today, and three in itself."""
    with a_store(folder) as store:
        pen = a_pen(store)
        for at in (NOW - timedelta(days=1), NOW, None):
            begun(store, pen)
            if at:
                backed_up(store, at)
    return folder


def restore(folder: Path, passphrase: str = PASSPHRASE) -> Sides:
    """Swap the newest whole backup in."""
    with restoring.beside(folder, backups.kept(folder), passphrase, NOW) as ready:
        ready.swap()
    return ready.sides


def spoilt(folder: Path) -> None:
    """Damage the first page of a store's database, with which everything begins."""
    flipped(folder / "store.db", 100)


def test_both_are_shown_side_by_side_before_anything_changes(used):
    """Looking changes nothing, whatever becomes of it."""
    before = contents(used)

    with restoring.beside(used, backups.kept(used), PASSPHRASE, NOW) as ready:
        here, then = ready.sides.here, ready.sides.then
        assert (3, 2, True) == (here.edits, then.edits, ready.sides.here_is_whole)
        assert NOW == ready.sides.backup.made_at

    assert before == {name: held for name, held in contents(used).items() if not name.startswith("store.db-")}


def test_a_restored_store_goes_on_under_a_new_laptop_id(used):
    """The old id has ended at its last edit there, which it signed; what was sealed to it can still be opened."""
    with Store.open(used, PASSPHRASE) as store, store.reading() as tx:
        (old,) = identity.every_own(tx)
    restore(used)

    assert 2 == edits_in(used)
    with Store.open(used, PASSPHRASE) as store:
        begun(store)
        new = store.facts().device
        with store.reading() as tx:
            now, ended_one = identity.every_own(tx)
            (head,) = devices.heads(tx, old.device)
            reached = [edits.last(tx, one)[0] for one in (old.device, new)]
    assert (new, old.device, old.recipient) == (now.device, ended_one.device, ended_one.recipient)
    assert ([2, 1], 2) == (reached, head.seq)
    assert identity.is_signed(old.public_key, head.signature, head.signed_bytes())


def test_what_was_there_before_is_kept_and_can_be_brought_back(used):
    """A restore that was a mistake is undone by another."""
    restore(used)
    (kept,) = (one for one in backups.kept(used) if one.why == backups.BEFORE_RESTORE)

    with restoring.beside(used, [kept], PASSPHRASE, NOW) as ready:
        ready.swap()
    assert 3 == edits_in(used)


def test_drafts_come_back_with_their_writer(folder):
    """What was being typed is the new laptop id's draft."""
    with a_store(folder) as store:
        place = DraftPlace(PLAN, "steps", "s", "what", store.facts().device)
        with store.transaction() as tx:
            drafts.keep(tx, Draft(place=place, text="Dan rings", changed_at=1))
        backed_up(store)
    restore(folder)

    with Store.open(folder, PASSPHRASE) as store:
        device = store.facts().device
        with store.reading() as tx:
            (draft,) = drafts.every(tx)
    assert ("Dan rings", device) == (draft.text, draft.place.person)


@pytest.mark.parametrize("harm", ["first page", "any page", "cut", "gone", "key files", "all three"])
def test_a_damaged_store_comes_back_from_its_last_good_backup(used, harm):
    """Whichever file is damaged or missing; what is left of it is kept."""
    database = used / "store.db"
    size = database.stat().st_size
    if harm in ("first page", "all three"):
        spoilt(used)
    if harm == "any page":
        flipped(database, size // 2)
    if harm == "cut":
        database.write_bytes(database.read_bytes()[: size // 3])
    if harm == "gone":
        database.unlink()
    if harm in ("key files", "all three"):
        for name in ("keys.json", "keys.copy.json"):
            flipped(used / name, 300)
    broken = contents(used)

    restore(used)

    assert 2 == edits_in(used)
    (kept,) = (one for one in (used / "backups").iterdir() if one.name.endswith(backups.BEFORE_RESTORE))
    for name in ("store.db", "keys.json", "keys.copy.json"):
        assert broken.get(name) == contents(kept).get(name)


def test_a_damaged_backup_is_passed_over_and_named(used):
    """The newest that is whole is taken."""
    newest, older = backups.kept(used)
    flipped(newest.folder / "store.db", 9000)

    sides = restore(used)
    assert ((newest,), older, 1) == (sides.passed_over, sides.backup, sides.then.edits)
    assert 1 == edits_in(used)


def test_without_a_whole_backup_nothing_changes(used):
    """Each reason has its sentence."""
    for one in backups.kept(used):
        flipped(one.folder / "store.db", 9000)
    before = contents(used)

    with pytest.raises(NoneWhole):
        restore(used)
    assert before == contents(used)
    shutil.rmtree(used / "backups")
    with pytest.raises(NoBackup):
        restore(used)
    assert 3 == edits_in(used)


def test_a_backup_opens_with_todays_passphrase_under_the_same_lock(used):
    """A passphrase that was changed since is not brought back by a restore."""
    with Store.open(used, PASSPHRASE) as store:
        store.change_passphrase(OTHER, CHEAP)
    spoilt(used)

    restore(used, OTHER)

    assert 2 == edits_in(used, OTHER)
    with pytest.raises(WrongPassphrase):
        Store.open(used, PASSPHRASE)


def test_a_backup_opens_with_the_passphrase_of_its_day_too(used):
    """Who forgot the new passphrase and knows the old one has not lost the backup."""
    with Store.open(used, PASSPHRASE) as store:
        store.change_passphrase(OTHER, CHEAP)

    sides = restore(used)
    assert (None, 2) == (sides.here, edits_in(used))


def test_any_other_passphrase_opens_no_backup(used):
    """It is said of the backups, and nothing changes."""
    before = contents(used)

    with pytest.raises(WrongPassphrase, match="opens no whole backup"):
        restore(used, "not the one")
    assert before == contents(used)


def test_what_was_erased_since_is_erased_in_what_comes_back(used):
    """A family's wish outlives the backup, also where the store is damaged in another place."""
    gone = Erasure(plan=PLAN, erased_at=5, who="Morag", why="asked")
    with Store.open(used, PASSPHRASE) as store, store.transaction() as tx:
        erasing.erase(tx, gone)
    flipped(used / "store.db", 20 * 4096 - 100)

    restore(used)
    with Store.open(used, PASSPHRASE) as store, store.reading() as tx:
        assert [gone] == erasing.every(tx)
        assert {0} == {sum(box.is_open for box in edit.boxes) for edit in edits.of_plan(tx, PLAN)}


def test_a_card_that_was_withdrawn_since_stays_withdrawn(folder):
    """A restore does not let a lost laptop in again."""
    card = KeptCard(fingerprint=b"f", device="lost", body=b"card", accepted_at=1)
    with a_store(folder) as store:
        backed_up(store)
        with store.transaction() as tx:
            cards.accept(tx, card)
            cards.withdraw(tx, b"f", 7, (3, b"link"))
    restore(folder)

    with Store.open(folder, PASSPHRASE) as store, store.reading() as tx:
        (known,) = cards.every(tx)
        assert (7, 3, b"link") == (known.withdrawn_at, known.last_seq, known.last_link)


def test_somebody_elses_backup_is_not_put_over_a_store(used, tmp_path):
    """It goes into a folder of its own."""
    with a_store(tmp_path / "theirs") as store:
        begun(store)
        theirs = backed_up(store)
    before = contents(used)

    with pytest.raises(OtherStore), restoring.beside(used, [theirs], PASSPHRASE, NOW):
        pass
    assert before == contents(used)
    assert 1 == restoring.into_new(tmp_path / "new", [theirs], PASSPHRASE, NOW).then.edits
    assert 1 == edits_in(tmp_path / "new")


def test_a_store_comes_back_in_a_new_folder_as_on_a_new_laptop(used, tmp_path):
    """From a stick alone, with what a lead keeps for others; a folder with something in it is left alone."""
    kept_for_others.put(used, "ab" * 8, b"sealed")
    with Store.open(used, PASSPHRASE) as store:
        made = backed_up(store, NOW + timedelta(hours=1))
    stick = backups.copy_to(made, tmp_path / "stick", "ab" * 16)

    restoring.into_new(tmp_path / "new", [stick], PASSPHRASE, NOW)
    assert 3 == edits_in(tmp_path / "new")
    assert b"sealed" == kept_for_others.get(tmp_path / "new", "ab" * 8)
    with pytest.raises(AlreadyThere):
        restoring.into_new(used, [stick], PASSPHRASE, NOW)
    with pytest.raises(WrongPassphrase):
        restoring.into_new(tmp_path / "another", [stick], "not the one", NOW)
    assert not (tmp_path / "another").exists()


def test_a_whole_store_folder_is_as_good_as_a_backup(used, tmp_path):
    """A folder that was copied from the old laptop, its log not folded in, comes back with everything."""
    store = Store.open(used, PASSPHRASE)
    pen = a_pen(store)
    with store.reading() as tx:
        pen.seq, pen.link = edits.last(tx, pen.device)
    begun(store, pen)
    shutil.copytree(used, tmp_path / "copied")
    store.close()
    assert (tmp_path / "copied" / "store.db-wal").stat().st_size

    restoring.into_new(tmp_path / "new", backups.found_in(tmp_path / "copied"), PASSPHRASE, NOW)
    assert 4 == edits_in(tmp_path / "new")


def test_a_store_or_backup_that_is_in_use_is_left_alone(used):
    """Whoever has it open finishes first."""
    with Store.open(used, PASSPHRASE), pytest.raises(InUse):
        restore(used)
    newest = backups.kept(used)[0]
    with Store.open(newest.folder, PASSPHRASE), pytest.raises(InUse):
        restore(used)
    assert 3 == edits_in(used)


def test_a_full_disk_restores_nothing_and_harms_nothing(used):
    """It is refused in words at every stage."""
    before = contents(used)
    size = (used / "store.db").stat().st_size
    for limit in (0, size // 2, size - 1):
        assert ended.refused_beyond(limit, lambda: restore(used))

    assert before == {name: held for name, held in contents(used).items() if "store.db-" not in name}
    assert 3 == edits_in(used)


class OneAfterTheOther:
    """Lets a restore of one store end at some of its steps, each time on a copy as it was made."""

    def __init__(self, used: Path) -> None:
        self._used = used
        self._master = shutil.copytree(used, used.with_name("master"))

    def ends_before(self, step: int) -> bool:
        """Restore anew, and end before this step; was it reached?"""
        shutil.rmtree(self._used)
        shutil.copytree(self._master, self._used)
        return ended.before_step(step, lambda: restore(self._used))

    def steps(self) -> Iterator[int]:
        """Go through the steps, the store left each time as the process left it."""
        for step in ended.some_steps(self.ends_before):
            assert self.ends_before(step)
            yield step


def test_wherever_a_restore_ends_the_store_opens_as_before_or_as_restored(used):
    """At every step to the disk; nothing of what was there is lost."""
    seen = set()
    for _ in OneAfterTheOther(used).steps():
        found = edits_in(used)
        seen.add(found)
        assert found == 3 or any(one.why == backups.BEFORE_RESTORE for one in backups.kept(used))

    assert {2, 3} == seen


def test_wherever_the_restore_of_a_damaged_store_ends_the_next_one_brings_it_back(used):
    """Whatever was left half done, the backups are as they were."""
    spoilt(used)
    for step in OneAfterTheOther(used).steps():
        if step % 2:
            restore(used)
            assert 2 == edits_in(used)


def test_killed_at_any_instant_a_restore_leaves_a_store_that_opens(used):
    """The same at random instants, one after the other on the same store."""
    chance = random.Random(5)
    for _ in range(8):
        ended.at_instant(chance.uniform(0.001, 0.25), lambda: restore(used))
        assert edits_in(used) in (2, 3)


def test_a_store_that_does_not_open_is_told_apart_from_a_damaged_one(used):
    """What can be read of it is shown, and that it is not whole."""
    flipped(used / "store.db", (used / "store.db").stat().st_size - 100)
    with restoring.beside(used, backups.kept(used), PASSPHRASE, NOW) as ready:
        assert not ready.sides.here_is_whole
    spoilt(used)
    with pytest.raises(Damaged):
        Store.open(used, PASSPHRASE)
    with restoring.beside(used, backups.kept(used), PASSPHRASE, NOW) as ready:
        assert ready.sides.here is None
