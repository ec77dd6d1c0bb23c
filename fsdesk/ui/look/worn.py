"""The look that the application wears now, for whatever paints itself."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from fsdesk.ui.look.tokens import LIGHT, LOOKS, Look

_LOOK, _SCALE = "fsdeskLook", "fsdeskTextScale"


class Worn(NamedTuple):
    """A look and the text scale it is worn at (1.0 is 100 %)."""

    look: Look = LIGHT
    scale: float = 1.0

    def px(self, at_100: float) -> int:
        """A length of the design in px at this scale, at least 1."""
        return max(1, round(at_100 * self.scale))


def worn() -> Worn:
    """What the application wears; the light look at 100 % before anything was put on."""
    app = QCoreApplication.instance()
    name = app.property(_LOOK) if app else None
    return Worn(LOOKS[name], app.property(_SCALE)) if app and name else Worn()


def remember(app: QCoreApplication, look: Look, scale: float) -> None:
    """The application, as the owner of its palette and font, also knows which look they came from."""
    app.setProperty(_LOOK, look.name)
    app.setProperty(_SCALE, scale)
