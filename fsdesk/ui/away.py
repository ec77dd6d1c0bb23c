"""Covers the screens and asks for the plans to be locked when nobody is there, when the laptop sleeps, or by a key."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from fsdesk.ui.cover import Cover, over_every_screen
from fsdesk.ui.presence import Presence
from fsdesk.ui.presenters.away import Act, Limits, Moment
from fsdesk.ui.presenters.away import Away as Knows
from fsdesk.ui.sleep import Sleep
from fsdesk.ui.window import Window

_EVERY = 5000  # milliseconds


def by_the_clocks() -> Moment:
    """Now."""
    return Moment(time.monotonic(), time.time())


class Away(QObject):
    """From ``begin`` to ``end`` the plans are open. What is covered is hidden, so that no list of windows shows it.

    ``covered`` comes once the cover is up, before any other work; ``lock_asked`` again and again until ``end``.
    ``is_held_up`` says whether locking would lose words that could not be kept: the cover may then be lifted.
    """

    covered = Signal()
    lock_asked = Signal()
    told = Signal(int)  # minutes until the screen covers itself; 0 where it never does

    def __init__(
        self,
        window: Window,
        limits: Limits,
        *,
        clock: Callable[[], Moment] = by_the_clocks,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(window)
        self._window, self._clock, self._now = window, clock, now
        self._limits = limits
        self.is_held_up: Callable[[], bool] = lambda: False
        self._knows: Knows | None = None
        self._is_locking = self._is_lift_wanted = False
        self._covers: list[Cover] = []
        self._hidden: list[QWidget] = []
        self._focus: QWidget | None = None
        self._presence: Presence | None = None
        self._sleep: Sleep | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.step)
        window.cover_asked.connect(self.cover)

    @property
    def covers(self) -> list[Cover]:
        """The covers that are up, one a screen."""
        return list(self._covers)

    def begin(self) -> None:
        """The plans were opened just now."""
        self._knows = Knows(self._limits, self._clock())
        self._is_locking = False
        self._watch().hold()
        self._timer.start()

    def end(self) -> None:
        """The plans are locked. A cover stays up until somebody comes, unless somebody is there already."""
        self._knows, self._is_locking = None, False
        self._timer.stop()
        self._hidden, self._focus = [], None
        if self._sleep is not None:
            self._sleep.let_go()
        if self._is_lift_wanted:
            self.lift()

    def chosen(self, limits: Limits) -> None:
        """Other times were chosen."""
        self._limits = limits
        if self._knows is not None:
            self._knows.limits = limits
        self.tell()

    def tell(self) -> None:
        """Tells again when the screen covers itself."""
        if self._knows is not None:
            self.told.emit(self._knows.minutes_to_cover(self._clock()))

    def step(self) -> None:
        """Looks at the clocks, and does what is due."""
        act = self._knows.step(self._clock()) if self._knows is not None else Act.NOTHING
        if act is Act.COVER:
            self.cover()
        elif act is Act.LOCK:
            self.lock()
        self.tell()

    def cover(self) -> None:
        """The covers are up on every screen, and what they cover is hidden; nothing happens without open plans."""
        if self._knows is None or self._covers:
            return
        self._focus = self._window.focusWidget()
        self._covers = over_every_screen(self._now)
        for cover in self._covers:
            cover.lift_asked.connect(self.lift)
        self._knows.cover(self._clock())
        self._hidden = _to_hide(self._window)
        for one in self._hidden:
            one.hide()
        self.covered.emit()

    def lock(self) -> None:
        """The screens are covered, and the plans are asked to be locked."""
        if self._knows is not None:
            self.cover()
            self._is_locking = True
            self.lock_asked.emit()

    def lift(self) -> None:
        """The covers go: the plans are there again, or the door, as soon as they are locked, if that is due."""
        self.step()
        if self._is_locking and not self.is_held_up():
            self._is_lift_wanted = True
            return
        self._is_locking = self._is_lift_wanted = False
        self.take_off()
        if self._knows is not None:
            self._knows.lift(self._clock())
        self._show_again()

    def take_off(self) -> None:
        """The covers are gone, for the end of the program too."""
        for cover in self._covers:
            cover.close()
            cover.deleteLater()
        self._covers = []

    def _show_again(self) -> None:
        hidden, focus = self._hidden, self._focus
        self._hidden, self._focus = [], None
        self._window.activateWindow()
        for one in hidden:
            if isValid(one):
                one.show()
        if focus is not None and isValid(focus):
            focus.setFocus()
        else:
            self._window.focus_begins()

    def _watch(self) -> Sleep:
        """Watches the window and the system from the first time on."""
        if self._sleep is not None:
            return self._sleep
        self._window.winId()  # makes the system's window, whose events are watched
        self._presence = Presence(self._window.windowHandle(), self)
        self._presence.touched.connect(self._on_touched)
        self._sleep = Sleep(parent=self)
        self._sleep.coming.connect(self.lock)
        return self._sleep

    def _on_touched(self) -> None:
        if self._knows is not None:
            self._knows.touched(self._clock())


def _to_hide(window: Window) -> list[QWidget]:
    """What shows plans: the inside of the window, and windows beside it; a dialog lies under the cover."""
    others = [
        one
        for one in QApplication.topLevelWidgets()
        if one.isVisible() and one.isWindow() and one is not window and not isinstance(one, Cover | QDialog)
    ]
    inside = window.centralWidget()
    return [*([inside] if inside is not None else []), *others]
