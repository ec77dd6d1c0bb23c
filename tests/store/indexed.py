"""The index of a store looked into: whether it says what the plans say, and whether a word stands anywhere in it."""

from __future__ import annotations

from fsdesk.store.store import Store


def is_sound(store: Store) -> None:
    """The index says what the words of the plans say, as the index itself checks it."""
    with store.transaction() as tx:
        tx.exec_driver_sql("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")


def in_the_index(store: Store, word: str) -> bool:
    """Whether a word stands anywhere in the tables that a search reads."""
    names = [
        row[0]
        for row in store.ask("SELECT name FROM sqlite_master WHERE name LIKE 'search%' AND type = 'table'")
    ]
    rows = [row for name in names for row in store.ask(f"SELECT * FROM {name}")]  # noqa: S608 - names of our own
    return any(word.encode() in (v if isinstance(v, bytes) else str(v).encode()) for row in rows for v in row)
