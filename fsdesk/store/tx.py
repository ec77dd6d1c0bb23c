"""What a transaction is called outside the store, so that nobody else has to know of SQL."""

from __future__ import annotations

from sqlalchemy import Connection as Tx

__all__ = ["Tx"]
