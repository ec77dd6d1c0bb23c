"""Takes a picture of every screen, offscreen, in every look and width: ``python -m tests.screenshots [folder]``."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from fsdesk.settings import HOME
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT, LOOKS, Look
from fsdesk.ui.window import Window
from tests import (
    screens_before,
    screens_behind,
    screens_history,
    screens_paper,
    screens_plan,
    screens_principles,
    screens_recovering,
    screens_sections,
    screens_settings,
    screens_setup,
    screens_today,
)
from tests.desk.team import a_team
from tests.journeys.window_world import World, a_world

FOLDER = Path(__file__).resolve().parents[1] / "build" / "screenshots"
STANDARD, SMALL = QSize(1366, 768), QSize(1024, 640)
BEFORE = screens_before.SCREENS | screens_setup.SCREENS | screens_recovering.SCREENS
BEHIND = screens_behind.SCREENS | screens_history.SCREENS | screens_paper.SCREENS | screens_sections.SCREENS
BEHIND |= screens_plan.SCREENS | screens_principles.SCREENS | screens_settings.SCREENS | screens_today.SCREENS
PLAN = "06-plan"
IN_ALL_WAYS = (
    *("01-unlock", "02-set-up", "03-sheet-copying", "28-card-words", PLAN, "26-cover"),
    *("06-section-now", "06-section-safety", "04-today", "04-today-many", "33-history-open"),
    *screens_principles.OTHERWISE,
    *screens_settings.OTHERWISE,
)
IN_OTHER_LOOKS = (
    *IN_ALL_WAYS,
    *(
        "05-families",
        "14-send-what-leaves",
        "12-print",
        "12-print-leave-out",
        "12-print-large",
        "34-help-print",
    ),
)
IN_THE_SMALLEST = (
    *IN_ALL_WAYS,
    *("06-section-goals", "06-section-family", "05-families", "12-print", "14-send-what-leaves"),
)
IN_LARGE_TEXT = (
    *IN_ALL_WAYS,
    *("06-section-goals", "06-section-family"),
    *("12-print", "12-print-easy-lines", "14-send-what-leaves", "34-help-plan"),
)


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
    """Every screen; the main ones also in the other looks, in the smallest window, and with larger text."""
    for screen in (*BEFORE, *BEHIND):
        yield Shot(screen)
    yield from (
        Shot(screen, look) for screen in IN_OTHER_LOOKS for look in LOOKS.values() if look is not LIGHT
    )
    yield from (Shot(screen, size=SMALL) for screen in IN_THE_SMALLEST)
    yield from (Shot(screen, scale=2.0) for screen in IN_LARGE_TEXT)


@dataclass
class Stage:
    """Where stores are made once, and copied for each picture that needs one."""

    folder: Path

    @contextmanager
    def world(self) -> Iterator[World]:
        """A window over a copy of Dan's store with the sample families."""
        copy = Path(tempfile.mkdtemp(dir=self.folder))
        os.environ[HOME] = str(copy)
        masters = self.folder / "masters"
        masters.mkdir(exist_ok=True)
        world = a_world(a_team(masters, copy, families=True), copy, now=screens_before.morning)
        try:
            yield world
        finally:
            world.close()


def take(
    app: QApplication,
    shot: Shot,
    folder: Path,
    stage: Stage,
    look: Callable[[Window], object] = lambda _: None,
) -> Path:
    """The picture lies in the folder, which is made if need be; ``look`` is given the window as it is pictured."""
    dress.put_on(app, shot.look, shot.scale)
    place = folder / shot.file
    folder.mkdir(parents=True, exist_ok=True)
    if shot.screen in BEFORE:
        window = Window()
        _show(app, window, shot, lambda: BEFORE[shot.screen](window))
        window.grab().save(str(place))
        look(window)
        window.hide()  # what has the focus lets go of it first: Qt would tell of a widget that is half gone
        window.deleteLater()
        app.sendPostedEvents(
            window, QEvent.Type.DeferredDelete
        )  # now, or every picture takes longer than the last
        return place
    with stage.world() as world:
        _show(app, world.window, shot, lambda: BEHIND[shot.screen](world))
        world.window.grab().save(str(place))
        look(world.window)
    return place


def _show(app: QApplication, window: Window, shot: Shot, prepare: Callable[[], None]) -> None:
    window.resize(shot.size)
    window.show()
    window.activateWindow()
    QCursor.setPos(
        window.mapToGlobal(window.rect().center())
    )  # on nothing that shows that it is under the pointer
    app.processEvents()
    prepare()
    for _ in range(3):
        app.processEvents()


def main(folder: Path = FOLDER) -> None:
    """Every picture is taken, and its name is said."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    before = os.environ.get(HOME)
    with tempfile.TemporaryDirectory() as made:
        for shot in shots():
            print(take(app, shot, folder, Stage(Path(made))))
    if before is not None:
        os.environ[HOME] = before


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
