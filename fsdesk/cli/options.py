"""Options that several commands share: which store, whose passphrase, which day, JSON or words."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from fsdesk import settings
from fsdesk.errors import Refused

PASSPHRASE = "FSDESK_PASSPHRASE"  # noqa: S105 - the name of a variable
TODAY = "FSDESK_TODAY"
_MOST_PASSPHRASE_BYTES = 64 * 1024

Command = TypeVar("Command", bound=Callable[..., Any])


class NoPassphrase(Refused):
    """Nobody is there to type a passphrase."""

    what = "No passphrase was given."
    what_next = f"Set {PASSPHRASE}, name a file with --passphrase-file, or run this in a terminal."


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or say how one is written."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail("a day is written like 2026-11-21", param, ctx)


def store_option(command: Command) -> Command:
    """Add `--store DIR` and `--passphrase-file F`, which stand after the subcommand."""
    command = click.option(
        "--store",
        "store",
        type=click.Path(path_type=Path, readable=False),
        default=None,
        help="Folder of the store.",
    )(command)
    return click.option(
        "--passphrase-file",
        type=click.Path(path_type=Path),
        default=None,
        help=f"File that holds the passphrase; else {PASSPHRASE} or a prompt.",
    )(command)


def json_option(command: Command) -> Command:
    """Add `--json`: one JSON document on stdout and nothing else."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")(
        command
    )


def force_option(command: Command) -> Command:
    """Add `--force`: an existing file is overwritten."""
    return click.option("--force", is_flag=True, help="Overwrite an existing file.")(command)


def today_option(command: Command) -> Command:
    """Add `--today DATE`, which stands in for the clock's date."""
    return click.option(
        "--today", type=Day(), default=None, envvar=TODAY, help=f"Read plans as on this day (or {TODAY})."
    )(command)


def folder_of(store: Path | None) -> Path:
    """Return the folder of the store that was named, or of the person's own."""
    return store if store is not None else settings.default_store()


def passphrase(file: Path | None, words: str = "Passphrase", twice: bool = False) -> str:
    """Return the passphrase from the file named, the environment or a prompt; never from the arguments.

    One line end at the end of the file is dropped. Raises NoPassphrase where nobody can be asked.
    """
    if file is not None:
        return _from_file(file)
    if PASSPHRASE in os.environ:
        return os.environ[PASSPHRASE]
    if not sys.stdin.isatty():
        raise NoPassphrase
    return prompt_for(words, twice=twice)


def prompt_for(words: str, *, twice: bool = False) -> str:
    """Ask for a passphrase in the terminal, unseen; twice when it is a new one."""
    return str(click.prompt(words, hide_input=True, confirmation_prompt=twice, err=True))


def _from_file(file: Path) -> str:
    with file.open("rb") as opened:
        held = opened.read(_MOST_PASSPHRASE_BYTES + 1)
    if len(held) > _MOST_PASSPHRASE_BYTES:
        raise Refused("That passphrase file is far too large.", "Check that it is the right file.")
    try:
        text = held.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("That passphrase file is not text.", "Check that it is the right file.") from None
    return text.removesuffix("\n").removesuffix("\r")
