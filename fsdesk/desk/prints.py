"""Printing one plan for one named reader: every gate first, then a PDF in memory, kept only by a named act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from fsdesk.desk import checking, documents, pictures, plans, printers, together
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
from fsdesk.plans.paper_code import digest_of
from fsdesk.plans.sheet import Sheet, boxes_of, edition_letter, sheet_of
from fsdesk.plans.sheet.values import Profile
from fsdesk.plans.sheet.variants import Variant
from fsdesk.plans.sheet.wanted import Wanted, language_of

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
    sheet: Sheet
    """What stands on it, for the copy to listen to."""
    name: str
    """Kind and code, without an ending; never a person's name."""
    edition: Edition
    letter: str
    version: int
    left_out: tuple[str, ...]
    """What a named person had left out, one plain line each."""
    boxes: tuple[str, ...] = ()
    """What each numbered question of a sheet to write on is about."""
    language: str = "en"


def readers(plan: Plan) -> tuple[Person, ...]:
    """Return whoever a page can be made for, carers first."""
    able = [person for person in plan.people if can_take_paper(person)]
    return tuple(sorted(able, key=lambda person: (not person.in_plan, person.role is not Role.CARER)))


def wishes(
    size: int | None = None,
    variant: str | None = None,
    profile: str | None = None,
    letters: str | None = None,
    digits: str | None = None,
) -> Wanted:
    """Return how a document is wanted: large print's size, the child's page, the plan's profile; none is their need.

    `letters` and `digits` name those of a language that has several, such as "naskh" and "own" for Urdu.
    """
    child, set_as = Variant(variant) if variant else None, Profile(profile) if profile else None
    return Wanted(size, child, set_as, letters or "", digits or "")


def prepare(
    desk: Desk,
    plan: str,
    *,
    reader: str | None = None,
    format: str = "plan",
    language: str | None = None,
    confirmed: Mapping[str, str] | None = None,
    wishes: Wanted | None = None,
) -> Prepared:
    """Return a page of a plan in the store. Raises GatesHold, and Refused for what cannot be set or is not built."""
    now = plans.current(desk, plan)
    also = tuple(merge.readings(now))
    number = versions.number_of(now)
    noted = next((one for one in now.plan.versions if one.number == number), None)
    digest = digest_of(noted.frontier if noted else now.state.frontier)
    is_lead = desk.facts.role == "lead"
    asked = _Asked(reader, PrintFormat(format), language, confirmed or {}, wishes or Wanted(), is_lead)
    return _prepared(now.plan, also, asked, desk.today, number, digest, pictures.held(desk, now.plan))


def prepare_file(
    path: Path,
    *,
    reader: str | None,
    format: str,
    language: str | None,
    confirmed: Mapping[str, str],
    today: date | None,
    wishes: Wanted | None = None,
) -> Prepared:
    """Return a page of a plan document. Raises as `prepare`, and as `documents.read`."""
    plan = documents.plan_of(path)
    last = versions.newest(plan)
    number = last.number if last else 1
    digest = digest_of(last.frontier if last else {})
    asked = _Asked(reader, PrintFormat(format), language, confirmed, wishes or Wanted())
    shown = pictures.of_document(plan)
    return _prepared(plan, (), asked, checking.day_of(plan, today), number, digest, shown)


class _Asked(NamedTuple):
    """What was asked for: for whom, which document, how."""

    reader: str | None
    format: PrintFormat
    language: str | None
    """None is the reader's own, where there are printed words in it."""
    confirmed: Mapping[str, str]
    wishes: Wanted
    by_lead: bool = False


def _prepared(
    plan: Plan,
    also: Iterable[Plan],
    asked: _Asked,
    today: date,
    version: int,
    digest: str,
    shown: Mapping[str, bytes],
) -> Prepared:
    wanted = asked.reader or audience.default_reader(plan)
    weighed = audience.hold_or_edition(
        plan,
        wanted,
        format=asked.format,
        today=today,
        confirmed=asked.confirmed,
        also=also,
        by_lead=asked.by_lead,
    )
    if not isinstance(weighed, Edition):
        raise GatesHold(weighed)
    letter, language = edition_letter(plan, wanted), asked.language or language_of(plan, wanted)
    sheet = sheet_of(
        weighed,
        language=language,
        letter=letter,
        version=version,
        digest=digest,
        wishes=asked.wishes.of(plan, wanted, today),
        pictures=shown,
    )
    from fsdesk.printing.pdf import pdf  # reportlab is loaded only when something is printed

    left_out = tuple(f"{one.gate}: confirmed by {one.by}" for one in weighed.confirmed)
    boxes, name = boxes_of(weighed, language), sheet.document_title
    return Prepared(pdf(sheet), sheet, name, weighed, letter, version, left_out, boxes, language)


def pages(pdf: bytes, width: int) -> list[PagePicture]:
    """Return the pages of the very PDF that would be written, as pictures of this many pixels across."""
    from fsdesk.printing.pictures import pages as pictures  # loaded only when pages are looked at

    return pictures(pdf, width)


def page(pdf: bytes, at: int, width: int) -> PagePicture:
    """Return one page of the very PDF, the first being 0, as a picture of this many pixels across."""
    from fsdesk.printing.pictures import page as picture  # loaded only when pages are looked at

    return picture(pdf, at, width)


def to_listen_to(prepared: Prepared) -> bytes:
    """Return the same page as one HTML file: the very sheet that was printed, so it tells nothing more."""
    from fsdesk.printing.html import html  # loaded only when somebody listens

    return html(prepared.sheet)


def write(
    prepared: Prepared,
    path: Path | None,
    *,
    html: Path | None = None,
    printer: str | None = None,
    copies: int = 1,
    force: bool = False,
) -> None:
    """Write the PDF and the copy to listen to where they were asked for, and hand the PDF to a printer.

    All of it, or nothing: raises as `together.placed` and `printers.hand_over`, and then no file is there.
    """
    with _out(prepared, path, html, (printer, copies), force):
        pass


def keep(
    desk: Desk,
    prepared: Prepared,
    path: Path | None,
    *,
    html: Path | None = None,
    printer: str | None = None,
    copies: int = 1,
    force: bool = False,
) -> Current:
    """Write and print as `write`, and note in the plan which edition this was and which holds were confirmed by whom.

    A print that the plan knows nothing of would never be asked back: without the note there is no print.
    """
    seen = plans.current(desk, prepared.edition.plan.id)
    with _out(prepared, path, html, (printer, copies), force):
        return plans.save(desk, seen, _noted(desk, seen, prepared), Intent.PRINTED)


@contextmanager
def _out(
    prepared: Prepared,
    path: Path | None,
    html: Path | None,
    paper: tuple[str | None, int],
    force: bool,
) -> Iterator[None]:
    """Put the page where it goes; an error while it is there takes it back."""
    wanted = [(path, prepared.pdf)] if path else []
    wanted += [(html, to_listen_to(prepared))] if html else []
    printer, copies = paper
    with together.placed(wanted, force=force):
        job = "" if printer is None else printers.hand_over(prepared.pdf, prepared.name, printer, copies)
        try:
            yield
        except BaseException:
            printers.take_back(job)
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
        language=prepared.language,
        boxes=prepared.boxes,
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
