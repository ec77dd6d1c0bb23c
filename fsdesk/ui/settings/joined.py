"""Joins each topic of the settings with its presenter, when somebody first goes there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from fsdesk.settings import Choices
from fsdesk.ui.look import chosen as look
from fsdesk.ui.look.worn import worn
from fsdesk.ui.presenters.recovery_sheet import SheetPresenter
from fsdesk.ui.presenters.settings.appearance import AppearancePresenter
from fsdesk.ui.presenters.settings.backing_up import BackingUpPresenter
from fsdesk.ui.presenters.settings.bringing_back import BringingBackPresenter
from fsdesk.ui.presenters.settings.bringing_back import Go as BringBack
from fsdesk.ui.presenters.settings.coach_ways import CoachWaysPresenter
from fsdesk.ui.presenters.settings.cover_lock import CoverLockPresenter
from fsdesk.ui.presenters.settings.lock import Go, LockPresenter
from fsdesk.ui.presenters.settings.passphrase import PassphrasePresenter
from fsdesk.ui.presenters.settings.people import PeoplePresenter
from fsdesk.ui.presenters.settings.printing import PrintingPresenter
from fsdesk.ui.runner import Runner, Served
from fsdesk.ui.settings.about import AboutTopic
from fsdesk.ui.settings.appearance import AppearanceTopic
from fsdesk.ui.settings.coach import CoachTopic
from fsdesk.ui.settings.people import PeopleTopic
from fsdesk.ui.settings.place import Moved, SettingsPlace
from fsdesk.ui.settings.printing import PrintingTopic
from fsdesk.ui.settings.safe import SafeTopic

Heard = Callable[[Choices], None]


def settings_place(
    *,
    desk: Any,
    runner: Runner,
    today: Callable[[], date],
    heard: Heard,
    moved: Moved,
    change_lock: Go = lambda *_: None,
    bring_back: BringBack = lambda *_: None,
) -> SettingsPlace:
    """The settings of one open desk; ``heard`` hears of everything that is chosen from now on.

    ``change_lock`` closes the plans to give them another lock, ``bring_back`` to put a backup in their place.
    """
    joined = _Joined(desk, runner, today, heard, change_lock, bring_back)
    return SettingsPlace(joined.build, moved=moved, came=joined.came, left=joined.left)


class _Joined:
    """Which page each topic has, and what is to be asked when somebody comes to it again."""

    def __init__(
        self,
        desk: Any,
        runner: Runner,
        today: Callable[[], date],
        heard: Heard,
        change_lock: Go,
        bring_back: BringBack,
    ) -> None:
        self._change_lock, self._bring_back = change_lock, bring_back
        self._desk, self._runner, self._today, self._heard = desk, runner, today, heard
        self._begin: dict[str, Callable[[], None]] = {}
        self._leave: dict[str, Callable[[], None]] = {}

    def build(self, key: str) -> QWidget:
        """The page of a topic."""
        builds: dict[str, Callable[[], QWidget]] = {
            "safe": self._safe,
            "people": self._people,
            "look": self._look,
            "coach": self._coach,
            "printing": self._printing,
            "about": lambda: AboutTopic(self._desk.store.folder),
        }
        return builds[key]()

    def came(self, key: str) -> None:
        """Somebody is at this topic: it is shown as things are now."""
        self._begin.get(key, _nothing)()

    def left(self, key: str) -> None:
        """Somebody went from this topic: nothing half typed stays."""
        self._leave.get(key, _nothing)()

    def _safe(self) -> QWidget:
        topic = SafeTopic()
        served = Served(self._runner, topic)
        desk, today = self._desk, self._today
        cover = CoverLockPresenter(topic.cover_lock, heard=self._heard)
        passphrase = PassphrasePresenter(topic.passphrase, desk=desk, submit=served.submit, today=today)
        sheet = SheetPresenter(
            topic.passphrase.sheet,
            desk=desk,
            submit=served.submit,
            beside=served.beside,
            proven=passphrase.begin,
        )
        backing_up = BackingUpPresenter(
            topic.backups, desk=desk, submit=served.submit, beside=served.beside, today=today
        )
        topic.cover_lock.serve(cover)
        lock = LockPresenter(topic.passphrase, desk=desk, submit=served.submit, go=self._change_lock)
        topic.passphrase.serve(passphrase, sheet, lock)
        bringing_back = BringingBackPresenter(
            topic.backups,
            desk=desk,
            submit=served.submit,
            beside=served.beside,
            today=today,
            go=self._bring_back,
        )
        topic.backups.serve(backing_up, bringing_back)
        self._begin["safe"] = lambda: _each(cover.begin, passphrase.begin, backing_up.begin)
        self._leave["safe"] = topic.close_all
        return topic

    def _people(self) -> QWidget:
        topic = PeopleTopic()
        served = Served(self._runner, topic)
        presenter = PeoplePresenter(
            topic, desk=self._desk, submit=served.submit, beside=served.beside, today=self._today
        )
        topic.serve(presenter)
        self._begin["people"] = presenter.begin
        self._leave["people"] = topic.close_all
        return topic

    def _look(self) -> QWidget:
        topic = AppearanceTopic()
        presenter = AppearancePresenter(topic, wear=_wear, worn_scale=lambda: worn().scale, heard=self._heard)
        topic.serve(presenter)
        self._begin["look"] = presenter.begin
        return topic

    def _coach(self) -> QWidget:
        topic = CoachTopic()
        presenter = CoachWaysPresenter(topic, heard=self._heard)
        topic.serve(presenter)
        self._begin["coach"] = presenter.begin
        return topic

    def _printing(self) -> QWidget:
        topic = PrintingTopic()
        presenter = PrintingPresenter(topic, beside=Served(self._runner, topic).beside, heard=self._heard)
        topic.serve(presenter)
        self._begin["printing"] = presenter.begin
        return topic


def _wear(chosen: Choices) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        look.wear(app, chosen)


def _each(*begin: Callable[[], None]) -> None:
    for one in begin:
        one()


def _nothing() -> None:
    """There is nothing to see to."""
