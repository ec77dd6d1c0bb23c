"""Joins the window with the desk: the one place that knows both, and when each begins and ends."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from fsdesk import settings
from fsdesk.desk import stores
from fsdesk.errors import Refused
from fsdesk.jobs import Progress
from fsdesk.ui.away import Away
from fsdesk.ui.look import dress
from fsdesk.ui.presenters.away import Limits
from fsdesk.ui.presenters.stores import choices
from fsdesk.ui.presenters.unlock import StoreChoice, UnlockPresenter
from fsdesk.ui.runner import Runner, Served
from fsdesk.ui.unlock import Unlock
from fsdesk.ui.window import Window

if TYPE_CHECKING:
    from fsdesk.ui.workspace import Workspace

TODAY = "FSDESK_TODAY"
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
ON_THE_LIST = "On the list. Their own passphrase opens them."
OFF_THE_LIST = "Off the list. The plans stay where they are, and “Add from a folder” puts them back."
LIST_NOT_CHANGED = "The list could not be written, so it is as it was. Is there room on the disk?"
_AFTER_FIRST_PAINT = 200  # milliseconds


class WrongPassphrase(Refused):
    """What the desk says to another passphrase, known by name before the desk itself is loaded."""


class App:
    """One window: the door, and behind it the places of one desk at a time."""

    def __init__(
        self,
        runner: Runner,
        window: Window,
        *,
        today: date | None = None,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._runner, self.window, self._today, self._now = runner, window, today, now
        self.workspace: Workspace | None = None
        self.away = Away(window, _limits(settings.choices()), now=now)
        self.away.covered.connect(self._on_covered)
        self.away.lock_asked.connect(lambda: self._on_lock(by_itself=True))
        self.away.is_held_up = lambda: self.workspace is not None and self.workspace.has_unsaved
        window.lock_asked.connect(self._on_lock)
        window.may_close = self._may_close

    def show_door(self, news: str = "") -> None:
        """The unlock screen is shown; with no plans on this laptop yet, it offers to set it up."""
        self.workspace = None
        door = Unlock(choices(self._now()), self._now)
        door.serve(
            UnlockPresenter(
                door,
                open_store=self._open_desk,
                close_store=self._close_desk,
                submit=Served(self._runner, door).submit,
                opened=self._on_opened,
                wrong_passphrase=WrongPassphrase,
            )
        )
        door.set_up_asked.connect(self.show_set_up)
        door.another_asked.connect(lambda: self.show_set_up(asks_label=True))
        door.practice_asked.connect(self._practise)
        door.folder_chosen.connect(lambda folder: self._change_list(stores.add, folder, ON_THE_LIST))
        door.off_asked.connect(lambda folder: self._change_list(stores.put_away, folder, OFF_THE_LIST))
        self.window.show_door(door)
        if news:
            door.show_list_changed(news)

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
        self.show_door(news)

    def show_set_up(self, *, asks_label: bool = False, is_practice: bool = False) -> None:
        """A set-up is shown: the first of this laptop, or of more plans with a label, or of practice."""
        from fsdesk.desk import suggesting
        from fsdesk.ui.presenters.setup import SetUpPresenter
        from fsdesk.ui.setup import SetUp

        if not is_practice and stores.is_store(settings.default_store()):
            asks_label = True  # the first plans were taken off the list, and stay where they are
        page = SetUp(asks_label=asks_label, is_practice=is_practice)
        page.cancelled.connect(self.show_door)
        page.suggestion_asked.connect(lambda: page.show_suggestion(suggesting.passphrase()))
        page.show_suggestion(suggesting.passphrase())
        page.serve(
            SetUpPresenter(
                page,
                folder=stores.practice_folder() if is_practice else settings.default_store(),
                folder_for=stores.folder_for if asks_label else None,
                make=self._make_practice if is_practice else self._make_desk,
                submit=Served(self._runner, page).submit,
                opened=self._on_opened,
                is_practice=is_practice,
            )
        )
        self.window.show_door(page)

    def _open_desk(self, folder: Path, passphrase: str) -> Any:
        from fsdesk.desk import opening  # the desk is loaded behind the first window, on its own thread

        try:
            return opening.open_desk(folder, passphrase, self._today)
        except opening.WrongPassphrase as wrong:
            raise WrongPassphrase(wrong.what, wrong.what_next) from None

    def _close_desk(self, desk: Any) -> None:
        self._runner.submit(lambda _: desk.close(), owner=self.window, failed=_no_matter)

    def _make_desk(self, folder: Path, name: str, role: str, passphrase: str) -> Any:
        from fsdesk.desk import opening

        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        opening.create(folder, name=name, role=role, passphrase=passphrase)
        return opening.open_desk(folder, passphrase, self._today)

    def _make_practice(self, _folder: Path, _name: str, _role: str, passphrase: str) -> Any:
        return stores.make_practice(passphrase, today=self._today)

    def _on_opened(self, choice: StoreChoice, desk: Any) -> None:
        from fsdesk.ui.workspace import Workspace  # nothing behind the door is loaded before it opens

        self.workspace = Workspace(
            self.window,
            desk,
            self._runner,
            is_practice=choice.is_practice,
            now=self._now,
            chosen=lambda chosen: self.away.chosen(_limits(chosen)),
        )
        self.away.begin()

    def _on_covered(self) -> None:
        """The cover is up; what was typed and copied is seen to now."""
        forget_clipboard()
        if self.workspace is not None:
            self.workspace.keep()

    def _on_lock(self, *, by_itself: bool = False) -> None:
        if self.workspace is not None:
            self.workspace.leave(self._locked, by_itself=by_itself)

    def _locked(self) -> None:
        self._let_go()
        self.show_door()
        self.away.end()
        QTimer.singleShot(
            0, gc.collect
        )  # closures of pages that are gone hold plans until they are collected

    def _may_close(self) -> bool:
        """With plans open, they are kept and closed first; the window then goes by itself."""
        if self.workspace is None:
            return True
        self.workspace.leave(self._close)
        return False

    def _close(self) -> None:
        self._let_go()
        self.away.end()
        self.away.take_off()
        self.window.close()

    def _let_go(self) -> None:
        """Nothing of what lay behind the door is held on to here."""
        if self.workspace is not None:
            self.workspace.deleteLater()
        self.workspace = None
        forget_clipboard()


def forget_clipboard() -> None:
    """What was copied here is not left for whoever comes next; what another program put there stays."""
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def _limits(chosen: settings.Choices) -> Limits:
    return Limits.of_minutes(chosen.cover_after, chosen.lock_after, chosen.back_until)


def open_window() -> int:
    """Opens the window and returns once it is closed: 0, or 2 for a "today" that is no day."""
    try:
        today = _today()
        _look_for_a_screen()
    except Refused as refused:
        sys.stderr.write(f"{refused}\n")
        return 2
    sys.excepthook = _write_down
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - only the window makes one here
    app.setApplicationName("fsdesk")
    dress.put_on(app, dress.system_look(app))
    app.styleHints().colorSchemeChanged.connect(partial(_follow_system, app))
    runner = Runner()
    joined = App(runner, Window(), today=today)
    joined.show_door()
    joined.window.show()
    QTimer.singleShot(_AFTER_FIRST_PAINT, lambda: runner.submit(_warm_up, owner=runner, failed=_no_matter))
    code = app.exec()
    runner.finish()
    return code


def _today() -> date | None:
    """The day that stands in for the clock's, as scripts and practice set it."""
    given = os.environ.get(TODAY, "")
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise Refused(f"{TODAY} is not a day: write it as 2026-03-09.") from None


def _look_for_a_screen() -> None:
    """Raises Refused where Qt would end the program for want of a screen."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise Refused(
            "There is no screen here to open a window on.", "fsdesk --help names what works without one."
        )


def _write_down(_kind: object, fault: BaseException, _trace: object) -> None:
    """A fault of ours in the window goes to the log, without the words that it may hold."""
    from fsdesk import logs

    logs.write_down(fault)


def _warm_up(_: Progress) -> None:
    """What opening needs is loaded while the passphrase is being typed."""
    import fsdesk.desk.opening
    import fsdesk.desk.plans  # noqa: F401 - loading it is what it is for


def _follow_system(app: QApplication, _scheme: object) -> None:
    from fsdesk.ui.look.worn import worn

    dress.put_on(app, dress.system_look(app), worn().scale)


def _no_matter(_: Refused) -> None:
    """Whatever it was, the person meets it where it matters."""
