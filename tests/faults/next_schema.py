"""A program whose schema is one invented step further than today's, so that opening a store migrates it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fsdesk.store import schema, tables
from fsdesk.store.migrations import upgrade

_STEP = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "{this}", "{last}", None, None

def upgrade():
    with op.batch_alter_table("drafts") as drafts:
        drafts.add_column(sa.Column("mood", sa.Text(), nullable=False, server_default="calm"))
"""


@contextmanager
def next_schema() -> Iterator[None]:
    """Be that program for a while."""
    here, number = upgrade.HERE, schema.NUMBER
    last, this = tables.revision(number), tables.revision(number + 1)
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder) / "migrations"
        shutil.copytree(here, there)
        (there / "versions" / f"m{this}_invented.py").write_text(_STEP.format(this=this, last=last))
        upgrade.HERE, schema.NUMBER = there, number + 1
        try:
            yield
        finally:
            upgrade.HERE, schema.NUMBER = here, number
