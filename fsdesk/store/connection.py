"""The one connection that writes: transactions that are whole or not at all, and its end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from fsdesk.store import engine, faults
from fsdesk.store.folder import DATABASE, GONE
from fsdesk.store.refusals import DiskTrouble
from fsdesk.store.secret import DataKey


class Closed(RuntimeError):
    """A store was used after it had been closed: a fault of ours, never of a person."""


class Line:
    """The connection to one database, to be used by the thread that opened it."""

    def __init__(self, folder: Path, key: DataKey) -> None:
        self._folder = folder
        self._engine = engine.engine_for(folder, key)
        self._connection: Connection | None = self._engine.connect()
        self._place = self._place_now()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Give the connection for one change: all of it is on the disk when the block ends, or none of it.

        Raises DiskTrouble, before anything is done, when the database is no longer where it was opened.
        """
        connection = self._held()
        self.see_place()
        with connection.begin():
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give the connection for reading: one unchanging view, and nobody who writes has to wait for it."""
        connection = self._held()
        connection.info[engine.BEGIN] = engine.FOR_READING
        try:
            with connection.begin():
                yield connection
        finally:
            connection.info.pop(engine.BEGIN, None)

    def ask(self, statement: str) -> list[tuple[Any, ...]]:
        """Return what the database answers to a statement that cannot be part of a transaction."""
        driver: Any = self._held().connection.dbapi_connection
        try:
            return list(driver.execute(statement).fetchall())
        except dbapi2.Error as error:
            refusal = faults.of_database(error, self._folder)
            if refusal is None:
                raise
            raise refusal from error

    def see_place(self) -> None:
        """Raise DiskTrouble when the database is no longer where it was opened.

        The system would still take writes to a file that nobody finds again, or beside one that was not meant.
        """
        if self._place_now() != self._place:
            raise DiskTrouble(GONE)

    def close(self) -> None:
        """Close the connection; the write-ahead log is folded into the database. Safe to call again."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
            self._engine.dispose()

    def _place_now(self) -> tuple[int, int] | None:
        try:
            found = (self._folder / DATABASE).stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _held(self) -> Connection:
        if self._connection is None:
            raise Closed
        return self._connection
