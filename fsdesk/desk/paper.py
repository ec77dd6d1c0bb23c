"""Sheets that come back with writing on them: opened by their code, typed in, checked with the family, taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from fsdesk.desk import drafts, plans, remembered, standing
from fsdesk.desk.desk import Desk, new_id, random
from fsdesk.errors import Refused
from fsdesk.plans import merge, writing
from fsdesk.plans.edits import Intent
from fsdesk.plans.merge import Current
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.reviews import PaperReturn, PrintEdition
from fsdesk.plans.paper import effects, form, found, misread, reach, taking
from fsdesk.plans.paper.boxes import Box, boxes_of
from fsdesk.plans.paper.form import Form
from fsdesk.plans.paper.reach import Reading
from fsdesk.plans.paper.values import Outcome, Sheet, words
from fsdesk.plans.paper_code import PaperCode
from fsdesk.store import drafts as kept_drafts
from fsdesk.store import edits
from fsdesk.store import plans as kept_plans

_DRAFT = "sheet"


class NoPlanOfThatCode(Refused):
    """No plan here has the code of the sheet."""

    what = "No plan on this laptop has that code."
    what_next = "The sheet is of a plan that is somewhere else: hand it to whoever works with that family."


class NothingWritten(Refused):
    """The form of a sheet holds no answer."""

    what = "No box of this sheet has anything in it yet."
    what_next = "Nothing was kept. An empty box stays empty; type at least one that is not."


class NotAnswered(Refused):
    """A box was to be taken in which nothing stands."""

    what = "A box that is to be taken has nothing in it, or is not on this sheet."
    what_next = "Nothing was changed. Look at the sheet with --check first."
    in_window = "Nothing was changed. Look at the sheet once more."


class NotKept(Refused):
    """The plan keeps no sheet of that id."""

    what = "This plan keeps no sheet of that id."
    what_next = "`fsdesk plan paper-open CODE --json` names the sheets that came back."
    in_window = "Open the sheet by its code to see what came back of it."


class Opened(NamedTuple):
    """A sheet that came back, at the version it was printed from."""

    code: PaperCode
    edition: PrintEdition
    boxes: tuple[Box, ...]
    then: Current
    now: Current
    draft: Form | None
    """What was typed in before, if somebody was called away."""
    earlier: PaperReturn | None = None
    """The sheet as the plan keeps it already, when more of it is taken."""

    @property
    def plan(self) -> Plan:
        """The plan as it stands now."""
        return self.now.plan

    @property
    def before(self) -> tuple[PaperReturn, ...]:
        """The copies of this sheet that were typed in before."""
        return tuple(one for one in self.plan.paper_returns if one.sheet == self.edition.id)


class Checked(NamedTuple):
    """What each answer would do, before anything is done."""

    outcomes: tuple[Outcome, ...]
    reading: Reading
    notes: tuple[str, ...]

    @property
    def wants_attention(self) -> bool:
        """Whether two readings would stand, or somebody should not see the sheet."""
        return self.reading.is_guarded or any(one.is_two for each in self.outcomes for one in each.does)

    @property
    def every(self) -> tuple[str, ...]:
        """The boxes that are taken together; what may give something away in the plan itself is taken by name alone."""
        return tuple(one.box.number for one in self.outcomes if not self._waits(one))

    def _waits(self, one: Outcome) -> bool:
        is_open = one.box.about == "not_see" and self.reading.is_guarded
        return is_open or (self.reading.is_kept_apart and one.is_shared)


class Done(NamedTuple):
    """What taking a sheet did."""

    now: Current
    edit: str
    sheet: str
    """The id under which the plan keeps the sheet."""
    taken: tuple[str, ...]
    left: tuple[str, ...]
    differing: int
    """Fields of this plan that have one reading more by it than before."""


def open_sheet(desk: Desk, typed: str, which: str = "") -> Opened:
    """Return the sheet that a typed code or the text of its square names, at the very version it was printed from.

    `which` is the day it was printed or the id of its edition, where one letter and version were printed twice.
    Raises Misread, NotACode, NoPlanOfThatCode, OtherVersion, OtherEdits, NotPrintedHere, WhichPrint, NotAllHere.
    """
    standing.caught_up(desk)
    with desk.reading() as tx:
        code = misread.read(typed, (one.code for one in kept_plans.lines(tx)))
        spellings = (code.code, code.code.replace("-", ""))
        lines = [one.id for spelling in spellings for one in kept_plans.with_code(tx, spelling)]
    if not lines:
        raise NoPlanOfThatCode
    now, place = _the_one(desk, lines, code, which)
    return _opened(desk, now, place, code)


def open_kept(desk: Desk, plan: str, sheet: str) -> tuple[Opened, Form]:
    """Return a sheet that a plan keeps, with its answers as they were typed. Raises NotKept, and as `open_sheet`."""
    now = plans.current(desk, plan)
    earlier = next((one for one in now.plan.paper_returns if one.id == sheet), None)
    if earlier is None:
        raise NotKept
    code = PaperCode(earlier.code, earlier.version or 0, "", earlier.edition, 1)
    opened = _opened(desk, now, found.find(now, code, earlier.sheet), code)
    return opened._replace(earlier=earlier), form.of(earlier)


def _the_one(desk: Desk, lines: Sequence[str], code: PaperCode, which: str) -> tuple[Current, found.Found]:
    """Return the plan that the sheet is of: of two with one code the one that printed it."""
    refused: Refused | None = None
    for plan in lines:
        now = plans.current(desk, plan)
        try:
            return now, found.find(now, code, which)
        except Refused as why:
            refused = refused or why
    raise refused or NoPlanOfThatCode


def _opened(desk: Desk, now: Current, place: found.Found, code: PaperCode) -> Opened:
    with desk.reading() as tx:
        then = found.as_it_was(edits.of_plan(tx, now.plan.id), place)
    boxes = boxes_of(place.edition, then.plan)
    return Opened(code, place.edition, boxes, then, now, _draft(desk, now.plan.id, place.edition.id))


def _draft(desk: Desk, plan: str, edition: str) -> Form | None:
    wanted = drafts.DraftPlace(plan, "paper_returns", edition, _DRAFT, desk.device)
    held = next((one for one in drafts.of_plan(desk, plan) if one.place == wanted), None)
    return form.read(held.text.encode()) if held is not None else None


def keep_draft(desk: Desk, opened: Opened, typed: Form) -> None:
    """Keep a sheet as far as it is typed; it is on the disk when this returns, and the plan is as it was."""
    text = form.write(typed).decode()
    drafts.keep(
        desk,
        plan=opened.plan.id,
        collection="paper_returns",
        record=opened.edition.id,
        field=_DRAFT,
        text=text,
        cursor=len(text),
    )


def let_go(desk: Desk, opened: Opened) -> None:
    """Drop what was typed of a sheet and not taken."""
    drafts.let_go(
        desk, plan=opened.plan.id, collection="paper_returns", record=opened.edition.id, field=_DRAFT
    )


def check(desk: Desk, opened: Opened, typed: Form) -> Checked:
    """Return what each answer would do; nothing is changed. Raises NotOnTheSheet, NothingWritten."""
    opened = _as_it_stands(desk, opened)
    sheet, answers = _read(desk, opened, typed)
    return Checked(effects.outcomes(sheet, answers), sheet.reading, tuple(_notes(opened, sheet.reading)))


def take(desk: Desk, opened: Opened, typed: Form, accepted: Iterable[str] | None) -> Done:
    """Write the answers that were checked with the family into the plan, as one edit, and keep all of them beside it.

    `accepted` names boxes; nothing names all that can be taken together (`Checked.every`). The draft goes with the
    same transaction. Raises NotOnTheSheet, NothingWritten, NotAnswered; nothing is changed then.
    """
    opened = _as_it_stands(desk, opened)
    sheet, answers = _read(desk, opened, typed)
    outcomes = effects.outcomes(sheet, answers)
    every = Checked(outcomes, sheet.reading, ()).every
    wanted = tuple(dict.fromkeys(every if accepted is None else accepted))
    if not {one.box.number for one in outcomes}.issuperset(wanted):
        raise NotAnswered
    hands = taking.Hands(opened.edition, opened.code, desk.name, opened.earlier)
    made = taking.take(sheet, typed, outcomes, wanted, hands)
    now = _write(desk, opened, made)
    return _done(opened, now, made, outcomes, desk.device)


def _as_it_stands(desk: Desk, opened: Opened) -> Opened:
    """Return the sheet with the plan as it stands now: somebody may have written since the sheet was opened."""
    now = plans.current(desk, opened.plan.id)
    kept = opened.earlier.id if opened.earlier is not None else ""
    earlier = next((one for one in now.plan.paper_returns if one.id == kept), None)
    if kept and earlier is None:
        raise NotKept
    return opened._replace(now=now, earlier=earlier)


def _read(desk: Desk, opened: Opened, typed: Form) -> tuple[Sheet, tuple[form.Typed, ...]]:
    people = form.people_of(opened.then.plan, opened.plan)
    form.check(typed, opened.boxes, people, desk.today)
    answers = form.written(form.signed(typed, opened.boxes))
    if not answers:
        raise NothingWritten
    every = (opened.plan, opened.then.plan, *merge.readings(opened.now))
    reading = reach.reading(typed, answers, opened.boxes, opened.edition, every)
    if opened.earlier is not None and typed.may_see is None:
        reading = reading.as_kept(opened.earlier.audience)
    sheet = Sheet(opened.then, opened.now, opened.boxes, opened.edition.language, reading, desk.today, new_id)
    return sheet, answers


def _notes(opened: Opened, reading: Reading) -> Iterable[str]:
    said = words()["note"]
    if opened.before and opened.earlier is None:
        days = sorted({one.on for one in opened.before if one.on is not None})
        yield said["before"].format(day=", ".join(map(date.isoformat, days)) or said["some_day"])
    if reading.is_apart:
        yield said["apart"]


def _write(desk: Desk, opened: Opened, made: taking.Taken) -> Current:
    place = kept_drafts.DraftPlace(opened.plan.id, "paper_returns", opened.edition.id, _DRAFT, desk.device)
    latest = max(one.lamport for one in opened.now.state.headers.values())
    with desk.transaction() as tx:
        ink = desk.ink(tx, latest)
        edit = writing.write_as_seen(
            opened.now, made.wanted, made.changes, ink, new_id(), random, Intent.TYPED_FROM_PAPER
        )
        now = remembered.append(desk, tx, edit)
        kept_drafts.let_go(tx, place)
    desk.remembered = now
    return now.now


def _done(opened: Opened, now: Current, made: taking.Taken, outcomes: Sequence[Outcome], device: str) -> Done:
    numbers = {one.box for one in made.kept.answers if one.taken}
    last = max(key for key in now.state.headers if key.device == device)
    before = {(one.id, len(one.versions)) for one in opened.now.differing}
    return Done(
        now=now,
        edit=now.state.headers[last].id,
        sheet=made.kept.id,
        taken=tuple(one.box.number for one in outcomes if one.box.number in numbers),
        left=tuple(one.box.number for one in outcomes if one.box.number not in numbers),
        differing=sum((one.id, len(one.versions)) not in before for one in now.differing),
    )
