"""Stores to harm, made once, and a nursery of processes to end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults import journeys
from tests.faults.children import Nursery, a_nursery
from tests.faults.journeys import Journey
from tests.faults.rooms import Rooms, made


@pytest.fixture(scope="session")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Rooms:
    """A worker's and a lead's store, and a package between them."""
    return made(tmp_path_factory.mktemp("rooms"))


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    """Where children come from."""
    with a_nursery() as one:
        yield one


@pytest.fixture(scope="session")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """All that people do with planted words, faults included."""
    return journeys.made(tmp_path_factory.mktemp("journey"))
