"""The settings of a real store behind a real window, and what can be done there."""

from __future__ import annotations

from typing import Any

from fsdesk.ui.settings.place import SettingsPlace
from tests.journeys.window_world import World


def at(world: World, topic: str) -> Any:
    """The page of this topic, unlocked, shown, and with everything it asked for."""
    world.window.show()
    if world.app.workspace is None:
        world.unlock()
    world.inside.places.go("settings")
    place(world).go(topic)
    world.quiet()
    return place(world).page


def place(world: World) -> SettingsPlace:
    """The place of settings."""
    found = world.inside.places.page
    assert isinstance(found, SettingsPlace)
    return found
