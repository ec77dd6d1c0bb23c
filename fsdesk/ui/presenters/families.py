"""What the list of families says and when: rows found on each key, and a plan begun with one name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from fsdesk.desk import drafts, plans
from fsdesk.desk.drafts import Draft
from fsdesk.desk.plans import PlanLine
from fsdesk.errors import Refused
from fsdesk.ui.presenters.dates import plain_day, said_moment
from fsdesk.ui.presenters.search import Folded, Marks, find
from fsdesk.ui.presenters.unlock import Submit


class Words(NamedTuple):
    """Words with the stretches of them that the search met."""

    text: str
    marks: Marks = ()


class Row(NamedTuple):
    """One family in the list."""

    plan: str
    family: Words
    people: Words
    place: Words
    next: str
    is_due: bool
    opened: str


class FamiliesView(Protocol):
    """What the presenter may ask of the list."""

    def show_rows(self, rows: Sequence[Row], total: int, query: str) -> None:
        """Shows these rows of ``total`` families, for this query."""

    def show_refused(self, refused: Refused) -> None:
        """Says what could not be done, in the page."""

    def show_left_open(self, plan: str, family: str) -> None:
        """Says that somebody was typing in this family's plan when fsdesk last ended."""


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
        self._lines: list[PlanLine] = []
        self._folded: list[tuple[Folded, ...]] = []
        self._query = ""
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
        """Only the families that fit are shown."""
        self._query = query
        self._show()

    def only_due(self, only: bool) -> None:
        """Only families whose day to look at the plan together has come are shown, or all."""
        self._due_only = only
        self._show()

    def open(self, plan: str) -> None:
        """Goes to this family's plan."""
        self._open_plan(plan)

    def start(self, family_name: str) -> None:
        """Begins a plan for a family of this name, and goes there; does nothing without a name."""
        if not family_name.strip():
            return
        self._submit(
            lambda _: plans.begin(self._desk, family_name=family_name).plan.id,
            done=self._on_begun,
            failed=self._view.show_refused,
        )

    def _on_begun(self, plan: str) -> None:
        self.refresh()
        self._open_plan(plan)

    def _on_drafts(self, found: Sequence[Draft]) -> None:
        last = max(found, key=lambda draft: draft.changed_at, default=None)
        line = next((one for one in self._lines if last is not None and one.id == last.place.plan), None)
        if line is not None:
            self._view.show_left_open(line.id, line.listed.family)

    def _on_listed(self, lines: Sequence[PlanLine]) -> None:
        self._lines = sorted(lines, key=lambda line: line.opened or line.changed, reverse=True)
        self._folded = [tuple(Folded.of(words) for words in _searched(line)) for line in self._lines]
        self._show()

    def _show(self) -> None:
        today = self._today()
        rows = [
            row_of(self._lines[found.row], found.marks, today)
            for found in find(self._query, self._folded)
            if not self._due_only or is_due(self._lines[found.row], today)
        ]
        self._view.show_rows(rows, len(self._lines), self._query)


def _searched(line: PlanLine) -> tuple[str, str, str]:
    """What the list is searched by: names, first names and the neighbourhood, never safety or notes."""
    return line.listed.family, ", ".join(line.listed.people), line.listed.neighbourhood


def row_of(line: PlanLine, marks: Sequence[Marks], today: date) -> Row:
    """A family's row as it is read on this day."""
    family, people, place = (Words(text, met) for text, met in zip(_searched(line), marks, strict=True))
    opened = said_moment(line.opened, today) if line.opened else "Not opened here yet"
    return Row(line.id, family, people, place, next_review(line, today), is_due(line, today), opened)


def next_review(line: PlanLine, today: date) -> str:
    """When the plan is looked at together again; a day that has passed asks for a new one, without reproach."""
    day = line.listed.next_review
    if day is None:
        return "No day yet"
    if day < today:
        return "Find a new date"
    return "Review today" if day == today else f"Review {plain_day(day, today)}"


def is_due(line: PlanLine, today: date) -> bool:
    """Whether the day to look at the plan together has come."""
    return line.listed.next_review is not None and line.listed.next_review <= today
