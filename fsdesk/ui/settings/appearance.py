"""Look and language: colours, size of text with words to try it on, and what the window speaks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from fsdesk.errors import Refused
from fsdesk.ui.look.tokens import SCALES
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import chip
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.notice import Tone
from fsdesk.ui.presenters.settings.appearance import (
    ENGLISH_ONLY,
    HIGH_CONTRAST_WINS,
    LOOKS,
    AppearancePresenter,
    said_scale,
)
from fsdesk.ui.settings.rows import Card, Columns, Inset, Row, one_of

TRY = "Mornings without shouting. And a bit of time that is just mine."
TRY_NOTE = "Shona, on Friday. A worker’s note looks like this."
KEYS = "Ctrl and + makes it larger anywhere, Ctrl and - smaller, Ctrl and 0 puts it back to 100 %."


class AppearanceTopic(Columns):
    """What is chosen is worn at once, by this page too."""

    restyled = Signal()

    def __init__(self) -> None:
        self.colours, self.text = Card("Colours"), Card("Size of text")
        self._looks, self._scales = QButtonGroup(self.colours), QButtonGroup(self.text)
        self.colours.add(Inset(one_of(self._looks, LOOKS), words.prose(HIGH_CONTRAST_WINS, "note", "muted")))
        self._fill_text()
        language = Card("Language")
        language.add(Row("English", ENGLISH_ONLY))
        super().__init__([self.colours], [self.text, language])

    def serve(self, presenter: AppearancePresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._looks.idClicked.connect(lambda at: presenter.choose_look(LOOKS[at].key))
        self._scales.idClicked.connect(lambda at: presenter.choose_scale(SCALES[at]))
        self.restyled.connect(presenter.begin)

    def show_chosen(self, look: str, scale: float) -> None:
        self.colours.notice.clear()
        chosen = self._looks.button([one.key for one in LOOKS].index(look))
        chosen.setChecked(True)
        self._scales.button(SCALES.index(scale)).setChecked(True)
        self.setFocusProxy(chosen)

    def show_refused(self, refused: Refused) -> None:
        self.colours.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def _fill_text(self) -> None:
        held = QWidget()
        flow = Flow(worn().px(8), held)
        for at, scale in enumerate(SCALES):
            made = chip(said_scale(scale))
            made.setAccessibleName(f"Text at {said_scale(scale)}")
            self._scales.addButton(made, at)
            flow.addWidget(made)
        tried = Inset(words.prose(TRY, "family"), words.prose(TRY_NOTE, "note", "muted"))
        tried.setProperty("surface", "raised")
        self.text.add(Inset(held, tried, words.prose(KEYS, "note", "muted")))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.restyled.emit()
