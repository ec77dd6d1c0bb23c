"""`fsdesk plan share`: a shared copy for another organisation, signed and read-only, through every gate."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, force_option, json_option, passphrase, store_option, today_option
from fsdesk.cli.start import ATTENTION, DONE


@click.command("share")
@click.argument("plan")
@click.option("--with", "share", required=True, metavar="SHARE", help="Id of what the plan says is shared.")
@click.option("--to", "to", required=True, type=click.Path(path_type=Path), help="File to write.")
@click.option("--record", "chosen", multiple=True, help="A record that goes along; may be repeated.")
@store_option
@today_option
@force_option
@json_option
def share(
    plan: str,
    share: str,
    to: Path,
    chosen: tuple[str, ...],
    store: Path | None,
    passphrase_file: Path | None,
    today: date | None,
    force: bool,
    as_json: bool,
) -> int:
    """Write what another organisation may have of a plan: never edits, never history, and nothing that is sealed.

    It holds the records you choose and what names the organisation's helpers, as far as every gate lets it through.
    When the family has withdrawn its agreement, the copy says that and nothing else.
    """
    from fsdesk.desk import opening, sharing

    with opening.open_desk(folder_of(store), passphrase(passphrase_file), today) as desk:
        made = sharing.share(desk, plan, share, to, chosen=chosen, force=force)
    if as_json:
        show.document(sharing.as_json(made))
    elif made.is_withdrawal:
        show.lines(f"Written: {to}, which tells {made.to} that the agreement was withdrawn.")
    else:
        show.lines(f"Written: {to}, for {made.to}: {show.counted(made.records, 'record')}.")
        show.lines(*(f"Stays, a gate holds it or it is not theirs: {one}" for one in made.left_out))
    return ATTENTION if made.left_out else DONE


COMMANDS = (share,)
"""The commands of `fsdesk plan` by which something goes to another organisation."""
