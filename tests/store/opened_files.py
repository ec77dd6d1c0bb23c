"""The files of a store's folder opened with its key, byte by byte: what anybody who has the key could find in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from fsdesk.store import erasure_list, keyfile, unlocking
from fsdesk.store import folder as folder_
from tests.store.stores import PASSPHRASE

PAGE, SALT, IV, RESERVED = 4096, 16, 16, 80
WAL_HEADER, FRAME_HEADER = 32, 24


def contents_of(folder: Path, passphrase: str = PASSPHRASE) -> bytes:
    """Everything in a store's folder but its backups: each page of the database and of its log decrypted."""
    keys = keyfile.read(folder, folder_.salt(folder)).keys
    with unlocking.unlock(keys, passphrase) as key:
        raw = bytes(key.raw)
        listed = repr(erasure_list.read(folder, key, keys.store)).encode()
    found = [listed, *_pages((folder / "store.db").read_bytes(), raw)]
    log = folder / "store.db-wal"
    if log.exists():
        found += _frames(log.read_bytes(), raw)
    others = (path for path in folder.iterdir() if path.is_file() and not path.name.startswith("store.db"))
    return b"\0".join([*found, *(path.read_bytes() for path in others)])


def _pages(data: bytes, key: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), PAGE):
        yield _opened(data[start : start + PAGE], key, SALT if start == 0 else 0)


def _frames(data: bytes, key: bytes) -> Iterator[bytes]:
    """Every frame in the log, also those that no longer count."""
    size = FRAME_HEADER + PAGE
    for start in range(WAL_HEADER, len(data) - size + 1, size):
        number = int.from_bytes(data[start : start + 4], "big")
        page = data[start + FRAME_HEADER : start + size]
        yield _opened(page, key, SALT if number == 1 else 0)


def _opened(page: bytes, key: bytes, salt: int) -> bytes:
    iv = page[PAGE - RESERVED : PAGE - RESERVED + IV]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return decryptor.update(page[salt : PAGE - RESERVED]) + decryptor.finalize()
