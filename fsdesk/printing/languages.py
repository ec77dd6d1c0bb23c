"""How a language is set: its fonts first, its letters as large and its lines as far apart as they need (PR-13)."""

from __future__ import annotations

from fsdesk.plans.sheet.packs import Letters
from fsdesk.plans.sheet.phrases import phrases
from fsdesk.plans.sheet.values import Sheet
from fsdesk.printing.styles import Style


def letters_of(sheet: Sheet) -> Letters:
    """Return the letters that a sheet is set in: the reader's choice, or else the usual ones of its language."""
    return phrases(sheet.lang).pack.setting(sheet.letters)


def in_letters(style: Style, letters: Letters, *, is_turned: bool) -> Style:
    """Return a style in these letters: larger, on lines far enough apart, its words lower in the line."""
    size = style.size + letters.larger
    return style._replace(
        size=size,
        leading=max(style.leading + letters.larger, size * letters.leading),
        drop=size * letters.drop,
        fonts=letters.fonts,
        is_turned=is_turned,
    )
