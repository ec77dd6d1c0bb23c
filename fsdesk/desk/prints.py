"""Printing one plan for one named reader: every gate first, then a PDF in memory, kept only by a named act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from fsdesk.desk import checking, documents, files, plans
from fsdesk.desk.desk import Desk, new_id
from fsdesk.errors import Held
from fsdesk.plans import audience, merge, versions
from fsdesk.plans.audience import Edition, Hold
from fsdesk.plans.audience.readers import can_take_paper
from fsdesk.plans.edits import Intent
from fsdesk.plans.merge import Current
from fsdesk.plans.model.people import Person, PrintFormat, Role
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.reviews import PlanVersion, PrintEdition
from fsdesk.plans.sheet import edition_letter, sheet_of

if TYPE_CHECKING:
    from fsdesk.printing.pictures import PagePicture


class GatesHold(Held):
    """One or more gates hold the page; `holds` says which."""

    def __init__(self, holds: Iterable[Hold]) -> None:
        self.holds = tuple(holds)
        told = audience.held(self.holds)
        super().__init__(told.what, told.what_next)


class Prepared(NamedTuple):
    """A page made for one reader, in memory."""

    pdf: bytes
    name: str
    """Kind and code, without an ending; never a person's name."""
    edition: Edition
    letter: str
    version: int
    left_out: tuple[str, ...]
    """What a named person had left out, one plain line each."""


def readers(plan: Plan) -> tuple[Person, ...]:
    """Return whoever a page can be made for, carers first."""
    able = [person for person in plan.people if can_take_paper(person)]
    return tuple(sorted(able, key=lambda person: (not person.in_plan, person.role is not Role.CARER)))


def prepare(
    desk: Desk,
    plan: str,
    *,
    reader: str | None = None,
    format: str = "plan",
    language: str = "en",
    confirmed: Mapping[str, str] | None = None,
) -> Prepared:
    """Return a page of a plan in the store. Raises GatesHold, and Refused for what cannot be set or is not built."""
    now = plans.current(desk, plan)
    also = tuple(merge.readings(now))
    number = versions.number_of(now)
    return _prepared(now.plan, also, reader, format, language, confirmed or {}, desk.today, number)


def prepare_file(
    path: Path,
    *,
    reader: str | None,
    format: str,
    language: str,
    confirmed: Mapping[str, str],
    today: date | None,
) -> Prepared:
    """Return a page of a plan document. Raises as `prepare`, and as `documents.read`."""
    plan = documents.plan_of(path)
    last = versions.newest(plan)
    number = last.number if last else 1
    return _prepared(plan, (), reader, format, language, confirmed, checking.day_of(plan, today), number)


def _prepared(
    plan: Plan,
    also: Iterable[Plan],
    reader: str | None,
    format: str,
    language: str,
    confirmed: Mapping[str, str],
    today: date,
    version: int,
) -> Prepared:
    wanted = reader or audience.default_reader(plan)
    kind = PrintFormat(format)
    weighed = audience.hold_or_edition(plan, wanted, format=kind, today=today, confirmed=confirmed, also=also)
    if not isinstance(weighed, Edition):
        raise GatesHold(weighed)
    letter = edition_letter(plan, wanted)
    sheet = sheet_of(weighed, language=language, letter=letter, version=version)
    from fsdesk.printing.pdf import pdf  # reportlab is loaded only when something is printed

    left_out = tuple(f"{one.gate}: confirmed by {one.by}" for one in weighed.confirmed)
    return Prepared(pdf(sheet), sheet.document_title, weighed, letter, version, left_out)


def pages(pdf: bytes, width: int) -> list[PagePicture]:
    """Return the pages of the very PDF that would be written, as pictures of this many pixels across."""
    from fsdesk.printing.pictures import pages as pictures  # loaded only when pages are looked at

    return pictures(pdf, width)


def write(prepared: Prepared, path: Path, *, force: bool = False) -> None:
    """Write the PDF where it was asked for, whole or not at all. Raises as `files.write`."""
    files.write(path, prepared.pdf, force=force)


def keep(desk: Desk, prepared: Prepared, path: Path, *, force: bool = False) -> Current:
    """Write the PDF and note in the plan that this edition was printed, and which holds were confirmed by whom."""
    seen = plans.current(desk, prepared.edition.plan.id)
    write(prepared, path, force=force)
    try:
        return plans.save(desk, seen, _noted(desk, seen, prepared), Intent.PRINTED)
    except BaseException:
        path.unlink(missing_ok=True)  # a print that the plan knows nothing of would never be asked back
        raise


def _noted(desk: Desk, seen: Current, prepared: Prepared) -> Plan:
    edition = PrintEdition(
        id=new_id(),
        letter=prepared.letter,
        reader=prepared.edition.reader.id,
        format=prepared.edition.format,
        version=prepared.version,
        on=desk.today,
        holds_confirmed=prepared.left_out,
    )
    made = PlanVersion(
        id=new_id(),
        number=prepared.version,
        on=desk.today,
        made_at_what="print",
        frontier=seen.state.frontier,
    )
    plan = versions.with_version(seen, made)
    return msgspec.structs.replace(plan, print_editions=(*plan.print_editions, edition))
