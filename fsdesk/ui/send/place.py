"""The place of sending: its steps, one at a time, with what can be done next at the foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fsdesk.desk.cards import KnownPerson
from fsdesk.errors import Refused
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.parts.status_line import StatusLine
from fsdesk.ui.presenters.contact_cards import NOT_SAME
from fsdesk.ui.presenters.send import SEAL, WHAT, WHO, Sealed, SendPresenter
from fsdesk.ui.presenters.send_rows import Row
from fsdesk.ui.runner import Runner, Served
from fsdesk.ui.send.done import Done
from fsdesk.ui.send.steps import Steps
from fsdesk.ui.send.what_goes import WhatGoes
from fsdesk.ui.send.who_to import WhoTo
from fsdesk.ui.send.working import Working

AGAIN = "You can send again any time; nothing is ever sent twice over."
TAKEN = "Nothing was written. Choose another name, or write over it."
SEALING_STEPS = ("Choosing what goes", "Sealing", "Writing it and reading it back")
_LONG = 5_000  # milliseconds after which long work has a page of its own


class SendPlace(Begins, QWidget):
    """Nothing leaves before the last step, and Stop leaves everything as it was."""

    families_asked = Signal()
    today_asked = Signal()
    sealed = Signal()

    def __init__(
        self,
        *,
        desk: Any,
        runner: Runner,
        status: StatusLine,
        today: Callable[[], date],
        settle: Callable[[Callable[[], None]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        served = Served(runner, self)
        self._presenter = SendPresenter(
            self, desk=desk, submit=served.submit, watched=served.watched, today=today, settle=settle
        )
        self._status = status
        self._steps, self._notice = Steps(), Notice()
        self._stack = QStackedWidget()
        self.who, self.what = WhoTo(), WhatGoes()
        self.working, self.done = Working("Sealing the package", SEALING_STEPS), Done()
        self._count = words.prose("", "body", "muted")
        self.back = button("Back", "arrow-left")
        self.next = button("Next: what goes", kind="main")
        self.seal = BusyButton("Next: seal and save...", "Sealing...", "lock-keyhole")
        self._long = QTimer(self)
        self._chosen, self._plans, self._stay = 0, 0, 0
        self._was_told = False
        self._connect()
        self._lay_out()
        self._presenter.open()

    def panes(self) -> list[QWidget]:
        """The panes in the order in which F6 goes through them."""
        page = self._stack.currentWidget()
        return [page, self._foot] if page is not None else []

    @property
    def is_done(self) -> bool:
        """Whether the last page of a package that was sealed is shown."""
        return self._stack.currentWidget() is self._done_scrolled

    @property
    def is_over(self) -> bool:
        """Whether the last page was seen, and left: whoever carried on elsewhere finds it when they come back."""
        return self.is_done and self._was_told

    @property
    def is_under_way(self) -> bool:
        """Whether a package is being put together, or sealed."""
        return self._stack.currentWidget() not in (self._who_scrolled, self._done_scrolled)

    def begin(self) -> None:
        """Begins again with who may open the package."""
        self._presenter.open()

    def show_people(self, people: Sequence[KnownPerson], chosen: frozenset[str], own: KnownPerson) -> None:
        self.who.show_people(people, chosen, own)
        self._on_readers(chosen)

    def show_card(self, person: KnownPerson, path: Path) -> None:
        self._notice.clear()
        self.who.show_card(person, path)

    def show_step(self, step: int) -> None:
        self._notice.clear()
        self._steps.show_step(step)
        page = {WHO: self._who_scrolled, WHAT: self.what, SEAL: self._done_scrolled}[step]
        self._stack.setCurrentWidget(page)
        self.back.setVisible(step == WHAT)
        self.next.setVisible(step == WHO)
        self.seal.setVisible(step == WHAT)
        self._foot.setVisible(step != SEAL)
        self._say_count(step)
        # Where nothing goes yet, nothing is sealed.
        what = self.seal if self.seal.isEnabled() else self.what.first
        self.setFocusProxy({WHO: self.who, WHAT: what, SEAL: self.done}[step])
        if self.isVisible():
            self.setFocus()

    def show_leaving(self, rows: Sequence[Row], chosen: frozenset[str], to: tuple[str, str]) -> None:
        self.what.show_leaving(rows, chosen, to)
        self._plans = len(chosen)
        self._stay = len(rows) - len(chosen)
        had_focus = self.seal.hasFocus()
        self.seal.setEnabled(bool(chosen))
        if had_focus and not chosen:
            self.what.first.setFocus()
        self._say_count(WHAT)

    def show_sealing(self, sealing: bool, what: str = "", to: str = "") -> None:
        self.seal.set_busy(sealing)
        if sealing:
            self._notice.clear()
            self.working.show_begun(what, to)
            self._steps.show_step(SEAL)
            self._long.start(_LONG)
            return
        self._long.stop()
        self._status.show_saved()

    def show_progress(self, done: int, total: int, words: str, left: str = "") -> None:
        self._status.show_work(words, done, total)
        self.working.show_step(done, total, left)

    def show_taken(self, path: Path) -> None:
        self._notice.say(Tone.LOOK_HERE, f"{path.name}\n{TAKEN}", "There is a file of that name already")
        safe, over = button("Not now"), button("Write over it", kind="main")
        safe.clicked.connect(self._on_not_over)
        over.clicked.connect(lambda: self._presenter.seal(path, replace=True))
        self._notice.offer(safe, over)
        safe.setFocus()  # the safe answer

    def show_copied(self, path: Path) -> None:
        self.done.show_copied(path)

    def show_sealed(self, sealed: Sealed) -> None:
        self._was_told = False
        self.done.show_sealed(sealed)
        self.show_step(SEAL)
        self.sealed.emit()

    def show_refused(self, refused: Refused) -> None:
        if self.is_done:
            self.done.show_refused(refused)
            return
        if self._steps.now == SEAL:
            self.show_step(WHAT)
        self._notice.offer()
        self._notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def _on_readers(self, chosen: frozenset[str]) -> None:
        self._chosen = len(chosen)
        self.next.setEnabled(bool(chosen))
        self._presenter.choose_readers(chosen)
        self._say_count(WHO)

    def _on_seal(self) -> None:
        """Asks for a place without holding up the window."""
        asked = QFileDialog(self, "Seal and save", str(Path.home()), "fsdesk package (*.fsdesk)")
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setDefaultSuffix("fsdesk")
        asked.setOption(QFileDialog.Option.DontConfirmOverwrite)  # that is asked in the page
        asked.selectFile(self._presenter.file_name)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.fileSelected.connect(lambda place: self._presenter.seal(Path(place)))
        asked.open()

    def _on_long(self) -> None:
        self._stack.setCurrentWidget(self._working_scrolled)
        self._foot.hide()
        if self.isVisible():
            self.working.setFocus()

    def _on_not_over(self) -> None:
        self._notice.clear()
        self.seal.setFocus()

    def _on_not_same(self) -> None:
        self._notice.say(Tone.CALM, NOT_SAME)

    def _say_count(self, step: int) -> None:
        if step == WHO:
            said = "1 person can open it." if self._chosen == 1 else f"{self._chosen} people can open it."
            self._count.setText(said if self._chosen else "Choose who may open it.")
        else:
            goes = f"{self._plans} {'plan goes' if self._plans == 1 else 'plans go'}"
            stays = f", {self._stay} {'stays' if self._stay == 1 else 'stay'}" if self._stay else ""
            self._count.setText(f"{goes}{stays}. {AGAIN}")

    def _connect(self) -> None:
        presenter = self._presenter
        self._long.setSingleShot(True)
        self._long.timeout.connect(self._on_long)
        self.who.chosen.connect(self._on_readers)
        self.who.card_found.connect(presenter.look_at_card)
        self.who.card_accepted.connect(presenter.accept_card)
        self.who.card_not_same.connect(self._on_not_same)
        self.who.own_card_asked.connect(presenter.save_own_card)
        self.what.chosen.connect(presenter.choose_plans)
        self.what.ask_asked.connect(presenter.ask_next_time)
        self.what.add.clicked.connect(presenter.add_someone)
        self.next.clicked.connect(presenter.next_to_what)
        self.back.clicked.connect(presenter.back)
        self.seal.asked.connect(self._on_seal)
        self.working.stopped.connect(presenter.stop)
        self.working.elsewhere_asked.connect(self.families_asked)
        self.done.copy_asked.connect(presenter.copy)
        self.done.again_asked.connect(presenter.open)
        self.done.back_asked.connect(self.today_asked)

    def _lay_out(self) -> None:
        px = worn().px
        self._who_scrolled, self._done_scrolled = Scrolled(self.who), Scrolled(self.done)
        self._working_scrolled = Scrolled(self.working)
        for held in (self.done, self.working):
            held.setProperty("surface", "clear")
        for page in (self._who_scrolled, self.what, self._working_scrolled, self._done_scrolled):
            self._stack.addWidget(page)
        top = QHBoxLayout()
        top.addWidget(words.line("Send a package", "first"), 1)
        top.addWidget(self._steps)
        inside = QVBoxLayout()
        inside.setContentsMargins(px(28), px(18), px(28), px(12))
        inside.setSpacing(px(14))
        inside.addLayout(top)
        inside.addWidget(self._notice)
        inside.addWidget(self._stack, 1)
        self._foot = self._what_next()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside, 1)
        column.addWidget(self._foot)
        self.show_step(WHO)

    def _what_next(self) -> QFrame:
        """How many it concerns, and the ways back and on."""
        px = worn().px
        made = QFrame()
        made.setProperty("surface", "foot")
        row = QHBoxLayout(made)
        row.setContentsMargins(px(28), px(12), px(26), px(12))
        row.setSpacing(px(12))
        row.addWidget(self._count, 1)
        for part in (self.back, self.next, self.seal):
            row.addWidget(part)
        return made

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._was_told = self._was_told or self.is_done
