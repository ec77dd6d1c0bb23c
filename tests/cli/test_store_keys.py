from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from fsdesk.cli import store_keys
from fsdesk.desk import recovery
from fsdesk.store import relocking
from fsdesk.store import store as store_
from tests.cli.running import assert_a_plain_sentence
from tests.store.stores import CHEAP, PASSPHRASE, contents

NEW = "marble anchor thistle drum"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """Every passphrase that a command sets costs next to nothing to try."""
    for module in (store_, relocking):
        monkeypatch.setattr(module, "calibrated", lambda: CHEAP)
    real = store_.Store.create
    made = classmethod(lambda _, folder, **how: real(folder, **{**how, "derivation": CHEAP}))
    monkeypatch.setattr(store_.Store, "create", made)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A file with a new passphrase."""
    (tmp_path / "new").write_text(f"{NEW}\n")
    return tmp_path / "new"


@pytest.mark.parametrize("how", [(), ("--code",)])
def test_a_store_is_made_with_its_recovery_sheet(known, tmp_path, new, how):
    """The sheet's file, and nothing else, opens it under a new passphrase."""
    store, sheet = tmp_path / "store", tmp_path / "sheet.txt"
    words = ("--store", store, "--name", "Dan", "--role", "worker", "--recovery-to", sheet, *how)
    made = known.json("store", "create", *words)
    found = known.json(
        "store", "recover", "--store", store, "--sheet-file", sheet, "--new-passphrase-file", new
    )

    assert made["recovery_sheet"] in sheet.read_text()
    assert "not checked yet" in known("store", "info", "--store", store, "--passphrase-file", new).out
    info = known.json("store", "info", "--store", store, "--passphrase-file", new)
    assert (str(store), info["device"]) == (found["store"], found["device"])
    known.refuses("store", "info", "--store", store)


def test_a_sheet_is_not_written_over_a_file(known, tmp_path):
    """Neither store nor sheet is made without --force."""
    (tmp_path / "sheet").write_text("a letter")
    words = (
        "--store",
        tmp_path / "store",
        "--name",
        "Dan",
        "--role",
        "worker",
        "--recovery-to",
        tmp_path / "sheet",
    )

    assert "already" in known.refuses("store", "create", *words)
    assert {"sheet": b"a letter"} == contents(tmp_path)
    assert 0 == known("store", "create", *words, "--force").code
    assert "24" in (tmp_path / "sheet").read_text()


def test_the_new_passphrase_may_come_from_the_environment(team, program, monkeypatch, tmp_path):
    """As with every other command; the old one is not there to be asked for."""
    recovery.write(team.dan.desk, tmp_path / "sheet")
    team.close()
    monkeypatch.setenv("FSDESK_PASSPHRASE", NEW)

    assert (
        0 == program("store", "recover", "--store", team.dan.folder, "--sheet-file", tmp_path / "sheet").code
    )
    assert 0 == program("store", "verify", "--store", team.dan.folder).code


def test_recover_says_in_one_sentence_what_is_wrong(team, known, tmp_path):
    """A missing file, a letter, a sheet with a slip, an old one, one of another store; nothing changes."""
    recovery.write(team.dan.desk, tmp_path / "old")
    recovery.write(team.dan.desk, tmp_path / "sheet")
    recovery.write(team.isla.desk, tmp_path / "other")
    team.close()
    (tmp_path / "letter").write_text("Dear Sir")
    (tmp_path / "slip").write_text((tmp_path / "sheet").read_text().replace(" 7  ", " 7  x"))
    before = contents(team.dan.folder)

    told = {
        "missing": "no file",
        "letter": "no recovery sheet",
        "slip": "Word 7",
        "old": "opens this store no more",
        "other": "another store",
    }
    for name, why in told.items():
        said = known.refuses("store", "recover", "--store", team.dan.folder, "--sheet-file", tmp_path / name)
        assert why in said
    assert before == contents(team.dan.folder)


def test_a_store_without_a_sheet_says_so(team, known, tmp_path):
    """And how one is made."""
    recovery.write(team.isla.desk, tmp_path / "sheet")
    team.close()

    said = known.refuses("store", "recover", "--store", team.dan.folder, "--sheet-file", tmp_path / "sheet")
    assert "recovery-sheet" in said


def test_a_new_sheet_replaces_the_one_before(team, known, tmp_path):
    """It is told which, and which backups the old one still opens."""
    team.close()
    words = ("store", "recovery-sheet", "--store", team.dan.folder, "--to")
    first = known.json(*words, tmp_path / "first")
    kept = known.json("store", "backup", "--store", team.dan.folder)
    second = known.json(*words, tmp_path / "second")

    assert (None, first["recovery_sheet"]) == (first["replaces"], second["replaces"])
    assert ([], [kept["backup"]]) == (first["still_open"], second["still_open"])
    said = known(*words, tmp_path / "third").out
    assert f"Sheet {second['recovery_sheet']} opens the store no more." in said


def test_a_sheet_in_the_drawer_is_checked(team, known, tmp_path):
    """Exit 0 when it opens, exit 2 and a sentence when it does not."""
    recovery.write(team.dan.desk, tmp_path / "old")
    recovery.write(team.dan.desk, tmp_path / "sheet")
    team.close()
    words = ("store", "recovery-sheet", "--store", team.dan.folder, "--check")

    assert known.json(*words, tmp_path / "sheet")["proven_at"]
    assert "opens this store no more" in known.refuses(*words, tmp_path / "old")
    assert "was checked" in known("store", "info", "--store", team.dan.folder).out
    assert "one of --to FILE, --printer NAME and --check FILE" in known.refuses(*words[:-1])


def test_a_new_sheet_is_proven_by_typing_part_of_it_back(team, known, monkeypatch):
    """The part that is asked for, and no other; until then the store says that it was not checked."""
    made = recovery.begin(team.dan.desk, "words")
    groups = made.groups
    made.wipe()
    waiting = recovery.waiting(team.dan.desk)
    asked = recovery.asking(waiting)
    team.close()
    words = ("store", "recovery-sheet", "--prove", "--store", team.dan.folder)

    def typed(line: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(line))

    typed("")
    assert asked in known.refuses(*words)
    typed("kettle harbour lamp otter")
    assert known.refuses(*words)
    assert "not checked yet" in known("store", "info", "--store", team.dan.folder).out
    typed(groups[waiting.asked - 1])
    assert known.json(*words)["proven_at"]
    assert "was checked" in known("store", "info", "--store", team.dan.folder).out


def test_the_lock_is_changed_and_old_backups_are_named_for_removal(families, known, tmp_path, new):
    """With the new passphrase everything is there; the removal is a wish of its own."""
    families.close()
    folder = families.dan.folder
    old = known.json("store", "backup", "--store", folder)["backup"]
    words = ("store", "change-lock", "--store", folder)
    changed = known.json(*words, "--new-passphrase-file", new, "--recovery-to", tmp_path / "sheet")

    assert ([old], True) == (changed["old_backups"], Path(old).exists())
    assert changed["recovery_sheet"] in (tmp_path / "sheet").read_text()
    assert 6 == known.json("store", "verify", "--store", folder, "--passphrase-file", new)["plans"]
    said = known(*words, "--passphrase-file", new)
    assert (0, "") == (said.code, said.err)
    assert old in said.out
    assert "No recovery sheet opens it yet" in said.out
    assert 0 == known(*words, "--passphrase-file", new, "--remove-old-backups").code
    assert 1 == len(known.json("store", "backup", "--store", folder, "--list"))


def test_a_lock_is_not_changed_with_a_wrong_passphrase(team, known, new):
    """Exit 2, one sentence, and everything as it was."""
    team.close()
    before = contents(team.dan.folder)

    known.refuses("store", "change-lock", "--store", team.dan.folder, "--passphrase-file", new)
    assert before == contents(team.dan.folder)


def test_the_key_is_exported_for_the_passphrase(team, known, new, tmp_path):
    """Into a file that does not exist yet, its owner's alone."""
    team.close()
    words = ("store", "export-key", "--store", team.dan.folder, "--to", tmp_path / "key")

    known.refuses(*words, "--passphrase-file", new)
    assert not (tmp_path / "key").exists()
    assert {"key": str(tmp_path / "key")} == known.json(*words)
    assert "already" in known.refuses(*words)
    assert "key: " in (tmp_path / "key").read_text()


def test_in_a_terminal_the_key_is_given_out_for_a_passphrase_typed_again(
    team, program, monkeypatch, tmp_path
):
    """Opening the store is not enough."""
    team.close()
    typed = iter([PASSPHRASE, "not the one"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(store_keys, "passphrase", lambda file: next(typed))
    monkeypatch.setattr(store_keys, "prompt_for", lambda words: next(typed))

    said = program("store", "export-key", "--store", team.dan.folder, "--to", tmp_path / "key")
    assert 2 == said.code
    assert_a_plain_sentence(said.err)
    assert not (tmp_path / "key").exists()
