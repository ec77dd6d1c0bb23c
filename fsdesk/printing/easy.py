"""The rows of easy read: a picture of 26.5 mm before one or two short sentences; at most seven on a side."""

from __future__ import annotations

from reportlab.platypus import Flowable

from fsdesk.plans.sheet.easy_rows import EasyRow, EasyRows
from fsdesk.printing import pictograms
from fsdesk.printing.easy_pictures import PATHS
from fsdesk.printing.lines import rows
from fsdesk.printing.passages import base
from fsdesk.printing.setting import Setting
from fsdesk.printing.styles import INK, WIDTH

PICTURE = 75.1
"""26.5 mm."""
PITCH = 94.0
"""A side holds seven rows under a heading and never eight."""
_WORDS = 130.0


def easy_rows(block: EasyRows, setting: Setting) -> list[Flowable]:
    """Return the rows."""
    return [EasyRowFigure(one, setting) for one in block.rows]


class EasyRowFigure(Flowable):
    """One picture with its words beside it, both at the same height."""

    def __init__(self, row: EasyRow, setting: Setting) -> None:
        super().__init__()
        self._picture, self._setting = row.picture, setting
        self._rows = [laid for line in row.lines for laid in rows(line, setting.body, WIDTH - _WORDS)]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
        words = len(self._rows) * self._setting.body.leading
        self.width, self.height = WIDTH, max(PITCH, words + 10)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the picture, then the words beside its middle."""
        setting, body = self._setting, self._setting.body
        low = (self.height - PICTURE) / 2
        x = setting.x(4, PICTURE)
        pictograms.draw_path(self.canv, PATHS[self._picture], x, low, PICTURE, INK, 3.4)
        top = self.height / 2 + len(self._rows) * body.leading / 2
        for at, row in enumerate(self._rows):
            setting.draw(self.canv, row, _WORDS, top - base(body) - at * body.leading - 2, body)
