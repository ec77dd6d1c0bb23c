"""The place of sending: its steps, one at a time, with what can be done next at the foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fsdesk.desk.cards import KnownPerson
from fsdesk.desk.sealing import Leaving
from fsdesk.errors import Refused
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.parts.status_line import StatusLine
from fsdesk.ui.presenters.send import SEAL, WHAT, WHO, Sealed, SendPresenter
from fsdesk.ui.runner import Runner, Served
from fsdesk.ui.send.card_check import NOT_SAME
from fsdesk.ui.send.done import Done
from fsdesk.ui.send.steps import Steps
from fsdesk.ui.send.what_goes import WhatGoes
from fsdesk.ui.send.who_to import WhoTo
from fsdesk.ui.send.working import Working

AGAIN = "You can send again any time; nothing is ever sent twice over."
SEALING_STEPS = ("Choosing what goes", "Sealing", "Writing it and reading it back")
_LONG = 5_000  # milliseconds after which long work has a page of its own


class SendPlace(QWidget):
    """Nothing leaves before the last step, and Stop leaves everything as it was."""

    families_asked = Signal()

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
        return self._stack.currentWidget() is self.done

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
        page = {WHO: self._who_scrolled, WHAT: self.what, SEAL: self.done}[step]
        self._stack.setCurrentWidget(page)
        self.back.setVisible(step == WHAT)
        self.next.setVisible(step == WHO)
        self.seal.setVisible(step == WHAT)
        self._foot.setVisible(step != SEAL)
        self._say_count(step)
        self.setFocusProxy({WHO: self.who, WHAT: self.seal, SEAL: self.done}[step])
        if self.isVisible():
            self.setFocus()

    def show_leaving(self, leaving: Sequence[Leaving], chosen: frozenset[str], to: str) -> None:
        self.what.show_leaving(leaving, chosen, to)
        self._plans = len(chosen)
        self._stay = len(leaving) - len(chosen)
        self.seal.setEnabled(bool(chosen))
        self._say_count(WHAT)

    def show_sealing(self, sealing: bool) -> None:
        self.seal.set_busy(sealing)
        if sealing:
            self._steps.show_step(SEAL)
            self._long.start(_LONG)
            return
        self._long.stop()
        self._status.show_saved()

    def show_progress(self, done: int, total: int, words: str) -> None:
        self._status.show_work(words, done, total)
        self.working.show_step(done, total)

    def show_sealed(self, sealed: Sealed) -> None:
        self.done.show_sealed(sealed)
        self.show_step(SEAL)

    def show_refused(self, refused: Refused) -> None:
        if self._steps.now == SEAL:
            self.show_step(WHAT)
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
        asked.selectFile(self._presenter.file_name)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.fileSelected.connect(lambda place: self._presenter.seal(Path(place), replace=True))
        asked.open()

    def _on_long(self) -> None:
        self._stack.setCurrentWidget(self.working)
        self._foot.hide()
        self.working.setFocus()

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
        self.who.own_card_asked.connect(lambda place: presenter.save_own_card(place, replace=True))
        self.what.chosen.connect(presenter.choose_plans)
        self.next.clicked.connect(presenter.next_to_what)
        self.back.clicked.connect(presenter.back)
        self.seal.asked.connect(self._on_seal)
        self.working.stopped.connect(presenter.stop)
        self.done.again_asked.connect(presenter.open)
        self.done.back_asked.connect(self.families_asked)

    def _lay_out(self) -> None:
        px = worn().px
        self._who_scrolled = Scrolled(self.who)
        for page in (self._who_scrolled, self.what, self.working, self.done):
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
        self._foot = QFrame()
        self._foot.setProperty("surface", "foot")
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(px(28), px(12), px(26), px(12))
        row.setSpacing(px(12))
        row.addWidget(self._count, 1)
        for part in (self.back, self.next, self.seal):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside, 1)
        column.addWidget(self._foot)
        self.show_step(WHO)
