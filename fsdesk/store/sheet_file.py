"""A recovery sheet as a text file: written to be printed or copied by hand, read back however it was typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fsdesk.errors import Refused
from fsdesk.store import block_code, sheet, sheet_words
from fsdesk.store.sheet import Sheet, Writing

MOST_BYTES = 64 * 1024
_WIDTH = 14
_FEWEST = 9
"""Words or groups; a text with fewer was never meant as a sheet."""
_ACROSS = {Writing.WORDS: 4, Writing.CODE: 3}
_QR = re.compile(r"FSR1\*(R-[0-9A-Z]{4}-\d{2,6})\*([0-9A-Z]{72})")
_LOOK_AGAIN = "Nothing was changed. Look at the sheet again, sign by sign, and type it once more."


class NotASheet(Refused):
    """A file that holds no recovery sheet."""

    what = "There is no recovery sheet in that file."
    what_next = (
        "It should hold the 24 numbered words, or the 18 groups of four signs, as they stand on the sheet."
    )


class Misread(Refused):
    """A sheet that was copied or typed with a slip; the sentence says where."""

    what = "The recovery sheet is not as it was written."
    what_next = _LOOK_AGAIN


class Typed(NamedTuple):
    """What was read from a sheet: its secret, to be overwritten after use, and its number if it was there."""

    secret: bytearray
    number: str

    def __repr__(self) -> str:
        return f"Typed({self.number!r})"


def written(made: Sheet) -> bytes:
    """Return a sheet as its file holds it."""
    told = "\n".join(
        (
            f"fsdesk recovery sheet {made.number}",
            f"Made on {made.made_on.day} {made.made_on:%B %Y}.{_replaces(made)}",
            "",
            *_WARNING,
            "",
            *_STEPS,
            "",
            "Held by                     Where, and the date              Checked by",
            "",
            "",
            _HOW_TO_READ[made.writing],
            "",
            *_rows(made.parts, _ACROSS[made.writing]),
            "",
            *_USE,
            "",
        )
    )
    return told.encode()


def _replaces(made: Sheet) -> str:
    return f" It replaces sheet {made.replaces}." if made.replaces else ""


_WARNING = (
    "Whoever holds this sheet and this laptop can read every plan in its store.",
    "If it is lost, make a new one today: the old one then stops working here.",
    "Old backups still open with the old one, so remove those too.",
)
_STEPS = (
    "-  Print this page or copy it by hand. Then delete the file.",
    "-  Fold it with the words inside. Put it in an envelope, seal it, sign across the seal.",
    "-  Lock it up in a different building from the laptop. Do not photograph or scan it.",
    "-  Write in the key book who holds it. Two people should know where it is.",
)
_HOW_TO_READ = {
    Writing.WORDS: "Read across. Spelling matters, capitals do not. The last word checks the others.",
    Writing.CODE: "Read across. Capitals do not matter, O is 0, I and L are 1. The last sign of each group checks it.",
}
_USE = (
    "To use it: type the numbered part into a text file, then run",
    "fsdesk store recover --sheet-file FILE",
    "and remove that text file again.",
)


def _rows(parts: Sequence[str], across: int) -> list[str]:
    cells = [f"{place:>2}  {part:<{_WIDTH}}" for place, part in enumerate(parts, start=1)]
    return ["".join(cells[at : at + across]).rstrip() for at in range(0, len(cells), across)]


def read(raw: bytes) -> Typed:
    """Return what a sheet says: a file of ours, what a person typed from paper, or what its square holds.

    Raises NotASheet, and Misread naming the word or group that is not as it was written.
    """
    text = _text(raw)
    square = _QR.search(text.upper())
    if square is not None:
        return Typed(_of_code(_fours(square[2])), square[1])
    parts = _numbered(text) or _plain(text)
    if not parts:
        raise NotASheet
    return Typed(_secret(parts), sheet.number_in(text))


def _text(raw: bytes) -> str:
    kind = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"  # as Windows writes text
    try:
        return raw.decode(kind)
    except UnicodeDecodeError:
        raise NotASheet from None


def _numbered(text: str) -> list[str]:
    """Return the parts that stand behind their numbers, in the order of the numbers."""
    found: dict[int, str] = {}
    for line in text.splitlines():
        tokens = re.sub(r"[.):]", " ", line).split()
        numbers, parts = tokens[::2], tokens[1::2]
        if len(numbers) == len(parts) and all(number.isdigit() and len(number) < 3 for number in numbers):
            found |= {int(number): part for number, part in zip(numbers, parts, strict=True)}
    return _in_order(found)


def _in_order(found: Mapping[int, str]) -> list[str]:
    if not found:
        return []
    for number in range(1, max(found) + 1):
        if number not in found:
            raise Misread(f"Number {number} is missing on that sheet.")
    return [found[number] for number in sorted(found)]


def _plain(text: str) -> list[str]:
    """Return the parts of a text that holds nothing else: words, or groups with spaces or dashes between."""
    tokens = text.replace("-", " ").split()
    if len(tokens) < _FEWEST:
        return []
    if all(token.isalpha() for token in tokens):
        return tokens
    return tokens if all(len(token) == block_code.GROUP_SIGNS for token in tokens) else []


def _secret(parts: Sequence[str]) -> bytearray:
    if all(part.isalpha() for part in parts):
        return _of_words([sheet_words.tidy(part) for part in parts])
    return _of_code([block_code.tidy(part) for part in parts])


def _of_words(words: Sequence[str]) -> bytearray:
    try:
        return sheet_words.read(words)
    except sheet_words.Misspelt as slip:
        raise Misread(_slip("Word", "words", slip.word, len(words), sheet_words.WORDS)) from None


def _of_code(groups: Sequence[str]) -> bytearray:
    try:
        return block_code.read(groups)
    except block_code.Misread as slip:
        raise Misread(_slip("Group", "groups", slip.group, len(groups), block_code.GROUPS)) from None


def _slip(one: str, many: str, place: int, count: int, whole: int) -> str:
    if count != whole:
        return f"A sheet has {whole} {many}, and {count} are there."
    if place:
        return f"{one} {place} is not as any sheet has it."
    return f"All {whole} {many} can be read, and together they do not fit: one of them is another than on the sheet."


def _fours(signs: str) -> list[str]:
    each = block_code.GROUP_SIGNS
    return [signs[at : at + each] for at in range(0, len(signs), each)]
