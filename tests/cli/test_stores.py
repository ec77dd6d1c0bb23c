from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from fsdesk.desk import opening
from fsdesk.store import store as store_
from tests.cli.running import no_rights
from tests.cli.test_start import run
from tests.store.stores import CHEAP, PASSPHRASE, contents, flipped


@pytest.fixture
def cheap(monkeypatch):
    """Stores made by the command cost next to nothing to open."""
    real = opening.create
    monkeypatch.setattr(opening, "create", lambda folder, **how: real(folder, **how, derivation=CHEAP))


@pytest.mark.parametrize("role", ["worker", "lead"])
def test_create_makes_a_store_and_asks_nothing(cheap, known, tmp_path, role):
    """It opens with the passphrase that was given, and holds nothing yet."""
    folder = tmp_path / "deep" / "store"
    made = known.json("store", "create", "--store", folder, "--name", "Dan", "--role", role)

    info = known.json("store", "info", "--store", folder)
    assert {"store": str(folder), "role": role} == made
    assert (0, 0, 0) == (info["plans"], info["edits"], info["backups"])
    assert {"plans", "edits", "schema", "cipher", "device", "backups"} == set(info)
    assert info["cipher"].startswith("SQLCipher 4")
    assert 0o700 == folder.stat().st_mode & 0o777


def test_info_never_says_a_name(families, known):
    """Neither whose store it is nor which families are in it."""
    families.close()
    told = [known("store", "info", "--store", families.dan.folder, *more).out for more in ((), ("--json",))]

    for name in ("Dan", "Lennox", "Mackie", "Okafor"):
        assert name not in "".join(told)
    assert 6 == known.json("store", "info", "--store", families.dan.folder)["plans"]


def test_create_makes_nothing_where_something_is(cheap, known, tmp_path):
    """A folder with something in it, a file, or a store is left as it is."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("Dear Sir")
    (tmp_path / "file").write_text("a file")
    opening.create(tmp_path / "store", name="Dan", role="worker", passphrase=PASSPHRASE)
    before = contents(tmp_path)

    for name in ("full", "file", "store"):
        known.refuses("store", "create", "--store", tmp_path / name, "--name", "Dan", "--role", "worker")

    assert before == contents(tmp_path)


@pytest.mark.parametrize("name", ["", "   ", "two\nlines"])
def test_create_wants_a_name_that_can_be_shown(cheap, known, tmp_path, name):
    """Nothing is made without one."""
    known.refuses("store", "create", "--store", tmp_path / "s", "--name", name, "--role", "worker")

    assert [] == list(tmp_path.iterdir())


def test_create_makes_nothing_with_an_unfit_passphrase(cheap, program, monkeypatch, tmp_path):
    """The passphrase is looked at before anything is made."""
    monkeypatch.setenv("FSDESK_PASSPHRASE", "x" * 1025)

    program.refuses("store", "create", "--store", tmp_path / "s", "--name", "Dan", "--role", "worker")

    assert [] == list(tmp_path.iterdir())


def test_a_wrong_passphrase_is_2_and_changes_nothing(team, program, monkeypatch):
    """Every command that opens a store says so, in the same words."""
    team.close()
    monkeypatch.setenv("FSDESK_PASSPHRASE", PASSPHRASE + "x")
    before = contents(team.dan.folder)

    for words in (
        ("store", "info"),
        ("store", "verify"),
        ("plan", "list"),
        ("sync", "state"),
        ("card", "list"),
    ):
        assert "does not open this store" in program.refuses(*words, "--store", team.dan.folder)

    assert before == contents(team.dan.folder)


def a_folder(kind: str, path: Path) -> Path:
    """Something that is no store."""
    if kind == "empty":
        path.mkdir()
    elif kind == "file":
        path.write_text("not a store")
    elif kind == "letters":
        path.mkdir()
        (path / "letter.txt").write_text("Dear Sir")
    elif kind == "a store.db of zeros":
        path.mkdir()
        (path / "store.db").write_bytes(bytes(8192))
    elif kind == "under a file":
        path.write_text("a file")
        return path / "store"
    return path


@pytest.mark.parametrize(
    "kind", ["missing", "empty", "file", "letters", "a store.db of zeros", "under a file"]
)
def test_what_is_no_store_is_said_to_be_none(known, tmp_path, kind):
    """One sentence, exit 2, and what is there stays as it was."""
    folder = a_folder(kind, tmp_path / "folder")
    before = contents(tmp_path)

    known.refuses("store", "info", "--store", folder)

    assert before == {name: held for name, held in contents(tmp_path).items() if not name.endswith("/lock")}


@pytest.mark.parametrize("name", ["store.db", "keys.json", "keys.copy.json"])
def test_verify_names_a_damaged_file(team, known, name):
    """Exit 1 or 2, and the file is named; the store's own words are not."""
    team.close()
    path = team.dan.folder / name
    flipped(path, path.stat().st_size // 2)

    said = known("store", "verify", "--store", team.dan.folder, "--json")

    assert said.code in (1, 2)
    assert name in said.out + said.err or "key file" in said.out + said.err


def test_verify_of_a_whole_store_is_0(families, known):
    """It counts what it looked at."""
    families.close()
    found = known.json("store", "verify", "--store", families.dan.folder)

    assert (6, 6, True, []) == (found["plans"], found["edits"], found["whole"], found["damage"])
    whole, checked = known("store", "verify", "--store", families.dan.folder).out.splitlines()
    assert "Whole: 6 edits in 6 plans." == whole
    assert {"key_files", "pages", "laptops", "heads"} == set(found["checked"])
    assert checked.startswith(
        f"Checked: 2 key files, {found['checked']['pages']} pages, every table, the chain"
    )


def test_a_changed_passphrase_is_the_only_one_that_opens(team, known, tmp_path, monkeypatch):
    """The old one opens the store no more, and nothing in it changed."""
    monkeypatch.setattr(store_, "calibrated", lambda: CHEAP)
    team.close()
    (tmp_path / "new").write_text("otter lamp harbour\n")
    said = known(
        "store", "change-passphrase", "--store", team.dan.folder, "--new-passphrase-file", tmp_path / "new"
    )

    assert (0, "") == (said.code, said.err)
    known.refuses("store", "info", "--store", team.dan.folder)
    monkeypatch.setenv("FSDESK_PASSPHRASE", "otter lamp harbour")
    assert 0 == known("store", "verify", "--store", team.dan.folder).code


def test_change_passphrase_asks_nobody_who_is_not_there(team, known, monkeypatch):
    """Without a file and without a terminal it says what to name."""
    team.close()
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)

    assert "--new-passphrase-file" in known.refuses("store", "change-passphrase", "--store", team.dan.folder)


def test_a_store_that_is_open_elsewhere_is_said_to_be_in_use(team, known):
    """Nothing waits, and nothing is written by two at once."""
    assert team.dan.desk

    assert "in use" in known.refuses("plan", "list", "--store", team.dan.folder)


@pytest.mark.parametrize("words", [("store", "info"), ("store", "verify"), ("plan", "list")])
def test_a_store_of_somebody_else_is_not_opened(team, known, words):
    """Another account of the computer gets one sentence and no data."""
    team.close()
    assert 0 == known(*words, "--store", team.dan.folder).code
    before = contents(team.dan.folder)

    with no_rights(team.dan.folder):
        assert "may not read" in known.refuses(*words, "--store", team.dan.folder)

    assert before == contents(team.dan.folder)


def test_a_store_made_in_earnest_opens_through_the_real_program(tmp_path):
    """With the real cost of the passphrase, from outside, as IT staff would script it."""
    folder = str(tmp_path / "store")
    words = ("--store", folder, "--name", "Dan", "--role", "worker", "--json")
    made = run("store", "create", *words, FSDESK_PASSPHRASE=PASSPHRASE)
    info = run("store", "info", "--store", folder, "--json", FSDESK_PASSPHRASE=PASSPHRASE)

    assert (0, "", 0, "") == (made.returncode, made.stderr, info.returncode, info.stderr)
    assert 0 == json.loads(info.stdout)["plans"]
