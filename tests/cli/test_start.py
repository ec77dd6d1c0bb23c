from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from fsdesk import __main__
from fsdesk.cli import start
from fsdesk.cli.start import fsdesk
from tests.cli.running import assert_a_plain_sentence

PROGRAM = Path(sys.executable).with_name("fsdesk")
HEAVY = ("sqlalchemy", "alembic", "reportlab", "PySide6", "sqlcipher3")


def every_command(group: click.Group = fsdesk, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command by its words, groups included."""
    found: list[tuple[str, ...]] = [above]
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        words = (*above, name)
        found += every_command(command, words) if isinstance(command, click.Group) else [words]
    return found


COMMANDS = every_command()


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program."""
    usual = {**os.environ, **environment}
    return subprocess.run(
        [PROGRAM, *words], capture_output=True, text=True, env=usual, stdin=subprocess.DEVNULL
    )


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_help_and_its_help_ends_with_0(program, words):
    """It says how the command is used, in whole sentences, and nothing on the error output."""
    said = program(*words, "--help")

    assert (0, "") == (said.code, said.err)
    assert said.out.startswith(f"Usage: {' '.join(('fsdesk', *words))}")


@pytest.mark.parametrize(
    "words", [words for words in COMMANDS if words[:1] in (("store",), ("plan",))], ids=" ".join
)
def test_every_command_of_a_store_and_its_plans_answers_as_json(program, words):
    """A script may say --json to each; a group of commands is none itself."""
    told = program(*words, "--help").out

    assert ("--json" in told) != ("COMMAND [ARGS]" in told)


def test_no_help_loads_anything_heavy():
    """The help of every command is there before a database, a page or a window could have been loaded."""
    script = f"""
import io, sys, contextlib
from fsdesk.__main__ import main
with contextlib.redirect_stdout(io.StringIO()):
    codes = {{main([*words, "--help"]) for words in {COMMANDS!r}}}
print(codes, [name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)

    assert ("{0} []\n", "") == (done.stdout, done.stderr)


def test_the_installed_program_says_what_it_can_do():
    """All commands of the contract are listed, each with its line."""
    said = run("--help")
    listed = {line.split()[0] for line in said.stdout.splitlines() if line.startswith("  ") and line.strip()}

    assert (0, "") == (said.returncode, said.stderr)
    assert listed >= {
        "bench", "card", "check", "demo", "plan", "principles", "print", "schema", "store", "sync", "wording"
    }  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["--nonsense"],
        ["sync"],
        ["store"],
        ["plan"],
        ["card"],
        ["sync", "nonsense"],
        ["check", "--today", "tomorrow", "plan.json"],
        ["print", "plan.json", "--to", "x.pdf"],
        ["print", "plan.json", "--to", "x.pdf", "--format", "poster"],
        ["print", "--to", "x.pdf", "--format", "plan"],
        ["print", "plan.json", "--plan", "id", "--to", "x.pdf", "--format", "plan"],
        ["store", "create", "--role", "worker"],
        ["store", "create", "--role", "boss", "--name", "Dan"],
        ["sync", "export", "--to", "card"],
        ["sync", "resolve", "id"],
        ["sync", "resolve", "id", "--keep", "1", "--both"],
        ["sync", "resolve", "id", "--keep", "0"],
        ["plan", "export", "id"],
        ["demo"],
        ["demo", "somewhere", "--families", "0"],
        ["schema", "more"],
        ["bench", "nonsense"],
        ["check", "plan.json", "--store", "folder"],
    ],
    ids=" ".join,
)
def test_words_that_make_no_command_are_answered_in_one_sentence(program, words):
    """It says what is wrong and where help is, and ends with 2."""
    assert "--help." in program.refuses(*words)


def test_a_wrong_word_ends_the_real_program_with_2():
    """The same through the installed program, from outside."""
    said = run("sync", "nonsense")

    assert (2, "") == (said.returncode, said.stdout)
    assert_a_plain_sentence(said.stderr)


def test_a_fault_of_our_own_is_one_sentence_and_a_note_of_where_without_any_words(
    program, monkeypatch, fsdesk_home
):
    """Neither the error output nor the log holds what the program was working on."""

    def fails(*_: object, **__: object) -> int:
        raise ValueError("Jamie said that he hides in the den")

    monkeypatch.setattr(start.fsdesk, "main", fails)
    said = program("schema")
    (log,) = (fsdesk_home / "logs").iterdir()

    assert (2, "") == (said.code, said.out)
    assert (1, True) == (said.err.count("\n"), str(log) in said.err)
    assert "Jamie" not in said.err + log.read_text()
    assert "ValueError" in log.read_text()
    assert 0o600 == log.stat().st_mode & 0o777


def test_a_fault_is_told_even_where_no_log_can_be_written(program, monkeypatch, tmp_path):
    """The sentence then says nothing of a log."""
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("FSDESK_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(start.fsdesk, "main", lambda *_, **__: 1 / 0)

    said = program("schema")

    assert (2, "Something went wrong inside fsdesk, and nothing was changed.\n") == (said.code, said.err)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, click.Abort])
def test_whoever_stops_a_command_gets_a_sentence(program, monkeypatch, stop):
    """A stopped command is not done."""

    def stopped(*_: object, **__: object) -> int:
        raise stop

    monkeypatch.setattr(start.fsdesk, "main", stopped)

    assert "Stopped" in program.refuses("schema")


def test_whoever_stops_it_while_it_is_still_loading_gets_the_same_sentence(monkeypatch, capsys):
    """No trace of where it was."""

    def stopped(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(__main__, "_done", stopped)

    assert 2 == __main__.main(["schema"])
    assert_a_plain_sentence(capsys.readouterr().err)


@pytest.mark.skipif(os.name == "nt", reason="closes by number")
def test_closed_input_and_outputs_are_no_fault(tmp_path):
    """Nobody to ask is said so, nobody to tell is told nothing, and the exit code is the same."""
    environment = {name: value for name, value in os.environ.items() if name != "FSDESK_PASSPHRASE"}
    words = [PROGRAM, "store", "create", "--store", tmp_path / "store", "--name", "Dan", "--role", "worker"]
    (tmp_path / "words").write_text("kettle harbour lamp otter")
    asked = subprocess.run(
        words, stderr=subprocess.PIPE, text=True, env=environment, preexec_fn=lambda: os.close(0)
    )
    made = subprocess.run(
        [*words, "--passphrase-file", tmp_path / "words"],
        env=environment,
        preexec_fn=lambda: os.closerange(0, 3),
    )

    assert (2, True) == (asked.returncode, "No passphrase was given" in asked.stderr)
    assert 0 == made.returncode
    assert (tmp_path / "store" / "store.db").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a place that is always full")
def test_where_nothing_can_be_said_the_exit_code_still_is():
    """The sentence is lost, and no trace takes its place."""
    with Path("/dev/full").open("w") as full:
        said = subprocess.run([PROGRAM, "sync", "nonsense"], stderr=full, stdin=subprocess.DEVNULL)

    assert 2 == said.returncode


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a place that is always full")
def test_an_answer_that_does_not_go_out_is_not_called_unchanged():
    """What was asked for may be done, so nobody is told that nothing was changed."""
    with Path("/dev/full").open("w") as full:
        said = subprocess.run(
            [PROGRAM, "schema"], stdout=full, stderr=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL
        )

    assert (2, True) == (said.returncode, "answer could not be written out" in said.stderr)
    assert_a_plain_sentence(said.stderr)


def test_a_reader_who_goes_away_is_no_fault():
    """When nobody reads on, the program ends without a word."""
    with subprocess.Popen([PROGRAM, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.read(5)
        running.stdout.close()

        assert b"" == running.stderr.read()
    assert running.returncode in (0, 2)


def test_control_signs_in_what_people_wrote_do_not_reach_a_terminal(program, capsys):
    """No title can clear the screen or colour what follows."""
    from fsdesk.cli import show

    show.lines("A title\x1b[2J\x07 of ours", "with\ta tab")

    assert "A title�[2J� of ours\nwith\ta tab\n" == capsys.readouterr().out
