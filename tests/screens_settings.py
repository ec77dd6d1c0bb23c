"""The screens of the settings, each over a real store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtWidgets import QLineEdit, QPushButton

from fsdesk.ui.settings.place import SettingsPlace
from fsdesk.ui.settings.topics import TOPICS
from tests.journeys.window_world import World
from tests.ui.accessible import name

Screen = Callable[[World], None]
SUGGESTED = "kettle harbour seven violet bus otter"


def topic(key: str, world: World) -> SettingsPlace:
    """This topic is open."""
    world.unlock()
    world.inside.places.go("settings")
    world.quiet()
    place = world.inside.places.page
    assert isinstance(place, SettingsPlace)
    place.go(key)
    place.setFocus()
    world.quiet()
    return place


def passphrase(world: World) -> None:
    """A new passphrase is being chosen."""
    topic("safe", world)
    world.press("Change passphrase")
    form = world.inside.places.page.page.passphrase.form
    line = {one.accessibleName(): one for one in form.findChildren(QLineEdit)}
    line["Your passphrase now"].setText("haar over maryhill road")
    line["Your new passphrase"].setText("maryhill ferry lantern")
    form.new.show_suggestion(SUGGESTED)
    world.quiet()


def sheet(world: World) -> None:
    """No recovery sheet was made yet."""
    topic("safe", world)
    world.press("Open the recovery sheet")


def lock(world: World) -> None:
    """The lock may be changed."""
    topic("safe", world)
    world.press("Change the lock itself")


def bring_back(world: World) -> None:
    """The backups are looked at."""
    from fsdesk.desk import backups

    place = topic("safe", world)
    desk, now = world.inside._desk, world.inside._desk.now
    for day, why in ((16, backups.DAILY), (19, "asked")):
        at = datetime(2026, 11, day, 16, 20, tzinfo=UTC)
        desk.now = partial(int, at.timestamp() * 1000)
        backups.make(desk, why)
    desk.now = now
    place.go("people")
    place.go("safe")
    world.quiet()
    world.press("Bring back an earlier day", place)


def bring_this_back(world: World) -> None:
    """One of them may be brought back."""
    bring_back(world)
    offered = world.inside.places.page.page.backups.bring_back._list
    world.press(name(offered.findChildren(QPushButton)[-1]), offered)


def card(world: World) -> None:
    """A colleague's card, before it is accepted."""
    place = topic("people", world)
    place.page.team._presenter.look_at_card(world.team.isla.card)
    world.quiet()


def withdrawing(world: World) -> None:
    """Somebody's laptop may be withdrawn."""
    topic("people", world)
    world.press("Withdraw Isla’s laptop...")


SCREENS: dict[str, Screen] = {
    **{f"20-settings-{one.key}": partial(topic, one.key) for one in TOPICS},
    "20-settings-passphrase": passphrase,
    "20-settings-sheet": sheet,
    "20-settings-lock": lock,
    "20-settings-bring-back": bring_back,
    "20-settings-bring-this-back": bring_this_back,
    "20-settings-card": card,
    "20-settings-withdraw": withdrawing,
}
OTHERWISE = ("20-settings-safe", "20-settings-people", "20-settings-look")
"""Those that are pictured in the other looks, in the smallest window, and with larger text, too."""
