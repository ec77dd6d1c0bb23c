"""`fsdesk store export-plain`: everything in plain files, readable without fsdesk."""

from __future__ import annotations

import os
from pathlib import Path

import click

from fsdesk.cli import show
from fsdesk.cli.options import PASSPHRASE, folder_of, json_option, passphrase, prompt_for, store_option


@click.command("export-plain")
@click.option(
    "--to",
    "to",
    required=True,
    type=click.Path(path_type=Path),
    help="Folder to write: empty, or not there yet.",
)
@store_option
@json_option
def export_plain(to: Path, store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Write every plan with its history and pictures in plain files, in the open, to be read without fsdesk."""
    from fsdesk.desk import opening, plain_export

    words = passphrase(passphrase_file)
    with opening.open_desk(folder_of(store), words) as desk:
        done = plain_export.write(desk, _once_more(passphrase_file, words), to)
    if as_json:
        counts = {"plans": done.plans, "edits": done.edits, "pictures": done.pictures}
        show.document({"folder": str(to)} | counts)
        return
    show.lines(
        f"Written: {to}, {show.counted(done.plans, 'plan')} with {show.counted(done.edits, 'edit')}.",
        "None of it is locked: whoever has this folder reads every family's words. READ-ME.md in it says how.",
    )


def _once_more(file: Path | None, words: str) -> str:
    if file is not None or PASSPHRASE in os.environ:
        return words
    return prompt_for("The passphrase once more, to write everything in the open")


COMMANDS = (export_plain,)
