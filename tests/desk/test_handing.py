from __future__ import annotations

import shutil
from datetime import datetime
from typing import NamedTuple

import pytest

from fsdesk.desk import files, handing, receipts
from fsdesk.plans.examples import a_plan
from tests.desk.team import Team, rows

PLAN = "plan"


@pytest.fixture
def sealed(team: Team, tmp_path) -> Team:
    """Dan sealed his first package to Morag."""
    team.dan.begin(a_plan())
    team.dan.seals(tmp_path / "week", team.morag)
    (tmp_path / "stick").mkdir()
    return team


def morags(team: Team) -> dict:
    """What Dan knows of the one package that he sealed to Morag."""
    (one,) = [one for one in receipts.state(team.dan.desk) if one["name"] == "Morag"]
    return one["packages"][0]


def test_sealed_handed_over_and_received_are_three_truths(sealed, tmp_path):
    """Each has its own moment, and none says another."""
    said = [morags(sealed)]
    handing.note(sealed.dan.desk, "1")
    said.append(morags(sealed))
    sealed.morag.takes(tmp_path / "week")
    said.append(morags(sealed))
    sealed.morag.confirms(sealed.dan)
    said.append(morags(sealed))

    assert [(False, False), (True, False), (True, False), (True, True)] == [
        (one["handed_over"] is not None, one["received"]) for one in said
    ]
    assert all(datetime.fromisoformat(one["sealed"]) for one in said)
    assert datetime.fromisoformat(said[-1]["received_at"])
    assert datetime.fromisoformat(said[-1]["handed_over"])


def test_a_package_is_known_as_handed_over_by_its_file_too_and_keeps_its_first_moment(sealed, tmp_path):
    """Saying so twice changes nothing."""
    first = handing.note(sealed.dan.desk, str(tmp_path / "week"))
    sealed.dan.desk.now = lambda: 2_000_000_000_000

    assert first == handing.note(sealed.dan.desk, "1")


@pytest.mark.parametrize("which", ["2", "0", "999999999999999999999"])
def test_a_number_that_was_never_sealed_is_refused(sealed, which):
    """Nothing is noted."""
    before = rows(sealed.dan)

    with pytest.raises(handing.NotOurs):
        handing.note(sealed.dan.desk, which)

    assert before == rows(sealed.dan)


def test_a_package_of_somebody_else_is_not_handed_over(sealed, tmp_path):
    """Only its sender knows who has it."""
    with pytest.raises(handing.NotOurs):
        handing.note(sealed.morag.desk, str(tmp_path / "week"))


def test_handing_over_copies_reads_back_and_leaves_the_file(sealed, tmp_path):
    """The copy is the same, for its owner alone, and its name says no more than the package's does."""
    handed = handing.hand_over(sealed.dan.desk, tmp_path / "week", tmp_path / "stick")

    assert (1, tmp_path / "stick" / "week") == (handed.number, handed.path)
    assert (tmp_path / "week").read_bytes() == (tmp_path / "stick" / "week").read_bytes()
    assert morags(sealed)["handed_over"]
    assert not morags(sealed)["received"]


class Usage(NamedTuple):
    """Of a drive."""

    total: int
    used: int
    free: int


def test_a_stick_without_room_is_found_before_anything_is_written(sealed, tmp_path, monkeypatch):
    """And nothing is noted."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10, 10, 100))
    before = rows(sealed.dan)

    with pytest.raises(handing.NoRoom):
        handing.hand_over(sealed.dan.desk, tmp_path / "week", tmp_path / "stick")

    assert ([], before) == (list((tmp_path / "stick").iterdir()), rows(sealed.dan))


def test_a_stick_that_keeps_something_else_is_noticed(sealed, tmp_path, monkeypatch):
    """The copy is read back, and taken away again."""

    def spoil(path):
        path.write_bytes(b"x" + path.read_bytes()[1:])

    monkeypatch.setattr(files, "settle", spoil)
    before = rows(sealed.dan)

    with pytest.raises(handing.NotTheSame):
        handing.hand_over(sealed.dan.desk, tmp_path / "week", tmp_path / "stick")

    assert ([], before) == (list((tmp_path / "stick").iterdir()), rows(sealed.dan))


def test_a_stick_that_is_not_there_is_said_to_be(sealed, tmp_path):
    """Nothing is noted."""
    with pytest.raises(handing.NoFolder):
        handing.hand_over(sealed.dan.desk, tmp_path / "week", tmp_path / "no stick")

    assert morags(sealed)["handed_over"] is None


def test_what_nobody_has_received_is_listed_until_a_receipt_comes(sealed, tmp_path):
    """Neither sealing nor handing over nor taking in at the other end is a receipt."""
    listed = [handing.unreceived(sealed.dan.desk)]
    handing.note(sealed.dan.desk, "1")
    sealed.morag.takes(tmp_path / "week")
    listed.append(handing.unreceived(sealed.dan.desk))
    sealed.morag.confirms(sealed.dan)
    listed.append(handing.unreceived(sealed.dan.desk))
    sealed.dan.write(PLAN, title="Written since")
    listed.append(handing.unreceived(sealed.dan.desk))

    assert [[1], [1], [], [1]] == [[one["edits"] for one in found] for found in listed]


def test_a_plan_that_stays_is_listed_though_packages_were_received(sealed):
    """They spoke of its edits as of edits that stay."""
    sealed.dan.begin(a_plan(id="mine", code="7777-7777", stays_here=True))
    sealed.dan.sends(sealed.morag)
    sealed.morag.confirms(sealed.dan)

    assert [("mine", True)] == [
        (one["plan"], one["stays_here"]) for one in handing.unreceived(sealed.dan.desk)
    ]
