"""A sentence with the words that are new in it in heather, as plain text that is never read as markup."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from fsdesk.ui.look import fonts
from fsdesk.ui.look.tokens import BODY, LINE_HEIGHT
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.code_points import to_units


class RewordedLine(QWidget):
    """Wraps; its height follows its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[tuple[str, bool], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_runs(self, runs: Sequence[tuple[str, bool]]) -> None:
        """The sentence is made of these pieces; those that are new in it are told so."""
        self._runs = tuple(runs)
        self.setAccessibleName("".join(text for text, _ in self._runs).strip())
        self.updateGeometry()
        self.update()

    def _laid_out(self, wide: int) -> tuple[QTextLayout, float]:
        whole = "".join(text for text, _ in self._runs).replace("\n", " ")
        layout = QTextLayout(whole, fonts.text(worn().px(BODY)), self)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._marked())
        spacing, top = round(worn().px(BODY) * LINE_HEIGHT), 0.0
        layout.beginLayout()
        while (row := layout.createLine()).isValid():
            row.setLineWidth(max(1, wide))
            row.setPosition(QPointF(0, top + (spacing - row.height()) / 2))
            top += spacing
        layout.endLayout()
        return layout, top

    def _marked(self) -> list[QTextLayout.FormatRange]:
        """The new pieces, in heather and strong."""
        found, at = [], 0
        for text, is_new in self._runs:
            units = to_units(text, len(text))
            if is_new:
                found.append(_drawn(at, units))
            at += units
        return found

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width)[1])

    def sizeHint(self) -> QSize:
        return QSize(worn().px(200), self.heightForWidth(worn().px(200)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(worn().look.text))
        layout, high = self._laid_out(self.width())
        layout.draw(painter, QPointF(0, max(0.0, (self.height() - high) / 2)))


def _drawn(start: int, length: int) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = start, length
    drawn = QTextCharFormat()
    drawn.setForeground(QColor(worn().look.heather))
    drawn.setFontWeight(fonts.STRONG)
    marked.format = drawn
    return marked
