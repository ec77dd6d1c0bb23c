"""`fsdesk wording`: lines of text in, findings on their wording out, one JSON line for each, in the same order."""

from __future__ import annotations

from pathlib import Path

import click

from fsdesk.cli import show


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The same: lines are always JSON.")
def command(file: Path | None, as_json: bool) -> None:
    """Read JSON lines {"id","text","field"} from FILE or standard input; write JSON lines with what was noticed."""
    from fsdesk.desk import wording

    show.raw(b"".join(line + b"\n" for line in wording.read_lines(file)))
