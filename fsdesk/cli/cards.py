"""`fsdesk card`: contact cards, by which laptops of a team know each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from fsdesk.cli import card_rosters, show
from fsdesk.cli.options import folder_of, force_option, json_option, passphrase, store_option

if TYPE_CHECKING:
    from fsdesk.desk.cards import KnownPerson


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
@click.option("--join", is_flag=True, help="As a second lead: lead this lead's team, too.")
@click.option(
    "--replaces", metavar="CARD|NAME|DEVICE", help="The laptop this person had before; it ends where it is."
)
@store_option
@json_option
def accept(
    card: Path,
    verified: bool,
    join: bool,
    replaces: str | None,
    store: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Accept somebody's contact card. A worker joins the team of the lead whose card is accepted first.

    A lead in whose own team nobody is yet can join another lead's with --join, and writes a new card then.
    """
    from fsdesk.desk import cards, joining, opening, rosters

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        before = None if replaces is None else cards.device_of(desk, replaces)
        team = desk.facts.team
        accepted = (joining.join if join else cards.accept)(desk, card, verified=verified)
        is_joined = desk.is_lead and desk.facts.team != team
        if before is not None:
            rosters.withdraw(desk, before)
    if as_json:
        show.document(cards.as_json(accepted))
        return
    show.lines(
        f"Accepted: {accepted.name}, {accepted.role}.{_note(accepted)}", "  " + "  ".join(accepted.words)
    )
    if is_joined:
        show.lines(f"You lead one team together now. Export your card again, and give it to {accepted.name}.")


def _note(accepted: KnownPerson) -> str:
    """Say what is still to be done with the eight words."""
    if accepted.verified:
        return ""
    if accepted.changed:
        return (
            " This card is another one than before, so it is not verified: read the eight words aloud again."
        )
    if accepted.is_lead:
        return f"{_NOT_YET} A lead can open what is sealed, so compare them before you send anything."
    return f"{_NOT_YET} Compare them when you can."


_NOT_YET = " Not yet verified: the eight words were not read aloud yet."


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
            else "not yet verified: read the eight words aloud together"
        )
        state = f"{state}, changed since" if one.changed else state
        show.lines(f"{one.name}, {one.role}, {state}", "  " + "  ".join(one.words))


for _one in (card_rosters.withdraw, card_rosters.roster):
    command.add_command(_one)
