"""Drawings and photos, each once, found by the hash of its bytes."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, insert, select

from fsdesk.store import schema

_media = schema.media


def hash_of(content: bytes) -> str:
    """Return the BLAKE2b-256 of some bytes as hexadecimal signs, as the plan model names a picture."""
    return hashlib.blake2b(content, digest_size=32).hexdigest()


def put(connection: Connection, content: bytes) -> str:
    """Keep a picture, once, and return its hash."""
    name = hash_of(content)
    if not has(connection, name):
        connection.execute(insert(_media).values(hash=name, body=content))
    return name


def has(connection: Connection, name: str) -> bool:
    """Say whether a picture is here."""
    return connection.execute(select(_media.c.hash).where(_media.c.hash == name)).scalar() is not None


def get(connection: Connection, name: str) -> bytes | None:
    """Return a picture's bytes, or nothing when it is not here."""
    return connection.execute(select(_media.c.body).where(_media.c.hash == name)).scalar()
