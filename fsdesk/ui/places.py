"""Everything between unlock and lock: the rail, the pages it leads to, and the status line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.rail import Rail, RailEntry
from fsdesk.ui.parts.status_line import StatusLine
from fsdesk.ui.parts.width import Fits, Width, width_of

PRACTICE = "Practice families. They are made up, to try things with."


class Place(NamedTuple):
    """Somewhere the rail leads to; its page is built on the first visit, and has a focus proxy to begin at."""

    entry: RailEntry
    build: Callable[[], QWidget]


class Places(Begins, Fits, QWidget):
    """One page at a time; going back restores the page as it was left, with the focus where it was."""

    lock_asked = Signal()
    cover_asked = Signal()
    visited = Signal(str)
    shown = Signal(str)
    restyled = Signal()  # the look changed, or the size of the text

    def __init__(
        self,
        places: Sequence[Place],
        *,
        status: StatusLine | None = None,
        is_practice: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._places = {place.entry.key: place for place in places}
        self._pages: dict[str, QWidget] = {}
        self._stack = _Pages()
        self._way_back: list[Callable[[], None]] = []
        self._here = ""
        self.rail = Rail(place.entry for place in places)
        self.status = status or StatusLine()
        self._menu = QFrame()
        self._menu_button = button("Menu", "menu")
        self._menu_button.setCheckable(True)
        self._menu_button.toggled.connect(lambda _: self._fit())
        self.rail.chosen.connect(self._on_chosen)
        self.rail.lock_asked.connect(self.lock_asked)
        self.rail.cover_asked.connect(self.cover_asked)
        self._lay_out(is_practice)
        self.go(places[0].entry.key)

    @property
    def keys(self) -> tuple[str, ...]:
        """The places in the order of the rail."""
        return tuple(self._places)

    @property
    def here(self) -> str:
        """The place that is shown."""
        return self._here

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._stack.currentWidget()

    def built(self, key: str) -> QWidget:
        """The page of this place, built now if nobody went there yet. Raises KeyError for one not on the rail."""
        return self._page(key)

    def outer_panes(self) -> list[QWidget]:
        """The rail, or the menu button that stands for it."""
        return [self.rail if self.rail.isVisible() else self._menu_button]

    def go(self, key: str) -> None:
        """This place is shown and has the focus. Raises KeyError for a place that is not on the rail."""
        if key == self._here:
            self._page(key).setFocus()
            return
        if self._here:
            self.moved(partial(self._return_to, self._here, self.focusWidget()))
        self._show(key)
        self._page(key).setFocus()
        self.visited.emit(key)

    def _on_chosen(self, key: str) -> None:
        self._menu_button.setChecked(False)
        self.go(key)

    def moved(self, undo: Callable[[], None]) -> None:
        """The person has moved, here or within a page: ``back`` calls ``undo``."""
        self._way_back.append(undo)

    def back(self) -> None:
        """The last move is undone; nothing happens at the first page."""
        if self._way_back:
            self._way_back.pop()()

    def _return_to(self, key: str, focus: QWidget | None) -> None:
        self._show(key)
        if focus is not None and isValid(focus):
            focus.setFocus()
        else:
            self._page(key).setFocus()

    def _show(self, key: str) -> None:
        self._stack.setCurrentWidget(self._page(key))
        self._here = key
        self.setFocusProxy(self._page(key))
        self.rail.show_chosen(key)
        self.shown.emit(key)

    def _fit(self) -> None:
        """Where few letters fit side by side, a button stands for the rail."""
        is_narrow = width_of(self.window()) is Width.ONE
        self._menu.setVisible(is_narrow)
        self.rail.setVisible(not is_narrow or self._menu_button.isChecked())

    def _page(self, key: str) -> QWidget:
        if key not in self._pages:
            self._pages[key] = self._places[key].build()
            self._stack.addWidget(self._pages[key])
        return self._pages[key]

    def _lay_out(self, is_practice: bool) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if is_practice:
            column.addWidget(_practice_stripe())
        self._lay_out_menu()
        column.addWidget(self._menu)
        column.addLayout(middle, 1)
        column.addWidget(self.status)

    def _lay_out_menu(self) -> None:
        px = worn().px
        self._menu.setProperty("surface", "header")
        row = QHBoxLayout(self._menu)
        row.setContentsMargins(px(10), px(5), px(10), px(5))
        row.addWidget(self._menu_button)
        row.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.restyled.emit()


class _Pages(QStackedWidget):
    """Lets the window become narrow, so that a page can lay itself out for that."""

    def minimumSizeHint(self) -> QSize:
        return QSize(worn().px(320), worn().px(240))


def _practice_stripe() -> QFrame:
    stripe = QFrame()
    stripe.setProperty("surface", "practice")
    row = QHBoxLayout(stripe)
    row.setContentsMargins(worn().px(14), worn().px(4), worn().px(14), worn().px(4))
    row.addWidget(words.line(PRACTICE, "note-strong", "heather"), 1, Qt.AlignmentFlag.AlignVCenter)
    return stripe
