from __future__ import annotations

from typing import Any

import pytest

from fsdesk.desk import drafts, opening, plans
from fsdesk.jobs import quiet
from fsdesk.store import folder as folder_
from fsdesk.store import keyfile, schema, tables, unlocking
from fsdesk.store.connection import Line
from fsdesk.store.refusals import TooNew
from fsdesk.store.store import Store
from fsdesk.store.verify import verify
from tests.store.kept_stores import NUMBERS, PASSPHRASE, Rows, rows_of, unpacked
from tests.store.stores import contents
from tests.store.test_schema import made_of

MADE_AGAIN = {"folds", "alembic_version", "differing"}
NOTED_AGAIN = {"fold_version"}
"""What a step may make anew, tables and columns: it adds nothing to what the edits say."""


@pytest.fixture(params=NUMBERS, ids=lambda number: f"schema {number}")
def kept(request, tmp_path):
    """The number and folder of a store that an earlier program made."""
    return request.param, unpacked(request.param, tmp_path / "kept")


def as_it_is(folder) -> Rows:
    """Every row of a store as its file says it, nothing brought up to date."""
    key = unlocking.unlock(keyfile.read(folder, folder_.salt(folder)).keys, PASSPHRASE)
    line = Line(folder, key)
    try:
        return rows_of(line)
    finally:
        line.close()
        key.wipe()


def compared(rows: Rows, before: Rows) -> Rows:
    """Rows in the tables and columns of before, as far as no step makes them anew."""
    return {
        table: sorted((_without(row, held) for row in rows[table]), key=str)
        for table, held in before.items()
        if table not in MADE_AGAIN
    }


def _without(row: dict[str, Any], held: list[dict[str, Any]]) -> dict[str, Any]:
    names = held[0].keys() - NOTED_AGAIN if held else row.keys()
    return {name: row[name] for name in sorted(names)}


def test_every_schema_before_todays_has_a_store_kept():
    """No step is taken by a real store that no test has taken."""
    assert set(range(1, schema.NUMBER)) <= set(NUMBERS)


def test_a_kept_store_opens_with_every_row_it_had(kept):
    """Columns are added; no row of any table is another one afterwards, but for what is made again from edits."""
    _, folder = kept
    before = as_it_is(folder)
    Store.open(folder, PASSPHRASE).close()
    after = as_it_is(folder)

    assert compared(before, before) == compared(after, before)
    assert len(after["edits"]) > 10


def test_a_kept_store_becomes_what_a_new_one_is_made_of(kept, tmp_path):
    """Tables, columns, indexes, triggers and numbers are those of a store made today."""
    _, folder = kept
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "store.db").touch()
    with Store.open(folder, PASSPHRASE) as migrated, migrated.original().key as key:
        new = Line(tmp_path / "new", key)
        with new.transaction() as tx:
            tables.make_all(tx)

        assert made_of(new) == made_of(migrated)
        assert new.ask("PRAGMA user_version") == migrated.ask("PRAGMA user_version")
    new.close()


def test_a_kept_store_is_whole_and_every_plan_in_it_reads(kept):
    """Chains verify, plans, what differs and drafts are there as the program of its day had them."""
    _, folder = kept
    with opening.open_desk(folder, PASSPHRASE) as desk:
        found = plans.listing(desk)

        assert [] == verify(desk.store, quiet())
        assert {"A plan for all of us": 1} == {line.title: line.differing for line in found if line.differing}
        assert {line.id: line.title for line in found} == {
            line.id: plans.current(desk, line.id).plan.title for line in found
        }
        assert ["Dan rings the libra", "She keeps everyb"] == sorted(one.text for one in drafts.every(desk))


def test_the_copy_made_before_is_the_store_as_it_was(kept):
    """Whatever a step does, the store of before is among the backups, row for row."""
    number, folder = kept
    before = as_it_is(folder)
    Store.open(folder, PASSPHRASE).close()

    copies = [path for path in (folder / "backups").iterdir() if "before-schema" in path.name]
    assert [before] == [as_it_is(copy) for copy in copies]
    assert copies[0].name.endswith(f"from-{tables.revision(number)}")


def test_a_store_of_a_schema_to_come_is_refused_kindly(kept):
    """It says that a newer fsdesk made it, and changes nothing."""
    _, folder = kept
    with Store.open(folder, PASSPHRASE) as store, store.transaction() as tx:
        tables.set_number(tx, schema.NUMBER + 1)
    before = contents(folder)

    with pytest.raises(TooNew, match="newer fsdesk"):
        Store.open(folder, PASSPHRASE)

    assert before == contents(folder)
