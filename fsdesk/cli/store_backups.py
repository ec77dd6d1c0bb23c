"""`fsdesk store`, the backups: made, copied elsewhere, and a store brought back from one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, json_option, passphrase, store_option
from fsdesk.cli.start import ATTENTION, DONE

if TYPE_CHECKING:
    from fsdesk.desk.backups import Glance, Kept, Sides


@click.command()
@store_option
@click.option("--to", "to", type=click.Path(path_type=Path), help="Another disk, to copy the backup to.")
@click.option("--list", "only_list", is_flag=True, help="List the backups; needs no passphrase.")
@json_option
def backup(
    store: Path | None, passphrase_file: Path | None, to: Path | None, only_list: bool, as_json: bool
) -> None:
    """Make a backup beside the store, look through it, and copy it to another disk if you name one."""
    from fsdesk.desk import backups, opening

    if only_list:
        _list(folder_of(store), as_json=as_json)
        return
    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        made = backups.make(desk)
        copy = None if to is None else backups.copy_to(desk, made, to)
    if as_json:
        show.document(backups.as_json(made) | {"copy": None if copy is None else str(copy.folder)})
        return
    show.lines(f"The backup is made and was read back: {made.folder}")
    if copy is not None:
        show.lines(f"Its copy was read back too: {copy.folder}")


def _list(folder: Path, *, as_json: bool) -> None:
    from fsdesk.desk import backups

    found = backups.of_store(folder)
    if as_json:
        show.document([backups.as_json(one) for one in found])
        return
    if not found:
        show.lines("There is no backup yet: fsdesk store backup")
    show.lines(*(f"{_when(one)}  {one.why}" for one in found))


def _when(one: Kept) -> str:
    return f"{one.made_at.astimezone():%d %B %Y, %H:%M}"


@click.command()
@store_option
@click.option(
    "--from", "source", type=click.Path(path_type=Path), help="A backup, or a folder that holds some."
)
@click.option("--look", is_flag=True, help="Show both side by side, and change nothing.")
@click.option("--yes", is_flag=True, help="Do not ask before the store is swapped.")
@json_option
def restore(
    store: Path | None,
    passphrase_file: Path | None,
    source: Path | None,
    look: bool,
    yes: bool,
    as_json: bool,
) -> int:
    """Bring a store back from its newest whole backup; what was there is kept among the backups."""
    from fsdesk.desk import backups

    folder = folder_of(store)
    if source is not None and not backups.has_store(folder) and not look:
        sides = backups.into_new(folder, passphrase(passphrase_file), source)
        return _told(sides, None, as_json=as_json, swapped=True)
    with backups.beside(folder, passphrase(passphrase_file), source) as ready:
        if look:
            return _told(ready.sides, None, as_json=as_json, swapped=False)
        if not (yes or as_json) and sys.stdin.isatty():
            show.lines(*_side_by_side(ready.sides))
            click.confirm("Put the backup in its place?", abort=True, err=True)
        was = ready.swap()
    return _told(ready.sides, was, as_json=as_json, swapped=True)


def _told(sides: Sides, was: Path | None, *, as_json: bool, swapped: bool) -> int:
    from fsdesk.desk import backups

    if as_json:
        kept = None if was is None else str(was)
        show.document(backups.sides_as_json(sides) | {"restored": swapped, "kept": kept})
    else:
        show.lines(*_side_by_side(sides), *(_after(was) if swapped else ()))
    return ATTENTION if sides.passed_over else DONE


def _side_by_side(sides: Sides) -> list[str]:
    passed = [
        f"Passed over, not whole or under another lock: the backup of {_when(one)}"
        for one in sides.passed_over
    ]
    return [
        *passed,
        f"The store here: {_here(sides)}",
        f"The backup of {_when(sides.backup)}: {_glance(sides.then)}",
    ]


def _here(sides: Sides) -> str:
    if sides.here is None:
        return "is not there yet" if sides.here_is_whole else "does not open"
    return _glance(sides.here) + ("" if sides.here_is_whole else ", but damaged")


def _glance(one: Glance) -> str:
    from fsdesk.desk import clock

    counted = f"{show.counted(one.plans, 'plan')}, {show.counted(one.edits, 'edit')}"
    if not one.changed_at:
        return counted
    return f"{counted}, last changed {clock.as_time(one.changed_at).astimezone():%d %B %Y, %H:%M}"


def _after(was: Path | None) -> list[str]:
    kept = [] if was is None else [f"What was there before is kept: {was}"]
    return [
        *kept,
        "The store is back, and this laptop has a new contact card: fsdesk card export, and give it to your team.",
    ]


COMMANDS = (backup, restore)
