"""The right half of the print page: the very pages, and for easy read the lines beside what they reword."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.paper.easy_lines import EasyLines
from fsdesk.ui.paper.pages_view import PagesView
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import chip
from fsdesk.ui.presenters.paper_easy import EasyPair

MAKING = "Making the page..."
NO_PAGE = "There is no page yet."


class Sight(QFrame):
    """Two sides where there are easy lines, one where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "backdrop")
        self.pages, self.easy = PagesView(), EasyLines()
        self._title = words.prose("", "strong")
        self._pages_chip, self._easy_chip = chip("The pages", checked=True), chip("Easy lines")
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self.above = QVBoxLayout()  # where what is said of the page stands
        for at, (one, page) in enumerate(((self._pages_chip, self.pages), (self._easy_chip, self.easy))):
            self._group.addButton(one, at)
            self._stack.addWidget(page)
        self._group.idToggled.connect(self._on_toggled)
        self._lay_out()
        self.show_pairs(())

    def say_making(self) -> None:
        """A page is on its way."""
        self._title.setText("")
        self.pages.say(MAKING)

    def say_none(self) -> None:
        """There is no page; lines that it waits for are shown."""
        self.pages.say(NO_PAGE)

    def show_pages(self, pages: Sequence[object], reader: str) -> None:
        """These are the pages, for this one reader (PG-1)."""
        self._title.setText(f"This is what {reader} will read")
        self.pages.show_pages(pages)

    def show_side(self, at: int, picture: object) -> None:
        """This is that page large."""
        self.pages.show_side(at, picture)

    def show_pairs(self, pairs: Sequence[EasyPair], *, at_once: bool = False) -> None:
        """These lines can be looked at beside what they reword; none takes that side away."""
        self.easy.show_pairs(pairs)
        for one in (self._pages_chip, self._easy_chip):
            one.setVisible(bool(pairs))
        if not pairs:
            self._pages_chip.setChecked(True)
        elif at_once:
            self._easy_chip.setChecked(True)

    def _on_toggled(self, at: int, checked: bool) -> None:
        if checked:
            self._stack.setCurrentIndex(at)

    def _lay_out(self) -> None:
        px = worn().px
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._pages_chip)
        top.addWidget(self._easy_chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(12), px(14), px(12))
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addLayout(self.above)
        column.addWidget(self._stack, 1)
