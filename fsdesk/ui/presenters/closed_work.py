"""Work on closed plans that is watched and can be stopped: whichever way it ends, the door says so, once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from fsdesk.jobs import Progress
from fsdesk.ui.presenters.send import SubmitWatched
from fsdesk.ui.presenters.unlock import Submit


class ClosedWorkView(Protocol):
    """What the presenter may ask of the page."""

    def show_step(self, done: int, total: int, words: str) -> None:
        """Shows what is being done, and how far it is."""

    def show_changed(self) -> None:
        """Says that it is done as good as: stopping would not bring back what was before."""

    def show_stopping(self) -> None:
        """Says that it is being stopped."""


class ClosedWork:
    """``ended`` gets what is to be said at the door; ``stopped`` is said there when it was stopped in time.

    It can be stopped for as long as its steps are told under the words ``until``.
    """

    def __init__(
        self,
        view: ClosedWorkView,
        *,
        submit: Submit,
        watched: SubmitWatched,
        ended: Callable[[str], None],
        stopped: str,
        until: str,
    ) -> None:
        self._view, self._submit, self._watched = view, submit, watched
        self._ended, self._stopped, self._until = ended, stopped, until
        self._work: Progress | None = None
        self._is_over = False

    def run(self, work: Callable[[Progress], str]) -> None:
        """This is done; it gives back what is to be said at the door."""
        self._work = self._watched(
            work, done=self._end, failed=lambda refused: self._end(str(refused)), told=self._on_step
        )

    def _on_step(self, done: int, total: int, words: str) -> None:
        self._view.show_step(done, total, words)
        if words != self._until:
            self._view.show_changed()

    def stop(self) -> None:
        """It ends as soon as it can, and everything is as it was; unless it was done already."""
        if self._work is None:
            return
        self._work.cancel()
        self._work = None
        self._view.show_stopping()
        self._submit(  # after the work itself: whoever is at the door can open the plans again
            lambda _: None,
            done=lambda _: self._end(self._stopped),
            failed=lambda _: self._end(self._stopped),
        )

    def _end(self, said: str) -> None:
        """Said once: a stop that came too late changes nothing of what was done."""
        if not self._is_over:
            self._is_over = True
            self._ended(said)
