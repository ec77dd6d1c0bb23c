"""Making a recovery sheet and proving it: the paper at one side, what can be done with it at the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from fsdesk.errors import Refused
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.asking_file import ask_where_to_save
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.drop_list import DropList
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.parts.sheet_check import SheetCheck
from fsdesk.ui.parts.sheet_paper import SheetPaper
from fsdesk.ui.parts.tick_box import TickBox
from fsdesk.ui.presenters.recovery_sheet import SIGNS, WORDS, Paper, SheetPresenter

PRINT, SAVE, COPY = "Print the sheet", "Save as PDF...", "I’ll copy it by hand"
COPIED, SHOW_AGAIN, ANOTHER = "I’ve copied it", "Show it again", "Make another sheet"
FILE_NAME, FILE_TITLE = "fsdesk recovery sheet.pdf", "Save the recovery sheet"
NO_PRINTER = "No printer here? Copy it by hand now. A printed one can be made another day."
IN_SIGNS = "Letters and numbers, not English words"
PROVEN = "Sheet {number} counts. With it you can choose a new passphrase."
_SIDE_BY_SIDE = 600  # px at 100 %


class RecoverySheet(QWidget):
    """``stood`` comes whenever it stands another way. With a presenter served, it says by itself how it does."""

    stood = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter: SheetPresenter | None = None
        self._paper, self._check = SheetPaper(), SheetCheck()
        self._told, self._notice = words.prose("", "body"), Notice()
        self._print = BusyButton(PRINT, "Making it...", "printer")
        self._printers = DropList(16)
        self._copy, self._save = button(COPY, "pencil"), button(SAVE, "file-down")
        self._copied = button(COPIED, "check", "main")
        self._again = button(SHOW_AGAIN, "eye", "quiet")
        self._another = button(ANOTHER, "rotate-ccw", "quiet")
        self._in_signs = TickBox(IN_SIGNS)
        self._no_printer = words.prose(NO_PRINTER, "note", "muted")
        self._is_making, self._is_copying, self._is_proven = True, False, False
        self._actions = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._connect()
        self._lay_out()

    def serve(self, presenter: SheetPresenter) -> None:
        """From now on, what the person does here goes to this presenter, which says how it stands."""
        self._presenter = presenter
        presenter.begin()

    @property
    def is_proven(self) -> bool:
        """Whether a sheet counts now."""
        return self._is_proven

    def show_printers(self, names: Sequence[str]) -> None:
        self._printers.clear()
        self._printers.addItems(list(names))
        self._printers.setVisible(len(names) > 1 and self._is_making)

    def show_paper(self, paper: Paper | None, told: str) -> None:
        self._notice.clear()
        self._paper.show_paper(paper)
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self._is_proven = False
        self._show_actions(making=paper is None, copying=bool(paper and paper.rows))
        self.stood.emit()

    def show_asking(self, asked: str) -> None:
        self._check.ask(asked)
        self._again.setVisible(bool(asked) and self._presenter is not None and self._presenter.can_show_again)
        self._follow_focus(self._check.stops[0] if asked else self._copied)

    def show_proven(self, number: str) -> None:
        self._is_proven = True
        self._again.hide()
        self._check.show_matches()
        self._told.setText(PROVEN.format(number=number))
        self._told.show()
        self._aim()
        self.stood.emit()

    def show_not_on_sheet(self, refused: Refused) -> None:
        self._check.show_not_there(refused)

    def show_busy(self, busy: bool) -> None:
        self._print.set_busy(busy)
        for one in (self._copy, self._save, self._in_signs, self._printers):
            one.setEnabled(not busy)

    def show_refused(self, refused: Refused) -> None:
        self._notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def _show_actions(self, *, making: bool = False, copying: bool = False) -> None:
        """What can be done now: make a sheet, go on from copying it, or, once there is one, make another."""
        self._is_making, self._is_copying = making, copying
        for one in (self._print, self._copy, self._save, self._in_signs, self._no_printer):
            one.setVisible(making)
        self._printers.setVisible(making and self._printers.count() > 1)
        self._copied.setVisible(copying)
        self._another.setVisible(not making and not copying)
        self._fit()
        self._aim()

    def _follow_focus(self, to: QWidget) -> None:
        """The focus goes to what comes next, from a button that is gone."""
        self._aim()
        if self.isVisible() and to.isVisible():
            to.setFocus()

    def _aim(self) -> None:
        """The focus begins at the first thing that can be done; Tab is caught where that is out of sight."""
        stops = (self._print, self._copied, *self._check.stops, self._another)
        self.setFocusProxy(next((one for one in stops if one.isVisibleTo(self)), self._print))

    def _on_another(self) -> None:
        """The sheet that is there counts until a new one was proven."""
        self._show_actions(making=True)
        self._check.ask("")
        self._again.hide()
        self._follow_focus(self._print)

    def _writing(self) -> str:
        return SIGNS if self._in_signs.isChecked() else WORDS

    def _on_print(self) -> None:
        if self._presenter:
            self._presenter.print_it(self._printers.currentText(), self._writing())

    def _on_copy(self) -> None:
        if self._presenter:
            self._presenter.copy(self._writing())

    def _on_save(self) -> None:
        ask_where_to_save(self, FILE_TITLE, FILE_NAME, "PDF (*.pdf)", self._on_place)

    def _on_place(self, place: Path) -> None:
        if self._presenter:
            self._presenter.save(place, self._writing())

    def _on_copied(self) -> None:
        if self._presenter:
            self._presenter.hide()

    def _on_again(self) -> None:
        if self._presenter:
            self._presenter.show_again()

    def _on_typed(self, typed: str) -> None:
        if self._presenter:
            self._presenter.check(typed)

    def _connect(self) -> None:
        self._print.asked.connect(self._on_print)
        self._copy.clicked.connect(self._on_copy)
        self._save.clicked.connect(self._on_save)
        self._copied.clicked.connect(self._on_copied)
        self._again.clicked.connect(self._on_again)
        self._another.clicked.connect(self._on_another)
        self._check.typed.connect(self._on_typed)

    def _lay_out(self) -> None:
        px = worn().px
        self._printers.setAccessibleName("Printer")
        self._in_signs.setMinimumHeight(px(44))
        for one in (self._again, self._another):
            one.setProperty("roomy", True)
        for one in (self._print, self._copy, self._save, self._copied):
            one.setProperty("large", True)
        column = QVBoxLayout(self._actions)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for part in (self._print, self._printers, self._copy, self._save, self._in_signs, self._no_printer):
            column.addWidget(part)
        column.addWidget(self._told)
        for below in (self._copied, self._check, self._notice):
            column.addWidget(below)
        for quiet in (self._again, self._another):
            column.addWidget(quiet, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(28))
        left = QVBoxLayout()
        left.addWidget(self._paper)
        left.addStretch(1)
        self._row.addLayout(left, 1)
        self._row.addWidget(self._actions, 1)
        self._again.hide()
        self.show_paper(None, "")

    def _fit(self) -> None:
        ways = QBoxLayout.Direction
        beside = self.width() >= worn().px(_SIDE_BY_SIDE) and not self._is_copying
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
