"""The place "Principles": every list at the left with a search above it, one page of it at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from fsdesk.errors import Refused
from fsdesk.ui.families.search_field import SearchField
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.beside import Beside
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.parts.width import Fits
from fsdesk.ui.presenters.library import LibraryPresenter, Page, Shelf
from fsdesk.ui.principles.library_page import LibraryPage
from fsdesk.ui.principles.shelves import Shelves

TITLE, FIND = "Principles", "Find a principle"
LEAD = "What plans are read against, in our words, with the place to read it in full."
NOTHING_FOUND = "Nothing here has these words. One word alone may find more."
_SIDE = (400, 320)  # px at 100 %


class LibraryPlace(Fits, QWidget):
    """Passive and read-only; it knows no family and no plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter: LibraryPresenter | None = None
        self.search = SearchField(FIND, "pages")
        self.shelves = Shelves()
        self.page = LibraryPage()
        self.notice = Notice()
        self._lead = words.prose(LEAD, "note", "muted")
        self._nothing = words.prose(NOTHING_FOUND, "body", "muted")
        self._nothing.hide()
        self._left = self._left_panel()
        self._beside = Beside(self._left, self.page, self._left, _SIDE)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._beside)
        self.setFocusProxy(self.search)

    def serve(self, presenter: LibraryPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        self.search.textChanged.connect(presenter.search)
        self.search.moved.connect(self.shelves.step)
        self.search.opened.connect(self._on_entered)
        self.shelves.chosen.connect(presenter.choose)
        self.shelves.entered.connect(self._on_entered)
        self.shelves.pressed_on.connect(self._on_pressed)
        self.page.back_asked.connect(self._on_back)

    def panes(self) -> list[QWidget]:
        """The panes in the order in which F6 goes through them."""
        return [pane for pane in (self._left, self.page) if pane.isVisible()]

    def show_shelves(self, shelves: Sequence[Shelf], found: int, total: int) -> None:
        """These lists can be chosen from, with so many of all pages."""
        self.search.show_count(found, total)
        self.shelves.show_shelves(shelves)
        self.shelves.setVisible(bool(shelves))
        self._nothing.setVisible(not shelves)

    def show_page(self, page: Page) -> None:
        """This page is read."""
        self.shelves.show_chosen(page.id)
        self.page.show_page(page)

    def show_refused(self, refused: Refused) -> None:
        """The library cannot be read."""
        self.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def _on_entered(self) -> None:
        self._beside.open()
        self.page.scrolled.setFocus()

    def _on_pressed(self) -> None:
        if self._beside.takes_turns:
            self._on_entered()

    def _on_back(self) -> None:
        self._beside.open(False)
        self.shelves.setFocus()

    def _fit(self) -> None:
        turns = self._beside.takes_turns
        self.page.back.setVisible(turns)
        self._lead.setVisible(not turns)

    def _left_panel(self) -> QFrame:
        px = worn().px
        made = QFrame()
        made.setProperty("surface", "sections")
        column = QVBoxLayout(made)
        column.setContentsMargins(px(14), px(12), px(12), px(12))
        column.setSpacing(px(8))
        column.addWidget(words.line(TITLE, "page"))
        for part in (self._lead, self.search, self.notice, self._nothing):
            column.addWidget(part)
        column.addWidget(self.shelves, 1)
        column.addStretch(0)
        made.setFocusProxy(self.search)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.page.isVisible() and not self._left.isVisible():
            self._on_back()
        else:
            super().keyPressEvent(event)
