"""What the tables of a store are made of: columns that many of them have, and how strict all of them are."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, Table
from sqlalchemy.schema import SchemaItem

metadata = MetaData()
MOMENT = BigInteger().with_variant(Integer, "sqlite")
"""Milliseconds since 1970, UTC."""


def device() -> Column[int]:
    """Return the column of a laptop's number."""
    return Column("device", Integer, ForeignKey("devices.no"), nullable=False)


def plan(*, primary_key: bool = False, nullable: bool = False) -> Column[int]:
    """Return the column of a plan's number."""
    return Column("plan", Integer, ForeignKey("plans.no"), nullable=nullable, primary_key=primary_key)


def table(name: str, *parts: SchemaItem, with_rowid: bool = True) -> Table:
    """Return a table whose columns hold what they say; without rowid it is kept in the order of its key."""
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=with_rowid)
