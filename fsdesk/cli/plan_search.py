"""`fsdesk plan search`, `alike`, `different`, `same`: a plan found by its words, a family that may be here twice."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, json_option, passphrase, store_option

if TYPE_CHECKING:
    from fsdesk.desk.families import Said
    from fsdesk.desk.plans import PlanLine
    from fsdesk.desk.searching import Met


@click.command("search")
@click.argument("words", nargs=-1)
@store_option
@json_option
def search(words: tuple[str, ...], store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Find plans by words in them: names, places, goals, steps, strengths. Safety and own notes are never searched.

    Accents and capitals make no difference, a word may be a beginning, and one slip is forgiven where nothing fits
    exactly. Words on the command line stay in the shell's history: without any, one line is read from standard input.
    """
    from fsdesk.desk import opening, searching

    query = " ".join(words) or sys.stdin.readline()
    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        found = searching.every(desk, query)
    if as_json:
        show.document([searching.as_json(one) for one in found])
        return
    show.lines(*map(_met, found) if found else ["No plan has these words."])


def _met(one: Met) -> str:
    parts = dict.fromkeys(where.split("/")[1].replace("_", " ") for where in one.where)
    return f"{one.line.id}  {one.line.title} ({one.line.code}): {', '.join(parts)}"


@click.command("alike")
@click.argument("plan")
@store_option
@json_option
def alike(plan: str, store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """List plans that may be of the same family: names within one slip, and ages that go together."""
    from fsdesk.desk import families, opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        found = families.like_plan(desk, plan)
        said = families.said_of(desk, plan)
    if as_json:
        told = {other: known.value for other, known in sorted(said.items())}
        show.document({"plan": plan, "alike": [one.id for one in found], "said": told})
        return
    show.lines(*(f"{one.id}  {one.title} ({one.code})" for one in found))
    show.lines(*(f"{other}  {_TOLD[known.value]}" for other, known in sorted(said.items())))
    if not found and not said:
        show.lines("No plan here looks like the same family.")


_TOLD = {"different": "was said to be a different family", "same": "was said to be the same family"}


@click.command("different")
@click.argument("plan")
@click.argument("other")
@store_option
@json_option
def different(plan: str, other: str, store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Remember that two plans are of different families. It is never asked again."""
    from fsdesk.desk.families import Said

    _say(plan, other, Said.DIFFERENT, store, passphrase_file, as_json)


@click.command("same")
@click.argument("plan")
@click.argument("other")
@store_option
@json_option
def same(plan: str, other: str, store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Remember that two plans are of the same family. Both stay as they are: nothing is put together by machine."""
    from fsdesk.desk.families import Said

    _say(plan, other, Said.SAME, store, passphrase_file, as_json)


def _say(
    plan: str, other: str, said: Said, store: Path | None, passphrase_file: Path | None, as_json: bool
) -> None:
    from fsdesk.desk import families, opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        families.say(desk, plan, [other], said)
    if as_json:
        show.document({"plan": plan, "other": other, "said": said.value})
        return
    show.lines(f"Remembered: {plan} and {other} are {_AS[said.value]}.")


_AS = {"different": "different families", "same": "one family"}


def hint(new: str, like: Sequence[PlanLine]) -> None:
    """Say on stderr that a family just begun may be here already; by ids and codes, never by a name."""
    for one in like:
        click.echo(
            f"This may be a family that is here already: {one.id} ({one.code}). "
            f"If it is another one, say so once: `fsdesk plan different {new} {one.id}`.",
            err=True,
        )


COMMANDS = (search, alike, different, same)
"""The commands of `fsdesk plan` for finding plans and families."""
