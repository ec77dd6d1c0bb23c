"""Makes the tables of a new store in one go, without the machinery that old stores need to catch up."""

from __future__ import annotations

from sqlalchemy import Connection, insert

from fsdesk.store import schema, search_tables, triggers


def revision(number: int) -> str:
    """Return the name that migrations give to a schema number."""
    return f"{number:04}"


def make_all(connection: Connection) -> None:
    """Make every table, index and trigger, and note which schema this is."""
    schema.metadata.create_all(connection, checkfirst=False)
    for statements in (search_tables.INDEX, *triggers.BY_TABLE.values()):
        for statement in statements:
            connection.exec_driver_sql(statement)
    connection.execute(insert(schema.alembic_version).values(version_num=revision(schema.NUMBER)))
    set_number(connection, schema.NUMBER)


def number(connection: Connection) -> int:
    """Return the schema number that a store says it has; 0 when none was ever made."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def set_number(connection: Connection, value: int) -> None:
    """Note the schema number, as part of the transaction under way."""
    connection.exec_driver_sql(f"PRAGMA user_version = {int(value)}")
