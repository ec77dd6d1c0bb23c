"""`fsdesk sync leaving`: what would leave and what would stay, plan by plan; and what did, of a sealed package."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, json_option, passphrase, store_option
from fsdesk.cli.watching import stoppable

if TYPE_CHECKING:
    from fsdesk.desk.going_out import Kept, Leaving


@click.command()
@click.option("--to", "to", multiple=True, type=click.Path(path_type=Path), help="A contact card.")
@click.option("--plan", "chosen", multiple=True, help="Only this plan; may be repeated.")
@click.option("--of", "of", metavar="PACKAGE|NUMBER", help="What left in a package that was sealed here.")
@store_option
@json_option
def leaving(
    to: tuple[Path, ...],
    chosen: tuple[str, ...],
    of: str | None,
    store: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Say plan by plan what would leave in a package, and what stays; or with --of, what did. Seals nothing."""
    if bool(to) == (of is not None) or (of is not None and chosen):
        raise click.UsageError(
            "say --to CARD for what would leave, or --of PACKAGE alone for what left in it"
        )
    if of is not None:
        _of_sealed(of, store, passphrase_file, as_json)
        return
    found = _would(to, chosen, store, passphrase_file)
    if as_json:
        show.document([one._asdict() for one in found])
        return
    if not found:
        show.lines("There are no plans here yet, so nothing would leave.")
    _tell(found)


def _would(
    to: tuple[Path, ...], chosen: tuple[str, ...], store: Path | None, passphrase_file: Path | None
) -> list[Leaving]:
    from fsdesk.desk import cards, going_out, opening, sealing, standing

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        readers = list({one.device: one for one in (cards.recipient(desk, card) for card in to)}.values())
        with stoppable("Nothing was sealed.") as progress:
            standing.caught_up(desk, progress)
        found = going_out.table(desk, readers, chosen or None)
    if not {one.plan for one in found}.issuperset(chosen):
        raise sealing.NoSuchPlanHere
    return found


def _of_sealed(which: str, store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    from fsdesk.desk import going_out, opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        found = going_out.kept(desk, which)
        told = going_out.as_json(found)
    if as_json:
        show.document(told)
        return
    show.lines(_heading(found, told["sealed"]))
    _tell(found.lines)


def _heading(found: Kept, sealed: str) -> str:
    return f"Package {found.made.number}, {show.at('sealed', sealed)}, for {', '.join(found.to)}."


def _tell(found: Sequence[Leaving]) -> None:
    for one in found:
        show.lines(
            f"{one.plan}  {one.family}".rstrip(),
            f"  leaves: {one.leaves}. Stays: {one.stays}. {one.agreed}.",
        )
