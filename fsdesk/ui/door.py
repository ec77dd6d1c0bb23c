"""What every screen before the plans has in common: a landscape that tells nothing, and one column beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.landscape import Landscape
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.parts.width import Fits

NAME, MOTTO = "fsdesk", "Plans that belong to families."
_BESIDE, _BESIDE_LEAST = 84, 24  # px at 100 %
_LANDSCAPE, _LEAST_LANDSCAPE = 430, 200  # px at any text size


class Door(Begins, Fits, QWidget):
    """``column`` takes what the screen says, at most ``wide`` px across at 100 %.

    ``sign`` is what stands in the landscape in place of the program's name, and what stands above the column where
    there is no room for a landscape.
    """

    def __init__(
        self, wide: int = 560, sign: tuple[QWidget, QWidget] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wide = wide
        self._landscape = _landscape(sign[0] if sign else None)
        self._short_sign = sign[1] if sign else None
        self._held, self._beside = QWidget(), QHBoxLayout()
        self.column = QVBoxLayout(self._held)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        if self._short_sign is not None:
            self.column.addWidget(self._short_sign)
        panel = QFrame()
        panel.setProperty("surface", "panel")
        panel.setLayout(self._beside)
        self._beside.addWidget(self._held)
        self._beside.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._landscape)
        row.addWidget(Scrolled(panel), 1)

    def put_aside(self, *parts: QWidget) -> None:
        """These parts are not shown here; they belong to the page all the same, and go when it goes.

        A widget of nobody's is let go of by Python, on whichever thread that happens.
        """
        for part in parts:
            part.setParent(self)
            part.hide()

    def _fit(self) -> None:
        """The landscape gives way first, then the room beside the column, and last the column itself."""
        px, wide = worn().px, self.width()
        spare = wide - px(self._wide + 2 * _BESIDE_LEAST)
        least = max(_LEAST_LANDSCAPE, self._landscape.minimumSizeHint().width())
        has_landscape = spare >= least
        self._landscape.setVisible(has_landscape)
        self._landscape.setFixedWidth(max(least, min(_LANDSCAPE, spare)))
        if self._short_sign is not None:
            self._short_sign.setVisible(not has_landscape)
        left = wide - (self._landscape.width() if has_landscape else 0)
        beside = max(px(_BESIDE_LEAST), min(px(_BESIDE), (left - px(self._wide)) // 2))
        self._beside.setContentsMargins(beside, px(51), 0, px(24))
        self._held.setFixedWidth(min(px(self._wide), left - 2 * px(_BESIDE_LEAST)))


def _landscape(sign: QWidget | None) -> Landscape:
    px = worn().px
    landscape = Landscape()
    column = QVBoxLayout(landscape)
    column.setContentsMargins(px(36), px(34), px(24), px(24))
    column.setSpacing(px(8))
    said = [sign] if sign is not None else [words.line(NAME, "name"), words.prose(MOTTO, "motto")]
    for one in said:
        column.addWidget(one)
    landscape.keep_clear(*said)
    column.addStretch(1)
    return landscape
