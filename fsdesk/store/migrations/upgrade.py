"""Brings an older store to today's schema, every missing step in one transaction. Loads Alembic, so import it late."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from fsdesk.store import schema, tables

HERE = Path(__file__).resolve().parent


def upgrade(connection: Connection, to: int = schema.NUMBER) -> None:
    """Take every step up to schema number `to`, inside the transaction under way on `connection`."""
    command.upgrade(config(connection), tables.revision(to))
    tables.set_number(connection, to)


def config(connection: Connection | None = None) -> Config:
    """Return Alembic's settings, made here so that no file of them can go astray."""
    made = Config(attributes={"connection": connection})
    made.set_main_option("script_location", str(HERE).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    return made
