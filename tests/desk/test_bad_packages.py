from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk.desk import files, receiving, sealing
from fsdesk.errors import Refused
from fsdesk.plans.examples import a_plan
from fsdesk.store.package.refusals import NotAPackage, NotForUs, OwnPackage
from fsdesk.store.package.unseal import MARK
from tests.desk.team import Team, rows
from tests.memory import room_for
from tests.store.package.parts import Parts

FOUR_GB = 4 * 2**30


@pytest.fixture
def team_with_a_plan(team: Team) -> Team:
    """Dan holds a plan."""
    team.dan.begin(a_plan())
    return team


def empty(team: Team, path: Path) -> type[Refused]:
    """A file with nothing in it."""
    path.write_bytes(b"")
    return NotAPackage


def huge(team: Team, path: Path) -> type[Refused]:
    """Four gigabytes of nothing."""
    with path.open("wb") as file:
        file.truncate(FOUR_GB)
    return files.NotReadable


def huge_envelope(team: Team, path: Path) -> type[Refused]:
    """Four gigabytes that begin as a package does."""
    huge(team, path)
    with path.open("r+b") as file:
        file.write(MARK)
    return files.NotReadable


def to_somebody_else(team: Team, path: Path) -> type[Refused]:
    """A package to Isla."""
    team.dan.seals(path, team.isla)
    return NotForUs


def own(team: Team, path: Path) -> type[Refused]:
    """A package that Morag made, and sealed to herself too by her card's key."""
    team.dan.sends(team.morag)
    team.morag.seals(path, team.dan, since_receipt=False)
    path.write_bytes(Parts.of(path, team.dan).closed(team.morag))
    return OwnPackage


def own_as_it_was_sealed(team: Team, path: Path) -> type[Refused]:
    """A package that Morag made for Dan, as it lies beside her."""
    team.dan.sends(team.morag)
    team.morag.seals(path, team.dan, since_receipt=False)
    return OwnPackage


@pytest.mark.parametrize("make", [empty, huge, huge_envelope, to_somebody_else, own, own_as_it_was_sealed])
def test_what_is_no_package_for_us_is_refused_in_one_sentence_within_little_memory(
    team_with_a_plan, tmp_path, make
):
    """Nothing is changed, whether it is looked at or taken."""
    refusal = make(team_with_a_plan, tmp_path / "bad")
    morag = team_with_a_plan.morag
    before = rows(morag)

    for act in (receiving.look, receiving.take):
        with room_for(200), pytest.raises(refusal) as refused:
            act(morag.desk, tmp_path / "bad")
        assert str(refused.value).endswith(".")

    assert before == rows(morag)


def test_of_an_own_package_it_is_said_that_nothing_is_needed(team_with_a_plan, tmp_path):
    """It is for others; nobody goes and asks for another."""
    team_with_a_plan.dan.seals(tmp_path / "p", team_with_a_plan.morag)
    with pytest.raises(OwnPackage) as refused:
        receiving.look(team_with_a_plan.dan.desk, tmp_path / "p")

    assert "of your own" in str(refused.value)
    assert "nothing is needed" in str(refused.value)


def test_a_package_that_nobody_could_read_is_not_sealed(team_with_a_plan, tmp_path, monkeypatch):
    """The bound that a reader keeps to is the sender's too, and nothing is written or noted."""
    monkeypatch.setattr(sealing, "MOST_BYTES", 500)
    before = rows(team_with_a_plan.dan)
    with pytest.raises(sealing.TooLarge):
        team_with_a_plan.dan.seals(tmp_path / "p", team_with_a_plan.morag)

    assert before == rows(team_with_a_plan.dan)
    assert not (tmp_path / "p").exists()
