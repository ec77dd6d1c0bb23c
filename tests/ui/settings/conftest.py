from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.journeys.window_world import World, a_world


@pytest.fixture
def world(qtbot, light, team, fsdesk_home) -> Iterator[World]:
    """A window in front of Dan's store."""
    made = a_world(team, fsdesk_home)
    yield made
    made.close()
