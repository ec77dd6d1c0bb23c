"""What a page leaves out, and why: in plain words, with no place, no number and nobody's secret in them."""

from __future__ import annotations

from typing import NamedTuple

from fsdesk.desk.prints import Prepared
from fsdesk.plans import fields
from fsdesk.plans.audience.look import records
from fsdesk.plans.model import Plan
from fsdesk.plans.model.base import Print, Reach
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.rules.reading import called
from fsdesk.ui.presenters.entries import together

_OWN_NOTES = frozenset({"scratch", "reflections", "brought", "answers", "comments"})
_SAFETY = frozenset(
    {"safety_between", "safety_feel", "safe_contacts", "places_to_avoid", "worries", "shared_for_safety"}
)


class LeftOut(NamedTuple):
    """One kind of thing that is not on the page, and the reason."""

    what: str
    why: str
    icon: str


SAFETY = LeftOut("Safety.", "A print can be seen by anyone at home.", "shield")
SURNAME = LeftOut("The family’s own name.", "First names only are on paper.", "user-x")
COACH = LeftOut("The coach’s ideas, and your answers to them.", "They are for you.", "message-circle")


def left_out_of(plan: Plan, prepared: Prepared) -> tuple[LeftOut, ...]:
    """What is left out for this reader. Safety stands in it for every plan, so that it tells nothing of this one.

    A reader whom a safety record names, and one who is not in the plan, get the same few words.
    """
    edition = prepared.edition
    always = (SAFETY, SURNAME, COACH)
    if edition.is_apart:
        return (*_confirmed(prepared), _only_theirs(called(edition.reader)), *always)
    return (*_confirmed(prepared), *_notes(plan), *_kept_back(plan, prepared), *_of_format(prepared), *always)


def _confirmed(prepared: Prepared) -> tuple[LeftOut, ...]:
    confirmed = [one for one in prepared.edition.confirmed if one.records]
    parts = len({record for one in confirmed for record in one.records})
    if not parts:
        return ()
    who = together(sorted({one.by for one in confirmed}))
    return (LeftOut(_counted(parts, "part, whole.", "parts, whole."), f"{who} decided so.", "shield"),)


def _only_theirs(name: str) -> LeftOut:
    return LeftOut("What is the others’ own.", f"This page holds only what is {name}’s.", "users")


def _notes(plan: Plan) -> tuple[LeftOut, ...]:
    count = sum(len(getattr(plan, name)) for name in _OWN_NOTES)
    if not count:
        return ()
    return (LeftOut(_counted(count, "of your notes.", "of your notes."), "They are for workers.", "eye-off"),)


def _kept_back(plan: Plan, prepared: Prepared) -> tuple[LeftOut, ...]:
    shown = {record.id for _, record in records(prepared.edition.plan)}
    kept = [
        record
        for name, record in records(plan)
        if record.id not in shown
        and name not in _SAFETY | _OWN_NOTES
        and _could_print(name)
        and (record.sealed or record.audience.to is not Reach.ALL)
    ]
    homes = [one for one in plan.households if one.address and not one.safe_to_print]
    made: list[LeftOut] = []
    if kept:
        why = "Kept for somebody’s own page, for people they chose, or for you."
        made.append(LeftOut(_counted(len(kept), "part.", "parts."), why, "eye-off"))
    if homes:
        made.append(LeftOut("Addresses.", "They are on paper only where that was marked as safe.", "house"))
    return tuple(made)


def _could_print(collection: str) -> bool:
    return any(fact.print is not Print.NEVER for name, fact in fields.of(collection).items() if name != "id")


def _of_format(prepared: Prepared) -> tuple[LeftOut, ...]:
    edition = prepared.edition
    if edition.format is PrintFormat.CHILD:
        why = f"This page is {called(edition.reader)}’s own."
        return (LeftOut("Grown-ups’ matters.", why, "users"),)
    if edition.format is PrintFormat.EASY_READ:
        why = "Easy read holds only lines that you chose and read back together."
        return (LeftOut("What has no easy line yet.", why, "image"),)
    return ()


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
