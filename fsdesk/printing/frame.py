"""The sides of a document: frame, head strip, fold marks, and a footer that knows how many sides there are."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from fsdesk.plans.sheet.values import Sheet
from fsdesk.printing.canvas import TaggedCanvas
from fsdesk.printing.fonts import REGULAR
from fsdesk.printing.headings import Contents, fill_contents
from fsdesk.printing.lines import Row, one_row
from fsdesk.printing.passages import base
from fsdesk.printing.setting import Setting, foot_rows, strip_height, strip_rows
from fsdesk.printing.styles import INK, LEFT, LINE, PAGE, TOP, WIDTH
from fsdesk.printing.tags import NOT_READ, Element

_ABOVE_FOOT = 3.5 * mm
_FOLD = 6 * mm


class PlanCanvas(TaggedCanvas):
    """A canvas that remembers where headings stood, for the contents."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stood: list[tuple[str, int]] = []
        self.entries = 0

    def setFillColor(self, aColor: Color, alpha: float | None = None) -> None:  # noqa: N802, N803 - the canvas's
        """Set the colour of words; set already, it need not be written again."""
        if aColor is not self._fillColorObj:
            super().setFillColor(aColor, alpha)

    def setStrokeColor(self, aColor: Color, alpha: float | None = None) -> None:  # noqa: N802, N803
        """Set the colour of lines in the same way."""
        if aColor is not self._strokeColorObj:
            super().setStrokeColor(aColor, alpha)

    def setLineWidth(self, width: float) -> None:  # noqa: N802
        """Set how thick lines are in the same way."""
        if width != self._lineWidth:
            super().setLineWidth(width)


class PlanDocument(BaseDocTemplate):
    """A document of sides alike; what needs their number is filled in at the end, in one pass."""

    def __init__(self, target: Any, sheet: Sheet, setting: Setting) -> None:
        super().__init__(
            target,
            pagesize=PAGE,
            initialFontName=REGULAR.name,
            initialFontSize=setting.footer.size,
            title=sheet.document_title,
            author="",
            subject="",
            creator="",
            producer="fsdesk",
            keywords="",
            lang=sheet.lang,
            displayDocTitle=True,
            invariant=1,
            pageCompression=1,
        )
        self._sheet, self._setting = sheet, setting
        self._foot, self._strip = foot_rows(sheet, setting), strip_rows(sheet, setting)
        self._sides = 0
        self.root = Element("Document")
        """What a listener hears, once the document is built."""
        frame = Frame(LEFT, setting.bottom, WIDTH, setting.full, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate("side", [frame], onPage=self._furnish))

    def _furnish(self, canvas: PlanCanvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        for x in (0, PAGE[0] - _FOLD):
            canvas.line(x, PAGE[1] / 2, x + _FOLD, PAGE[1] / 2)
        canvas.translate(LEFT, 0)
        self._draw_foot(canvas)
        self._sides = canvas.getPageNumber()
        canvas.doForm(_number_form(self._sides))
        if self._sheet.strip:
            self._draw_strip(canvas)
        canvas.restoreState()

    def _draw_foot(self, canvas: PlanCanvas) -> None:
        setting, y = self._setting, self._setting.bottom - _ABOVE_FOOT
        setting.rule(canvas, 0, WIDTH, y)
        y -= setting.footer.leading - 1
        for row in self._foot:
            setting.draw(canvas, row, 0, y, setting.footer)
            y -= setting.footer.leading

    def _draw_strip(self, canvas: PlanCanvas) -> None:
        setting, top = self._setting, PAGE[1] - TOP
        high = strip_height(self._strip, setting)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(1)
        canvas.roundRect(0, top - high, WIDTH, high, 5)
        for row in self._strip:
            setting.draw(canvas, row, 10, top - base(setting.sub) - 2.2, setting.sub)
            top -= setting.sub.leading
        self._strip = [Row(row, NOT_READ) for row in self._strip]  # heard once

    def _endBuild(self) -> None:  # noqa: N802 - platypus's name
        canvas = self.canv
        sides = self._sides
        self.root = canvas.root
        for side in range(1, sides + 1):
            self._draw_number(canvas, self._numbered(side, sides), side)
        if canvas.entries:
            fill_contents(canvas, [side for _, side in canvas.stood], self._setting)
        super()._endBuild()

    def _numbered(self, side: int, sides: int) -> str:
        number = self._setting.number
        return self._sheet.side.format(side=number(side), sides=number(sides))

    def _draw_number(self, canvas: PlanCanvas, text: str, side: int) -> None:
        """Draw which side this is at the end of the last line of the foot."""
        setting = self._setting
        down = len(self._foot) * setting.footer.leading - 1
        canvas.beginForm(_number_form(side), 0, 0, *PAGE)
        y = setting.bottom - _ABOVE_FOOT - down
        setting.draw_ending(canvas, one_row(text, setting.footer), WIDTH, y, setting.footer)
        canvas.endForm()


def _number_form(side: int) -> str:
    return f"side-{side}"


__all__ = ["Contents", "PlanCanvas", "PlanDocument"]
