"""`fsdesk store`: make a store, look at it, verify it; its keys and backups have modules of their own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from fsdesk.cli import show, store_backups, store_escrow, store_keys, store_list, store_plain
from fsdesk.cli.options import folder_of, force_option, json_option, passphrase, store_option
from fsdesk.cli.start import ATTENTION, DONE
from fsdesk.cli.store_keys import recovery_to_option, writing


@click.group()
def command() -> None:
    """Make, open and look after an encrypted store."""


@command.command()
@store_option
@click.option("--name", required=True, help="Your name, as the team knows you.")
@click.option("--role", required=True, type=click.Choice(["worker", "lead"]), help="What you do in the team.")
@recovery_to_option
@force_option
@json_option
def create(
    store: Path | None,
    passphrase_file: Path | None,
    name: str,
    role: str,
    recovery_to: Path | None,
    code: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Make a new store. A lead's store begins a team; a worker's joins one by accepting the lead's card."""
    from fsdesk.desk import files, opening, recovery

    folder = folder_of(store)
    words = passphrase(passphrase_file, twice=True)
    sheet = ""
    if recovery_to is None:
        opening.create(folder, name=name, role=role, passphrase=words)
    else:
        files.refuse_taken(recovery_to, force=force)
        sheet = recovery.create(
            folder, recovery_to, name=name, role=role, passphrase=words, writing=writing(code), force=force
        ).number
    if as_json:
        told = {"store": str(folder), "role": role}
        show.document(told | {"recovery_sheet": sheet} if sheet else told)
        return
    show.lines(f"The store is ready: {folder}", *_ways_in(sheet, recovery_to))


def _ways_in(sheet: str, at: Path | None) -> list[str]:
    if not sheet:
        return [
            "Only your passphrase opens it. Nobody can send you a new one, so keep it safe,",
            "or make a recovery sheet too: fsdesk store recovery-sheet --to FILE",
        ]
    return [
        f"Your passphrase opens it, and recovery sheet {sheet}: {at}",
        "Print the sheet or copy it by hand, lock it up in another building, and delete the file.",
    ]


@command.command()
@store_option
@json_option
def info(store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Say what a store holds, in counts and never a name."""
    from fsdesk.desk import opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        found, safety = opening.info(desk), opening.safety(desk)
    if as_json:
        show.document(found)
        return
    show.lines(*(f"{name:<9} {value}" for name, value in found.items()), *_safety(safety))


def _safety(found: Mapping[str, Any]) -> list[str]:
    sheet = {
        "proven": "A recovery sheet opens it, and was checked.",
        "not proven": "A recovery sheet was made and not checked yet: fsdesk store recovery-sheet --prove",
        "none": "No recovery sheet opens it: fsdesk store recovery-sheet --to FILE",
    }
    last = found["last_backup"]
    return [
        sheet[found["recovery_sheet"]],
        *(["The team lead keeps a way back into it."] if found["kept_by_lead"] else []),
        f"The newest backup is from {datetime.fromisoformat(last).astimezone():%d %B %Y, %H:%M}."
        if last
        else "There is no backup yet: fsdesk store backup",
    ]


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
            f"Whole: {show.counted(found['edits'], 'edit')} in {show.counted(found['plans'], 'plan')}.",
            *_checked(found["checked"]),
        )
    else:
        show.lines(
            *found["damage"],
            *_checked(found["checked"]),
            "Keep the folder as it is and open the latest backup.",
        )
    return DONE if found["whole"] else ATTENTION


def _checked(found: dict[str, int] | None) -> list[str]:
    """Say what was looked at, in a line; nothing where that could not be counted."""
    if found is None:
        return []
    laptops, heads = show.counted(found["laptops"], "laptop"), show.counted(found["heads"], "signed place")
    return [
        f"Checked: {show.counted(found['key_files'], 'key file')}, {show.counted(found['pages'], 'page')}, every "
        f"table, the chain of edits of {laptops} and {heads} in it."
    ]


for _part in (store_list, store_backups, store_keys, store_escrow, store_plain):
    for _one in _part.COMMANDS:
        command.add_command(_one)
