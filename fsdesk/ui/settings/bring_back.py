"""Bringing back an earlier day: the backups below each other, and for one of them a safe answer that has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.clearing import clear
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.passphrase_field import PassphraseField
from fsdesk.ui.presenters.settings.bringing_back import BringingBackPresenter, Offer, Told
from fsdesk.ui.settings.rows import Inset, Row

LOOKING = "Looking at the backups..."
MEANS = (
    "The plans are closed, and this backup takes their place. What is here now is not lost: it goes among the backups, "
    "and can be brought back the same way. What a family had erased stays erased. Afterwards this laptop has a new "
    "contact card: give it to your team."
)
ONCE_MORE = "Your passphrase, once more"


class BringBack(QWidget):
    """Nothing that is typed here outlives it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter: BringingBackPresenter | None = None
        self._asked_by: QPushButton | None = None
        self.here, self.asking = words.prose(LOOKING, "body"), Asking()
        self.setAccessibleName("Backups that can be brought back")
        self._list = QWidget()
        self._rows = _column(self._list)
        self._told = Inset(self.here)
        column = _column(self)
        for part in (self._told, self._list, self.asking):
            column.addWidget(part)
        self.asking.hide()
        self.asking.kept.connect(self._on_kept)

    def serve(self, presenter: BringingBackPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        self.asking.serve(presenter)

    def come(self) -> None:
        """The backups are looked at anew."""
        self.forget()
        self.here.setText(LOOKING)
        clear(self._rows)
        if self._presenter:
            self._presenter.begin()

    def show_offers(self, told: Told) -> None:
        """What is here now, and below it each backup with what it holds."""
        self.here.setText(told.here)
        self._asked_by = None
        clear(self._rows)
        buttons = [self._add(one, told.here) for one in told.offers]
        if buttons and self.hasFocus():
            buttons[0].setFocus()

    def forget(self) -> None:
        """Nothing is asked, and nothing that was typed is left."""
        self.asking.forget()
        self._show_asking(False)

    def _add(self, one: Offer, here: str) -> QPushButton:
        by = button("Bring back...", dense=True)
        by.setAccessibleName(f"Bring back {one.day}...")
        by.clicked.connect(lambda: self._ask(one, here, by))
        self._rows.addWidget(Row(one.day, f"{one.held}\n{one.why}".strip(), by))
        return by

    def _ask(self, one: Offer, here: str, by: QPushButton) -> None:
        self._asked_by = by
        self.asking.ask(one, here)
        self._show_asking(True)
        self.asking.keep.setFocus()

    def _on_kept(self) -> None:
        self.forget()
        if self._asked_by is not None:
            self._asked_by.setFocus()

    def _show_asking(self, is_asking: bool) -> None:
        self.asking.setVisible(is_asking)
        self._told.setVisible(not is_asking)
        self._list.setVisible(not is_asking)


class Asking(Inset):
    """Is this day brought back? Both sides, what that means, and the passphrase; Esc keeps what is here."""

    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setProperty("surface", "sheet")
        self._presenter: BringingBackPresenter | None = None
        self._one: Offer | None = None
        self._title, self._sides = words.prose("", "card"), words.prose("", "body")
        self.field = PassphraseField()
        self.bring = BusyButton("Bring it back", "Checking...", "history")
        self.keep = button("Keep what is here")
        self.field.call(ONCE_MORE)
        self.field.entered.connect(self._on_bring)
        self.bring.asked.connect(self._on_bring)
        self.keep.clicked.connect(self.kept)
        answers = QWidget()
        flow = Flow(worn().px(8), answers)
        flow.addWidget(self.keep)
        flow.addWidget(self.bring)
        asked = (words.prose(MEANS, "body"), words.line(ONCE_MORE, "strong"), self.field, answers)
        for part in (self._title, self._sides, *asked):
            self.column.addWidget(part)
        self.setFocusProxy(self.keep)

    def serve(self, presenter: BringingBackPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter

    def ask(self, one: Offer, here: str) -> None:
        """Both sides of this backup are shown."""
        self._one = one
        self._title.setText(f"Bring back {one.day}?")
        self._sides.setText(f"In that backup: {one.held}\n{here}\n{one.newer}")

    def show_checking(self, checking: bool) -> None:
        """Nothing can be typed while the passphrase is looked at."""
        self.bring.set_busy(checking)
        self.field.set_waiting(checking)
        self.keep.setEnabled(not checking)

    def forget(self) -> None:
        """Nothing that was typed is left."""
        self.field.forget()

    def _on_bring(self) -> None:
        if self._presenter and self._one is not None:
            self._presenter.bring_back(self._one.backup, self.field.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.bring.is_busy:
            self.kept.emit()
        else:
            super().keyPressEvent(event)


def _column(held: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
