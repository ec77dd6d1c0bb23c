"""Easy-read lines beside what they reword: written here with the family, and read back before they are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, Protocol

from fsdesk.desk import plans
from fsdesk.desk.desk import new_id
from fsdesk.errors import Refused
from fsdesk.plans import audience
from fsdesk.plans.audience import Edition
from fsdesk.plans.edits import Intent
from fsdesk.plans.model import Plan
from fsdesk.plans.model.base import Record, text_of
from fsdesk.plans.model.goals import EasyLine
from fsdesk.plans.model.people import PrintFormat
from fsdesk.ui.presenters.dates import said_day
from fsdesk.ui.presenters.easy_writing import keep_drafts, let_drafts_go, read_back_on, with_lines
from fsdesk.ui.presenters.keeping import KEEP_WITHIN
from fsdesk.ui.presenters.unlock import Submit
from fsdesk.ui.presenters.waiting import After, Quiet, Soon

MOST_WORDS = 12
TO_READ, NO_LINE = "To read together", "No easy line yet"
LONG = "More than 12 words in a sentence: shorten it together"
_KEPT_AFTER = 700  # milliseconds after the last key
_COLLECTIONS = (
    "matters",
    "voices",
    "about_us",
    "strengths",
    "goals",
    "options",
    "connections",
    "steps",
    "promises",
    "worries",
    "network",
    "reach_in",
)
_SAID_IN = ("text", "words", "name", "what", "asks", "who")


class EasyPair(NamedTuple):
    """What stands in the plan, the easy line that rewords it, and whether that was read back together."""

    of: str
    line: str
    """The line's id; empty while there is none."""
    original: str
    text: str
    state: str
    is_read_back: bool = False


def pairs_for(
    plan: Plan, reader: str, today: date, confirmed: Mapping[str, str], *, by_lead: bool = False
) -> tuple[EasyPair, ...]:
    """The pairs of what this reader may see, through every gate; none while a gate holds."""
    weighed = audience.hold_or_edition(
        plan, reader, format=PrintFormat.EASY_READ, today=today, confirmed=confirmed, by_lead=by_lead
    )
    return pairs_of(weighed.plan, today) if isinstance(weighed, Edition) else ()


def pairs_of(plan: Plan, today: date) -> tuple[EasyPair, ...]:
    """What can be reworded, in the order of the page, each with its lines or with room for one."""
    return tuple(
        pair
        for collection in _COLLECTIONS
        for record in getattr(plan, collection)
        if (original := _said(record))
        for pair in _pairs(plan, record, original, today)
    )


def _pairs(plan: Plan, record: Record, original: str, today: date) -> Iterator[EasyPair]:
    lines = [one for one in plan.easy_lines if one.of == record.id]
    for line in lines:
        yield EasyPair(
            record.id, line.id, original, line.text, _state(line, today), line.read_back_on is not None
        )
    if not lines:
        yield EasyPair(record.id, "", original, "", NO_LINE)


def _said(record: Record) -> str:
    for name in _SAID_IN:
        value = getattr(record, name, "")
        said = value if isinstance(value, str) else text_of(value) if isinstance(value, tuple) else ""
        if said.strip():
            return said.strip()
    return ""


def _state(line: EasyLine, today: date) -> str:
    if not line.text.strip():
        return NO_LINE
    if line.read_back_on is not None:
        return f"Read back {said_day(line.read_back_on, today)}"
    return LONG if is_long(line.text) else TO_READ


def is_long(text: str) -> bool:
    """Whether a sentence of it has more words than easy read can have."""
    sentences = text.replace("?", ".").replace(":", ".").split(".")
    return any(len(one.split()) > MOST_WORDS for one in sentences)


class EasyView(Protocol):
    """What the presenter may ask of the lines."""

    def show_not_kept(self, refused: Refused) -> None:
        """Says that a line could not be kept; it stays where it is."""


class EasyPresenter:
    """Keeps each line soon after the last key; a line that was changed is to be read back anew."""

    def __init__(
        self,
        view: EasyView,
        *,
        desk: Any,
        submit: Submit,
        after: After,
        wrote: Callable[[Plan], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._submit = submit
        self._wrote = wrote
        self._plan = ""
        self._typed: dict[str, str] = {}
        self._new: dict[str, str] = {}
        self._soon = Quiet(after, _KEPT_AFTER, self.keep)
        self._draft_soon = Soon(after, KEEP_WITHIN, self._keep_drafts)

    def open(self, plan: Plan) -> None:
        """The lines are of this plan."""
        self._plan = plan.id
        self._new = {}

    def typed(self, pair: EasyPair, text: str) -> None:
        """A line was typed for one record; it is kept a moment later."""
        line = pair.line or self._new.setdefault(pair.of, new_id())
        self._typed[line] = text
        self._soon.stir()
        self._draft_soon.stir()

    def keep(self) -> None:
        """What was typed is in the plan."""
        self._soon.calm()
        self._draft_soon.calm()
        typed, self._typed = self._typed, {}
        if not typed:
            return
        of = {line: record for record, line in self._new.items()}
        self._write(lambda plan: with_lines(plan, typed, of), typed)

    def read_back(self, pair: EasyPair) -> None:
        """The family heard this line and kept it: today's day stands beside it."""
        self.keep()
        line, today = pair.line or self._new.get(pair.of, ""), self._desk.today
        self._write(lambda plan: read_back_on(plan, line, today), {})

    def _write(self, wanted: Callable[[Plan], Plan], typed: Mapping[str, str]) -> None:
        desk, plan = self._desk, self._plan

        def work(_: object) -> Plan:
            seen = plans.current(desk, plan)
            now = plans.save(desk, seen, wanted(seen.plan), Intent.WROTE).plan
            let_drafts_go(desk, plan, typed)
            return now

        self._submit(work, done=self._wrote, failed=lambda refused: self._on_not_kept(refused, typed))

    def _keep_drafts(self) -> None:
        """However long somebody types without a pause, no more than half a second of it can be lost."""
        desk, plan, typed = self._desk, self._plan, dict(self._typed)
        of = {line: record for record, line in self._new.items()}
        self._submit(
            lambda _: keep_drafts(desk, plan, typed, of),
            done=lambda _: None,
            failed=self._view.show_not_kept,
        )

    def _on_not_kept(self, refused: Refused, typed: Mapping[str, str]) -> None:
        self._typed = {**typed, **self._typed}
        self._view.show_not_kept(refused)
