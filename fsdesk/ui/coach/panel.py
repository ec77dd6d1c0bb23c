"""The coach's panel: filters with counts, ideas by principle, and a line that says what they are not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fsdesk.plans.reflections import Question
from fsdesk.ui.coach.idea_card import IdeaCard
from fsdesk.ui.coach.listed import (
    aside,
    elsewhere_rows,
    group_header,
    judgements_note,
    nothing_here,
    small_heading,
    well_card,
    well_line,
)
from fsdesk.ui.coach.question_card import QuestionCard
from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.buttons import button, chip
from fsdesk.ui.parts.clearing import let_go
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.parts.tab_order import follow
from fsdesk.ui.presenters.coach import HERE, NOTES, SHARING, WELL, WHOLE
from fsdesk.ui.presenters.coach_beside import Beside
from fsdesk.ui.presenters.coach_words import JUDGEMENTS, Begun, of_idea, of_question
from fsdesk.ui.presenters.ideas import Group, Shown
from fsdesk.ui.presenters.spots import Place

NOT_MARKS = "Ideas, not marks. You and the family decide."
KEEPS_QUIET = "The coach keeps quiet for now, but for a few ideas."
TO_THINK_ABOUT = "To think about today"
LOOKING = "Looking at the plan..."
AWAY = "The coach has nothing to show just now. Everything else works."


class CoachPanel(Begins, QFrame):
    """Never reorders under the pointer: a card stays the same card while its idea is there."""

    filter_asked = Signal(str)
    everything_asked = Signal()
    toggled = Signal(str)
    way_asked = Signal(str)
    judged = Signal(str, str, bool)
    ask_again_asked = Signal(str)
    section_asked = Signal(str)
    thought = Signal(str, str, bool)  # question, words, for supervision
    began = Signal(object, object)  # Place, Begun: a note that is not kept yet
    counted = Signal(object)  # how many ideas for each section of the plan

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "coach")
        self.setAccessibleName("Coach")
        self._cards: dict[str, IdeaCard] = {}
        self._shown: list[QWidget] = []
        self._same_ones: dict[tuple[object, ...], QWidget] = {}
        self._questions: dict[str, QuestionCard] = {}
        self.may_come_back = False
        self._begun: dict[Place, Begun] = {}
        self._begun_at: Place | None = None
        self._filters = QButtonGroup(self)
        self._well = button("", "circle-check", "well", dense=True)
        self._here, self._whole = chip("Here", checked=True), chip("Whole plan")
        self._sharing = chip("Before sharing")
        self._panel = QWidget()
        self._panel.setProperty("surface", "clear")
        self._list = QVBoxLayout(self._panel)
        self._scrolled = Scrolled(self._panel)
        self._lay_out()
        self._say(words.prose(LOOKING, "note", "muted"))
        self.setFocusProxy(self._here)

    def show_ideas(self, shown: Shown, groups: tuple[Group, ...], looking_at: str, is_open: str) -> None:
        """Shows these groups (and what else there is) under a filter, with one idea open."""
        self._show_filters(shown, looking_at)
        self._show_list(shown, groups, looking_at, is_open)
        self.counted.emit(shown.counts)
        self._focus_begun()

    def give_back(self, begun: Mapping[Place, Begun], at: Place | None) -> None:
        """Notes that were begun before stand on their cards, as soon as those are shown; the focus is ``at`` one."""
        self._begun, self._begun_at = dict(begun), at

    def show_away(self) -> None:
        """There is nothing to show just now, and that stands in nobody's way."""
        self._say(words.prose(AWAY, "note", "muted"))

    def card(self, key: str) -> IdeaCard | None:
        """The card of this idea."""
        return self._cards.get(key)

    def _show_filters(self, shown: Shown, looking_at: str) -> None:
        count = len(shown.well)
        self._well.setText(f"{count} going well")
        icons.put(self._well, "circle-check", "moss", 16)
        self._well.setVisible(bool(count))
        self._well.setAccessibleName(f"{count} principles going well. Show them")
        self._here.setText(f"Here {shown.here}")
        self._whole.setText(f"Whole plan {shown.whole}")
        self._sharing.setText(f"Before sharing {shown.sharing}")
        for made, which in self._by_filter():
            made.setChecked(which == looking_at)

    def _by_filter(self) -> tuple[tuple[QPushButton, str], ...]:
        return (
            (self._here, HERE),
            (self._whole, WHOLE),
            (self._sharing, SHARING),
            (self._well, WELL),
        )

    def _show_list(self, shown: Shown, groups: tuple[Group, ...], looking_at: str, is_open: str) -> None:
        if looking_at == WELL:
            self._fill([self._same((WELL, one), well_card, one) for one in shown.well])
            return
        if looking_at == NOTES:
            notes = judgements_note(
                shown.judgements, self.ask_again_asked.emit, lambda: self.filter_asked.emit(HERE)
            )
            self._fill([notes])
            return
        made: list[QWidget] = []
        if shown.is_quiet:
            made.append(self._keeps_quiet())
        if looking_at == HERE:
            made += [self._same((HERE, one), well_line, one) for one in shown.well_here]
        for group in groups:
            title = (group.title, group.framework)
            made.append(self._same(title, group_header, *title))
            made += [self._idea(group, key, is_open) for key in (idea.key for idea in group.ideas)]
        says_nothing_of_risk = looking_at == HERE and bool(shown.beside.note)
        if not groups and not says_nothing_of_risk:  # a tick beside a worry would read as an all-clear
            made.append(self._same(("",), nothing_here, lambda: self.filter_asked.emit(WELL)))
        if says_nothing_of_risk:
            made.append(self._same((shown.beside.note,), aside, shown.beside.note))
        if shown.judgements:
            count = len(shown.judgements)
            made.append(self._same((NOTES, count), self._notes_row, count))
        if looking_at == HERE:
            made += self._around(shown.beside)
        self._fill(made)

    def _around(self, beside: Beside) -> list[QWidget]:
        """Where else ideas wait, and what there is to think about today."""
        made: list[QWidget] = []
        if beside.elsewhere:
            rows = beside.elsewhere
            made.append(self._same((rows,), elsewhere_rows, rows, self.section_asked.emit))
        if beside.questions:
            made.append(self._same((TO_THINK_ABOUT,), small_heading, TO_THINK_ABOUT))
            made += [self._question(one) for one in beside.questions]
        return made

    def _same(self, key: tuple[object, ...], make: Callable[..., QWidget], *given: object) -> QWidget:
        """What says the same stays the same, so that an update moves nothing and takes the focus from nothing."""
        if key not in self._same_ones:
            self._same_ones[key] = make(*given)
        return self._same_ones[key]

    def _question(self, question: Question) -> QuestionCard:
        """A card stays the same one while its question is asked, with what somebody began to write in it."""
        card = self._questions.get(question.id)
        if card is None or card.question != question:
            card = self._questions[question.id] = QuestionCard(question)
            card.kept.connect(self.thought)
            card.began.connect(self.began)
            self._give_back(of_question(question.id), card)
        return card

    def _idea(self, group: Group, key: str, is_open: str) -> IdeaCard:
        idea = next(one for one in group.ideas if one.key == key)
        card = self._cards.get(key)
        if card is None:
            card = self._cards[key] = IdeaCard(idea)
            card.toggled.connect(self.toggled)
            card.way_asked.connect(self.way_asked)
            card.judged.connect(self.judged)
            card.began.connect(self.began)
            self._give_back(of_idea(key), card)
        card.show_idea(idea, open_=key == is_open, may_come_back=self.may_come_back)
        return card

    def _give_back(self, place: Place, card: IdeaCard | QuestionCard) -> None:
        begun = self._begun.pop(place, None)
        if begun is not None:
            card.give_back(begun)

    def _focus_begun(self) -> None:
        """The cursor is in the note that was begun last, once its card is there."""
        at = self._begun_at
        if at is None:
            return
        card = self._cards.get(at.record) if at.collection == JUDGEMENTS else self._questions.get(at.record)
        if card is not None and card in self._shown:
            self._begun_at = None
            card.focus_begun()

    def _fill(self, wanted: list[QWidget]) -> None:
        """The list holds these, in this order; what is gone is let go, but for cards with words begun in them."""
        for gone in [one for one in self._shown if one not in wanted]:
            self._list.removeWidget(gone)
            gone.hide()
            if not getattr(gone, "has_begun", False):
                let_go(gone)
        self._shown = list(wanted)
        self._cards = {key: one for key, one in self._cards.items() if one in wanted or one.has_begun}
        self._questions = {key: one for key, one in self._questions.items() if one in wanted or one.has_begun}
        self._same_ones = {key: one for key, one in self._same_ones.items() if one in wanted}
        for at, one in enumerate(wanted):
            if self._list.indexOf(one) != at:
                self._list.insertWidget(at, one)
                one.show()
        follow(self._well, *wanted)

    def _say(self, label: QWidget) -> None:
        label.setContentsMargins(*(worn().px(12),) * 4)
        self._fill([label])

    def _notes_row(self, count: int) -> QPushButton:
        row = button(f"{count} {'note' if count == 1 else 'notes'} of your judgement", "notebook-pen", "row")
        row.clicked.connect(lambda: self.filter_asked.emit(NOTES))
        return row

    def _keeps_quiet(self) -> QWidget:
        px = worn().px
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(px(12), px(10), px(12), px(6))
        column.setSpacing(px(4))
        column.addWidget(words.prose(KEEPS_QUIET, "note", "muted"))
        more = button("Show every idea", kind="quiet", dense=True)
        more.clicked.connect(self.everything_asked)
        row = QHBoxLayout()
        row.addWidget(more)
        row.addStretch(1)
        column.addLayout(row)
        return made

    def _lay_out(self) -> None:
        px = worn().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        column.addWidget(self._scrolled, 1)
        foot = QFrame()
        foot.setProperty("surface", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.addWidget(icons.label("info", "muted", 16))
        row.addWidget(words.prose(NOT_MARKS, "note", "muted"), 1)
        column.addWidget(foot)

    def _head(self) -> QFrame:
        px = worn().px
        head = QFrame()
        head.setProperty("surface", "header")
        column = QVBoxLayout(head)
        column.setContentsMargins(px(12), px(9), px(12), px(9))
        column.setSpacing(px(8))
        top = QHBoxLayout()
        top.addWidget(words.line("Coach", "card"), 1)
        self._well.setCheckable(True)
        self._well.hide()
        top.addWidget(self._well)
        column.addLayout(top)
        held = QWidget()
        chips = Flow(px(6), held)
        for made, which in self._by_filter():
            self._filters.addButton(made)
            made.clicked.connect(lambda _=False, which=which: self.filter_asked.emit(which))
        chips.addWidget(self._here)
        chips.addWidget(self._whole)
        chips.addWidget(self._sharing)
        column.addWidget(held)
        return head
