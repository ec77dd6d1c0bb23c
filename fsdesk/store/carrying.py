"""What a restore may not undo: a family's wish to be erased, and a card that was withdrawn."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from fsdesk.errors import Refused
from fsdesk.store import cards, engine, erasing, erasure_list, schema, tables
from fsdesk.store.cards import KeptCard
from fsdesk.store.erasing import Erasure
from fsdesk.store.secret import DataKey


class Carried(NamedTuple):
    """What holds on in the restored store though its backup is older."""

    erasures: tuple[Erasure, ...] = ()
    withdrawn: tuple[KeptCard, ...] = ()


def out_of(store: Path, key: DataKey) -> Carried:
    """Return what is to be carried on from a store, as far as it can still be read; nothing of it is changed."""
    with contextlib.suppress(Refused, SQLAlchemyError, OSError), reading(store, key) as connection:
        gone = tuple(_erasures(connection))
        with contextlib.suppress(
            Refused, SQLAlchemyError
        ):  # a damaged page of one table says nothing of the other
            return Carried(
                gone, tuple(one for one in cards.every(connection) if one.withdrawn_at is not None)
            )
        return Carried(gone)
    return Carried()


def _erasures(connection: Connection) -> list[Erasure]:
    if tables.number(connection) < schema.WITH_TURNS:
        return erasing.of_first_schema(connection)
    return erasing.every(connection)


def with_lists(carried: Carried, folders: Iterable[Path], keys: Iterable[DataKey], store: str) -> Carried:
    """Return it with what the lists of erasures in some folders say besides, those that one of the keys opens."""
    tried = list(keys)
    lists = [erasure_list.read(folder, key, store) for folder in folders for key in tried]
    return carried._replace(erasures=erasure_list.together(carried.erasures, *lists))


def into(connection: Connection, carried: Carried) -> None:
    """Make a restored store keep to it: erased plans are erased again, withdrawn cards withdrawn."""
    erasing.take_over(connection, carried.erasures)
    for card in carried.withdrawn:
        at, last_seq, last_link = card.withdrawn_at, card.last_seq, card.last_link
        cards.accept(
            connection, msgspec.structs.replace(card, withdrawn_at=None, last_seq=None, last_link=None)
        )
        cards.withdraw(connection, card.fingerprint, at or 0, (last_seq or 0, last_link or b""))


@contextmanager
def reading(store: Path, key: DataKey) -> Iterator[Connection]:
    """Give a connection that reads a store, its log included, and changes nothing. Raises refusals of the store."""
    made = engine.engine_for(store, key, engine.READING)
    try:
        with made.connect() as connection:
            connection.info[engine.BEGIN] = engine.FOR_READING
            with connection.begin():
                yield connection
    finally:
        made.dispose()
