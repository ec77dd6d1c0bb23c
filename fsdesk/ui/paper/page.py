"""The print page: for whom at the left, the pages at the right, and one named act at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.errors import Refused
from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.paper.pages_view import PagesView
from fsdesk.ui.paper.readers import Readers
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.presenters.paper import PaperPresenter, Reader, Waits

NOT_LOCKED = "A PDF is not locked: whoever finds the file can read it."
SPARE = "Spare sheets hold names. Take them with you or shred them."
WHAT = "Our plan, in clear print: 14 point, 4 to 6 sides. What is for this one reader, and nothing else."
MAKING = "Making the page..."
WAITS = "This page waits a moment"


class PaperPage(QWidget):
    """Shows the print itself; nothing is written before a place was named."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter: PaperPresenter | None = None
        self._title = words.prose("", "page")
        self.readers = Readers()
        self.notice = Notice()
        self.pages = PagesView()
        self._ask_left_out = button("Left out, and why", kind="link")
        self._ask_left_out.setCheckable(True)
        self._left_out = words.prose("", "note", "muted")
        self._ask_left_out.toggled.connect(self._left_out.setVisible)
        self._ask_left_out.hide()
        self._left_out.hide()
        self.save = button("Save PDF...", "file-down", "main")
        self._cancel = button("Back to the plan", "arrow-left")
        self._panel = self._left_panel()
        self._lay_out()
        self.setFocusProxy(self.readers)

    def serve(self, presenter: PaperPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        self.readers.chosen.connect(presenter.choose)
        self.save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self.cancelled)

    def panes(self) -> list[QWidget]:
        """The panes in the order in which F6 goes through them."""
        return [self.readers, self.pages, self.save]

    def show_family(self, name: str) -> None:
        """The page is for this family's plan."""
        self._title.setText(f"Print for {name}")

    def show_readers(self, readers: Sequence[Reader], chosen: str) -> None:
        self.readers.show_readers(readers, chosen)

    def show_making(self) -> None:
        self.notice.clear()
        self._ask_left_out.setChecked(False)
        self._ask_left_out.hide()
        self.save.setEnabled(False)
        self.pages.say(MAKING)

    def show_pages(self, pages: Sequence[Any], left_out: str) -> None:
        self.save.setEnabled(True)
        self.pages.show_pages(pages)
        self._left_out.setText(left_out)
        self._ask_left_out.setVisible(bool(left_out))

    def show_waits(self, waits: Waits) -> None:
        self.save.setEnabled(False)
        self.pages.say("")
        self.notice.say(Tone.SAFETY, "\n".join(waits.reasons), WAITS)
        if waits.can_leave_out and self._presenter is not None:
            leave = button("Leave it out", kind="main")
            leave.setAccessibleDescription("The whole part stays off this page")
            leave.clicked.connect(self._presenter.leave_out)
            self.notice.offer(leave)

    def show_refused(self, refused: Refused) -> None:
        self.pages.say("")
        self.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def show_kept(self, path: Path) -> None:
        self.notice.say(Tone.GOING_WELL, f"{path}\n{NOT_LOCKED}", "Saved as a PDF", icon="file-text")

    def _on_save(self) -> None:
        """Asks for a place without holding up the window; what stands there is replaced only if the person says so."""
        if self._presenter is None:
            return
        presenter = self._presenter
        asked = QFileDialog(self, f"Save PDF. {NOT_LOCKED}", str(Path.home()), "PDF (*.pdf)")
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setDefaultSuffix("pdf")
        asked.selectFile(presenter.file_name)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.fileSelected.connect(lambda chosen: presenter.save(Path(chosen), replace=True))
        asked.open()

    def _left_panel(self) -> Scrolled:
        px = worn().px
        panel = QFrame()
        panel.setProperty("surface", "panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(8))
        column.addWidget(self._title)
        column.addWidget(words.prose(WHAT, "note", "muted"))
        column.addSpacing(px(4))
        column.addWidget(words.line("For whom?", "strong"))
        column.addWidget(self.readers)
        column.addWidget(self.notice)
        column.addWidget(self._ask_left_out, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._left_out)
        column.addStretch(1)
        return Scrolled(panel)

    def _lay_out(self) -> None:
        px = worn().px
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._panel)
        middle.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        foot = QFrame()
        foot.setProperty("surface", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(20), px(12), px(18), px(12))
        row.setSpacing(px(12))
        row.addWidget(icons.label("trash-2", "muted", 20))
        row.addWidget(words.prose(f"{SPARE} {NOT_LOCKED}", "body", "muted"), 1)
        row.addWidget(self._cancel)
        row.addWidget(self.save)
        column.addWidget(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._panel.setFixedWidth(min(worn().px(452), round(self.width() * 0.45)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
