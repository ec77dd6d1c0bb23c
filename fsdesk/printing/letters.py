"""The look at every letter before anything is drawn: never an empty box, never words turned round."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from fsdesk.errors import Refused
from fsdesk.plans.sheet.phrases import phrases
from fsdesk.plans.sheet.values import Key, Sheet, texts
from fsdesk.printing.fonts import can_set, is_unseen


class CannotSet(Refused):
    """Some letters cannot be printed as they should be; nothing was printed."""

    what_next = "Nothing was printed. Add the same in letters that these pages know, beside what was said."


class UnseenSign(Refused):
    """A text holds a sign that cannot be seen; nothing was printed."""

    what_next = "Nothing was printed. Type that part again, then print."


def check(sheet: Sheet) -> None:
    """Raise CannotSet or UnseenSign, naming the kind of part and not its words, unless every letter can be drawn."""
    for kind, text in _every_text(sheet):
        for sign in set(composed(text)):
            if not can_set(sign):
                raise _refusal(kind, sign)


def composed(text: str) -> str:
    """Return the text with letter and accent in one sign where there is one: fonts draw that best."""
    return unicodedata.normalize("NFC", text)


def _refusal(kind: str, sign: str) -> Refused:
    name = phrases("en").text(f"kinds.{kind}")
    if is_unseen(sign):
        return UnseenSign(f"A sign that cannot be seen stands in {name}.")
    return CannotSet(f"These pages cannot yet set all the letters of {name}.")


def _every_text(sheet: Sheet) -> Iterator[tuple[str, str]]:
    opening = (sheet.title, sheet.strip, sheet.made, sheet.box, sheet.older, sheet.contents, sheet.footer)
    yield from ((str(Key.OPENING), text) for text in texts(opening))
    for section in sheet.sections:
        yield from ((str(section.key), text) for text in texts(section))
    yield from (("public", text) for text in _public(sheet))


def _public(sheet: Sheet) -> Iterable[str]:
    return texts(sheet.last)
