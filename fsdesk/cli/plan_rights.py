"""`fsdesk plan`, how long and whose: days plans are kept until, erasing, and what somebody may see of themselves."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fsdesk.cli import show
from fsdesk.cli.options import (
    Day,
    folder_of,
    force_option,
    json_option,
    passphrase,
    store_option,
    today_option,
)
from fsdesk.cli.start import ATTENTION, DONE
from fsdesk.errors import Refused

if TYPE_CHECKING:
    from fsdesk.desk.erasures import Gone, Known, StillHolds


@click.command()
@store_option
@today_option
@json_option
def retention(store: Path | None, passphrase_file: Path | None, today: date | None, as_json: bool) -> None:
    """List the plans whose day to keep them until has come, or comes within two months."""
    from fsdesk.desk import opening
    from fsdesk.desk import retention as retention_

    with opening.open_desk(folder_of(store), passphrase(passphrase_file), today) as desk:
        found = retention_.due(desk)
    if as_json:
        show.document([retention_.as_json(one) for one in found])
        return
    for one in found:
        show.lines(f"{one.plan}  {one.family}. {one.sentence}", *(f"  {step}" for step in one.next_steps))
    if not found:
        show.lines("No plan's day has come, and none comes within two months.")


@click.command("keep-until")
@click.argument("plan")
@click.argument("day", type=Day())
@click.option("--because", default="", help="Why, in a few words; it is kept with the plan.")
@store_option
@today_option
@json_option
def keep_until(
    plan: str,
    day: date,
    because: str,
    store: Path | None,
    passphrase_file: Path | None,
    today: date | None,
    as_json: bool,
) -> None:
    """Keep a plan until a day. Nothing happens by itself then: it stands on the list of `plan retention`."""
    from fsdesk.desk import opening
    from fsdesk.desk import retention as retention_

    with opening.open_desk(folder_of(store), passphrase(passphrase_file), today) as desk:
        retention_.keep_until(desk, plan, day, because)
    if as_json:
        show.document({"plan": plan, "until": day.isoformat(), "reason": because})
        return
    show.lines(f"This plan is kept until {day.day} {day:%B %Y}.")


@click.command()
@click.argument("plan")
@click.option("--yes", is_flag=True, help="Do not ask once more.")
@click.option(
    "--because", default="", help="Why: that the family asked, say. It stays on the list of erasures."
)
@store_option
@json_option
def erase(
    plan: str, yes: bool, because: str, store: Path | None, passphrase_file: Path | None, as_json: bool
) -> int:
    """Erase a plan for good: its words, history, drafts and pictures. Backups made before go within 35 days."""
    from fsdesk.desk import erasures, opening

    words = passphrase(passphrase_file)
    _ask(
        yes,
        "Erase this plan? Nothing brings it back.",
        "To erase a plan say --yes. Nothing brings it back afterwards.",
    )
    with opening.open_desk(folder_of(store), words) as desk:
        done = erasures.erase(desk, plan, because)
    if as_json:
        show.document(erasures.gone_as_json(done))
    else:
        show.lines(*_gone(done))
    return DONE if done.swept and done.listed else ATTENTION


def _ask(yes: bool, question: str, otherwise: str) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise Refused("Nothing was changed.", otherwise)
    click.confirm(question, abort=True, err=True)


def _gone(done: Gone) -> Iterable[str]:
    yield "Erased. Nothing of this plan is left in the store."
    if not done.swept:
        yield "There was no room to write every page anew: make room, and the next opening does it."
    if not done.listed:
        yield "There was no room for the list that a restore keeps to: make room, and open the store once."
    yield from _still(done.still)


def _still(still: Iterable[StillHolds]) -> Iterable[str]:
    for one in still:
        made = f"{one.backup.made_at.astimezone():%d %B %Y, %H:%M}"
        yield f"  It may stand in the backup of {made}, which goes after {one.until.day} {one.until:%B %Y}."


@click.command()
@store_option
@json_option
def erased(store: Path | None, passphrase_file: Path | None, as_json: bool) -> int:
    """List what was erased here: since when, which backups may hold it until when, and what came of it again."""
    from fsdesk.desk import erasures, opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        found = erasures.listing(desk)
    if as_json:
        show.document([erasures.known_as_json(one) for one in found])
    elif not found:
        show.lines("Nothing was erased here.")
    for one in [] if as_json else found:
        show.lines(f"{one.erasure.plan}  erased here on {erasures.said(one.on)}", *_more(one))
    return ATTENTION if any(one.waiting for one in found) else DONE


def _more(one: Known) -> Iterable[str]:
    yield from _still(one.still)
    if one.waiting:
        came = show.counted(one.waiting, "package")
        yield f"  It came again in {came} and is held: fsdesk plan let-in, or fsdesk plan turn-away."


@click.command("let-in")
@click.argument("plan")
@click.option("--yes", is_flag=True, help="Do not ask once more.")
@store_option
@json_option
def let_in(plan: str, yes: bool, store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Let a plan that was erased here in again: what is held of it is taken, and whatever comes from now on."""
    from fsdesk.desk import coming_again, opening

    words = passphrase(passphrase_file)
    _ask(yes, "Let this plan in again?", "To let a plan in that was erased here, say --yes.")
    with opening.open_desk(folder_of(store), words) as desk:
        done = coming_again.let_in(desk, plan)
    if as_json:
        show.document(done._asdict())
        return
    came = (
        "It is here again." if done.is_here else "It will be here when somebody sends it, or it is imported."
    )
    show.lines(f"Let in. {came}")


@click.command("turn-away")
@click.argument("plan")
@click.option("--yes", is_flag=True, help="Do not ask once more.")
@store_option
@json_option
def turn_away(plan: str, yes: bool, store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Let go of what came again of a plan that was erased here."""
    from fsdesk.desk import coming_again, opening

    words = passphrase(passphrase_file)
    _ask(yes, "Let go of what came of this plan?", "To let go of what came of an erased plan, say --yes.")
    with opening.open_desk(folder_of(store), words) as desk:
        count = coming_again.turn_away(desk, plan)
    if as_json:
        show.document({"plan": plan, "packages": count})
        return
    show.lines("Nothing was held of it." if not count else "It is gone. Who sent it has it still.")


@click.command()
@click.argument("plan")
@click.option("--person", required=True, help="Id of the person who asked.")
@click.option("--to", "to", required=True, type=click.Path(path_type=Path), help="PDF to write.")
@click.option("--json-to", type=click.Path(path_type=Path), help="The same for a program to read.")
@store_option
@force_option
@today_option
@json_option
def access(
    plan: str,
    person: str,
    to: Path,
    json_to: Path | None,
    store: Path | None,
    passphrase_file: Path | None,
    force: bool,
    today: date | None,
    as_json: bool,
) -> None:
    """Write for one person what the plan holds about them; what is about others, or not safe on paper, stays out."""
    from fsdesk.desk import access as access_
    from fsdesk.desk import files, opening

    for path in (to, *([json_to] if json_to else [])):
        files.refuse_taken(path, force=force)
    with opening.open_desk(folder_of(store), passphrase(passphrase_file), today) as desk:
        made = access_.prepare(desk, plan, person)
        access_.keep(desk, made, to, json_to, force=force)
    if as_json:
        show.document(access_.made_as_json(made, to, json_to))
        return
    show.lines(
        f"Written: {to}, {show.counted(len(made.pack.lines), 'line')}.",
        *(f"Left out: {words}" for words in access_.left_out(made)),
        "Read it through before you give it. It is not locked: keep it safe until it is in the right hands.",
    )


COMMANDS = (retention, keep_until, erase, erased, let_in, turn_away, access)
