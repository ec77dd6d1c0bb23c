"""Takes a picture of every screen, offscreen, in every look and width: ``python -m tests.screenshots [folder]``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QLineEdit

from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT, LOOKS, Look
from fsdesk.ui.presenters.unlock import CHECK_SPACES, NOT_OPENED, StoreChoice
from fsdesk.ui.unlock import Unlock
from fsdesk.ui.window import Window

FOLDER = Path(__file__).resolve().parents[1] / "build" / "screenshots"
STANDARD, SMALL = QSize(1366, 768), QSize(1024, 640)

_MORNING = datetime(2026, 3, 9, 9)
_CHOICES = (
    StoreChoice(Path("north-west"), "North West team", "Last opened Friday 16:20"),
    StoreChoice(
        Path("practice"), "Practice families", "Made-up families to try things with", is_practice=True
    ),
)


def unlock(window: Window) -> None:
    """A passphrase is being written, with Caps Lock on."""
    door = _door(window, "haar over maryhill")
    door.show_caps_lock(True)


def unlock_not_opened(window: Window) -> None:
    """The passphrase was another one."""
    door = _door(window, "haar over maryhillroad")
    door.show_refused(NOT_OPENED, CHECK_SPACES)


def unlock_opening(window: Window) -> None:
    """The key is being worked out."""
    _door(window, "haar over maryhill road").show_opening(True)


def unlock_first_day(window: Window) -> None:
    """There are no plans on this laptop yet."""
    window.show_door(Unlock([], lambda: _MORNING))


SCREENS: dict[str, Callable[[Window], None]] = {
    "01-unlock": unlock,
    "01-unlock-not-opened": unlock_not_opened,
    "01-unlock-opening": unlock_opening,
    "01-unlock-first-day": unlock_first_day,
}


class Shot(NamedTuple):
    """One picture to take."""

    screen: str
    look: Look = LIGHT
    size: QSize = STANDARD
    scale: float = 1.0

    @property
    def file(self) -> str:
        """What the picture is called."""
        text = "" if self.scale == 1.0 else f"-text-{self.scale:.0%}".rstrip("%")
        return f"{self.screen}-{self.look.name}-{self.size.width()}x{self.size.height()}{text}.png"


def shots() -> Iterator[Shot]:
    """Every screen in the three looks, in the smallest window, and with text twice as large."""
    for screen, look in product(SCREENS, LOOKS.values()):
        yield Shot(screen, look)
    for screen in SCREENS:
        yield Shot(screen, size=SMALL)
        yield Shot(screen, scale=2.0)


def take(app: QApplication, shot: Shot, folder: Path) -> Path:
    """The picture lies in the folder, which is made if need be."""
    dress.put_on(app, shot.look, shot.scale)
    window = Window()
    window.resize(shot.size)
    SCREENS[shot.screen](window)
    window.show()
    window.activateWindow()
    app.processEvents()
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / shot.file
    window.grab().save(str(place))
    window.deleteLater()
    # Now, or every picture would take longer than the last one.
    app.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    return place


def main(folder: Path = FOLDER) -> None:
    """Every picture is taken, and its name is said."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    for shot in shots():
        print(take(app, shot, folder))


def _door(window: Window, passphrase: str) -> Unlock:
    door = Unlock(_CHOICES, lambda: _MORNING)
    window.show_door(door)
    line = door.findChild(QLineEdit)
    assert line is not None
    line.setText(passphrase)
    return door


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
