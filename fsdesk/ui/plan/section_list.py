"""The parts of a plan that can be worked on, with how many ideas the coach has for each."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from fsdesk.ui.look import fonts, icons
from fsdesk.ui.look.tokens import BODY, RADIUS_CONTROL
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words

ANY_DAY = "Leave any of it for another day."
WIDTH = 250  # px at 100 %


class SectionButton(QAbstractButton):
    """One part of the plan: told by shape whether it has words yet, and by number how many ideas there are."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._has_words = False
        self._ideas = 0
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_state(has_words=False, ideas=0)

    def show_state(self, *, has_words: bool, ideas: int) -> None:
        """Whether something is written here, and how many ideas the coach has for it."""
        self._has_words, self._ideas = has_words, ideas
        state = "has words" if has_words else "nothing yet"
        counted = f", {ideas} {'idea' if ideas == 1 else 'ideas'}" if ideas else ""
        self.setAccessibleName(f"{self._title}, {state}{counted}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(worn().px(WIDTH - 17), worn().px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = worn().look, worn().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(QColor(look.control), look.line) if look.line > 1 else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.loch_tint if self.isChecked() else look.raised))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL
            )
        ink = "loch" if self.isChecked() else "text"
        shape = icons.pixmap("circle-dot" if self._has_words else "circle-dashed", ink, 17)
        painter.drawPixmap(QPointF(px(10), (self.height() - px(17)) / 2), shape)
        painter.setPen(QColor(getattr(look, ink)))
        painter.setFont(fonts.text(px(BODY), fonts.STRONG if self.isChecked() else fonts.MEDIUM))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(px(35), 0, self.width() - px(80), self.height()), middle, self._title)
        if self._ideas:
            self._paint_ideas(painter)

    def _paint_ideas(self, painter: QPainter) -> None:
        px = worn().px
        bubble = icons.pixmap("message-circle", "heather", 17)
        painter.drawPixmap(QPointF(self.width() - px(38), (self.height() - px(17)) / 2), bubble)
        painter.setPen(QColor(worn().look.heather))
        painter.setFont(fonts.text(px(14), fonts.BOLD))
        count = QRect(self.width() - px(19), 0, px(16), self.height())
        painter.drawText(count, Qt.AlignmentFlag.AlignVCenter, str(self._ideas))


class SectionList(QFrame):
    """The pane at the left; what is not built yet is not on it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sections")
        self.setAccessibleName("Parts of the plan")
        self.button = SectionButton(title)
        px = worn().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(10), px(8), px(14))
        column.addWidget(self.button)
        column.addStretch(1)
        column.addWidget(words.prose(ANY_DAY, "note", "muted"))
        self.setFocusProxy(self.button)

    def sizeHint(self) -> QSize:
        return QSize(worn().px(WIDTH), super().sizeHint().height())
