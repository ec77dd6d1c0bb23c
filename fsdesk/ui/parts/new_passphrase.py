"""A passphrase being chosen: a suggestion made on this laptop, two fields, and how strong it is in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.desk.passphrases import Strength, suggestion
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.parts.passphrase_field import PassphraseField
from fsdesk.ui.parts.strength_blocks import StrengthBlocks
from fsdesk.ui.presenters.caps_lock import ON, CapsLock

NEVER = "Never a family’s name, a birthday or your car."
SUGGESTED = "A suggestion, made on this laptop"


class NewPassphrase(Begins, QWidget):
    """Tells of each change; whoever shows it says how strong the passphrase is, by ``show_strength``.

    ``entered`` comes with Enter in the second field. Nothing typed is kept here after ``forget``.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, name: str = "Your passphrase", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._suggestion = words.prose("", "code-large")
        self._another = button("Another", "rotate-ccw", "quiet")
        self._use = button("Use this one")
        self._field, self._once_more = PassphraseField(), PassphraseField()
        self._blocks = StrengthBlocks()
        self._heading, self._text = words.line("", "strong"), words.prose("", "body", "muted")
        self._caps_lock, self._knows = Notice(), CapsLock(self._on_caps_lock)
        self.setFocusProxy(self._field)
        self._connect()
        self._lay_out()
        self._on_another()

    @property
    def text(self) -> str:
        """The passphrase as it stands."""
        return self._field.text

    @property
    def once_more(self) -> str:
        """What was typed the second time."""
        return self._once_more.text

    def show_suggestion(self, passphrase: str) -> None:
        """These words are suggested."""
        self._suggestion.setText(passphrase)

    def show_strength(self, found: Strength) -> None:
        """Blocks and words say how strong the passphrase is."""
        self._blocks.show_blocks(found.blocks, f"{found.heading} {found.text}".strip())
        self._heading.setText(found.heading)
        self._heading.setVisible(bool(found.heading))
        self._text.setText(found.text)

    def set_waiting(self, waiting: bool) -> None:
        """Nothing can be changed while something waits for it."""
        for field in (self._field, self._once_more):
            field.set_waiting(waiting)
        for one in (self._use, self._another):
            one.setEnabled(not waiting)

    def forget(self) -> None:
        """Both fields are empty."""
        self._field.forget()
        self._once_more.forget()

    def _on_another(self) -> None:
        self.show_suggestion(suggestion())

    def _on_use(self) -> None:
        """The suggestion stands in the field, shown, so that it can be written down before it is typed once more."""
        self._field.put(self._suggestion.text())
        self._once_more.setFocus()

    def _on_caps_lock(self, on: bool) -> None:
        if not on:
            self._caps_lock.clear()
        elif self._caps_lock.isHidden():
            self._caps_lock.say(Tone.LOOK_HERE, ON, icon="arrow-big-up")

    def _connect(self) -> None:
        for field in (self._field, self._once_more):
            field.changed.connect(self.changed)
            field.letter_typed.connect(self._knows.key_typed)
            field.caps_lock_pressed.connect(self._knows.pressed)
        self._field.entered.connect(self._once_more.setFocus)
        self._once_more.entered.connect(self.entered)
        self._another.clicked.connect(self._on_another)
        self._use.clicked.connect(self._on_use)

    def _lay_out(self) -> None:
        px = worn().px
        self._field.call(self._name)
        self._once_more.call(f"{self._name} once more")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self._suggested())
        column.addSpacing(px(10))
        column.addWidget(words.line(self._name, "strong"))
        column.addWidget(self._field)
        column.addWidget(self._caps_lock)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self._blocks)
        row.addWidget(self._heading)
        row.addWidget(self._text, 1)
        column.addLayout(row)
        column.addSpacing(px(6))
        column.addWidget(words.line("Type it once more", "strong"))
        column.addWidget(self._once_more)

    def _suggested(self) -> QFrame:
        px = worn().px
        card = QFrame()
        card.setProperty("surface", "raised")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(px(14), px(8), px(10), px(10))
        inside.setSpacing(px(4))
        top = QHBoxLayout()
        top.addWidget(words.prose(SUGGESTED, "strong"), 1)
        top.addWidget(self._another)
        inside.addLayout(top)
        inside.addWidget(self._suggestion)
        below = QWidget()
        flow = Flow(px(10), below)
        flow.addWidget(self._use)
        flow.addWidget(words.line(NEVER, "note", "muted"))
        inside.addWidget(below)
        for one in (self._use, self._another):
            one.setProperty("roomy", True)
        return card
