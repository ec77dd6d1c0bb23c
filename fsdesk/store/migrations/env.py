"""What Alembic runs: the steps that are missing, inside the transaction that the caller has begun."""

from __future__ import annotations

from alembic import context

from fsdesk.store import schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema.metadata,
    render_as_batch=True,  # SQLite alters a table by making it anew
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
