from __future__ import annotations

from collections.abc import Iterator

import pytest

from fsdesk import settings
from fsdesk.settings import Choices
from tests.ui.presenters.fakes import Screen
from tests.ui.presenters.settings.desks import Room


@pytest.fixture
def room(fsdesk_home) -> Iterator[Room]:
    """A worker's own desk."""
    made = Room(settings.default_store())
    yield made
    made.close()


@pytest.fixture
def screen() -> Screen:
    """What the presenter asked of its page."""
    return Screen()


@pytest.fixture
def heard() -> list[Choices]:
    """What was chosen, as whoever goes by it hears of it."""
    return []
