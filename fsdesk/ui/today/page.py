"""The page of Today: three large things to do, the visits, the reviews, and what was promised."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QPushButton, QVBoxLayout, QWidget

from fsdesk.desk.glancing import Family
from fsdesk.errors import Refused
from fsdesk.ui.families.start_card import StartCard
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import tab_order, words
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.empty import Empty
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.parts.width import Fits, Width, width_of
from fsdesk.ui.presenters.inside import in_a_sentence
from fsdesk.ui.presenters.starting import Alike
from fsdesk.ui.presenters.today import Shown, TodayPresenter
from fsdesk.ui.presenters.today_rows import carry_on
from fsdesk.ui.today.not_sent import NotSentCard
from fsdesk.ui.today.promises import PromisesCard
from fsdesk.ui.today.reviews import ReviewsCard
from fsdesk.ui.today.visits import VisitsCard

TYPED = "Everything you typed is here"
FIRST, FIRST_TEXT = (
    "Your first family goes here",
    "Start with a name the family chooses. Nothing else is needed today.",
)
_BESIDE = {Width.THREE: 360, Width.TWO: 292}  # px at 100 %
_MARGIN = {Width.THREE: 28, Width.TWO: 20, Width.ONE: 16}


class TodayPage(Begins, Fits, QWidget):
    """Begins at the next visit, or at what is to be carried on; ``send_asked`` is for preparing a package."""

    send_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter: TodayPresenter | None = None
        self._family: Family | None = None
        self._has_day = False
        self._title, self._sentence = words.line("", "first"), words.prose("", "lead", "muted")
        self.start = _large("Start a plan", "plus", "main")
        self.carry_on = _large("Carry on", "pencil")
        self.left_open, self.notice, self._empty = Notice(), Notice(), Empty()
        self.start_card = StartCard()
        self.visits, self.reviews = VisitsCard(), ReviewsCard()
        self.not_sent, self.promises = NotSentCard(), PromisesCard()
        self._lay_out()
        self.setFocusProxy(self.start)

    def serve(self, presenter: TodayPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        self.start_card.started.connect(presenter.start)
        self.start_card.different.connect(presenter.start_different)
        self.start_card.opened.connect(presenter.open)
        self.visits.asked.connect(presenter.open)
        self.reviews.asked.connect(presenter.open)
        self.reviews.sheet_asked.connect(presenter.print_sheet)
        self.promises.kept.connect(presenter.keep)
        self.promises.taken_back.connect(presenter.take_back)

    def panes(self) -> list[QWidget]:
        """What is to be done, the wide column, and the one beside it."""
        return [self._doing, self._left, self._right]

    def ask_for_name(self) -> None:
        """Somebody wants to start a plan: the one question is asked."""
        self.start_card.ask()

    def show_day(self, shown: Shown) -> None:
        self._title.setText(shown.title)
        self._sentence.setText(shown.sentence)
        self._family = shown.carry_on
        self.carry_on.setVisible(shown.carry_on is not None)
        if shown.carry_on is not None:
            self.carry_on.setText(carry_on(shown.carry_on))
        self.visits.show_visits(shown.visits, shown.no_visits)
        self.reviews.show_reviews(shown.reviews, shown.all_reviews)
        self.promises.show_promises(shown.promises)
        self.not_sent.show_sent(shown.unsent)
        for card in (self.visits, self.reviews, self.promises):
            card.setVisible(shown.has_families)
        if shown.has_families:
            self._empty.hide()
        else:
            self._empty.say("users", FIRST, FIRST_TEXT)
        self._begin_at(self.visits.first() or self.start)
        self._order()

    def show_left_open(self, family: Family) -> None:
        said = f"The last words in the plan of {in_a_sentence(family.family)} are back."
        self.left_open.say(Tone.GOING_WELL, said, TYPED, icon="rotate-ccw")
        back = button("Carry on", kind="main")
        back.clicked.connect(lambda: self._go_back(family))
        self.left_open.offer(back)
        self._order()
        if self._has_focus():
            back.setFocus()

    def show_alike(self, name: str, found: Sequence[Alike]) -> None:
        self.start_card.ask_whether_alike(name, found)

    def show_refused(self, refused: Refused) -> None:
        self.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)
        self.promises.show_again()

    def _begin_at(self, first: QPushButton) -> None:
        """The page begins here; once, when the day has been read, the focus goes there too if nobody moved it."""
        waits = not self._has_day and self.start.hasFocus() and self.start_card.isHidden()
        self._has_day = True
        self.setFocusProxy(first)
        if waits:
            first.setFocus()

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _go_back(self, family: Family) -> None:
        self.left_open.clear()
        if self._presenter is not None:
            self._presenter.open(family.plan)

    def _on_carry_on(self) -> None:
        if self._presenter is not None and self._family is not None:
            self._presenter.open(self._family.plan)

    def _order(self) -> None:
        """Tab goes as one reads: what is to be done, then the cards of the wide column, then those beside it."""
        parts = (self.carry_on, self.left_open, self.notice, self.start_card)
        tab_order.follow(self.start, *parts, self.visits, self.reviews, self.not_sent, self.promises)

    def _lay_out(self) -> None:
        px = worn().px
        self.start.setToolTip("Ctrl+N")
        self.start.clicked.connect(self.ask_for_name)
        self.start_card.closed.connect(self.start.setFocus)
        self.carry_on.clicked.connect(self._on_carry_on)
        self.carry_on.hide()
        self.not_sent.asked.connect(self.send_asked)
        panel = QWidget()
        self._column = QVBoxLayout(panel)
        self._column.setSpacing(px(14))
        head = QVBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(self._title)
        head.addWidget(self._sentence)
        self._column.addLayout(head)
        self._column.addWidget(self._actions())
        for part in (self.left_open, self.notice, self.start_card, self._empty):
            self._column.addWidget(part)
        self._column.addLayout(self._cards())
        self._column.addStretch(1)
        held = QVBoxLayout(self)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(Scrolled(panel))

    def _actions(self) -> QWidget:
        self._doing = QWidget()
        flow = Flow(worn().px(12), self._doing)
        flow.addWidget(self.start)
        flow.addWidget(self.carry_on)
        return self._doing

    def _cards(self) -> QBoxLayout:
        px = worn().px
        self._left, self._right = QWidget(), QWidget()
        for side, cards in (
            (self._left, (self.visits, self.reviews)),
            (self._right, (self.not_sent, self.promises)),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(16))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(px(20))
        self._sides.addWidget(self._left, 1)
        self._sides.addWidget(self._right)
        return self._sides

    def _fit(self) -> None:
        width, px = width_of(self.window()), worn().px
        one = width is Width.ONE
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if one else across)
        if one:
            self._right.setMinimumWidth(0)
            self._right.setMaximumWidth(16777215)  # QWIDGETSIZE_MAX: as wide as there is room
        else:
            self._right.setFixedWidth(px(_BESIDE[width]))
        margin = px(_MARGIN[width])
        self._column.setContentsMargins(margin, px(24), margin, px(16))
        self.visits.fit(width)


def _large(text: str, icon: str, kind: str = "") -> QPushButton:
    made = button(text, icon, kind)
    made.setProperty("large", True)
    return made
