"""The card of the passphrase and the recovery sheet: each opens inside the card, and closes again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.desk.passphrases import Strength
from fsdesk.errors import Refused
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.new_passphrase import NewPassphrase
from fsdesk.ui.parts.notice import Tone
from fsdesk.ui.parts.passphrase_field import PassphraseField
from fsdesk.ui.parts.recovery_sheet import RecoverySheet
from fsdesk.ui.presenters.recovery_sheet import SheetPresenter
from fsdesk.ui.presenters.settings.lock import LockPresenter
from fsdesk.ui.presenters.settings.passphrase import PassphrasePresenter
from fsdesk.ui.settings.folding import FoldingCard
from fsdesk.ui.settings.lock_form import LockForm
from fsdesk.ui.settings.rows import Inset, Row

OLD, NEW = "Your passphrase now", "Your new passphrase"
NAMES = ("Change passphrase", "Open the recovery sheet", "Change the lock itself")
LOCK_NOTE = "A new key for everything, when somebody may have had this laptop and a way in"


class PassphraseCard(FoldingCard):
    """Nothing that is typed here outlives its form."""

    def __init__(self) -> None:
        super().__init__("Passphrase")
        self._change, self._sheet, self._lock = button("Change"), button("Open"), button("Change")
        for made, name in zip((self._change, self._sheet, self._lock), NAMES, strict=True):
            made.setAccessibleName(name)
        self.form, self.sheet, self.lock = PassphraseForm(), RecoverySheet(), LockForm()
        held = Inset(self.sheet)
        held.setFocusProxy(self.sheet)
        self._sheet_presenter: SheetPresenter | None = None
        self._row, self._sheet_row = Row(NAMES[0], "", self._change), Row("Recovery sheet", "", self._sheet)
        self.add_fold(self._row, self._change, self.form, left=self.form.forget)
        self.add_fold(self._sheet_row, self._sheet, held, came=self._come_to_sheet, left=self._leave_sheet)
        self.add_fold(
            Row("The lock itself", LOCK_NOTE, self._lock), self._lock, self.lock, left=self.lock.forget
        )
        self.form.closed.connect(lambda: self.close_fold(self._change))
        self.lock.closed.connect(lambda: self.close_fold(self._lock))
        self.is_busy = lambda: self.form.is_changing or self.lock.is_busy
        self.setFocusProxy(self._change)

    def serve(self, presenter: PassphrasePresenter, sheet: SheetPresenter, lock: LockPresenter) -> None:
        """From now on, what the person does here goes to these presenters."""
        self._sheet_presenter = sheet
        self.form.serve(presenter)
        self.lock.serve(lock)

    def show_last(self, text: str) -> None:
        self._row.say(text)

    def show_sheet(self, text: str) -> None:
        self._sheet_row.say(text)

    def show_strength(self, found: Strength) -> None:
        self.form.new.show_strength(found)

    def show_ready(self, ready: bool, why: str) -> None:
        self.form.show_ready(ready, why)

    def show_changing(self, changing: bool) -> None:
        self.form.show_changing(changing)

    def show_changed(self, text: str) -> None:
        self.close_fold(self._change)
        self.notice.say(Tone.GOING_WELL, text)

    def show_refused(self, refused: Refused) -> None:
        self.form.show_refused()
        self.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def show_checking(self, checking: bool) -> None:
        self.lock.show_checking(checking)

    def show_lock_refused(self, refused: Refused) -> None:
        self.lock.field.select()
        self.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def _come_to_sheet(self) -> None:
        if self._sheet_presenter is not None:
            self.sheet.serve(self._sheet_presenter)

    def _leave_sheet(self) -> None:
        if self._sheet_presenter is not None:
            self._sheet_presenter.leave()


class PassphraseForm(Inset):
    """The passphrase now, and the new one twice."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.old, self.new = PassphraseField(), NewPassphrase(NEW)
        self._why = words.prose("", "note", "muted")
        self.change = BusyButton("Change it", "Changing...", "key-round")
        self._keep = button("Keep the old one")
        self._presenter: PassphrasePresenter | None = None
        self.old.call(OLD)
        self.old.changed.connect(self._on_typed)
        self.old.entered.connect(self.new.setFocus)
        self.new.changed.connect(self._on_typed)
        self.new.entered.connect(self._on_change)
        self.change.asked.connect(self._on_change)
        self._keep.clicked.connect(self.closed)
        self._lay_out()
        self.setFocusProxy(self.old)

    @property
    def is_changing(self) -> bool:
        """Whether the new one is on its way in."""
        return self.change.is_busy

    def serve(self, presenter: PassphrasePresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        self._on_typed()

    def show_ready(self, ready: bool, why: str) -> None:
        """Whether it can be changed now, and what is still wanted."""
        self.change.setEnabled(ready)
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def show_changing(self, changing: bool) -> None:
        """Nothing can be typed while it is changed."""
        self.change.set_busy(changing)
        self.old.set_waiting(changing)
        self.new.set_waiting(changing)
        self._keep.setEnabled(not changing)

    def show_refused(self) -> None:
        """What was typed stays, the old one selected."""
        self.old.select()

    def forget(self) -> None:
        """Nothing that was typed is left."""
        self.old.forget()
        self.new.forget()

    def _on_typed(self) -> None:
        if self._presenter:
            self._presenter.typed(self.old.text, self.new.text, self.new.once_more)

    def _on_change(self) -> None:
        if self._presenter:
            self._presenter.change(self.old.text, self.new.text, self.new.once_more)

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setSpacing(worn().px(6))
        top.addWidget(words.line(OLD, "strong"))
        top.addWidget(self.old)
        row = QHBoxLayout()
        row.setSpacing(worn().px(8))
        row.addWidget(self.change)
        row.addWidget(self._keep)
        row.addStretch(1)
        self.column.addLayout(top)
        self.column.addWidget(self.new)
        self.column.addWidget(self._why)
        self.column.addLayout(row)
