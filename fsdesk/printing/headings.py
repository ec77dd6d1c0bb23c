"""Headings with their rule and picture, written into the outline; headings inside a section; the contents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from fsdesk.plans.sheet.values import Key, Run, Sheet
from fsdesk.printing import pictograms
from fsdesk.printing.containers import begun
from fsdesk.printing.lines import Row, draw_row, has_word_wider, one_row, row_width, rows
from fsdesk.printing.passages import Passage, base
from fsdesk.printing.styles import BODY, DEEP, HEADING, MADE, SIDE, SUB, TEXT, TITLE, WIDTH, full_height

_TITLE = "title"
_PICTURE = 28.0
_BIG_PICTURE = 54.0
_ABOVE_RULE = 4.0
_BELOW_RULE = 7.0


class Mark(Flowable):
    """A place in the outline, and for a section in the contents; it takes no room."""

    def __init__(self, place: str, text: str) -> None:
        super().__init__()
        self._place, self._text = place, text
        self.width = self.height = 0

    def draw(self) -> None:
        """Write the place into the outline."""
        self.canv.bookmarkPage(self._place)
        self.canv.addOutlineEntry(self._text, self._place, 0)
        if self._place != _TITLE:
            self.canv.stood.append((self._text, self.canv.getPageNumber()))


class Heading(Flowable):
    """The heading of a section: rule, picture, words; it stands in the outline and in the contents."""

    def __init__(self, key: Key, text: str, number: int) -> None:
        super().__init__()
        self._key, self._text = key, text
        self._mark = Mark(f"part-{number}", text)
        self._rows = rows((Run(text=text),), HEADING, TEXT)
        self.spaceAfter = HEADING.after

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
        words = len(self._rows) * HEADING.leading
        self.width, self.height = WIDTH, _ABOVE_RULE + _BELOW_RULE + max(words, _PICTURE)
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Return nothing, which moves it to the next side; bare words when no side can hold them."""
        if self.height <= full_height(True):
            return []
        parts = begun(
            [Passage((Run(text=self._text),), HEADING, left=0, wide=WIDTH)], availWidth, availHeight
        )
        return [self._mark, *parts] if parts else []

    def draw(self) -> None:
        """Draw it and write it into the outline."""
        top = self.height - _ABOVE_RULE
        self.canv.setStrokeColor(DEEP)
        self.canv.setLineWidth(1.6)
        self.canv.line(0, top, WIDTH, top)
        top -= _BELOW_RULE
        pictograms.draw(self.canv, self._key, 0, top - _PICTURE, _PICTURE)
        down = max(0.0, (_PICTURE - len(self._rows) * HEADING.leading) / 2)
        for at, row in enumerate(self._rows):
            draw_row(self.canv, row, SIDE, top - down - base(HEADING) - at * HEADING.leading, HEADING)
        self._mark.drawOn(self.canv, 0, top)


class SubHeading(Passage):
    """A heading inside a section."""

    def __init__(self, text: str) -> None:
        super().__init__((Run(text=text),), SUB)
        self.spaceBefore = 4


class Title(Flowable):
    """The title of the document with who made it, beside the family's picture."""

    _LEFT = _BIG_PICTURE + 14

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._title = rows((Run(text=sheet.title),), TITLE, WIDTH - self._LEFT)
        wide = has_word_wider(sheet.made, MADE, WIDTH - self._LEFT)
        self._made_left = 0.0 if wide else self._LEFT
        self._made = rows(sheet.made, MADE, WIDTH - self._made_left)
        self._mark = Mark(_TITLE, sheet.title)
        self.spaceAfter = MADE.after

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        made = len(self._made) * MADE.leading
        beside = made if self._made_left else 0.0
        self._upper = max(len(self._title) * TITLE.leading + TITLE.after + beside, _BIG_PICTURE)
        self.width, self.height = WIDTH, self._upper + made - beside
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Return bare words: a title that no side can hold runs on over the next."""
        title = Passage((Run(text=self._sheet.title),), TITLE, left=0, wide=WIDTH)
        parts = begun([title, Passage(self._sheet.made, MADE, left=0, wide=WIDTH)], availWidth, availHeight)
        return [self._mark, *parts] if parts else []

    def draw(self) -> None:
        """Draw it and write it first into the outline."""
        pictograms.draw(self.canv, Key.OPENING, 2, self.height - _BIG_PICTURE - 2, _BIG_PICTURE)
        y = self.height
        for row in self._title:
            draw_row(self.canv, row, self._LEFT, y - base(TITLE) * 0.9, TITLE)
            y -= TITLE.leading
        y = y - TITLE.after if self._made_left else self.height - self._upper
        for row in self._made:
            draw_row(self.canv, row, self._made_left, y - base(MADE), MADE)
            y -= MADE.leading
        self._mark.drawOn(self.canv, 0, self.height)


class Entry(NamedTuple):
    """A heading of the contents and the side it stands on."""

    text: str
    side: int


class Contents(Flowable):
    """The list of headings; their sides are known only at the end, so it is drawn then, into this place."""

    FORM = "contents"

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__()
        self._rows = sum(len(_entry_rows(text)) for text in headings)
        self.spaceAfter = BODY.after

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        self.width, self.height = WIDTH, self._rows * BODY.leading
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Return nothing, which moves it to the next side; a list that no side can hold is left out."""
        return [Spacer(0, 0)] if self.height > full_height(True) else []

    def draw(self) -> None:
        """Leave the place; `draw_contents` fills it when every side is known."""
        self.canv.contents_height = self.height
        self.canv.doForm(self.FORM)


def _entry_rows(text: str) -> list[Row]:
    return rows((Run(text=text),), BODY, TEXT - 40)


def draw_contents(canvas: Canvas, height: float, entries: Sequence[Entry]) -> None:
    """Fill the place of the contents with each heading and its side."""
    canvas.beginForm(Contents.FORM, 0, 0, WIDTH, height)
    y = height
    for entry in entries:
        number = one_row(str(entry.side), BODY)
        for row in _entry_rows(entry.text):
            draw_row(canvas, row, SIDE, y - base(BODY), BODY)
            y -= BODY.leading
        draw_row(canvas, number, WIDTH - row_width(number, BODY.size), y + BODY.leading - base(BODY), BODY)
    canvas.endForm()
