"""What a plan's page says and when: which section, which cards, and where the cursor stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from fsdesk.desk import files
from fsdesk.desk.desk import new_id
from fsdesk.errors import Refused
from fsdesk.plans.edits import Intent
from fsdesk.plans.model import (
    Matter,
    Media,
    Method,
    Person,
    Plan,
    Record,
    Role,
    ScratchNote,
    Span,
    SpanKind,
    Voice,
    VoiceDeclined,
    VoiceKind,
)
from fsdesk.ui.presenters import coach_words, sections, spots, values, word_copy
from fsdesk.ui.presenters.at_desk import Opened, PlanAtDesk
from fsdesk.ui.presenters.coach_words import Begun
from fsdesk.ui.presenters.dates import read_day
from fsdesk.ui.presenters.entries import Entry, voices_heard
from fsdesk.ui.presenters.entries import Voice as HeardVoice
from fsdesk.ui.presenters.keeping import KEEP_WITHIN, Act, Keeping, KeepingView
from fsdesk.ui.presenters.resting import Rest
from fsdesk.ui.presenters.sections.shapes import Kind, Section
from fsdesk.ui.presenters.shown_section import ShownSection, Views
from fsdesk.ui.presenters.spots import MATTERS, NOTES, VOICES, Place, Spot
from fsdesk.ui.presenters.unlock import Submit
from fsdesk.ui.presenters.waiting import After
from fsdesk.ui.presenters.wellbeing import View

__all__ = ["KEEP_WITHIN", "PlanPresenter", "PlanView"]


class PlanView(KeepingView, Protocol):
    """What the presenter may ask of the page."""

    def show_plan(self, plan: Plan, entries: Sequence[Entry], voices: Sequence[HeardVoice]) -> None:
        """Shows the plan as it stands, typed words included."""

    def show_section(self, section: Section, views: Views) -> None:
        """The page is about this section, and these people can be looked at in it."""

    def show_begun(self, begun: Mapping[Place, Begun], at: Place | None) -> None:
        """Gives the coach back the notes that were begun in it; the cursor is in the one ``at`` this place."""

    def show_found_again(self) -> None:
        """Says that what was being typed when the laptop stopped is back."""

    def show_easy_line_found(self) -> None:
        """Says that an easy line that was being typed when the laptop stopped is in the plan."""

    def show_refused(self, refused: Refused) -> None:
        """Says that the plan could not be opened."""

    def show_copied(self, name: str) -> None:
        """Says that what was typed lies in a file of this name too."""

    def show_copy_refused(self, refused: Refused) -> None:
        """Says why it could not be written there; another place can be chosen."""

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
        self._view, self._desk, self._submit = view, desk, submit
        self._today, self._changed = today, changed
        self._shown = ShownSection()
        self.keeping = Keeping(view, desk=desk, submit=submit, after=after, now=now, tell=self._tell)
        self.left = self.keeping.left
        self.settle = self.keeping.settle
        self.take_out = self.keeping.take_out
        self.put_back = self.keeping.put_back

    @property
    def plan(self) -> Plan | None:
        """The plan as the screen shows it, typed words included."""
        return self.keeping.seen

    @property
    def unsaved(self) -> Refused | None:
        """Why something that was typed could not be kept; nothing while all of it is."""
        return self.keeping.unsaved

    @property
    def saved_at(self) -> datetime | None:
        """Since when everything is saved, if anything was changed."""
        return self.keeping.saved_at

    def open(self, rest: Rest | None = None) -> None:
        """Reads the plan, with whatever was being typed in it when it was last left; ``rest`` is where that was."""
        self._submit(
            lambda _: self._desk.open(),
            done=lambda opened: self._on_opened(opened, rest),
            failed=self._view.show_refused,
        )

    def rest(self, spot: Spot | None, cursor: int) -> Rest:
        """Where somebody is now, with the cursor in this text."""
        return Rest(self._shown.section.key, self._shown.view, spot, cursor)

    def refresh(self) -> None:
        """Reads the plan anew, because something else wrote to it."""
        self._submit(lambda _: self._desk.read(), done=self.keeping.take, failed=self._view.show_refused)

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
        self.keeping.typed(spot, self._as_kept(spot, text), cursor)

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

    def add_picture(self, person: str, kind: VoiceKind, picture: Media) -> None:
        """What somebody drew or showed us is part of the plan; what they said about it can be written beside it."""
        shown = Voice(
            id=new_id(),
            person=person,
            kind=kind,
            media=frozenset({picture.id}),
            method=Method.DRAWING if kind is VoiceKind.DRAWING else Method.PHOTO,
            on=self._today(),
        )
        self.keeping.do(
            Act(
                lambda plan: spots.with_record(spots.with_record(plan, "media", picture), VOICES, shown),
                Intent.ADDED,
                then=lambda: self._view.focus_on(Spot(VOICES, shown.id, "words"), None),
            )
        )

    def add_person(self, name: str, role: Role) -> None:
        """Somebody more is here; does nothing without a name."""
        if name.strip():
            self.keeping.add("people", Person(id=new_id(), name=name.strip(), role=role))

    def note_declined(self, person: str) -> None:
        """Somebody would rather not say anything today, which is an answer."""
        self.keeping.add("voices_declined", VoiceDeclined(id=new_id(), person=person, on=self._today()))

    def record_answer(self, answer: Record, begun: Place | None = None) -> None:
        """An idea was answered; the answer is part of the plan, and no draft any more where it was ``begun``."""
        self._record("answers", answer, Intent.ANSWERED_FINDING, begun)

    def record_thought(self, thought: Record, begun: Place | None = None) -> None:
        """A question to think about was answered; the thought stays on this laptop."""
        self._record("reflections", thought, Intent.ADDED, begun)

    def _record(self, collection: str, record: Record, intent: Intent, begun: Place | None) -> None:
        act = Act(lambda plan: spots.with_record(plan, collection, record), intent)
        if begun is not None:
            act = act._replace(then=lambda: self.keeping.forget(begun), settles=coach_words.spots_of(begun))
        self.keeping.do(act)

    def ask_again(self, answer: str) -> None:
        """An answer is taken out, so that its idea speaks again."""
        self.keeping.do(Act(lambda plan: spots.without(plan, Place("answers", answer)), Intent.TOOK_OUT))

    def copy_words(self, path: Path) -> None:
        """What was typed and could not be kept lies in this file too, which is not locked."""
        kept, seen = self.keeping.kept, self.plan
        if kept is None or seen is None:
            return
        pending = self.keeping.pending
        lines = word_copy.lines_of(kept, seen, pending.unread(kept), self._today())
        self._submit(
            lambda _: files.write(path, lines.encode(), force=True),
            done=lambda place: self._view.show_copied(place.name),
            failed=self._view.show_copy_refused,
        )

    def _on_opened(self, opened: Opened, rest: Rest | None) -> None:
        if opened.has_easy_line:
            self._view.show_easy_line_found()
        last = self._give_back(self.keeping.take_up(opened), rest)
        if rest is not None:
            self._shown.open(rest.section)
            self._shown.look(rest.view)
        self._tell()
        if last is None and rest is not None:
            self._come_back(rest)
        typed = self.keeping.pending.text(last) if last else None
        if last is not None and typed is not None:
            self._open_home_of(last)
            if rest is None:
                self._view.show_found_again()
            self._view.focus_on(last, typed.cursor)

    def _give_back(self, last: Spot | None, rest: Rest | None) -> Spot | None:
        """The coach has its begun notes again, the cursor in the last one where nobody was elsewhere since.

        Gives back what is left to be found again in the editor.
        """
        is_beside = last is not None and coach_words.is_beside(last)
        is_here = is_beside and (rest is None or rest.spot is None)
        begun = self.keeping.pending.begun
        if begun:
            self._view.show_begun(begun, last.place if last is not None and is_here else None)
        return None if is_beside else last

    def _come_back(self, rest: Rest) -> None:
        """The cursor is where it was; what is folded away for one reader stays so, whoever looks on now."""
        spot = rest.spot
        open_ones = (one for one in self._entries() if not one.is_private)
        if spot is not None and any(field.spot == spot for one in open_ones for field in one.fields):
            self._view.focus_on(spot, rest.cursor)

    def _entries(self) -> tuple[Entry, ...]:
        plan, keeping = self.plan, self.keeping
        if plan is None:
            return ()
        return self._shown.entries(plan, self._today(), keeping.others, keeping.pending)

    def _open_home_of(self, spot: Spot) -> None:
        """The section in which this is written is open."""
        key = sections.home_of(spot.collection or spot.field.partition("/")[0])
        if key and self._shown.section.kind(spot.collection) is None:
            self._shown.open(key)
            self._tell()

    def _begin(self, collection: str, record: Record, field: str) -> None:
        if self.plan is not None:
            self.keeping.pending.begin(collection, record)
            self._tell()
            self._view.focus_on(Spot(collection, record.id, field), None)

    def _make_room(self, place: Place) -> None:
        """A row in which nothing was said before has a record as soon as something is."""
        latent = self._shown.latent(place)
        if latent is not None and not self.keeping.has(place):
            self.keeping.pending.begin(place.collection, latent)

    def _as_kept(self, spot: Spot, text: str) -> str:
        """What was typed as the plan keeps it: a day that can be read by its numbers, anything else as it is."""
        record = spots.record_at(plan, spot.place) if (plan := self.plan) is not None else None
        if record is None or not values.is_day(record, spot.field):
            return text
        day = read_day(text, self._today())
        return text if day is None else day.isoformat()

    def _tell(self) -> None:
        plan = self.plan
        if plan is not None:
            self._view.show_section(self._shown.section, self._shown.views(plan))
            self._view.show_plan(plan, self._entries(), voices_heard(plan))
            self._changed(plan)
