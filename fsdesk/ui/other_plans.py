"""More plans on one laptop: set up others, add some from a folder, practise, take some off the list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.flow import Flow

MORE, FEWER = "Other plans", "Fewer"
SET_UP, ADD, PRACTISE, OFF = "Set up more", "Add from a folder", "Practise first", "Take off this list"


class OtherPlans(QWidget):
    """A quiet button that shows four others; what each does stands in its words."""

    another_asked = Signal()
    practice_asked = Signal()
    folder_chosen = Signal(object)
    off_asked = Signal()

    def __init__(self, *, has_practice: bool, is_first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.more = button(MORE, "chevron-down", "quiet", dense=True)
        self.more.setCheckable(True)
        self.more.setProperty("roomy", True)
        self.more.toggled.connect(self._on_more)
        self._inside = QWidget()
        flow = Flow(worn().px(8), self._inside)
        for made in self._offers(has_practice, is_first):
            flow.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, worn().px(6))
        column.setSpacing(worn().px(4))
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        self._inside.setVisible(is_first)
        self.more.setVisible(not is_first)

    def _offers(self, has_practice: bool, is_first: bool) -> list[QPushButton]:
        offers: list[tuple[str, str, Callable[[], object]]] = [(ADD, "folder-open", self._on_add)]
        if not is_first:
            offers.insert(0, (SET_UP, "plus", self.another_asked.emit))
        if not has_practice:
            offers.append((PRACTISE, "users", self.practice_asked.emit))
        if not is_first:
            offers.append((OFF, "eye-off", self.off_asked.emit))
        return [_offer(*one) for one in offers]

    def _on_more(self, shown: bool) -> None:
        self._inside.setVisible(shown)
        self.more.setText(FEWER if shown else MORE)
        icons.put(self.more, "chevron-up" if shown else "chevron-down", "loch", 16)

    def _on_add(self) -> None:
        """Asks for a folder without holding up the window."""
        asked = QFileDialog(self, "The folder with the plans", str(Path.home()))
        asked.setFileMode(QFileDialog.FileMode.Directory)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.fileSelected.connect(lambda place: self.folder_chosen.emit(Path(place)))
        asked.open()


def _offer(words: str, icon: str, act: Callable[[], object]) -> QPushButton:
    made = button(words, icon, dense=True)
    made.setProperty("roomy", True)
    made.clicked.connect(lambda: act())
    return made
