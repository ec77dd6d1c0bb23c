"""A team with real laptops for each test that asks for one, and one package that passes between them."""

from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_record, a_serious_worry
from tests.desk.rooms import families, home_of_masters, team
from tests.desk.team import Team

__all__ = ["families", "home_of_masters", "package", "team"]

PLAN = "plan"


@pytest.fixture
def package(team: Team, tmp_path: Path) -> Path:
    """A package from Dan to Morag with two edits of one plan, some of it sealed."""
    note = a_record(m.ScratchNote, text="Ring the dentist.")
    team.dan.begin(a_plan(worries=[a_serious_worry()], scratch=[note]))
    team.dan.write(PLAN, title="Our year")
    path = tmp_path / "from-dan.fsdesk"
    team.dan.seals(path, team.morag)
    return path
