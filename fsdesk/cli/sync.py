"""`fsdesk sync`: seal packages, look into them, take them in, settle what differs, send receipts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from fsdesk.cli import show, sync_handing, sync_held
from fsdesk.cli.options import folder_of, force_option, json_option, passphrase, store_option
from fsdesk.cli.start import ATTENTION, DONE, NOT_DONE
from fsdesk.cli.watching import clear, watched
from fsdesk.errors import Refused


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
        readers = [cards.recipient(desk, card) for card in to]
        made = sealing.seal(desk, readers, out, chosen=chosen, since_receipt=since, force=force)
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
    from fsdesk.desk import families, opening, receiving, standing

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        try:
            found = (
                receiving.take(desk, package, backup_first=True, hold=hold)
                if take
                else receiving.look(desk, package, hold=hold)
            )
            progress = watched()
            standing.caught_up(desk, progress)
            clear(progress)
            alike = families.like_each(desk, [one.plan for one in found.plans if one.new]) if take else {}
        except Refused as refused:
            if as_json and receiving.is_refusal(refused):
                show.document(receiving.refused_as_json(str(refused)))
                click.echo(str(refused), err=True)
                return NOT_DONE
            raise
    if as_json:
        show.document(receiving.as_json(found) | {"alike": alike})
    else:
        _tell(found, take=take)
        _tell_of_alike(alike)
    return ATTENTION if receiving.wants_attention(found) else DONE


def _tell(found: Any, *, take: bool) -> None:
    if found.kind == "receipt":
        show.lines(f"A receipt from {found.sender}: your package {found.number} was received.")
        return
    if found.status == "already":
        show.lines(f"Package {found.number} from {found.sender} was taken in before. Nothing changed.")
        return
    verb = "came in" if take else "would come in"
    show.lines(
        f"From {found.sender}, package {found.number}: {show.counted(found.edits, 'edit')} {verb}; "
        f"{show.counted(found.new, 'new plan')}, {found.changed} changed, "
        f"{show.counted(found.differing, 'field')} in two versions."
    )
    for one in found.plans:
        kind = "new" if one.new else "changed"
        show.lines(f"  {one.plan}  {one.title}: {kind}, {show.counted(one.edits, 'edit')}")
    if not found.verified:
        show.lines(f"The card of {found.sender} is not yet verified: read the eight words aloud together.")
    show.lines(*found.told)
    _tell_of_held(found)
    for missing in found.missing_before:
        show.lines(f"Not here yet: edits {missing.first} to {missing.last} of laptop {missing.device}.")


def _tell_of_alike(alike: dict[str, list[str]]) -> None:
    for plan, others in alike.items():
        show.lines(
            f"{plan} may be of the same family as {', '.join(others)}. Both stay as they are; say so once: "
            "fsdesk plan same, or fsdesk plan different"
        )


def _tell_of_held(found: Any) -> None:
    for one in found.held_plans:
        if one.reason == "erased":
            show.lines(f"Held, {one.says}: {one.plan}. Let it in, or turn it away: fsdesk plan erased")
            continue
        show.lines(f"Held, {one.says}: {one.plan}. See it with: fsdesk sync held")
        show.lines(*(f"  would go: {gone.says}" for gone in one.would_go))
    for record in found.quarantined:
        show.lines(f"Kept and left out, {record.reason}: {record.record} of plan {record.plan}.")


@command.command()
@store_option
@json_option
def differing(store: Path | None, passphrase_file: Path | None, as_json: bool) -> int:
    """List the fields that read two ways until somebody settles them."""
    from fsdesk.desk import opening, settling

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        found = settling.differing(desk)
    if as_json:
        show.document(found)
    for one in [] if as_json else found:
        show.lines(f"{one['id']}  {one['where']}")
        for number, version in enumerate(one["versions"], start=1):
            show.lines(f"  {number}  {version['who']}: {settling.as_words(version['value'])}")
    return ATTENTION if found else DONE


@command.command()
@click.argument("which", metavar="ID")
@click.option("--keep", type=click.IntRange(min=1), help="Keep this version.")
@click.option("--both", is_flag=True, help="Keep the words of all versions, one after the other.")
@click.option("--words", help="Keep these words instead.")
@store_option
@json_option
def resolve(
    which: str,
    keep: int | None,
    both: bool,
    words: str | None,
    store: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Settle one field that reads two ways."""
    from fsdesk.desk import opening, settling

    if [keep is not None, both, words is not None].count(True) != 1:
        raise click.UsageError("say one of --keep N, --both and --words TEXT")
    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        settled = settling.settle(desk, which, keep=keep, both=both, words=words)
    if as_json:
        show.document(settled)
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
        waits = [] if as_json else handing.unreceived(desk)
    if as_json:
        show.document(found)
        return
    for one in found:
        note = "" if one["verified"] else ", card not yet verified"
        for package in one["packages"]:
            show.lines(f"{one['name']}{note}: package {package['number']} {_way_of(package)}")
    for plan in waits:
        show.lines(f"Not yet received by anyone: {show.counted(plan['edits'], 'edit')} of {plan['plan']}")


def _way_of(package: dict[str, Any]) -> str:
    handed = f"handed over {package['handed_over']}" if package["handed_over"] else "not known as handed over"
    received = (
        f"received {package['received_at'] or ''}".rstrip() if package["received"] else "not yet received"
    )
    return f"sealed {package['sealed']}, {handed}, {received}"


for _one in (
    sync_held.held,
    sync_held.accept,
    sync_handing.handed_over,
    sync_handing.hand_over,
    sync_handing.unreceived,
    sync_handing.watch,
):
    command.add_command(_one)
