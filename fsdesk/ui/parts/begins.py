"""Where the focus begins in a page that holds much else, without keeping Tab from the rest of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object  # the widget's own kind stands beside it: Qt allows one of its classes only


class Begins(_Widget):
    """Put before the widget's own kind: ``setFocus`` goes to the control that was named as its focus proxy.

    Qt takes a widget with a proxy of its own for one control: Tab that comes to it goes straight to the proxy,
    so that whatever stands before that one in the page is never reached, and Tab goes round in circles.
    """

    _begins_at: QWidget | None = None

    def setFocusProxy(self, widget: QWidget | None) -> None:
        """The focus begins there; if it is at the page itself already, it goes there now."""
        self._begins_at = widget
        if self.hasFocus():
            self.setFocus()

    def focusProxy(self) -> QWidget | None:
        """Where the focus begins."""
        held = self._begins_at
        return held if held is not None and isValid(held) else None

    def setFocus(self, *reason: Any) -> None:
        """The control where the page begins has the focus."""
        begins = self.focusProxy()
        if begins is None:
            super().setFocus(*reason)
        else:
            begins.setFocus(*reason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Where Qt gave the page the focus by itself, it goes on from there too."""
        super().focusInEvent(event)
        if self.focusProxy() is not None:
            self.setFocus(event.reason())


class Part(Begins, QWidget):
    """A plain part of a page with a control where the focus begins."""
