"""The dashed strip on top of a page whose fixed words no native speaker has read yet: it says so in both languages."""

from __future__ import annotations

from reportlab.platypus import Flowable

from fsdesk.plans.sheet.values import Sheet
from fsdesk.printing.lines import rows
from fsdesk.printing.passages import base
from fsdesk.printing.setting import Setting
from fsdesk.printing.styles import INK, WIDTH
from fsdesk.printing.tags import Element

_INSIDE = 10.0


class UncheckedStrip(Flowable):
    """A dashed box with the sentence in the page's language, then in English."""

    def __init__(self, sheet: Sheet, setting: Setting) -> None:
        super().__init__()
        self._setting = setting
        self._rows = [
            row
            for line in sheet.unchecked
            for row in rows(line, setting.body, WIDTH - 2 * _INSIDE, Element("P"))
        ]
        self.spaceAfter = 8

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
        self.width, self.height = WIDTH, len(self._rows) * self._setting.body.leading + 1.2 * _INSIDE
        return self.width, self.height

    def draw(self) -> None:
        """Draw the box and the words."""
        setting, body = self._setting, self._setting.body
        self.canv.saveState()
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1)
        self.canv.setDash([4, 3])
        self.canv.roundRect(0, 0, WIDTH, self.height, 6)
        self.canv.restoreState()
        y = self.height - 0.6 * _INSIDE
        for row in self._rows:
            setting.draw(self.canv, row, _INSIDE, y - base(body), body)
            y -= body.leading


def unchecked(sheet: Sheet, setting: Setting) -> list[Flowable]:
    """Return the strip, or nothing for a page whose words somebody has read."""
    return [UncheckedStrip(sheet, setting)] if sheet.unchecked else []
