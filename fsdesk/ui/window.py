"""The window: a shell that shows either the door or the places behind it, and knows neither."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from fsdesk.ui.enter_presses import EnterPresses
from fsdesk.ui.look import chosen, icons
from fsdesk.ui.look.focus_mark import FocusMark
from fsdesk.ui.parts.shortcuts import on_keys

if TYPE_CHECKING:
    from fsdesk.ui.parts.status_line import StatusLine
    from fsdesk.ui.places import Place, Places

TITLE = "fsdesk"
FIRST_SIZE = QSize(1366, 768)


class Window(QMainWindow):
    """Its title names no family, and what it showed is gone once it is locked.

    ``lock_asked`` comes from Ctrl+L or the rail, ``cover_asked`` from F9 or the rail, ``closing`` before the window
    goes. Whoever joins the parts saves what is being typed, and then locks; ``may_close`` can keep the window until
    that is done.
    """

    lock_asked = Signal()
    cover_asked = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setWindowIcon(QIcon(icons.pixmap("leaf", "moss", 32)))
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableGeometry().size()))
        self._places: Places | None = None
        self.may_close: Callable[[], bool] = lambda: True
        self._add_keys()
        self._focus_mark = FocusMark(self)
        self._enter_presses = EnterPresses(self)

    @property
    def places(self) -> Places | None:
        """The places behind the door; none while it is locked."""
        return self._places

    def show_door(self, door: QWidget) -> None:
        """Only this is shown, has the focus, and what was shown before is deleted."""
        self._places = None
        self.setWindowTitle(door.windowTitle() or TITLE)
        self._show(door)

    def show_places(
        self, places: Sequence[Place], *, status: StatusLine | None = None, is_practice: bool = False
    ) -> Places:
        """The first place is shown, with the rail to the others and the status line below them."""
        from fsdesk.ui.places import Places  # the door is shown before anything behind it is loaded

        self._places = Places(places, status=status, is_practice=is_practice)
        self.setWindowTitle(TITLE)
        self._places.lock_asked.connect(self.lock_asked)
        self._places.cover_asked.connect(self.cover_asked)
        self._show(self._places)
        return self._places

    def focus_begins(self) -> None:
        """What is shown has the focus, where it begins."""
        content = self.centralWidget()
        if content is not None:
            content.setFocus()

    def _show(self, content: QWidget) -> None:
        self.setCentralWidget(content)  # deletes the one before
        content.show()  # at once: what is not shown cannot take the focus
        self.focus_begins()

    def _add_keys(self) -> None:
        on_keys("Ctrl+L", self, self._on_lock)
        on_keys("F9", self, self._on_cover)
        on_keys("F1", self, self._on_help)
        on_keys("Alt+Left", self, self._on_back)
        for number in range(1, 7):
            on_keys(f"Ctrl+{number}", self, partial(self._on_place, number - 1))
        for keys, steps in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            on_keys(keys, self, partial(self._on_text_size, steps))

    def _on_lock(self) -> None:
        if self._places is not None:
            self.lock_asked.emit()

    def _on_cover(self) -> None:
        if self._places is not None:
            self.cover_asked.emit()

    def _on_help(self) -> None:
        content = self.centralWidget()
        if content is not None:
            from fsdesk.ui.help.sheet import toggle  # loaded when somebody asks

            toggle(content)

    def _on_back(self) -> None:
        if self._places is not None:
            self._places.back()

    def _on_place(self, at: int) -> None:
        if self._places is not None and at < len(self._places.keys):
            self._places.go(self._places.keys[at])

    def _on_text_size(self, steps: int) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            chosen.resize_text(app, steps)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
