"""Hears from the system that the laptop is about to sleep, and asks it to wait until the plans are locked (logind)."""

from __future__ import annotations

import os
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_NAME, _PLACE = "org.freedesktop.login1", "/org/freedesktop/login1"
_ALL, _SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"


class Sleep(QObject):
    """Without such a system it stays silent, and the clocks tell of a sleep afterwards.

    It speaks on the system bus, which is a socket of this computer (AF_UNIX) and no way out of it. ``coming`` is said
    when a sleep begins, once more when it has ended, and when the session is locked.
    """

    coming = Signal()

    def __init__(self, bus: Any = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus or _system_bus()
        self._held: Any = None
        if self.hears:
            self._bus.connect(_NAME, _PLACE, _ALL, "PrepareForSleep", self, SLOT("_on_sleep(bool)"))
            self._bus.connect(_NAME, "", _SESSION, "Lock", self, SLOT("_on_lock()"))

    @property
    def hears(self) -> bool:
        """Whether there is such a bus."""
        return self._bus is not None and self._bus.isConnected()

    def hold(self) -> None:
        """A sleep waits from now on until ``let_go``, for as long as the system allows: five seconds, as a rule.

        Nobody waits here for the answer. It holds a file that logind gave, and closing that lets the sleep begin.
        """
        if not self.hears:
            return
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        asked = QDBusMessage.createMethodCall(_NAME, _PLACE, _ALL, "Inhibit")
        asked.setArguments(["sleep", "fsdesk", "fsdesk locks the plans", "delay"])
        self._held = QDBusPendingCallWatcher(self._bus.asyncCall(asked))

    def let_go(self) -> None:
        """The laptop may sleep."""
        self._held = None

    @Slot(bool)
    def _on_sleep(self, begins: bool) -> None:
        """At its beginning, and once more at its end, if the first came too late to be heard."""
        self.coming.emit()

    @Slot()
    def _on_lock(self) -> None:
        self.coming.emit()


def _system_bus() -> Any:
    if os.name != "posix":
        return None
    try:
        from PySide6.QtDBus import QDBusConnection
    except ImportError:  # a Qt without it
        return None
    return QDBusConnection.systemBus()
