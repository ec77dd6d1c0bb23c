"""`fsdesk sync`, what waits: list what is held with its reason, and accept it."""

from __future__ import annotations

from pathlib import Path

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, json_option, passphrase, store_option
from fsdesk.cli.start import ATTENTION, DONE


@click.command()
@store_option
@json_option
def held(store: Path | None, passphrase_file: Path | None, as_json: bool) -> int:
    """List what came and waits for a person, and records that could not be read; nothing of it is lost."""
    from fsdesk.desk import opening, waiting

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        found = waiting.listing(desk)
    if as_json:
        show.document(found)
    elif not found:
        show.lines("Nothing waits here.")
    for one in [] if as_json else found:
        what = f"{one['plan']}  {one['title']}".rstrip()
        show.lines(what, f"  {one['says']}")
        show.lines(*(f"  would go: {gone['says']}" for gone in one.get("would_go", ())))
    return ATTENTION if found else DONE


@click.command()
@click.argument("plans", metavar="PLAN…", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Everything that is yours to accept.")
@store_option
@json_option
def accept(
    plans: tuple[str, ...], every: bool, store: Path | None, passphrase_file: Path | None, as_json: bool
) -> int:
    """Take in what is held of a plan. What a second copy of a laptop says is put beside what is here."""
    from fsdesk.desk import opening, waiting

    if bool(plans) == every:
        raise click.UsageError("name plans, or say --all")
    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        accepted = waiting.accept(desk, waiting.all_plans(desk) if every else plans)
    if as_json:
        show.document(accepted._asdict())
    elif not accepted.plans:
        show.lines("Nothing waits here that is yours to accept.")
    else:
        show.lines(
            f"Accepted: {show.counted(accepted.edits, 'edit')} of {show.counted(len(accepted.plans), 'plan')}; "
            f"{show.counted(accepted.differing, 'field')} in two versions."
        )
    return ATTENTION if accepted.differing else DONE
