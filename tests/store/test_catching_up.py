from __future__ import annotations

import shutil

import pytest
from sqlalchemy.exc import OperationalError

from fsdesk.store import schema, tables
from fsdesk.store.migrations import upgrade
from fsdesk.store.refusals import TooNew
from fsdesk.store.store import Store
from tests.store.stores import PASSPHRASE, a_store, begun, contents

TODAY = schema.NUMBER
_NEXT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "{this}", "{last}", None, None

def upgrade():
    with op.batch_alter_table("drafts") as drafts:
        drafts.add_column(sa.Column("mood", sa.Text(), nullable=False, server_default="calm"))
    op.execute(sa.text("{then}"))
"""
_MOOD = "SELECT dflt_value FROM pragma_table_info('drafts') WHERE name = 'mood'"


@pytest.fixture
def next_schema(monkeypatch, tmp_path):
    """A program whose schema is one step further: call it with the statement that its step ends with."""
    here = tmp_path / "migrations"
    shutil.copytree(upgrade.HERE, here)
    last, this = tables.revision(TODAY), tables.revision(TODAY + 1)

    def go(then: str = "SELECT 1") -> None:
        step = _NEXT.replace("{then}", then).replace("{this}", this).replace("{last}", last)
        (here / "versions" / f"m{this}_invented.py").write_text(step)
        monkeypatch.setattr(upgrade, "HERE", here)
        monkeypatch.setattr(schema, "NUMBER", TODAY + 1)

    return go


def test_an_older_store_is_brought_up_to_date_and_a_copy_of_it_kept(folder, next_schema):
    """Everything is there afterwards, and the copy made before opens with the older program."""
    with a_store(folder) as store:
        begun(store)
    next_schema()

    with Store.open(folder, PASSPHRASE) as store:
        assert [("'calm'",)] == store.ask(_MOOD)
        assert [(1,)] == store.ask("SELECT count(*) FROM edits")
        assert [(TODAY + 1,)] == store.ask("PRAGMA user_version")


def test_a_store_that_was_brought_up_to_date_is_too_new_for_the_older_program(
    folder, next_schema, monkeypatch
):
    """The older program refuses it kindly and changes nothing."""
    a_store(folder).close()
    next_schema()
    Store.open(folder, PASSPHRASE).close()
    monkeypatch.setattr(schema, "NUMBER", TODAY)
    before = contents(folder)

    with pytest.raises(TooNew, match="newer fsdesk"):
        Store.open(folder, PASSPHRASE)

    assert before == contents(folder)


def test_the_copy_made_before_is_a_store_of_its_own(folder, next_schema, monkeypatch):
    """It opens with the same passphrase in the program it was made by."""
    with a_store(folder) as store:
        begun(store)
    next_schema()
    Store.open(folder, PASSPHRASE).close()
    monkeypatch.setattr(schema, "NUMBER", TODAY)

    (copy,) = (folder / "backups").iterdir()
    with Store.open(copy, PASSPHRASE) as store:
        assert [(1,)] == store.ask("SELECT count(*) FROM edits")


def test_a_step_that_does_not_succeed_leaves_the_store_as_it_was(folder, next_schema, monkeypatch):
    """All steps go in one transaction, tables made anew included."""
    with a_store(folder) as store:
        begun(store)
    next_schema(then="INSERT INTO nowhere VALUES (1)")

    with pytest.raises(OperationalError):
        Store.open(folder, PASSPHRASE)

    monkeypatch.setattr(schema, "NUMBER", TODAY)
    with Store.open(folder, PASSPHRASE) as store:
        assert [(1,)] == store.ask("SELECT count(*) FROM edits")
        assert [] == store.ask(_MOOD)
