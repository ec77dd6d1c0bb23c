"""The parts of a plan that can be worked on, with how many ideas the coach has for each."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget

from fsdesk.ui.look import fonts, icons
from fsdesk.ui.look.tokens import BODY, RADIUS_CONTROL
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.presenters.plan_parts import PartLine

ANY_ORDER = "Do them in any order. Leave any for another day."
WIDTH = 250  # px at 100 %


class SectionButton(QAbstractButton):
    """One part of the plan: told by shape whether it has words yet, and by number how many ideas there are."""

    def __init__(self, part: PartLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_part(part)

    def show_part(self, part: PartLine) -> None:
        """Whether something is written here, and how many ideas the coach has for it."""
        self.part = part
        self.setAccessibleName(part.name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(worn().px(WIDTH - 17), worn().px(40 if self._is_one_line() else 50))

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
        shape = icons.pixmap(self.part.icon, self._shape_ink(ink), 17)
        painter.drawPixmap(QPointF(px(10), (self.height() - px(17)) / 2), shape)
        painter.setPen(QColor(getattr(look, ink)))
        painter.setFont(fonts.text(px(BODY), fonts.STRONG if self.isChecked() else fonts.MEDIUM))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRect(px(35), 0, self._room(), self.height()), middle, self.part.title)
        if self.part.ideas:
            self._paint_ideas(painter)

    def _shape_ink(self, ink: str) -> str:
        return "moss" if self.part.has_words and not self.isChecked() else ink

    def _room(self) -> int:
        """How wide the title may be."""
        return max(1, self.width() - worn().px(80 if self.part.ideas else 39))

    def _is_one_line(self) -> bool:
        font = fonts.text(worn().px(BODY), fonts.STRONG)
        return QFontMetrics(font).horizontalAdvance(self.part.title) <= self._room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _paint_ideas(self, painter: QPainter) -> None:
        px = worn().px
        bubble = icons.pixmap("message-circle", "heather", 17)
        painter.drawPixmap(QPointF(self.width() - px(38), (self.height() - px(17)) / 2), bubble)
        painter.setPen(QColor(worn().look.heather))
        painter.setFont(fonts.text(px(14), fonts.BOLD))
        count = QRect(self.width() - px(19), 0, px(16), self.height())
        painter.drawText(count, Qt.AlignmentFlag.AlignVCenter, str(self.part.ideas))


class SectionList(Begins, QFrame):
    """The pane at the left: every part in its order, the open one chosen; ``asked`` carries a part's key."""

    asked = Signal(str)

    def __init__(self, parts: tuple[PartLine, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sections")
        self.setAccessibleName("Parts of the plan")
        self._group = QButtonGroup(self)
        self.buttons = {part.key: self._button(part) for part in parts}
        px = worn().px
        panel = QWidget()
        panel.setProperty("surface", "clear")
        column = QVBoxLayout(panel)
        column.setContentsMargins(px(8), px(10), px(8), px(14))
        column.setSpacing(px(1))
        for made in self.buttons.values():
            column.addWidget(made)
        column.addStretch(1)
        column.addWidget(words.prose(ANY_ORDER, "note", "muted"))
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(Scrolled(panel))

    def show_parts(self, parts: tuple[PartLine, ...], now: str) -> None:
        """The parts say this, and this one is open."""
        for part in parts:
            self.buttons[part.key].show_part(part)
        if now in self.buttons:
            self.buttons[now].setChecked(True)
            self.setFocusProxy(self.buttons[now])

    def _button(self, part: PartLine) -> SectionButton:
        made = SectionButton(part)
        self._group.addButton(made)
        made.clicked.connect(lambda: self.asked.emit(made.part.key))
        return made

    def sizeHint(self) -> QSize:
        return QSize(worn().px(WIDTH), super().sizeHint().height())
