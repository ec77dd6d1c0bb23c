"""Tabs in a row: real ones, so that a screen reader says which of how many is shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from fsdesk.ui.look.focus_mark import MARKED_PART


class Tabs(QTabBar):
    """Asks for a page and shows which one is there; Left and Right go from tab to tab."""

    asked = Signal(str)

    def __init__(self, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = tuple(titles)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for title in titles.values():
            self.addTab(title)
        self.currentChanged.connect(self._on_changed)

    @property
    def keys(self) -> tuple[str, ...]:
        """The tabs in their order."""
        return self._keys

    @property
    def shown(self) -> str:
        """The tab whose page is shown, or was asked for last."""
        return self._keys[self.currentIndex()]

    def show_tab(self, key: str) -> None:
        """This tab's page is shown. Raises ValueError for one there is not."""
        self.blockSignals(True)
        self.setCurrentIndex(self._keys.index(key))
        self.blockSignals(False)
        self._mark()

    def show_tip(self, key: str, tip: str) -> None:
        """The keys that lead to this page."""
        self.setTabToolTip(self._keys.index(key), tip)

    def _on_changed(self, at: int) -> None:
        self._mark()
        self.asked.emit(self._keys[at])

    def _mark(self) -> None:
        """The focus mark stands around the tab that is shown, and not around all of them."""
        self.setProperty(MARKED_PART, self.tabRect(self.currentIndex()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.property(MARKED_PART) != self.tabRect(self.currentIndex()):
            self._mark()
