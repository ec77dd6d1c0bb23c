"""The order in which Tab goes: what is added later comes where it stands, not at the end."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(first: QWidget, *parts: QWidget) -> None:
    """Tab goes from ``first`` through everything in these parts, in their order."""
    chain = [first, *(stop for part in parts for stop in stops_in(part))]
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)


def stops_in(part: QWidget) -> Iterable[QWidget]:
    """What Tab stops at in a part: itself, or what is in it in the order it was made."""
    if _is_stop(part):
        return [part]
    return [child for child in part.findChildren(QWidget) if _is_stop(child)]


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
