"""Documents for every plan of a store, one after the other: each still for one named reader, through every gate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from fsdesk.desk import plans, prints
from fsdesk.desk.desk import Desk
from fsdesk.errors import Refused
from fsdesk.jobs import Progress, quiet
from fsdesk.plans.model.people import PrintFormat, Role
from fsdesk.plans.model.plan import Plan

FORMATS = tuple(one.value for one in PrintFormat)


class NoFolder(Refused):
    """The folder for the documents cannot be used."""

    what = "That folder cannot be used."
    what_next = "Nothing was printed. Name a folder that is there, or one whose place can be written."


class Many(NamedTuple):
    """What came of printing for every plan."""

    written: tuple[Path, ...]
    held: tuple[str, ...]
    """What was not printed: the plan's code, the document, and the reason."""


class _Wanted(NamedTuple):
    plan: Plan
    format: str
    reader: str | None


def every(
    desk: Desk,
    folder: Path,
    *,
    formats: Sequence[str] = FORMATS,
    language: str | None = None,
    progress: Progress | None = None,
    force: bool = False,
) -> Many:
    """Print the documents of every plan into a folder, each for the plan's first carer, a child's page for each child.

    Files are named by document, code and letter, never by a person. Each print is kept in its plan; holds are
    told and never confirmed. One plan at a time is in memory. Stopped between two documents, what was printed
    stays and nothing is half there. Raises NoFolder, Stopped, and what `prints.keep` raises for a file.
    """
    _ready(folder)
    written: list[Path] = []
    held: list[str] = []
    tell, lines = progress or quiet(), plans.listing(desk)
    for at, line in enumerate(lines):
        for wanted in _wanted(plans.current(desk, line.id).plan, formats):
            tell.step(at, len(lines), "Printing for each family")
            _print(desk, wanted, folder, language, force, written, held)
    tell.step(len(lines), len(lines), "Printing for each family")
    return Many(tuple(written), tuple(held))


def _ready(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise NoFolder from fault


def _wanted(plan: Plan, formats: Sequence[str]) -> Iterator[_Wanted]:
    for one in formats:
        if one == PrintFormat.CHILD:
            yield from (
                _Wanted(plan, one, child.id) for child in prints.readers(plan) if child.role is Role.CHILD
            )
        else:
            yield _Wanted(plan, one, None)


def _print(
    desk: Desk,
    wanted: _Wanted,
    folder: Path,
    language: str | None,
    force: bool,
    written: list[Path],
    held: list[str],
) -> None:
    """Print one document; a refusal of the page itself is told, one of its file ends the work."""
    try:
        made = prints.prepare(
            desk, wanted.plan.id, reader=wanted.reader, format=wanted.format, language=language
        )
    except Refused as reason:
        held.append(f"{wanted.plan.code}, {wanted.format}: {reason}")
        return
    path = folder / f"{wanted.format}-{wanted.plan.code}-{made.letter}.pdf"
    prints.keep(desk, made, path, force=force)
    written.append(path)
