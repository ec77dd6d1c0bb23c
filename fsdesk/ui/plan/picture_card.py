"""A drawing, photo or map that somebody made or showed us: from a file, or as it was copied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.errors import Refused
from fsdesk.plans.model import VoiceKind
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.asking_file import ask_for_file
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.buttons import button, chip
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.notice import Notice, Tone

FILES = "Photos and drawings (*.jpg *.jpeg *.png);;All files (*)"
HOW = "It is kept small. Where and when it was taken stays behind."
NOTHING_COPIED = "There is no picture among what was copied."
COPY_FIRST = "Copy one first, or choose a file."
_KINDS = ((VoiceKind.DRAWING, "A drawing"), (VoiceKind.PHOTO, "A photo"), (VoiceKind.MAP, "A map they drew"))


class PictureCard(QFrame):
    """``file_chosen`` and ``pasted`` name whose it is and what it is; Esc takes the card away."""

    file_chosen = Signal(str, object, Path)  # person, VoiceKind
    pasted = Signal(str, object, object)  # person, VoiceKind, what gives its bytes
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sheet")
        self._person = ""
        self._title = words.line("", "strong")
        self._kinds = QButtonGroup(self)
        self._choose = BusyButton("Choose a file", "Looking at it...", "folder-open")
        self._paste = button("Paste", "copy")
        self._close = button("Close", "x", "quiet", dense=True)
        self.notice = Notice()
        self._choose.asked.connect(self._on_choose)
        self._paste.clicked.connect(self._on_paste)
        self._close.clicked.connect(self.closed)
        self._lay_out()
        self.setFocusProxy(self._choose)
        self.hide()

    def ask(self, person: str, title: str) -> None:
        """The card asks for a picture of this person."""
        self._person = person
        self._title.setText(title)
        self.setAccessibleName(title)
        self._kinds.button(0).setChecked(True)
        self.notice.clear()
        self.show()
        self.setFocus()

    def show_busy(self, is_busy: bool) -> None:
        """Whether a picture is being made small and clean."""
        self._choose.set_busy(is_busy)
        self._paste.setEnabled(not is_busy)

    def show_cannot(self, refused: Refused) -> None:
        """Why the picture cannot be kept; another can be chosen."""
        self.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)
        self._choose.setFocus()

    def show_taken(self) -> None:
        """The picture is in the plan."""
        self.hide()

    @property
    def kind(self) -> VoiceKind:
        """What it is said to be."""
        return _KINDS[max(0, self._kinds.checkedId())][0]

    def _on_choose(self) -> None:
        self.notice.clear()
        ask_for_file(self, self._title.text(), FILES, self._on_file)

    def _on_file(self, path: Path) -> None:
        self.file_chosen.emit(self._person, self.kind, path)

    def _on_paste(self) -> None:
        self.notice.clear()
        copied, file = _copied(), _copied_file()
        if file is not None:
            self._on_file(file)
        elif copied is None:
            self.notice.say(Tone.CALM, COPY_FIRST, NOTHING_COPIED)
        else:
            self.pasted.emit(self._person, self.kind, copied)

    def _lay_out(self) -> None:
        px = worn().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(12))
        column.setSpacing(px(8))
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        column.addLayout(top)
        held = QWidget()
        flow = Flow(px(8), held)
        for number, (_, label) in enumerate(_KINDS):
            made = chip(label)
            self._kinds.addButton(made, number)
            flow.addWidget(made)
        column.addWidget(held)
        column.addWidget(self.notice)
        acts = QWidget()
        row = Flow(px(8), acts)
        row.addWidget(self._choose)
        row.addWidget(self._paste)
        column.addWidget(acts)
        column.addWidget(words.prose(HOW, "note", "muted"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._on_paste()
        elif event.matches(QKeySequence.StandardKey.Cancel):
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _clipboard() -> QMimeData | None:
    """What was copied; nothing where the system does not say."""
    return QGuiApplication.clipboard().mimeData()


def _copied() -> Callable[[], bytes] | None:
    """What gives the bytes of the picture that was copied, if one was."""
    copied = _clipboard()
    if copied is None:
        return None
    for kind in ("image/png", "image/jpeg"):
        held = bytes(copied.data(kind).data())
        if held:
            return lambda: held
    image = QGuiApplication.clipboard().image()
    return None if image.isNull() else lambda: _as_png(image)


def _copied_file() -> Path | None:
    """The one file that was copied in a folder, if that is what was copied."""
    copied = _clipboard()
    urls = copied.urls() if copied is not None else []
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def _as_png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return bytes(held.data())
