"""How a page leaves the print page: to a printer, as a PDF, or as a page to listen to; each a named act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from fsdesk.desk import files, printers, prints
from fsdesk.desk.prints import Prepared
from fsdesk.errors import Refused
from fsdesk.plans.rules.reading import called
from fsdesk.ui.presenters import paper_notes
from fsdesk.ui.presenters.unlock import Submit

PDF, WEB_PAGE = "pdf", "html"
NO_PRINTER = (
    "No printer is known on this laptop. Save the page as a PDF, and print it where there is a printer."
)
NOT_LOCKED = "It is not locked: whoever finds the file can read it."
QUEUE = "No file of ours is left. The print system may keep a copy of its own for a while."
MOST_COPIES = 10


class Kept(NamedTuple):
    """What was done with a page."""

    done: str
    told: str
    is_on_paper: bool = False


class Asked(NamedTuple):
    """A named act that is asked for before a page leaves: what is so, and the words of the act."""

    what: str
    told: str
    act: str


class OutView(Protocol):
    """What the presenter may ask of the print page."""

    def show_printers(self, names: Sequence[str], usual: str = "") -> None:
        """Shows which printers there are, the usual one as the one to print with at first; none says so."""

    def show_can_leave(self, can: bool) -> None:
        """Whether there is a page that can be printed or saved."""

    def show_leaving(self, how: str) -> None:
        """Says that the page is on its way: "print", "pdf", "html"; empty when it no longer is."""

    def show_asked(self, asked: Asked) -> None:
        """Asks for a named act; not doing it has the focus."""

    def show_kept(self, kept: Kept) -> None:
        """Says what was done."""

    def show_not_kept(self, refused: Refused) -> None:
        """Says what could not be done; the page stays."""


Act = Callable[[], None]


class OutPresenter:
    """Nothing leaves twice, over another file, or with somebody's private words, without being asked for."""

    def __init__(
        self,
        view: OutView,
        *,
        desk: Any,
        submit: Submit,
        beside: Submit,
        wrote: Callable[[], None],
        usual: Callable[[], str] = str,
    ) -> None:
        self._view = view
        self._desk = desk
        self._submit = submit
        self._beside = beside
        self._wrote = wrote
        self._usual = usual
        self._prepared: Prepared | None = None
        self._is_private_seen = False
        self._waiting: Act | None = None

    def open(self) -> None:
        """Looks which printers there are."""
        self._beside(
            lambda _: _names(),
            done=lambda names: self._view.show_printers(names, self._usual()),
            failed=self._view.show_not_kept,
        )

    def made(self, prepared: Prepared | None) -> None:
        """This is the page now; none while there is none."""
        self._prepared = prepared
        self._is_private_seen = False
        self._waiting = None
        self._view.show_can_leave(prepared is not None)

    def file_name(self, kind: str) -> str:
        """What the file is called: the kind of page and the plan's code, never a person's name."""
        return f"{self._prepared.name if self._prepared else 'plan'}.{kind}"

    def print(self, printer: str, copies: int) -> None:
        """The page goes to this printer, so many times; the plan notes that it was made."""
        prepared = self._prepared
        if prepared is None:
            return
        said = f"{copies} copies" if copies > 1 else "1 copy"
        self._leave(
            f"Print it for {called(prepared.edition.reader)}",
            "print",
            lambda: prints.keep(self._desk, prepared, None, printer=printer, copies=copies),
            Kept(f"Handed to the printer “{printer}”, {said}", QUEUE, is_on_paper=True),
        )

    def save(self, kind: str, path: Path, *, replace: bool = False) -> None:
        """The page is written there as a PDF or as a page to listen to; the plan notes that it was made."""
        prepared = self._prepared
        if prepared is None:
            return
        is_pdf = kind == PDF
        said = "Saved as a PDF" if is_pdf else "Saved as a web page to read or listen to"
        self._leave(
            f"Save it for {called(prepared.edition.reader)}",
            kind,
            lambda: prints.keep(
                self._desk,
                prepared,
                path if is_pdf else None,
                html=None if is_pdf else path,
                force=replace,
            ),
            Kept(said, f"{path}\n{NOT_LOCKED}"),
            taken=lambda: self._ask_to_replace(kind, path),
        )

    def go_on(self) -> None:
        """The act that was asked for is done."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def not_now(self) -> None:
        """The act that was asked for is not done."""
        self._waiting = None

    def _leave(
        self, act: str, how: str, work: Callable[[], object], kept: Kept, taken: Act | None = None
    ) -> None:
        prepared = self._prepared
        if prepared is None:
            return
        if paper_notes.is_private(prepared) and not self._is_private_seen:
            self._ask_about_private(prepared, act, lambda: self._leave(act, how, work, kept, taken))
            return
        self._view.show_leaving(how)
        self._submit(
            lambda _: work(),
            done=lambda _: self._on_left(kept),
            failed=lambda refused: self._on_stayed(refused, taken),
        )

    def _ask_about_private(self, prepared: Prepared, act: str, then: Act) -> None:
        name = called(prepared.edition.reader)

        def go_on() -> None:
            self._is_private_seen = True
            then()

        self._waiting = go_on
        told = f"Put it into {name}’s own hands, and take spare sheets with you."
        self._view.show_asked(Asked(f"Words on this page are for {name}, and not for everybody", told, act))

    def _ask_to_replace(self, kind: str, path: Path) -> None:
        self._waiting = lambda: self.save(kind, path, replace=True)
        told = f"{path.name}\nNothing was written. Choose another name, or write over it."
        self._view.show_asked(Asked("There is a file of that name already", told, "Write over it"))

    def _on_left(self, kept: Kept) -> None:
        self._view.show_leaving("")
        self._view.show_kept(kept)
        self._wrote()

    def _on_stayed(self, refused: Refused, taken: Act | None) -> None:
        self._view.show_leaving("")
        if isinstance(refused, files.AlreadyThere) and taken is not None:
            taken()
        else:
            self._view.show_not_kept(refused)


def _names() -> tuple[str, ...]:
    """The printers there are; none where the print system does not answer."""
    try:
        return printers.names()
    except printers.NotTaken:
        return ()
