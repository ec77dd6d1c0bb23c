"""An encrypted copy of a database, page by page under a key of its own, and looked at before it counts."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sqlcipher3 import dbapi2

from fsdesk.jobs import Progress
from fsdesk.store import durable, engine, faults
from fsdesk.store.keyfile import Keys
from fsdesk.store.refusals import Damaged
from fsdesk.store.secret import DataKey

_PAGES_AT_ONCE = 1_000
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name"

Counts = dict[str, int]
"""How many rows each table has."""


class Original(NamedTuple):
    """What copies of an open store are made of, on whichever thread; whoever holds it wipes its key."""

    folder: Path
    key: DataKey
    keys: Keys


class Glance(NamedTuple):
    """What tells two copies of a store apart: plans, edits, drafts, and when a plan last changed.

    That time is in milliseconds since 1970 UTC, as the laptops' clocks had it; 0 when nothing ever changed.
    """

    plans: int
    edits: int
    drafts: int
    changed_at: int


GLANCE = """
    SELECT (SELECT count(*) FROM plans WHERE fold_version IS NOT NULL), (SELECT count(*) FROM edits),
           (SELECT count(*) FROM drafts), (SELECT coalesce(max(changed_at), 0) FROM plans)
"""


def copy(
    source: Path,
    key: DataKey,
    target: Path,
    target_key: DataKey,
    progress: Progress,
    *,
    salt: str,
    words: str,
) -> Counts:
    """Write the database at `source`, as it stands at this moment, into the new file `target`.

    The source may be open and be written to meanwhile. The copy is on the disk when this returns, begins with
    `salt` (or, when that is empty, with one of its own), and has as many rows as are returned. `words` say to
    people what goes on. Raises DiskFull, DiskTrouble, Damaged, NoRights, and Stopped; the caller clears away what
    was begun.
    """
    durable.write_new(target, b"")  # made by us, so that nobody else may read it from the first byte
    with (
        _connected(source, key, engine.READING) as read,
        _connected(target, target_key, engine.WRITING, salt) as write,
    ):
        write.execute("PRAGMA journal_mode = OFF")  # what is not whole is thrown away
        write.execute("PRAGMA synchronous = OFF")  # and synced once, below
        read.execute("PRAGMA query_only = ON")
        read.execute("BEGIN")
        counts = _counts(read)  # from here on this connection sees the one moment
        read.backup(write, pages=_PAGES_AT_ONCE, progress=_telling(progress, words), sleep=0)
        read.execute("ROLLBACK")
    durable.sync_file(target)
    return counts


def _telling(progress: Progress, words: str) -> Any:
    def tell(status: int, remaining: int, total: int) -> None:
        progress.step(total - remaining, total, words)

    return tell


def look_through(database: Path, key: DataKey) -> Counts:
    """Return how many rows each table of a database holds that nobody has open, after looking at every page of it.

    Nothing beside it is read, made or changed. Raises Damaged, and DiskTrouble.
    """
    with _connected(database, key, engine.UNTOUCHED) as connection:
        if connection.execute("PRAGMA cipher_integrity_check").fetchall():
            raise Damaged("A copy of the store is damaged.")
        if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
            raise Damaged("The tables of a copy of the store do not fit together.")
        return _counts(connection)


def glance(database: Path, key: DataKey) -> Glance:
    """Return what a database that nobody has open holds. Raises Damaged, and DiskTrouble."""
    with _connected(database, key, engine.UNTOUCHED) as connection:
        return Glance(*connection.execute(GLANCE).fetchone())


@contextlib.contextmanager
def _connected(database: Path, key: DataKey, how: str, salt: str = "") -> Iterator[Any]:
    """Give a connection, and turn what the database says into refusals."""
    connection = None
    try:
        connection = engine.bare(database, key, how, salt)
        yield connection
    except dbapi2.Error as error:
        refusal = faults.of_database(error, database.parent)
        if refusal is None:
            raise
        raise refusal from error
    finally:
        if connection is not None:
            connection.close()


def _counts(connection: Any) -> Counts:
    tables = [name for (name,) in connection.execute(_TABLES).fetchall()]
    count = 'SELECT count(*) FROM "{}"'
    return {name: connection.execute(count.format(name)).fetchone()[0] for name in tables}
