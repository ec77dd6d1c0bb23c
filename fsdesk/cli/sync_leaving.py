"""`fsdesk sync leaving`: what would leave for somebody and what would stay, plan by plan, before anything is sealed."""

from __future__ import annotations

from pathlib import Path

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, json_option, passphrase, store_option
from fsdesk.cli.watching import stoppable


@click.command()
@click.option(
    "--to", "to", multiple=True, required=True, type=click.Path(path_type=Path), help="A contact card."
)
@click.option("--plan", "chosen", multiple=True, help="Only this plan; may be repeated.")
@store_option
@json_option
def leaving(
    to: tuple[Path, ...],
    chosen: tuple[str, ...],
    store: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Say plan by plan what would leave in a package, and what stays. Seals nothing."""
    from fsdesk.desk import cards, opening, sealing, standing

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        readers = [cards.recipient(desk, card) for card in to]
        with stoppable("Nothing was sealed.") as progress:
            standing.caught_up(desk, progress)
        found = sealing.leaving(desk, readers, chosen or None)
    if not {one.plan for one in found}.issuperset(chosen):
        raise sealing.NoSuchPlanHere
    if as_json:
        show.document([one._asdict() for one in found])
        return
    if not found:
        show.lines("There are no plans here yet, so nothing would leave.")
    for one in found:
        show.lines(f"{one.plan}  {one.family}", f"  leaves: {one.leaves}. Stays: {one.stays}. {one.agreed}.")
