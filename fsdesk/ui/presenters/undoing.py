"""Ctrl+Z on a plan: the last thing done on this laptop is undone, and for a while that is offered to be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from fsdesk.desk.undoing import Done
from fsdesk.errors import Refused
from fsdesk.ui.presenters.history import HistoryAtDesk
from fsdesk.ui.presenters.unlock import Submit
from fsdesk.ui.presenters.waiting import After, Quiet

OFFERED_FOR = 20_000  # milliseconds


class UndoView(Protocol):
    """What the presenter may ask of the page."""

    def show_undone(self, words: str, left: Sequence[str]) -> None:
        """Says what was undone and what of it stays, and offers it back; empty says nothing any more."""

    def show_refused(self, refused: Refused) -> None:
        """Says what could not be done."""


class UndoPresenter:
    """Undoes one act at a time; ``settle`` makes what is being typed an edit first, ``wrote`` hears of the change."""

    def __init__(
        self,
        view: UndoView,
        *,
        desk: HistoryAtDesk,
        submit: Submit,
        after: After,
        settle: Callable[[Callable[[], None]], None],
        wrote: Callable[[], None],
    ) -> None:
        self._view, self._desk, self._submit = view, desk, submit
        self._settle, self._wrote = settle, wrote
        self._offer = Quiet(after, OFFERED_FOR, self._forget)
        self._last = ""

    def undo(self) -> None:
        """The last act on this laptop that stands is undone; called again, the one before it."""
        self._settle(lambda: self._ask(""))

    def bring_back(self) -> None:
        """What was undone last stands again."""
        if self._last:
            edit, self._last = self._last, ""
            self._ask(edit)

    def _ask(self, edit: str) -> None:
        self._submit(lambda _: self._desk.undo(edit), done=self._on_done, failed=self._view.show_refused)

    def _on_done(self, done: Done) -> None:
        self._last = done.edit
        self._wrote()
        self._view.show_undone(done.sentence, done.left)
        self._offer.stir()

    def _forget(self) -> None:
        self._last = ""
        self._view.show_undone("", ())
