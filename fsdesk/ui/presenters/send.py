"""What sending says and when: who may open the package, what goes and what stays, then sealed, saved and read back."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from fsdesk.desk import cards, files, going_out, handing, sealing, told
from fsdesk.desk.cards import KnownPerson
from fsdesk.desk.going_out import Leaving
from fsdesk.desk.sealing import Made
from fsdesk.desk.told import Told
from fsdesk.errors import Refused
from fsdesk.jobs import Progress
from fsdesk.ui.presenters.entries import together
from fsdesk.ui.presenters.send_rows import Row, chosen_at_first, readers_said, rows_of
from fsdesk.ui.presenters.time_left import TimeLeft
from fsdesk.ui.presenters.unlock import Submit

WHO, WHAT, SEAL = 1, 2, 3
NOTHING = "Nothing"  # what the desk says of a plan of which nothing stays
NOTHING_NEW = ("There is nothing new to send to them.", "They have said that they received everything.")
CARD_NAME = "my fsdesk card.fscard"


class Sealed(NamedTuple):
    """A package as the last screen tells of it."""

    name: str
    place: str
    size: str
    went: str
    stays: tuple[tuple[str, str], ...]
    """Family by family, what of it is still only here."""


class SendView(Protocol):
    """What the presenter may ask of the sending pages."""

    def show_people(self, people: Sequence[KnownPerson], chosen: frozenset[str], own: KnownPerson) -> None:
        """Shows whose cards were accepted, who of them is chosen, and this laptop's own card."""

    def show_card(self, person: KnownPerson, path: Path) -> None:
        """Shows the eight words of a card that may be accepted."""

    def show_step(self, step: int) -> None:
        """Goes to this step."""

    def show_leaving(self, rows: Sequence[Row], chosen: frozenset[str], to: tuple[str, str]) -> None:
        """Shows, family by family, what would leave and what stays."""

    def show_sealing(self, sealing: bool, what: str = "", to: str = "") -> None:
        """Says that the package is being sealed, and for whom, or that it no longer is."""

    def show_progress(self, done: int, total: int, words: str, left: str) -> None:
        """Says how far the sealing is, and how long it still takes where that can be told."""

    def show_taken(self, path: Path) -> None:
        """Says that a file of that name is there, and asks whether to write over it."""

    def show_copied(self, path: Path) -> None:
        """Says where the second copy lies, once it was read back and compared."""

    def show_sealed(self, sealed: Sealed) -> None:
        """Says what lies where, once it was read back and compared."""

    def show_refused(self, refused: Refused) -> None:
        """Says what could not be done, in the page."""


class SubmitWatched(Protocol):
    """As ``Submit``, telling of each step, and giving back the way to stop."""

    def __call__(
        self,
        work: Callable[[Progress], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Refused], None],
        told: Callable[[int, int, str], None],
    ) -> Progress:
        """Begins the work."""


class SendPresenter:
    """Three steps, each with a way back; nothing leaves before the last."""

    def __init__(
        self,
        view: SendView,
        *,
        desk: Any,
        submit: Submit,
        watched: SubmitWatched,
        today: Callable[[], date],
        settle: Callable[[Callable[[], None]], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._view = view
        self._desk = desk
        self._submit = submit
        self._watched = watched
        self._today = today
        self._settle = settle
        self._people: list[KnownPerson] = []
        self._readers: frozenset[str] = frozenset()
        self._leaving: list[Leaving] = []
        self._told: dict[str, Told] = {}
        self._made: Made | None = None
        self._plans: frozenset[str] = frozenset()
        self._work: Progress | None = None

    @property
    def file_name(self) -> str:
        """What the package is called: its day, never a family's name."""
        return f"fsdesk package {self._today().isoformat()}.fsdesk"

    def open(self) -> None:
        """Begins with who may open the package."""
        self._view.show_step(WHO)
        self._submit(
            lambda _: (cards.accepted(self._desk), cards.own(self._desk)[0]),
            done=self._on_people,
            failed=self._view.show_refused,
        )

    def look_at_card(self, path: Path) -> None:
        """Shows the eight words of the card in this file; nothing is accepted yet."""
        self._submit(
            lambda _: cards.look(self._desk, path),
            done=lambda person: self._view.show_card(person, path),
            failed=self._view.show_refused,
        )

    def accept_card(self, path: Path) -> None:
        """Both read the same words: the card is accepted as checked."""
        self._submit(
            lambda _: cards.accept(self._desk, path, verified=True),
            done=self._on_accepted,
            failed=self._view.show_refused,
        )

    def save_own_card(self, path: Path, replace: bool = False) -> None:
        """Writes this laptop's own card there, for a colleague."""
        self._submit(
            lambda _: files.write(path, cards.own(self._desk)[1], force=replace),
            done=lambda _: None,
            failed=self._view.show_refused,
        )

    def choose_readers(self, devices: frozenset[str]) -> None:
        """These people may open the package."""
        self._readers = devices

    def choose_plans(self, plans: frozenset[str]) -> None:
        """Only these of the plans that may go do."""
        self._plans = plans
        self._show_leaving()

    def next_to_what(self) -> None:
        """Goes on to what would leave for them; what is being typed is kept first."""
        if self._readers:
            self._settle(self._look_at_leaving)

    def back(self) -> None:
        """Goes back to who may open it."""
        self._view.show_step(WHO)

    def add_someone(self) -> None:
        """Goes back to who may open it, for somebody else besides."""
        self._view.show_step(WHO)

    def ask_next_time(self, plan: str) -> None:
        """The question who may read it is put on this family's next visit."""
        self._submit(
            lambda _: told.ask_next_time(self._desk, plan),
            done=self._on_asked_next_time,
            failed=self._view.show_refused,
        )

    def copy(self, folder: Path) -> None:
        """The package lies on this stick too, read back and compared; it never goes over another file."""
        made = self._made
        if made is None:
            return
        self._submit(
            lambda _: handing.hand_over(self._desk, made.path, folder),
            done=lambda handed: self._view.show_copied(handed.path),
            failed=self._view.show_refused,
        )

    def seal(self, out: Path, replace: bool = False) -> None:
        """Seals the package there; it is told of as sealed once it was read back the same."""
        readers, plans, desk = self._chosen_readers(), sorted(self._plans), self._desk
        if not readers or not plans:
            return  # to the desk no plan named means every plan
        count = len(plans)
        self._view.show_sealing(
            True, f"Sealing {count} {'plan' if count == 1 else 'plans'}", names_of(self._chosen_readers())
        )
        left = TimeLeft(self._clock)
        self._work = self._watched(
            lambda progress: sealing.seal(desk, readers, out, chosen=plans, force=replace, progress=progress),
            done=self._on_sealed,
            failed=lambda refused: self._on_not_sealed(refused, out),
            told=lambda done, total, words: self._view.show_progress(
                done, total, words, left.step(done, total)
            ),
        )

    def stop(self) -> None:
        """Stops sealing: nothing was written, and nothing is noted as sealed."""
        if self._work is not None:
            self._work.cancel()
            self._work = None
            self._view.show_sealing(False)
            self._view.show_step(WHAT)

    def _chosen_readers(self) -> list[KnownPerson]:
        return [person for person in self._people if person.device in self._readers]

    def _look_at_leaving(self) -> None:
        readers = self._chosen_readers()
        self._submit(
            lambda _: self._looked_at(readers),
            done=self._on_leaving,
            failed=self._view.show_refused,
        )

    def _on_people(self, found: tuple[list[KnownPerson], KnownPerson]) -> None:
        people, own = found
        self._people = [person for person in people if not person.withdrawn]
        known = frozenset(person.device for person in self._people)
        self._readers = (self._readers & known) or frozenset(
            one.device for one in self._people if one.is_lead
        )
        self._view.show_people(self._people, self._readers, own)

    def _on_accepted(self, person: KnownPerson) -> None:
        self._readers |= {person.device}
        self.open()

    def _looked_at(self, readers: list[KnownPerson]) -> tuple[list[Leaving], dict[str, Told]]:
        leaving = going_out.table(self._desk, readers)
        return leaving, told.told(self._desk, [one.plan for one in leaving])

    def _on_leaving(self, found: tuple[list[Leaving], dict[str, Told]]) -> None:
        self._leaving, self._told = found
        self._plans = chosen_at_first(self._rows())
        self._view.show_step(WHAT)
        self._show_leaving()

    def _on_asked_next_time(self, now: Told) -> None:
        self._told[now.plan] = now
        self._show_leaving()

    def _rows(self) -> tuple[Row, ...]:
        return rows_of(self._leaving, self._told, self._today())

    def _show_leaving(self) -> None:
        self._view.show_leaving(self._rows(), self._plans, readers_said(self._chosen_readers()))

    def _on_sealed(self, made: Made) -> None:
        self._work, self._made = None, made
        self._view.show_sealing(False)
        self._view.show_sealed(sealed_of(made, self._rows()))

    def _on_not_sealed(self, refused: Refused, out: Path) -> None:
        self._work = None
        self._view.show_sealing(False)
        if isinstance(refused, files.AlreadyThere):
            self._view.show_step(WHAT)
            self._view.show_taken(out)
            return
        is_nothing = isinstance(refused, sealing.NothingToSend)
        self._view.show_refused(Refused(*NOTHING_NEW) if is_nothing else refused)


def names_of(people: Sequence[KnownPerson]) -> str:
    """People as they are said: "Priya Nair", "Priya Nair and Dev Anand"."""
    return together([person.name for person in people])


def sealed_of(made: Made, rows: Sequence[Row]) -> Sealed:
    """A package as the last screen tells of it, with what is still only here."""
    count = len(made.plans)
    went = f"{count} {'plan' if count == 1 else 'plans'} for {together(list(made.names))}"
    whole = [(one.family, one.note or one.stays_when(False)) for one in rows if one.plan in made.stays]
    parts = [(one.family, one.stays) for one in rows if one.plan in made.plans and one.stays != NOTHING]
    return Sealed(made.path.name, str(made.path.parent), said_size(made.size), went, (*whole, *parts))


def said_size(size: int) -> str:
    """A number of bytes as people say it."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1_000))} KB"
    return f"{size / 1_000_000:.1f} MB"
