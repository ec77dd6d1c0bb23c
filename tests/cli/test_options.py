from __future__ import annotations

import sys
import unicodedata

import click
import pytest

from fsdesk.cli import options
from fsdesk.desk import opening
from tests.store.stores import CHEAP, PASSPHRASE

LONGEST = 1024


@pytest.fixture
def store(tmp_path):
    """A worker's store that opens with the usual passphrase."""
    folder = tmp_path / "store"
    opening.create(folder, name="Dan", role="worker", passphrase=PASSPHRASE, derivation=CHEAP)
    return folder


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n", b"\r"])
def test_a_passphrase_file_may_end_with_a_line_end(program, store, tmp_path, ending):
    """One final line ending is dropped, as editors leave one."""
    (tmp_path / "words").write_bytes(PASSPHRASE.encode() + ending)

    assert (
        0 == program.json("store", "info", "--store", store, "--passphrase-file", tmp_path / "words")["plans"]
    )


@pytest.mark.parametrize("ending", [b"\n\n", b"\r\n\r\n", b" x", b"\nmore"])
def test_only_one_line_end_is_dropped(program, store, tmp_path, ending):
    """What else the file holds is part of the passphrase, which then does not open the store."""
    (tmp_path / "words").write_bytes(PASSPHRASE.encode() + ending)

    program.refuses("store", "info", "--store", store, "--passphrase-file", tmp_path / "words")


def test_the_environment_may_hold_the_passphrase_and_a_file_goes_before_it(
    program, store, tmp_path, monkeypatch
):
    """A file that was named counts, whatever the environment says."""
    monkeypatch.setenv("FSDESK_PASSPHRASE", PASSPHRASE)
    (tmp_path / "words").write_text("another one")

    assert 0 == program("store", "info", "--store", store).code
    assert "does not open" in program.refuses(
        "store", "info", "--store", store, "--passphrase-file", tmp_path / "words"
    )


def test_composed_and_decomposed_signs_are_the_same_passphrase(program, tmp_path, monkeypatch):
    """A passphrase typed on one keyboard opens the store on another."""
    words = "Màiri's café Ökostrom"
    opening.create(tmp_path / "s", name="Dan", role="worker", passphrase=words, derivation=CHEAP)

    for form in ("NFC", "NFD"):
        monkeypatch.setenv("FSDESK_PASSPHRASE", unicodedata.normalize(form, words))
        assert 0 == program("store", "info", "--store", tmp_path / "s").code


@pytest.mark.parametrize("words", ["", "p" * (LONGEST + 1), "bell\x07", "nul\x00"])
def test_what_cannot_be_a_passphrase_is_refused(program, store, tmp_path, words):
    """Empty, over 1,024 code points, or with signs that nobody can type."""
    (tmp_path / "words").write_text(words)

    said = program.refuses("store", "info", "--store", store, "--passphrase-file", tmp_path / "words")

    assert "1,024" in said


def test_a_passphrase_of_1024_code_points_is_one(program, tmp_path):
    """Code points are counted, not bytes."""
    (tmp_path / "words").write_text("é" * LONGEST)
    opening.create(tmp_path / "s", name="Dan", role="worker", passphrase="é" * LONGEST, derivation=CHEAP)

    assert (
        0 == program("store", "info", "--store", tmp_path / "s", "--passphrase-file", tmp_path / "words").code
    )


@pytest.mark.parametrize("content", [b"\xff\xfe", b"x" * 70_000, None])
def test_a_passphrase_file_that_is_none_is_named_as_such(program, store, tmp_path, content):
    """Not text, far too large, or a folder."""
    file = tmp_path / "words"
    file.mkdir() if content is None else file.write_bytes(content)

    program.refuses("store", "info", "--store", store, "--passphrase-file", file)


def test_a_passphrase_file_that_is_not_there_is_named(program, store, tmp_path):
    """The sentence names the file, not what was in it."""
    said = program.refuses("store", "info", "--store", store, "--passphrase-file", tmp_path / "none")

    assert str(tmp_path / "none") in said


def test_without_anybody_to_ask_the_ways_to_give_one_are_named(program, store, monkeypatch):
    """A script that forgot the passphrase does not wait for ever."""
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)

    said = program.refuses("store", "info", "--store", store)

    assert "FSDESK_PASSPHRASE" in said
    assert "--passphrase-file" in said


def test_a_passphrase_is_asked_for_unseen_and_a_new_one_twice(monkeypatch):
    """What is typed is not shown, and nothing of the question reaches the output."""
    asked = []
    monkeypatch.setattr(click, "prompt", lambda words, **how: asked.append((words, how)) or "typed")

    assert ("typed", "typed") == (options.prompt_for("Old"), options.prompt_for("New", twice=True))
    assert [
        ("Old", {"hide_input": True, "confirmation_prompt": False, "err": True}),
        ("New", {"hide_input": True, "confirmation_prompt": True, "err": True}),
    ] == asked


def test_no_option_takes_a_passphrase_itself():
    """What stands among the arguments every process of the computer can read."""
    from tests.cli.test_start import COMMANDS, fsdesk

    for words in COMMANDS:
        command: click.Command = fsdesk
        for word in words:
            assert isinstance(command, click.Group)
            command = command.get_command(click.Context(command), word)  # type: ignore[assignment]
        named = {option for parameter in command.params for option in parameter.opts}
        assert not named & {"--passphrase", "--password", "-p"}, words


@pytest.mark.parametrize("day", ["2026-02-30", "21.11.2026", "today", "2026-11", "20261121x"])
def test_a_day_that_is_none_is_refused(program, day, tmp_path):
    """It says how a day is written."""
    assert "2026-11-21" in program.refuses("check", tmp_path / "plan.json", "--today", day)


def test_without_store_the_persons_own_is_meant(program, fsdesk_home, monkeypatch):
    """It lies under FSDESK_HOME, and without one the sentence says how to make it."""
    monkeypatch.setenv("FSDESK_PASSPHRASE", PASSPHRASE)
    assert "store create" in program.refuses("store", "info")
    opening.create(
        fsdesk_home / "stores" / "my-families",
        name="Dan",
        role="worker",
        passphrase=PASSPHRASE,
        derivation=CHEAP,
    )

    assert 0 == program.json("store", "info")["plans"]
