"""The foot of the print page: what to mind about spare sheets, and the named acts by which a page leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.flow import Flow

SPARE = "Spare sheets hold names. Take them with you or shred them."


class Foot(QFrame):
    """Printing is the main act where there is a printer, saving a PDF where there is none."""

    back_asked = Signal()
    sight_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "foot")
        self._spare = QWidget()
        self.back = button("Back to the plan", "arrow-left")
        self.back.setToolTip("Esc")
        self.sight = button("Show the pages", "file-text")
        self.sight.setCheckable(True)
        self.listen = button("Save as web page...", "ear")
        self.listen.setAccessibleDescription("One file to read, enlarge or listen to. It is not locked.")
        self.save = button("Save as PDF...", "file-down")
        self.save.setAccessibleDescription("A PDF is not locked.")
        self.print = BusyButton("Print 1 copy", "Printing...", "printer")
        self.back.clicked.connect(self.back_asked)
        self.sight.toggled.connect(self._on_sight)
        self._lay_out()
        self.show_narrow(False)

    def show_can_leave(self, can: bool, has_printer: bool) -> None:
        """Whether there is a page; without a printer the printing itself is out of sight."""
        for one in (self.listen, self.save, self.print):
            one.setEnabled(can)
        self.print.setVisible(has_printer)
        kind = "" if has_printer else "main"
        if self.save.property("kind") != kind:
            self.save.setProperty("kind", kind)
            self.save.style().polish(self.save)
            icons.put(self.save, "file-down", "on_loch" if kind else "text", 18)

    def show_copies(self, copies: int) -> None:
        """So many copies would be printed."""
        self.print.rename("Print 1 copy" if copies == 1 else f"Print {copies} copies")

    def show_narrow(self, narrow: bool) -> None:
        """In one pane the pages are shown in place of what is chosen."""
        self.sight.setVisible(narrow)
        self._spare.setVisible(not narrow)
        if not narrow:
            self.sight.setChecked(False)

    def _on_sight(self, shown: bool) -> None:
        self.sight.setText("Back to choosing" if shown else "Show the pages")
        self.sight_asked.emit(shown)

    def _lay_out(self) -> None:
        px = worn().px
        self._spare.setMinimumWidth(px(220))
        said = QHBoxLayout(self._spare)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(px(12))
        said.addWidget(icons.label("trash-2", "muted", 20))
        said.addWidget(words.prose(SPARE, "body", "muted"), 1)
        acts = QWidget()
        acts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        flow = Flow(px(10), acts, between_lines=px(6))
        for one in (self.back, self.sight, self.listen, self.save, self.print):
            flow.addWidget(one)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(12), px(18), px(12))
        row.setSpacing(px(12))
        row.addWidget(self._spare, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(acts, 0, Qt.AlignmentFlag.AlignVCenter)
        self._acts = acts
