"""`fsdesk card`, the team list: withdraw a laptop, show or write the list, take over a newer one."""

from __future__ import annotations

from pathlib import Path

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, force_option, json_option, passphrase, store_option


@click.command()
@click.argument("card", metavar="CARD|NAME|DEVICE")
@store_option
@json_option
def withdraw(card: str, store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Withdraw a laptop: it is sent nothing more, and what it wrote beyond what is here waits for the lead."""
    from fsdesk.desk import cards, opening, rosters

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        gone = rosters.withdraw(desk, cards.device_of(desk, card))
        then = _OF_A_LEAD if desk.is_lead else _OF_A_WORKER
    if as_json:
        show.document(cards.as_json(gone))
    else:
        show.lines(f"Withdrawn: {gone.name}, {gone.role}. {then}")


_OF_A_LEAD = "The team learns of it with your next package."
_OF_A_WORKER = "Nothing more goes there from this laptop. Tell your team lead, whose list tells the others."


@click.command()
@click.option("--to", "to", type=click.Path(path_type=Path), help="Write the list to this file.")
@click.option("--take", "take", type=click.Path(path_type=Path), help="Take over the list in this file.")
@store_option
@force_option
@json_option
def roster(
    to: Path | None,
    take: Path | None,
    store: Path | None,
    passphrase_file: Path | None,
    force: bool,
    as_json: bool,
) -> None:
    """Show the numbered team list that the lead signs and packages carry."""
    from fsdesk.desk import opening, rosters

    if to is not None and take is not None:
        raise click.UsageError("say one of --to and --take")
    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        if take is not None:
            rosters.accept(desk, take)
        signed = rosters.newest(desk) if to is None else rosters.export(desk, to, force=force)
    told = rosters.as_json(signed)
    if as_json:
        show.document(told | ({"roster": str(to)} if to else {}))
        return
    show.lines(f"Team list {told['number']}:")
    for one in told["people"]:
        show.lines(f"  {one['name']}, {one['role']}{', withdrawn' if one['withdrawn'] else ''}")
