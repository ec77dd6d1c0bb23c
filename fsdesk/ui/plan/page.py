"""The page of one plan: parts, editor and coach, laid out by how many letters fit beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.errors import Refused
from fsdesk.plans.listed import listed
from fsdesk.plans.model import Plan
from fsdesk.ui.coach.panel import CoachPanel
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.asking_file import ask_where_to_save
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.notice import Tone
from fsdesk.ui.parts.width import Fits, Width, width_of
from fsdesk.ui.plan.editor import Editor
from fsdesk.ui.plan.section_list import SectionList
from fsdesk.ui.presenters import sections
from fsdesk.ui.presenters.coach_words import Begun
from fsdesk.ui.presenters.dates import plain_day
from fsdesk.ui.presenters.entries import Entry, Voice
from fsdesk.ui.presenters.plan_parts import parts_of, spoken_in
from fsdesk.ui.presenters.sections.shapes import Section
from fsdesk.ui.presenters.shown_section import Views
from fsdesk.ui.presenters.spots import Place, Spot
from fsdesk.ui.presenters.word_copy import FILE_KIND, file_name

NOT_LOCKED = "That file is not locked: whoever finds it can read it."
COACH = 352  # px at 100 %
FOUND_AGAIN = "Everything you typed is here"
FOUND_AGAIN_TEXT = (
    "fsdesk stopped before it was done. Your last words are back, with the cursor where it was."
)
EASY_LINE_TEXT = (
    "The easy line you were writing is in the plan, to be read together. It stands on the print page."
)


class PlanPage(Begins, Fits, QWidget):
    """Three panes, two, or one; the same widgets in each."""

    saved = Signal(object)  # datetime
    not_saved = Signal(str)
    try_again_asked = Signal()
    copy_asked = Signal(object)  # Path
    put_back_asked = Signal()
    print_asked = Signal()
    bring_back_asked = Signal()
    earlier_asked = Signal(object, str)  # Place, heading
    family_shown = Signal(str, str)  # its name, and where and since when

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today: date | None = None
        self._ideas: dict[str, int] = {}
        self._spoken: frozenset[str] = frozenset()
        self._section = sections.MATTERS
        self._bar_is_about_saving = self._says_found_again = False
        self.sections = SectionList(parts_of((), {}))
        self.editor = Editor()
        self.coach = CoachPanel()
        self._coach_button = button("Coach", "message-circle")
        self._coach_button.setCheckable(True)
        self._coach_button.toggled.connect(lambda _: self._fit())
        self._foot = QFrame()
        self._lay_out()
        self.setFocusProxy(self.editor)

    def panes(self) -> list[QWidget]:
        """The panes in the order in which F6 goes through them."""
        return [pane for pane in (self.sections, self.editor, self.coach) if pane.isVisible()]

    def set_today(self, today: date) -> None:
        """The day that dates are told from."""
        self._today = today

    def show_plan(self, plan: Plan, entries: Sequence[Entry], voices: Sequence[Voice]) -> None:
        """The plan as it stands, typed words included."""
        self._spoken = spoken_in(plan)
        self.family_shown.emit(listed(plan).family, about(plan, self._today))
        self.editor.show_entries(entries, voices)
        self.show_ideas(self._ideas)

    def show_section(self, section: Section, views: Views) -> None:
        """The page is about this section; that everything is here again was read in the one before."""
        if section.key != self._section and self._says_found_again:
            self._says_found_again = False
            self.editor.notice.clear()
        self._section = section.key
        self.editor.show_section(section, views)

    def show_ideas(self, counts: Mapping[str, int]) -> None:
        """The coach has so many ideas for each section."""
        self._ideas = dict(counts)
        self._show_parts()
        count = self._ideas.get(self._section, 0)
        said = f"{count} {'idea' if count == 1 else 'ideas'} here" if count else "nothing to suggest"
        self._coach_button.setText(f"Coach: {said}")

    def _show_parts(self) -> None:
        parts = parts_of(self._spoken, self._ideas)
        self.sections.show_parts(parts, self._section)
        self.editor.top.bar.show_parts(parts, self._section)

    def show_saved(self, at: datetime) -> None:
        """Says since when everything is saved."""
        if self._bar_is_about_saving:
            self.editor.notice.clear()
            self._bar_is_about_saving = False
        self.saved.emit(at)

    def show_not_saved(self, refused: Refused) -> None:
        """A bar in the page says what could not be written; every word stays where it is."""
        self._bar_is_about_saving, self._says_found_again = True, False
        self.editor.notice.say(
            Tone.LOOK_HERE, f"{refused.what_next} Your words stay here.", refused.what, icon="hard-drive"
        )
        again = button("T&ry again", kind="main")
        again.clicked.connect(self.try_again_asked)
        elsewhere = button("Save what you typed elsewhere", "file-down")
        elsewhere.clicked.connect(self._ask_where)
        self.editor.notice.offer(again, elsewhere)
        self.not_saved.emit("Not saved yet")

    def _ask_where(self) -> None:
        """Another place for the words; nothing waits for the answer."""
        name = file_name(self._today) if self._today else "fsdesk-words.txt"
        ask_where_to_save(self, f"Save what you typed. {NOT_LOCKED}", name, FILE_KIND, self.copy_asked.emit)

    def show_copied(self, name: str) -> None:
        """What was typed lies in a file too; here it still waits."""
        self._bar_is_about_saving, self._says_found_again = True, False
        told = f"{NOT_LOCKED} Take it off once your words are saved here too."
        self.editor.notice.say(Tone.CALM, told, f"What you typed is in {name}", icon="file-text")
        again = button("T&ry again", kind="main")
        again.clicked.connect(self.try_again_asked)
        self.editor.notice.offer(again)

    def show_copy_refused(self, refused: Refused) -> None:
        """It could not be written there; another place can be chosen."""
        self.show_not_saved(refused)

    def show_taken_out(self, words: str) -> None:
        """Offers back what was taken out; empty says nothing any more."""
        if not words:
            self.editor.foot.taken_out.clear()
            return
        self.editor.foot.taken_out.say(Tone.CALM, f"{words} It stays in the history.", icon="undo-2")
        back = button("Put &back")
        back.clicked.connect(self.put_back_asked)
        self.editor.foot.taken_out.offer(back)

    def show_undone(self, words: str, left: Sequence[str]) -> None:
        """Says what was undone and what of it stays, and offers it back; empty says nothing any more."""
        if not words:
            self.editor.foot.taken_out.clear()
            return
        self.editor.foot.taken_out.say(Tone.CALM, " ".join((words, *left)), icon="undo-2")
        back = button("&Bring it back")
        back.clicked.connect(self.bring_back_asked)
        self.editor.foot.taken_out.offer(back)

    def show_begun(self, begun: Mapping[Place, Begun], at: Place | None) -> None:
        """The coach has its begun notes again; in one pane it is in sight where the cursor is in one."""
        self.coach.give_back(begun, at)
        if at is not None:
            self._coach_button.setChecked(True)

    def show_found_again(self) -> None:
        """What was being typed when the laptop stopped is back."""
        self._says_found_again = True
        self.editor.notice.say(Tone.GOING_WELL, FOUND_AGAIN_TEXT, FOUND_AGAIN, icon="rotate-ccw")

    def show_easy_line_found(self) -> None:
        """An easy line that was being typed is back, and the way to it."""
        self.editor.notice.say(Tone.GOING_WELL, EASY_LINE_TEXT, FOUND_AGAIN, icon="rotate-ccw")
        to_print = button("Go to the print page", "printer")
        to_print.clicked.connect(self.print_asked)
        self.editor.notice.offer(to_print)

    def show_refused(self, refused: Refused) -> None:
        """The plan could not be opened, or something could not be done."""
        self._says_found_again = False
        self.editor.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def focus_on(self, spot: Spot, cursor: int | None) -> None:
        """The text at this spot has the focus."""
        self.show_editor()
        self.editor.focus_on(spot, cursor)

    def show_editor(self) -> None:
        """In one pane, the editor stands in it."""
        self._coach_button.setChecked(False)

    def _fit(self) -> None:
        width = width_of(self.window())
        self.sections.setVisible(width is Width.THREE)
        self.editor.show_width(width)
        one = width is Width.ONE
        coach = self._coach_button.isChecked()
        self.coach.setVisible(not one or coach)
        self.editor.setVisible(not one or not coach)
        self._foot.setVisible(one)
        self._share_foot(one)
        px = worn().px
        if one:
            self.coach.setMinimumWidth(0)
            self.coach.setMaximumWidth(16777215)  # QWIDGETSIZE_MAX: as wide as there is room
        else:
            self.coach.setFixedWidth(px(COACH if width is Width.THREE else 330))
        self.sections.setFixedWidth(px(250))

    def _share_foot(self, one: bool) -> None:
        """In one pane, what begins here stands in one line with the way to the coach."""
        if one:
            self._foot_row.addWidget(self.editor.foot.give_quick_adds(), 1)
        else:
            self.editor.foot.hold_quick_adds()

    def _lay_out(self) -> None:
        px = worn().px
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sections)
        middle.addWidget(self.editor, 1)
        middle.addWidget(self.coach, 0)
        self._foot.setProperty("surface", "foot")
        foot = self._foot_row = QHBoxLayout(self._foot)
        foot.setContentsMargins(px(10), px(6), px(10), px(6))
        foot.setSpacing(px(8))
        foot.addWidget(self._coach_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self._foot)


def about(plan: Plan, today: date | None) -> str:
    """Where the family lives, and since when there is a plan."""
    since = f"plan since {plain_day(plan.started_on, today or plan.started_on)}" if plan.started_on else ""
    return " · ".join(part for part in (plan.neighbourhood, since) if part)
