"""The way to an encrypted database: SQLCipher 4 with a raw key, driven through SQLAlchemy Core."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from fsdesk.store import faults
from fsdesk.store.secret import DataKey

BEGIN = "fsdesk_begin"
"""Name under which a connection keeps the statement that begins its next transaction."""
FOR_WRITING = "BEGIN IMMEDIATE"
FOR_READING = "BEGIN"
_PATIENCE_SECONDS = 2.0
_PAGE_CACHE_KIB = 32 * 1024
"""Measured: 150,000 edits go in no faster with 64 or 256 MiB, and the memory of an import has a limit."""

_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # with the write-ahead log: a commit is on the disk before it is acknowledged
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # so that replacing a row is no way round the triggers either
    "PRAGMA secure_delete = ON",  # what was taken back does not linger in free pages
    "PRAGMA temp_store = MEMORY",  # nothing of ours in temporary files
    "PRAGMA trusted_schema = OFF",
    f"PRAGMA cache_size = -{_PAGE_CACHE_KIB}",
    # cipher_memory_security stays off: it wipes every page buffer on release at 1.5 to 2 times the cost of every
    # write (measured), and the window holds the same words in Python strings, which nobody can wipe.
)


WRITING, READING, UNTOUCHED = "mode=rw", "mode=ro", "mode=ro&immutable=1"
"""How a database is opened; untouched is for one that nobody else has open, which then needs no files beside it."""


def engine_for(folder: Path, key: DataKey, how: str = WRITING) -> Engine:
    """Return an engine over the store.db in `folder`. Nothing is opened yet, and the key is in no URL.

    Errors of the database arrive as refusals of `fsdesk.store.refusals` where a person can act on them.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connected(folder / "store.db", key, how),
        module=dbapi2,  # without it the driver's errors pass by unwrapped
        poolclass=NullPool,
        hide_parameters=True,  # a family's words stay out of errors
    )
    _sort_faults(engine, folder)
    _begin_by_hand(engine)
    return engine


def connect(database: Path, key: DataKey) -> Any:
    """Return a driver's connection to an existing encrypted database, its key and settings given.

    Raises the driver's own errors, among them the one for a key that does not fit or a damaged first page.
    """
    connection = bare(database, key, WRITING)
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
    except BaseException:
        connection.close()
        raise
    return connection


def _connected(database: Path, key: DataKey, how: str) -> Any:
    return connect(database, key) if how == WRITING else bare(database, key, how)


def bare(database: Path, key: DataKey, how: str, salt: str = "") -> Any:
    """Return a driver's connection with its key and nothing else given; nothing was read yet.

    A database that is empty yet begins with `salt` (32 hexadecimal signs), or with one of its own.
    """
    connection = dbapi2.connect(
        f"{database.absolute().as_uri()}?{how}",
        uri=True,
        timeout=_PATIENCE_SECONDS,
        isolation_level=None,  # the driver begins nothing by itself, so that DDL and savepoints roll back
    )
    try:
        _give_key(connection, key, salt)
    except BaseException:
        connection.close()
        raise
    return connection


def _give_key(connection: Any, key: DataKey, salt: str) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # or SQLCipher writes to stderr
    # executescript, because the text of an executed statement stays in the driver's statement cache.
    connection.executescript(f"PRAGMA key = \"x'{key.raw.hex()}{salt}'\"")


def _sort_faults(engine: Engine, folder: Path) -> None:
    @event.listens_for(engine, "handle_error")
    def sort(context: ExceptionContext) -> BaseException | None:
        return faults.of_database(context.original_exception, folder)


def _begin_by_hand(engine: Engine) -> None:
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.info.get(BEGIN, FOR_WRITING))
