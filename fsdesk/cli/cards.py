"""`fsdesk card`: contact cards, by which laptops of a team know each other."""

from __future__ import annotations

from pathlib import Path

import click

from fsdesk.cli import show
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


@command.command()
@click.argument("card", type=click.Path(path_type=Path))
@click.option("--verified", is_flag=True, help="The eight words were read aloud and were the same.")
@store_option
@json_option
def accept(
    card: Path, verified: bool, store: Path | None, passphrase_file: Path | None, as_json: bool
) -> None:
    """Accept somebody's contact card. A worker joins the team of the lead whose card is accepted first."""
    from fsdesk.desk import cards, opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        accepted = cards.accept(desk, card, verified=verified)
    if as_json:
        show.document(cards.as_json(accepted))
        return
    note = "" if accepted.verified else " Not yet read aloud: compare the eight words when you can."
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
        state = "withdrawn" if one.withdrawn else "read aloud" if one.verified else "not yet read aloud"
        show.lines(f"{one.name}, {one.role}, {state}", "  " + "  ".join(one.words))
