"""A card that is one row: its name, a number, and a few words; the rest of it when somebody asks for more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import icon_button
from fsdesk.ui.plan.entry_card import EntryCard
from fsdesk.ui.presenters.entries import Entry

_NAME, _WORDS, _SPLITS = 88, 112, 590
"""px at 100 %: of the name, of the words at least, and from which width they stand beside the number."""


class RowCard(EntryCard):
    """Nothing is asked in it that nobody asked for: no number has to be given, and no field is open."""

    _is_open: bool
    _chevron: QToolButton

    def show_entry(self, entry: Entry) -> None:
        """The row shows this entry."""
        super().show_entry(entry)
        self._aside.setText(entry.aside)
        self._aside.setVisible(bool(entry.aside) and not self._unfold.isVisibleTo(self))
        self._seen_by.setVisible(bool(entry.seen_by) and self._is_open)
        self._more.hide()
        self._chevron.setVisible(not self._unfold.isVisibleTo(self))
        icons.put(self._chevron, "chevron-up" if self._is_open else "chevron-down", "text", 18)
        name = f"{'Less' if self._is_open else 'More'} about {entry.heading}"
        self._chevron.setAccessibleName(name)
        self._chevron.setToolTip(name)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops in the row, in order."""
        return (self._unfold, *self.fields.values(), self._chevron)

    def show_everything(self) -> None:
        """Every field of the row is shown, or the row alone again."""
        self._is_open = not self._is_open
        if self._is_open:
            super().show_everything()
            return
        self._body.close_rest()
        self.show_entry(self.entry)
        self._chevron.setFocus()

    def _lay_out(self) -> None:
        px = worn().px
        self._is_open = False
        self._aside = words.prose("", "note", "muted")
        self._heading.setProperty("words", "strong")
        self._heading.setProperty("ink", "")
        self._chevron = icon_button("", "chevron-down", "text")
        self._chevron.clicked.connect(self.show_everything)
        self._body.typed.connect(self.typed)
        self._body.left.connect(self.left)
        self._body.done.connect(self.done)
        self._body.paste_refused.connect(self.paste_refused)
        self._top_row()  # what its buttons do; where they stand is said here
        self._held = QWidget()
        self._body.lead = QHBoxLayout(self._held)
        self._body.lead.setContentsMargins(0, 0, 0, 0)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(px(12), px(6), px(8), px(6))
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(4))
        grid.addWidget(self._sign(), 0, 0)
        self._heading.setFixedWidth(px(_NAME))
        self._end_words = self._told()
        grid.addWidget(self._heading, 0, 1)
        grid.addWidget(self._held, 0, 2)
        grid.addWidget(self._end_words, 0, 3)
        grid.addLayout(self._end(), 0, 4)
        grid.addWidget(self._seen_by, 2, 1, 1, 4)
        grid.addWidget(self._body, 3, 1, 1, 4)
        grid.setColumnStretch(3, 1)
        self._fold(self.entry.is_private)

    def _end(self) -> QHBoxLayout:
        """The ways to open the row."""
        row = QHBoxLayout()
        for part in (self._unfold, self._chevron):
            row.addWidget(part)
        for hidden in (self._take_out, self._earlier, self._more):
            hidden.setParent(self)
            hidden.hide()
        return row

    def _told(self) -> QWidget:
        """A few words, and a sign where not everybody may see the row."""
        held = QWidget()
        held.setMinimumWidth(worn().px(_WORDS))
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(worn().px(4))
        row.addWidget(self._seen_by_icon)
        row.addWidget(self._aside, 1)
        self._seen_by_icon.setToolTip(self.entry.seen_by)
        self._seen_by_icon.setAccessibleName(self.entry.seen_by)
        return held

    def _fold(self, away: bool) -> None:
        super()._fold(away)
        self._held.setVisible(not away)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= worn().px(_SPLITS)
        if (self._grid.itemAtPosition(0, 3) is not None) != beside:
            self._grid.removeWidget(self._end_words)
            if beside:
                self._grid.addWidget(self._end_words, 0, 3)
            else:
                self._grid.addWidget(self._end_words, 1, 1, 1, 4, Qt.AlignmentFlag.AlignTop)


def card_for(entry: Entry) -> EntryCard:
    """A card, or a row, for this entry."""
    return RowCard(entry) if entry.is_row else EntryCard(entry)
