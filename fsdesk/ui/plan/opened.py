"""One plan as it is worked on: its page, and the presenters behind editor, coach and hints, joined."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from fsdesk.desk.desk import new_id
from fsdesk.plans import checks
from fsdesk.plans.checks import Checked
from fsdesk.plans.model import AnswerKind, Plan, Span
from fsdesk.ui.after import AfterFor
from fsdesk.ui.parts.shortcuts import on_keys
from fsdesk.ui.plan.entry_card import EntryCard
from fsdesk.ui.plan.page import PlanPage
from fsdesk.ui.plan.picture_on_card import PictureOnCard
from fsdesk.ui.plan.telling import Telling
from fsdesk.ui.plan.writing_hints import WritingHints
from fsdesk.ui.presenters import numbers, sections, spots, ways
from fsdesk.ui.presenters.at_desk import PlanAtDesk
from fsdesk.ui.presenters.coach import CoachPresenter
from fsdesk.ui.presenters.coach_beside import thought
from fsdesk.ui.presenters.coach_words import of_idea, of_question
from fsdesk.ui.presenters.history import HistoryAtDesk
from fsdesk.ui.presenters.ideas import Shown, Way
from fsdesk.ui.presenters.picturing import PicturesPresenter
from fsdesk.ui.presenters.plan import PlanPresenter
from fsdesk.ui.presenters.resting import rests_of
from fsdesk.ui.presenters.undoing import UndoPresenter
from fsdesk.ui.runner import Runner, Served


class OpenPlan(QObject):
    """Joins what one plan's page needs, and gives all of it up with the page."""

    looked = Signal(object, object, object)  # Plan, Checked, Shown: the coach has looked

    def __init__(
        self,
        page: PlanPage,
        *,
        desk: Any,
        plan_id: str,
        runner: Runner,
        today: Callable[[], date],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(page)
        self.page, self.plan_id = page, plan_id
        self._desk, self._today = desk, today
        self._rests = rests_of(runner)
        served, after = Served(runner, page), AfterFor(page)
        page.set_today(today())
        self.coach = self._joined_coach(served, after)
        self.presenter = PlanPresenter(
            page,
            desk=PlanAtDesk(desk, plan_id),
            submit=served.submit,
            after=after,
            now=now,
            today=today,
            changed=self._on_changed,
        )
        self.hints = WritingHints(
            page.editor, self.presenter, submit=served.beside, after=after, by=desk.name, today=today
        )
        self.telling = Telling(page, self.presenter)
        self.undoing = self._undone_by(served, after)
        self.pictures = self._pictures_by(served)
        self._is_first_look = True
        self._connect()

    def _undone_by(self, served: Served, after: AfterFor) -> UndoPresenter:
        return UndoPresenter(
            self.page,
            desk=HistoryAtDesk(self._desk, self.plan_id, self._today),
            submit=served.submit,
            after=after,
            settle=self.presenter.settle,
            wrote=self.presenter.refresh,
        )

    def _pictures_by(self, served: Served) -> PicturesPresenter:
        return PicturesPresenter(
            self.page.editor.foot.picture,
            desk=self._desk,
            submit=served.submit,
            beside=served.beside,
            add=self.presenter.add_picture,
        )

    def _joined_coach(self, served: Served, after: AfterFor) -> CoachPresenter:
        return CoachPresenter(
            self.page.coach,
            submit=served.beside,
            after=after,
            today=self._today,
            looked=self._on_looked,
            begun=lambda: self.presenter.keeping.pending.begun,
        )

    def open(self) -> None:
        """The plan is read and shown."""
        self.presenter.open(self._rests.back(self._desk, self.plan_id))

    def settle(self, then: Callable[[], None] | None = None) -> None:
        """What is being typed becomes an edit."""
        spot, cursor = self.page.editor.resting_at()
        if self.presenter.plan is not None:
            self._rests.leave(self._desk, self.plan_id, self.presenter.rest(spot, cursor))
        self.presenter.settle(then)

    def next_idea(self, by: int) -> None:
        """The next idea of the coach stands open and has the focus."""
        self.coach.step(by)
        idea = self.coach.idea()
        card = self.page.coach.card(idea.key) if idea else None
        if card is not None:
            card.focus()

    def note_judgement(self) -> None:
        """The worker's judgement on the open idea is asked for."""
        idea = self.coach.idea()
        card = self.page.coach.card(idea.key) if idea else None
        if card is not None:
            card.ask_for_judgement()

    def _on_changed(self, plan: Plan) -> None:
        self.coach.look_at(plan, at_once=self._is_first_look)
        self._is_first_look = False
        self.coach.look_from(self.presenter.section.key)
        self.page.coach.may_come_back = plan.next_review is not None
        self.hints.look()

    def _on_looked(self, plan: Plan, checked: Checked, shown: Shown) -> None:
        self.looked.emit(plan, checked, shown)

    def _on_judged(self, key: str, said: str, again: bool) -> None:
        idea, plan = self.coach.idea(key), self.presenter.plan
        if idea is None or plan is None:
            return
        asked = plan.next_review.on if again and plan.next_review else None
        answer = checks.answer_to(
            idea.finding,
            answer_id=new_id(),
            kind=AnswerKind.ASK_AT_REVIEW if asked else AnswerKind.NOT_RIGHT_HERE,
            words=(Span(text=said),),
            by=self._desk.name,
            on=self._today(),
            ask_again_on=asked,
        )
        self.presenter.record_answer(answer, of_idea(key))

    def _on_thought(self, question: str, said: str, for_supervision: bool) -> None:
        noted = thought(question, said, for_supervision=for_supervision)
        self.presenter.record_thought(noted, of_question(question))

    def _on_way(self, key: str) -> None:
        idea = self.coach.idea(key)
        if idea is not None and idea.way is not None:
            self.go(idea.way)

    def go(self, way: Way) -> None:
        """The editor stands open where this leads: at words, at a new card for somebody's, at what matters most."""
        self.page.show_editor()
        if way.kind == "voice":
            self.presenter.add_words(way.person)
        elif way.kind == "matters":
            self.telling.ask_for_matter()
        else:
            self._go_to_words(way)

    def _go_to_words(self, way: Way) -> None:
        """The pointer names collection, place and field; the words are found in the field's runs."""
        plan = self.presenter.plan
        spot = ways.spot_of(plan, way) if plan is not None else None
        self.open_section(ways.section_of(way))
        if plan is None or spot is None:
            self.page.editor.begin_focus(ways.collection_of(way))
            return
        text = spots.text_at(plan, spot) or ""
        self.page.focus_on(spot, text.find(way.words) if way.words in text else None)

    def open_section(self, key: str) -> None:
        """Another section is open."""
        editor = self.page.editor
        focus = QApplication.focusWidget() or self.page
        was_inside = editor.isAncestorOf(focus) or editor.foot.quick_adds.isAncestorOf(focus)
        if key:
            self.presenter.open_section(key)
            self.coach.look_from(key)
        if was_inside:
            editor.setFocus()

    def show_numbers(self) -> None:
        """The phone numbers stand at the foot of the page, whatever section is open."""
        plan = self.presenter.plan
        if plan is not None:
            self.page.show_editor()
            self.page.editor.foot.numbers.open(numbers.right_now(), numbers.numbers_of(plan))

    def _close_numbers(self) -> None:
        self.page.editor.foot.numbers.hide()
        self.page.editor.setFocus()

    def step_section(self, by: int) -> None:
        """The section after the one that is open, or before it; none beyond the last."""
        keys = [one.key for one in sections.SECTIONS]
        at = keys.index(self.presenter.section.key) + by
        if 0 <= at < len(keys):
            self.open_section(keys[at])
            self.page.editor.setFocus()

    def _on_card_made(self, card: EntryCard) -> None:
        for picture in card.pictures:
            self.pictures.wanted(picture.shown.hash, _if_there(picture))
        card.typed.connect(self.presenter.typed)
        card.left.connect(self.presenter.left)
        card.take_out_asked.connect(self.presenter.take_out)
        card.earlier_asked.connect(self.page.earlier_asked)
        card.paste_refused.connect(self.page.show_refused)
        card.done.connect(lambda _: self.telling.next_card(card))

    def _connect(self) -> None:
        page, coach = self.page, self.page.coach
        page.editor.card_made.connect(self._on_card_made)
        page.editor.all_made.connect(self.hints.look)
        page.sections.asked.connect(self.open_section)
        page.editor.top.bar.asked.connect(self.open_section)
        page.editor.top.step_asked.connect(self.step_section)
        page.editor.top.undo_asked.connect(self.undoing.undo)
        page.editor.whose_view.asked.connect(self.presenter.look)
        page.editor.foot.phone_bar.asked.connect(self.show_numbers)
        page.editor.foot.numbers.closed.connect(self._close_numbers)
        picture = page.editor.foot.picture
        picture.file_chosen.connect(self.pictures.take_file)
        picture.pasted.connect(self.pictures.take_bytes)
        picture.closed.connect(self.pictures.stop)
        page.put_back_asked.connect(self.presenter.put_back)
        page.try_again_asked.connect(lambda: self.presenter.settle())
        page.copy_asked.connect(self.presenter.copy_words)
        page.bring_back_asked.connect(self.undoing.bring_back)
        coach.counted.connect(page.show_ideas)
        coach.filter_asked.connect(self.coach.filter)
        coach.toggled.connect(self.coach.open)
        coach.everything_asked.connect(self.coach.look_at_everything)
        coach.way_asked.connect(self._on_way)
        coach.judged.connect(self._on_judged)
        coach.section_asked.connect(self.open_section)
        coach.thought.connect(self._on_thought)
        coach.began.connect(self.presenter.keeping.note)
        coach.ask_again_asked.connect(self.presenter.ask_again)
        on_keys("F8", page, lambda: self.next_idea(1))
        on_keys("Shift+F8", page, lambda: self.next_idea(-1))
        on_keys("Ctrl+J", page, self.note_judgement)
        on_keys("Ctrl+T", page, self.show_numbers)
        on_keys("Ctrl+Up", page, lambda: self.step_section(-1))
        on_keys("Ctrl+Down", page, lambda: self.step_section(1))
        on_keys("Ctrl+Z", page, self.undoing.undo)
        on_keys("Ctrl+Shift+W", page, self.telling.ask_for_words)


def _if_there(picture: PictureOnCard) -> Callable[[bytes | None], None]:
    """Shows a picture on its card, if the card is still there when it comes."""
    return lambda body: picture.show_bytes(body) if isValid(picture) else None
