from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from fsdesk.desk import backups, files, locks, opening, plans, recovery
from fsdesk.jobs import Progress, Stopped
from fsdesk.store.refusals import WrongPassphrase
from tests.desk.team import Team
from tests.store.stores import CHEAP, PASSPHRASE, contents

NEW = "marble anchor thistle drum"


def test_a_new_lock_comes_with_a_backup_and_a_sheet(families: Team, tmp_path: Path):
    """The plans are all there; what the old lock opens is named and can be removed."""
    old_sheet = recovery.write(families.dan.desk, tmp_path / "old").number
    old = backups.make(families.dan.desk)
    families.dan.close()

    changed = locks.change(
        families.dan.folder, PASSPHRASE, new_passphrase=NEW, sheet_to=tmp_path / "new", derivation=CHEAP
    )

    assert ((old,), "new-lock") == (changed.old_backups, changed.backup.why)
    assert old_sheet != changed.sheet
    with opening.open_desk(families.dan.folder, NEW) as desk:
        assert 6 == len(plans.listing(desk))
        assert opening.verify(desk)["whole"]
    backups.remove(changed.old_backups)
    assert [changed.backup] == backups.listed(families.dan.folder)
    assert recovery.recover(
        families.dan.folder, (tmp_path / "new").read_bytes(), PASSPHRASE, derivation=CHEAP
    )


def test_without_its_sheet_a_lock_is_not_changed(team: Team, tmp_path: Path):
    """A place that cannot be written to is found out first."""
    team.close()
    before = contents(team.dan.folder)

    for to in (tmp_path, tmp_path / "nowhere" / "sheet", team.dan.card):
        with pytest.raises((files.NotWritable, files.AlreadyThere)):
            locks.change(team.dan.folder, PASSPHRASE, sheet_to=to, derivation=CHEAP)
    with pytest.raises(WrongPassphrase):
        locks.change(team.dan.folder, NEW, sheet_to=tmp_path / "sheet", derivation=CHEAP)
    assert before == contents(team.dan.folder)
    assert not (tmp_path / "sheet").exists()


def test_an_exported_key_opens_the_store_with_sqlcipher_alone(families: Team, tmp_path: Path):
    """From what the file says, and nothing of fsdesk; until the lock is changed."""
    locks.export_key(families.dan.desk, PASSPHRASE, tmp_path / "key")
    families.close()
    lines = [line for line in (tmp_path / "key").read_text().splitlines() if not line.startswith("#")]
    said = dict(line.split(": ", 1) for line in lines)

    assert ("fsdesk-data-key", "1", 0o600) == (
        said["format"],
        said["version"],
        (tmp_path / "key").stat().st_mode & 0o777,
    )
    assert 6 == plans_with(said["key"], families.dan.folder)
    locks.change(families.dan.folder, PASSPHRASE, derivation=CHEAP)
    with pytest.raises(dbapi2.DatabaseError):
        plans_with(said["key"], families.dan.folder)


def plans_with(key: str, folder: Path) -> int:
    """Count plans as a person without fsdesk would."""
    connection = dbapi2.connect(str(folder / "store.db"))
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.executescript(f"PRAGMA key = \"x'{key}'\"")
        return connection.execute("SELECT count(*) FROM plans WHERE fold_version IS NOT NULL").fetchone()[0]
    finally:
        connection.close()


def test_the_key_is_given_out_for_the_passphrase_alone(team: Team, tmp_path: Path):
    """Whoever finds the store open has to know it."""
    with pytest.raises(WrongPassphrase):
        locks.export_key(team.dan.desk, "not the one", tmp_path / "key")
    assert not (tmp_path / "key").exists()


class StopsAtTheBackup(Progress):
    """Somebody stops when the lock is changed already."""

    def step(self, done: int, total: int, words: str) -> None:
        """As somebody who pressed Stop while the backup was being made."""
        if words == "Making a backup":
            raise Stopped


def test_stopping_after_the_lock_was_changed_stops_the_backup_alone(team: Team):
    """The new lock stays, and it is never told of as stopped."""
    with opening.open_desk(team.dan.folder, PASSPHRASE) as desk:
        recovery.begin(desk).wipe()
    changed = locks.change(team.dan.folder, PASSPHRASE, progress=StopsAtTheBackup(), derivation=CHEAP)

    assert changed.backup is None
    assert [] == backups.listed(team.dan.folder)
    with opening.open_desk(team.dan.folder, PASSPHRASE) as desk:
        assert [] == recovery.now_open(desk)
