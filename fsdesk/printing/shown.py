"""Drawings and photos on paper and in the copy to listen to, the very ones that were kept."""

from __future__ import annotations

import base64
import html
from io import BytesIO
from typing import Any

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from fsdesk.plans.sheet.shown import Shown
from fsdesk.printing.markup import tag
from fsdesk.printing.setting import Setting

_HIGHEST, _HIGHEST_ALONE = 20 * mm, 40 * mm
"""Beside a column of names a plan has six sides for everything; on a page without one there is more room."""
_POINTS_A_PIXEL = 72 / 110
"""A small picture is not blown up: it is printed at 110 dots an inch or finer."""
_LINE = 0.6
_JPEG_MARK = b"\xff\xd8"


class ShownFigure(Flowable):
    """One picture in the column of the words, with a thin line around it; its words are read in its place."""

    def __init__(self, block: Shown, setting: Setting) -> None:
        super().__init__()
        self._block, self._setting = block, setting
        self._image: Any = ImageReader(BytesIO(block.body))
        self.spaceBefore, self.spaceAfter = 4, 8

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size: as large as the column, its height and its pixels allow."""
        wide, high = self._image.getSize()
        room = self._setting.text - 2 * _LINE
        highest = _HIGHEST if self._setting.side else _HIGHEST_ALONE
        scale = min(room / wide, highest / high, _POINTS_A_PIXEL)
        self._wide, self._high = wide * scale, high * scale
        self.width, self.height = self._setting.wide, self._high + 2 * _LINE
        return self.width, self.height

    def draw(self) -> None:
        """Draw it where the words begin."""
        x = self._setting.x(self._setting.side, self._wide)
        with self.canv.figure(self._block.words, self.width, self.height):
            self.canv.drawImage(self._image, x, _LINE, self._wide, self._high)
            self.canv.setLineWidth(_LINE)
            self.canv.rect(x, _LINE, self._wide, self._high)


def as_html(one: Shown) -> str:
    """Return the picture inside the page itself, so that nothing is fetched from anywhere."""
    kind = "image/jpeg" if one.body.startswith(_JPEG_MARK) else "image/png"
    source = f"data:{kind};base64,{base64.b64encode(one.body).decode()}"
    return tag("p", f'<img src="{source}" alt="{html.escape(one.words)}">', class_="shown")
