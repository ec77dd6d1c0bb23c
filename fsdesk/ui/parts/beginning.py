"""A page that hands the focus on to where one begins, without being in the way of Tab."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class Beginning(QWidget):
    """Given the focus, it passes it on to ``begin_at``.

    A focus proxy would do that too, and Qt then takes the page itself for a stop of Tab: whatever stands before the
    proxy is passed over, for good.
    """

    _begins: QWidget | None = None

    def begin_at(self, first: QWidget) -> None:
        """The focus begins here from now on."""
        self._begins = first

    def begin(self) -> None:
        """What one begins with has the focus now, or as soon as the window is the active one."""
        if isinstance(self._begins, Beginning):
            self._begins.begin()
        else:
            (self._begins or self).setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._begins is not None and isValid(self._begins):
            self.begin()
