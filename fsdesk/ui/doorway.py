"""Everything before plans are open: the unlock screen, the list of plans on it, setting up, and the ways back in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fsdesk import settings
from fsdesk.desk import stores
from fsdesk.errors import Refused
from fsdesk.ui.presenters.stores import choices
from fsdesk.ui.presenters.unlock import StoreChoice, UnlockPresenter
from fsdesk.ui.runner import Runner, Served
from fsdesk.ui.unlock import Unlock
from fsdesk.ui.window import Window

if TYPE_CHECKING:
    from fsdesk.desk.setting_up import Step
    from fsdesk.ui.presenters.setup.ready import First
    from fsdesk.ui.setup.journey import SettingUp

ON_THE_LIST = "On the list. Their own passphrase opens them."
OFF_THE_LIST = "Off the list. The plans stay where they are, and “Add from a folder” puts them back."
LIST_NOT_CHANGED = "The list could not be written, so it is as it was. Is there room on the disk?"


class WrongPassphrase(Refused):
    """What the desk says to another passphrase, known by name before the desk itself is loaded."""


class Doorway:
    """Shows what it asks for until a desk is ``opened``, or ``set_up``.

    ``entered`` is called as soon as a new one is there, before its set-up is finished.
    """

    def __init__(
        self,
        window: Window,
        runner: Runner,
        *,
        today: date | None,
        now: Callable[[], datetime],
        entered: Callable[[], None],
        opened: Callable[[StoreChoice, Any], None],
        set_up: Callable[[StoreChoice, Any, First], None],
    ) -> None:
        self._window, self._runner, self._today, self._now = window, runner, today, now
        self._entered, self._opened, self._on_set_up = entered, opened, set_up
        self.setting_up: SettingUp | None = None

    def show(self, news: str = "", chosen: Path | None = None) -> None:
        """The unlock screen is shown; with no plans on this laptop yet, it offers to set it up."""
        self.end_set_up()
        door = Unlock(choices(self._now()), self._now, chosen=chosen)
        door.serve(
            UnlockPresenter(
                door,
                open_store=self._open_desk,
                close_store=self._close_desk,
                submit=Served(self._runner, door).submit,
                opened=self._opened,
                wrong_passphrase=WrongPassphrase,
            )
        )
        door.set_up_asked.connect(self.show_set_up)
        door.another_asked.connect(lambda: self.show_set_up(asks_label=True))
        door.practice_asked.connect(self._practise)
        door.folder_chosen.connect(lambda folder: self._change_list(stores.add, folder, ON_THE_LIST))
        door.cannot_remember.connect(self._recover)
        door.off_asked.connect(lambda folder: self._change_list(stores.put_away, folder, OFF_THE_LIST))
        self._window.show_door(door)
        if news:
            door.show_list_changed(news)

    def _recover(self, choice: StoreChoice) -> None:
        """The ways back to plans whose passphrase does not come to mind are shown."""
        from fsdesk.ui.recovering.journey import Recovering

        Recovering(
            self._window,
            self._runner,
            choice,
            open_store=self._open_desk,
            opened=self._opened,
            cancelled=lambda: self.show(chosen=choice.folder),
        ).begin()

    def _practise(self) -> None:
        """Practice families are set up, or come onto the list again where they were taken off it."""
        if stores.has_practice():
            self._change_list(stores.add, stores.practice_folder(), ON_THE_LIST)
        else:
            self.show_set_up(is_practice=True)

    def _change_list(self, change: Callable[[Path], object], folder: Path, news: str) -> None:
        try:
            change(folder)
        except Refused as refused:
            news = str(refused)
        except OSError:
            news = LIST_NOT_CHANGED
        self.show(news)

    def show_set_up(self, *, asks_label: bool = False, is_practice: bool = False) -> None:
        """A set-up is shown: the first of this laptop, or of more plans with a label, or of practice."""
        if not is_practice and stores.is_store(settings.default_store()):
            asks_label = True  # the first plans were taken off the list, and stay where they are
        self._set_up(asks_label=asks_label, is_practice=is_practice).begin()

    def go_on(self, choice: StoreChoice, desk: Any, step: Step) -> None:
        """The set-up of open plans goes on where it was left."""
        self._set_up().go_on(choice, desk, step)

    def end_set_up(self) -> None:
        """No set-up is under way any more."""
        if self.setting_up is not None:
            self.setting_up.deleteLater()
        self.setting_up = None

    def _set_up(self, *, asks_label: bool = False, is_practice: bool = False) -> SettingUp:
        from fsdesk.ui.setup.journey import SettingUp, Ways

        ways = Ways(
            make=self._make_practice if is_practice else self._make_desk,
            folder=stores.practice_folder() if is_practice else settings.default_store(),
            folder_for=stores.folder_for if asks_label else None,
            cancelled=self.show,
            practice_asked=None if stores.has_practice() else lambda: self.show_set_up(is_practice=True),
            entered=self._entered,
            done=self._on_set_up,
        )
        self.setting_up = SettingUp(self._window, self._runner, ways, is_practice=is_practice)
        return self.setting_up

    def practise(self) -> None:
        """Practice families stand chosen on the unlock screen, or are set up."""
        if stores.has_practice():
            self.show(chosen=stores.practice_folder())
        else:
            self.show_set_up(is_practice=True)

    def _open_desk(self, folder: Path, passphrase: str) -> Any:
        if not stores.is_store(folder):
            raise stores.NotHere
        from fsdesk.desk import opening  # the desk is loaded behind the first window, on its own thread

        try:
            return opening.open_desk(folder, passphrase, self._today)
        except opening.WrongPassphrase as wrong:
            raise WrongPassphrase(wrong.what, wrong.what_next) from None

    def _close_desk(self, desk: Any) -> None:
        self._runner.submit(lambda _: desk.close(), owner=self._window, failed=_no_matter)

    def _make_desk(self, folder: Path, name: str, role: str, passphrase: str) -> Any:
        from fsdesk.desk import opening

        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        opening.create(folder, name=name, role=role, passphrase=passphrase)
        return opening.open_desk(folder, passphrase, self._today)

    def _make_practice(self, _folder: Path, _name: str, _role: str, passphrase: str) -> Any:
        return stores.make_practice(passphrase, today=self._today)


def _no_matter(_: Refused) -> None:
    """Whatever it was, the person meets it where it matters."""
