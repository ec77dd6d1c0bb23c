"""The top of the editor: what the section is called and is for, and the ways to the one before, the next, and back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import icon_button
from fsdesk.ui.parts.pill import Pill
from fsdesk.ui.parts.width import Width
from fsdesk.ui.plan.section_bar import SectionBar
from fsdesk.ui.presenters.sections.shapes import Section

SAFETY = "Never on the family’s screen, and in no list"


class EditorTop(QWidget):
    """Where the list of sections has no room, one that opens stands in place of the title."""

    undo_asked = Signal()
    step_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = words.prose("", "page")
        self.lead = words.prose("", "body", "muted")
        self.bar = SectionBar()
        self.safety = Pill(SAFETY, "rowan", "eye-off")
        self._undo = _tool("Undo the last thing done", "undo-2", "Ctrl+Z")
        self._before = _tool("The part before", "chevron-left", "Ctrl+Up")
        self._after = _tool("The next part", "chevron-right", "Ctrl+Down")
        self._undo.clicked.connect(self.undo_asked)
        self._before.clicked.connect(lambda: self.step_asked.emit(-1))
        self._after.clicked.connect(lambda: self.step_asked.emit(1))
        self.bar.step_asked.connect(self.step_asked)
        self._lay_out()

    def show_section(self, section: Section) -> None:
        """This section is open."""
        self.title.setText(section.title)
        self.lead.setText(section.lead)
        self.safety.setVisible(section.key == "safety")

    def show_width(self, width: Width) -> None:
        """So many panes fit beside each other."""
        has_list = width is Width.THREE
        self.bar.setVisible(not has_list)
        for part in (self.title, self._before, self._after):
            part.setVisible(has_list)
        self.lead.setVisible(width is not Width.ONE)
        inside = self._row.indexOf(self.safety) >= 0
        if has_list and not inside:
            self._row.insertWidget(1, self.safety, 0, Qt.AlignmentFlag.AlignVCenter)
        elif not has_list and inside:
            self._column.addWidget(self.safety, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        px = worn().px
        self._row = QHBoxLayout()
        self._row.setSpacing(px(6))
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.bar, 1)
        self._row.addWidget(self._undo)
        self._row.addWidget(self._before)
        self._row.addWidget(self._after)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))
        self._column.addLayout(self._row)
        self._column.addWidget(self.lead)
        self._column.addWidget(self.safety, 0, Qt.AlignmentFlag.AlignLeft)
        self.bar.hide()


def _tool(name: str, icon: str, keys: str) -> QToolButton:
    made = icon_button(name, icon, "text")
    made.setToolTip(f"{name} ({keys})")
    return made
