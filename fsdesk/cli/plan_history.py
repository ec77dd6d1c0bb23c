"""`fsdesk plan history`, `undo` and `put-back`: what was done to a plan, and having it as it was before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, json_option, passphrase, store_option
from fsdesk.cli.start import ATTENTION, DONE

if TYPE_CHECKING:
    from fsdesk.desk.undoing import Done
    from fsdesk.plans.history import Entry
    from fsdesk.plans.in_words import Names


@click.command("history")
@click.argument("plan")
@click.option(
    "--record", default="", metavar="ID", help="Only what was done to this record, with its wordings."
)
@store_option
@json_option
def history(plan: str, record: str, store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Tell the history of PLAN, an edit a line, the earliest first.

    With --json each edit comes with its id, and with what stood where before and after it.
    """
    from fsdesk.desk import opening, plans, undoing
    from fsdesk.plans import in_words

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        found = undoing.told(desk, plan, record)
        names = in_words.names_in(plans.current(desk, plan).plan) if record and not as_json else {}
    if as_json:
        show.document([plans.entry_as_json(one) for one in found])
        return
    for one in found:
        when = one.when.astimezone().strftime("%Y-%m-%d %H:%M") if one.when else "at an unknown time"
        since = " (undone since)" if one.undone_by else ""
        show.lines(f"{when}  {one.who}: {one.sentence}{since}")
        if record:
            show.lines(*_wordings(one, names))


def _wordings(entry: Entry, names: Names) -> Iterator[str]:
    from fsdesk.plans import in_words

    for one in entry.changes:
        if one.field:
            before, after = in_words.said(one.before, names), in_words.said(one.after, names)
            yield f"    {in_words.field_name(one.place.collection, one.field)}: {before} → {after}"


@click.command("undo")
@click.argument("plan")
@click.argument("edit", required=False, default="")
@store_option
@json_option
def undo(plan: str, edit: str, store: Path | None, passphrase_file: Path | None, as_json: bool) -> int:
    """Undo EDIT, by its id, as far as it still stands; without it, the last thing done on this laptop to PLAN.

    Called again it goes one step further back. What others changed since stays, and is named. An undo is an edit:
    its id, which this prints, undoes the undo.
    """
    from fsdesk.desk import opening, undoing

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        done = undoing.undo(desk, plan, edit)
    return _tell(done, as_json)


@click.command("put-back")
@click.argument("plan")
@click.argument("edit")
@click.option(
    "--where",
    required=True,
    metavar="POINTER",
    help="Where, as the history says it: /steps/ID/what, /steps/ID.",
)
@click.option("--as-written", is_flag=True, help="As EDIT left it, instead of as it stood before EDIT.")
@store_option
@json_option
def put_back(
    plan: str,
    edit: str,
    where: str,
    as_written: bool,
    store: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> int:
    """Put one field or record of PLAN back to how it stood before EDIT.

    A record that EDIT took out is there again. Whatever was written since stays in the history.
    """
    from fsdesk.desk import opening, undoing

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        done = undoing.put_back(desk, plan, edit, where, as_written=as_written)
    return _tell(done, as_json)


def _tell(done: Done, as_json: bool) -> int:
    from fsdesk.desk import undoing

    if as_json:
        show.document(undoing.as_json(done))
    else:
        show.lines(
            done.sentence, *done.left, f"To undo this: fsdesk plan undo {done.now.plan.id} {done.edit}"
        )
    return ATTENTION if done.left else DONE


COMMANDS = (history, undo, put_back)
