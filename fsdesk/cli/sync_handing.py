"""`fsdesk sync`, the way of a package: hand it over, watch a folder, see what nobody has received yet."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, force_option, json_option, passphrase, store_option
from fsdesk.cli.start import ATTENTION, DONE
from fsdesk.cli.watching import stoppable

if TYPE_CHECKING:
    from fsdesk.desk.watching import Seen

_EVERY_SECONDS = 60


@click.command("handed-over")
@click.argument("which", metavar="PACKAGE|NUMBER")
@store_option
@json_option
def handed_over(which: str, store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Note that a package was given away. It counts as received when its receipt comes, not before."""
    from fsdesk.desk import handing, opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        handed = handing.note(desk, which)
    if as_json:
        show.document(handing.as_json(handed))
    else:
        show.lines(f"Noted: package {handed.number} was handed over. It is not known as received yet.")


@click.command("hand-over")
@click.argument("package", type=click.Path(path_type=Path))
@click.option("--to", "to", required=True, type=click.Path(path_type=Path), help="Folder or stick.")
@store_option
@force_option
@json_option
def hand_over(
    package: Path, to: Path, store: Path | None, passphrase_file: Path | None, force: bool, as_json: bool
) -> None:
    """Copy a package to a folder or stick, read it back and compare it. The file here stays."""
    from fsdesk.desk import handing, opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        handed = handing.hand_over(desk, package, to, force=force)
    if as_json:
        show.document(handing.as_json(handed))
    else:
        show.lines(f"Copied and read back: {handed.path}. Keep the package until its receipt comes.")


@click.command()
@store_option
@json_option
def unreceived(store: Path | None, passphrase_file: Path | None, as_json: bool) -> int:
    """List the plans of which something written here has not been received by anyone."""
    from fsdesk.desk import handing, opening

    with (
        opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk,
        stoppable("Nothing was changed.") as progress,
    ):
        found = handing.unreceived(desk, progress)
    if as_json:
        show.document(found)
    elif not found:
        show.lines("Somebody has received everything that was written here.")
    for one in [] if as_json else found:
        stays = "; the plan stays here" if one["stays_here"] else ""
        show.lines(
            f"{one['plan']}  {one['title']}: {show.counted(one['edits'], 'edit')} only on this laptop{stays}"
        )
    return ATTENTION if found else DONE


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--once", is_flag=True, help="Take in what is there now, and end.")
@store_option
@json_option
def watch(
    folder: Path | None, once: bool, store: Path | None, passphrase_file: Path | None, as_json: bool
) -> int:
    """Take in what lies in a shared folder, each file by itself. The folder is remembered; nothing in it is changed.

    Without --once it looks again every minute, until you stop it.
    """
    from fsdesk.desk import watching

    place, secret = watching.chosen(folder), passphrase(passphrase_file)
    found = _round(folder_of(store), secret, place, as_json=as_json and once)
    if not found and not as_json:
        show.lines(f"No package lies in {place}.")
    while not once:
        time.sleep(_EVERY_SECONDS)  # the store is closed meanwhile, so that the window can be opened
        _round(folder_of(store), secret, place, as_json=False)
    if as_json:
        show.document({"folder": str(place), "files": [watching.as_json(one) for one in found]})
    return ATTENTION if any(watching.wants_attention(one) for one in found) else DONE


def _round(store: Path, secret: str, folder: Path, *, as_json: bool) -> list[Seen]:
    from fsdesk.desk import opening, watching

    found = []
    with opening.open_desk(store, secret) as desk:
        for one in watching.look_in(desk, folder):
            found.append(one)
            if not as_json:
                show.lines(_line(one))
    return found


def _line(one: Seen) -> str:
    if one.found is None:
        return f"{one.path.name}: {one.why}"
    kind = "receipt" if one.found.kind == "receipt" else "package"
    more = f"; held: {show.counted(one.found.held, 'plan')}" if one.found.held else ""
    return f"{one.path.name}: {kind} {one.found.number} from {one.found.sender}, {one.status}{more}"
