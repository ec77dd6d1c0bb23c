"""The lists of the library as a tree: a list, and its principles below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from fsdesk.ui.look import fonts
from fsdesk.ui.look.tokens import BODY
from fsdesk.ui.look.worn import worn
from fsdesk.ui.presenters.library import Shelf

Index = QModelIndex | QPersistentModelIndex
_ID = Qt.ItemDataRole.UserRole
_IN, _END, _ABOVE, _LEAST = 6, 10, 7, 36  # px at 100 %
_FLAGS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class Shelves(QTreeView):
    """Up and Down choose, Left and Right close and open a list, Enter goes to what is said of the chosen one."""

    chosen = Signal(str)
    entered = Signal()
    pressed_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(_Titles(self))
        self.setAccessibleName("Lists of principles")
        self.setHeaderHidden(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIndentation(worn().px(18))
        self.clicked.connect(lambda _: self.pressed_on.emit())

    def show_shelves(self, shelves: Sequence[Shelf]) -> None:
        """These lists can be chosen from, each of them open."""
        chosen = self.currentIndex().data(_ID)
        self.blockSignals(True)
        self._items.clear()
        for shelf in shelves:
            head = _item(shelf.id, shelf.title, f"{shelf.title}, {len(shelf.pages)}")
            for page in shelf.pages:
                head.appendRow(_item(page.id, page.title, page.title))
            self._items.appendRow(head)
        self.expandAll()
        self.blockSignals(False)
        self.show_chosen(chosen or "")

    def show_chosen(self, page: str) -> None:
        """This page is the chosen one, where it can be chosen from now."""
        index = self._index_of(page)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)

    def step(self, by: int) -> None:
        """The page after the chosen one is chosen, or before it."""
        index = self.currentIndex()
        for _ in range(abs(by)):
            following = self.indexBelow(index) if by > 0 else self.indexAbove(index)
            index = following if following.isValid() else index
        if index.isValid():
            self.setCurrentIndex(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self.signalsBlocked():
            self.chosen.emit(current.data(_ID))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().drawRow(painter, option, index)
        if self.selectionModel().isSelected(index):
            bar = QRect(0, option.rect.top(), worn().px(4), option.rect.height())
            painter.fillRect(bar, QColor(worn().look.loch))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # titles wrap where they did not before

    def _index_of(self, page: str) -> QModelIndex:
        start = self._items.index(0, 0)
        flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        found = self._items.match(start, _ID, page, 1, flags) if page and start.isValid() else []
        return found[0] if found else QModelIndex()


class _Titles(QStyledItemDelegate):
    """Titles wrap; a list's own is the stronger one, and the chosen one has a bar and a tint."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px = worn().look, worn().px
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(look.loch_tint))
        painter.setFont(fonts.text(px(BODY), _weight(index)))
        painter.setPen(QColor(look.text))
        painter.drawText(option.rect.adjusted(px(_IN + 4), 0, -px(_END), 0), _FLAGS, index.data())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px, view = worn().px, self.parent()
        deep = 2 if index.parent().isValid() else 1
        wide = view.viewport().width() - deep * view.indentation() if isinstance(view, QTreeView) else 0
        room = QRect(0, 0, max(px(60), wide - px(_IN + 4 + _END)), 10_000)
        metrics = QFontMetrics(fonts.text(px(BODY), _weight(index)))
        high = metrics.boundingRect(room, _FLAGS, index.data()).height()
        return QSize(0, max(px(_LEAST), high + 2 * px(_ABOVE)))


def _weight(index: Index) -> QFont.Weight:
    return fonts.NORMAL if index.parent().isValid() else fonts.STRONG


def _item(id_: str, title: str, said: str) -> QStandardItem:
    made = QStandardItem(title)
    made.setData(id_, _ID)
    made.setData(said, Qt.ItemDataRole.AccessibleTextRole)
    made.setEditable(False)
    return made
