"""The editor of "What matters to us": whose voices are heard, the cards, and the ways to add one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.notice import Notice
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.parts.tab_order import follow
from fsdesk.ui.plan.entry_card import EntryCard
from fsdesk.ui.plan.hint_card import HintCard
from fsdesk.ui.plan.note_text import NoteText
from fsdesk.ui.plan.voices_strip import VoicesStrip
from fsdesk.ui.plan.who_is_here import WhoIsHere
from fsdesk.ui.plan.whose_words import WhoseWords
from fsdesk.ui.presenters.entries import Entry, Voice
from fsdesk.ui.presenters.hints import Hint
from fsdesk.ui.presenters.spots import Place, Spot

TITLE = "What matters to us"
LEAD = "In the family’s own words first. Your notes can sit beside them."
NOTHING_YET = "Nothing is written here yet. It can begin with one thing somebody said."


class Editor(QWidget):
    """Cards in one column that scrolls up and down; the quick adds stay in sight at its foot."""

    card_made = Signal(object)  # EntryCard
    words_asked, matter_asked, note_asked = Signal(), Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[Place, EntryCard] = {}
        self.title = words.line(TITLE, "page")
        self._lead = words.prose(LEAD, "body", "muted")
        self.voices = VoicesStrip()
        self.who_is_here, self.whose_words = WhoIsHere(), WhoseWords()
        self.notice, self.taken_out = Notice(), Notice()
        self._empty = words.prose(NOTHING_YET, "body", "muted")
        self._panel = QWidget()
        self._panel.setProperty("surface", "clear")
        self._column = QVBoxLayout(self._panel)
        self._scrolled = Scrolled(self._panel)
        self.hint_card = HintCard(self)
        self._scrolled.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.add_words = button("Add someone’s words", "quote")
        self.add_matter = button("What matters most", "heart")
        self.add_note = button("Your note", "notebook-pen")
        self._lay_out()

    def show_entries(self, entries: Sequence[Entry], voices: Sequence[Voice]) -> None:
        """A card for each entry, in their order; a card that is there already stays the same one."""
        self.voices.show_voices(voices)
        wanted = [entry.place for entry in entries]
        for gone in [place for place in self._cards if place not in wanted]:
            self._take_away(self._cards.pop(gone))
        for entry in entries:
            card = self._cards.get(entry.place)
            if card is None:
                self._cards[entry.place] = self._new_card(entry)
            elif card.entry != entry:
                card.show_entry(entry)
        self._put_in_order(wanted)
        self._empty.setVisible(not entries)

    @property
    def cards(self) -> tuple[EntryCard, ...]:
        """The cards in the order they stand."""
        return tuple(sorted(self._cards.values(), key=lambda card: self._column.indexOf(card)))

    def card(self, place: Place) -> EntryCard | None:
        """The card of this record."""
        return self._cards.get(place)

    def focus_on(self, spot: Spot, cursor: int | None) -> None:
        """The text at this spot has the focus, the cursor where it was, or at its end."""
        card = self._cards.get(spot.place)
        field = card.fields.get(spot) if card else None
        if card is not None and field is not None:
            card.unfold()
            field.put_cursor(cursor)
            field.setFocus()

    def note_fields(self) -> list[tuple[Spot, NoteText, str]]:
        """Every text of the worker's own, with where it stands and its language."""
        found = []
        for card in self._cards.values():
            langs = {field.spot: field.lang for field in card.entry.fields}
            for spot, field in card.fields.items():
                if isinstance(field, NoteText):
                    found.append((spot, field, langs.get(spot, "en")))
        return found

    def show_hint(self, field: NoteText, hint: Hint, *, take_focus: bool) -> None:
        """The card with kinder words stands under these."""
        self.hint_card.open(field, hint, take_focus=take_focus)

    def _on_scrolled(self) -> None:
        """What the card stood under has moved away from it."""
        if not self.hint_card.isAncestorOf(QApplication.focusWidget() or self):
            self.hint_card.close_card()

    def _new_card(self, entry: Entry) -> EntryCard:
        card = EntryCard(entry)
        self.card_made.emit(card)
        return card

    def _take_away(self, card: EntryCard) -> None:
        self.hint_card.close_card()
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _put_in_order(self, wanted: Sequence[Place]) -> None:
        first = self._column.indexOf(self._empty) + 1
        moved = False
        for at, place in enumerate(wanted, start=first):
            card = self._cards[place]
            if self._column.indexOf(card) != at:
                self._column.insertWidget(at, card)
                moved = True
        if moved:
            stops = (stop for place in wanted for stop in self._cards[place].stops)
            follow(
                self.voices.add,
                self.who_is_here,
                *stops,
                self.whose_words,
                self.add_words,
                self.add_matter,
                self.add_note,
            )

    def _lay_out(self) -> None:
        px = worn().px
        self._column.setContentsMargins(px(18), px(12), px(18), px(12))
        self._column.setSpacing(px(10))
        top = QVBoxLayout()
        top.setSpacing(px(2))
        top.addWidget(self.title)
        top.addWidget(self._lead)
        self._column.addLayout(top)
        for part in (self.voices, self.who_is_here, self.notice, self._empty):
            self._column.addWidget(part)
        self._column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(self._scrolled, 1)
        outside.addWidget(self._foot())
        self.setFocusProxy(self.add_words)

    def _foot(self) -> QWidget:
        px = worn().px
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(px(18), px(6), px(18), px(14))
        column.setSpacing(px(8))
        column.addWidget(self.taken_out)
        column.addWidget(self.whose_words)
        held = QWidget()
        flow = Flow(px(8), held)
        for part in (self.add_words, self.add_matter, self.add_note):
            flow.addWidget(part)
        column.addWidget(held)
        self.add_words.setToolTip("Ctrl+Shift+W")
        self.add_words.clicked.connect(self.words_asked)
        self.add_matter.clicked.connect(self.matter_asked)
        self.add_note.clicked.connect(self.note_asked)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hint_card.close_card()
