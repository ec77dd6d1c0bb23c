"""One thing that was said, shown or noted, as a card: whose it is, its texts, and who may see it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.focus_mark import MARKED_AROUND
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.growing_text import GrowingText
from fsdesk.ui.parts.tab_order import follow
from fsdesk.ui.parts.voice_token import VoiceToken
from fsdesk.ui.plan.note_text import NoteText
from fsdesk.ui.plan.quoted import Quoted
from fsdesk.ui.presenters.entries import Entry, TextField
from fsdesk.ui.presenters.spots import Spot

PRIVATE = "Folded away, so that nobody reads along."


class EntryCard(QFrame):
    """Shows an entry and lets it be written in; ``typed``, ``left`` and ``done`` name the text they are about."""

    typed = Signal(object, str, int)  # Spot, text, cursor in code points
    left = Signal(object)
    done = Signal(object)
    take_out_asked = Signal(object)  # Place

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setProperty("surface", "card")
        self._heading = words.prose("", "note", "muted")
        self._seen_by = words.line("", "note", "muted")
        self._seen_by_icon = icons.label("eye-off", "muted", 16)
        self._take_out = button("Take out", "trash-2", "quiet", dense=True)
        self._unfold = button("Show", "eye", "link")
        self._body = QWidget()
        self._inside = QVBoxLayout(self._body)
        self._texts: dict[Spot, GrowingText] = {}
        self._below: dict[Spot, QLabel] = {}
        self._lay_out()
        self.show_entry(entry)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @property
    def fields(self) -> dict[Spot, GrowingText]:
        """The texts of the card, by where they stand in the plan."""
        return self._texts

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops in the card, in order: its texts, and then what can be done with it."""
        return (self._unfold, *self._texts.values(), self._take_out)

    def show_entry(self, entry: Entry) -> None:
        """The card shows this entry; a text that is there already keeps its cursor."""
        self.entry = entry
        self._heading.setText(entry.heading)
        self._seen_by.setText(entry.seen_by)
        self._seen_by.setVisible(bool(entry.seen_by))
        self._seen_by_icon.setVisible(bool(entry.seen_by))
        self.setAccessibleName(" ".join(part for part in (entry.heading, entry.seen_by) if part))
        for field in entry.fields:
            if field.spot not in self._texts:
                self._add_text(field)
            self._texts[field.spot].show_text(field.text)
            self._below[field.spot].setText("\n".join(field.below))
            self._below[field.spot].setVisible(bool(field.below))
        self._forget({field.spot for field in entry.fields})
        follow(*self.stops)

    def _forget(self, kept: set[Spot]) -> None:
        for spot in [spot for spot in self._texts if spot not in kept]:
            self._texts.pop(spot).hide()
            self._below.pop(spot).hide()

    def _add_text(self, field: TextField) -> None:
        text = (NoteText if field.is_read else GrowingText)(self._name_of(field))
        text.setProperty(MARKED_AROUND, self)
        if field.is_right_to_left:
            text.run_right_to_left()
        text.setPlaceholderText(
            "" if field.label else "Write it as they said it" if field.is_own_words else ""
        )
        text.typed.connect(lambda said: self.typed.emit(field.spot, said, text.cursor_at))
        text.left.connect(lambda: self.left.emit(field.spot))
        text.done.connect(lambda: self.done.emit(field.spot))
        self._texts[field.spot] = text
        self._below[field.spot] = words.prose("", "note", "muted")
        if field.label:
            self._inside.addWidget(words.line(field.label, "note-strong", "muted"))
        self._inside.addWidget(Quoted(text) if field.is_own_words else text)
        self._inside.addWidget(self._below[field.spot])

    def _name_of(self, field: TextField) -> str:
        return f"{self.entry.heading}, {field.label}" if field.label else self.entry.heading

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None:  # with another window in front, the card stays as it is
            self._show_chosen(self.isAncestorOf(now))

    def _show_chosen(self, chosen: bool) -> None:
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            self.style().polish(self)
        self._take_out.setVisible(chosen)

    def _lay_out(self) -> None:
        px = worn().px
        entry = self.entry
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addLayout(self._top_row())
        if entry.picture is not None:
            column.addWidget(_picture(entry.picture))
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(px(4))
        column.addWidget(self._body)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(9), px(12), px(11))
        row.setSpacing(px(10))
        token = VoiceToken(entry.sign.name, entry.sign.place, entry.sign.heard)
        row.addWidget(token, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self._fold(entry.is_private)

    def _top_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(worn().px(6))
        row.addWidget(self._heading, 1)
        for part in (self._seen_by_icon, self._seen_by, self._unfold, self._take_out):
            row.addWidget(part)
        self._take_out.setAccessibleName(f"Take out {self.entry.heading}")
        self._take_out.clicked.connect(lambda: self.take_out_asked.emit(self.entry.place))
        self._take_out.hide()
        self._unfold.setAccessibleName(f"Show {self.entry.heading}")
        self._unfold.clicked.connect(lambda: self._fold(False))
        return row

    def _fold(self, away: bool) -> None:
        """A private entry is closed until somebody opens it, because a family may be looking on."""
        self._body.setVisible(not away)
        self._unfold.setVisible(away)
        if away:
            self._unfold.setToolTip(PRIVATE)

    def unfold(self) -> None:
        """What the card says can be read."""
        self._fold(False)


def _picture(caption: str) -> QWidget:
    """That there is a picture, and what it shows."""
    px = worn().px
    made = QWidget()
    frame = QFrame()
    frame.setProperty("surface", "picture")
    frame.setFixedSize(px(44), px(44))
    inside = QHBoxLayout(frame)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(icons.label("image", "amber", 24), 0, Qt.AlignmentFlag.AlignCenter)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, px(2), 0, px(2))
    row.setSpacing(px(8))
    row.addWidget(frame)
    row.addWidget(words.prose(caption, "family"), 1, Qt.AlignmentFlag.AlignVCenter)
    return made
