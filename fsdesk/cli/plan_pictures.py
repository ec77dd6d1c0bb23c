"""`fsdesk plan add-picture`: a photo or drawing kept with what somebody said, drew or showed."""

from __future__ import annotations

from pathlib import Path

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, json_option, passphrase, store_option


@click.command("add-picture")
@click.argument("plan")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--record", required=True, help="Id of the voice or paper sheet it belongs to.")
@click.option(
    "--caption", default="", help="What is to be seen, in a few words; read out where it cannot be seen."
)
@click.option(
    "--kind", type=click.Choice(("drawing", "photo", "map", "scan")), help="What it is, if not plain."
)
@store_option
@json_option
def add_picture(
    plan: str,
    file: Path,
    record: str,
    caption: str,
    kind: str | None,
    store: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Keep the photo or drawing in FILE (JPEG or PNG) with a record of PLAN.

    It is made small, and what the camera wrote into it - place, time, names - is left behind. FILE stays as it is.
    """
    from fsdesk.desk import opening, pictures
    from fsdesk.plans.model.worker import MediaKind

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        added = pictures.add(
            desk, plan, record, file, caption=caption, kind=MediaKind(kind) if kind else None
        )
    if as_json:
        show.document({"picture": added.picture, "hash": added.hash, "mime": added.mime, "bytes": added.size})
    else:
        show.lines(
            f"Kept with {record}, {max(1, added.size // 1000)} kB, without what a camera writes into a photo.",
            f"The file itself stays where it is: {file}",
        )


COMMANDS = (add_picture,)
