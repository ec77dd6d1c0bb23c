"""Drawings and photos, each once, found by the hash of its bytes."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, insert, select

from fsdesk.store import picture_gate, schema

_media = schema.media


def hash_of(content: bytes) -> str:
    """Return the BLAKE2b-256 of some bytes as hexadecimal signs, as the plan model names a picture."""
    return hashlib.blake2b(content, digest_size=32).hexdigest()


def put(connection: Connection, content: bytes) -> str:
    """Keep a picture, once, and return its hash. Raises UnfitPicture for one that is not as pictures are kept."""
    name = hash_of(content)
    if not has(connection, name):
        picture_gate.check(content)  # whoever it comes from: nothing that carries more than one sees gets in
        connection.execute(insert(_media).values(hash=name, body=content))
    return name


def take(connection: Connection, content: bytes) -> str:
    """Keep a picture that somebody sent if it is as pictures are kept; return why it is not, or nothing.

    The record that names it stays as it is, and shows its words. An unfit one holds up nothing that came with it.
    """
    try:
        put(connection, content)
    except picture_gate.UnfitPicture as unfit:
        return unfit.what
    return ""


def has(connection: Connection, name: str) -> bool:
    """Say whether a picture is here."""
    return connection.execute(select(_media.c.hash).where(_media.c.hash == name)).scalar() is not None


def get(connection: Connection, name: str) -> bytes | None:
    """Return a picture's bytes, or nothing when it is not here."""
    return connection.execute(select(_media.c.body).where(_media.c.hash == name)).scalar()


def names(connection: Connection) -> list[str]:
    """Return the hash of every picture in the store, sorted."""
    return list(connection.execute(select(_media.c.hash).order_by(_media.c.hash)).scalars())
