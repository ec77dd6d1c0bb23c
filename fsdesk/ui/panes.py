"""Going from pane to pane with one key, and coming back to where one was in each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

_LAST = "lastFocus"


def go(among: Sequence[QWidget], by: int) -> None:
    """The pane after the one with the focus (or before it) has the focus, where it was last, or at its beginning."""
    shown = [pane for pane in among if pane.isVisible()]
    focus = QApplication.focusWidget()
    here = next(
        (pane for pane in shown if focus is not None and (pane is focus or pane.isAncestorOf(focus))), None
    )
    if here is not None and focus is not None:
        here.setProperty(_LAST, focus)
    start = shown.index(here) if here is not None else -1
    for step in range(1, len(shown) + 1):
        pane = shown[(start + by * step) % len(shown)]
        target = _target(pane)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def _target(pane: QWidget) -> QWidget | None:
    """Where the focus goes in a pane: back to where it was, else to its first useful control."""
    last = pane.property(_LAST)
    if isinstance(last, QWidget) and _takes_focus(last) and pane.isAncestorOf(last):
        return last
    first = pane
    while (proxy := first.focusProxy()) is not None:
        first = proxy
    if _takes_focus(first):
        return first
    return next((child for child in pane.findChildren(QWidget) if _takes_focus(child)), None)


def _takes_focus(widget: QWidget) -> bool:
    tabs = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabs and widget.isVisible() and widget.isEnabled()
