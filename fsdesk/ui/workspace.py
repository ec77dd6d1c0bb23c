"""Everything behind the door for one open desk: its places, the keys that work in all of them, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from fsdesk.settings import Choices
from fsdesk.ui import panes
from fsdesk.ui.backing_up import BackingUp
from fsdesk.ui.families.place import FamiliesPlace
from fsdesk.ui.parts.rail import RailEntry
from fsdesk.ui.parts.status_line import StatusLine
from fsdesk.ui.places import Place, Places
from fsdesk.ui.runner import Runner, Served
from fsdesk.ui.send.place import SendPlace
from fsdesk.ui.window import Window

FAMILIES = RailEntry("families", "Families", "users")
SEND = RailEntry("send", "Send", "send")
SETTINGS = RailEntry("settings", "Settings", "settings", at_foot=True)


class Workspace(QObject):
    """The window shows the places of this desk from now on, until ``leave`` has closed it."""

    def __init__(
        self,
        window: Window,
        desk: Any,
        runner: Runner,
        *,
        is_practice: bool = False,
        now: Callable[[], datetime] = datetime.now,
        chosen: Callable[[Choices], None] = lambda _: None,
    ) -> None:
        super().__init__(window)
        self._chosen = chosen
        self._desk, self._runner, self._now = desk, runner, now
        self._families: FamiliesPlace | None = None
        self._send: SendPlace | None = None
        self._is_leaving = False
        self._status = StatusLine(now)
        self.places: Places = window.show_places(
            [
                Place(FAMILIES, self._build_families),
                Place(SEND, self._build_send),
                Place(SETTINGS, self._build_settings),
            ],
            status=self._status,
            is_practice=is_practice,
        )
        self.places.visited.connect(self._on_visited)
        self._backing_up = BackingUp(desk, runner, lambda refused: self._status.show_fact(refused.what), self)
        self._add_keys()

    @property
    def families(self) -> FamiliesPlace:
        """The place of families, which is the first one shown."""
        assert self._families is not None  # noqa: S101 - built when the places were shown
        return self._families

    @property
    def send(self) -> SendPlace | None:
        """The place of sending, once somebody went there."""
        return self._send

    @property
    def has_unsaved(self) -> bool:
        """Whether something that was typed could not be kept."""
        return self.families.has_unsaved

    def keep(self) -> None:
        """What is being typed becomes an edit."""
        self.families.settle(None)

    def leave(self, then: Callable[[], None], *, by_itself: bool = False) -> None:
        """What is being typed becomes an edit, the desk is closed, and then this is called.

        If the words cannot be kept, the bar in the page says so and nothing is closed; the second time it is,
        unless this comes ``by_itself``: no clock ever loses anybody's words.
        """
        if self._is_leaving and self.has_unsaved and not by_itself:
            self._close(then)
            return
        self._is_leaving = self._is_leaving or not by_itself
        self.families.settle(lambda: self._close(then))

    def _close(self, then: Callable[[], None]) -> None:
        self._backing_up.stop()
        self._runner.submit(
            lambda _: self._desk.close(), owner=self, done=lambda _: then(), failed=lambda _: then()
        )

    def _build_families(self) -> QWidget:
        self._families = FamiliesPlace(
            desk=self._desk,
            runner=self._runner,
            status=self._status,
            moved=lambda undo: self.places.moved(undo),
            today=lambda: self._desk.today,
            now=self._now,
        )
        return self._families

    def _build_send(self) -> QWidget:
        self._send = SendPlace(
            desk=self._desk,
            runner=self._runner,
            status=self._status,
            today=lambda: self._desk.today,
            settle=lambda then: self.families.settle(then),
        )
        self._send.families_asked.connect(lambda: self.places.go(FAMILIES.key))
        return self._send

    def _build_settings(self) -> QWidget:
        from fsdesk.ui.presenters.settings import SettingsPresenter
        from fsdesk.ui.settings.page import SettingsPage

        page = SettingsPage()
        served = Served(self._runner, page)
        presenter = SettingsPresenter(
            page,
            desk=self._desk,
            submit=served.submit,
            beside=served.beside,
            today=lambda: self._desk.today,
            chosen=self._chosen,
        )
        page.serve(presenter)
        presenter.begin()
        return page

    def _on_visited(self, key: str) -> None:
        """A plan that was left open is kept; sending begins anew after it was done."""
        if key == SEND.key:
            self.families.settle(None)
            if self._send is not None and self._send.is_done:
                self._send.begin()

    def _add_keys(self) -> None:
        for keys, act in (
            ("Ctrl+K", self._on_find),
            ("Ctrl+N", self._on_start),
            ("Ctrl+S", lambda: self.families.say_saved()),
            ("F6", lambda: self._on_pane(1)),
            ("Shift+F6", lambda: self._on_pane(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.places)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(act)

    def _on_find(self) -> None:
        self.places.go(FAMILIES.key)
        self.families.look_for()

    def _on_start(self) -> None:
        self.places.go(FAMILIES.key)
        self.families.start()

    def _on_pane(self, by: int) -> None:
        place = self.places.page
        inside = place.panes() if isinstance(place, FamiliesPlace | SendPlace) else []
        panes.go([*self.places.outer_panes(), *inside], by)
