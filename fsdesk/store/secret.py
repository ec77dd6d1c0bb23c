"""Secrets in memory: held in buffers that are overwritten when they are no longer needed, and in no dump."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from types import TracebackType

KEY_BYTES = 32
_CHECK = b"fsdesk-check"


class Wiped(RuntimeError):
    """A key was asked for after it had been overwritten: a fault of ours, never of a person."""


class DataKey:
    """The 32 random bytes that encrypt one store.

    ``wipe`` overwrites them. Copies that the interpreter and SQLCipher made on the way are beyond reach; the
    security page says so.
    """

    def __init__(self, raw: bytearray) -> None:
        if len(raw) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")
        self._raw = raw

    @classmethod
    def fresh(cls) -> DataKey:
        """Return a new random key."""
        return cls(bytearray(secrets.token_bytes(KEY_BYTES)))

    def __repr__(self) -> str:
        return "DataKey()"

    def __enter__(self) -> DataKey:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.wipe()

    @property
    def raw(self) -> bytearray:
        """The bytes themselves, not a copy. Raises Wiped once they are overwritten."""
        if not self._raw:
            raise Wiped
        return self._raw

    def check(self, store: str) -> bytes:
        """Return 32 bytes by which this key is known again in this store, and which say nothing about it."""
        return hashlib.blake2b(store.encode(), key=self.raw, digest_size=32, person=_CHECK).digest()

    def wipe(self) -> None:
        """Overwrite the key. Safe to call again."""
        overwrite(self._raw)
        self._raw = bytearray()


def overwrite(buffer: bytearray) -> None:
    """Fill a buffer with zeros, in place."""
    buffer[:] = bytes(len(buffer))


def no_core_dumps() -> None:
    """Keep this process's memory out of core files, where the system has such a limit."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
