"""After the size of the text changed: the places built anew for it, with somebody where they were before.

A page takes its margins and widths from the size at which it is built. To build it again is the one way that is right
for every page; it waits for as long as it would cost anybody anything that is not kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from fsdesk.ui.after import AfterFor
from fsdesk.ui.families.search_field import SearchField
from fsdesk.ui.look.worn import worn
from fsdesk.ui.paper.easy_lines import EasyLines
from fsdesk.ui.places import Places
from fsdesk.ui.plan.entry_card import EntryCard
from fsdesk.ui.presenters.waiting import Quiet

PAUSE = 250  # milliseconds after the last change of size: several keys are one change
_KEPT_IN = (EntryCard, EasyLines)  # what is typed in these is a draft


class Focus(NamedTuple):
    """What had the focus, by what a screen reader calls it: the widget itself goes with its page."""

    kind: str
    called: str

    @classmethod
    def of(cls, widget: QWidget | None) -> Focus | None:
        """The name of what has the focus, where anything has."""
        return None if widget is None else cls(type(widget).__name__, _called(widget))

    def put(self, page: QWidget) -> None:
        """The widget of this name has the focus, where the page has one in sight."""
        for one in page.findChildren(QWidget):
            if one.isVisible() and one.isEnabled() and self == Focus.of(one):
                one.setFocus()
                return


class BuildingAnew(QObject):
    """Watches the places; ``settle`` keeps what is typed and calls on, ``build`` makes the places anew.

    ``may`` says whether that costs nobody anything now; what has to wait is looked at again after each ``PAUSE``.
    """

    def __init__(
        self,
        *,
        settle: Callable[[Callable[[], None]], None],
        build: Callable[[], None],
        may: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settle, self._build, self._may = settle, build, may
        self._soon = Quiet(AfterFor(self), PAUSE, self.look)
        self._built_at = worn().scale
        self._places: Places | None = None

    def watch(self, places: Places) -> None:
        """These places were built just now."""
        self._built_at, self._places = worn().scale, places
        places.restyled.connect(self._on_restyled)

    def look(self) -> None:
        """The places are built anew if they were built for another size, and nothing speaks against it."""
        if worn().scale == self._built_at or self._places is None or not isValid(self._places):
            return
        if self._may() and not is_half_typed(self._places) and QApplication.activeModalWidget() is None:
            self._settle(lambda: QTimer.singleShot(0, self, self._build_now))
        else:
            self._soon.stir()

    def _build_now(self) -> None:
        if worn().scale != self._built_at:
            self._build()

    def _on_restyled(self) -> None:
        if worn().scale != self._built_at:
            self._soon.stir()


def is_half_typed(within: QWidget) -> bool:
    """Whether a line in sight holds what somebody typed, and nothing keeps it yet."""
    return any(
        line.isVisible() and line.isModified() and line.text().strip() and not _is_kept(line)
        for line in within.findChildren(QLineEdit)
    )


def _is_kept(line: QLineEdit) -> bool:
    above: QWidget | None = line
    while above is not None and not isinstance(above, _KEPT_IN):
        above = above.parentWidget()
    return above is not None or isinstance(line, SearchField)


def _called(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (str(text()) if callable(text) else "")
