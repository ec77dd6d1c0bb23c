from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk.desk import backups, bringing_back, opening
from fsdesk.desk.bringing_back import NotWhole
from fsdesk.jobs import Progress, Stopped, quiet
from fsdesk.plans import samples
from tests.desk.team import Team
from tests.store.stores import PASSPHRASE, contents, flipped

_OF_READING = ("store.db-shm", "store.db-wal")
"""What whoever reads a store leaves beside it, with nothing in it; the next opening clears it away."""
PLAN = samples.load_all()[0].id


def test_what_is_here_and_what_a_backup_holds_are_counted_while_the_desk_is_used(families: Team):
    """One edit was written since the backup."""
    dan = families.dan
    one = backups.make(dan.desk)
    dan.write(PLAN, neighbourhood="Sighthill")
    found = bringing_back.looking(dan.desk)(quiet())
    [day] = found.days

    assert day.held is not None
    assert one == day.backup
    assert found.here.plans == day.held.plans
    assert found.here.edits == day.held.edits + 1


def test_a_damaged_backup_is_listed_and_not_counted(families: Team):
    """And bringing it back changes nothing of the store."""
    dan = families.dan
    one = backups.make(dan.desk)
    flipped(one.folder / "store.db", 100)
    [day] = bringing_back.looking(dan.desk)(quiet()).days
    dan.close()
    before = contents(dan.folder)
    with pytest.raises(NotWhole):
        bringing_back.bring_back(dan.folder, PASSPHRASE, one, quiet())

    assert day.held is None
    assert before == contents(dan.folder)


@pytest.mark.parametrize("at", range(5))
def test_stopping_at_any_step_changes_nothing(families: Team, at: int):
    """Up to the moment at which what was here is put among the backups."""
    dan = families.dan
    one = backups.make(dan.desk)
    dan.write(PLAN, neighbourhood="Sighthill")
    dan.close()
    before = contents(dan.folder)
    told: list[int] = []

    def tell(done: int, _total: int, _words: str) -> None:
        told.append(done)
        if done == at - 1:
            progress.cancel()

    progress = Progress(tell)
    if at == 0:
        progress.cancel()
    with pytest.raises(Stopped):
        bringing_back.bring_back(dan.folder, PASSPHRASE, one, progress)

    after = contents(dan.folder)

    assert list(range(at)) == told
    assert before == {name: held for name, held in after.items() if name not in _OF_READING}
    assert b"" == after.get("store.db-wal", b"")


def test_the_day_is_back_under_a_new_laptop_id_and_what_was_here_is_kept(families: Team):
    """Another passphrase brings nothing back."""
    dan = families.dan
    device, was = dan.device, dan.plan(PLAN).neighbourhood
    one = backups.make(dan.desk)
    dan.write(PLAN, neighbourhood="Sighthill")
    dan.close()
    with pytest.raises(opening.WrongPassphrase):
        bringing_back.bring_back(dan.folder, "four other words here", one, quiet())
    kept: Path = bringing_back.bring_back(dan.folder, PASSPHRASE, one, quiet())
    back, is_new = dan.plan(PLAN).neighbourhood, dan.device != device

    assert (was, True) == (back, is_new)
    assert [kept] == [other.folder for other in backups.listed(dan.folder) if other.why == "before-restore"]
