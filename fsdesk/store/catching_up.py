"""An older store brought to today's schema: a copy first, then every missing step in one transaction."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from fsdesk.store import durable, keyfile, schema, tables
from fsdesk.store import folder as folder_
from fsdesk.store.connection import Line
from fsdesk.store.secret import DataKey


def caught_up(folder: Path, key: DataKey, line: Line, number: int) -> Line:
    """Return a line to the same store in today's schema; a copy in the old one stays among its backups.

    When a step does not succeed the store is as it was.
    """
    line.close()  # folds the write-ahead log in, so that the one file is the whole store
    keep_copy(folder, f"before-schema-{tables.revision(schema.NUMBER)}-from-{tables.revision(number)}")
    line = Line(folder, key)
    try:
        from fsdesk.store.migrations.upgrade import upgrade  # Alembic takes half a second to load

        with line.transaction() as tx:
            upgrade(tx, schema.NUMBER)
    except BaseException:
        line.close()
        raise
    return line


def keep_copy(folder: Path, why: str) -> Path:
    """Put a copy of a closed store among its backups, whole or not at all, and return its folder."""
    now = datetime.now(UTC)
    backups = folder / folder_.BACKUPS
    backups.mkdir(mode=durable.OWNER_ONLY_FOLDER, exist_ok=True)
    kept = backups / f"{now:%Y%m%dT%H%M%S}-{why}"
    beside = backups / f".{kept.name}.new"
    beside.mkdir(mode=durable.OWNER_ONLY_FOLDER)
    try:
        for name in (folder_.DATABASE, keyfile.NAME, keyfile.COPY):
            if (folder / name).exists():
                shutil.copyfile(folder / name, beside / name)
                (beside / name).chmod(durable.OWNER_ONLY_FILE)
                durable.sync_file(beside / name)
        durable.sync_folder(beside)
        beside.rename(kept)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    durable.sync_folder(backups)
    return kept
