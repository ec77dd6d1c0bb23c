"""The data key of a store as a text file, so that its database opens without anything of ours."""

from __future__ import annotations

from fsdesk.store import unlocking
from fsdesk.store.keyfile import Keys

FORMAT = "fsdesk-data-key"
VERSION = 1


def written(keys: Keys, passphrase: str) -> bytes:
    """Return the file: lines of `name: value`, what it says to people behind “#”.

    ``key`` is the raw SQLCipher 4 key of the store's store.db, 64 hexadecimal signs. Raises WrongPassphrase.
    """
    with unlocking.unlock(keys, passphrase) as key:
        lines = (
            *(f"# {line}" for line in _TOLD),
            f"format: {FORMAT}",
            f"version: {VERSION}",
            f"store: {keys.store}",
            "cipher: SQLCipher 4, raw key, its other settings as they are by default",
            f"key: {key.raw.hex()}",
        )
        return ("\n".join(lines) + "\n").encode()


_TOLD = (
    "Whoever has this file and store.db can read every plan in the store, without any passphrase.",
    "Keep it where keys are kept, apart from the laptop, or remove it.",
    "It opens this store and its backups until the lock is changed (fsdesk store change-lock).",
    "To open store.db with SQLCipher 4: give  PRAGMA key = \"x'KEY'\";  first, KEY being the 64 signs below.",
)
