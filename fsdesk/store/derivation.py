"""How a passphrase becomes a key: Argon2id (RFC 9106), as dear as this computer bears, within bounds when read back."""

from __future__ import annotations

import time
from collections.abc import Callable

import msgspec

from fsdesk.store.refusals import Damaged

NAME = "argon2id"
SALT_BYTES = 16
KEY_BYTES = 32
_MOST_MEMORY_KIB = 1024 * 1024
_MOST_PASSES = 64
_MOST_LANES = 16
_MOST_WORK_KIB = 4 * 1024 * 1024
"""Memory times passes: about twenty seconds on a slow laptop; anything beyond was written to hold someone up."""
_MOST_CALIBRATED_PASSES = 12
_TARGET_SECONDS = 0.8
"""Under the second that people bear, because a laptop is slower on battery than when it was measured."""


class AbsurdDerivation(Damaged):
    """The keys ask for work that no fsdesk ever asked for; it is not begun."""

    what = "The key file of this store asks for more work than any fsdesk would, so it was not opened."


class Derivation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The cost of one derivation. The defaults are the floor that every store made in earnest has.

    64 MiB, 3 passes and 4 lanes are the second recommended option of RFC 9106 section 4. Tests may pass less.
    """

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def check(self) -> None:
        """Raise AbsurdDerivation unless the cost lies within what this program would ever write."""
        within = 1 <= self.lanes <= _MOST_LANES and 1 <= self.passes <= _MOST_PASSES
        within = within and 8 * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
        if not within or self.memory_kib * self.passes > _MOST_WORK_KIB:
            raise AbsurdDerivation

    def derive(self, passphrase: bytearray, salt: bytes) -> bytearray:
        """Return 32 bytes made from a passphrase, to be overwritten after use. Raises AbsurdDerivation."""
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

        self.check()
        key = bytearray(KEY_BYTES)
        Argon2id(
            salt=salt,
            length=KEY_BYTES,
            iterations=self.passes,
            lanes=self.lanes,
            memory_cost=self.memory_kib,
        ).derive_into(passphrase, key)  # type: ignore[arg-type] # any buffer will do; its types say bytes
        return key


FLOOR = Derivation()


def calibrated(seconds_of: Callable[[Derivation], float] | None = None) -> Derivation:
    """Return the floor with as many passes as this computer does in about a second, at most 12.

    Passes grow and memory does not: an old laptop has 4 GB, and an import has its own limit of memory.
    """
    seconds = (seconds_of or _seconds)(FLOOR)
    bearable = int(FLOOR.passes * _TARGET_SECONDS / max(seconds, 0.001))
    passes = max(FLOOR.passes, min(bearable, _MOST_CALIBRATED_PASSES))
    return Derivation(FLOOR.memory_kib, passes, FLOOR.lanes)


def _seconds(derivation: Derivation) -> float:
    began = time.perf_counter()
    derivation.derive(bytearray(b"how long does this take"), bytes(SALT_BYTES))
    return time.perf_counter() - began
