"""One thing that was said, shown or noted, as a card: whose it is, its texts, and who may see it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.tab_order import follow
from fsdesk.ui.parts.voice_token import VoiceToken
from fsdesk.ui.plan.card_body import CardBody
from fsdesk.ui.plan.picture_on_card import PictureOnCard
from fsdesk.ui.presenters.entries import Entry
from fsdesk.ui.presenters.spots import Spot

PRIVATE = "Folded away, so that nobody reads along."


class EntryCard(QFrame):
    """Shows an entry and lets it be written in; ``typed``, ``left`` and ``done`` name the text they are about."""

    typed = Signal(object, str, int)  # Spot, text, cursor in code points
    left = Signal(object)
    done = Signal(object)
    paste_refused = Signal(object)  # Refused
    take_out_asked = Signal(object)  # Place
    earlier_asked = Signal(object, str)  # Place, heading

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setProperty("surface", "card")
        self.setProperty("tone", entry.tone)
        self.setProperty("depth", str(entry.depth))
        self._heading = words.prose("", "note", "muted")
        self._seen_by = words.prose("", "note", "muted")
        self._seen_by_icon = icons.label("eye-off", "muted", 16)
        self._earlier = button("Ear&lier wording", "history", "link")
        self._take_out = button("Take &out", "trash-2", "quiet", dense=True)
        self._unfold = button("Show", "eye", "link")
        self._more = button("More", "chevron-down", "link")
        self._body = CardBody(self)
        self.pictures: list[PictureOnCard] = []
        self._lay_out()
        self.show_entry(entry)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @property
    def fields(self) -> dict[Spot, Any]:
        """What is written or chosen in on the card, by where it stands in the plan."""
        return self._body.fields

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops in the card, in order: its fields, and then what can be done with it."""
        return (self._unfold, *self.fields.values(), self._more, self._take_out, self._earlier)

    def show_entry(self, entry: Entry) -> None:
        """The card shows this entry; a text that is there already keeps its cursor."""
        self.entry = entry
        self._heading.setText(entry.heading)
        self._seen_by.setText(entry.seen_by)
        self._seen_by.setVisible(bool(entry.seen_by))
        self._seen_by_icon.setVisible(bool(entry.seen_by))
        self.setAccessibleName(" ".join(part for part in (entry.heading, entry.seen_by) if part))
        self._more.setVisible(self._body.show_fields(entry) and not self._unfold.isVisibleTo(self))
        follow(*self.stops)

    def show_everything(self) -> None:
        """Every field of the card is shown, the first of those that were not has the focus."""
        before = set(self.fields)
        self._body.open_all()
        self.show_entry(self.entry)
        new = [field for spot, field in self.fields.items() if spot not in before]
        if new:
            new[0].setFocus()

    def reveal(self, spot: Spot) -> Any:
        """The field at this spot, brought in sight; nothing where the card has none."""
        self.unfold()
        if spot not in self.fields and any(field.spot == spot for field in self.entry.fields):
            self.show_everything()
        return self.fields.get(spot)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None:  # with another window in front, the card stays as it is
            return
        is_here = self.isAncestorOf(now)
        if not is_here and self.property("chosen"):
            self._body.leave()
        self._show_chosen(is_here)

    def _show_chosen(self, chosen: bool) -> None:
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            self.style().polish(self)
        self._take_out.setVisible(chosen and self.entry.may_go)
        self._earlier.setVisible(chosen and self.entry.may_go)

    def _lay_out(self) -> None:
        px = worn().px
        entry = self.entry
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addLayout(self._top_row())
        for shown in entry.pictures:
            self.pictures.append(PictureOnCard(shown))
            column.addWidget(self.pictures[-1])
        self._body.typed.connect(self.typed)
        self._body.left.connect(self.left)
        self._body.done.connect(self.done)
        self._body.paste_refused.connect(self.paste_refused)
        column.addWidget(self._body)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(9), px(12), px(11))
        row.setSpacing(px(10))
        row.addWidget(self._sign(), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self._fold(entry.is_private)

    def _sign(self) -> QWidget:
        sign = self.entry.sign
        if self.entry.icon:
            return icons.label(self.entry.icon, "loch", 24)
        return VoiceToken(sign.name, sign.place, sign.heard)

    def _top_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(worn().px(6))
        row.addWidget(self._heading, 1)
        for part in (self._seen_by_icon, self._seen_by, self._unfold, self._take_out):
            row.addWidget(part)
        self._take_out.setAccessibleName(f"Take out {self.entry.heading}")
        self._take_out.clicked.connect(lambda: self.take_out_asked.emit(self.entry.place))
        self._take_out.hide()
        self._earlier.setAccessibleName(f"Earlier wording of {self.entry.heading}")
        self._earlier.clicked.connect(lambda: self.earlier_asked.emit(self.entry.place, self.entry.heading))
        self._earlier.hide()
        self._unfold.setAccessibleName(f"Show {self.entry.heading}")
        self._unfold.clicked.connect(self.unfold)
        self._more.setAccessibleName(f"More about {self.entry.heading}")
        self._more.clicked.connect(self.show_everything)
        return row

    def _fold(self, away: bool) -> None:
        """A private entry is closed until somebody opens it, because a family may be looking on."""
        self._body.setVisible(not away)
        self._unfold.setVisible(away)
        if away:
            self._unfold.setToolTip(PRIVATE)

    def unfold(self) -> None:
        """What the card says can be read."""
        if self._unfold.isVisibleTo(self):
            self._fold(False)
            self.show_entry(self.entry)
