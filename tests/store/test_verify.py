from __future__ import annotations

import re

import pytest

from fsdesk.jobs import Progress, Stopped, quiet
from fsdesk.plans.chain import Head
from fsdesk.store import devices, edits, identity, taking
from fsdesk.store.devices import LeftOut
from fsdesk.store.keyfile import COPY, NAME
from fsdesk.store.store import Store
from fsdesk.store.verify import LookedAt, looked_at, verify
from tests.store.stores import PASSPHRASE, a_pen, a_store, begun, flipped
from tests.store.written import Pen, chained


def sentences(store: Store) -> list[str]:
    """What a check of a store says."""
    return [harm.what for harm in verify(store, quiet())]


def unguarded(store: Store, statement: str) -> None:
    """Change a store behind the back of its triggers, as somebody with the passphrase and another tool could."""
    with store.transaction() as tx:
        for name in ("edits_stand", "edits_stay", "heads_stand"):
            tx.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        tx.exec_driver_sql(statement)


def three_edits(store: Store) -> Pen:
    """Three edits of this store's own laptop."""
    pen = a_pen(store)
    for _ in range(3):
        begun(store, pen)
    return pen


def test_a_whole_store_has_no_harm(store):
    """Own edits, edits of others with gaps and left-out ones, signed heads: all is well."""
    pen = three_edits(store)
    ann = Pen("ann")
    made = [ann.writes(str(number)) for number in range(8)]
    with store.transaction() as tx:
        own = identity.own(tx, pen.device)
        assert own is not None
        devices.keep_head(tx, own.signed(Head(pen.device, 2, pen.written[1].link)))
        taking.take(tx, chained([made[0], made[2], made[5], made[7]]))
        devices.leave_out(tx, LeftOut(device="ann", first=2, last=2, digest=made[1].digest))
        devices.leave_out(tx, LeftOut(device="ann", first=7, last=7, digest=made[6].digest))

    assert [] == sentences(store)
    [(pages,)] = store.ask("PRAGMA page_count")
    assert LookedAt(key_files=2, pages=pages, laptops=2, heads=1) == looked_at(store)


def test_progress_is_told_and_a_check_can_be_stopped(store):
    """Each part is told before it begins, and a wish to stop takes effect there."""
    told: list[str] = []
    progress = Progress(lambda done, total, words: told.append(words))
    verify(store, progress)

    assert ["Looking at the key files", "Looking at every page"] == told[:2]
    progress.cancel()
    with pytest.raises(Stopped):
        verify(store, progress)


def test_damaged_pages_are_counted_and_named(folder):
    """Every page has its own seal, so each damaged one is known."""
    with a_store(folder) as store:
        pen = a_pen(store)
        for _ in range(100):
            begun(store, pen)
    pages = (folder / "store.db").stat().st_size // 4096
    for page in (pages - 1, pages):
        flipped(folder / "store.db", (page - 1) * 4096 + 1000)

    with Store.open(folder, PASSPHRASE) as store:
        assert f"The file store.db is damaged on 2 of its pages: {pages - 1}, {pages}." in sentences(store)


@pytest.mark.parametrize("name", [NAME, COPY])
def test_a_key_file_that_was_put_right_is_still_told(folder, name):
    """A key file found damaged on opening is named by the check, though it is whole again."""
    a_store(folder).close()
    flipped(folder / name, 100)

    with Store.open(folder, PASSPHRASE) as store:
        assert [f"The file {name} was damaged or missing, and was put right from its copy."] == sentences(
            store
        )
    with Store.open(folder, PASSPHRASE) as store:
        assert [] == sentences(store)


def test_a_key_file_that_goes_while_the_store_is_open_is_named(folder, store):
    """The check looks at the files as they are now."""
    (folder / COPY).unlink()

    assert ["The file keys.copy.json is damaged, missing or of another store."] == sentences(store)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE edits SET general = CAST(general || 'x' AS BLOB) WHERE seq = 2",
            "Edit 2 .* is not as its maker wrote it",
        ),
        ("UPDATE edits SET link = zeroblob(32) WHERE seq = 2", "Edit 2 .* is not as its maker wrote it"),
        ("UPDATE edits SET commitments = x'90' WHERE seq = 2", "Edit 3 .* does not follow on"),
        ("DELETE FROM edits WHERE seq = 2", "Edit 2 .* is missing"),
        ("DELETE FROM edits WHERE seq = 3", "Edit 2 .* is the last one here, and 3 were made"),
        ("UPDATE devices SET link = zeroblob(32)", "Edit 3 .* is not the one that this store had noted"),
    ],
)
def test_history_changed_by_another_tool_is_noticed(store, statement, said):
    """Whoever has the passphrase can write to the database, but not unnoticed."""
    three_edits(store)
    unguarded(store, statement)

    found = sentences(store)

    assert [] != [sentence for sentence in found if re.search(said, sentence)]


def test_a_head_that_its_laptop_did_not_sign_is_noticed(store):
    """A forged signature, and a head over another link, are named."""
    pen = three_edits(store)
    with store.transaction() as tx:
        own = identity.own(tx, pen.device)
        assert own is not None
        devices.keep_head(tx, Head(pen.device, 1, pen.written[0].link, b"forged"))
        devices.keep_head(tx, own.signed(Head(pen.device, 2, b"\1" * 32)))

    assert [
        f"Edit 2 of laptop {pen.device} is not the one that its laptop signed.",
        f"Edit 1 of laptop {pen.device} stands under a signature that its laptop did not make.",
    ] == sentences(store)


def test_a_reference_to_nothing_is_noticed(store):
    """Rows that name what is not there are found, though the program never writes any."""
    store.ask("PRAGMA foreign_keys = OFF")
    with store.transaction() as tx:
        tx.exec_driver_sql("INSERT INTO folds VALUES (99, 1, x'80', x'')")

    assert ["Something in store.db names what is not there."] == sentences(store)


def test_sentences_hold_no_words_of_a_family(store):
    """A check can be read aloud over the telephone."""
    edits_before = three_edits(store)
    unguarded(store, "UPDATE edits SET general = CAST(general || 'x' AS BLOB)")

    assert [] == [said for said in sentences(store) if "college" in said or "Morag" in said]
    assert 3 == edits_before.seq
    with store.reading() as tx:
        assert 3 == edits.count(tx)
