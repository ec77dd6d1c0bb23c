from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk import settings
from fsdesk.desk import receipts, watching
from fsdesk.plans.examples import a_plan
from tests.desk.team import Team, rows


@pytest.fixture
def shared(team: Team, tmp_path, monkeypatch) -> Path:
    """A folder in which Dan's two packages lie, and settings of their own."""
    monkeypatch.setenv("FSDESK_HOME", str(tmp_path / "home"))
    folder = tmp_path / "shared"
    folder.mkdir()
    team.dan.begin(a_plan())
    team.dan.seals(folder / "1", team.morag)
    team.dan.write("plan", title="Later")
    team.dan.seals(folder / "2", team.morag)
    return folder


def seen(team: Team, folder: Path) -> dict[str, str]:
    """What became of each file at Morag's."""
    return {one.path.name: one.status for one in watching.look_in(team.morag.desk, folder)}


def test_what_lies_in_the_folder_is_taken_each_by_itself(team, shared):
    """The folder stays as it is, and the next look finds nothing new."""
    before = {path.name: path.read_bytes() for path in shared.iterdir()}

    first, second = seen(team, shared), seen(team, shared)

    assert ({"1": "imported", "2": "imported"}, {"1": "already", "2": "already"}) == (first, second)
    assert "Later" == team.morag.plan("plan").title
    assert before == {path.name: path.read_bytes() for path in shared.iterdir()}


def test_one_bad_file_stops_no_other(team, shared):
    """Damaged, half written, ours, somebody else's, or no package at all."""
    whole = (shared / "1").read_bytes()
    (shared / "0 damaged").write_bytes(whole[:-20] + bytes(20))
    (shared / "0 half").write_bytes(whole[: len(whole) // 2])
    (shared / "0 notes.txt").write_text("shopping")
    (shared / "0 folder").mkdir()
    team.morag.begin(a_plan(id="hers", code="7777-7777"))
    team.morag.seals(shared / "0 hers", team.dan)
    team.dan.seals(shared / "0 to isla", team.isla)

    found = seen(team, shared)

    assert {
        "0 damaged": "refused",
        "0 half": "refused",
        "0 hers": "not for us",
        "0 to isla": "not for us",
        "1": "imported",
        "2": "imported",
    } == found


def test_receipts_are_taken_from_the_folder_too(team, shared):
    """The sender finds them where the packages were put."""
    seen(team, shared)
    receipts.write(team.morag.desk, [team.morag.to(team.dan)], shared / "receipt")

    found = {one.path.name: one.status for one in watching.look_in(team.dan.desk, shared)}

    assert ("imported", "not for us") == (found["receipt"], found["1"])


def test_the_folder_is_remembered(shared):
    """Named once, it need not be named again."""
    with pytest.raises(watching.NothingWatched):
        watching.chosen(None)

    assert (shared, shared) == (watching.chosen(shared), watching.chosen(None))
    assert str(shared) == settings.choices().watched


def test_a_folder_that_is_not_there_is_refused(team, shared):
    """A drive that is not connected changes nothing."""
    before = rows(team.morag)

    with pytest.raises(watching.NoFolder):
        list(watching.look_in(team.morag.desk, shared / "gone"))

    assert before == rows(team.morag)
