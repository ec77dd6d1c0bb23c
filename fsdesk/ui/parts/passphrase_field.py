"""A field for a passphrase with Show beside it, that notices what the keys say about Caps Lock."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn


class PassphraseField(QWidget):
    """Hidden letters until Show is pressed; ``letter_typed`` carries a typed sign and whether Shift was held."""

    entered = Signal()
    changed = Signal()
    letter_typed = Signal(str, bool)
    caps_lock_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = _Line(self)
        self._show = QPushButton("Show", self)
        self._line.returnPressed.connect(self.entered)
        self._line.textChanged.connect(lambda _: self.changed.emit())
        self._set_up_line()
        self._set_up_show()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(worn().px(8))
        row.addWidget(self._line, 1)
        row.addWidget(self._show)
        self.setFocusProxy(self._line)

    @property
    def text(self) -> str:
        """The passphrase as it stands."""
        return self._line.text()

    def call(self, name: str) -> None:
        """A screen reader calls the field this."""
        self._line.setAccessibleName(name)

    def put(self, passphrase: str) -> None:
        """The field holds this passphrase, for everybody to read who may see the screen now."""
        self._line.setText(passphrase)
        self._show.setChecked(True)

    def select(self) -> None:
        """All of it is selected and has the focus, so that the next letter replaces it."""
        self._line.setFocus()
        self._line.selectAll()

    def set_waiting(self, waiting: bool) -> None:
        """The text cannot be changed while something waits for it."""
        self._line.setReadOnly(waiting)

    def forget(self) -> None:
        """The field is empty, hidden again, and keeps no undo."""
        self._show.setChecked(False)
        self._line.setText("")

    def _on_show_toggled(self, shown: bool) -> None:
        self._line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._show.setText("Hide" if shown else "Show")
        self._show.setAccessibleName(f"{self._show.text()} the passphrase")
        icons.put(self._show, "eye-off" if shown else "eye")
        self._line.setFocus()

    def _set_up_line(self) -> None:
        hints = Qt.InputMethodHint
        self._line.setAccessibleName("Passphrase")
        self._line.setProperty("large", True)
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.setInputMethodHints(
            hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase
        )
        self._line.key_seen.connect(self._on_key_seen)

    def _on_key_seen(self, key: int, text: str, shift: bool) -> None:
        if key == Qt.Key.Key_CapsLock:
            self.caps_lock_pressed.emit()
        else:
            self.letter_typed.emit(text, shift)

    def _set_up_show(self) -> None:
        self._show.setCheckable(True)
        self._show.setProperty("roomy", True)
        self._show.setAccessibleName("Show the passphrase")
        self._show.toggled.connect(self._on_show_toggled)
        icons.put(self._show, "eye")


class _Line(QLineEdit):
    """A line that tells of each key before it takes it."""

    key_seen = Signal(int, str, bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.key_seen.emit(int(event.key()), event.text(), shift)
        super().keyPressEvent(event)
