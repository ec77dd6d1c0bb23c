"""Step one: who may open the package; and how a colleague's card gets here, and this laptop's own gets there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.desk.cards import KnownPerson
from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.asking_file import ask_for_file
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.card_match import CardMatch
from fsdesk.ui.parts.clearing import clear
from fsdesk.ui.parts.eight_words import EightWords
from fsdesk.ui.parts.tab_order import follow
from fsdesk.ui.parts.tick_box import TickBox
from fsdesk.ui.presenters.contact_cards import NOBODY, role_of
from fsdesk.ui.presenters.send import CARD_NAME

OWN = "Your own card"
OWN_TEXT = "Give it to your team lead, and read these words to each other."


class WhoTo(Begins, QWidget):
    """Choosing people says so; adding one asks for a card file and shows its words first."""

    chosen = Signal(object)  # frozenset of devices
    card_found = Signal(object)  # Path
    card_accepted = Signal(object)  # Path
    card_not_same = Signal()
    own_card_asked = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, TickBox] = {}
        self._people = QVBoxLayout()
        self._nobody = words.prose(NOBODY, "body", "muted")
        self.add = button("Add someone", "user-plus")
        self._found = Path()
        self.match = CardMatch()
        self._own_words = EightWords()
        self.save_own = button("Save my card...", "file-down", dense=True)
        self._lay_out()
        self.setFocusProxy(self.add)

    def show_people(self, people: Sequence[KnownPerson], chosen: frozenset[str], own: KnownPerson) -> None:
        """These cards were accepted here; these people are chosen."""
        clear(self._people)
        self._boxes = {}
        for person in people:
            self._people.addWidget(self._row(person, person.device in chosen))
        self._nobody.setVisible(not people)
        self._own_words.show_words(own.words)
        follow(self.add, *self._boxes.values(), self.match, self.save_own)
        self.setFocusProxy(next(iter(self._boxes.values()), self.add))

    def show_card(self, person: KnownPerson, path: Path) -> None:
        """Whose card this is, and the words to read."""
        self._found = path
        self.match.ask(person)

    def _row(self, person: KnownPerson, chosen: bool) -> QWidget:
        px = worn().px
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        box = TickBox(person.name)
        box.setChecked(chosen)
        box.toggled.connect(self._on_toggled)
        checked = (
            "the words were read together" if person.verified else "the words were not read together yet"
        )
        role = role_of(person)
        box.setAccessibleDescription(f"{role}, {checked}")
        row.addWidget(box)
        row.addWidget(
            words.prose(f"{role}. {checked[:1].upper()}{checked[1:]}.", "note", "muted"),
            1,
            Qt.AlignmentFlag.AlignVCenter,
        )
        self._boxes[person.device] = box
        return made

    def _on_toggled(self) -> None:
        self.chosen.emit(frozenset(device for device, box in self._boxes.items() if box.isChecked()))

    def _on_add(self) -> None:
        ask_for_file(self, "A colleague’s card", "", self.card_found.emit)

    def _on_save_own(self) -> None:
        asked = QFileDialog(self, "Save my card", str(Path.home()))
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setOption(QFileDialog.Option.DontConfirmOverwrite)  # the page says when a file stands there
        asked.selectFile(CARD_NAME)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.fileSelected.connect(lambda place: self.own_card_asked.emit(Path(place)))
        asked.open()

    def _lay_out(self) -> None:
        px = worn().px
        self.add.clicked.connect(self._on_add)
        self.save_own.clicked.connect(self._on_save_own)
        self.match.matched.connect(lambda: self.card_accepted.emit(self._found))
        self.match.not_matched.connect(self.card_not_same)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._who_card())
        column.addWidget(self.match)
        column.addWidget(self._own_card())
        column.addStretch(1)

    def _who_card(self) -> QFrame:
        px = worn().px
        card = QFrame()
        card.setProperty("surface", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(px(18), px(14), px(18), px(14))
        inside.setSpacing(px(10))
        top = QHBoxLayout()
        top.setSpacing(px(12))
        top.addWidget(icons.label("lock-keyhole", "loch", 22))
        top.addWidget(words.prose("Only the people you choose can open it.", "strong"), 1)
        top.addWidget(self.add)
        inside.addLayout(top)
        self._people.setSpacing(px(8))
        inside.addLayout(self._people)
        inside.addWidget(self._nobody)
        return card

    def _own_card(self) -> QFrame:
        px = worn().px
        card = QFrame()
        card.setProperty("surface", "raised")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(px(18), px(12), px(18), px(14))
        inside.setSpacing(px(6))
        top = QHBoxLayout()
        top.addWidget(words.line(OWN, "strong"), 1)
        top.addWidget(self.save_own)
        inside.addLayout(top)
        inside.addWidget(words.prose(OWN_TEXT, "note", "muted"))
        inside.addWidget(self._own_words)
        return card
