"""What the history page says and when: every edit as a row, earlier wordings of one record, undo and put back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol

from fsdesk.desk import plans, undoing
from fsdesk.desk.undoing import Done
from fsdesk.errors import Refused
from fsdesk.plans import in_words
from fsdesk.plans.history import Before, Entry
from fsdesk.plans.in_words import Names
from fsdesk.plans.wordings import Wording
from fsdesk.ui.presenters.dates import said_day
from fsdesk.ui.presenters.spots import Place
from fsdesk.ui.presenters.unlock import Submit

AT_ONCE = 40
"""Rows that are shown before somebody asks for earlier ones."""
_MOST_CHANGES = 12
AT_SOME_TIME = "at some time"


class ChangeLine(NamedTuple):
    """One field of an edit: what it is called, and what stood there before and after it."""

    where: str
    label: str
    before: str
    """Empty where nothing was told of what stood there before."""
    after: str
    may_put_back: bool


class Row(NamedTuple):
    """One edit as the page shows it."""

    edit: str
    sentence: str
    discreet: str
    """The sentence while the row is closed: without the words of what is private."""
    below: str
    """Who, when, and whether it was undone since."""
    changes: tuple[ChangeLine, ...]
    further: int
    """Changes that are not shown, because there are so many."""
    is_private: bool
    may_undo: bool


class WordingRow(NamedTuple):
    """One wording of a text as the page shows it."""

    edit: str
    where: str
    label: str
    words: str
    below: str
    stands: bool


class HistoryView(Protocol):
    """What the presenter may ask of the page."""

    def show_rows(self, rows: Sequence[Row], earlier: int) -> None:
        """Shows edits, the latest first, and that there are so many earlier ones."""

    def show_wordings(self, about: str, rows: Sequence[WordingRow]) -> None:
        """Shows how one record was worded, the latest first."""

    def show_done(self, words: str, left: Sequence[str]) -> None:
        """Says what was done and what of it stayed, and offers to undo that."""

    def show_refused(self, refused: Refused) -> None:
        """Says what could not be done."""


class HistoryAtDesk:
    """The history of one plan where the store is; used on the desk's thread alone."""

    def __init__(self, desk: Any, plan: str, today: Callable[[], date]) -> None:
        self._desk, self._plan, self._today = desk, plan, today

    def rows(self) -> list[Row]:
        """Reads every edit, the latest first. Raises NoSuchPlan."""
        names = in_words.names_in(plans.current(self._desk, self._plan).plan)
        today = self._today()
        return [row_of(entry, names, today) for entry in reversed(undoing.told(self._desk, self._plan))]

    def wordings(self, place: Place) -> list[WordingRow]:
        """Reads how the texts of a record were worded. Raises NoSuchPlan."""
        today = self._today()
        found = undoing.earlier(self._desk, self._plan, place.collection, place.record)
        reworded = {one.field for one in found if not one.stands}
        return [_wording_row(place, one, today) for one in found if one.field in reworded]

    def undo(self, edit: str = "") -> Done:
        """Undoes an edit, or the last thing done on this laptop."""
        return undoing.undo(self._desk, self._plan, edit)

    def put_back(self, edit: str, where: str, *, as_written: bool) -> Done:
        """Puts an earlier wording back."""
        return undoing.put_back(self._desk, self._plan, edit, where, as_written=as_written)


class HistoryPresenter:
    """The history of one plan, or the earlier wordings of one of its records; ``wrote`` hears of every change."""

    def __init__(
        self, view: HistoryView, *, desk: HistoryAtDesk, submit: Submit, wrote: Callable[[], None]
    ) -> None:
        self._view, self._desk, self._submit, self._wrote = view, desk, submit, wrote
        self._rows: list[Row] = []
        self._shown = AT_ONCE
        self._place: Place | None = None
        self._about = ""
        self._last = ""

    def open(self) -> None:
        """The history of the whole plan is read and shown."""
        self._place, self._shown = None, AT_ONCE
        self._read()

    def open_record(self, place: Place, about: str) -> None:
        """The earlier wordings of this record are read and shown; ``about`` says whose or what it is."""
        self._place, self._about = place, about
        self._read()

    def show_earlier(self) -> None:
        """More rows stand below those that are shown."""
        self._shown += AT_ONCE
        self._tell()

    def undo(self, edit: str) -> None:
        """This edit is undone, as far as it stands."""
        self._act(lambda: self._desk.undo(edit))

    def undo_that(self) -> None:
        """What was done here last is undone."""
        if self._last:
            self._act(lambda: self._desk.undo(self._last))

    def put_back(self, edit: str, where: str) -> None:
        """What stood there before this edit stands there again."""
        self._act(lambda: self._desk.put_back(edit, where, as_written=False))

    def use_wording(self, edit: str, where: str) -> None:
        """The wording that this edit wrote stands there again."""
        self._act(lambda: self._desk.put_back(edit, where, as_written=True))

    def _act(self, act: Callable[[], Done]) -> None:
        self._submit(lambda _: act(), done=self._on_done, failed=self._view.show_refused)

    def _on_done(self, done: Done) -> None:
        self._last = done.edit
        self._wrote()
        self._read()
        self._view.show_done(done.sentence, done.left)

    def _read(self) -> None:
        place = self._place
        if place is None:
            self._submit(lambda _: self._desk.rows(), done=self._take, failed=self._view.show_refused)
        else:
            self._submit(
                lambda _: self._desk.wordings(place),
                done=lambda rows: self._view.show_wordings(self._about, rows),
                failed=self._view.show_refused,
            )

    def _take(self, rows: list[Row]) -> None:
        self._rows = rows
        self._tell()

    def _tell(self) -> None:
        self._view.show_rows(self._rows[: self._shown], max(0, len(self._rows) - self._shown))


def row_of(entry: Entry, names: Names, today: date) -> Row:
    """An edit as a row."""
    shown = _lines(entry.changes[:_MOST_CHANGES], names)
    parts = [entry.who, said_time(entry.when, today), "Undone since" if entry.undone_by else ""]
    return Row(
        edit=entry.edit,
        sentence=entry.sentence,
        discreet=entry.discreet,
        below=" · ".join(part for part in parts if part),
        changes=tuple(shown),
        further=max(0, len(entry.changes) - _MOST_CHANGES),
        is_private=any(one.is_private for one in entry.changes),
        may_undo=entry.may_be_undone,
    )


def _lines(changes: Iterable[Before], names: Names) -> list[ChangeLine]:
    return [_line(one, names) for one in changes]


def _line(one: Before, names: Names) -> ChangeLine:
    label = in_words.field_name(one.place.collection, one.field)
    label = label[:1].upper() + label[1:]
    if one.after is None and isinstance(one.before, dict):  # a whole record that went
        return ChangeLine(one.where, label, in_words.said_record(one.before, names), "", may_put_back=True)
    is_new = one.before is None
    before = "" if is_new else in_words.said(one.before, names)
    return ChangeLine(one.where, label, before, in_words.said(one.after, names), may_put_back=not is_new)


def _wording_row(place: Place, one: Wording, today: date) -> WordingRow:
    label = in_words.field_name(place.collection, one.field)
    parts = [one.who, said_time(one.when, today), "As it reads now" if one.stands else ""]
    below = " · ".join(part for part in parts if part)
    return WordingRow(one.edit, one.where, label[:1].upper() + label[1:], one.words, below, one.stands)


def said_time(when: datetime | None, today: date) -> str:
    """When something was done, by its day and time on this laptop's clock."""
    if when is None:
        return AT_SOME_TIME
    here = when.astimezone()
    day = said_day(here.date(), today)
    return f"{day[:1].upper()}{day[1:]} {here:%H:%M}"
