"""Easy lines as they are written: drafts while they are typed, lines of the plan once they are kept or found again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec

from fsdesk.desk import drafts, plans
from fsdesk.plans.audience.look import records
from fsdesk.plans.edits import Intent
from fsdesk.plans.model import Plan
from fsdesk.plans.model.goals import EasyLine

_DRAFTS, _FIELD = "easy", "text"  # the plan has no collection of this name


def keep_drafts(desk: Any, plan: str, typed: Mapping[str, str], of: Mapping[str, str]) -> None:
    """Keeps lines as they are being typed, each with the record it is for. They are on the disk when this returns."""
    for line, text in typed.items():
        rest = of.get(line, "").encode()
        drafts.keep(
            desk,
            plan=plan,
            collection=_DRAFTS,
            record=line,
            field=_FIELD,
            text=text,
            cursor=len(text),
            rest=rest,
        )


def let_drafts_go(desk: Any, plan: str, lines: Iterable[str]) -> None:
    """Drops drafts of these lines: they are in the plan."""
    for line in lines:
        drafts.let_go(desk, plan=plan, collection=_DRAFTS, record=line, field=_FIELD)


def take_up(desk: Any, plan: str) -> bool:
    """Lines that were being typed when the laptop stopped are in the plan, to be read back; says whether any was.

    A line whose record is gone stays a draft: nobody knows any more who may have it.
    """
    found = {one.place.record: one for one in drafts.of_plan(desk, plan) if one.place.collection == _DRAFTS}
    if not found:
        return False
    seen = plans.current(desk, plan)
    known = {one.id for one in seen.plan.easy_lines}
    there = {record.id for _, record in records(seen.plan)}
    of = {line: (one.rest or b"").decode() for line, one in found.items()}
    typed = {line: one.text for line, one in found.items() if line in known or of[line] in there}
    plans.save(desk, seen, with_lines(seen.plan, typed, of), Intent.WROTE)
    let_drafts_go(desk, plan, typed)
    return bool(typed)


def with_lines(plan: Plan, typed: Mapping[str, str], of: Mapping[str, str]) -> Plan:
    """The plan with these lines as typed: a changed one is not read back any more, an emptied one is gone."""
    known = {one.id for one in plan.easy_lines}
    kept = [_typed_line(one, typed.get(one.id, one.text)) for one in plan.easy_lines]
    new = [
        _new_line(plan, line, of[line], text.strip())
        for line, text in typed.items()
        if line not in known and line in of
    ]
    lines = tuple(one for one in (*kept, *new) if one.text)
    return msgspec.structs.replace(plan, easy_lines=lines)


def read_back_on(plan: Plan, line: str, today: date) -> Plan:
    """The plan with this line read back today."""
    lines = tuple(
        msgspec.structs.replace(one, read_back_on=today) if one.id == line else one for one in plan.easy_lines
    )
    return msgspec.structs.replace(plan, easy_lines=lines)


def _new_line(plan: Plan, line: str, of: str, text: str) -> EasyLine:
    """A line for a record; whoever may not have the record may not have its line either."""
    about = next((record for _, record in records(plan) if record.id == of), None)
    made = EasyLine(id=line, of=of, text=text)
    return (
        made if about is None else msgspec.structs.replace(made, audience=about.audience, sealed=about.sealed)
    )


def _typed_line(line: EasyLine, text: str) -> EasyLine:
    said = text.strip()
    return line if said == line.text else msgspec.structs.replace(line, text=said, read_back_on=None)
