"""The sides of a sheet that comes back: the square and the code on each, and corners that help a photo."""

from __future__ import annotations

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate

from fsdesk.plans.sheet.values import Sheet
from fsdesk.printing import square
from fsdesk.printing.frame import PlanCanvas, PlanDocument
from fsdesk.printing.headings import Mark
from fsdesk.printing.lines import one_row, row_width, rows
from fsdesk.printing.passages import base
from fsdesk.printing.pieces import written
from fsdesk.printing.setting import Setting
from fsdesk.printing.styles import BLACK, LEFT, PAGE, WIDTH, Style
from fsdesk.printing.tags import NOT_READ, Element

SIZE = 35 * mm
"""The square with its white edge; 31 mm of it and less are dark."""
_CORNER, _CORNER_AT = 5 * mm, 8 * mm
_HEAD = 21 * mm
"""How much of a later side the square with its code takes."""
_SMALL = 26 * mm
_CODE = Style(16, 20, strong=True)


class ReviewDocument(PlanDocument):
    """A document whose every side says which side it is, for a camera and for a person."""

    def __init__(self, target: Any, sheet: Sheet, setting: Setting) -> None:
        super().__init__(target, sheet, setting)
        low = Frame(LEFT, setting.bottom, WIDTH, setting.full - _HEAD, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate("later", [low], onPage=self._furnish))

    def _furnish(self, canvas: PlanCanvas, document: BaseDocTemplate) -> None:
        super()._furnish(canvas, document)
        canvas.saveState()
        canvas.setFillColor(BLACK)
        for x in (_CORNER_AT, PAGE[0] - _CORNER_AT - _CORNER):
            for y in (_CORNER_AT, PAGE[1] - _CORNER_AT - _CORNER):
                canvas.rect(x, y, _CORNER, _CORNER, stroke=0, fill=1)
        canvas.translate(LEFT, PAGE[1] - self._setting.top)
        side = canvas.getPageNumber()
        self._draw_first(canvas, side) if side == 1 else self._draw_later(canvas, side)
        canvas.restoreState()

    def _draw_first(self, canvas: PlanCanvas, side: int) -> None:
        self._draw_square(canvas, side, SIZE)
        setting, body = self._setting, self._setting.body
        words = [one.replace("{side}", str(side)) for one in self._sheet.code_words]
        y = 3.0
        for at, word in enumerate(words):
            style = _CODE if at == 1 else body
            y -= style.leading
            setting.draw_ending(canvas, one_row(word, style), WIDTH - SIZE, y, style)

    def _draw_later(self, canvas: PlanCanvas, side: int) -> None:
        self._draw_square(canvas, side, _SMALL)
        sub, words = self._setting.sub, self._sheet.code_words
        told = ", ".join(one.replace("{side}", str(side)) for one in words[1:])
        text = f"{words[0]} {told}"
        self._setting.draw(canvas, one_row(text, sub, NOT_READ), 0, -_SMALL / 2, sub)

    def _draw_square(self, canvas: PlanCanvas, side: int, size: float) -> None:
        edge = _edge(size)
        x = self._setting.x(WIDTH - size + edge, size)
        square.draw(canvas, self._sheet.square.replace("{side}", str(side)), x, edge - size, size)


def _edge(size: float) -> float:
    """Return how wide the white edge is, of a square of 25 modules."""
    return size * square.QUIET / (25 + 2 * square.QUIET)


def code_wide(sheet: Sheet) -> float:
    """Return how much of the line the square and its code take on the first side."""
    widest = max(row_width(one_row(one, _CODE), _CODE.size) for one in sheet.code_words)
    return SIZE + widest + 6


class ReviewTitle(Flowable):
    """The title and what to do, beside the square and its code."""

    def __init__(self, sheet: Sheet, setting: Setting) -> None:
        super().__init__()
        self._setting = setting
        room = WIDTH - code_wide(sheet)
        self._title = rows((written(sheet.title),), setting.title, room, Element("H1"))
        self._made = rows(sheet.made, setting.body, room)
        self._mark = Mark("title", sheet.title)
        self.spaceAfter = 4

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
        own = len(self._title) * self._setting.title.leading + len(self._made) * self._setting.body.leading
        self.width, self.height = WIDTH, max(own, SIZE - _edge(SIZE))
        return self.width, self.height

    def draw(self) -> None:
        """Draw the words and write the title into the outline."""
        y = self.height
        for laid, style in ((self._title, self._setting.title), (self._made, self._setting.body)):
            for row in laid:
                self._setting.draw(self.canv, row, 0, y - base(style), style)
                y -= style.leading
        self._mark.drawOn(self.canv, 0, self.height)


def head(sheet: Sheet, setting: Setting) -> list[Flowable]:
    """Return what stands at the head of the first side; later sides begin lower, below their square."""
    return [NextPageTemplate("later"), ReviewTitle(sheet, setting)]
