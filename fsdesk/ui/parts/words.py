"""Labels for words: plain text always, in one of the roles of the style sheet."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

from fsdesk.ui.look import fonts
from fsdesk.ui.look.tokens import LINE_HEIGHT
from fsdesk.ui.parts.code_points import to_units

_UNBROKEN = 100_000.0  # px: wider than any line that is one piece
_MOST_SIZES = 16


def line(text: str, words: str = "body", ink: str = "", parent: QWidget | None = None) -> QLabel:
    """One line of words in a role (``words``) and an ink of the style sheet."""
    return _in_role(QLabel(parent), text, words, ink)


def prose(text: str, words: str = "body", ink: str = "", parent: QWidget | None = None) -> Prose:
    """Words that wrap, 1.4 lines apart, in a role (``words``) and an ink of the style sheet."""
    made = Prose(parent)
    _in_role(made, text, words, ink)
    return made


def key(keys: str, parent: QWidget | None = None) -> QLabel:
    """A key as it stands on the keyboard, beside what it does."""
    made = _in_role(QLabel(parent), keys, "key", "")
    made.setIndent(0)  # a label with a frame would otherwise stand half a letter in
    return made


def _in_role(label: QLabel, text: str, words: str, ink: str) -> QLabel:
    label.setTextFormat(Qt.TextFormat.PlainText)  # a family may write <b>, and means it
    label.setProperty("words", words)
    label.setProperty("ink", ink)
    label.setText(text)
    return label


class Prose(QLabel):
    """A label whose lines stand 1.4 em apart, which a style sheet cannot ask for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strong = 0
        self._sizes: dict[float, tuple[float, float]] = {}
        self._sizes_of: tuple[str, str, int] = ("", "", 0)
        self.setWordWrap(True)

    def say(self, strong: str, rest: str) -> None:
        """The words begin with some that are stronger than the others."""
        self._strong = to_units(strong, len(strong))
        self.setText(f"{strong} {rest}")

    def _size(self, width: float) -> tuple[float, float]:
        """How wide and how high the lines for this width are; a layout asks for the same few again and again."""
        of = (self.text(), self.font().key(), self._strong)
        if of != self._sizes_of or len(self._sizes) > _MOST_SIZES:
            self._sizes, self._sizes_of = {}, of
        if width not in self._sizes:
            self._sizes[width] = self._laid_out(width)[1:]
        return self._sizes[width]

    def _laid_out(self, width: float) -> tuple[QTextLayout, float, float]:
        """The lines for this width, and how wide and how high they are together."""
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font(), self)
        layout.setTextOption(option)
        if self._strong:
            layout.setFormats([self._strong_range()])
        spacing = round(self.fontInfo().pixelSize() * LINE_HEIGHT)
        wide = top = 0.0
        layout.beginLayout()
        while (row := layout.createLine()).isValid():
            row.setLineWidth(width)
            row.setPosition(QPointF(0, top + (spacing - row.height()) / 2))
            top += spacing
            wide = max(wide, row.naturalTextWidth())
        layout.endLayout()
        return layout, wide, top

    def _strong_range(self) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start, found.length = 0, self._strong
        drawn = QTextCharFormat()
        drawn.setFontWeight(fonts.STRONG)
        found.format = drawn
        return found

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._size(max(width, 1))[1])

    def sizeHint(self) -> QSize:
        wide, high = self._size(_UNBROKEN)
        return QSize(ceil(wide), round(high))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, round(self._size(_UNBROKEN)[1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout, _, height = self._laid_out(self.width())
        centred = bool(self.alignment() & Qt.AlignmentFlag.AlignVCenter)
        layout.draw(painter, QPointF(0, max(0.0, (self.height() - height) / 2) if centred else 0))
