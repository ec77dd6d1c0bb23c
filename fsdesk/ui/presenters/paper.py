"""What the print page says and when: one named reader, the very pages, and holds in kind words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from fsdesk.desk import prints
from fsdesk.desk.prints import GatesHold, Prepared
from fsdesk.errors import Refused
from fsdesk.plans.audience import Hold
from fsdesk.plans.model import Person, Plan, Role
from fsdesk.plans.rules.reading import called
from fsdesk.ui.presenters.entries import together
from fsdesk.ui.presenters.unlock import Submit

PAGE_WIDTH = 800  # px of a page as it is drawn; the screen shows it smaller
_ROLES = {
    Role.CHILD: "Child",
    Role.CARER: "Parent or carer",
    Role.OTHER_ADULT: "Other grown-up",
    Role.HELPER: "Helper",
}
_KIND = {
    "PG-1": "A page is made for one reader who can hold it, or have it read to them.",
    "PG-4": "The team lead looks at this page before it goes on paper.",
    "PG-7": "One part names an idea of the coach, and those are not for paper.",
    "PG-9": "No paper is made for this reader. Offer to read it together, or to keep it for them.",
}
_SECOND_LOOK = "One part needs a second look before it goes on paper."


class Reader(NamedTuple):
    """Somebody a page can be made for."""

    person: str
    name: str
    note: str


class Waits(NamedTuple):
    """Why a page waits, in words that give nothing away to whoever reads along, and whether a part can stay off it."""

    reasons: tuple[str, ...]
    can_leave_out: bool


class PaperView(Protocol):
    """What the presenter may ask of the print page."""

    def show_readers(self, readers: Sequence[Reader], chosen: str) -> None:
        """Shows for whom a page can be made, and for whom it is."""

    def show_making(self) -> None:
        """Says that the page is being made."""

    def show_pages(self, pages: Sequence[Any], left_out: str) -> None:
        """Shows the pages of the very PDF that would be saved; what was left out, only when asked."""

    def show_waits(self, waits: Waits) -> None:
        """Says why the page waits, and offers a way through."""

    def show_refused(self, refused: Refused) -> None:
        """Says what could not be done, in the page."""

    def show_kept(self, path: Path) -> None:
        """Says where the PDF lies."""


class PaperPresenter:
    """Makes a page for whoever is chosen; an answer for another reader is dropped."""

    def __init__(
        self,
        view: PaperView,
        *,
        desk: Any,
        submit: Submit,
        beside: Submit,
        wrote: Callable[[], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._submit = submit
        self._beside = beside
        self._wrote = wrote
        self._plan = ""
        self._reader = ""
        self._confirmed: dict[str, str] = {}
        self._holds: tuple[Hold, ...] = ()
        self._prepared: Prepared | None = None
        self._revision = 0

    @property
    def file_name(self) -> str:
        """What the file is called: the kind of page and the plan's code, never a person's name."""
        return f"{self._prepared.name}.pdf" if self._prepared else "plan.pdf"

    def open(self, plan: Plan) -> None:
        """Shows whom a page can be made for; the first of them is chosen."""
        self._plan = plan.id
        readers = [Reader(one.id, called(one), note_of(one)) for one in prints.readers(plan)]
        chosen = next((one.person for one in readers if one.person == self._reader), "")
        chosen = chosen or (readers[0].person if readers else "")
        self._view.show_readers(readers, chosen)
        if chosen:
            self.choose(chosen)
        else:
            self._forget_page()
            self._view.show_waits(
                Waits(("A page is made for somebody of the plan. Nobody is in it yet.",), False)
            )

    def choose(self, person: str) -> None:
        """The page is made for this person."""
        self._reader = person
        self._confirmed = {}
        self._make()

    def leave_out(self) -> None:
        """The parts that need a second look are left off the page whole, and the plan says who decided so."""
        self._confirmed = {hold.gate: self._desk.name for hold in self._holds if hold.can_be_confirmed}
        self._make()

    def save(self, path: Path, replace: bool = False) -> None:
        """Writes the PDF there, and notes in the plan that it was made."""
        prepared = self._prepared
        if prepared is None:
            return
        self._submit(
            lambda _: prints.keep(self._desk, prepared, path, force=replace),
            done=lambda _: self._on_saved(path),
            failed=self._view.show_refused,
        )

    def _make(self) -> None:
        self._forget_page()
        self._view.show_making()
        self._revision += 1
        revision, plan, reader, confirmed = self._revision, self._plan, self._reader, self._confirmed
        self._submit(
            lambda _: prints.prepare(self._desk, plan, reader=reader, confirmed=confirmed),
            done=lambda prepared: self._on_prepared(revision, prepared),
            failed=lambda refused: self._on_refused(revision, refused),
        )

    def _on_prepared(self, revision: int, prepared: Prepared) -> None:
        if revision != self._revision:
            return
        self._beside(
            lambda _: prints.pages(prepared.pdf, PAGE_WIDTH),
            done=lambda pages: self._on_pages(revision, prepared, pages),
            failed=lambda refused: self._on_refused(revision, refused),
        )

    def _on_pages(self, revision: int, prepared: Prepared, pages: Sequence[Any]) -> None:
        if revision == self._revision:
            self._prepared = prepared
            self._view.show_pages(pages, left_out_of(prepared))

    def _on_refused(self, revision: int, refused: Refused) -> None:
        if revision != self._revision:
            return
        if isinstance(refused, GatesHold):
            self._holds = refused.holds
            self._view.show_waits(waits_of(refused.holds))
        else:
            self._view.show_refused(refused)

    def _on_saved(self, path: Path) -> None:
        self._view.show_kept(path)
        self._wrote()

    def _forget_page(self) -> None:
        self._prepared, self._holds = None, ()


def note_of(person: Person) -> str:
    """What a person is in the plan, in a word or two."""
    return _ROLES[person.role]


def left_out_of(prepared: Prepared) -> str:
    """What a person had left off the page, without saying what it was; empty when nothing was."""
    confirmed = prepared.edition.confirmed
    parts = len({record for one in confirmed for record in one.records})
    if not parts:
        return ""
    counted = "1 part stays" if parts == 1 else f"{parts} parts stay"
    return f"{counted} off this page, whole. {together(sorted({one.by for one in confirmed}))} decided so."


def waits_of(holds: Sequence[Hold]) -> Waits:
    """Holds in kind words; a part can be left out only where every one of them allows it."""
    reasons = dict.fromkeys(_KIND.get(hold.gate, _SECOND_LOOK) for hold in holds)
    return Waits(tuple(reasons), all(hold.can_be_confirmed for hold in holds))
