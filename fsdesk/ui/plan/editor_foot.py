"""The foot of the editor, always in sight: what was taken out, the small questions, numbers, and the quick adds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.notice import Notice
from fsdesk.ui.plan.numbers import Numbers, PhoneBar
from fsdesk.ui.plan.picture_card import PictureCard
from fsdesk.ui.plan.quick_adds import Add, QuickAdds, adds_of
from fsdesk.ui.plan.whose_words import WhoseWords
from fsdesk.ui.presenters.sections import MATTERS
from fsdesk.ui.presenters.sections.shapes import Kind, Section

WORDS, MATTER, PICTURE, NOTE = "words", "matter", "picture", "note"
_OF_MATTERS = (
    Add(WORDS, "Add words", "quote", "Add someone’s words", "Ctrl+Shift+W"),
    Add(MATTER, "What matters most", "heart"),
    Add(PICTURE, "Picture", "image", "Picture or drawing"),
    Add(NOTE, "Your note", "notebook-pen"),
)


class EditorFoot(QWidget):
    """``asked`` carries what is to begin: one of the names above, or a kind of record."""

    asked = Signal(object)  # str or Kind

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: dict[str, Kind] = {}
        self.notice, self.taken_out = Notice(), Notice()
        self.whose_words, self.picture = WhoseWords(), PictureCard()
        self.phone_bar, self.numbers = PhoneBar(), Numbers()
        self.quick_adds = QuickAdds()
        self.quick_adds.asked.connect(lambda key: self.asked.emit(self._kinds.get(key, key)))
        self._lay_out()

    @property
    def first_add(self) -> QWidget:
        """The button that begins what is begun here most often."""
        return self.quick_adds.first or self.quick_adds

    def show_section(self, section: Section) -> None:
        """What begins in this section can begin here, and no question of another one is open."""
        self._kinds = {kind.collection: kind for kind in section.kinds}
        self.quick_adds.show_adds(_OF_MATTERS if section.key == MATTERS else adds_of(section.kinds))
        self.phone_bar.setVisible(section.key == "safety")
        self.whose_words.hide()
        self.picture.hide()

    def hold_phone_bar(self) -> None:
        """The way to the numbers stands above the quick adds."""
        self._column.insertWidget(self._column.indexOf(self.numbers) + 1, self.phone_bar)

    def give_quick_adds(self) -> QuickAdds:
        """The quick adds stand somewhere else, and leave no room here."""
        self._column.setContentsMargins(worn().px(18), 0, worn().px(18), 0)
        return self.quick_adds

    def hold_quick_adds(self) -> None:
        """The quick adds stand at the end."""
        self._column.setContentsMargins(worn().px(18), worn().px(6), worn().px(18), worn().px(14))
        self._column.addWidget(self.quick_adds)

    def _lay_out(self) -> None:
        px = worn().px
        column = self._column = QVBoxLayout(self)
        column.setSpacing(px(8))
        for part in (
            self.notice,
            self.taken_out,
            self.whose_words,
            self.picture,
            self.numbers,
            self.phone_bar,
        ):
            column.addWidget(part)
        self.hold_quick_adds()
