"""An older store brought to today's schema: a copy first, then every missing step in one transaction."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from fsdesk.store import backups, schema, tables
from fsdesk.store.connection import Line
from fsdesk.store.secret import DataKey


def caught_up(folder: Path, key: DataKey, line: Line, number: int, *, keeping_copy: bool = True) -> Line:
    """Return a line to the same store in today's schema; a copy in the old one stays among its backups.

    Without `keeping_copy` there is none: the store is itself a copy. When a step does not succeed the store is as
    it was.
    """
    line.close()  # folds the write-ahead log in, so that the one file is the whole store
    if keeping_copy:
        why = f"before-schema-{tables.revision(schema.NUMBER)}-from-{tables.revision(number)}"
        backups.keep_as_it_is(folder, why, datetime.now(UTC))
    line = Line(folder, key)
    try:
        from fsdesk.store.migrations.upgrade import upgrade  # Alembic takes half a second to load

        with line.transaction() as tx:
            upgrade(tx, schema.NUMBER)
    except BaseException:
        line.close()
        raise
    return line
