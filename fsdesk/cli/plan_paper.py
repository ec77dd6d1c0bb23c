"""`fsdesk plan paper-open`, `paper-return`: a sheet that came back, box by box, checked before it changes a plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, json_option, passphrase, store_option, today_option
from fsdesk.cli.start import ATTENTION, DONE

if TYPE_CHECKING:
    from fsdesk.desk.desk import Desk
    from fsdesk.desk.paper import Checked, Done, Opened
    from fsdesk.plans.paper.form import Form


@click.command("paper-open")
@click.argument("code", nargs=-1, required=True)
@click.option(
    "--printed", default="", metavar="DAY|ID", help="Day at the foot, or edition, of a sheet printed twice."
)
@store_option
@json_option
def open_(
    code: tuple[str, ...], printed: str, store: Path | None, passphrase_file: Path | None, as_json: bool
) -> None:
    """Open the sheet that CODE names, at the very version it was printed from, and list its boxes.

    CODE is what stands beside the square ("K7QM-3TXH, version 4, B, side 1") or the text of the square. With --json
    there is a form to fill in under the key "form"; what was typed in before stands in it.
    """
    from fsdesk.desk import opening, paper, paper_told

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        found = paper_told.opened_as_json(paper.open_sheet(desk, " ".join(code), printed))
    if as_json:
        show.document(found)
        return
    newest = found["newest_version"]
    since = f"; the plan is at version {newest} now" if newest != found["version"] else ""
    show.lines(f"{found['plan']}  version {found['version']}, {found['letter']}{since}")
    show.lines(*(_box_line(one) for one in found["boxes"]))
    show.lines(*(f"It came back before: {one['id']}, {one['on']}." for one in found["came_back"]))


def _box_line(one: dict[str, Any]) -> str:
    ways = ["0 to 10, a face, words"] if one["number"] else []
    ways += [", ".join(f"{tick['name']} ({tick['word']})" for tick in one["ticks"])] if one["ticks"] else []
    return f"{one['box']:>3}  {one['asks'] or one['about']}" + (f"  [{'; '.join(ways)}]" if ways else "")


class _Asked(NamedTuple):
    """What the command was asked to do."""

    file: Path | None
    kept: str
    plan: str
    check: bool
    boxes: tuple[str, ...]
    every: bool
    nothing: bool
    may_see: tuple[str, ...]
    store: Path | None
    passphrase_file: Path | None
    today: date | None
    as_json: bool

    @property
    def ways(self) -> int:
        """How many of the things that exclude each other were asked for."""
        return [self.check, bool(self.boxes), self.every, self.nothing].count(True)


@click.command("paper-return")
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar="FILE.json")
@click.option("--kept", default="", metavar="SHEET", help="A sheet that is kept already, in place of FILE.")
@click.option("--plan", default="", metavar="PLAN", help="The plan that keeps it.")
@click.option("--check", is_flag=True, help="Say what each answer would do; nothing is changed.")
@click.option("--accept", "boxes", multiple=True, metavar="BOX", help="Take this box; may be repeated.")
@click.option("--all", "every", is_flag=True, help="Take every box that need not be taken by itself.")
@click.option("--none", "nothing", is_flag=True, help="Take no box; the answers are kept beside the version.")
@click.option(
    "--may-see", multiple=True, metavar="PERSON", help="Who may read it, as settled; may be repeated."
)
@store_option
@today_option
@json_option
def return_(**asked: Any) -> int:
    """Type in a sheet that came back. Without --check, --accept, --all or --none it is kept as a draft.

    Nothing of the plan changes before it was checked with the family: look with --check, then take each box with
    --accept, or leave it; what is left is kept as an answer on paper. All of it is one edit, which can be undone.
    An old version's sheet is merged: where the plan moved on, both readings stand, and the exit code is 1.
    """
    return _return(_Asked(**asked))


def _return(asked: _Asked) -> int:
    from fsdesk.desk import opening

    if (asked.file is None) == (not asked.kept) or bool(asked.kept) != bool(asked.plan) or asked.ways > 1:
        raise click.UsageError(
            "name one FILE, or --kept with --plan; and one of --check, --accept, --all, --none"
        )
    if asked.kept and not asked.ways:
        raise click.UsageError("say --check, --accept or --all of a sheet that is kept already")
    with opening.open_desk(folder_of(asked.store), passphrase(asked.passphrase_file), asked.today) as desk:
        opened, typed = _read(desk, asked)
        if not asked.ways:
            return _draft(desk, opened, typed, asked)
        return _check(desk, opened, typed, asked) if asked.check else _take(desk, opened, typed, asked)


def _read(desk: Desk, asked: _Asked) -> tuple[Opened, Form]:
    from fsdesk.desk import files, paper
    from fsdesk.plans.paper import form

    if asked.file is None:
        opened, typed = paper.open_kept(desk, asked.plan, asked.kept)
    else:
        typed = form.read(files.read(asked.file, form.MOST_BYTES))
        opened = paper.open_sheet(desk, typed.sheet, typed.printed)
    return opened, form.settled(typed, asked.may_see)


def _draft(desk: Desk, opened: Opened, typed: Form, asked: _Asked) -> int:
    from fsdesk.desk import paper

    paper.check(desk, opened, typed)
    paper.keep_draft(desk, opened, typed)
    if asked.as_json:
        show.document({"plan": opened.plan.id, "status": "draft", "edition": opened.edition.id})
    else:
        show.lines(
            "Kept as a draft. Nothing of the plan was changed: look with --check, together with the family."
        )
    return DONE


def _check(desk: Desk, opened: Opened, typed: Form, asked: _Asked) -> int:
    from fsdesk.desk import paper, paper_told

    checked = paper.check(desk, opened, typed)
    if asked.as_json:
        show.document(paper_told.checked_as_json(opened, checked))
    else:
        _tell(checked)
    return ATTENTION if checked.wants_attention else DONE


def _tell(checked: Checked) -> None:
    together = frozenset(checked.every)
    for one in checked.outcomes:
        alone = "" if one.box.number in together else "  (take it by itself)"
        show.lines(f"Box {one.box.number}  {one.box.text}{alone}")
        for each in one.typed:
            show.lines(*(f"     {line}" for line in each.words.splitlines()))
        for does in one.does:
            show.lines(f"   {' '.join((does.sentence, *does.notes))}")
    show.lines(*checked.notes)


def _take(desk: Desk, opened: Opened, typed: Form, asked: _Asked) -> int:
    from fsdesk.desk import paper, paper_told

    accepted = None if asked.every else asked.boxes
    done = paper.take(desk, opened, typed, accepted)
    if asked.as_json:
        show.document(paper_told.done_as_json(done))
    else:
        _say(done)
    return ATTENTION if done.differing else DONE


def _say(done: Done) -> None:
    show.lines(f"Taken: {', '.join(done.taken) or 'no box'}. The sheet is kept as {done.sheet}.")
    if done.left:
        show.lines(f"Left as answers on paper: {', '.join(done.left)}.")
    if done.differing:
        show.lines(f"{show.counted(done.differing, 'field')} in two versions now: fsdesk sync differing.")
    show.lines(f"To undo this: fsdesk plan undo {done.now.plan.id} {done.edit}")


COMMANDS = (open_, return_)
"""The commands of `fsdesk plan` for sheets that come back."""
