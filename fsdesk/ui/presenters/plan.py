"""What a plan's page says and when: typed words kept within half a second, and one edit on leaving them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any, Protocol

from fsdesk.desk.desk import new_id
from fsdesk.errors import Refused
from fsdesk.jobs import Progress
from fsdesk.plans.edits import Intent
from fsdesk.plans.model import (
    Matter,
    Person,
    Plan,
    Record,
    Role,
    ScratchNote,
    Span,
    SpanKind,
    Voice,
    VoiceDeclined,
)
from fsdesk.ui.presenters import sections, spots, values
from fsdesk.ui.presenters.at_desk import Kept, Opened, Others, PlanAtDesk
from fsdesk.ui.presenters.dates import read_day
from fsdesk.ui.presenters.entries import Entry, voices_heard
from fsdesk.ui.presenters.entries import Voice as HeardVoice
from fsdesk.ui.presenters.pending import Pending
from fsdesk.ui.presenters.sections.shapes import Kind, Section
from fsdesk.ui.presenters.shown_section import ShownSection, Views
from fsdesk.ui.presenters.spots import MATTERS, NOTES, VOICES, Place, Spot
from fsdesk.ui.presenters.taken_out import TakenOut
from fsdesk.ui.presenters.unlock import Submit
from fsdesk.ui.presenters.waiting import After, Soon
from fsdesk.ui.presenters.wellbeing import View

KEEP_WITHIN = 500  # milliseconds from a key to its draft


class PlanView(Protocol):
    """What the presenter may ask of the page."""

    def show_plan(self, plan: Plan, entries: Sequence[Entry], voices: Sequence[HeardVoice]) -> None:
        """Shows the plan as it stands, typed words included."""

    def show_section(self, section: Section, views: Views) -> None:
        """The page is about this section, and these people can be looked at in it."""

    def show_saved(self, at: datetime) -> None:
        """Says that everything is saved, and since when."""

    def show_not_saved(self, refused: Refused) -> None:
        """Says in the page what could not be written; the text stays where it is."""

    def show_taken_out(self, words: str) -> None:
        """Offers back what was taken out; empty says nothing any more."""

    def show_found_again(self) -> None:
        """Says that what was being typed when the laptop stopped is back."""

    def show_refused(self, refused: Refused) -> None:
        """Says that the plan could not be opened."""

    def focus_on(self, spot: Spot, cursor: int | None) -> None:
        """The text at this spot has the focus, the cursor where it was, or at its end."""


class PlanPresenter:
    """One open plan. ``changed`` hears of every plan that is shown, so that the coach can look at it."""

    def __init__(
        self,
        view: PlanView,
        *,
        desk: PlanAtDesk,
        submit: Submit,
        after: After,
        now: Callable[[], datetime],
        today: Callable[[], date],
        changed: Callable[[Plan], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._submit = submit
        self._now = now
        self._today = today
        self._changed = changed
        self._plan: Plan | None = None
        self._others: Others = {}
        self._pending = Pending()
        self._shown = ShownSection()
        self._keeping = Soon(after, KEEP_WITHIN, self._keep)
        self._out = TakenOut(after, view.show_taken_out)
        self._to_keep: dict[Spot, None] = {}
        self._writing = 0
        self.saved_at: datetime | None = None
        self.unsaved: Refused | None = None

    @property
    def plan(self) -> Plan | None:
        """The plan as the screen shows it, typed words included."""
        return self._pending.seen(self._plan) if self._plan is not None else None

    def open(self) -> None:
        """Reads the plan, with whatever was being typed in it when it was last left."""
        self._submit(lambda _: self._desk.open(), done=self._on_opened, failed=self._view.show_refused)

    def refresh(self) -> None:
        """Reads the plan anew, because something else wrote to it."""
        self._submit(lambda _: self._desk.read(), done=self._take, failed=self._view.show_refused)

    @property
    def section(self) -> Section:
        """The section that is open."""
        return self._shown.section

    def open_section(self, key: str) -> None:
        """Another section is open; what was typed in the one before becomes an edit."""
        if key != self._shown.section.key:
            self.settle()
            self._shown.open(key)
        self._tell()

    def look(self, view: View) -> None:
        """How things are now is looked at for this child, with this person's numbers."""
        self.settle()
        self._shown.look(view)
        self._tell()

    def begin(self, kind: Kind, of: str = "") -> None:
        """A new record of this kind stands open in the section, for this person or under this record."""
        begun = self._shown.begun(kind, self._today(), of)
        if begun is not None:
            self._begin(kind.collection, *begun)

    def typed(self, spot: Spot, text: str, cursor: int) -> None:
        """Somebody typed or chose something here: it is a draft within half a second."""
        self._make_room(spot.place)
        self._pending.type(spot, self._as_kept(spot, text), cursor)
        self._to_keep[spot] = None
        self._keeping.stir()
        self._tell()

    def left(self, spot: Spot) -> None:
        """A field or card was left: what was typed becomes one edit; a new card without a word goes again."""
        plan = self.plan
        is_new = spot.place in self._pending.new_places
        if plan is not None and is_new and self._pending.says_nothing(plan, spot.place):
            self._drop(spot.place)
        self.settle()

    def settle(self, then: Callable[[], None] | None = None) -> None:
        """What was typed becomes one edit; ``then`` is called once it is kept, and not if it cannot be."""
        if self._plan is None:
            if then:
                then()
            return
        self._keeping.calm()
        waiting, plan = self._pending.copy(), self._plan
        emptied = waiting.emptied(plan)
        if emptied:
            self._out.remember(emptied[0], self.plan, self._plan)
        settled = waiting.readable(plan)
        self._keep_as_drafts([spot for spot in self._to_keep if spot not in settled])
        self._to_keep.clear()
        self._write(waiting.wanted, waiting.intent(plan), settled, then)

    def take_out(self, place: Place) -> None:
        """Takes an entry out; it is offered back for 20 seconds, and stays in the history."""
        if place in self._pending.new_places:
            self._drop(place)
            return
        self.settle()
        self._out.remember(place, self.plan, self._plan)
        gone = self._pending.drop(place)
        self._write(lambda plan: spots.without(plan, place), Intent.TOOK_OUT, gone)

    def put_back(self) -> None:
        """What was taken out last is there again, where it stood."""
        out = self._out.take()
        if out is not None:
            self._write(out.back_in, Intent.PUT_BACK)

    def add_words(self, person: str) -> None:
        """A card for what this person says stands open."""
        words = (Span(text="", kind=SpanKind.QUOTE, speaker=person),)
        self._begin(VOICES, Voice(id=new_id(), person=person, words=words, on=self._today()), "words")

    def add_matter(self, person: str | None) -> None:
        """A card for what matters most stands open: to one person, or to all of them."""
        words = (Span(text="", kind=SpanKind.QUOTE, speaker=person),)
        self._begin(MATTERS, Matter(id=new_id(), person=person, words=words), "words")

    def add_note(self) -> None:
        """A card for the worker's own note stands open; a note stays on this laptop."""
        self._begin(NOTES, ScratchNote(id=new_id(), text=(Span(text=""),)), "text")

    def add_person(self, name: str, role: Role) -> None:
        """Somebody more is here; does nothing without a name."""
        if name.strip():
            self._add("people", Person(id=new_id(), name=name.strip(), role=role))

    def note_declined(self, person: str) -> None:
        """Somebody would rather not say anything today, which is an answer."""
        self._add("voices_declined", VoiceDeclined(id=new_id(), person=person, on=self._today()))

    def record_answer(self, answer: Record) -> None:
        """An idea was answered; the answer is part of the plan."""
        self._write(lambda plan: spots.with_record(plan, "answers", answer), Intent.ANSWERED_FINDING)

    def ask_again(self, answer: str) -> None:
        """An answer is taken out, so that its idea speaks again."""
        self._write(lambda plan: spots.without(plan, Place("answers", answer)), Intent.TOOK_OUT)

    def _on_opened(self, opened: Opened) -> None:
        self._plan, self._others = opened.kept
        last = self._pending.take_up(opened.kept.plan, opened.unsettled)
        self._tell()
        typed = self._pending.text(last) if last else None
        if last is not None and typed is not None:
            self._open_home_of(last)
            self._view.show_found_again()
            self._view.focus_on(last, typed.cursor)

    def _open_home_of(self, spot: Spot) -> None:
        """The section in which this is written is open."""
        key = sections.home_of(spot.collection or spot.field.partition("/")[0])
        if key and self._shown.section.kind(spot.collection) is None:
            self._shown.open(key)
            self._tell()

    def _begin(self, collection: str, record: Record, field: str) -> None:
        if self._plan is not None:
            self._pending.begin(collection, record)
            self._tell()
            self._view.focus_on(Spot(collection, record.id, field), None)

    def _add(self, collection: str, record: Record) -> None:
        self._write(lambda plan: spots.with_record(plan, collection, record), Intent.ADDED)

    def _make_room(self, place: Place) -> None:
        """A row in which nothing was said before has a record as soon as something is."""
        latent = self._shown.latent(place)
        is_there = self._plan is not None and spots.record_at(self._plan, place) is not None
        if latent is not None and not is_there and place not in self._pending.new_places:
            self._pending.begin(place.collection, latent)

    def _as_kept(self, spot: Spot, text: str) -> str:
        """What was typed as the plan keeps it: a day that can be read by its numbers, anything else as it is."""
        record = spots.record_at(plan, spot.place) if (plan := self.plan) is not None else None
        if record is None or not values.is_day(record, spot.field):
            return text
        day = read_day(text, self._today())
        return text if day is None else day.isoformat()

    def _drop(self, place: Place) -> None:
        for spot in self._pending.drop(place):
            self._to_keep.pop(spot, None)
            self._submit(partial(self._let_go, spot), done=_nothing, failed=self._on_refused)
        self._tell()

    def _let_go(self, spot: Spot, _: Progress) -> None:
        self._desk.let_go(spot)

    def _keep(self) -> None:
        waiting = tuple(self._to_keep)
        self._to_keep.clear()
        self._keep_as_drafts(waiting)

    def _keep_as_drafts(self, waiting: Sequence[Spot]) -> None:
        unsettled = self._pending.unsettled(waiting)
        if unsettled:
            self._submit(lambda _: self._desk.keep(unsettled), done=self._on_kept, failed=self._on_refused)

    def _write(
        self,
        wanted: Callable[[Plan], Plan],
        intent: Intent,
        settled: Sequence[Spot] = (),
        then: Callable[[], None] | None = None,
    ) -> None:
        plan = self._plan
        if plan is None:
            return
        if wanted(plan) is plan or (wanted(plan) == plan and not settled):
            if then:
                self._submit(lambda _: None, done=lambda _: then(), failed=self._on_refused)
            return
        self._submit(
            lambda _: self._desk.write(wanted, intent, settled),
            done=lambda now: self._on_written(now, then),
            failed=self._on_refused,
        )

    def _on_written(self, kept: Kept, then: Callable[[], None] | None) -> None:
        self._take(kept)
        self._on_kept(None)
        if then:
            then()

    def _take(self, kept: Kept) -> None:
        self._plan, self._others = kept
        self._pending.settle(kept.plan)
        self._tell()

    def _on_kept(self, _: Any) -> None:
        self.unsaved = None
        self.saved_at = self._now()
        self._view.show_saved(self.saved_at)

    def _on_refused(self, refused: Refused) -> None:
        self.unsaved = refused
        self._view.show_not_saved(refused)

    def _tell(self) -> None:
        plan = self.plan
        if plan is not None:
            self._view.show_section(self._shown.section, self._shown.views(plan))
            entries = self._shown.entries(plan, self._today(), self._others, self._pending)
            self._view.show_plan(plan, entries, voices_heard(plan))
            self._changed(plan)


def _nothing(_: Any) -> None:
    pass
