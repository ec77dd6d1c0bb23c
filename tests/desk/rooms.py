"""Fixtures that tests of the desk, the command line, packages and journeys share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.team import Team, a_team


@pytest.fixture(scope="session")
def home_of_masters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the stores lie that are copied for each test: one folder, whichever test asks first."""
    folder = tmp_path_factory.getbasetemp() / "masters"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def team(home_of_masters: Path, tmp_path: Path) -> Iterator[Team]:
    """Dan and Isla, workers, and Morag, their lead, who all accepted each other's cards; no plan yet."""
    made = a_team(home_of_masters, tmp_path)
    yield made
    made.close()


@pytest.fixture
def families(home_of_masters: Path, tmp_path: Path) -> Iterator[Team]:
    """The same team, with the six sample families in Dan's store."""
    made = a_team(home_of_masters, tmp_path, families=True)
    yield made
    made.close()
