"""What the print page says and when: one document for one named reader, the very pages, holds in kind words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from fsdesk.desk import prints
from fsdesk.desk.prints import GatesHold, Prepared
from fsdesk.errors import Refused
from fsdesk.jobs import Progress
from fsdesk.plans.audience import Hold
from fsdesk.plans.model import Plan
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.rules.reading import called
from fsdesk.ui.presenters import paper_choices, paper_easy, paper_left_out, paper_notes, paper_waits
from fsdesk.ui.presenters.paper_choices import Choice, Document, Usual, Wish
from fsdesk.ui.presenters.paper_easy import EasyPair
from fsdesk.ui.presenters.paper_left_out import LeftOut
from fsdesk.ui.presenters.paper_sides import SMALL_WIDTH, Sides
from fsdesk.ui.presenters.paper_waits import LEAD, NO_CHILD, NOBODY, Waits, waits_for
from fsdesk.ui.presenters.unlock import Submit


class Pages(NamedTuple):
    """The pages of the very PDF that would be printed, in small, for whom, and what is to be known of them."""

    pages: Sequence[Any]
    reader: str
    notes: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class PaperView(Protocol):
    """What the presenter may ask of the print page."""

    def show_documents(self, documents: Sequence[Document], chosen: str) -> None:
        """Shows which documents there are, and which one is chosen."""

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Shows what can be chosen for this document."""

    def show_making(self) -> None:
        """Says that the page is being made."""

    def show_pages(self, pages: Pages) -> None:
        """Shows the pages in small; what was left out, only when asked."""

    def show_side(self, at: int, picture: Any) -> None:
        """Shows this page large, if it is the one that is looked at; the first one is 0."""

    def show_easy(self, pairs: Sequence[EasyPair]) -> None:
        """Shows easy-read lines beside what they reword; none takes them away."""

    def show_waits(self, waits: Waits) -> None:
        """Says why the page waits, and offers the ways through."""

    def show_refused(self, refused: Refused) -> None:
        """Says why there is no page."""


class PaperPresenter:
    """Makes the page that is asked for; an answer to an earlier wish is dropped."""

    def __init__(
        self,
        view: PaperView,
        *,
        desk: Any,
        submit: Submit,
        beside: Submit,
        made: Callable[[Prepared | None], None] = lambda _: None,
        usual: Callable[[], Usual] = Usual,
    ) -> None:
        self._view = view
        self._desk = desk
        self._submit = submit
        self._beside = beside
        self._made = made
        self._sides = Sides(view, beside=beside)
        self._usual = usual
        self._plan: Plan | None = None
        self._wish = Wish()
        self._grown_up = ""
        self._confirmed: dict[str, str] = {}
        self._holds: tuple[Hold, ...] = ()
        self._work: object = None
        self._revision = 0

    def open(self, plan: Plan, format: str = "") -> None:
        """The plan as it stands now, and this document of it.

        Where none is named, what was chosen for it before is chosen still, and at first what is usual.
        """
        first = self._usual().format if self._plan is None else self._wish.format
        self._plan = plan
        wanted = format or (first if paper_choices.readers_for(plan, first) else PrintFormat.PLAN)
        self._view.show_documents(paper_choices.DOCUMENTS, wanted)
        self._choose_document(wanted)

    def choose_document(self, format: str) -> None:
        """This document is made, for the reader of the last one where it can be for them."""
        if format != self._wish.format:
            self._choose_document(format)

    def choose(self, key: str, value: str) -> None:
        """One thing is chosen: for whom, in which language, how it is set."""
        is_reader = key == paper_choices.READER
        if is_reader:
            self._confirmed = {}
        self._wish = (
            self._first_wish(self._wish.format, value) if is_reader else self._wish.with_value(key, value)
        )
        self._show_and_make()

    def leave_out(self) -> None:
        """The parts that need a second look are left off the page whole, and the plan says who decided so."""
        self._confirmed |= {hold.gate: self._desk.name for hold in self._holds if hold.can_be_confirmed}
        self._make()

    def looked_at(self) -> None:
        """A team lead looked at a page that a serious worry holds, and the plan says who did."""
        self._confirmed[LEAD] = self._desk.name
        self._make()

    def turn_to(self, at: int) -> None:
        """This page is looked at; the first one is 0."""
        self._sides.turn_to(at)

    def look_away(self) -> None:
        """The pages are out of sight: nothing large is held of them."""
        self._sides.look_away()

    def look_again(self) -> None:
        """The pages are in sight again."""
        self._sides.look_again()

    def make_again(self, plan: Plan) -> None:
        """The plan was changed here: the page is made of it as it stands now."""
        self._plan = plan
        self._make()

    @property
    def _is_lead(self) -> bool:
        return bool(self._desk.facts.role == "lead")

    def _choose_document(self, format: str) -> None:
        plan = self._plan
        if plan is None:
            return
        people = paper_choices.readers_for(plan, format)
        reader = paper_choices.first_reader(people, self._wish.reader, self._grown_up)
        if self._wish.format != PrintFormat.CHILD:
            self._grown_up = self._wish.reader
        if format != PrintFormat.CHILD and self._wish.format == PrintFormat.CHILD:
            reader = paper_choices.first_reader(people, self._grown_up)
        if (reader, format) != (self._wish.reader, self._wish.format):
            self._confirmed = {}
        first = self._first_wish(format, reader)
        if reader == self._wish.reader:
            first = self._wish._replace(format=format, size=first.size, profile="", variant="")
        self._wish = first
        self._show_and_make()

    def _first_wish(self, format: str, reader: str) -> Wish:
        """What is chosen for this reader before anybody chose anything."""
        plan = self._plan
        return self._usual().wish(plan, format, reader, self._desk.today) if plan else Wish(format, reader)

    def _show_and_make(self) -> None:
        plan = self._plan
        if plan is None:
            return
        self._view.show_choices(paper_choices.choices_of(plan, self._wish, self._desk.today))
        if self._wish.reader:
            self._make()
            return
        self._begin_anew()
        self._view.show_easy(())
        self._view.show_waits(NO_CHILD if self._wish.format == PrintFormat.CHILD else NOBODY)

    def _make(self) -> None:
        plan = self._plan
        if plan is None:
            return
        revision = self._begin_anew()
        wish, confirmed = self._wish, dict(self._confirmed)
        self._view.show_making()
        if wish.format != PrintFormat.EASY_READ:
            self._view.show_easy(())
        self._work = self._submit(
            lambda progress: self._prepared(progress, plan.id, wish, confirmed),
            done=lambda prepared: self._on_prepared(revision, prepared),
            failed=lambda refused: self._on_refused(revision, refused),
        )

    def _begin_anew(self) -> int:
        """What is under way is not wanted any more, and nothing can be printed until there is a page."""
        if isinstance(self._work, Progress):
            self._work.cancel()
        self._holds = ()
        self._sides.close()
        self._made(None)
        self._revision += 1
        return self._revision

    def _prepared(self, progress: Progress, plan: str, wish: Wish, confirmed: dict[str, str]) -> Prepared:
        progress.step(0, 1, "Making the page")  # what nobody waits for any more is not made
        return prints.prepare(
            self._desk,
            plan,
            reader=wish.reader,
            format=wish.format,
            language=wish.language or None,
            confirmed=confirmed,
            wishes=wish.wanted,
        )

    def _on_prepared(self, revision: int, prepared: Prepared) -> None:
        plan = self._plan
        if revision != self._revision or plan is None:
            return
        self._beside(
            lambda _: _looked_at(plan, prepared),
            done=lambda found: self._on_pages(revision, prepared, found),
            failed=lambda refused: self._on_refused(revision, refused),
        )

    def _on_pages(self, revision: int, prepared: Prepared, found: tuple[Pages, tuple[EasyPair, ...]]) -> None:
        if revision != self._revision:
            return
        pages, pairs = found
        self._view.show_easy(pairs)
        self._view.show_pages(pages)
        self._sides.open(prepared.pdf, len(pages.pages))
        self._made(prepared)

    def _on_refused(self, revision: int, refused: Refused) -> None:
        if revision != self._revision:
            return
        if isinstance(refused, GatesHold):
            self._holds = refused.holds
        if paper_waits.is_about_easy_lines(refused):
            self._show_pairs(revision)
        else:
            self._view.show_easy(())
        waits = waits_for(refused, self._desk.name, is_lead=self._is_lead)
        if waits is None:
            self._view.show_refused(refused)
        else:
            self._view.show_waits(waits)

    def _show_pairs(self, revision: int) -> None:
        """Easy-read lines that wait are shown beside what they reword, as far as this reader may see both."""
        plan, reader, confirmed = self._plan, self._wish.reader, dict(self._confirmed)
        if plan is None:
            return
        today, is_lead = self._desk.today, self._is_lead
        self._beside(
            lambda _: paper_easy.pairs_for(plan, reader, today, confirmed, by_lead=is_lead),
            done=lambda pairs: self._view.show_easy(pairs) if revision == self._revision else None,
            failed=lambda refused: self._on_refused(revision, refused),
        )


def _looked_at(plan: Plan, prepared: Prepared) -> tuple[Pages, tuple[EasyPair, ...]]:
    edition = prepared.edition
    is_easy = edition.format is PrintFormat.EASY_READ
    pages = Pages(
        prints.pages(prepared.pdf, SMALL_WIDTH),
        called(edition.reader),
        paper_notes.notes_of(plan, prepared),
        paper_left_out.left_out_of(plan, prepared),
    )
    return pages, paper_easy.pairs_of(edition.plan, edition.today) if is_easy else ()
