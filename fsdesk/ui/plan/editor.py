"""The editor of one section: whose voices are heard, the cards, and the ways to add one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.clearing import let_go
from fsdesk.ui.parts.growing_text import GrowingText
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.parts.tab_order import follow
from fsdesk.ui.parts.width import Width
from fsdesk.ui.plan.editor_foot import EditorFoot
from fsdesk.ui.plan.editor_top import EditorTop
from fsdesk.ui.plan.entry_card import EntryCard
from fsdesk.ui.plan.hint_card import HintCard
from fsdesk.ui.plan.note_text import NoteText
from fsdesk.ui.plan.row_card import card_for
from fsdesk.ui.plan.voices_strip import VoicesStrip
from fsdesk.ui.plan.who_is_here import WhoIsHere
from fsdesk.ui.plan.whose_view import WhoseView
from fsdesk.ui.presenters.entries import Entry, Voice
from fsdesk.ui.presenters.hints import Hint
from fsdesk.ui.presenters.sections.shapes import Section
from fsdesk.ui.presenters.shown_section import Views
from fsdesk.ui.presenters.spots import Place, Spot

AT_ONCE = 2
"""So many new cards are made before anything else happens; they fill the screen."""
AFTER_PAINT = 10
"""Milliseconds until the next one is made: those that are there are painted first."""


class Editor(Begins, QWidget):
    """Cards in one column that scrolls up and down; the quick adds stay in sight at its foot."""

    card_made = Signal(object)  # EntryCard
    all_made = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[Place, EntryCard] = {}
        self._key = ""
        self._entries: dict[Place, Entry] = {}
        self._last: GrowingText | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._on_later)
        self.top, self.foot = EditorTop(), EditorFoot()
        self.whose_view = WhoseView()
        self.voices = VoicesStrip()
        self.who_is_here = WhoIsHere()
        self.notice = self.foot.notice
        self._empty = words.prose("", "body", "muted")
        self._panel = QWidget()
        self._panel.setProperty("surface", "clear")
        self._column = QVBoxLayout(self._panel)
        self._scrolled = Scrolled(self._panel)
        self.hint_card = HintCard(self)
        self._scrolled.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._lay_out()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def show_section(self, section: Section, views: Views) -> None:
        """The editor is about this section: its name, what can begin in it, whom one can look at."""
        self.whose_view.show_views(views)
        if section.key == self._key:
            return
        self._key = section.key
        self.top.show_section(section)
        self.foot.show_section(section)
        self._empty.setText(section.nothing_yet)
        self.voices.setVisible(section.voices)
        self.who_is_here.hide()
        self._column.setSpacing(worn().px(4 if section.key == "now" else 10))
        self.setFocusProxy(self.first_add)
        self._scrolled.verticalScrollBar().setValue(0)

    @property
    def first_add(self) -> QWidget:
        """The button that begins what is begun here most often."""
        return self.foot.first_add

    def begin_focus(self, collection: str) -> None:
        """The button that begins a record of this collection has the focus."""
        (self.foot.quick_adds.button_for(collection) or self.first_add).setFocus()

    def show_width(self, width: Width) -> None:
        """So many panes fit beside each other."""
        self.top.show_width(width)
        if width is Width.ONE:  # where every line counts, what comes first scrolls with the rest
            self._first.addWidget(self.foot.phone_bar)
        else:
            self.foot.hold_phone_bar()

    def show_entries(self, entries: Sequence[Entry], voices: Sequence[Voice]) -> None:
        """A card for each entry, in their order; a card that is there already stays the same one."""
        self.voices.show_voices(voices)
        self._entries = {entry.place: entry for entry in entries}
        for gone in [place for place in self._cards if place not in self._entries]:
            self._take_away(self._cards.pop(gone))
        for place, card in self._cards.items():
            if card.entry != self._entries[place]:
                card.show_entry(self._entries[place])
        self._empty.setVisible(not entries)
        self._make_cards(AT_ONCE)
        if self._cards.keys() != self._entries.keys():
            self._later.start(AFTER_PAINT)

    def _make_cards(self, most: int) -> None:
        """So many of the cards that are not there yet are made, the uppermost first."""
        missing = [place for place in self._entries if place not in self._cards]
        for place in missing[:most]:
            self._cards[place] = self._new_card(self._entries[place])
        self._put_in_order([place for place in self._entries if place in self._cards])

    def _on_later(self) -> None:
        """One card after the other, so that a key in between is heard at once."""
        self._make_cards(1)
        if self._cards.keys() != self._entries.keys():
            self._later.start(0)
        else:
            self.all_made.emit()

    def _make_all(self) -> None:
        if self._cards.keys() != self._entries.keys():
            self._make_cards(len(self._entries))
            self.all_made.emit()

    @property
    def cards(self) -> tuple[EntryCard, ...]:
        """The cards in the order they stand."""
        self._make_all()
        return tuple(self._cards[place] for place in self._entries)

    def card(self, place: Place) -> EntryCard | None:
        """The card of this record."""
        self._make_all()
        return self._cards.get(place)

    def focus_on(self, spot: Spot, cursor: int | None) -> None:
        """The text at this spot has the focus, the cursor where it was, or at its end."""
        card = self.card_with(spot)
        field = card.reveal(spot) if card else None
        if card is not None and field is not None:
            field.put_cursor(cursor)
            field.setFocus()

    def resting_at(self) -> tuple[Spot | None, int]:
        """The text that somebody was in last, and the cursor in it; nothing where they were in none."""
        last = self._last
        fields = ((spot, field) for card in self._cards.values() for spot, field in card.fields.items())
        spot = next((spot for spot, field in fields if field is last), None) if last is not None else None
        return (spot, last.cursor_at) if spot is not None and last is not None else (None, 0)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, GrowingText):
            self._last = now
        elif now is not None:
            self._last = None

    def card_with(self, spot: Spot) -> EntryCard | None:
        """The card on which this stands; a row's number belongs to another record than the row."""
        self._make_all()
        found = self._cards.get(spot.place)
        with_spot = (one for one in self._cards.values() if any(f.spot == spot for f in one.entry.fields))
        return found or next(with_spot, None)

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
        card = card_for(entry)
        self.card_made.emit(card)
        return card

    def _take_away(self, card: EntryCard) -> None:
        self.hint_card.close_card()
        self._column.removeWidget(card)
        let_go(card)

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
                self.top,
                self.voices.add,
                self.whose_view,
                self.who_is_here,
                *stops,
                self.foot,
            )

    def _lay_out(self) -> None:
        px = worn().px
        self._column.setContentsMargins(px(18), px(12), px(18), px(12))
        self._column.setSpacing(px(10))
        self._first = QVBoxLayout()
        self._first.addWidget(self.top)
        self._column.addLayout(self._first)
        for part in (self.voices, self.whose_view, self.who_is_here, self._empty):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._outside = QVBoxLayout(self)
        self._outside.setContentsMargins(0, 0, 0, 0)
        self._outside.setSpacing(0)
        self._outside.addWidget(self._scrolled, 1)
        self._outside.addWidget(self.foot)
        self.setFocusProxy(self.first_add)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hint_card.close_card()
