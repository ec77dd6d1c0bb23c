"""The recovery sheet typed back, and the new passphrase that opens the plans from now on."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from fsdesk.ui.look.focus_mark import MARKED_AROUND
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.growing_text import GrowingText
from fsdesk.ui.presenters.recovering import SheetInPresenter, counted
from fsdesk.ui.recovering.way_door import WayDoor

TITLE = "With your recovery sheet"
LEAD = "What stands on the sheet opens your plans once, and you choose a new passphrase."
ON_SHEET = "What stands on the sheet"
HOW = "24 words, or 18 groups of signs, from left to right. Numbers, capitals and lines make no difference."
OPEN, OPENING = "Open my plans", "Opening..."


class WithSheet(WayDoor):
    """What is typed is never hidden: it is copied from paper, and has to be read again."""

    def __init__(self) -> None:
        super().__init__(TITLE, LEAD, BusyButton(OPEN, OPENING, "lock-open"))
        self._presenter: SheetInPresenter | None = None
        self._typed = GrowingText(ON_SHEET)
        self._counted = words.line("", "note-strong")
        self._lay_out()
        self.setFocusProxy(self._typed)

    def serve(self, presenter: SheetInPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        self._typed.typed.connect(lambda _: self._on_changed())
        self._typed.done.connect(self.passphrase.setFocus)
        self.passphrase.changed.connect(self._on_changed)
        self.passphrase.entered.connect(self._on_next)
        self._on_changed()

    def show_working(self, working: bool) -> None:
        super().show_working(working)
        self._typed.setReadOnly(working)

    def forget(self) -> None:
        super().forget()
        self._typed.show_text("")
        self._typed.document().clearUndoRedoStacks()

    def _on_changed(self) -> None:
        self._counted.setText(counted(self._typed.text))
        if self._presenter:
            self._presenter.changed(self.passphrase.text, self.passphrase.once_more, self._typed.text)

    def _on_next(self) -> None:
        if self._presenter:
            self._presenter.recover(self._typed.text, self.passphrase.text, self.passphrase.once_more)

    def _lay_out(self) -> None:
        px, column = worn().px, self.body
        field = QFrame()
        field.setProperty("surface", "field")
        self._typed.setProperty(MARKED_AROUND, field)
        inside = QVBoxLayout(field)
        inside.setContentsMargins(px(12), px(12), px(12), px(12))
        inside.addWidget(self._typed)
        self._typed.setAccessibleDescription(HOW)
        column.setSpacing(px(6))
        column.addWidget(words.line(ON_SHEET, "strong"))
        column.addWidget(field)
        column.addWidget(self._counted)
        column.addWidget(words.prose(HOW, "note", "muted"))
        column.addSpacing(px(8))
        column.addWidget(self.passphrase)
