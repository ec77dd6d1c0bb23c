"""What step two of sending says of each family: what leaves, what stays, and what they were told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from fsdesk.desk.cards import KnownPerson
from fsdesk.desk.going_out import Leaving
from fsdesk.desk.told import Told
from fsdesk.ui.presenters.dates import plain_day
from fsdesk.ui.presenters.entries import together

NOT_YET, NOTHING_YET = "Not asked yet", "Nothing yet"
UNTIL_TALKED = "The whole plan, until you’ve talked about it"
THIS_TIME = ("Nothing this time", "The whole plan")
MUST_GO = "A serious worry is in it, so it goes."


class Row(NamedTuple):
    """One family in the table."""

    plan: str
    family: str
    goes: bool
    """It may go at all; one that is marked as staying may not."""
    leaves: str
    stays: str
    pill: str
    ink: str
    icon: str
    note: str = ""
    can_ask: bool = False
    """The question can be put on the next visit."""
    goes_unasked: bool = True
    """It goes unless somebody leaves it out."""

    def leaves_when(self, chosen: bool) -> str:
        """What leaves, whether it is chosen or not."""
        return self.leaves if chosen or not self.goes else self._instead[0]

    def stays_when(self, chosen: bool) -> str:
        """What stays, whether it is chosen or not."""
        return self.stays if chosen or not self.goes else self._instead[1]

    @property
    def _instead(self) -> tuple[str, str]:
        return THIS_TIME if self.pill != NOT_YET else (NOTHING_YET, UNTIL_TALKED)


def rows_of(leaving: Sequence[Leaving], told: Mapping[str, Told], today: date) -> tuple[Row, ...]:
    """The families in the order of the list."""
    return tuple(row_of(one, told[one.plan], today) for one in leaving)


def row_of(one: Leaving, told: Told, today: date) -> Row:
    """One family: told already, not asked yet, or marked as staying."""
    what = (one.plan, one.family, one.goes, one.leaves, one.stays)
    if not one.goes:
        return Row(*what, "Stays here", "amber", "hand", "Marked so with the family.")
    if told.on is not None:
        day = plain_day(told.on, today)
        who = f", {together(list(told.who))}" if told.who else ""
        return Row(*what, "Told who reads it", "moss", "circle-check", f"{day}{who}")
    return Row(
        *what,
        NOT_YET,
        "amber",
        "hand",
        _note(told, today),
        can_ask=not told.is_on_the_list,
        goes_unasked=told.must_go,
    )


def _note(told: Told, today: date) -> str:
    lead = f"{MUST_GO} " if told.must_go else ""
    if not told.is_on_the_list:
        return lead.strip()
    when = f" on {plain_day(told.next_visit, today)}" if told.next_visit else ", once it has a day"
    return f"{lead}On the list for the next visit{when}."


def chosen_at_first(rows: Sequence[Row]) -> frozenset[str]:
    """The plans that go unless somebody leaves them out: told, or with a serious worry, and not marked as staying."""
    return frozenset(one.plan for one in rows if one.goes and one.goes_unasked)


def readers_said(people: Sequence[KnownPerson]) -> tuple[str, str]:
    """Who alone can open it, and what is known of them: "Only Priya can open it." and "Team lead. ..."."""
    names = together([one.name for one in people])
    unread = [one.name for one in people if not one.verified]
    if unread:
        words = f"The words of {together(unread)} were not read together yet."
    else:
        words = "Their words were read together."
    roles = "Team lead. " if len(people) == 1 and people[0].is_lead else ""
    return f"Only {names} can open it.", f"{roles}{words}"
