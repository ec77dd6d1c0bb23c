"""The topics of the settings: a list at the left, or where there is little room one list that opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.drop_list import DropList
from fsdesk.ui.parts.scrolled import Scrolled

_WIDTH = 250  # px at 100 %
NAME = "Topics of the settings"


class Topic(NamedTuple):
    """One page of the settings: what it is called in code, on screen, and in a picture."""

    key: str
    title: str
    icon: str


TOPICS = (
    Topic("safe", "Safe on this laptop", "shield-check"),
    Topic("people", "People and devices", "users"),
    Topic("look", "Look and language", "a-large-small"),
    Topic("coach", "Coach", "message-circle"),
    Topic("printing", "Printing", "printer"),
    Topic("about", "About", "info"),
)


class TopicList(QFrame):
    """The pane at the left: the open topic is chosen; ``asked`` carries a topic's key."""

    asked = Signal(str)

    def __init__(self, topics: Sequence[Topic] = TOPICS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sections")
        self.setAccessibleName(NAME)
        self._group = QButtonGroup(self)
        self._icons = {topic.key: topic.icon for topic in topics}
        self.buttons = {topic.key: self._button(topic) for topic in topics}
        px = worn().px
        panel = QWidget()
        panel.setProperty("surface", "clear")
        column = QVBoxLayout(panel)
        column.setContentsMargins(px(10), px(12), px(10), px(14))
        column.setSpacing(px(2))
        title = words.line("Settings", "page")
        title.setContentsMargins(px(10), 0, 0, px(6))
        column.addWidget(title)
        for made in self.buttons.values():
            column.addWidget(made)
        column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(Scrolled(panel))

    def show_chosen(self, key: str) -> None:
        """This topic is open."""
        self.buttons[key].setChecked(True)
        self.setFocusProxy(self.buttons[key])
        for one, made in self.buttons.items():
            icons.put(made, self._icons[one], "loch" if one == key else "text", 18)

    def _button(self, topic: Topic) -> QPushButton:
        made = button(topic.title, topic.icon, "topic")
        made.setCheckable(True)
        self._group.addButton(made)
        made.clicked.connect(lambda: self.asked.emit(topic.key))
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from topic to topic, as in any list."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        made = list(self.buttons.values())
        here = next((at for at, one in enumerate(made) if one.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(made):
            made[here + step].setFocus()
            made[here + step].click()

    def sizeHint(self) -> QSize:
        return QSize(worn().px(_WIDTH), super().sizeHint().height())


class TopicBar(QFrame):
    """The same topics in one list that opens."""

    asked = Signal(str)

    def __init__(self, topics: Sequence[Topic] = TOPICS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "header")
        self._list = DropList(14)
        self._list.setAccessibleName(NAME)
        self._list.setProperty("large", True)
        for topic in topics:
            self._list.addItem(topic.title, topic.key)
        self._list.activated.connect(lambda _: self.asked.emit(str(self._list.currentData())))
        column = QVBoxLayout(self)
        px = worn().px
        column.setContentsMargins(px(16), px(8), px(16), px(8))
        column.addWidget(self._list)
        self.setFocusProxy(self._list)

    def show_chosen(self, key: str) -> None:
        """This topic is open."""
        self._list.setCurrentIndex(self._list.findData(key))
