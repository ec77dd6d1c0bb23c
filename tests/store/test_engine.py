from __future__ import annotations

import subprocess
import sys
import traceback
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from fsdesk.store import engine
from fsdesk.store.connection import Closed, Line
from fsdesk.store.refusals import Damaged
from fsdesk.store.secret import DataKey, Wiped


@pytest.fixture
def key() -> DataKey:
    return DataKey.fresh()


@pytest.fixture
def line(tmp_path, key):
    (tmp_path / "store.db").touch()
    made = Line(tmp_path, key)
    with made.transaction() as tx:
        tx.exec_driver_sql("CREATE TABLE words (said TEXT UNIQUE)")
    yield made
    made.close()


def tables(line: Line) -> list[str]:
    """The names of the tables there are."""
    with line.reading() as tx:
        return list(tx.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())


def twice(tx: Connection, word: str, before: str = "SELECT 1") -> None:
    """Write one word a second time, which the table refuses."""
    tx.exec_driver_sql(before)
    for _ in range(2):
        tx.exec_driver_sql("INSERT INTO words VALUES (?)", (word,))


def test_an_exception_undoes_everything_tables_included(line):
    """A transaction that does not end well leaves neither rows nor tables."""
    with pytest.raises(IntegrityError), line.transaction() as tx:
        twice(tx, "tea", "CREATE TABLE more (a)")

    assert ["words"] == tables(line)
    with line.reading() as tx:
        assert [] == tx.exec_driver_sql("SELECT * FROM words").all()


def test_a_savepoint_undoes_its_own_part(line):
    """What a nested block did goes with its exception; the rest stays."""
    with line.transaction() as tx:
        tx.exec_driver_sql("INSERT INTO words VALUES ('kept')")
        with pytest.raises(IntegrityError), tx.begin_nested():
            twice(tx, "dropped")

    with line.reading() as tx:
        assert ["kept"] == list(tx.exec_driver_sql("SELECT said FROM words").scalars())


def test_settings_hold(line):
    """Commits are synced, references are checked, what is deleted is overwritten, nothing goes to temporary files."""
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "recursive_triggers": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "cipher_provider": "openssl",
        "cipher_page_size": "4096",
    }

    assert wanted == {name: line.ask(f"PRAGMA {name}")[0][0] for name in wanted}


def test_a_fault_of_ours_stays_one_and_holds_no_words(line):
    """A row that is there twice is no refusal, and its message does not hold what the row says."""
    with pytest.raises(IntegrityError) as fault, line.transaction() as tx:
        twice(tx, "-".join(["hidden", "address"]))

    assert "hidden-address" not in "".join(traceback.format_exception(fault.value))


def test_another_key_is_damage_and_no_message_holds_a_key(line, tmp_path, key):
    """Whoever has the keys right and the database wrong has a damaged store.db."""
    line.close()
    other = DataKey.fresh()

    with pytest.raises(Damaged, match=r"store\.db") as refusal:
        Line(tmp_path, other)

    told = "".join(traceback.format_exception(refusal.value))
    assert [] == [one for one in (key, other) if one.raw.hex() in told.lower()]


def test_the_key_is_in_no_url(tmp_path, key):
    """What an engine says of itself holds no key."""
    made = engine.engine_for(tmp_path, key)

    assert key.raw.hex() not in repr(made) + str(made.url)


def test_sqlcipher_says_nothing_on_stderr(line, tmp_path):
    """A key that does not fit is told once, by us."""
    line.close()
    script = (
        "import sys; from pathlib import Path\n"
        "from fsdesk.store.connection import Line\nfrom fsdesk.store.secret import DataKey\n"
        "from fsdesk.store.refusals import Damaged\n"
        "try:\n    Line(Path(sys.argv[1]), DataKey.fresh())\nexcept Damaged:\n    pass\n"
    )

    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, cwd=Path.cwd())

    assert (0, b"", b"") == (done.returncode, done.stdout, done.stderr)


def test_a_missing_database_is_not_made_anew(line, tmp_path, key):
    """A database that went away is missed, never begun again empty."""
    line.close()
    (tmp_path / "store.db").unlink()

    with pytest.raises(Exception, match="does not answer"):
        Line(tmp_path, key)

    assert not (tmp_path / "store.db").exists()


def test_a_closed_line_is_not_used(line):
    """Using a store after it was closed is a fault of ours."""
    line.close()
    line.close()

    with pytest.raises(Closed), line.transaction():
        pass


def test_a_wiped_key_is_zeros_and_is_not_used(key):
    """Wiping overwrites the very buffer."""
    buffer = key.raw
    key.wipe()
    key.wipe()

    assert bytearray(32) == buffer
    with pytest.raises(Wiped):
        _ = key.raw
