"""`fsdesk store`: make a store, look at it, verify it, change its passphrase."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, json_option, passphrase, store_option
from fsdesk.cli.start import ATTENTION, DONE


@click.group()
def command() -> None:
    """Make, open and look after an encrypted store."""


@command.command()
@store_option
@click.option("--name", required=True, help="Your name, as the team knows you.")
@click.option("--role", required=True, type=click.Choice(["worker", "lead"]), help="What you do in the team.")
@json_option
def create(store: Path | None, passphrase_file: Path | None, name: str, role: str, as_json: bool) -> None:
    """Make a new store. A lead's store begins a team; a worker's joins one by accepting the lead's card."""
    from fsdesk.desk import opening

    folder = folder_of(store)
    opening.create(folder, name=name, role=role, passphrase=passphrase(passphrase_file, twice=True))
    if as_json:
        show.document({"store": str(folder), "role": role})
        return
    show.lines(
        f"The store is ready: {folder}",
        "Only your passphrase opens it. Nobody can send you a new one, so keep it safe.",
    )


@command.command()
@store_option
@json_option
def info(store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Say what a store holds, in counts and never a name."""
    from fsdesk.desk import opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        found = opening.info(desk)
    if as_json:
        show.document(found)
        return
    show.lines(*(f"{name:<9} {value}" for name, value in found.items()))


@command.command()
@store_option
@json_option
def verify(store: Path | None, passphrase_file: Path | None, as_json: bool) -> int:
    """Check every page, key slot and chain of a store; say what is damaged, if anything is."""
    from fsdesk.desk import opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        found = opening.verify(desk)
    if as_json:
        show.document(found)
    elif found["whole"]:
        show.lines(
            f"Whole: {show.counted(found['edits'], 'edit')} in {show.counted(found['plans'], 'plan')}."
        )
    else:
        show.lines(*found["damage"], "Keep the folder as it is and open the latest backup.")
    return DONE if found["whole"] else ATTENTION


@command.command("change-passphrase")
@store_option
@click.option(
    "--new-passphrase-file", type=click.Path(path_type=Path), default=None, help="File with the new one."
)
def change_passphrase(
    store: Path | None, passphrase_file: Path | None, new_passphrase_file: Path | None
) -> None:
    """Give a store another passphrase; what it holds stays as it is, and older backups keep the old one."""
    from fsdesk.desk import opening

    old = passphrase(passphrase_file)
    new = _new(new_passphrase_file)
    opening.change_passphrase(folder_of(store), old, new)
    show.lines("The new passphrase opens the store from now on. Older backups still open with the old one.")


def _new(file: Path | None) -> str:
    from fsdesk.cli.options import NoPassphrase, prompt_for

    if file is not None:
        return passphrase(file)
    if not sys.stdin.isatty():
        raise NoPassphrase(what_next="Name a file with --new-passphrase-file, or run this in a terminal.")
    return prompt_for("New passphrase", twice=True)
