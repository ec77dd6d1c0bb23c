"""`fsdesk demo DIR`: the main job end to end on invented families, told in a few lines."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from fsdesk.cli import show, watching
from fsdesk.cli.options import PASSPHRASE, json_option, today_option


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--families", type=click.IntRange(min=1, max=100_000), default=6, show_default=True, help="How many."
)
@today_option
@json_option
def command(folder: Path, families: int, today: date | None, as_json: bool) -> None:
    """Write, check, print, seal and receive the plans of invented families, in an empty folder."""
    from fsdesk.desk import demo

    watched = watching.watched() if families > len(_FEW) else None
    done = demo.run(
        folder, families=families, passphrase=os.environ.get(PASSPHRASE), today=today, progress=watched
    )
    watching.clear(watched)
    if as_json:
        show.document(demo.as_json(done))
        return
    took = sum(done.seconds.values())
    show.lines(
        f"{show.counted(done.plans, 'family', 'families')}: plans written, {show.counted(done.findings, 'idea')} "
        f"from the principles, {show.counted(len(done.prints), 'page set')} printed, in {took:.1f} s.",
        *(f"Not printed, as it should be. {held}" for held in done.held),
        f"Plans     {done.folder / 'plans'}",
        f"Prints    {done.folder / 'prints'}",
        f"Packages  {done.folder / 'packages'}: sealed to the lead, taken in there, and a receipt back",
        f"Stores    {done.folder / 'stores'}: the worker's and the lead's, each encrypted",
    )
    if not done.passphrase_was_given:
        show.lines(f"Both stores open with: {done.passphrase}")


_FEW = range(6)
