"""The way through the first set-up: which step is shown, what each hands on, and where it goes on after a restart."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject

from fsdesk.desk import setting_up
from fsdesk.desk.stores import is_store
from fsdesk.ui.presenters.recovery_sheet import SheetPresenter
from fsdesk.ui.presenters.setup import steps
from fsdesk.ui.presenters.setup.card import CardPresenter
from fsdesk.ui.presenters.setup.passphrase import MakeStore, PassphrasePresenter
from fsdesk.ui.presenters.setup.ready import First, ReadyPresenter
from fsdesk.ui.presenters.setup.steps import Step
from fsdesk.ui.presenters.setup.you import You, YouPresenter
from fsdesk.ui.presenters.unlock import StoreChoice
from fsdesk.ui.runner import Runner, Served
from fsdesk.ui.setup.about_you import AboutYou
from fsdesk.ui.setup.card import TeamCard
from fsdesk.ui.setup.passphrase import ChoosePassphrase
from fsdesk.ui.setup.ready import Ready
from fsdesk.ui.setup.sheet import ProveSheet
from fsdesk.ui.setup.step_door import StepDoor
from fsdesk.ui.window import Window


class Ways(NamedTuple):
    """What the set-up asks of whoever joins the parts."""

    make: MakeStore
    folder: Path
    """Where the first plans of a laptop go."""
    folder_for: Callable[[str], Path] | None
    """Where plans of a label go; nothing where these are the first, which need none."""
    cancelled: Callable[[], None]
    """Nothing was made."""
    practice_asked: Callable[[], None] | None
    """Somebody would rather practise first; nothing where there are practice families already."""
    entered: Callable[[], None]
    """A store is open from now on."""
    done: Callable[[StoreChoice, Any, First], None]
    """The store is handed on, open."""


class SettingUp(QObject):
    """The window shows its steps until ``done`` or ``cancelled``; from step three on it holds an open desk."""

    def __init__(self, window: Window, runner: Runner, ways: Ways, *, is_practice: bool = False) -> None:
        super().__init__(window)
        self._window, self._runner, self._ways = window, runner, ways
        self._is_practice = is_practice
        self._you, self._folder = You(), ways.folder
        self._choice: StoreChoice | None = None
        self._desk: Any = None
        self._making: PassphrasePresenter | None = None
        self._sheet: SheetPresenter | None = None
        self._leaving: Callable[[], None] | None = None

    @property
    def holds_a_store(self) -> bool:
        """Whether a store is open, or being made, so that leaving takes a moment."""
        return self._desk is not None or bool(self._making and self._making.is_making)

    def begin(self) -> None:
        """Begins with who it is; for practice, with the passphrase."""
        if self._is_practice:
            self._show_passphrase()
        else:
            self._show_you()

    def go_on(self, choice: StoreChoice, desk: Any, step: setting_up.Step) -> None:
        """Goes on with an open store where its set-up was left."""
        self._choice, self._desk = choice, desk
        self._show(steps.shown(step))

    def leave(self, then: Callable[[], None]) -> None:
        """What is open is closed, and then this is called; the step is kept."""
        self._leaving = then
        if self._desk is not None:
            self._close()
        elif not self.holds_a_store:
            then()

    def _show(self, step: Step) -> None:
        self._note(step)
        show = {Step.SHEET: self._show_sheet, Step.CARD: self._show_card, Step.READY: self._show_ready}
        show[step]()

    def _show_you(self) -> None:
        ways = self._ways
        page = AboutYou(
            self._you,
            asks_label=ways.folder_for is not None,
            offers_practice=ways.practice_asked is not None,
        )
        page.back_asked.connect(ways.cancelled)
        if ways.practice_asked is not None:
            page.practice_asked.connect(ways.practice_asked)
        page.serve(YouPresenter(page, folder=ways.folder, folder_for=ways.folder_for, settled=self._on_you))
        self._window.show_door(page)

    def _on_you(self, you: You, folder: Path) -> None:
        self._you, self._folder = you, folder
        self._show_passphrase()

    def _show_passphrase(self) -> None:
        page = ChoosePassphrase(is_practice=self._is_practice)
        page.back_asked.connect(self._ways.cancelled if self._is_practice else self._show_you)
        self._making = PassphrasePresenter(
            page,
            you=self._you,
            folder=self._folder,
            make=self._make,
            submit=Served(self._runner, self).submit,
            made=self._on_made,
            is_practice=self._is_practice,
        )
        page.serve(self._making)
        self._window.show_door(page)

    def _make(self, folder: Path, name: str, role: str, passphrase: str) -> Any:
        """Makes the store; that its set-up is not finished is noted before there is one to be found without it."""
        if self._is_practice:
            return self._ways.make(folder, name, role, passphrase)
        with contextlib.suppress(OSError):
            setting_up.at(folder, setting_up.Step.SHEET)
        try:
            return self._ways.make(folder, name, role, passphrase)
        finally:
            if not is_store(folder):
                with contextlib.suppress(OSError):
                    setting_up.finished(folder)

    def _on_made(self, choice: StoreChoice, desk: Any) -> None:
        self._choice, self._desk, self._making = choice, desk, None
        if self._leaving is not None:
            self._close()
            return
        self._ways.entered()
        if self._is_practice:
            self._hand_on(First.LOOK)
        else:
            self._show(Step.SHEET)

    def _show_sheet(self) -> None:
        page = ProveSheet()
        served = Served(self._runner, page)
        self._sheet = SheetPresenter(page.sheet, desk=self._desk, submit=served.submit, beside=served.beside)
        page.left.connect(lambda: self._hand_on(First.LOOK))
        page.next_asked.connect(lambda: self._show(Step.CARD))
        self._put(page)
        page.serve(self._sheet)

    def _show_card(self) -> None:
        page = TeamCard()
        page.back_asked.connect(lambda: self._show(Step.SHEET))
        page.next_asked.connect(lambda: self._show(Step.READY))
        self._put(page)
        page.serve(CardPresenter(page, desk=self._desk, submit=Served(self._runner, page).submit))

    def _show_ready(self) -> None:
        page = Ready()
        page.back_asked.connect(lambda: self._show(Step.CARD))
        page.chosen.connect(self._on_first)
        self._put(page)
        page.serve(ReadyPresenter(page, desk=self._desk, submit=Served(self._runner, page).submit))

    def _put(self, page: StepDoor) -> None:
        """Only the sheet's own step ever holds its words."""
        if self._sheet is not None and not isinstance(page, ProveSheet):
            self._let_go_of_sheet()
        self._window.show_door(page)

    def _on_first(self, first: First) -> None:
        assert self._choice is not None  # noqa: S101 - the last step comes after a store was made
        with contextlib.suppress(OSError):
            setting_up.finished(self._choice.folder)
        self._hand_on(first)

    def _hand_on(self, first: First) -> None:
        choice, desk = self._choice, self._desk
        assert choice is not None  # noqa: S101 - as above
        self._let_go_of_sheet()
        self._desk = None
        self._ways.done(choice, desk, first)

    def _note(self, step: Step) -> None:
        if self._choice is not None:
            with contextlib.suppress(OSError):
                setting_up.at(self._choice.folder, steps.kept(step))

    def _close(self) -> None:
        self._let_go_of_sheet()
        desk, then = self._desk, self._leaving
        assert then is not None  # noqa: S101 - it is closed for somebody
        self._desk = None
        self._runner.submit(
            lambda _: desk.close(), owner=self, done=lambda _: then(), failed=lambda _: then()
        )

    def _let_go_of_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.leave()
        self._sheet = None
