"""`fsdesk sync`: seal packages, look into them, take them in, settle what differs, send receipts."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fsdesk.cli import show, sync_handing, sync_held, sync_leaving, sync_telling
from fsdesk.cli.options import folder_of, force_option, json_option, passphrase, store_option
from fsdesk.cli.start import ATTENTION, DONE, NOT_DONE
from fsdesk.cli.watching import StoppedHere, stoppable
from fsdesk.errors import Refused

if TYPE_CHECKING:
    from fsdesk.desk.desk import Desk
    from fsdesk.desk.found import Found


_FEW = 20
"""Plans that are named one by one."""


@click.group()
def command() -> None:
    """Seal packages to the team and take theirs in."""


@command.command()
@click.option(
    "--to", "to", multiple=True, required=True, type=click.Path(path_type=Path), help="A contact card."
)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="File to write.")
@click.option("--plan", "chosen", multiple=True, help="Only this plan; may be repeated.")
@click.option(
    "--since-receipt", "since", flag_value=True, default=True, type=bool, help="What is new (usual)."
)
@click.option("--all", "since", flag_value=False, type=bool, help="Everything, received before or not.")
@store_option
@force_option
@json_option
def export(
    to: tuple[Path, ...],
    out: Path,
    chosen: tuple[str, ...],
    since: bool,
    store: Path | None,
    passphrase_file: Path | None,
    force: bool,
    as_json: bool,
) -> None:
    """Seal a package. Its file name and its outside say nothing about families."""
    from fsdesk.desk import cards, files, opening, sealing

    files.refuse_taken(out, force=force)
    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        readers = list({one.device: one for one in (cards.recipient(desk, card) for card in to)}.values())
        with stoppable("Nothing was sealed, and no file was written.") as progress:
            made = sealing.seal(
                desk, readers, out, chosen=chosen, since_receipt=since, force=force, progress=progress
            )
    if as_json:
        show.document(sealing.made_as_json(made))
        return
    show.lines(
        f"Sealed: {out}, package {made.number}, {made.size} bytes, for {', '.join(made.names)}.",
        *(f"Not yet verified: {name}. Read the eight words aloud together." for name in made.not_verified),
        f"{show.counted(made.edits, 'edit')} of {show.counted(len(made.plans), 'plan')} leave; "
        f"{show.counted(len(made.stays), 'plan')} stay.",
    )


@command.command()
@click.argument("package", type=click.Path(path_type=Path))
@click.option("--hold", multiple=True, metavar="PLAN", help="As if this plan were held; may be repeated.")
@store_option
@json_option
def inspect(
    package: Path, hold: tuple[str, ...], store: Path | None, passphrase_file: Path | None, as_json: bool
) -> int:
    """Say what a package would change here. Changes nothing."""
    return _taken(package, hold, store, passphrase_file, as_json, take=False)


@command.command("import")
@click.argument("package", type=click.Path(path_type=Path))
@click.option(
    "--hold", multiple=True, metavar="PLAN", help="Keep what comes of this plan waiting; may be repeated."
)
@store_option
@json_option
def import_(
    package: Path, hold: tuple[str, ...], store: Path | None, passphrase_file: Path | None, as_json: bool
) -> int:
    """Take a package in, whole, in one step. The same package again changes nothing."""
    return _taken(package, hold, store, passphrase_file, as_json, take=True)


def _taken(
    package: Path,
    hold: tuple[str, ...],
    store: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
    *,
    take: bool,
) -> int:
    from fsdesk.desk import cards, families, opening, receiving

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        try:
            found = (_put_in if take else _looked_at)(desk, package, hold)
            alike = families.like_each(desk, [one.plan for one in found.plans if one.new]) if take else {}
            names = {one.device: one.name for one in cards.accepted(desk)}
        except Refused as refused:
            if as_json:
                show.document(receiving.refused_as_json(str(refused)))
                click.echo(str(refused), err=True)
                return NOT_DONE
            raise
    if as_json:
        show.document(receiving.as_json(found) | {"alike": alike})
    else:
        sync_telling.tell(found, names, take=take)
        sync_telling.tell_of_alike(alike)
    return ATTENTION if receiving.wants_attention(found) else DONE


def _looked_at(desk: Desk, package: Path, hold: tuple[str, ...]) -> Found:
    from fsdesk.desk import receiving

    with stoppable("Nothing was changed.") as progress:
        return receiving.look(desk, package, progress, hold=hold)


def _put_in(desk: Desk, package: Path, hold: tuple[str, ...]) -> Found:
    """Take a package in; putting its plans together may be stopped, and goes on when they are read."""
    from fsdesk.desk import receiving, standing

    with stoppable("Nothing of the package was taken in.") as progress:
        found = receiving.take(desk, package, progress, backup_first=True, hold=hold)
    with contextlib.suppress(StoppedHere), stoppable("") as progress:
        standing.caught_up(desk, progress)
    return found


@command.command()
@store_option
@json_option
def differing(store: Path | None, passphrase_file: Path | None, as_json: bool) -> int:
    """List the fields that read two ways until somebody settles them."""
    from fsdesk.desk import opening, settling

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        found = settling.differing(desk)
        titles = {} if as_json else settling.titles(desk, (one["plan"] for one in found))
    if as_json:
        show.document(found)
    else:
        sync_telling.tell_differing(found, titles)
    return ATTENTION if found else DONE


@command.command()
@click.argument("which", metavar="ID")
@click.option("--keep", type=click.IntRange(min=1), help="Keep this version.")
@click.option("--both", is_flag=True, help="Keep the words of all versions, one after the other.")
@click.option("--words", help="Keep these words instead.")
@click.option("--ask", metavar="TEXT", help="Settle nothing, and ask: a comment beside the field.")
@store_option
@json_option
def resolve(
    which: str,
    keep: int | None,
    both: bool,
    words: str | None,
    ask: str | None,
    store: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Settle one field that reads two ways, or ask about it first."""
    from fsdesk.desk import opening, settling

    if [keep is not None, both, words is not None, ask is not None].count(True) != 1:
        raise click.UsageError("say one of --keep N, --both, --words TEXT and --ask TEXT")
    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        if ask is not None:
            settled = settling.ask(desk, which, ask)
        else:
            settled = settling.settle(desk, which, keep=keep, both=both, words=words)
    if as_json:
        show.document(settled)
    elif ask is not None:
        show.lines(
            "Asked: it stands beside the field and goes with the next package. Every version stays until then."
        )
    else:
        show.lines("Settled. The other words stay in the history.")


@command.command()
@click.option(
    "--to", "to", multiple=True, required=True, type=click.Path(path_type=Path), help="A contact card."
)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="File to write.")
@store_option
@force_option
@json_option
def receipt(
    to: tuple[Path, ...],
    out: Path,
    store: Path | None,
    passphrase_file: Path | None,
    force: bool,
    as_json: bool,
) -> None:
    """Write a receipt for what was taken in from somebody."""
    from fsdesk.desk import cards, files, opening, receipts

    files.refuse_taken(out, force=force)
    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        readers = [cards.recipient(desk, card) for card in to]
        made = receipts.write(desk, readers, out, force=force)
    if as_json:
        show.document(made)
    else:
        show.lines(f"Written: {out}, for {show.counted(len(made['packages']), 'package')}.")


@command.command()
@store_option
@json_option
def state(store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Say of each package what is known: sealed, handed over, received."""
    from fsdesk.desk import handing, opening, receipts

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        found = receipts.state(desk)
        with stoppable("Nothing was changed.") as progress:
            waits = [] if as_json else handing.unreceived(desk, progress)
    if as_json:
        show.document(found)
        return
    if not any(one["packages"] for one in found):
        show.lines("No package has been sealed on this laptop yet.")
    for one in found:
        note = "" if one["verified"] else ", card not yet verified"
        for package in one["packages"]:
            show.lines(f"{one['name']}{note}: package {package['number']} {_way_of(package)}")
    for plan in waits[:_FEW]:
        show.lines(f"Not yet received by anyone: {show.counted(plan['edits'], 'edit')} of {plan['plan']}")
    if waits[_FEW:]:
        more = show.counted(len(waits) - _FEW, "more plan")
        show.lines(f"Not yet received by anyone: {more}. List them with: fsdesk sync unreceived")


def _way_of(package: dict[str, Any]) -> str:
    handed = (
        show.at("handed over", package["handed_over"])
        if package["handed_over"]
        else "not known as handed over"
    )
    received = show.at("received", package["received_at"]) if package["received"] else "not yet received"
    waits = f", held there: {show.counted(package['held'], 'plan')}" if package["held"] else ""
    return f"{show.at('sealed', package['sealed'])}, {handed}, {received}{waits}"


for _one in (
    sync_leaving.leaving,
    sync_held.held,
    sync_held.accept,
    sync_handing.handed_over,
    sync_handing.hand_over,
    sync_handing.unreceived,
    sync_handing.watch,
):
    command.add_command(_one)
