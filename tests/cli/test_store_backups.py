from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click
import pytest

from fsdesk.plans import samples
from tests.store.stores import contents, flipped


@pytest.fixture
def used(families) -> Path:
    """Dan's store, closed, with the six sample families."""
    families.close()
    return families.dan.folder


def test_a_backup_is_counted_and_listed(known, used):
    """Its folder is named, and `store info` counts it."""
    made = known.json("store", "backup", "--store", used)

    assert ("asked", None, True) == (made["why"], made["copy"], Path(made["backup"], "store.db").exists())
    assert 1 == known.json("store", "info", "--store", used)["backups"]
    listed = known.json("store", "backup", "--list", "--store", used)
    assert [made["backup"]] == [one["backup"] for one in listed]
    assert "asked" in known("store", "backup", "--list", "--store", used).out


def test_a_list_of_backups_needs_no_passphrase(program, used):
    """It says days and reasons, and nothing of what is in them."""
    said = program("store", "backup", "--list", "--store", used)

    assert (0, "There is no backup yet: fsdesk store backup\n", "") == (said.code, said.out, said.err)


def test_a_list_of_backups_of_no_store_is_not_an_empty_one(program, used, tmp_path):
    """A slip in a name would look like a store without backups; what is left of a store still lists them."""
    assert "no fsdesk store" in program.refuses("store", "backup", "--list", "--store", tmp_path / "nowhere")


def test_a_copy_that_can_go_nowhere_is_not_taken_for_a_missing_store(known, used, tmp_path):
    """A file stands there; the backup itself is made, and the sentence says so."""
    (tmp_path / "stick").write_text("a letter")

    assert "backup beside the store is made" in known.refuses(
        "store", "backup", "--store", used, "--to", tmp_path / "stick"
    )
    assert 1 == len(known.json("store", "backup", "--list", "--store", used))


def test_a_backup_goes_to_another_disk_and_comes_back_from_there(known, used, tmp_path):
    """Onto a new laptop, whichever of its folders is named."""
    made = known.json("store", "backup", "--store", used, "--to", tmp_path / "stick")
    shutil.rmtree(used)
    for number, place in enumerate((tmp_path / "stick", Path(made["copy"]).parent, Path(made["copy"]))):
        to = tmp_path / f"new-{number}"
        back = known.json("store", "restore", "--store", to, "--from", place)

        assert (None, 6, True, None) == (
            back["here"],
            back["backup"]["plans"],
            back["restored"],
            back["kept"],
        )
        assert 6 == known.json("store", "verify", "--store", to)["plans"]


def test_a_restore_is_looked_at_first(known, used, families):
    """Both are shown with counts and dates, and nothing changes."""
    known("store", "backup", "--store", used)
    families.dan.write(samples.load_all()[0].id, neighbourhood="Sighthill")
    families.close()
    before = contents(used)

    seen = known.json("store", "restore", "--store", used, "--look")
    assert (7, 6, False) == (seen["here"]["edits"], seen["backup"]["edits"], seen["restored"])
    said = known("store", "restore", "--store", used, "--look").out
    assert "The store here: 6 plans, 7 edits, last changed" in said
    assert before == {name: held for name, held in contents(used).items() if "store.db-" not in name}


def test_a_restore_swaps_and_keeps_what_was_there(known, used, families):
    """In a script nobody is asked; the laptop id is another one."""
    before = known.json("store", "info", "--store", used)
    known("store", "backup", "--store", used)
    families.dan.write(samples.load_all()[0].id, neighbourhood="Sighthill")
    families.close()

    done = known.json("store", "restore", "--store", used)
    after = known.json("store", "info", "--store", used)
    assert (6, before["device"] == after["device"]) == (after["edits"], False)
    again = known.json("store", "restore", "--store", used, "--from", done["kept"])
    assert (7, True) == (again["backup"]["edits"], again["restored"])


@pytest.mark.parametrize("yes", [True, False])
def test_in_a_terminal_the_swap_is_asked_for(known, used, monkeypatch, yes):
    """Whoever says no has lost nothing."""
    known("store", "backup", "--store", used)
    device = known.json("store", "info", "--store", used)["device"]
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)

    def confirm(*_: object, **__: object) -> None:
        if not yes:
            raise click.Abort

    monkeypatch.setattr(click, "confirm", confirm)
    assert (0 if yes else 2) == known("store", "restore", "--store", used).code
    assert yes == (device != known.json("store", "info", "--store", used)["device"])


def test_a_damaged_store_comes_back(known, used):
    """`store verify` names the damage, `store restore` brings the last good backup."""
    known("store", "backup", "--store", used)
    flipped(used / "store.db", 100)
    assert 2 == known("store", "verify", "--store", used).code

    said = known("store", "restore", "--store", used)
    assert (0, "") == (said.code, said.err)
    assert "does not open" in said.out
    assert known.json("store", "verify", "--store", used)["whole"]


def test_a_damaged_backup_is_passed_over_with_attention(known, used):
    """Exit 1: it is done, and somebody should know."""
    known("store", "backup", "--store", used)
    newest = known.json("store", "backup", "--store", used)["backup"]
    flipped(Path(newest) / "store.db", 9000)

    back = known.json("store", "restore", "--store", used, code=1)
    assert [newest] == [one["backup"] for one in back["passed_over"]]


def test_what_cannot_be_restored_is_one_sentence(known, program, used, tmp_path, monkeypatch):
    """No backup, none there, somebody else's, a wrong passphrase; nothing changes."""
    before = contents(used)
    (tmp_path / "empty").mkdir()

    assert "no backup in its folder" in known.refuses("store", "restore", "--store", used)
    for place in (tmp_path / "empty", tmp_path / "nowhere"):
        assert "no backup in that folder" in known.refuses(
            "store", "restore", "--store", used, "--from", place
        )
    assert before == contents(used)
    assert "no fsdesk store" in known.refuses("store", "restore", "--store", tmp_path / "nowhere")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("Dear Sir")
    said = known.refuses("store", "restore", "--store", tmp_path / "letters", "--from", used)
    assert ("already something" in said, {"letter.txt"}) == (True, contents(tmp_path / "letters").keys())
    known("store", "backup", "--store", used)
    monkeypatch.setenv("FSDESK_PASSPHRASE", "not the one")
    assert "opens no whole backup" in program.refuses("store", "restore", "--store", used)


def test_a_package_is_taken_in_after_a_backup(known, families, tmp_path):
    """The lead's store as it was can be brought back."""
    families.dan.seals(tmp_path / "package", families.morag)
    families.close()
    folder = families.morag.folder

    assert 6 == known.json("sync", "import", tmp_path / "package", "--store", folder)["new"]
    assert ["before-import"] == [
        one["why"] for one in known.json("store", "backup", "--list", "--store", folder)
    ]
    assert 0 == known.json("store", "restore", "--store", folder)["backup"]["plans"]
