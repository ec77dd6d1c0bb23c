"""Something to choose from beside what is said of it; in one pane they take turns."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.width import Width, width_of

_AS_WIDE_AS_THERE_IS = 16777215  # QWIDGETSIZE_MAX


class Beside(QWidget):
    """Two panes; ``slim`` is the one with a width of its own (px at 100 %, by the way the page is laid out)."""

    def __init__(
        self,
        choose: QWidget,
        told: QWidget,
        slim: QWidget,
        widths: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choose, self._told, self._slim = choose, told, slim
        self._three, self._two = widths
        self._is_open = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(choose, 0 if choose is slim else 1)
        row.addWidget(told, 0 if told is slim else 1)
        self.setFocusProxy(choose)

    @property
    def takes_turns(self) -> bool:
        """Whether only one of the two can be seen."""
        return width_of(self.window()) is Width.ONE

    def open(self, is_open: bool = True) -> None:
        """What is said stands in the one pane, or what can be chosen does again."""
        self._is_open = is_open
        self.fit()

    def fit(self) -> None:
        """The panes have their widths."""
        width = width_of(self.window())
        one = width is Width.ONE
        self._told.setVisible(not one or self._is_open)
        self._choose.setVisible(not one or not self._is_open)
        if one:
            self._slim.setMinimumWidth(0)
            self._slim.setMaximumWidth(_AS_WIDE_AS_THERE_IS)
        else:
            self._slim.setFixedWidth(worn().px(self._three if width is Width.THREE else self._two))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()
