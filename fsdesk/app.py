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
from fsdesk.errors import Refused
from fsdesk.jobs import Progress
from fsdesk.ui import sources
from fsdesk.ui.away import Away
from fsdesk.ui.doorway import Doorway
from fsdesk.ui.look import chosen
from fsdesk.ui.presenters.away import Limits
from fsdesk.ui.presenters.unlock import StoreChoice
from fsdesk.ui.runner import NotYourDoing, Runner
from fsdesk.ui.window import Window

if TYPE_CHECKING:
    from fsdesk.ui.presenters.setup.ready import First
    from fsdesk.ui.setup.journey import SettingUp
    from fsdesk.ui.workspace import Workspace

TODAY = "FSDESK_TODAY"
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_AFTER_FIRST_PAINT = 200  # milliseconds


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
        self._folder: Path | None = None
        self._left: tuple[Path | None, str, date] | None = None
        self.away = Away(window, _limits(settings.choices()), now=now)
        self.away.covered.connect(self._on_covered)
        self.away.lock_asked.connect(lambda: self._on_lock(by_itself=True))
        self.away.is_held_up = lambda: self.workspace is not None and self.workspace.has_unsaved
        self._doorway = Doorway(
            window,
            runner,
            today=today,
            now=now,
            entered=self.away.begin,
            opened=self._on_opened,
            set_up=self._on_set_up,
        )
        window.lock_asked.connect(self._on_lock)
        window.may_close = self._may_close

    @property
    def setting_up(self) -> SettingUp | None:
        """The set-up that is under way; none where there is none."""
        return self._doorway.setting_up

    def show_door(self, news: str = "", chosen: Path | None = None) -> None:
        """The unlock screen is shown, and nothing is open behind it."""
        self.workspace = None
        self._doorway.show(news, chosen)

    def _on_set_up(self, choice: StoreChoice, desk: Any, first: First) -> None:
        """What somebody chose to do first is done."""
        self._show_places(choice, desk)
        assert self.workspace is not None  # noqa: S101 - it was shown just now
        if first.value == "start":
            self.workspace.start()
        elif first.value == "practise":
            self.workspace.leave(self._locked_to_practise)

    def _locked_to_practise(self) -> None:
        self._locked()
        self._doorway.practise()

    def _on_opened(self, choice: StoreChoice, desk: Any) -> None:
        """The plans were unlocked: their places are shown, or the step at which setting them up was left."""
        try:
            self._show_opened(choice, desk)
        except (
            Exception
        ):  # a fault of ours is told at the door, with the plans closed, and goes on to the log
            self._let_go()
            self.away.end()
            self._runner.submit(lambda _: desk.close(), owner=self.window, failed=_no_matter)
            self.show_door(str(NotYourDoing().for_window()), choice.folder)
            raise

    def _show_opened(self, choice: StoreChoice, desk: Any) -> None:
        from fsdesk.desk import setting_up

        step = None if choice.is_practice else setting_up.next_step(choice.folder)
        self.away.begin()
        if step is None:
            self._show_places(choice, desk)
        else:
            self._doorway.go_on(choice, desk, step)

    def _show_places(self, choice: StoreChoice, desk: Any) -> None:
        from fsdesk.ui.workspace import Workspace  # nothing behind the door is loaded before it opens

        self._doorway.end_set_up()
        self.workspace = Workspace(
            self.window,
            desk,
            self._runner,
            is_practice=choice.is_practice,
            now=self._now,
            chosen=lambda chosen: self.away.chosen(_limits(chosen)),
        )
        self.workspace.lock_change_asked.connect(partial(self._on_lock_change, choice.folder))
        self.workspace.earlier_day_asked.connect(partial(self._on_earlier_day, choice.folder))
        self.away.told.connect(self.workspace.show_cover_in)
        self.away.tell()
        self._folder = choice.folder
        left, self._left = self._left, None
        if left is not None and (left[0], left[2]) == (choice.folder, self._now().date()):
            self.workspace.come_back_to(left[1])

    def _on_covered(self) -> None:
        """The cover is up; what was typed and copied is seen to now."""
        forget_clipboard()
        if self.workspace is not None:
            self.workspace.keep()

    def _on_lock(self, *, by_itself: bool = False) -> None:
        if self.workspace is not None:
            self.workspace.leave(self._locked, by_itself=by_itself)
        elif self.setting_up is not None:
            self.setting_up.leave(self._locked)

    def _locked(self) -> None:
        plan = self.workspace.plan_in_sight if self.workspace is not None else ""
        self._left = (self._folder, plan, self._now().date()) if plan else None  # an id, and no word of it
        self._let_go()
        self.show_door()
        self.away.end()
        QTimer.singleShot(
            0, gc.collect
        )  # closures of pages that are gone hold plans until they are collected

    def _on_lock_change(self, folder: Path, passphrase: str, drop_old: bool) -> None:
        """The plans are closed, their lock is changed, and the door says what came of it."""
        if self.workspace is not None:
            self.workspace.leave(lambda: self._relock(folder, passphrase, drop_old))

    def _relock(self, folder: Path, passphrase: str, drop_old: bool) -> None:
        from fsdesk.ui.relocking import relock

        self._let_go()
        presenter = relock(self.window, self._runner, lambda news: self.show_door(news, folder))
        self.away.end()
        presenter.begin(folder, passphrase, drop_old)

    def _on_earlier_day(self, folder: Path, backup: Any, passphrase: str) -> None:
        """The plans are closed, a backup takes their place, and the door says what came of it."""
        if self.workspace is not None:
            self.workspace.leave(lambda: self._bring_back(folder, backup, passphrase))

    def _bring_back(self, folder: Path, backup: Any, passphrase: str) -> None:
        from fsdesk.ui.restoring import restore

        self._let_go()
        presenter = restore(self.window, self._runner, lambda news: self.show_door(news, folder))
        self.away.end()
        presenter.begin(folder, passphrase, backup)

    def _may_close(self) -> bool:
        """With plans open, or being made, they are kept and closed first; the window then goes by itself."""
        if self.workspace is not None:
            self.workspace.leave(self._close)
        elif self.setting_up is not None and self.setting_up.holds_a_store:
            self.setting_up.leave(self._close)
        else:
            return True
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
        self._doorway.end_set_up()
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
    sources.keep_few()  # before everything behind the door is loaded
    sys.excepthook = _write_down
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - only the window makes one here
    app.setApplicationName("fsdesk")
    chosen.wear(app)
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
    chosen.wear(app)


def _no_matter(_: Refused) -> None:
    """Whatever it was, the person meets it where it matters."""
