"""Step three: the recovery sheet, on paper and proven before one goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.recovery_sheet import RecoverySheet
from fsdesk.ui.parts.tick_box import TickBox
from fsdesk.ui.presenters.recovery_sheet import SheetPresenter
from fsdesk.ui.presenters.setup.steps import Step
from fsdesk.ui.setup.step_door import StepDoor

TITLE = "Your recovery sheet"
LEAD = "If the passphrase slips your mind, this sheet lets you choose a new one."
KEPT = "I know where the sheet will be kept"
NOT_PROVEN = "Opens when part of the sheet is typed back."
NOT_KEPT = "Opens when you know where it will be kept."


class ProveSheet(StepDoor):
    """It can be left: the plans are there, and this step comes again at the next unlock."""

    def __init__(self, parent: QWidget | None = None) -> None:
        next_ = button("Next: team card", kind="main")
        super().__init__(
            Step.SHEET, TITLE, LEAD, next_, wide=690, has_back=False, can_leave=True, parent=parent
        )
        self.sheet = RecoverySheet()
        self._kept = TickBox(KEPT)
        self._kept.setMinimumHeight(worn().px(44))
        self._kept.hide()
        self.body.addWidget(self.sheet)
        self.body.addSpacing(worn().px(8))
        self.body.addWidget(self._kept, 0, Qt.AlignmentFlag.AlignLeft)
        self._kept.toggled.connect(lambda _: self._say_ready())
        self.sheet.stood.connect(self._on_stood)
        self.setFocusProxy(self.sheet)
        self._say_ready()

    def serve(self, presenter: SheetPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self.sheet.serve(presenter)

    def _on_stood(self) -> None:
        is_proven = self.sheet.is_proven
        self._kept.setVisible(is_proven)
        if is_proven and self.isVisible() and not self._kept.isChecked():
            self._kept.setFocus()
        self._say_ready()

    def _say_ready(self) -> None:
        proven, kept = self.sheet.is_proven, self._kept.isChecked()
        why = NOT_PROVEN if not proven else "" if kept else NOT_KEPT
        self.show_ready(not why, why)
