"""`fsdesk card`: contact cards, by which laptops of a team know each other."""

from __future__ import annotations

from pathlib import Path

import click

from fsdesk.cli import card_rosters, show
from fsdesk.cli.options import folder_of, force_option, json_option, passphrase, store_option


@click.group()
def command() -> None:
    """Write your own contact card, and accept those of your team."""


@command.command()
@click.option("--to", "to", required=True, type=click.Path(path_type=Path), help="File to write.")
@store_option
@force_option
@json_option
def export(to: Path, store: Path | None, passphrase_file: Path | None, force: bool, as_json: bool) -> None:
    """Write your contact card: public keys, role, and nothing of any family."""
    from fsdesk.desk import cards, files, opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        card, held = cards.own(desk)
        files.write(to, held, force=force)
    if as_json:
        show.document({"card": str(to)} | cards.as_json(card))
        return
    show.lines(f"Written: {to}", "Read these eight words aloud together:", "  " + "  ".join(card.words))


@command.command("print")
@click.option("--to", "to", required=True, type=click.Path(path_type=Path), help="PDF to write.")
@store_option
@force_option
def print_(to: Path, store: Path | None, passphrase_file: Path | None, force: bool) -> None:
    """Write four contact cards to print and cut out: your eight words, and nothing of any family."""
    from fsdesk.desk import files, opening, team_papers

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        files.write(to, team_papers.cards(desk), force=force)
    show.lines(f"Written: {to}")


@command.command()
@click.argument("card", type=click.Path(path_type=Path))
@click.option("--verified", is_flag=True, help="The eight words were read aloud and were the same.")
@click.option(
    "--replaces", metavar="CARD|NAME|DEVICE", help="The laptop this person had before; it ends where it is."
)
@store_option
@json_option
def accept(
    card: Path,
    verified: bool,
    replaces: str | None,
    store: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Accept somebody's contact card. A worker joins the team of the lead whose card is accepted first."""
    from fsdesk.desk import cards, opening, rosters

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        before = None if replaces is None else cards.device_of(desk, replaces)
        accepted = cards.accept(desk, card, verified=verified)
        if before is not None:
            rosters.withdraw(desk, before)
    if as_json:
        show.document(cards.as_json(accepted))
        return
    note = (
        ""
        if accepted.verified
        else " Not yet verified, not yet read aloud: compare the eight words when you can."
    )
    if accepted.changed:
        note = (
            " This card is another one than before, so it is not verified: read the eight words aloud again."
        )
    show.lines(f"Accepted: {accepted.name}, {accepted.role}.{note}", "  " + "  ".join(accepted.words))


@command.command("list")
@store_option
@json_option
def list_(store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """List the accepted cards."""
    from fsdesk.desk import cards, opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        found = cards.accepted(desk)
    if as_json:
        show.document([cards.as_json(one) for one in found])
        return
    for one in found:
        state = (
            "withdrawn"
            if one.withdrawn
            else "read aloud"
            if one.verified
            else "not yet verified, not yet read aloud"
        )
        state = f"{state}, changed since" if one.changed else state
        show.lines(f"{one.name}, {one.role}, {state}", "  " + "  ".join(one.words))


for _one in (card_rosters.withdraw, card_rosters.roster):
    command.add_command(_one)
