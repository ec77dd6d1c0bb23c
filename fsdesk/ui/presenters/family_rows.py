"""The rows of the list of families, made as they are looked at: ten thousand families take no longer than ten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, overload

from fsdesk.desk.glancing import Packages
from fsdesk.desk.plans import PlanLine
from fsdesk.desk.searching import Found
from fsdesk.ui.presenters import search
from fsdesk.ui.presenters.dates import plain_day, said_moment
from fsdesk.ui.presenters.search import Marks

IN_THE_PLAN = "found in the plan"
NOT_YET_SENT, SENT, STAYS = "Not yet sent", "Sent", "Stays here"
_KEPT_READY = 100
NOTHING_KNOWN = Packages(frozenset(), frozenset(), frozenset(), frozenset())


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
    package: str = ""


class Only(NamedTuple):
    """Which families are wanted: all, or those for which all of this holds."""

    with_me: bool = False
    due: bool = False
    to_send: bool = False


ALL = Only()


class Looked(NamedTuple):
    """How the list was searched: by what, and whether a slip was forgiven."""

    query: str = ""
    near: bool = False


class FamilyList:
    """Every family, the last opened first, and which of them a search has found."""

    def __init__(self, lines: Sequence[PlanLine]) -> None:
        self._lines = sorted(lines, key=lambda line: line.opened or line.changed, reverse=True)
        self._names = search.Rows([line.search for line in self._lines])
        self._looked = Looked()
        self._named: Sequence[int] = range(len(self._lines))
        self._further: list[int] = []
        self._packages = NOTHING_KNOWN

    def __len__(self) -> int:
        return len(self._lines)

    def line(self, plan: str) -> PlanLine | None:
        """The line of this plan, if it is here."""
        return next((one for one in self._lines if one.id == plan), None)

    def look_for(self, query: str) -> None:
        """Only families whose names, people or places fit are found, and those with one slip if none fits."""
        exact = self._names.exact(query)
        self._named = exact or self._names.near(query)
        self._looked = Looked(query, near=not exact)
        self._further = []

    def take_in(self, found: Found) -> None:
        """Families whose plans have the words that were looked for are found too, after those found by name.

        Where the words stand in plans exactly, families whose names have them only with a slip are not found.
        """
        if found.exact and found.plans and self._looked.near:
            self._named, self._looked = [], Looked(self._looked.query)
        if found.exact or self._looked.near:
            ids, named = set(found.plans), set(self._named)
            self._further = [at for at, line in enumerate(self._lines) if line.id in ids and at not in named]

    def learn(self, packages: Packages) -> None:
        """Whose each plan is, and what became of it in packages, is known from now on."""
        self._packages = packages

    def rows(self, today: date, only: Only = ALL) -> Sequence[Row]:
        """The rows that were found, as they are read on this day; only those that are wanted."""
        numbers = [*self._named, *self._further]
        if only != ALL:
            numbers = [at for at in numbers if self._is_wanted(self._lines[at], only, today)]
        return _Found(self._lines, numbers, frozenset(self._further), self._looked, today, self._packages)

    def _is_wanted(self, line: PlanLine, only: Only, today: date) -> bool:
        return (
            (not only.with_me or line.id in self._packages.own)
            and (not only.due or is_due(line, today))
            and (not only.to_send or line.id in self._packages.only_here)
        )


class _Found(Sequence[Row]):
    """Rows that are made when somebody looks at them; those on the screen are kept ready."""

    def __init__(
        self,
        lines: Sequence[PlanLine],
        numbers: Sequence[int],
        by_words: frozenset[int],
        looked: Looked,
        today: date,
        packages: Packages,
    ) -> None:
        self._packages = packages
        self._lines, self._numbers, self._by_words = lines, numbers, by_words
        self._looked, self._today = looked, today
        self._ready: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self._row(number) for number in self._numbers[at]]
        return self._row(self._numbers[at])

    def _row(self, number: int) -> Row:
        if number not in self._ready:
            if len(self._ready) >= _KEPT_READY:
                self._ready.clear()
            self._ready[number] = self._made(number)
        return self._ready[number]

    def _made(self, number: int) -> Row:
        line = self._lines[number]
        row = row_of(line, self._looked, self._today)
        row = row._replace(package=became(line.id, self._packages))
        if number not in self._by_words:
            return row
        text = f"{row.people.text} · {IN_THE_PLAN}" if row.people.text else IN_THE_PLAN.capitalize()
        return row._replace(people=Words(text, row.people.marks))


def row_of(line: PlanLine, looked: Looked, today: date) -> Row:
    """A family's row as it is read on this day, with what the search met."""
    shown = (line.listed.family, ", ".join(line.listed.people), line.listed.neighbourhood)
    family, people, place = (
        Words(text, search.marks(looked.query, text, near=looked.near)) for text in shown
    )
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


def became(plan: str, packages: Packages) -> str:
    """What became of a plan in packages, in a word or two; nothing where nothing of it was written here."""
    for words, plans in (
        (NOT_YET_SENT, packages.only_here),
        (STAYS, packages.staying),
        (SENT, packages.sent),
    ):
        if plan in plans:
            return words
    return ""


def is_due(line: PlanLine, today: date) -> bool:
    """Whether the day to look at the plan together has come."""
    return line.listed.next_review is not None and line.listed.next_review <= today
