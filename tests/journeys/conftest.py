"""A team with real laptops for each test that asks for one, and the window over one of them."""

from __future__ import annotations

import pytest

from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT
from tests.desk.rooms import families, home_of_masters, team
from tests.journeys.scripted import script
from tests.journeys.window_world import a_world, in_front

__all__ = ["families", "home_of_masters", "script", "team"]


@pytest.fixture
def locked_world(qapp, families, fsdesk_home):
    """The window before Dan's store with the sample families, which is not unlocked yet."""
    dress.put_on(qapp, LIGHT)
    with in_front(a_world(families, fsdesk_home)) as made:
        yield made


@pytest.fixture
def world(locked_world):
    """The window over Dan's store with the sample families, unlocked."""
    locked_world.unlock()
    return locked_world
