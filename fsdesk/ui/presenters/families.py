"""What the list of families says and when: rows found on each key, and a plan begun with one name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Protocol

from fsdesk.desk import glancing, plans, searching
from fsdesk.desk.glancing import Packages
from fsdesk.desk.plans import PlanLine
from fsdesk.errors import Refused
from fsdesk.ui.presenters.family_rows import ALL, NOTHING_KNOWN, FamilyList, Only, Row
from fsdesk.ui.presenters.starting import Alike, Starting
from fsdesk.ui.presenters.unlock import Submit

_LETTERS_FOR_WORDS = 2
"""So many signs are typed before the words of plans are looked through too: one letter begins a word of every plan."""


class FamiliesView(Protocol):
    """What the presenter may ask of the list."""

    def show_rows(self, rows: Sequence[Row], total: int, query: str) -> None:
        """Shows these rows of ``total`` families, for this query."""

    def show_more_of(self, rows: Sequence[Row]) -> None:
        """The same rows, of which more is known by now; what is chosen stays chosen."""

    def show_refused(self, refused: Refused) -> None:
        """Says what could not be done, in the page."""

    def show_alike(self, name: str, found: Sequence[Alike]) -> None:
        """Asks whether a family that is to be begun under this name is one of these."""


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
        self._list = FamilyList([])
        self._query = ""
        self._asked: str | None = None
        self._starting = Starting(view, desk=desk, submit=submit, begun=self._on_begun)
        self._only, self._packages = ALL, NOTHING_KNOWN

    def begin(self) -> None:
        """Reads the list for the first time."""
        self.refresh()

    def refresh(self) -> None:
        """Reads the list anew, and shows it as it was searched."""
        self._submit(
            lambda _: plans.listing(self._desk), done=self._on_listed, failed=self._view.show_refused
        )
        self._submit(
            lambda _: glancing.packages(self._desk), done=self._on_packages, failed=self._view.show_refused
        )

    def search(self, query: str) -> None:
        """Only the families that fit are shown: at once by their names, and a moment later by their plans' words."""
        self._query = query
        self._list.look_for(query)
        self._show()
        self._ask_for_words()

    def only(self, only: Only) -> None:
        """Only families for which all of this holds are shown."""
        self._only = only
        self._show()

    def open(self, plan: str) -> None:
        """Goes to this family's plan."""
        self._open_plan(plan)

    def start(self, family_name: str) -> None:
        """Begins a plan for a family of this name, and goes there, unless the family may be here already."""
        self._starting.start(family_name)

    def start_different(self, family_name: str) -> None:
        """Begins a plan for a family that is none of those it was likened to; that is remembered."""
        self._starting.start_different(family_name)

    def _on_begun(self, plan: str) -> None:
        self.refresh()
        self._open_plan(plan)

    def _on_listed(self, lines: Sequence[PlanLine]) -> None:
        self._list = FamilyList(lines)
        self._list.learn(self._packages)
        self._list.look_for(self._query)
        self._show()
        self._ask_for_words()

    def _on_packages(self, packages: Packages) -> None:
        if packages == self._packages:
            return
        self._packages = packages
        self._list.learn(packages)
        if self._only == ALL:
            self._view.show_more_of(self._list.rows(self._today(), self._only))
        else:
            self._show()

    def _ask_for_words(self) -> None:
        """Has the plans' words looked through, once at a time: what is typed meanwhile is asked for afterwards."""
        query = self._query
        if self._asked is None and len(query.strip()) >= _LETTERS_FOR_WORDS:
            self._asked = query
            self._submit(
                lambda _: searching.find(self._desk, query), done=self._on_words, failed=self._on_no_words
            )

    def _on_words(self, found: searching.Found) -> None:
        asked, self._asked = self._asked, None
        if asked != self._query:
            self._ask_for_words()
        else:
            self._list.take_in(found)
            self._show()

    def _on_no_words(self, refused: Refused) -> None:
        self._asked = None
        self._view.show_refused(refused)

    def _show(self) -> None:
        rows = self._list.rows(self._today(), self._only)
        self._view.show_rows(rows, len(self._list), self._query)
