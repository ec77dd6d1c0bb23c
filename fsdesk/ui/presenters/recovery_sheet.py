"""What is said while a recovery sheet is made and proven: printed, saved or copied by hand, part of it typed back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from fsdesk.desk import printers, recovery
from fsdesk.desk.recovery import Known, NotOnSheet
from fsdesk.errors import Refused
from fsdesk.ui.presenters.dates import plain_day
from fsdesk.ui.presenters.unlock import Submit

WORDS, SIGNS = "words", "code"
_SIGNS_ACROSS = 3
PRINTED = "It went to the printer. If nothing comes out, make another one: then only that one counts."
SAVED = "It lies in the file. Print it and then delete the file: it opens your plans on this laptop."
COPIED = "Copy every row, in this order. Then go on, and the words are hidden."
HIDDEN = "Its words are hidden now."
FROM_BEFORE = (
    "It was made {day}, and no part of it was typed back yet. If you have it, go on. If not, make another."
)
LET_GO = "The one before it opens nothing any more."


class Paper(NamedTuple):
    """A sheet as the screen shows it: what is on it only while it is being copied."""

    number: str
    day: str
    rows: tuple[tuple[str, ...], ...] = ()


class SheetView(Protocol):
    """What the presenter may ask of whatever shows it."""

    def show_printers(self, names: Sequence[str]) -> None:
        """Shows which printers there are; none where there is no print program."""

    def show_paper(self, paper: Paper | None, told: str) -> None:
        """Shows the sheet, or where it will be, and what became of it."""

    def show_asking(self, words: str) -> None:
        """Asks for part of the sheet; nothing is asked for with no words."""

    def show_proven(self, number: str) -> None:
        """Says that part of this sheet was typed back, and that it counts."""

    def show_not_on_sheet(self, refused: Refused) -> None:
        """Says that something else stands there; what was typed stays."""

    def show_busy(self, busy: bool) -> None:
        """A sheet is being made, or everything can be used again."""

    def show_refused(self, refused: Refused) -> None:
        """Says what could not be done."""


class SheetPresenter:
    """``beside`` asks the print system, which may be slow; ``proven`` is called once a sheet counts.

    ``leave`` is called when the page goes: the words of a sheet are then nowhere but on paper.
    """

    def __init__(
        self,
        view: SheetView,
        *,
        desk: Any,
        submit: Submit,
        beside: Submit,
        proven: Callable[[], None] = lambda: None,
    ) -> None:
        self._view, self._desk = view, desk
        self._submit, self._beside = submit, beside
        self._proven = proven
        self._made: Any = None
        self._known: Any = None
        self._asked = ""
        self._is_busy = False

    def begin(self) -> None:
        """Says how it stands: a sheet that counts, one nobody has proven yet, or none."""
        self._beside(lambda _: printers.names(), done=self._view.show_printers, failed=_no_printers)
        self._submit(
            lambda _: (recovery.now_open(self._desk), self._desk.today),
            done=lambda found: self._on_found(*found),
            failed=self._view.show_refused,
        )

    def print_it(self, printer: str = "", writing: str = WORDS) -> None:
        """A new sheet goes to the printer; its words are never on the screen."""
        self._make(lambda: recovery.hand_over(self._desk, printer, writing), PRINTED)

    def save(self, path: Path, writing: str = WORDS) -> None:
        """A new sheet is written to a file that the person chose, in place of one that stands there."""
        self._make(lambda: recovery.write(self._desk, path, writing, force=True), SAVED)

    def copy(self, writing: str = WORDS) -> None:
        """A new sheet is shown, to be copied by hand."""
        self._make(lambda: recovery.begin(self._desk, writing), COPIED)

    def hide(self) -> None:
        """It has been copied: its words are hidden, and part of it is asked for."""
        self._show_paper(HIDDEN, with_words=False)
        self._view.show_asking(self._asked)

    def show_again(self) -> None:
        """The words of the sheet that was being copied are shown once more."""
        self._show_paper(COPIED, with_words=True)
        self._view.show_asking("")

    @property
    def can_show_again(self) -> bool:
        """Whether the sheet was copied from this screen just now."""
        return self._made is not None

    def check(self, typed: str) -> None:
        """Part of the sheet was typed back."""
        if typed.strip() and not self._is_busy:
            self._submit(
                lambda _: recovery.prove(self._desk, typed), done=self._on_proven, failed=self._on_not_proven
            )

    def leave(self) -> None:
        """The words of a sheet that was shown are overwritten."""
        if self._made is not None:
            self._made.wipe()
        self._made = None

    def _make(self, make: Callable[[], Any], told: str) -> None:
        if self._is_busy:
            return
        self.leave()
        self._set_busy(True)
        self._submit(
            lambda _: (make(), recovery.waiting(self._desk)),
            done=lambda found: self._on_made(found[0], found[1], told),
            failed=self._on_refused,
        )

    def _on_made(self, made: Any, known: Known, told: str) -> None:
        self._set_busy(False)
        self._asked = recovery.asking(known)
        self._known = known
        if told is COPIED:
            self._made = made
            self._show_paper(told, with_words=True)
            self._view.show_asking("")
            return
        before = f" {LET_GO}" if made.replaces else ""
        self._show_paper(f"{told}{before}", with_words=False)
        self._view.show_asking(self._asked)

    def _show_paper(self, told: str, *, with_words: bool) -> None:
        known = self._known
        rows = rows_of(self._made.groups, known.writing) if with_words and self._made is not None else ()
        self._view.show_paper(Paper(known.number, _day(known, None), rows), told)

    def _on_found(self, found: Sequence[Known], today: date) -> None:
        if not found:
            self._view.show_paper(None, "")
            return
        self._known = known = found[-1]
        self._asked = recovery.asking(known)
        if known.proven_at:
            self._view.show_paper(Paper(known.number, _day(known, None)), "")
            self._view.show_proven(known.number)
            return
        told = FROM_BEFORE.format(day=f"on {_day(known, today)}")
        self._view.show_paper(Paper(known.number, _day(known, None)), told)
        self._view.show_asking(self._asked)

    def _on_proven(self, known: Known) -> None:
        self.leave()
        self._view.show_paper(Paper(known.number, _day(known, None)), "")
        self._view.show_proven(known.number)
        self._proven()

    def _on_not_proven(self, refused: Refused) -> None:
        if isinstance(refused, NotOnSheet):
            self._view.show_not_on_sheet(refused)
        else:
            self._view.show_refused(refused)

    def _on_refused(self, refused: Refused) -> None:
        self._set_busy(False)
        self._view.show_refused(refused)

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self._view.show_busy(busy)


def rows_of(groups: Sequence[str], writing: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a sheet: six of four words, or six of three groups of signs."""
    if writing == WORDS:
        return tuple(tuple(group.split()) for group in groups)
    return tuple(tuple(groups[at : at + _SIGNS_ACROSS]) for at in range(0, len(groups), _SIGNS_ACROSS))


def _day(known: Known, today: date | None) -> str:
    made = datetime.fromisoformat(known.made_at).astimezone().date()
    return plain_day(made, today or date.min)


def _no_printers(_: Refused) -> None:
    """A print system that does not answer has no printer to name; printing itself says why."""
