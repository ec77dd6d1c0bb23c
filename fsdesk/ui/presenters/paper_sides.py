"""One side of a print drawn large when it is looked at; of all the others no more is held than its neighbours."""

from __future__ import annotations

from typing import Any, Protocol

from fsdesk.desk import prints
from fsdesk.errors import Refused
from fsdesk.jobs import Progress
from fsdesk.ui.presenters.unlock import Submit

SMALL_WIDTH = 184  # px across of a page in small: sharp at 200 % text
PAGE_WIDTH = 800  # px across of the page that is looked at


class SidesView(Protocol):
    """What is asked of whoever shows the sides."""

    def show_side(self, at: int, picture: Any) -> None:
        """Shows this side large; the first one is 0."""

    def show_refused(self, refused: Refused) -> None:
        """Says why there is no page."""


class Sides:
    """Draws beside the screen's thread; an answer about another print, or a side that is far by now, is dropped."""

    def __init__(self, view: SidesView, *, beside: Submit) -> None:
        self._view = view
        self._beside = beside
        self._pdf, self._count, self._at = b"", 0, 0
        self._held: dict[int, Any] = {}
        self._shown: int | None = None
        self._drawn: int | None = None
        self._work: object = None
        self._print = 0

    def open(self, pdf: bytes, count: int) -> None:
        """This print with so many sides is looked at from its beginning."""
        self.close()
        self._pdf, self._count = pdf, count
        self.turn_to(0)

    def close(self) -> None:
        """Nothing is looked at, and nothing is held of what was."""
        self.look_away()
        self._pdf, self._count, self._at = b"", 0, 0

    def turn_to(self, at: int) -> None:
        """This side is looked at: it is shown as soon as it is drawn, and those beside it are drawn next."""
        if not 0 <= at < self._count:
            return
        if at != self._at:
            self._at, self._shown = at, None
        self._held = {side: picture for side, picture in self._held.items() if self._is_near(side)}
        if at in self._held:
            self._show(at, self._held.pop(at))
        if self._drawn is not None and not self._is_near(self._drawn):
            self._stop()
        self._draw_next()

    def look_away(self) -> None:
        """No side is looked at for now; nothing is held of them until one is turned to again."""
        self._stop()
        self._print += 1
        self._held, self._shown = {}, None

    def look_again(self) -> None:
        """The side that was looked at last is looked at."""
        self.turn_to(self._at)

    @property
    def held(self) -> frozenset[int]:
        """The sides that are ready to be turned to; the one that is shown is held by whoever shows it."""
        return frozenset(self._held)

    def _is_near(self, side: int) -> bool:
        return abs(side - self._at) <= 1

    def _stop(self) -> None:
        if isinstance(self._work, Progress):
            self._work.cancel()
        self._work = self._drawn = None

    def _draw_next(self) -> None:
        """The side that is looked at comes first, then the one that is turned to most often."""
        if self._drawn is not None:
            return
        near = (side for side in (self._at, self._at + 1, self._at - 1) if 0 <= side < self._count)
        side = next((one for one in near if one not in self._held and one != self._shown), None)
        if side is None:
            return
        pdf, of_print, self._drawn = self._pdf, self._print, side
        self._work = self._beside(
            lambda progress: _picture(progress, pdf, side),
            done=lambda picture: self._on_drawn(of_print, side, picture),
            failed=lambda refused: self._on_refused(of_print, refused),
        )

    def _on_drawn(self, of_print: int, side: int, picture: Any) -> None:
        if of_print != self._print:
            return
        if side == self._drawn:
            self._drawn = None
        if side == self._at:
            self._show(side, picture)
        elif self._is_near(side):
            self._held[side] = picture
        self._draw_next()

    def _show(self, side: int, picture: Any) -> None:
        self._shown = side
        self._view.show_side(side, picture)

    def _on_refused(self, of_print: int, refused: Refused) -> None:
        if of_print == self._print:
            self._drawn = None
            self._view.show_refused(refused)


def _picture(progress: Progress, pdf: bytes, side: int) -> Any:
    progress.step(0, 1, "Drawing the page")  # one that was leafed past is not drawn
    return prints.page(pdf, side, PAGE_WIDTH)
