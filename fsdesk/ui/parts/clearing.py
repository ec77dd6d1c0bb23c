"""Taking things out of a layout so that they are gone at once, and deleted when it is safe."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget


def clear(layout: QLayout) -> None:
    """Nothing is left in the layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            let_go(widget)


def let_go(widget: QWidget) -> None:
    """The widget is out of sight now, and deleted once nothing is happening to it.

    Hidden first, always: a widget that is deleted while it has the keyboard is told of by Qt when it is half gone.
    """
    widget.hide()
    widget.deleteLater()
