"""What Today says and when: read once in the background, a promise ticked as an edit that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple, Protocol

from fsdesk.desk import today as desk_today
from fsdesk.desk.glancing import Family
from fsdesk.desk.today import PromiseTo, Today
from fsdesk.errors import Refused
from fsdesk.plans.model.people import PrintFormat
from fsdesk.ui.presenters import today_rows
from fsdesk.ui.presenters.dates import said_weekday
from fsdesk.ui.presenters.starting import Alike, Starting
from fsdesk.ui.presenters.today_rows import PromiseKey, PromiseRow, ReviewRow, SentRow, VisitRow
from fsdesk.ui.presenters.unlock import Submit


class Shown(NamedTuple):
    """One day as the page shows it."""

    title: str
    sentence: str
    has_families: bool
    carry_on: Family | None
    visits: tuple[VisitRow, ...]
    no_visits: str
    reviews: tuple[ReviewRow, ...]
    all_reviews: int
    promises: tuple[PromiseRow, ...]
    unsent: SentRow | None


class TodayView(Protocol):
    """What the presenter may ask of the page."""

    def show_day(self, shown: Shown) -> None:
        """Shows the day."""

    def show_left_open(self, family: Family) -> None:
        """Says that somebody was typing in this family's plan when fsdesk last ended."""

    def show_alike(self, name: str, found: Sequence[Alike]) -> None:
        """Asks whether a family that is to be begun under this name is one of these."""

    def show_refused(self, refused: Refused) -> None:
        """Says what could not be done."""


class Elsewhere(NamedTuple):
    """What Today asks of the places beside it."""

    go: Callable[[str, str], None]
    """Goes to a plan, at a section where one is named."""
    print: Callable[[str, str], None]
    """Goes to the print page of a plan, with a document chosen."""
    settle: Callable[[Callable[[], None]], None]
    """Makes what is being typed an edit, and then calls back."""
    wrote: Callable[[str], None]
    """A plan was written to from here."""
    told: Callable[[int, bool], None]
    """So many plans wait to be sent, and whether anything ever was."""


class TodayPresenter:
    """The day at this desk. What is ticked stays in sight, so that it can be taken back, until the day is read anew."""

    def __init__(
        self, view: TodayView, *, desk: Any, submit: Submit, now: Callable[[], datetime], elsewhere: Elsewhere
    ) -> None:
        self._view, self._desk, self._submit = view, desk, submit
        self._now, self._elsewhere = now, elsewhere
        self._today: Today | None = None
        self._only_here: frozenset[str] = frozenset()
        self._kept: dict[PromiseKey, str] = {}
        self._is_first = True
        starting = Starting(view, desk=desk, submit=submit, begun=self.open)
        self.start, self.start_different = starting.start, starting.start_different

    def refresh(self) -> None:
        """Reads the day anew."""
        self._submit(
            lambda _: desk_today.read(self._desk), done=self._on_read, failed=self._view.show_refused
        )

    def open(self, plan: str, section: str = "") -> None:
        """Goes to this plan."""
        self._elsewhere.go(plan, section)

    def print_sheet(self, plan: str) -> None:
        """Goes to where the review sheet of this plan is printed."""
        self._elsewhere.print(plan, PrintFormat.REVIEW_SHEET)

    def saved(self, plan: str) -> None:
        """Something was written to this plan, so it waits to be sent, unless it stays here."""
        if self._today is not None and plan not in self._only_here | self._today.staying:
            self._only_here |= {plan}
            self._show()

    def keep(self, key: PromiseKey) -> None:
        """What was promised is done: an edit says so."""
        one = self._promise(key)
        if one is not None and key not in self._kept:
            self._elsewhere.settle(lambda: self._write(key, one))

    def take_back(self, key: PromiseKey) -> None:
        """It is not done after all: the edit is undone."""
        edit = self._kept.get(key)
        if edit is not None:
            self._elsewhere.settle(lambda: self._undo(key, edit))

    def _write(self, key: PromiseKey, one: PromiseTo) -> None:
        self._submit(
            lambda _: desk_today.keep_promise(self._desk, key.plan, one.promised),
            done=partial(self._on_kept, key),
            failed=self._on_not_written,
        )

    def _undo(self, key: PromiseKey, edit: str) -> None:
        self._submit(
            lambda _: desk_today.take_back(self._desk, key.plan, edit),
            done=lambda _: self._on_taken_back(key),
            failed=self._on_not_written,
        )

    def _on_kept(self, key: PromiseKey, edit: str) -> None:
        if not edit:  # somebody did it elsewhere meanwhile
            self.refresh()
            return
        self._kept[key] = edit
        self._on_wrote(key)

    def _on_taken_back(self, key: PromiseKey) -> None:
        del self._kept[key]
        self._on_wrote(key)

    def _on_wrote(self, key: PromiseKey) -> None:
        self._elsewhere.wrote(key.plan)
        self.saved(key.plan)
        self._show()

    def _on_not_written(self, refused: Refused) -> None:
        self._view.show_refused(refused)
        self._show()

    def _promise(self, key: PromiseKey) -> PromiseTo | None:
        found = self._today.promises if self._today else ()
        return next((one for one in found if _key(one) == key), None)

    def _on_read(self, today: Today) -> None:
        self._today, self._only_here, self._kept = today, today.only_here, {}
        self._show()
        if self._is_first and today.left_open is not None:
            self._view.show_left_open(today.left_open)
        self._is_first = False

    def _show(self) -> None:
        today = self._today
        if today is not None:
            count = len(self._only_here)
            self._elsewhere.told(count, today.last_package is not None)
            self._view.show_day(self._shown(today, count))

    def _shown(self, today: Today, only_here: int) -> Shown:
        rows = [today_rows.promise(one, today.on) for one in today.promises]
        return Shown(
            title=said_weekday(today.on),
            sentence=today_rows.sentence(today),
            has_families=bool(today.families),
            carry_on=today.last_opened,
            visits=today_rows.visits(today.visits, today.on, f"{self._now():%H:%M}"),
            no_visits=today_rows.no_visits(today),
            reviews=today_rows.reviews(today.reviews, today.on),
            all_reviews=today.all_reviews,
            promises=tuple(row._replace(is_done=row.key in self._kept) for row in rows),
            unsent=today_rows.unsent(only_here, today.last_package, today.on),
        )


def _key(one: PromiseTo) -> PromiseKey:
    return PromiseKey(one.to.plan, one.promised.collection, one.promised.record)
