"""Everything behind the door for one open desk: its places, the keys that work in all of them, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fsdesk.settings import Choices
from fsdesk.ui import panes
from fsdesk.ui.backing_up import BackingUp
from fsdesk.ui.building_anew import BuildingAnew, Focus
from fsdesk.ui.families.place import FamiliesPlace
from fsdesk.ui.parts.rail import RailEntry
from fsdesk.ui.parts.shortcuts import on_keys
from fsdesk.ui.parts.status_line import StatusLine
from fsdesk.ui.places import Place, Places
from fsdesk.ui.presenters.resting import rests_of
from fsdesk.ui.presenters.today import Elsewhere
from fsdesk.ui.presenters.today_rows import changed, waiting
from fsdesk.ui.runner import Runner, Served
from fsdesk.ui.send.place import SendPlace
from fsdesk.ui.today.place import TodayPlace
from fsdesk.ui.window import Window

TODAY = RailEntry("today", "Today", "house")
FAMILIES = RailEntry("families", "Families", "users")
SEND = RailEntry("send", "Send", "send")
PRINCIPLES = RailEntry("principles", "Principles", "book-open")
SETTINGS = RailEntry("settings", "Settings", "settings", at_foot=True)


class Workspace(QObject):
    """The window shows the places of this desk from now on, until ``leave`` has closed it.

    ``lock_change_asked`` carries a passphrase that opens it, and whether backups under the old lock go;
    ``earlier_day_asked`` the backup that is to take its place, and that passphrase.
    """

    lock_change_asked = Signal(str, bool)
    earlier_day_asked = Signal(object, str)

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
        self._window, self._desk, self._runner, self._now = window, desk, runner, now
        self._is_practice, self._cover_in = is_practice, 0
        self._is_leaving = self._is_asked_to_leave = False
        self._anew = BuildingAnew(
            settle=self._settle, build=self._build_anew, may=self._may_build_anew, parent=self
        )
        self._show_places()
        self._backing_up = BackingUp(desk, runner, lambda refused: self._status.show_fact(refused.what), self)

    def _show_places(self) -> None:
        """The places as nobody was in them yet; each is built when somebody first goes there."""
        self._today: TodayPlace | None = None
        self._families: FamiliesPlace | None = None
        self._send: SendPlace | None = None
        self._status = StatusLine(self._now)
        self.places: Places = self._window.show_places(
            [
                Place(TODAY, self._build_today),
                Place(FAMILIES, self._build_families),
                Place(SEND, self._build_send),
                Place(PRINCIPLES, self._build_principles),
                Place(SETTINGS, self._build_settings),
            ],
            status=self._status,
            is_practice=self._is_practice,
        )
        self.places.visited.connect(self._on_visited)
        self.places.shown.connect(self._on_shown)
        self.today.refresh()
        self._add_keys()
        self._anew.watch(self.places)

    def _may_build_anew(self) -> bool:
        """While a package is put together, or something is under way, the places stay as they are."""
        is_sending = self._send is not None and self._send.is_under_way
        return self._runner.is_idle and not (is_sending or self.has_unsaved or self._is_leaving)

    def _build_anew(self) -> None:
        """Built for the size that the text has now; whoever was in a plan or a topic is there again."""
        here, focus = self.places.here, Focus.of(self.places.focusWidget())
        family = self._families.family if self._families is not None else None
        plan, page = ("", "") if family is None else (family.open_plan.plan_id, family.in_sight)
        topic = getattr(self.places.page, "here", "") if here == SETTINGS.key else ""
        is_in_plan = bool(self.plan_in_sight)
        rests_of(self._runner).stay()
        self._show_places()
        self.show_cover_in(self._cover_in)
        if plan and (is_in_plan or here != FAMILIES.key):
            self.families.arrive_at_plan(plan)
        self.places.go(here)
        if topic:
            self.places.page.go(topic)  # type: ignore[union-attr]
        self._once_read(lambda: self._come_to(page if plan else "", focus))

    def _come_to(self, page: str, focus: Focus | None) -> None:
        """What is read from the store is there: the page of the plan that was open, and what had the focus."""
        family = self.families.family if page else None
        if family is not None and page != family.in_sight:
            family.go(page)
            self._once_read(lambda: focus.put(self.places) if focus else None)
        elif focus is not None and (family is None or not family.open_plan.page.editor.resting_at()[0]):
            focus.put(self.places)

    def _once_read(self, then: Callable[[], None]) -> None:
        """What was asked of the desk before is done first."""
        self._runner.submit(lambda _: None, owner=self.places, done=lambda _: then(), failed=lambda _: None)

    @property
    def today(self) -> TodayPlace:
        """The place that is shown first."""
        assert self._today is not None  # noqa: S101 - built when the places were shown
        return self._today

    @property
    def families(self) -> FamiliesPlace:
        """The place of families, built when it is first asked for."""
        self.places.built(FAMILIES.key)
        assert self._families is not None  # noqa: S101 - built just now, if not before
        return self._families

    @property
    def send(self) -> SendPlace | None:
        """The place of sending, once somebody went there."""
        return self._send

    @property
    def has_unsaved(self) -> bool:
        """Whether something that was typed could not be kept."""
        return self._families is not None and self._families.has_unsaved

    def keep(self) -> None:
        """What is being typed becomes an edit."""
        self._settle(lambda: None)

    def start(self) -> None:
        """The one question of a new plan is asked, in the place that is shown or in that of families."""
        if self.places.here == TODAY.key:
            self.today.start()
        else:
            self.places.go(FAMILIES.key)
            self.families.start()

    @property
    def plan_in_sight(self) -> str:
        """The plan whose pages are shown; empty where it is another place, or the list."""
        if self._families is None or self.places.here != FAMILIES.key:
            return ""
        return self._families.plan_in_sight

    def come_back_to(self, plan: str) -> None:
        """Somebody was in this plan when it was locked a while ago; going back leads to Today."""
        self._go_to_plan(plan, "")

    def show_cover_in(self, minutes: int) -> None:
        """The status line says when the screen covers itself; 0 is never."""
        self._cover_in = minutes
        self._status.show_cover_in(minutes)

    def leave(self, then: Callable[[], None], *, by_itself: bool = False) -> None:
        """What is being typed becomes an edit, the desk is closed, and then this is called.

        If the words cannot be kept, the bar in the page says so and nothing is closed; the second time it is,
        unless this comes ``by_itself``: no clock ever loses anybody's words.
        """
        if self._is_leaving and self.has_unsaved and not by_itself:
            self._close(then)
            return
        self._is_leaving = self._is_leaving or not by_itself
        self._is_asked_to_leave = True
        self._settle(lambda: self._close(then))

    def _settle(self, then: Callable[[], None]) -> None:
        """What is being typed anywhere becomes an edit, and then this is called."""
        if self._families is None:
            then()
        else:
            self._families.settle(then)

    def _close(self, then: Callable[[], None]) -> None:
        self._backing_up.stop()
        self._runner.submit(
            lambda _: self._desk.close(), owner=self, done=lambda _: then(), failed=lambda _: then()
        )

    def _build_today(self) -> QWidget:
        self._today = TodayPlace(
            desk=self._desk,
            runner=self._runner,
            now=self._now,
            elsewhere=Elsewhere(
                self._go_to_plan, self._go_to_print, self._settle, self._on_wrote, self._show_unsent
            ),
            send=lambda: self.places.go(SEND.key),
        )
        return self._today

    def _go_to_plan(self, plan: str, section: str) -> None:
        self.places.go(FAMILIES.key)
        self.families.arrive_at_plan(plan, section)

    def _go_to_print(self, plan: str, format: str) -> None:
        """The plan is shown first: from its print page one goes back to it."""
        self._go_to_plan(plan, "")
        self._settle(lambda: self._once_read(lambda: self.families.print_document(plan, format)))

    def _on_wrote(self, plan: str) -> None:
        """Today wrote to a plan: it is saved, and a page that shows it reads it again."""
        self._status.show_saved(self._now())
        if self._families is not None:
            self._families.read_again(plan)

    def _show_unsent(self, count: int, ever_sent: bool) -> None:
        self.places.rail.show_waiting(SEND.key, count, waiting(count))
        self._status.show_unsent(changed(count, ever_sent), count)

    def _build_families(self) -> QWidget:
        self._families = FamiliesPlace(
            desk=self._desk,
            runner=self._runner,
            status=self._status,
            moved=lambda undo: self.places.moved(undo),
            today=lambda: self._desk.today,
            now=self._now,
        )
        self._families.wrote.connect(self.today.saved)
        self._families.not_kept.connect(self._on_not_kept)
        return self._families

    def _on_not_kept(self) -> None:
        """Whoever wanted to leave from another place sees why nothing was closed."""
        if self._is_asked_to_leave:
            self._is_asked_to_leave = False
            self.places.go(FAMILIES.key)

    def _build_send(self) -> QWidget:
        self._send = SendPlace(
            desk=self._desk,
            runner=self._runner,
            status=self._status,
            today=lambda: self._desk.today,
            settle=self._settle,
        )
        self._send.families_asked.connect(lambda: self.places.go(FAMILIES.key))
        self._send.today_asked.connect(lambda: self.places.go(TODAY.key))
        self._send.sealed.connect(self.today.refresh)
        return self._send

    def _build_principles(self) -> QWidget:
        from fsdesk.ui.presenters.library import LibraryPresenter
        from fsdesk.ui.principles.library import LibraryPlace

        page = LibraryPlace()
        presenter = LibraryPresenter(page, beside=Served(self._runner, page).beside)
        page.serve(presenter)
        presenter.begin()
        return page

    def _build_settings(self) -> QWidget:
        from fsdesk.ui.settings.joined import settings_place  # what nobody opened yet is not loaded

        return settings_place(
            desk=self._desk,
            runner=self._runner,
            today=lambda: self._desk.today,
            heard=self._on_settings,
            moved=lambda undo: self.places.moved(undo),
            change_lock=self.lock_change_asked.emit,
            bring_back=self.earlier_day_asked.emit,
        )

    def _on_settings(self, chosen: Choices) -> None:
        """The clocks and the coach of an open plan go by what is chosen now."""
        self._chosen(chosen)
        if self._families is not None:
            self._families.coach_chosen()

    def _on_visited(self, key: str) -> None:
        """A plan that was left open is kept; sending begins anew after it was done."""
        if key == SEND.key:
            self.keep()
            if self._send is not None and self._send.is_over:
                self._send.begin()

    def _on_shown(self, key: str) -> None:
        if key == TODAY.key:
            self._settle(self.today.refresh)

    def _add_keys(self) -> None:
        for keys, act in (
            ("Ctrl+K", self._on_find),
            ("Ctrl+N", self.start),
            ("Ctrl+S", self._on_save),
            ("F6", lambda: self._on_pane(1)),
            ("Shift+F6", lambda: self._on_pane(-1)),
        ):
            on_keys(keys, self.places, act)

    def _on_find(self) -> None:
        self.places.go(FAMILIES.key)
        self.families.look_for()

    def _on_save(self) -> None:
        if self._families is None:
            self._status.show_already_saved()
        else:
            self._families.say_saved()

    def _on_pane(self, by: int) -> None:
        place = self.places.page
        inside: list[QWidget] = getattr(place, "panes", list)()  # a place without any is one pane
        panes.go([*self.places.outer_panes(), *inside], by)
