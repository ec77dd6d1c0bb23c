from __future__ import annotations

from collections.abc import Iterator

import pytest

from fsdesk import settings
from tests.ui.presenters.settings.desks import Room


@pytest.fixture
def room(fsdesk_home) -> Iterator[Room]:
    """A worker's own desk."""
    made = Room(settings.default_store())
    yield made
    made.close()
