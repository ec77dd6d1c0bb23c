"""The page on the store's format: a script written from it alone opens a store, and every table stands on it."""

from __future__ import annotations

import re
import shutil

import pytest

from fsdesk.desk import opening, plans
from fsdesk.store import plans as kept
from fsdesk.store import schema
from tests.handbook import pages
from tests.store.stores import PASSPHRASE, a_store, flipped

PAGE = "store-format.md"


@pytest.fixture
def folder(team, tmp_path):
    """A copy of Dan's store."""
    return shutil.copytree(team.store("dan"), tmp_path / "store")


def read(folder, passphrase=PASSPHRASE):
    """What the page's script does with a store."""
    return pages.run(pages.script_of(PAGE), folder.parent, folder, FSDESK_PASSPHRASE=passphrase)


def test_the_script_uses_two_libraries_and_nothing_of_ours():
    """Besides Python it needs SQLCipher and a library of ciphers."""
    assert {"sqlcipher3", "cryptography"} == pages.imported(pages.script_of(PAGE))


@pytest.mark.parametrize(("name", "count"), [("dan", 6), ("morag", 5), ("isla", 1)])
def test_the_script_lists_every_plan_and_finds_every_chain_whole(team, tmp_path, name, count):
    """A worker's own store, a lead's with edits withheld, and one with edits of somebody else left out."""
    with opening.open_desk(team.store(name), PASSPHRASE) as desk:
        titles = {f"plan {one.id}: {one.title}" for one in plans.listing(desk)}
    folder = shutil.copytree(team.store(name), tmp_path / "store")

    done = read(folder)

    assert "" == done.stderr
    lines = done.stdout.splitlines()
    assert titles == {line.rpartition(" (")[0] for line in lines if line.startswith("plan ")}
    assert count == len(titles)
    assert [] == [line for line in lines if line.startswith("laptop ") and ": whole to edit " not in line]


def test_the_script_lists_plans_that_nobody_has_looked_at_since_they_came(team, tmp_path):
    """They are whole in their edits, and the script says so."""
    folder = shutil.copytree(team.store("morag"), tmp_path / "store")
    with opening.open_desk(folder, PASSPHRASE) as desk, desk.transaction() as tx:
        kept.put_off(tx, [line.id for line in kept.lines(tx)])

    lines = [line for line in read(folder).stdout.splitlines() if line.startswith("plan ")]

    assert 5 == len(lines)
    assert all(line.endswith("(in its edits)") for line in lines)


def test_the_script_reads_what_only_the_log_holds(team, tmp_path):
    """A store that was never closed is read with its write-ahead log."""
    folder = tmp_path / "store"
    with opening.open_desk(shutil.copytree(team.store("dan"), tmp_path / "open"), PASSPHRASE) as desk:
        begun = plans.begin(desk, family_name="Testwell")
        shutil.copytree(tmp_path / "open", folder)

    assert f"plan {begun.plan.id}: " in read(folder).stdout


def test_the_script_tells_another_passphrase_and_uses_the_other_key_file(folder):
    """One sentence for a wrong passphrase; a damaged keys.json is no hindrance."""
    assert "That passphrase does not open this store.\n" == read(folder, "not the one").stderr

    flipped(folder / "keys.json", 200)

    assert "plan " in read(folder).stdout


def test_the_script_opens_a_store_however_its_passphrase_is_typed(tmp_path):
    """The page says how a passphrase is prepared: wide spaces, accents in one sign or two."""
    a_store(tmp_path / "store", passphrase="Caf\u00e9 on\u00a0Sunday").close()

    assert "laptop " in read(tmp_path / "store", "Cafe\u0301 on Sunday").stdout


def test_the_script_notices_history_that_another_tool_changed(folder):
    """A part altered behind the program's back does not fit its commitment."""
    with opening.open_desk(folder, PASSPHRASE) as desk, desk.transaction() as tx:
        tx.exec_driver_sql("DROP TRIGGER edits_stand")
        tx.exec_driver_sql("UPDATE edits SET general = CAST(general || 'x' AS BLOB) WHERE seq = 3")

    assert ": edit 3 is not as it was made\n" in read(folder).stdout


def test_every_table_and_column_stands_on_the_page_in_its_order():
    """Whoever reads the page finds every table that a store has, and no other."""
    rows = re.findall(r"^\| `(\w+)` \| ((?:`\w+`(?:, )?)+) \|", pages.text_of(PAGE), re.MULTILINE)
    told = {name: re.findall(r"`(\w+)`", columns) for name, columns in rows}

    assert {
        table.name: [column.name for column in table.columns] for table in schema.metadata.sorted_tables
    } == told


def test_the_page_names_the_schema_it_describes():
    """The number on the page is the one that a new store has."""
    assert f"describes {schema.NUMBER}." in " ".join(pages.text_of(PAGE).split())
