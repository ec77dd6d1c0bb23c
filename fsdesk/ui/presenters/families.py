"""What the list of families says and when: rows found on each key, and a plan begun with one name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple, Protocol

from fsdesk.desk import drafts, families, plans, searching
from fsdesk.desk.drafts import Draft
from fsdesk.desk.plans import PlanLine
from fsdesk.errors import Refused
from fsdesk.ui.presenters.family_rows import FamilyList, Row
from fsdesk.ui.presenters.unlock import Submit

_LETTERS_FOR_WORDS = 2
"""So many signs are typed before the words of plans are looked through too: one letter begins a word of every plan."""


class Alike(NamedTuple):
    """A family that is here already and may be the one that is begun."""

    plan: str
    family: str
    detail: str
    """Its people and its neighbourhood, so that a person can tell."""


class FamiliesView(Protocol):
    """What the presenter may ask of the list."""

    def show_rows(self, rows: Sequence[Row], total: int, query: str) -> None:
        """Shows these rows of ``total`` families, for this query."""

    def show_refused(self, refused: Refused) -> None:
        """Says what could not be done, in the page."""

    def show_left_open(self, plan: str, family: str) -> None:
        """Says that somebody was typing in this family's plan when fsdesk last ended."""

    def show_alike(self, name: str, found: Sequence[Alike]) -> None:
        """Asks whether a family that is to be begun under this name is one of these."""


class FamiliesPresenter:
    """Keeps the rows of every family ready to be searched, and begins a plan."""

    def __init__(
        self,
        view: FamiliesView,
        *,
        desk: Any,
        submit: Submit,
        today: Callable[[], date],
        open_plan: Callable[[str], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._submit = submit
        self._today = today
        self._open_plan = open_plan
        self._list = FamilyList([])
        self._query = ""
        self._asked: str | None = None
        self._like: tuple[str, ...] = ()
        self._due_only = False

    def begin(self) -> None:
        """Reads the list for the first time, and offers to carry on where somebody was typing."""
        self.refresh()
        self._submit(lambda _: drafts.every(self._desk), done=self._on_drafts, failed=self._view.show_refused)

    def refresh(self) -> None:
        """Reads the list anew, and shows it as it was searched."""
        self._submit(
            lambda _: plans.listing(self._desk), done=self._on_listed, failed=self._view.show_refused
        )

    def search(self, query: str) -> None:
        """Only the families that fit are shown: at once by their names, and a moment later by their plans' words."""
        self._query = query
        self._list.look_for(query)
        self._show()
        self._ask_for_words()

    def only_due(self, only: bool) -> None:
        """Only families whose day to look at the plan together has come are shown, or all."""
        self._due_only = only
        self._show()

    def open(self, plan: str) -> None:
        """Goes to this family's plan."""
        self._open_plan(plan)

    def start(self, family_name: str) -> None:
        """Begins a plan for a family of this name, and goes there, unless the family may be here already.

        Does nothing without a name.
        """
        name = family_name.strip()
        if name:
            self._submit(
                lambda _: families.like_name(self._desk, name),
                done=partial(self._on_like, name),
                failed=self._view.show_refused,
            )

    def start_different(self, family_name: str) -> None:
        """Begins a plan for a family that is none of those it was likened to; that is remembered."""
        self._begin_plan(family_name.strip(), self._like)

    def _on_like(self, name: str, found: Sequence[PlanLine]) -> None:
        self._like = tuple(line.id for line in found)
        if found:
            self._view.show_alike(name, [_alike(line) for line in found])
        else:
            self._begin_plan(name, ())

    def _begin_plan(self, name: str, others: Sequence[str]) -> None:
        self._submit(lambda _: self._begun(name, others), done=self._on_begun, failed=self._view.show_refused)

    def _begun(self, name: str, others: Sequence[str]) -> str:
        plan = plans.begin(self._desk, family_name=name).plan.id
        if others:
            families.say(self._desk, plan, others)
        return plan

    def _on_begun(self, plan: str) -> None:
        self.refresh()
        self._open_plan(plan)

    def _on_drafts(self, found: Sequence[Draft]) -> None:
        last = max(found, key=lambda draft: draft.changed_at, default=None)
        line = self._list.line(last.place.plan) if last is not None else None
        if line is not None:
            self._view.show_left_open(line.id, line.listed.family)

    def _on_listed(self, lines: Sequence[PlanLine]) -> None:
        self._list = FamilyList(lines)
        self._list.look_for(self._query)
        self._show()
        self._ask_for_words()

    def _ask_for_words(self) -> None:
        """Has the plans' words looked through, once at a time: what is typed meanwhile is asked for afterwards."""
        query = self._query
        if self._asked is None and len(query.strip()) >= _LETTERS_FOR_WORDS:
            self._asked = query
            self._submit(
                lambda _: searching.find(self._desk, query), done=self._on_words, failed=self._on_no_words
            )

    def _on_words(self, found: searching.Found) -> None:
        asked, self._asked = self._asked, None
        if asked != self._query:
            self._ask_for_words()
        else:
            self._list.take_in(found)
            self._show()

    def _on_no_words(self, refused: Refused) -> None:
        self._asked = None
        self._view.show_refused(refused)

    def _show(self) -> None:
        rows = self._list.rows(self._today(), due_only=self._due_only)
        self._view.show_rows(rows, len(self._list), self._query)


def _alike(line: PlanLine) -> Alike:
    known = [", ".join(line.listed.people), line.listed.neighbourhood]
    return Alike(line.id, line.listed.family, ", ".join(one for one in known if one))
