"""The program's window over real stores: joined as the program joins it, with the keys a person would press."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from fsdesk.app import App
from fsdesk.ui.runner import Runner
from fsdesk.ui.window import Window
from fsdesk.ui.workspace import Workspace
from tests.desk.team import Team
from tests.store.stores import PASSPHRASE
from tests.ui.accessible import name

TODAY = date(2026, 11, 20)
_PATIENCE = 20.0  # seconds, on two busy cores


@dataclass
class World:
    """A window in front of Dan's store, and the laptops of his team beside it."""

    app: App
    runner: Runner
    team: Team

    @property
    def window(self) -> Window:
        """The window."""
        return self.app.window

    @property
    def inside(self) -> Workspace:
        """What lies behind the door."""
        assert self.app.workspace is not None
        return self.app.workspace

    @property
    def page(self) -> QWidget:
        """The plan's page that is open."""
        opened = self.inside.families.open_plan
        assert opened is not None
        return opened.page

    def until(self, holds: Callable[[], object]) -> None:
        """Events are handled until this holds."""
        end = time.monotonic() + _PATIENCE
        while not holds():
            assert time.monotonic() < end, "it did not come about"
            QApplication.processEvents()
            time.sleep(0.002)

    def quiet(self) -> None:
        """All work that was asked for is done, and its answers have arrived."""
        for _ in range(3):
            self.until(lambda: self.runner.is_idle)
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def unlock(self) -> None:
        """The passphrase is written, and Enter pressed."""
        line = self.window.findChild(QLineEdit)
        assert line is not None
        line.setText(PASSPHRASE)
        line.returnPressed.emit()
        self.until(lambda: self.app.workspace is not None)
        self.quiet()

    def open_family(self, family: str) -> None:
        """This family's plan is opened from the list, and the coach has looked at it."""
        self.inside.places.go("families")
        place = self.inside.families
        place.look_for()
        self.quiet()
        place.list.search.setText(family)
        place.list.search.opened.emit()
        self.until(lambda: place.open_plan is not None and place.open_plan.coach.shown is not None)
        self.quiet()

    def press(self, label: str, within: QWidget | None = None) -> None:
        """The button that a screen reader calls this is pressed."""
        button(within or self.window, label).click()
        self.quiet()

    def tab(self, key: str) -> None:
        """The tab of this page of the open family is clicked."""
        family = self.inside.families.family
        assert family is not None
        tabs = family.header.tabs
        middle = tabs.tabRect(tabs.keys.index(key)).center()
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
            at = QPointF(middle)
            QApplication.sendEvent(tabs, QMouseEvent(kind, at, tabs.mapToGlobal(at), left, left, none))
        self.quiet()

    def choose_file(self, place: Path) -> None:
        """The person names a place or a file in the dialog that is open."""
        self.until(lambda: any(one.isVisible() for one in self.window.findChildren(QFileDialog)))
        [asked] = [one for one in self.window.findChildren(QFileDialog) if one.isVisible()]
        asked.fileSelected.emit(str(place))
        asked.reject()
        self.quiet()
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    def close(self) -> None:
        """The window is closed as a person closes it, and everything has ended."""
        self.window.close()
        if self.app.workspace is not None:
            self.until(lambda: self.app.workspace is None)
        self.runner.finish()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def a_world(team: Team, home: Path, today: date = TODAY, now: Callable[[], datetime] = datetime.now) -> World:
    """A window before the door; Dan's store lies where the program looks for it, in ``home``."""
    team.dan.close()
    place = home / "stores" / "north-west-team"
    place.parent.mkdir(parents=True, exist_ok=True)
    team.dan.folder.rename(place)
    team.dan.folder = place
    runner = Runner()
    joined = App(runner, Window(), today=today, now=now)
    joined.show_door()
    joined.window.resize(1366, 768)
    return World(joined, runner, team)


@contextmanager
def in_front(world: World) -> Iterator[World]:
    """Somebody sits before the window; afterwards it is closed, and everything has ended."""
    world.window.show()
    world.window.activateWindow()
    world.until(world.window.isActiveWindow)
    yield world
    world.close()


def commit(text: str) -> None:
    """Words arrive where the focus is, as from a keyboard or an input method, whatever their script."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def button(within: QWidget, label: str) -> QAbstractButton:
    """The visible button that a screen reader calls this."""
    found = [one for one in within.findChildren(QAbstractButton) if one.isVisible() and name(one) == label]
    assert found, (
        f"no button {label}; there are {sorted({name(one) for one in within.findChildren(QAbstractButton)})}"
    )
    return found[0]


def words(within: QWidget) -> list[str]:
    """What can be read there now."""
    return [label.text() for label in within.findChildren(QLabel) if label.isVisible() and label.text()]
