from __future__ import annotations

import os
import shutil
import unicodedata

import pytest

from fsdesk.jobs import quiet
from fsdesk.plans.edits import Part
from fsdesk.store import drafts, edits, facts, keyfile, media, plans, schema, unlocking
from fsdesk.store.connection import Closed
from fsdesk.store.derivation import FLOOR
from fsdesk.store.drafts import Draft, DraftPlace
from fsdesk.store.facts import Role
from fsdesk.store.keyfile import COPY, NAME
from fsdesk.store.plans import Fold, PlanLine, Standing
from fsdesk.store.refusals import Damaged, DiskTrouble, TooNew, UnfitPassphrase, WrongPassphrase
from fsdesk.store.store import Store
from fsdesk.store.verify import verify
from tests.store.kept import backed_up
from tests.store.pictures import that_shows
from tests.store.stores import CHEAP, PASSPHRASE, a_pen, a_store, begun, contents, flipped
from tests.store.written import PLAN, Pen

CANARY = "Quennelstrasse"


def test_a_store_is_there_again_after_closing(folder):
    """Facts and edits of yesterday are there today, and everything written is in the one file."""
    with a_store(folder, role=Role.LEAD) as store:
        made, known = begun(store), store.facts()

    assert {"store.db", "keys.json", "keys.copy.json", "lock"} == contents(folder).keys()
    with Store.open(folder, PASSPHRASE) as again:
        assert known == again.facts()
        assert ("Morag Testwell", Role.LEAD) == (known.name, known.role)
        assert () == again.worn
        with again.reading() as tx:
            assert [made] == edits.of_plan(tx, PLAN)


def test_the_real_derivation_opens_and_refuses_as_well(folder):
    """A store made in earnest costs at least the floor, opens with its passphrase and with no other."""
    Store.create(folder, name="Morag", role=Role.WORKER, passphrase=PASSPHRASE).close()

    Store.open(folder, PASSPHRASE).close()
    (slot,) = keyfile.decoded((folder / NAME).read_bytes()).slots
    assert (FLOOR.memory_kib, FLOOR.lanes) == (slot["method"]["memory_kib"], slot["method"]["lanes"])
    assert slot["method"]["passes"] >= FLOOR.passes
    with pytest.raises(WrongPassphrase):
        Store.open(folder, PASSPHRASE.title())


def test_a_passphrase_opens_however_its_accents_are_typed(tmp_path):
    """A store made on one keyboard opens on another that composes its letters differently."""
    words = "Café Ærøskøbing ệ"
    typed = [unicodedata.normalize(form, words) for form in ("NFC", "NFD")]
    assert typed[0] != typed[1]
    for number, (made_with, opened_with) in enumerate([typed, typed[::-1]]):
        a_store(tmp_path / str(number), passphrase=made_with).close()

        Store.open(tmp_path / str(number), opened_with).close()


@pytest.mark.parametrize("passphrase", ["", "a" * 10_000, "a\x00b"])
def test_an_unfit_passphrase_does_not_open_and_is_named(folder, passphrase):
    """What cannot be a passphrase is told apart from a wrong one."""
    a_store(folder).close()

    with pytest.raises(UnfitPassphrase):
        Store.open(folder, passphrase)


def test_a_wrong_passphrase_changes_nothing(folder):
    """The refusal says what to check, and every file stays as it was."""
    a_store(folder).close()
    before = contents(folder)

    with pytest.raises(WrongPassphrase, match="Caps Lock"):
        Store.open(folder, "not the one")

    assert before == contents(folder)


def test_a_new_passphrase_opens_and_the_old_one_no_longer_does(folder):
    """Both key files carry the new wrapping, the data key and what it encrypts stay."""
    with a_store(folder) as store:
        made = begun(store)
        store.change_passphrase("other words altogether", CHEAP)
        begun_after = store.facts()

    with pytest.raises(WrongPassphrase):
        Store.open(folder, PASSPHRASE)
    assert (folder / NAME).read_bytes() == (folder / COPY).read_bytes()
    with Store.open(folder, "other words altogether") as again, again.reading() as tx:
        assert begun_after == facts.read(tx)
        assert [made] == edits.of_plan(tx, PLAN)


def test_an_unfit_new_passphrase_leaves_the_old_one(folder, store):
    """Nothing is written for a passphrase that cannot be one."""
    with pytest.raises(UnfitPassphrase):
        store.change_passphrase("", CHEAP)
    store.close()

    Store.open(folder, PASSPHRASE).close()


def test_a_newer_store_is_refused_kindly_and_left_alone(folder):
    """A schema number beyond ours is “too new”, never damage."""
    with a_store(folder) as store:
        store.ask(f"PRAGMA user_version = {schema.NUMBER + 1}")
    before = contents(folder)

    with pytest.raises(TooNew, match="newer fsdesk"):
        Store.open(folder, PASSPHRASE)

    assert before == contents(folder)


@pytest.mark.parametrize("place", [0, 7, 16, 100, 4000, 4095])
def test_a_damaged_first_page_is_damage_never_a_wrong_passphrase(folder, place):
    """Wherever the beginning of store.db is damaged, the refusal says so, with the right passphrase."""
    a_store(folder).close()
    flipped(folder / "store.db", place)

    with pytest.raises(Damaged, match=r"store\.db"):
        Store.open(folder, PASSPHRASE)


def test_a_damaged_page_further_in_is_damage_when_it_is_read(folder):
    """Nothing wrong is ever read from a damaged page."""
    with a_store(folder) as store:
        pen = a_pen(store)
        for _ in range(200):
            begun(store, pen)
    for page in range(2, (folder / "store.db").stat().st_size // 4096):
        flipped(folder / "store.db", page * 4096 + 100)

    with (
        pytest.raises(Damaged, match=r"store\.db"),
        Store.open(folder, PASSPHRASE) as store,
        store.reading() as tx,
    ):
        edits.of_plan(tx, PLAN)


@pytest.mark.parametrize("size", [0, 10, 4095])
def test_a_store_cut_short_is_damaged(folder, size):
    """A half-copied store.db is named."""
    a_store(folder).close()
    os.truncate(folder / "store.db", size)

    with pytest.raises(Damaged, match=r"store\.db"):
        Store.open(folder, PASSPHRASE)


def test_a_half_copied_folder_says_what_is_missing(folder):
    """Keys without a database, and a database without keys, are told apart from no store at all."""
    a_store(folder).close()
    database = (folder / "store.db").read_bytes()
    (folder / "store.db").unlink()
    with pytest.raises(Damaged, match=r"store\.db .* is missing"):
        Store.open(folder, PASSPHRASE)

    (folder / "store.db").write_bytes(database)
    for name in (NAME, COPY):
        (folder / name).unlink()
    with pytest.raises(Damaged, match=r"keys\.json and keys\.copy\.json"):
        Store.open(folder, PASSPHRASE)


@pytest.mark.parametrize("away", [lambda folder: folder.rename(folder.with_name("moved")), shutil.rmtree])
def test_a_folder_pulled_away_is_told_and_its_store_still_closes(folder, store, away):
    """Nothing is acknowledged once the folder is gone, though the system would still take writes."""
    begun(store)
    away(folder)

    with pytest.raises(DiskTrouble, match="not where it was"):
        begun(store, a_pen_further(store))
    store.close()


def test_no_keys_are_written_beside_a_store_that_is_not_there(folder, store):
    """Where a stick was pulled out, its empty place gets no key files, and the old passphrase stays."""
    folder.rename(folder.with_name("elsewhere"))
    folder.mkdir()

    with pytest.raises(DiskTrouble, match="not where it was"):
        store.change_passphrase("other words altogether", CHEAP)

    store.close()
    assert {} == contents(folder)
    Store.open(folder.with_name("elsewhere"), PASSPHRASE).close()


def test_neither_a_backup_nor_a_check_takes_a_folder_pulled_away_for_no_store(folder, store):
    """Whoever pulled a stick out is told so, and not to make a new store."""
    folder.rename(folder.with_name("elsewhere"))

    with pytest.raises(DiskTrouble, match="not where it was"):
        backed_up(store)
    with pytest.raises(DiskTrouble, match="not where it was"):
        verify(store, quiet())


def test_a_database_put_in_place_of_the_open_one_is_told(folder, store, tmp_path):
    """A store.db swapped under an open store is noticed before anything is written."""
    a_store(tmp_path / "another").close()
    (tmp_path / "another" / "store.db").replace(folder / "store.db")

    with pytest.raises(DiskTrouble, match="not where it was"):
        begun(store)


def a_pen_further(store: Store) -> Pen:
    """What writes the edits after those that are kept."""
    pen = a_pen(store)
    with store.reading() as tx:
        pen.seq, pen.link = edits.last(tx, pen.device)
    return pen


def test_a_closed_store_is_not_used(store):
    """After closing nothing can be read, and closing again does no harm."""
    store.close()
    store.close()

    with pytest.raises(Closed):
        store.facts()


def fill(store: Store) -> None:
    """Put one planted word into every place where words go."""
    pen = a_pen(store)
    made = pen.writes_parts({Part.GENERAL: CANARY, Part.SEALED: CANARY, Part.OWN: CANARY}, plan=CANARY)
    place = DraftPlace(CANARY, CANARY, CANARY, CANARY, CANARY)
    line = PlanLine(id=CANARY, title=CANARY, names=CANARY, line=CANARY.encode())
    fold = Fold(version=1, frontier={CANARY: 1}, body=CANARY.encode())
    with store.transaction() as tx:
        edits.append(tx, made)
        drafts.keep(tx, Draft(place=place, text=CANARY * 400, rest=CANARY.encode(), changed_at=1))
        plans.put(tx, [Standing(line=line, fold=fold, unsettled={CANARY: CANARY.encode()})])
        media.put(tx, that_shows(CANARY.encode() * 5_000))


def test_no_file_holds_a_word_of_a_family_or_a_key_in_use_or_after(folder, tmp_path):
    """Database, log, key files, lock and file names hold neither words, passphrase nor key at any moment."""
    seen: dict[str, bytes] = {}

    def look(when: str) -> None:
        seen.update({f"{when} {name}": content for name, content in contents(tmp_path).items()})

    with a_store(folder, name=CANARY, passphrase=CANARY) as store:
        key = bytes(unlocking.unlock(keyfile.decoded((folder / NAME).read_bytes()), CANARY).raw)
        fill(store)
        look("in use")
        with store.transaction() as tx:
            tx.exec_driver_sql("PRAGMA cache_size = 1")
            for number in range(50):
                media.put(tx, that_shows(CANARY.encode() * 5_000 + bytes([number])))
            look("in a transaction")
    look("closed")

    assert {"in use store/store.db-wal", "in a transaction store/store.db-wal"} <= seen.keys()
    planted = (CANARY.encode(), CANARY.upper().encode(), CANARY.encode("utf-16-le"), key, key.hex().encode())
    holding = [name for name, content in seen.items() if any(word in content for word in planted)]
    assert [] == holding
    assert [] == [name for name in seen if CANARY in name]
