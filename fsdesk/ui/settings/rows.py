"""What every topic of the settings is made of: cards of rows, side by side where there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.choice_card import ChoiceCard
from fsdesk.ui.parts.drop_list import DropList
from fsdesk.ui.parts.notice import Notice

_ROW_FROM, _COLUMNS_FROM, _WIDEST = 330, 780, 720  # px at 100 %
_WAYS = QBoxLayout.Direction


class Named(Protocol):
    """Something to choose, with a line that says what it is."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def note(self) -> str:
        """What choosing it means."""


class Turning(QFrame):
    """Lays things side by side where it is wide enough, and below each other where it is not."""

    def __init__(self, wide_from: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide_from = wide_from
        self.box = QBoxLayout(_WAYS.LeftToRight, self)
        self.box.setContentsMargins(0, 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = _WAYS.LeftToRight if self.width() >= worn().px(self._wide_from) else _WAYS.TopToBottom
        if wanted is not self.box.direction():
            self.box.setDirection(wanted)


class Row(Turning):
    """A title, what is so in a line below it, and at the right what can be done about it."""

    def __init__(self, title: str, note: str, *controls: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(_ROW_FROM, parent)
        self.setProperty("surface", "cell")
        px = worn().px
        self.box.setContentsMargins(px(16), px(10), px(16), px(10))
        self.box.setSpacing(px(10))
        self._title, self._note = words.prose(title, "strong"), words.prose(note, "note", "muted")
        for label in (self._title, self._note):
            if not label.text():
                label.hide()  # and never shown here: without a parent it would be a window
        told = QVBoxLayout()
        told.setSpacing(px(1))
        told.addWidget(self._title)
        told.addWidget(self._note)
        told.addStretch(1)
        self.box.addLayout(told, 1)
        held = QHBoxLayout()
        held.setSpacing(px(8))
        for control in controls:
            control.setAccessibleDescription(note)
            held.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.box.addLayout(held)

    def say(self, note: str) -> None:
        """The line below the title says this."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def rename(self, title: str) -> None:
        """The title says this."""
        self._title.setText(title)
        self._title.setVisible(bool(title))


class Card(QFrame):
    """A heading with what belongs beside it, a notice when there is something to say, and rows."""

    def __init__(self, title: str, *beside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.setMaximumWidth(worn().px(_WIDEST))
        self.notice = Notice()
        px = worn().px
        head = Turning(_ROW_FROM)
        head.box.setContentsMargins(px(16), px(10), px(16), px(10))
        head.box.setSpacing(px(10))
        head.box.addWidget(words.prose(title, "heading"), 1)
        for one in beside:
            head.box.addWidget(one)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(1), px(4), px(1), px(4))
        self._column.setSpacing(0)
        self._column.addWidget(head)
        self._column.addWidget(Inside(self.notice))

    def add(self, *rows: QWidget) -> None:
        """These stand below what is in the card."""
        for row in rows:
            self._column.addWidget(row)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMaximumWidth(worn().px(_WIDEST))


class Inside(QWidget):
    """Room in a card around something that comes and goes: it is there only while that is."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        px = worn().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), 0, px(16), px(10))
        column.addWidget(held)
        held.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(event.type() is QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)


class Inset(QFrame):
    """Something that opens inside a card, below its row."""

    def __init__(self, *parts: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "cell")
        px = worn().px
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(16), px(12), px(16), px(14))
        self.column.setSpacing(px(10))
        for part in parts:
            self.column.addWidget(part)


class Columns(Turning):
    """Two columns of cards, or one."""

    def __init__(
        self, left: Sequence[QWidget], right: Sequence[QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(_COLUMNS_FROM, parent)
        self.box.setSpacing(worn().px(16))
        for cards in (left, right):
            column = QVBoxLayout()
            column.setSpacing(worn().px(16))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self.box.addLayout(column, 1)


def one_of(group: QButtonGroup, offered: Sequence[Named]) -> QWidget:
    """One card below the other for each of these, of which one is chosen; a card's number in the group is its place."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(worn().px(8))
    for at, one in enumerate(offered):
        made = ChoiceCard(one.name, one.note)
        group.addButton(made, at)
        column.addWidget(made)
    return held


class Choose(DropList):
    """A list that opens, of values and what they are called; ``act`` hears of the value somebody chose."""

    def __init__(self, name: str, letters: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(letters, parent)
        self.setAccessibleName(name)
        self.act: Callable[[object], None] = lambda _: None
        self.activated.connect(lambda _: self.act(self.currentData()))

    def show_offer(self, offer: Sequence[tuple[object, str]], chosen: object) -> None:
        """These can be chosen, and this is."""
        if [(self.itemData(at), self.itemText(at)) for at in range(self.count())] != list(offer):
            self.clear()
            for value, said in offer:
                self.addItem(said, value)
        self.setCurrentIndex(self.findData(chosen))
