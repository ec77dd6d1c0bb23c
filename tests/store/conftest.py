"""A real store for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fsdesk.store.store import Store
from tests.store.stores import a_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a store is to be made."""
    return tmp_path / "store"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """A new worker's store, open."""
    with a_store(folder) as made:
        yield made
