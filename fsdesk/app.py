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
from PySide6.QtWidgets import QApplication

from fsdesk import settings
from fsdesk.errors import Refused
from fsdesk.jobs import Progress
from fsdesk.ui.look import dress
from fsdesk.ui.presenters.stores import choices_in
from fsdesk.ui.presenters.unlock import StoreChoice, UnlockPresenter
from fsdesk.ui.runner import Runner, Served
from fsdesk.ui.unlock import Unlock
from fsdesk.ui.window import Window

if TYPE_CHECKING:
    from fsdesk.ui.workspace import Workspace

TODAY = "FSDESK_TODAY"
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
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
        window.lock_asked.connect(self._on_lock)
        window.may_close = self._may_close

    def show_door(self) -> None:
        """The unlock screen is shown; with no plans on this laptop yet, it offers to set it up."""
        self.workspace = None
        door = Unlock(choices_in(settings.stores(), self._now()), self._now)
        served = Served(self._runner, door)
        door.serve(
            UnlockPresenter(
                door,
                open_store=self._open_desk,
                close_store=self._close_desk,
                submit=served.submit,
                opened=self._on_opened,
                wrong_passphrase=WrongPassphrase,
            )
        )
        door.set_up_asked.connect(self.show_set_up)
        self.window.show_door(door)

    def show_set_up(self) -> None:
        """The first set-up of this laptop is shown."""
        from fsdesk.desk import suggesting
        from fsdesk.ui.presenters.setup import SetUpPresenter
        from fsdesk.ui.setup import SetUp

        page = SetUp()
        page.cancelled.connect(self.show_door)
        page.suggestion_asked.connect(lambda: page.show_suggestion(suggesting.passphrase()))
        page.show_suggestion(suggesting.passphrase())
        page.serve(
            SetUpPresenter(
                page,
                folder=settings.default_store(),
                make=self._make_desk,
                submit=Served(self._runner, page).submit,
                opened=self._on_opened,
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

    def _on_opened(self, choice: StoreChoice, desk: Any) -> None:
        from fsdesk.ui.workspace import Workspace  # nothing behind the door is loaded before it opens

        self.workspace = Workspace(
            self.window, desk, self._runner, is_practice=choice.is_practice, now=self._now
        )

    def _on_lock(self) -> None:
        if self.workspace is not None:
            self.workspace.leave(self._locked)

    def _locked(self) -> None:
        self._let_go()
        self.show_door()
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
