"""The screens before the plans, each as a picture needs it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton

from fsdesk.desk.stores import NotHere
from fsdesk.ui.cover import Cover
from fsdesk.ui.doorway import OFF_THE_LIST
from fsdesk.ui.other_plans import MORE
from fsdesk.ui.presenters.unlock import CHECK_SPACES, NOT_OPENED, StoreChoice
from fsdesk.ui.unlock import Unlock
from fsdesk.ui.window import Window

_CHOICES = (
    StoreChoice(Path("north-west"), "North West team", "Last opened Friday 16:20"),
    StoreChoice(
        Path("practice"), "Practice families", "Made-up families to try things with", is_practice=True
    ),
)


def morning() -> datetime:
    """The moment of every picture."""
    return datetime(2026, 3, 9, 10, 42)


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
    window.show_door(Unlock([], morning))


def unlock_other_plans(window: Window) -> None:
    """Somebody took plans off the list, and sees what else can be done with it."""
    door = Unlock(_CHOICES[:1], morning)
    window.show_door(door)
    next(one for one in door.findChildren(QPushButton) if one.text() == MORE).click()
    door.show_list_changed(OFF_THE_LIST)


def unlock_not_here(window: Window) -> None:
    """The stick with the plans is out."""
    door = _door(window, "haar over maryhill road")
    door.show_refused(NotHere.what, NotHere.what_next)


def cover(window: Window) -> None:
    """Nobody is there."""
    window.setCentralWidget(Cover(morning))


SCREENS: dict[str, Callable[[Window], None]] = {
    "01-unlock": unlock,
    "01-unlock-not-opened": unlock_not_opened,
    "01-unlock-not-here": unlock_not_here,
    "01-unlock-opening": unlock_opening,
    "01-unlock-first-day": unlock_first_day,
    "01-unlock-other-plans": unlock_other_plans,
    "26-cover": cover,
}


def _door(window: Window, passphrase: str) -> Unlock:
    door = Unlock(_CHOICES, morning)
    window.show_door(door)
    line = door.findChild(QLineEdit)
    assert line is not None
    line.setText(passphrase)
    return door
