"""A recovery sheet: 32 random bytes on paper, as words or as a block code, with a number that tells which is newest."""

from __future__ import annotations

import enum
import hashlib
import re
from dataclasses import dataclass, field
from datetime import date

from fsdesk.plans import codes
from fsdesk.store import block_code, secret_slots, sheet_words
from fsdesk.store.secret import overwrite

_MARK_SIGNS = 4
_NUMBER = re.compile(r"R-[0-9A-HJKMNP-TV-Z]{4}-\d{2,6}")
_QR = "FSR1"
WORDS_IN_A_GROUP = 4


class Writing(enum.StrEnum):
    """How a sheet is written: in 24 words, or in a block code for people who do not write English."""

    WORDS = "words"
    CODE = "code"


@dataclass(frozen=True)
class Sheet:
    """One sheet. Nothing shows its secret but `parts`; ``replaces`` is the number of the sheet before it, if any."""

    number: str
    writing: Writing
    made_on: date
    secret: bytearray = field(repr=False, compare=False)
    replaces: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The 24 words, or the 18 groups of the block code, in their order."""
        if self.writing is Writing.WORDS:
            return sheet_words.written(self.secret)
        return block_code.written(self.secret)

    @property
    def groups(self) -> tuple[str, ...]:
        """What one may be asked to type back: six rows of four words, or the 18 groups."""
        parts, each = self.parts, WORDS_IN_A_GROUP if self.writing is Writing.WORDS else 1
        return tuple(" ".join(parts[at : at + each]) for at in range(0, len(parts), each))

    @property
    def qr(self) -> str:
        """What the square on the printed sheet holds; every sign of it is one that a QR code packs tightly."""
        return f"{_QR}*{self.number}*{''.join(block_code.written(self.secret))}"

    def wipe(self) -> None:
        """Overwrite the secret; the sheet cannot be shown afterwards."""
        overwrite(self.secret)


def draw(store: str, number: int, writing: Writing, made_on: date, replaces: str = "") -> Sheet:
    """Return a new sheet for a store, with a secret of its own."""
    return Sheet(number_of(store, number), writing, made_on, secret_slots.fresh(), replaces)


def number_of(store: str, number: int) -> str:
    """Return a sheet's number as it stands on it: four signs for the store and the count, as R-K7QM-02."""
    found = int.from_bytes(hashlib.blake2b(store.encode(), digest_size=8, person=b"fsdesk-sheet").digest())
    mark = "".join(codes.SIGNS[found >> 5 * place & 31] for place in range(_MARK_SIGNS))
    return f"R-{mark}-{number:02}"


def count_in(number: str) -> int:
    """Return the count in a sheet's number: 2 in R-K7QM-02; 0 when it is none."""
    return int(number.rpartition("-")[2]) if _NUMBER.fullmatch(number) else 0


def number_in(text: str) -> str:
    """Return the first sheet number that a text names, or nothing."""
    found = _NUMBER.search(text.upper())
    return found[0] if found else ""


def tidy_group(typed: str, writing: Writing) -> str:
    """Return a group that somebody typed in the form that `Sheet.groups` has."""
    if writing is Writing.WORDS:
        return " ".join(sheet_words.tidy(typed).split())
    return block_code.tidy("".join(typed.replace("-", " ").split()))
