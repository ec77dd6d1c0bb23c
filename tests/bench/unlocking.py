"""T8: a store opened, beyond the key derivation; flat however many plans it holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2

from fsdesk.desk.desk import Desk
from fsdesk.store.secret import DataKey
from fsdesk.store.store import Store
from tests.bench.measuring import Row, best, row

_ROUNDS = 9


def measure(place: Path, key: bytes, folder: Path, size: int) -> Row:
    """Return the row of one opening of the store at `place` by its data key, closing included.

    The floor opens the same kind of file by a raw key, reads one row and closes it.
    """
    floor = best(_floor(folder), _ROUNDS)
    return row("store-unlock", size, best(lambda: _open(place, key), _ROUNDS), floor)


def _open(place: Path, key: bytes) -> None:
    Desk(Store.open_with(place, lambda _: DataKey(bytearray(key)))).close()


def _floor(folder: Path) -> Callable[[], None]:
    file, key = folder / "raw.db", "00" * 32
    made = _opened(file, key)
    made.execute("CREATE TABLE one (a)")
    made.close()

    def open_and_read() -> None:
        connection = _opened(file, key)
        connection.execute("SELECT count(*) FROM one").fetchall()
        connection.close()

    return open_and_read


def _opened(file: Path, key: str) -> dbapi2.Connection:
    connection = dbapi2.connect(str(file), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    return connection
