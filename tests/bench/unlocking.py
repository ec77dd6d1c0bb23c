"""T8: a store opened, beyond the key derivation; flat however many plans it holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from fsdesk.desk import opening
from fsdesk.store import derivation
from tests.bench import stores
from tests.bench.measuring import Row, best, row

SIZES = (1_000, 10_000)


def measure() -> list[Row]:
    """Return a row for each size; the floor opens the same kind of file with its raw key and reads one row."""
    rows = []
    for size in SIZES:
        with stores.folder() as place:
            with stores.filled(place / "store", size), stores.bare(place) as floor:
                floor.execute("CREATE TABLE one (a)")
            seconds = best(lambda where=place / "store": _unlock(where)) - best(_derive)
            rows.append(row("store-unlock", size, max(seconds, 0.0), best(_floor(place))))
    return rows


def _unlock(where: Path) -> None:
    opening.open_desk(where, stores.PASSPHRASE).close()


def _derive() -> None:
    stores.CHEAP.derive(bytearray(stores.PASSPHRASE.encode()), bytes(derivation.SALT_BYTES))


def _floor(place: Path) -> Any:
    key = "00" * 32
    file = place / "raw.db"

    def opened() -> Any:
        connection = dbapi2.connect(str(file), isolation_level=None)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        return connection

    first = opened()
    first.execute("CREATE TABLE one (a)")
    first.close()

    def open_and_read() -> None:
        connection = opened()
        connection.execute("SELECT count(*) FROM one").fetchall()
        connection.close()

    return open_and_read
