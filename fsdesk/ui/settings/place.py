"""The place of settings: one page per topic, each built and asked about when somebody first goes there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.parts.width import Fits, Width, width_of
from fsdesk.ui.settings.topics import TOPICS, TopicBar, TopicList

Moved = Callable[[Callable[[], None]], None]


class SettingsPlace(Fits, QWidget):
    """``build`` makes the page of a topic; ``came`` is called whenever somebody comes to one, ``left`` when they go."""

    def __init__(
        self,
        build: Callable[[str], QWidget],
        *,
        moved: Moved = lambda _: None,
        came: Callable[[str], None] = lambda _: None,
        left: Callable[[str], None] = lambda _: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._build, self._moved, self._came, self._left = build, moved, came, left
        self._pages: dict[str, QWidget] = {}
        self._scrolled: dict[str, Scrolled] = {}
        self.here = ""
        self.list, self.bar, self._stack = TopicList(), TopicBar(), QStackedWidget()
        self.list.asked.connect(self.go)
        self.bar.asked.connect(self.go)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        for part in (self.list, self.bar):
            self._box.addWidget(part)
        self._box.addWidget(self._stack, 1)
        self._show(TOPICS[0].key)
        self._fit()

    @property
    def page(self) -> QWidget:
        """The topic that is open."""
        return self._pages[self.here]

    def panes(self) -> list[QWidget]:
        """The panes in the order in which F6 goes through them."""
        return [self.bar if self.list.isHidden() else self.list, self.page]

    def go(self, key: str) -> None:
        """This topic is open; the focus stays in the list, from where it came."""
        if key != self.here:
            self._moved(partial(self._return_to, self.here))
            self._show(key)

    def _return_to(self, key: str) -> None:
        self._show(key)
        self.setFocus()

    def _show(self, key: str) -> None:
        if self.here:
            self._left(self.here)
        if key not in self._pages:
            self._pages[key] = self._build(key)
            self._scrolled[key] = _scrolled(self._pages[key])
            self._stack.addWidget(self._scrolled[key])
        self.here = key
        self._stack.setCurrentWidget(self._scrolled[key])
        self.list.show_chosen(key)
        self.bar.show_chosen(key)
        if self.isVisible():
            self._came(key)

    def _fit(self) -> None:
        is_narrow = width_of(self.window()) is not Width.THREE
        self.list.setVisible(not is_narrow)
        self.bar.setVisible(is_narrow)
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        self.setFocusProxy(self.bar if is_narrow else self.list)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # a window that was made small is where it was
            self._came(self.here)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._left(self.here)


def _scrolled(page: QWidget) -> Scrolled:
    px = worn().px
    panel = QWidget()
    column = QVBoxLayout(panel)
    column.setContentsMargins(px(22), px(18), px(22), px(18))
    column.addWidget(page)
    column.addStretch(1)
    return Scrolled(panel)  # without a focus proxy: with one, Tab would go round in it for ever
