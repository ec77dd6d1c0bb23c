"""Doing something a little later on the screen's thread, if whoever asked for it is still there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from fsdesk.ui.presenters.waiting import Cancel


class AfterFor:
    """Timers of one owner: none of them rings once it is gone."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner

    def __call__(self, milliseconds: int, call: Callable[[], None]) -> Cancel:
        """Calls once after so many milliseconds; gives back the way to call it off."""
        timer = QTimer(self._owner)
        timer.setSingleShot(True)
        timer.timeout.connect(call)
        timer.timeout.connect(timer.deleteLater)
        timer.start(milliseconds)
        return lambda: _call_off(timer)


def _call_off(timer: QTimer) -> None:
    from shiboken6 import isValid

    if isValid(timer):
        timer.stop()
        timer.deleteLater()
