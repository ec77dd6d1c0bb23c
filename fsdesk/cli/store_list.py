"""`fsdesk store list`, `add`, `put-away`, `practice`: several stores on one laptop, each under its own passphrase."""

from __future__ import annotations

from pathlib import Path

import click

from fsdesk.cli import show
from fsdesk.cli.options import json_option, passphrase


@click.command("list")
@json_option
def list_(as_json: bool) -> None:
    """List the stores of this laptop by the labels of their folders; none is opened, no passphrase is asked for."""
    from fsdesk.desk import stores

    found = stores.listed()
    if as_json:
        show.document([stores.as_json(one) for one in found])
        return
    for one in found:
        by = stores.held_by(one.folder)
        used = f", in use by {by}" if by else ""
        show.lines(f"{one.label}{' (practice)' if one.is_practice else ''}{used}: {one.folder}")
    if not found:
        show.lines("There are no plans on this laptop yet: fsdesk store create --name NAME --role worker")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@json_option
def add(folder: Path, as_json: bool) -> None:
    """Put a store that lies in another FOLDER, or was put away, on the list."""
    from fsdesk.desk import stores

    added = stores.add(folder)
    if as_json:
        show.document(stores.as_json(added))
        return
    show.lines(f"On the list: {added.label}")


@click.command("put-away")
@click.argument("folder", type=click.Path(path_type=Path))
@json_option
def put_away(folder: Path, as_json: bool) -> None:
    """Take the store in FOLDER off the list. Nothing of it is changed or removed."""
    from fsdesk.desk import stores

    stores.put_away(folder)
    if as_json:
        show.document({"folder": str(folder), "listed": False})
        return
    show.lines(f"Off the list. The plans stay where they are: {folder}", "fsdesk store add puts them back.")


@click.command()
@click.option("--passphrase-file", type=click.Path(path_type=Path), help="File that holds the passphrase.")
@json_option
def practice(passphrase_file: Path | None, as_json: bool) -> None:
    """Make the practice store: six made-up families, under a passphrase of its own, in no team."""
    from fsdesk.desk import stores

    with stores.make_practice(passphrase(passphrase_file, twice=True)) as desk:
        folder = desk.store.folder
    if as_json:
        show.document({"store": str(folder)})
    else:
        show.lines(f"Made: {folder}. Its families are made up, to try things with.")


COMMANDS = (list_, add, put_away, practice)
