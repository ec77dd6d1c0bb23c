"""A place for a panel that may be taller than the window: it scrolls up and down, never sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_ROOM = 24  # px kept in sight around what has the focus


class Scrolled(QScrollArea):
    """Holds a panel, lets the focus go to what is in it, and keeps that in sight however it got there."""

    def __init__(self, panel: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Made here, because a widget first met as a parent makes PySide load every kind of widget there is: 15 ms.
        self.setViewport(QWidget())
        self.setWidget(panel)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        panel.installEventFilter(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(lambda: self._on_focus_changed(None, QApplication.focusWidget()))

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        panel = self.widget()
        if now is not None and panel is not None and panel.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, _ROOM)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.widget():
            self._later.start(0)  # once what is in the panel has its new place
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_focus_changed(None, QApplication.focusWidget())
