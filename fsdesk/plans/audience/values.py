"""What the gates answer: holds, each with a reason that gives nothing away, or one reader's edition."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from fsdesk.errors import Held
from fsdesk.plans.audience.guard import Guard
from fsdesk.plans.model.people import Person, PrintFormat
from fsdesk.plans.model.plan import Plan

CONFIRMABLE = frozenset({"PG-2", "PG-3", "PG-5", "PG-6"})
"""Gates whose hold a named person may answer: the record concerned is then left out whole, without trace."""

REASONS = {
    "PG-1": "PG-1 holds this page: a page is made for one reader who can hold it or have it read to them.",
    "PG-2": "PG-2 holds this page: one part needs a second look before it goes on paper.",
    "PG-3": "PG-3 holds this page: one part needs a second look before it goes on paper.",
    "PG-4": "PG-4 holds this page until the team lead has looked at it.",
    "PG-5": "PG-5 holds this page: one part needs a second look before it goes on paper.",
    "PG-6": "PG-6 holds this page: one part needs a second look before it goes on paper.",
    "PG-7": "PG-7 holds this page: one part names a check, and checks are not for paper.",
    "PG-9": "PG-9 holds this page: no paper is made for this reader, so offer to show it or to keep it for them.",
}


class Hold(NamedTuple):
    """One gate that holds a page until a person decides."""

    gate: str
    reason: str
    """One plain sentence that names the gate and gives nothing away to whoever reads it over a shoulder."""
    records: tuple[str, ...] = ()
    """Where the worker looks: ids of records, or a place of the plan such as "/title"."""

    @property
    def can_be_confirmed(self) -> bool:
        """Whether a named person may have the record left out."""
        return self.gate in CONFIRMABLE


class Confirmed(NamedTuple):
    """A hold that a named person answered: the records concerned are left out."""

    gate: str
    by: str
    records: tuple[str, ...]


class Edition(NamedTuple):
    """What is left of a plan for one reader; nothing else may be shown to them."""

    plan: Plan
    reader: Person
    """Id, name and role of the reader, nothing else of their record."""
    format: PrintFormat
    today: date
    is_talking_copy: bool
    """The plan is not agreed: every side says so and nothing is signed (PG-10)."""
    is_apart: bool
    """Only what is this reader's own is here: a safety record names them, or they are not in the plan.

    Both read the same fixed words, so that none of them tells why.
    """
    confirmed: tuple[Confirmed, ...]
    version: int
    """The number of the plan's newest version; 1 before there is one."""
    version_on: date
    """The day that version was made; the day of printing before there is one."""
    family_name: str
    """On no paper; kept here so that a title which holds it can be left out."""
    guard: Guard
    """The last look at whatever is made of this edition."""
    seen_by: frozenset[str] = frozenset()
    """On a child's own page: the people of the plan who may see all of it besides the child."""
    trusted: frozenset[str] = frozenset()
    """The people of the plan whom no safety record names."""
    learns_at: str = ""
    """Where the reader goes to school; on no child's page, kept here so that a row which names it stays off."""


def hold(gate: str, records: Iterable[str] = ()) -> Hold:
    """Return a hold of this gate, with its reason."""
    return Hold(gate, REASONS[gate], tuple(sorted(records)))


def held(holds: Iterable[Hold]) -> Held:
    """Return the holds as one refusal: every reason, then what to do; nothing of the plan is in it."""
    holds = tuple(holds)
    if all(one.can_be_confirmed for one in holds):
        return Held(_reasons(holds), "Open that part of the plan, or confirm that it is left out whole.")
    return Held(_reasons(holds), "Nothing was printed.")


def _reasons(holds: tuple[Hold, ...]) -> str:
    return " ".join(dict.fromkeys(one.reason for one in holds))
