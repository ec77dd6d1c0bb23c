"""What journeys through the first set-up share: a fresh laptop, a store half set up, and the keys one presses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from fsdesk import settings
from fsdesk.app import App
from fsdesk.desk import opening, setting_up
from fsdesk.ui.parts.sheet_paper import SheetPaper
from fsdesk.ui.runner import Runner
from fsdesk.ui.window import Window
from tests.journeys.window_world import World, words
from tests.store.stores import CHEAP
from tests.ui.accessible import name

KEY = Qt.Key
STRONG = "kettle harbour violet bus"


@pytest.fixture
def quick_keys(monkeypatch) -> None:
    """A key is worked out at once, as no real passphrase's is: what it costs is measured elsewhere."""
    monkeypatch.setattr("fsdesk.store.store.calibrated", lambda: CHEAP)


@pytest.fixture
def laptop(qtbot, light, fsdesk_home, quick_keys) -> Iterator[World]:
    """A fresh laptop."""
    world = a_laptop()
    yield world
    close(world)


@pytest.fixture
def light(qapp) -> None:
    """The light look at 100 %."""
    from fsdesk.ui.look import dress
    from fsdesk.ui.look.tokens import LIGHT

    dress.put_on(qapp, LIGHT)


@pytest.fixture
def set_up(fsdesk_home) -> Path:
    """A store that was made just now, with its set-up to be gone on with."""
    folder = settings.default_store()
    folder.parent.mkdir(parents=True)
    opening.create(folder, name="Dan", role="worker", passphrase=STRONG, derivation=CHEAP)
    setting_up.at(folder, setting_up.Step.SHEET)
    return folder


def a_laptop() -> World:
    """A window on whatever plans there are on this laptop, as after a restart."""
    runner = Runner()
    world = World(App(runner, Window()), runner, None)
    world.app.show_door()
    world.window.resize(1366, 768)
    world.window.show()
    world.window.activateWindow()
    world.until(world.window.isActiveWindow)
    return world


def close(world: World) -> None:
    """The window is closed as a person closes it, and nothing is open any more."""
    world.window.close()
    world.until(lambda: not world.window.isVisible())
    world.runner.finish()
    world.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(world: World, qtbot, key: Qt.Key) -> None:
    """A key is pressed where the keyboard is, and what that asks for is done."""
    qtbot.keyClick(QApplication.focusWidget(), key)
    world.quiet()


def tab_to(world: World, qtbot, label: str) -> None:
    """Tab goes to what a screen reader calls this; never in vain."""
    for _ in range(40):
        here = QApplication.focusWidget()
        if here is not None and name(here) == label:
            return
        qtbot.keyClick(here or world.window, KEY.Key_Tab)
    pytest.fail(f"Tab never comes to {label}")


def shown_words(world: World) -> list[list[str]]:
    """The rows of the sheet that is being copied."""
    paper = world.window.findChild(SheetPaper)
    large = [one.text() for one in paper.findChildren(QLabel) if one.property("words") == "code-large"]
    return [large[at : at + 4] for at in range(0, len(large), 4)]


def asked_row(world: World) -> int:
    """Which row of the sheet is asked for, counted from 1."""
    asked = next(one for one in words(world.window) if one.startswith("Type the four words of row"))
    return int(asked.split()[6].rstrip(","))


def unlock(world: World, passphrase: str = STRONG) -> None:
    """The passphrase is written, and Enter pressed."""
    line = world.window.findChild(QLineEdit)
    line.setText(passphrase)
    line.returnPressed.emit()
    world.until(lambda: world.app.workspace is not None or world.app.setting_up is not None)
    world.quiet()


def copy_and_prove(world: World) -> None:
    """The sheet is copied by hand, and the row that is asked for typed back."""
    world.press("I’ll copy it by hand")
    rows = shown_words(world)
    world.press("I’ve copied it")
    world.window.findChild(QLineEdit).setText(" ".join(rows[asked_row(world) - 1]))
    world.press("Check it")


def sizes(world: World) -> list[tuple[str, int]]:
    """Every visible button that is less than 44 px high, by its name."""
    found = [one for one in world.window.findChildren(QAbstractButton) if one.isVisible()]
    return [(name(one), one.height()) for one in found if one.height() < 44]
