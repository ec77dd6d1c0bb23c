"""Taking the answers of a sheet: one edit's changes, which name what the sheet's version had seen and nothing since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from fsdesk.plans import changes as changing
from fsdesk.plans.changes import saw_field
from fsdesk.plans.edits import Change, Wrote
from fsdesk.plans.model.base import Record, Spans
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.reviews import PaperAnswer, PaperReturn, PrintEdition, Review
from fsdesk.plans.paper.effects import spans_of
from fsdesk.plans.paper.form import Form, Typed
from fsdesk.plans.paper.values import Does, Outcome, Setting, Sheet
from fsdesk.plans.paper_code import PaperCode


class Taken(NamedTuple):
    """What one edit writes, the plan as it reads by it, and the sheet as it is kept."""

    changes: tuple[Change, ...]
    wanted: Plan
    kept: PaperReturn


class Hands(NamedTuple):
    """Who types a sheet in, and for which edition."""

    edition: PrintEdition
    code: PaperCode
    typed_by: str
    earlier: PaperReturn | None = None
    """The sheet as it is kept already, when more of it is taken now."""


def take(sheet: Sheet, form: Form, found: Sequence[Outcome], accepted: Iterable[str], hands: Hands) -> Taken:
    """Return what taking some of a sheet's boxes writes; every answer, taken or left, is kept beside the version.

    A field is written in the knowledge of what the sheet's version held: where the plan moved on meanwhile, both
    readings stand. Everything else is new, and nothing is taken out.
    """
    before = (
        frozenset(one.box for one in hands.earlier.answers if one.taken) if hands.earlier else frozenset()
    )
    numbers = frozenset(accepted) - before
    taken = [one for one in found if one.box.number in numbers]
    kept = _kept(sheet, form, found, numbers | before, hands)
    added = [*_records(sheet, form, taken, hands), ("paper_returns", kept)]
    settings = [one.setting for outcome in taken for one in outcome.does if one.setting is not None]
    wanted = _with(sheet.now.plan, added)
    made = [*changing.between(sheet.now, wanted), *(_wrote(sheet, one) for one in settings)]
    return Taken(tuple(made), _set(wanted, settings), kept)


def _wrote(sheet: Sheet, one: Setting) -> Change:
    """Return the change that writes a field as the sheet says it; a record taken out since is there again by it."""
    return Wrote(*one.place, one.field, (one.value,), saw_field(sheet.then.state, one.place, one.field))


def _kept(
    sheet: Sheet, form: Form, found: Sequence[Outcome], numbers: frozenset[str], hands: Hands
) -> PaperReturn:
    answers = tuple(
        _answer(sheet, outcome, one, outcome.box.number in numbers)
        for outcome in found
        for one in outcome.typed
    )
    if hands.earlier is not None:
        over = {"answers": answers, "checked_with_family_on": sheet.today, "audience": sheet.reading.audience}
        return msgspec.structs.replace(hands.earlier, **over)
    days = sorted(one.on for one in answers if one.on is not None)
    return PaperReturn(
        id=sheet.new_id(),
        code=hands.code.code,
        version=hands.code.version,
        edition=hands.code.letter,
        sheet=hands.edition.id,
        on=form.on or (days[-1] if days else None),
        answers=answers,
        typed_by=hands.typed_by,
        made_by=hands.typed_by,
        checked_with_family_on=sheet.today if numbers else None,
        audience=sheet.reading.audience,
    )


def _answer(sheet: Sheet, outcome: Outcome, one: Typed, taken: bool) -> PaperAnswer:
    return PaperAnswer(
        box=outcome.box.number,
        box_about=outcome.box.about,
        text=spans_of(one, sheet.language),
        number=one.number,
        picture=one.face,
        ticks=one.ticks,
        hand=one.person,
        written_by=one.hand,
        on=one.on,
        taken=taken,
    )


def _records(sheet: Sheet, form: Form, taken: Sequence[Outcome], hands: Hands) -> list[tuple[str, Record]]:
    does = [one for outcome in taken for one in outcome.does]
    review = _review(sheet, form, taken, [one for one in does if one.part], hands)
    made = [(one.collection, one.record) for one in does if one.record is not None]
    signed = [(name, msgspec.structs.replace(one, made_by=hands.typed_by)) for name, one in made]
    if review is None:
        return signed
    return [
        ("reviews", review),
        *((name, _at(one, review.id) if name == "marks" else one) for name, one in signed),
    ]


def _at(mark: Any, review: str) -> Record:
    made: Record = msgspec.structs.replace(mark, review=review)
    return made


def _review(
    sheet: Sheet, form: Form, taken: Sequence[Outcome], does: Sequence[Does], hands: Hands
) -> Review | None:
    """Return the review that the day's answers make together, or nothing where none of them belongs to one."""
    if not does:
        return None
    people = frozenset(one.person for outcome in taken for one in outcome.typed if one.person)
    days = [one.on for outcome in taken for one in outcome.typed if one.on is not None]
    return Review(
        id=sheet.new_id(),
        on=form.on or max(days, default=sheet.today),
        who=people,
        format="paper sheet",
        numbers=tuple(one.number for one in does if one.number is not None),
        what_helped=_of(does, "what_helped"),
        what_to_drop=_of(does, "what_to_drop"),
        what_changed=_of(does, "what_changed"),
        asked_feedback=True,
        made_by=hands.typed_by,
        audience=sheet.reading.audience,
    )


def _of(does: Sequence[Does], part: str) -> Spans:
    return tuple(span for one in does if one.part == part for span in one.said)


def _with(plan: Plan, added: Iterable[tuple[str, Record]]) -> Plan:
    held: dict[str, tuple[Record, ...]] = {}
    for name, record in added:
        others = tuple(one for one in held.get(name, getattr(plan, name)) if one.id != record.id)
        held[name] = (*others, record)
    return msgspec.structs.replace(plan, **held)


def _set(plan: Plan, settings: Iterable[Setting]) -> Plan:
    """Return the plan as it reads when these fields say what the sheet says."""
    for one in settings:
        records = getattr(plan, one.place.collection)
        over = tuple(_said(each, one) if each.id == one.place.record else each for each in records)
        plan = msgspec.structs.replace(plan, **{one.place.collection: over})
    return plan


def _said(record: Record, one: Setting) -> Record:
    values = msgspec.to_builtins(record) | {one.field: one.value}
    return msgspec.convert(values, type(record))
