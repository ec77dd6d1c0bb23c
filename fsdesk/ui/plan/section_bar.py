"""Where there is no room for the list of sections: one list that opens, and a way to the one before and the next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.buttons import icon_button
from fsdesk.ui.parts.drop_list import DropList
from fsdesk.ui.presenters.plan_parts import PartLine


class SectionBar(Begins, QWidget):
    """``asked`` carries the key of a section."""

    asked = Signal(str)
    step_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = DropList(12)
        self._list.setAccessibleName("Part of the plan")
        self._list.setProperty("large", True)
        self._list.activated.connect(lambda _: self.asked.emit(str(self._list.currentData())))
        before = icon_button("The part before", "chevron-left", "text")
        after = icon_button("The next part", "chevron-right", "text")
        before.clicked.connect(lambda: self.step_asked.emit(-1))
        after.clicked.connect(lambda: self.step_asked.emit(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(worn().px(8))
        row.addWidget(self._list, 1)
        row.addWidget(before)
        row.addWidget(after)
        self.setFocusProxy(self._list)

    def show_parts(self, parts: tuple[PartLine, ...], now: str) -> None:
        """These are the parts, and this one is open."""
        if self._list.count() != len(parts):
            self._list.clear()
            for part in parts:
                self._list.addItem("", part.key)
        for at, part in enumerate(parts):
            self._list.setItemText(at, part.said)
        self._list.setCurrentIndex(self._list.findData(now))
