"""`fsdesk store`, the keys: another passphrase, the recovery sheet, a new lock, the key in the open."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from fsdesk.cli import show
from fsdesk.cli.options import (
    PASSPHRASE,
    NoPassphrase,
    folder_of,
    force_option,
    json_option,
    passphrase,
    prompt_for,
    store_option,
)
from fsdesk.errors import Refused

if TYPE_CHECKING:
    from fsdesk.desk.backups import Kept
    from fsdesk.desk.recovery import Known

Command = TypeVar("Command", bound=Callable[..., Any])


class NothingTyped(Refused):
    """No part of a sheet came in."""

    what = "Nothing was typed."


def writing_option(command: Command) -> Command:
    """Add `--code`: a sheet is written in a block code."""
    return click.option(
        "--code", is_flag=True, help="Write the sheet in groups of signs, not in English words."
    )(command)


def recovery_to_option(command: Command) -> Command:
    """Add `--recovery-to FILE` and `--code`."""
    return click.option(
        "--recovery-to", type=click.Path(path_type=Path), default=None, help="File for the recovery sheet."
    )(writing_option(command))


def new_passphrase_option(command: Command) -> Command:
    """Add `--new-passphrase-file F`."""
    return click.option(
        "--new-passphrase-file",
        type=click.Path(path_type=Path),
        default=None,
        help="File with the new passphrase.",
    )(command)


def writing(code: bool) -> str:
    """Return how a sheet is to be written."""
    return "code" if code else "words"


@click.command("change-passphrase")
@store_option
@new_passphrase_option
@json_option
def change_passphrase(
    store: Path | None, passphrase_file: Path | None, new_passphrase_file: Path | None, as_json: bool
) -> None:
    """Give a store another passphrase; what it holds stays as it is, and older backups keep the old one."""
    from fsdesk.desk import opening

    old = passphrase(passphrase_file)
    new = _new(new_passphrase_file)
    opening.change_passphrase(folder_of(store), old, new)
    if as_json:
        show.document({"store": str(folder_of(store))})
        return
    show.lines("The new passphrase opens the store from now on. Older backups still open with the old one.")


def _new(file: Path | None) -> str:
    if file is not None:
        return passphrase(file)
    if not sys.stdin.isatty():
        raise NoPassphrase(what_next="Name a file with --new-passphrase-file, or run this in a terminal.")
    return prompt_for("New passphrase", twice=True)


@click.command("recovery-sheet")
@store_option
@click.option("--to", "to", type=click.Path(path_type=Path), help="File to write a new sheet to.")
@click.option("--printer", help="Printer to hand a new sheet to; then there is no file.")
@click.option(
    "--check", type=click.Path(path_type=Path), help="A sheet typed back into a file: does it open?"
)
@click.option("--prove", is_flag=True, help="Type part of a new sheet back: the part that is asked for.")
@writing_option
@force_option
@json_option
def recovery_sheet(
    store: Path | None,
    passphrase_file: Path | None,
    to: Path | None,
    printer: str | None,
    check: Path | None,
    prove: bool,
    code: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Make a new recovery sheet in place of the one before, or check that the one in the drawer still opens.

    A new one is proven by typing the part of it back that is asked for, or the whole of it with --check.

    A file whose name ends in .pdf is a page to print and fold; any other is plain text.
    """
    if [to is not None, printer is not None, check is not None, prove].count(True) != 1:
        raise click.UsageError("say one of --to FILE, --printer NAME and --check FILE, or --prove")
    if to is not None:
        _write_sheet(store, passphrase_file, to, writing(code), force=force, as_json=as_json)
    elif printer is not None:
        _print_sheet(store, passphrase_file, printer, writing(code), as_json=as_json)
    elif check is not None:
        _check_sheet(store, passphrase_file, check, as_json=as_json)
    else:
        _prove_sheet(store, passphrase_file, as_json=as_json)


def _write_sheet(
    store: Path | None, passphrase_file: Path | None, to: Path, how: str, *, force: bool, as_json: bool
) -> None:
    from fsdesk.desk import files, opening, recovery

    files.refuse_taken(to, force=force)
    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        made = recovery.write(desk, to, how, force=force)
    if as_json:
        still = [str(one.folder) for one in made.still_open]
        show.document(
            {
                "recovery_sheet": made.number,
                "replaces": made.replaces or None,
                "to": str(to),
                "still_open": still,
            }
        )
        return
    show.lines(f"Recovery sheet {made.number} is written: {to}", *_replaced(made.replaces, made.still_open))
    show.lines("Print it or copy it by hand, lock it up in another building, and delete the file.")
    show.lines("Then type part of it back: fsdesk store recovery-sheet --prove")


def _print_sheet(
    store: Path | None, passphrase_file: Path | None, printer: str, how: str, *, as_json: bool
) -> None:
    from fsdesk.desk import opening, recovery

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        made = recovery.hand_over(desk, printer, how)
    if as_json:
        show.document({"recovery_sheet": made.number, "replaces": made.replaces or None, "printer": printer})
        return
    show.lines(
        f"Recovery sheet {made.number} was handed to the printer. No file of ours is left.",
        "The print system may keep one for a while: use a printer joined by cable.",
        "Type it into a file and check it with --check; until then the sheet before opens the store too.",
    )


def _replaced(replaces: str, still_open: Sequence[Kept]) -> list[str]:
    if not replaces:
        return []
    said = [f"Sheet {replaces} opens the store no more."]
    if still_open:
        said += [f"It still opens {show.counted(len(still_open), 'older backup')}:", *_named(still_open)]
    return said


def _named(backups: Sequence[Kept]) -> list[str]:
    return [f"  {one.folder}" for one in backups]


def _check_sheet(store: Path | None, passphrase_file: Path | None, check: Path, *, as_json: bool) -> None:
    from fsdesk.desk import opening, recovery

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        known = recovery.prove_whole(desk, check)
    _proven(known, "Remove the file that you typed it into.", as_json=as_json)


def _prove_sheet(store: Path | None, passphrase_file: Path | None, *, as_json: bool) -> None:
    from fsdesk.desk import opening, recovery

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        waiting = recovery.waiting(desk)
        asked = recovery.asking(waiting) if waiting is not None else ""
        known = recovery.prove(desk, _typed(asked) if asked else "")
    _proven(known, "Lock it up in another building.", as_json=as_json)


def _typed(asked: str) -> str:
    """Return a line that somebody types, asked for where somebody is there to read it."""
    if sys.stdin.isatty():
        click.echo(asked, err=True)
    typed = sys.stdin.readline().strip()
    if not typed:
        raise NothingTyped(what_next=asked)
    return typed


def _proven(known: Known, then: str, *, as_json: bool) -> None:
    if as_json:
        show.document({"recovery_sheet": known.number, "proven_at": known.proven_at})
    else:
        show.lines(f"Sheet {known.number} opens this store. {then}")


@click.command()
@click.option(
    "--sheet-file", required=True, type=click.Path(path_type=Path), help="The sheet, typed into a file."
)
@store_option
@new_passphrase_option
@json_option
def recover(
    sheet_file: Path,
    store: Path | None,
    passphrase_file: Path | None,
    new_passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Open a store with its recovery sheet, and give it a new passphrase."""
    from fsdesk.desk import files, recovery

    typed = files.read(sheet_file, recovery.MOST_BYTES)
    new = passphrase(new_passphrase_file or passphrase_file, "New passphrase", twice=True)
    device = recovery.recover(folder_of(store), typed, new)
    if as_json:
        show.document({"store": str(folder_of(store)), "device": device})
        return
    show.lines(
        "The store opens with the new passphrase. The sheet opens it too, so lock it up again.",
        "This laptop has a new contact card now: fsdesk card export, and give it to your team.",
    )


@click.command("change-lock")
@store_option
@new_passphrase_option
@recovery_to_option
@click.option("--remove-old-backups", is_flag=True, help="Remove the backups that the old lock opens.")
@force_option
@json_option
def change_lock(
    store: Path | None,
    passphrase_file: Path | None,
    new_passphrase_file: Path | None,
    recovery_to: Path | None,
    code: bool,
    remove_old_backups: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Write the whole store anew under a new key; earlier sheets and exported keys open it no more."""
    from fsdesk.desk import backups, locks

    words = passphrase(passphrase_file)
    new = passphrase(new_passphrase_file) if new_passphrase_file is not None else None
    changed = locks.change(
        folder_of(store), words, new_passphrase=new, sheet_to=recovery_to, writing=writing(code), force=force
    )
    if remove_old_backups and changed.backup is not None:
        backups.remove(changed.old_backups)
    if as_json:
        show.document(_changed_as_json(changed))
        return
    show.lines("The lock is changed: the store was written anew under a new key.")
    show.lines(*_after_change(changed, recovery_to, removed=remove_old_backups))


def _changed_as_json(changed: Any) -> dict[str, Any]:
    return {
        "recovery_sheet": changed.sheet or None,
        "backup": None if changed.backup is None else str(changed.backup.folder),
        "old_backups": [str(one.folder) for one in changed.old_backups],
    }


def _after_change(changed: Any, sheet_at: Path | None, *, removed: bool) -> list[str]:
    if changed.sheet:
        said = [f"Recovery sheet {changed.sheet} opens it: {sheet_at}"]
    else:
        said = ["No recovery sheet opens it yet: fsdesk store recovery-sheet --to FILE"]
    if changed.backup is None:
        return [
            *said,
            "There was no room for a backup under the new lock. Make some room, then: fsdesk store backup",
        ]
    if changed.old_backups and not removed:
        said.append(
            "The old lock still opens these backups. Remove them, or run this with --remove-old-backups:"
        )
        said += _named(changed.old_backups)
    return said


@click.command("export-key")
@click.option("--to", "to", required=True, type=click.Path(path_type=Path), help="File to write.")
@store_option
@force_option
@json_option
def export_key(
    to: Path, store: Path | None, passphrase_file: Path | None, force: bool, as_json: bool
) -> None:
    """Write the raw key of a store to a file, in the open, so that SQLCipher 4 opens it without fsdesk."""
    from fsdesk.desk import files, locks, opening

    files.refuse_taken(to, force=force)
    words = passphrase(passphrase_file)
    with opening.open_desk(folder_of(store), words) as desk:
        locks.export_key(desk, _once_more(passphrase_file, words), to, force=force)
    if as_json:
        show.document({"key": str(to)})
        return
    show.lines(f"Written: {to}", "Whoever has this file and the store can read everything in it.")


def _once_more(file: Path | None, words: str) -> str:
    if file is not None or PASSPHRASE in os.environ:
        return words
    return prompt_for("The passphrase once more, to give the key out")


COMMANDS = (change_passphrase, recovery_sheet, recover, change_lock, export_key)
