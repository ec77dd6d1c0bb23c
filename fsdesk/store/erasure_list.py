"""The list of erasures beside a store, sealed with its key: what a restore of an older backup has to keep to."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from fsdesk.store import durable
from fsdesk.store.erasing import Erasure
from fsdesk.store.secret import DataKey

NAME = "carried.bin"
_MARK = b"fsdesk-carried-1\0"
_PERSON = b"fsdesk-carried"
_NONCE_BYTES = 12
_LENGTH_BYTES = 4
_MOST_BYTES = 64 * 1024 * 1024
_BLOCK = 4096
"""Padded to multiples of this, so that the size of the file does not count the families in it."""

_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_decode = msgspec.msgpack.Decoder(tuple[Erasure, ...]).decode


def write(folder: Path, key: DataKey, store: str, erasures: Iterable[Erasure]) -> None:
    """Keep a list in a folder, whole or not at all; one that says the same already stays. Raises OSError.

    Nobody without the data key can tell which plans are on it, or of how few.
    """
    told = tuple(sorted(erasures, key=lambda one: one.plan))
    if told and told != read(folder, key, store):
        durable.write(_sealed(key, store, _encode(told)), folder / NAME)


def _sealed(key: DataKey, store: str, body: bytes) -> bytes:
    framed = len(body).to_bytes(_LENGTH_BYTES, "big") + body
    nonce = secrets.token_bytes(_NONCE_BYTES)
    padded = framed.ljust(-(-len(framed) // _BLOCK) * _BLOCK, b"\0")
    return _MARK + nonce + _cipher(key).encrypt(nonce, padded, _MARK + store.encode())


def read(folder: Path, key: DataKey, store: str) -> tuple[Erasure, ...]:
    """Return the list in a folder; nothing when there is none, or none that is whole and under this key."""
    with contextlib.suppress(OSError, InvalidTag, msgspec.DecodeError, ValueError):
        path = folder / NAME
        if path.stat().st_size <= _MOST_BYTES:
            return _opened(key, store, path.read_bytes())
    return ()


def _opened(key: DataKey, store: str, data: bytes) -> tuple[Erasure, ...]:
    mark, nonce = data[: len(_MARK)], data[len(_MARK) : len(_MARK) + _NONCE_BYTES]
    if mark != _MARK:
        raise ValueError("not a list of erasures")
    padded = _cipher(key).decrypt(nonce, data[len(_MARK) + _NONCE_BYTES :], _MARK + store.encode())
    length = int.from_bytes(padded[:_LENGTH_BYTES], "big")
    return _decode(padded[_LENGTH_BYTES : _LENGTH_BYTES + length])


def _cipher(key: DataKey) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(hashlib.blake2b(b"", key=key.raw, digest_size=32, person=_PERSON).digest())


def together(*lists: Iterable[Erasure]) -> tuple[Erasure, ...]:
    """Return several lists as one: of each plan what happened last."""
    latest: dict[str, Erasure] = {}
    for one in (one for told in lists for one in told):
        known = latest.get(one.plan)
        if known is None or one.turn > known.turn:
            latest[one.plan] = one
    return tuple(latest[plan] for plan in sorted(latest))


def last_at(erasures: Iterable[Erasure]) -> datetime | None:
    """Return when a plan was last erased that is erased still; nothing when none is."""
    moments = [one.since for one in erasures if one.holds]
    return datetime.fromtimestamp(max(moments) / 1000, UTC) if moments else None


def near(backup: Path) -> tuple[Path, ...]:
    """Return the folders in which the list of a backup's store may lie: with the backups, and with their store."""
    return backup, backup.parent, backup.parent.parent
