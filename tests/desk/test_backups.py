from __future__ import annotations

import shutil
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fsdesk.desk import backups, cards, files, opening, plans, receiving, recovery
from fsdesk.desk.backups import Kept
from fsdesk.desk.desk import Desk
from fsdesk.jobs import quiet
from fsdesk.plans import samples
from fsdesk.store.refusals import DiskFull
from fsdesk.store.store import Store
from tests.desk.team import Team
from tests.store.stores import CHEAP, PASSPHRASE, flipped

DAY = 24 * 60 * 60 * 1000
NOW = int(datetime(2026, 11, 21, 9, tzinfo=UTC).timestamp() * 1000)


def when_due(desk: Desk) -> Kept | None:
    """What the window does: the backup of the day, unless there is one."""
    work = backups.when_due(desk)
    return work(quiet()) if work else None


def test_the_backup_of_the_day_is_made_once(team: Team):
    """Opening the store a second time that day makes none, the next morning one."""
    desk = team.dan.desk
    desk.now = lambda: NOW
    first = when_due(desk)

    assert first is not None
    desk.now = lambda: NOW + DAY // 3
    assert when_due(desk) is None
    desk.now = lambda: NOW + DAY - 60_000
    assert "daily" == when_due(desk).why
    assert 2 == len(backups.listed(desk.store.folder))


@pytest.mark.parametrize("years", [-3, 3])
def test_a_clock_that_is_years_off_takes_no_backup_away(team: Team, years):
    """A backup is due all the same, and the good ones stay."""
    desk = team.dan.desk
    desk.now = lambda: NOW
    before = backups.make(desk)
    desk.now = lambda: NOW + years * 365 * DAY
    made = when_due(desk)

    assert {before, made} == set(backups.listed(desk.store.folder))
    assert opening.verify(desk)["whole"]


def test_a_backup_can_be_made_on_another_thread(families: Team):
    """The desk is used meanwhile; the backup opens."""
    work, made = backups.making(families.dan.desk), []
    thread = threading.Thread(target=lambda: made.append(work(quiet())))
    thread.start()
    families.dan.write(samples.load_all()[0].id, neighbourhood="Sighthill")
    thread.join()

    with opening.open_desk(made[0].folder, PASSPHRASE) as desk:
        assert 6 == len(plans.listing(desk))


def test_a_backup_is_made_before_what_is_taken_in(families: Team, tmp_path: Path):
    """It holds the store as it was; a package that changes nothing makes none, and neither does a look."""
    package = tmp_path / "package"
    families.dan.seals(package, families.morag)
    receiving.look(families.morag.desk, package)
    for _ in range(2):
        receiving.take(families.morag.desk, package, backup_first=True)

    (made,) = backups.listed(families.morag.folder)
    assert "before-import" == made.why
    assert 6 == len(plans.listing(families.morag.desk))
    with opening.open_desk(made.folder, PASSPHRASE) as desk:
        assert [] == plans.listing(desk)


def test_without_room_for_the_backup_nothing_is_taken_in(families: Team, tmp_path: Path, monkeypatch):
    """What could not be undone is not begun."""

    def full(*_: object) -> None:
        raise DiskFull

    package = tmp_path / "package"
    families.dan.seals(package, families.morag)
    monkeypatch.setattr(backups, "before", full)
    with pytest.raises(DiskFull):
        receiving.take(families.morag.desk, package, backup_first=True)
    assert [] == plans.listing(families.morag.desk)


def test_a_restore_shows_first_and_swaps_when_it_is_told_to(families: Team):
    """Counts and dates of both, side by side."""
    backups.make(families.dan.desk)
    families.dan.write(samples.load_all()[0].id, neighbourhood="Sighthill")
    device = families.dan.device
    families.dan.close()

    with backups.beside(families.dan.folder, PASSPHRASE) as ready:
        shown = backups.sides_as_json(ready.sides)
    assert (6, 7, 6, 6) == tuple(
        shown[side][count] for side in ("here", "backup") for count in ("plans", "edits")
    )
    assert shown["backup"]["last_edit"] < shown["here"]["last_edit"]
    assert device == families.dan.device
    families.dan.close()

    with backups.beside(families.dan.folder, PASSPHRASE) as ready:
        was = ready.swap()
    assert device != families.dan.device
    assert 6 == opening.verify(families.dan.desk)["edits"]
    assert "before-restore" == next(
        one.why for one in backups.listed(families.dan.folder) if one.folder == was
    )


def test_both_go_on_after_a_restore_and_nothing_is_lost(families: Team, tmp_path: Path):
    """The old laptop turns up again: what either wrote is in the lead's plan, and no place holds two edits."""
    dan, morag, plan = families.dan, families.morag, samples.load_all()[0].id
    backups.make(dan.desk)
    stick = tmp_path / "stick"
    backups.copy_to(dan.desk, backups.listed(dan.folder)[0], stick)
    dan.close()
    new = tmp_path / "new" / "dan"
    backups.into_new(new, PASSPHRASE, stick)
    restored = type(dan)(new)
    shutil.copy(dan.card, restored.card)

    files.write(restored.card, cards.own(restored.desk)[1], force=True)
    cards.accept(morag.desk, restored.card, verified=True)
    dan.write(plan, neighbourhood="Sighthill")
    restored.write(plan, title="A calmer morning")
    found = [laptop.sends(morag)[0] for laptop in (dan, restored)]
    restored.close()

    assert ["imported", "imported"] == [one.status for one in found]
    assert ("Sighthill", "A calmer morning") == (morag.plan(plan).neighbourhood, morag.plan(plan).title)
    assert opening.verify(morag.desk)["whole"]


def test_what_an_earlier_restore_put_aside_is_tried_last(families: Team):
    """A second restore does not bring back what the first one was to get rid of."""
    desk = families.dan.desk
    desk.now = lambda: NOW
    made = backups.make(desk)
    families.dan.close()
    with backups.beside(families.dan.folder, PASSPHRASE, now=lambda: NOW + DAY) as ready:
        ready.swap()

    assert ["asked", "before-restore"] == [one.why for one in backups.to_restore(families.dan.folder)]
    flipped(made.folder / "store.db", 9000)
    with backups.beside(families.dan.folder, PASSPHRASE) as ready:
        assert "before-restore" == ready.sides.backup.why


def test_a_new_passphrase_and_sheet_are_not_undone_by_a_restore(team: Team, tmp_path: Path):
    """Under the same lock, today's slots open what comes back."""
    backups.make(team.dan.desk)
    recovery.write(team.dan.desk, tmp_path / "sheet")
    team.dan.close()
    with Store.open(team.dan.folder, PASSPHRASE) as store:
        store.change_passphrase("marble anchor thistle drum", CHEAP)
    with backups.beside(team.dan.folder, "marble anchor thistle drum") as ready:
        ready.swap()

    sheet = (tmp_path / "sheet").read_bytes()
    assert recovery.recover(team.dan.folder, sheet, PASSPHRASE, derivation=CHEAP)


def test_backups_of_the_last_weeks_are_there_after_months_of_use(team: Team):
    """And none is older than 35 days, so that what was erased is gone from them all."""
    desk = team.dan.desk
    for day in (*range(0, 40, 20), *range(40, 70)):
        desk.now = lambda day=day: NOW + day * DAY
        when_due(desk)

    ages = [
        datetime.fromtimestamp(NOW / 1000, UTC) + timedelta(days=69) - one.made_at
        for one in backups.listed(desk.store.folder)
    ]
    assert max(ages) <= timedelta(days=35)
    assert len(ages) > 10


def test_a_copy_can_be_made_on_another_thread_and_is_found_again(team: Team, tmp_path):
    """What it needs of the desk is asked for before; in another place there are none."""
    desk = team.dan.desk
    desk.now = lambda: NOW
    made, work = backups.make(desk), backups.copying(desk, tmp_path / "stick")
    there: list[Kept] = []
    thread = threading.Thread(target=lambda: there.append(work(made)))
    thread.start()
    thread.join()

    assert there == backups.copies(desk, tmp_path / "stick")
    assert (made.made_at, made.why) == (there[0].made_at, there[0].why)
    assert [] == backups.copies(desk, tmp_path / "nowhere")
