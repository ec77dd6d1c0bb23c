"""Why a page waits, in kind words, and the ways through that there are for whoever is at the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from fsdesk.desk.prints import GatesHold
from fsdesk.errors import Held, Refused
from fsdesk.plans.audience import Hold
from fsdesk.plans.audience.guard import WouldGiveAway
from fsdesk.plans.sheet.easy import NoEasyLines, NotReadBack, TooLong
from fsdesk.plans.sheet.twin import NotTwins

LEAD = "PG-4"
_KIND = {
    "PG-1": "A page is made for one reader who can hold it, or have it read to them.",
    "PG-4": "The team lead looks at this page before it goes on paper.",
    "PG-7": "One part names an idea of the coach, and those are not for paper.",
    "PG-9": "No paper is made for this reader. Offer to read it together, or to keep it for them.",
}
_SECOND_LOOK = "One part needs a second look before it goes on paper."
_LAST_LOOK = "The last look at the finished page found words that need a second look."
_NEXT_LAST_LOOK = "Nothing was printed. Read the plan with your team lead before you try again."
_TWINS = "This page does not show the same parts in both languages."
_NEXT_TWINS = "Nothing was printed. Choose English, and tell the makers of fsdesk."
_OPEN_IT = "Nothing was printed. Go back to the plan and change that part."
_LEAVE_OUT = "Or the whole part stays off this page, without a gap. The plan keeps that {name} decided so."
_ASK_LEAD = "Nothing was printed. Only a team lead can let it go on, at their own desk."
_YOU_LOOK = "Could printing this bring danger to anybody? The plan keeps that {name} looked at it."
_NO_WAY = "Nothing was printed. You can choose another reader, or go back to the plan."


class Waits(NamedTuple):
    """Why a page waits, in words that give nothing away to whoever reads along, and the ways through."""

    reasons: tuple[str, ...]
    can_leave_out: bool = False
    """Every hold that is left may be answered by a named person: the part concerned stays off whole."""
    can_look: bool = False
    """A team lead is at the desk, and may say that they looked at it."""
    then: str = ""
    """What can be done now."""
    is_gate: bool = False
    """A gate holds the page, so that nothing private gets out."""


NOBODY = Waits(("A page is made for somebody of the plan. Nobody is in it yet.",))
NO_CHILD = Waits(("A child’s page is made for a child of the plan. There is none in it yet.",))


def waits_of(holds: Sequence[Hold], name: str = "", *, is_lead: bool = False) -> Waits:
    """Holds in kind words. A part can be left out only where every hold allows it; the lead looks first."""
    reasons = tuple(dict.fromkeys(_KIND.get(hold.gate, _SECOND_LOOK) for hold in holds))
    gates = {hold.gate for hold in holds}
    for_good = {hold.gate for hold in holds if not hold.can_be_confirmed} - {LEAD}
    if for_good:
        return Waits(reasons, is_gate=True, then=_OPEN_IT if for_good == {"PG-7"} else _NO_WAY)
    if LEAD in gates:
        then = _YOU_LOOK.format(name=name) if is_lead else _ASK_LEAD
        return Waits(reasons, is_gate=True, can_look=is_lead, then=then)
    then = f"{_OPEN_IT} {_LEAVE_OUT.format(name=name)}"
    return Waits(reasons, is_gate=True, can_leave_out=True, then=then)


def is_about_easy_lines(refused: Refused) -> bool:
    """Whether the easy-read lines themselves are what the page waits for."""
    return isinstance(refused, NotReadBack | NoEasyLines | TooLong)


def waits_for(refused: Refused, name: str, *, is_lead: bool) -> Waits | None:
    """What a refusal waits for; None where a page is refused and nobody can decide anything about it."""
    if isinstance(refused, GatesHold):
        return waits_of(refused.holds, name, is_lead=is_lead)
    if isinstance(refused, WouldGiveAway):
        return Waits((_LAST_LOOK,), is_gate=True, then=_NEXT_LAST_LOOK)
    if isinstance(refused, NotTwins):
        return Waits((_TWINS,), then=_NEXT_TWINS)
    return Waits((refused.what,), then=refused.what_next) if isinstance(refused, Held) else None
