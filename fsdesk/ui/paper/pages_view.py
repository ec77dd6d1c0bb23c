"""The pages of the very PDF, as they will be on paper: one large, the others small beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.clearing import let_go
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.presenters.paper_sides import PAGE_WIDTH

_SMALL = 92  # px at 100 %
_STEPS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


def pixmap_of(page: Any) -> QPixmap:
    """A page picture (width, height, and three bytes for each of its pixels) as Qt draws it."""
    image = QImage(page.rgb, page.width, page.height, 3 * page.width, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(image.convertToFormat(QImage.Format.Format_RGB32))  # a copy: the bytes may go


class PagesView(QFrame):
    """Page Up and Page Down turn the page. Until a page comes large, its small picture stands in its place."""

    turned = Signal(int)
    left = Signal()
    come_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "backdrop")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pages: list[QPixmap] = []
        self._at = 0
        self._large = _Sheet()
        self._count = words.line("", "note", "muted")
        self._small = QWidget()
        self._small.setProperty("surface", "clear")
        self._small_column = QVBoxLayout(self._small)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._turn)
        self._beside = Scrolled(self._small)
        self._said = words.prose("", "body", "muted")
        self._lay_out()

    def show_pages(self, pages: Sequence[Any]) -> None:
        """These pages, the first of them as the one that is looked at."""
        self._pages = [pixmap_of(page) for page in pages]
        self._said.hide()
        self._fill_beside()
        self._beside.setVisible(len(self._pages) > 1)
        self._look_at(0)
        self._large.show()

    def show_side(self, at: int, page: Any) -> None:
        """This is a page large; nothing changes where another one is looked at by now."""
        if at == self._at and self._pages:
            self._large.show_page(pixmap_of(page))

    def say(self, text: str) -> None:
        """No page, but words about it."""
        self._pages = []
        self._large.forget()
        self._large.hide()
        self._beside.hide()
        self._count.setText("")
        self._said.setText(text)
        self.setAccessibleName(text or "The pages as they will be printed")
        self._said.setVisible(bool(text))

    def _turn(self, at: int) -> None:
        if 0 <= at < len(self._pages) and at != self._at:
            self._look_at(at)
            self.turned.emit(at)

    def _look_at(self, at: int) -> None:
        self._at = at
        self._large.wait_for(self._pages[at])
        said = f"Page {at + 1} of {len(self._pages)}"
        self._count.setText(said)
        self._large.setAccessibleName(said)
        self.setAccessibleName(f"The pages as they will be printed. {said}")
        chosen = self._group.button(at)
        if chosen is not None:
            chosen.setChecked(True)

    def _fill_beside(self) -> None:
        for before in self._group.buttons():
            self._group.removeButton(before)
            self._small_column.removeWidget(before)
            let_go(before)
        for number, page in enumerate(self._pages):
            made = _Small(page, number)
            self._group.addButton(made, number)
            self._small_column.insertWidget(number, made)

    def _lay_out(self) -> None:
        px = worn().px
        self._small_column.setContentsMargins(px(4), px(4), px(10), px(4))
        self._small_column.setSpacing(px(12))
        self._small_column.addStretch(1)
        self._beside.setFixedWidth(px(_SMALL + 30))
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addWidget(self._large, 1)
        left.addWidget(self._said, 1)
        left.addWidget(self._count, 0, Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(24), px(16), px(16))
        row.setSpacing(px(20))
        row.addLayout(left, 1)
        row.addWidget(self._beside)
        self.say("")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._pages:
            self._large.wait_for(self._pages[self._at])
            self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._pages:
            self.come_back.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._turn(self._at + step)


class _Sheet(QWidget):
    """One page, as large as there is room, never blurred by being made larger than it is."""

    def __init__(self) -> None:
        super().__init__()
        self._page, self._widest = QPixmap(), QSize()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_page(self, page: QPixmap) -> None:
        self._page, self._widest = page, page.size()
        self.update()

    def wait_for(self, small: QPixmap) -> None:
        """A page in small stands as large as the page itself will."""
        self._page = small
        self._widest = QSize(PAGE_WIDTH, round(PAGE_WIDTH * small.height() / max(1, small.width())))
        self.update()

    def forget(self) -> None:
        self._page = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._page.size().scaled(self.size() - QSize(2, 2), Qt.AspectRatioMode.KeepAspectRatio)
        size = size.boundedTo(self._widest)
        at = QRectF((self.width() - size.width()) / 2, 1, size.width(), size.height())
        ratio = self.devicePixelRatio()
        sharp = self._page.scaled(
            size * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawPixmap(at, sharp, QRectF(sharp.rect()))
        painter.setPen(QPen(QColor(worn().look.control), 1))
        painter.drawRect(at)


class _Small(QAbstractButton):
    """A page in small, to turn to."""

    def __init__(self, page: QPixmap, number: int) -> None:
        super().__init__()
        self._page = page
        self.setCheckable(True)
        self.setAccessibleName(f"Page {number + 1}")
        self.setToolTip(f"Page {number + 1}")

    def sizeHint(self) -> QSize:
        wide = worn().px(_SMALL)
        return QSize(wide, round(wide * self._page.height() / max(1, self._page.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = worn().look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = self.devicePixelRatio()
        sharp = self._page.scaled(
            self.size() * ratio,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawPixmap(self.rect(), sharp)
        line = 3 if self.isChecked() else 1
        painter.setPen(QPen(QColor(look.loch if self.isChecked() else look.control), line))
        painter.drawRect(QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2))
