from __future__ import annotations

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from fsdesk.store import plans, schema, search_tables, tables
from fsdesk.store.connection import Line
from fsdesk.store.migrations import upgrade
from fsdesk.store.secret import DataKey
from tests.store.stores import begun


def a_line(folder: Path) -> Line:
    """A connection to a new empty database."""
    folder.mkdir()
    (folder / "store.db").touch()
    return Line(folder, DataKey.fresh())


def made_of(line: Line) -> dict[str, str]:
    """Everything a database is made of, as the database itself says it, spaces apart."""
    rows = line.ask("SELECT name, coalesce(sql, '') FROM sqlite_master")
    return {name: re.sub(r"\s+", " ", sql).strip() for name, sql in rows}


@pytest.fixture
def migrated(tmp_path):
    """A database that took every migration."""
    line = a_line(tmp_path / "migrated")
    with line.transaction() as tx:
        upgrade.upgrade(tx)
    yield line
    line.close()


def test_a_migrated_store_is_made_of_the_same_as_a_new_one(tmp_path, migrated):
    """Tables, columns, indexes, references and triggers are the same, word for word."""
    new = a_line(tmp_path / "new")
    with new.transaction() as tx:
        tables.make_all(tx)

    assert made_of(new) == made_of(migrated)
    new.close()


def test_alembic_finds_nothing_to_change(migrated):
    """The model and the migrations say the same."""
    of_ours = {
        "include_name": lambda name, kind, _: kind != "table" or name not in search_tables.OF_THE_INDEX
    }

    with migrated.reading() as tx:
        assert [] == compare_metadata(MigrationContext.configure(tx, opts=of_ours), schema.metadata)


def test_a_migrated_store_says_which_schema_it_has(migrated):
    """Schema number and Alembic's own note agree with the last migration there is."""
    head = ScriptDirectory.from_config(upgrade.config()).get_current_head()

    with migrated.reading() as tx:
        noted = tx.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
        assert (head, [head], schema.NUMBER) == (tables.revision(schema.NUMBER), noted, tables.number(tx))


@pytest.mark.parametrize(
    "table",
    ["edits", "heads", "erasures", "packages_made", "packages_taken", "further_parts", "rosters", "acts"],
)
def test_history_has_a_trigger_against_taking_away(migrated, table):
    """Every table of what happened is append-only."""
    assert f"{table}_stay" in made_of(migrated)


@pytest.mark.parametrize("column", ["header", "link", "commitments", "seq"])
def test_an_edit_stands(store, column):
    """No column of an edit changes, whoever asks the database for it."""
    begun(store)
    value = 9 if column == "seq" else b"other"

    with pytest.raises(IntegrityError, match="append-only"), store.transaction() as tx:
        tx.execute(update(schema.edits).values({column: value}))


def test_an_edit_stays(store):
    """An edit is not deleted, nor replaced by another in its place."""
    begun(store)

    with pytest.raises(IntegrityError, match="append-only"), store.transaction() as tx:
        tx.execute(delete(schema.edits))
    with pytest.raises(IntegrityError, match="append-only"), store.transaction() as tx:
        tx.exec_driver_sql("INSERT OR REPLACE INTO edits SELECT * FROM edits")


def test_words_neither_change_nor_go_without_an_erasure(store):
    """A part of an edit is not rewritten, and not emptied while its plan is not being erased."""
    begun(store)

    for content in (b"other words", None):
        with pytest.raises(IntegrityError, match="append-only"), store.transaction() as tx:
            tx.execute(update(schema.edits).values(general=content))


def test_lists_of_plans_and_of_what_differs_use_their_indexes(store):
    """Unsettled plans, a plan by its code, and plans that wait to be folded: no table is read through for them."""
    with store.reading() as tx:
        waiting = str(plans._to_fold().compile(tx.engine)).replace("?", "3")
        fold = tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {waiting}").all()
        plan = tx.exec_driver_sql("EXPLAIN QUERY PLAN SELECT no FROM plans WHERE differing > 0").all()
        code = tx.exec_driver_sql("EXPLAIN QUERY PLAN SELECT title FROM plans WHERE code = 'K7QM-3TXH'").all()

    assert "plans_differing" in plan[0][-1]
    assert "plans_by_code" in code[0][-1]
    assert 3 == sum("plans_by_fold" in step[-1] for step in fold)


def test_columns_hold_what_they_say(store):
    """A number does not go where text belongs."""
    with pytest.raises(IntegrityError, match="cannot store TEXT"), store.transaction() as tx:
        tx.exec_driver_sql("INSERT INTO plans (id, version) VALUES ('a', 'three')")
