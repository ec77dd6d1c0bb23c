"""The last page of sending: what lies where, how large it is, what happens next, and what is still only here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.errors import Refused
from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.clearing import clear
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.presenters.send import Sealed

READ_BACK = "It was read back and compared: it is whole."
NEXT = "Hand it over on a stick, or e-mail it: only they can open it."
ANSWER = "A receipt comes back the same way. Nothing is deleted here before that."
_WIDE = 820  # px at 100 %


class Done(QWidget):
    """Says only what is so: sealed and saved is not handed over, and not received."""

    back_asked, again_asked = Signal(), Signal()
    copy_asked = Signal(object)  # Path of a folder

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = ""
        self._went = words.prose("", "lead", "muted")
        self._name = words.prose("", "code-large")
        self._place = words.prose("", "body", "muted")
        self._stays = QVBoxLayout()
        self.notice = Notice()
        self._still = words.line("Still only here", "heading")
        self.show_file = button("Show the file", "folder-open", dense=True)
        self.copy = button("Copy to a stick...", "copy", dense=True)
        self.show_file.clicked.connect(self._on_show)
        self.copy.clicked.connect(self._on_copy)
        self.back = button("Back to Today", kind="main")
        self.back.setProperty("large", True)
        self.again = button("Seal one for someone else", "user-plus")
        self.again.setProperty("large", True)
        self.back.clicked.connect(self.back_asked)
        self.again.clicked.connect(self.again_asked)
        self._lay_out()
        self.setFocusProxy(self.back)

    def show_sealed(self, sealed: Sealed) -> None:
        """This package was sealed."""
        self._went.setText(f"{sealed.went}. {READ_BACK}")
        self._name.setText(sealed.name)
        self._place.setText(f"{sealed.size} in {sealed.place}. The name holds no family’s name.")
        self._folder = sealed.place
        self.notice.clear()
        clear(self._stays)
        for family, what in sealed.stays:
            said = words.prose("", "body", "muted")
            said.say(f"{family}:", what)
            self._stays.addWidget(said)
        self._still.setVisible(bool(sealed.stays))

    def show_copied(self, path: Path) -> None:
        """The package lies there too."""
        self.notice.say(Tone.GOING_WELL, f"{path}\n{READ_BACK}", "Copied", icon="copy")

    def show_refused(self, refused: Refused) -> None:
        """Says what could not be done; the package lies where it lay."""
        self.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def _on_show(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))

    def _on_copy(self) -> None:
        """Asks for a stick or folder without holding up the window."""
        asked = QFileDialog(self, "Copy to a stick or folder", str(Path.home()))
        asked.setFileMode(QFileDialog.FileMode.Directory)
        asked.setOption(QFileDialog.Option.ShowDirsOnly)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.fileSelected.connect(lambda chosen: self.copy_asked.emit(Path(chosen)))
        asked.open()

    def _lay_out(self) -> None:
        px = worn().px
        held = QWidget()
        held.setMaximumWidth(px(_WIDE))
        inside = QVBoxLayout(held)
        inside.setContentsMargins(px(24), px(46), px(24), px(24))
        inside.setSpacing(px(18))
        inside.addLayout(self._top())
        inside.addWidget(self._file())
        inside.addWidget(self.notice)
        inside.addLayout(self._next())
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.back)
        row.addWidget(self.again)
        row.addStretch(1)
        inside.addLayout(row)
        inside.addStretch(1)
        outside = QHBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addStretch(1)
        outside.addWidget(held, 8)
        outside.addStretch(1)

    def _top(self) -> QHBoxLayout:
        px = worn().px
        circle = QFrame()
        circle.setProperty("surface", "circle-well")
        circle.setFixedSize(px(64), px(64))
        inside = QHBoxLayout(circle)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(icons.label("check", "moss", 36), 0, Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(words.prose("Sealed and saved", "first"))
        column.addWidget(self._went)
        row = QHBoxLayout()
        row.setSpacing(px(18))
        row.addWidget(circle, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        return row

    def _file(self) -> QFrame:
        px = worn().px
        card = QFrame()
        card.setProperty("surface", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(px(22), px(16), px(22), px(16))
        row.setSpacing(px(16))
        row.addWidget(icons.label("file-lock", "loch", 32), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(self._name)
        column.addWidget(self._place)
        row.addLayout(column, 1)
        acts = QVBoxLayout()
        acts.setSpacing(px(6))
        acts.addWidget(self.show_file)
        acts.addWidget(self.copy)
        row.addLayout(acts)
        return card

    def _next(self) -> QHBoxLayout:
        px = worn().px
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addWidget(words.line("Next", "heading"))
        for icon, text in (("send", NEXT), ("mail-open", ANSWER)):
            row = QHBoxLayout()
            row.setSpacing(px(8))
            row.addWidget(icons.label(icon, "loch", 20), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words.prose(text, "body"), 1)
            left.addLayout(row)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(px(8))
        right.addWidget(self._still)
        self._stays.setSpacing(px(6))
        right.addLayout(self._stays)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(px(30))
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        return both
