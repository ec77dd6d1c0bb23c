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
from fsdesk.ui.presenters.paper_choices import Choice, Document, Wish
from fsdesk.ui.presenters.paper_easy import EasyPair
from fsdesk.ui.presenters.paper_left_out import LeftOut
from fsdesk.ui.presenters.paper_waits import LEAD, NO_CHILD, NOBODY, Waits, waits_for
from fsdesk.ui.presenters.unlock import Submit

PAGE_WIDTH = 800  # px of a page as it is drawn; the screen shows it smaller


class Pages(NamedTuple):
    """The pages of the very PDF that would be printed, for whom, and what is to be known of them."""

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
        """Shows the pages; what was left out, only when asked."""

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
    ) -> None:
        self._view = view
        self._desk = desk
        self._submit = submit
        self._beside = beside
        self._made = made
        self._plan: Plan | None = None
        self._wish = Wish()
        self._grown_up = ""
        self._confirmed: dict[str, str] = {}
        self._holds: tuple[Hold, ...] = ()
        self._work: object = None
        self._revision = 0

    def open(self, plan: Plan) -> None:
        """The plan as it stands now; what was chosen for it before is chosen still, where it can be."""
        self._plan = plan
        self._view.show_documents(paper_choices.DOCUMENTS, self._wish.format)
        self._choose_document(self._wish.format)

    def choose_document(self, format: str) -> None:
        """This document is made, for the reader of the last one where it can be for them."""
        if format != self._wish.format:
            self._choose_document(format)

    def choose(self, key: str, value: str) -> None:
        """One thing is chosen: for whom, in which language, how it is set."""
        if key == paper_choices.READER:
            self._confirmed = {}
        self._wish = self._wish.with_value(key, value)
        self._show_and_make()

    def leave_out(self) -> None:
        """The parts that need a second look are left off the page whole, and the plan says who decided so."""
        self._confirmed |= {hold.gate: self._desk.name for hold in self._holds if hold.can_be_confirmed}
        self._make()

    def looked_at(self) -> None:
        """A team lead looked at a page that a serious worry holds, and the plan says who did."""
        self._confirmed[LEAD] = self._desk.name
        self._make()

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
        same = self._wish if reader == self._wish.reader else Wish()
        self._wish = same._replace(format=format, reader=reader, size="", profile="", variant="")
        self._show_and_make()

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
        prints.pages(prepared.pdf, PAGE_WIDTH),
        called(edition.reader),
        paper_notes.notes_of(plan, prepared),
        paper_left_out.left_out_of(plan, prepared),
    )
    return pages, paper_easy.pairs_of(edition.plan, edition.today) if is_easy else ()
