"""The print page: what and for whom at the left, the very pages at the right, and named acts at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fsdesk.errors import Refused
from fsdesk.ui.look.worn import worn
from fsdesk.ui.paper.beside import Beside
from fsdesk.ui.paper.choices import Choices
from fsdesk.ui.paper.documents import Documents
from fsdesk.ui.paper.foot import Foot
from fsdesk.ui.paper.sight import Sight
from fsdesk.ui.parts import words
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.parts.tab_order import follow
from fsdesk.ui.parts.width import Fits, Width, width_of
from fsdesk.ui.presenters.inside import in_a_sentence
from fsdesk.ui.presenters.paper import Pages, PaperPresenter
from fsdesk.ui.presenters.paper_choices import Choice, Document
from fsdesk.ui.presenters.paper_easy import EasyPair, EasyPresenter
from fsdesk.ui.presenters.paper_out import (
    MOST_COPIES,
    NO_PRINTER,
    NOT_LOCKED,
    PDF,
    WEB_PAGE,
    Asked,
    Kept,
    OutPresenter,
)
from fsdesk.ui.presenters.paper_waits import Waits

PRINTER, COPIES = "printer", "copies"
WAITS = "This page waits a moment"
_KINDS = {PDF: "PDF (*.pdf)", WEB_PAGE: "Web page (*.html)"}
_TITLES = {PDF: "Save as PDF", WEB_PAGE: "Save as web page"}


class PaperPage(Begins, Fits, QWidget):
    """Shows the print itself; nothing is written or printed before it was asked for by name."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter: PaperPresenter | None = None
        self._out: OutPresenter | None = None
        self._has_printer, self._can_leave = False, False
        self._title = words.prose("", "page")
        self.documents, self.choices, self.printing = Documents(), Choices(), Choices()
        self._no_printer = words.prose(NO_PRINTER, "note", "muted")
        self.beside, self.sight, self.notice, self.foot = Beside(), Sight(), Notice(), Foot()
        self._panel = self._left_panel()
        self._lay_out()
        self.setFocusProxy(self.documents)
        self._panel.verticalScrollBar().rangeChanged.connect(self._on_longer)

    def serve(self, presenter: PaperPresenter, out: OutPresenter, easy: EasyPresenter) -> None:
        """From now on, what the person does here goes to these presenters."""
        self._presenter, self._out = presenter, out
        self.documents.chosen.connect(presenter.choose_document)
        self.choices.chosen.connect(presenter.choose)
        self.printing.chosen.connect(self._on_printing)
        self.sight.pages.turned.connect(presenter.turn_to)
        self.sight.pages.left.connect(presenter.look_away)
        self.sight.pages.come_back.connect(presenter.look_again)
        self.sight.easy.typed.connect(easy.typed)
        self.sight.easy.left.connect(easy.keep)
        self.sight.easy.read_back_asked.connect(easy.read_back)
        self.foot.print.asked.connect(self._on_print)
        self.foot.save.clicked.connect(lambda: self._ask_where(PDF))
        self.foot.listen.clicked.connect(lambda: self._ask_where(WEB_PAGE))
        self.foot.back_asked.connect(self.cancelled)
        self.foot.sight_asked.connect(lambda _: self._fit())

    def panes(self) -> list[QWidget]:
        """The panes in the order in which F6 goes through them."""
        return [one for one in (self._panel, self.sight, self.foot) if one.isVisible()]

    def show_family(self, name: str) -> None:
        """The page is for this family's plan."""
        self._title.setText(f"Print for {in_a_sentence(name)}")

    def show_documents(self, documents: Sequence[Document], chosen: str) -> None:
        self.documents.show_documents(documents, chosen)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        self.choices.show_choices(choices)
        self._order()

    def show_printers(self, names: Sequence[str], usual: str = "") -> None:
        self._has_printer = bool(names)
        chosen = self.printing.value(PRINTER) or usual
        copies = tuple((str(at), str(at)) for at in range(1, MOST_COPIES + 1))
        lists = (
            Choice(PRINTER, "Printer", tuple((one, one) for one in names), chosen),
            Choice(COPIES, "Copies", copies, self.printing.value(COPIES) or "1"),
        )
        self.printing.show_choices(lists if names else ())
        self.printing.setVisible(self._has_printer)
        self._no_printer.setVisible(not names)
        self._order()
        self.foot.show_can_leave(self._can_leave, self._has_printer)

    def show_can_leave(self, can: bool) -> None:
        self._can_leave = can
        self.foot.show_can_leave(can, self._has_printer)

    def show_making(self) -> None:
        self.notice.clear()
        self.beside.forget()
        self.sight.say_making()

    def show_pages(self, pages: Pages) -> None:
        self.notice.clear()
        self.sight.show_pages(pages.pages, pages.reader)
        self.beside.tell(pages.notes, pages.left_out)
        self._order()

    def show_side(self, at: int, picture: object) -> None:
        self.sight.show_side(at, picture)

    def show_easy(self, pairs: Sequence[EasyPair]) -> None:
        self.sight.show_pairs(pairs, at_once=not self._can_leave)
        self._order()

    def show_waits(self, waits: Waits) -> None:
        self.sight.say_none()
        tone = Tone.SAFETY if waits.is_gate else Tone.CALM
        self._say(tone, "\n".join((*waits.reasons, waits.then)).strip(), WAITS)
        presenter = self._presenter
        if presenter is None:
            return
        if waits.can_look:
            self.notice.offer(_act("I have looked at it", presenter.looked_at))
        elif waits.can_leave_out:
            leave = _act("Leave it out", presenter.leave_out)
            leave.setAccessibleDescription("The whole part stays off this page")
            self.notice.offer(leave)

    def show_refused(self, refused: Refused) -> None:
        self.sight.say_none()
        self._say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def show_leaving(self, how: str) -> None:
        self.foot.print.set_busy(how == "print")
        for one in (self.foot.save, self.foot.listen):
            one.setEnabled(not how and self._can_leave)

    def show_asked(self, asked: Asked) -> None:
        out = self._out
        if out is None:
            return
        self._say(Tone.LOOK_HERE, asked.told, asked.what)
        safe = button("Not now")
        safe.clicked.connect(self._on_not_now)
        self.notice.offer(safe, _act(asked.act, self._on_go_on))
        safe.setFocus()  # the safe answer

    def show_kept(self, kept: Kept) -> None:
        self._say(Tone.GOING_WELL, kept.told, kept.done, "printer" if kept.is_on_paper else "file-text")

    def show_not_kept(self, refused: Refused) -> None:
        self._say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def _say(self, tone: Tone, text: str, heading: str, icon: str = "") -> None:
        """The notice says this, and is in sight where it stands among what can be chosen."""
        self.notice.offer()
        self.notice.say(tone, text, heading, icon)
        QTimer.singleShot(0, self.notice, lambda: self._panel.ensureWidgetVisible(self.notice))

    def _on_longer(self, _least: int, most: int) -> None:
        """What was left out unfolds at the end of the panel, and comes into sight there."""
        if self.beside.ask.isChecked() and self.beside.ask.hasFocus():
            self._panel.verticalScrollBar().setValue(most)

    def _on_not_now(self) -> None:
        if self._out is not None:
            self._out.not_now()
        self.notice.clear()
        self._focus_foot()

    def _on_go_on(self) -> None:
        self.notice.clear()
        self._focus_foot()
        if self._out is not None:
            self._out.go_on()

    def _focus_foot(self) -> None:
        (self.foot.print if self._has_printer else self.foot.save).setFocus()

    def _on_printing(self, key: str, value: str) -> None:
        if key == COPIES:
            self.foot.show_copies(int(value))

    def _on_print(self) -> None:
        if self._out is not None:
            self._out.print(self.printing.value(PRINTER), int(self.printing.value(COPIES) or 1))

    def _ask_where(self, kind: str) -> None:
        """Asks for a place without holding up the window. Whether to write over a file is asked in the page."""
        if self._out is None:
            return
        out = self._out
        asked = QFileDialog(self, f"{_TITLES[kind]}. {NOT_LOCKED}", str(Path.home()), _KINDS[kind])
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setOption(QFileDialog.Option.DontConfirmOverwrite)
        asked.setDefaultSuffix(kind)
        asked.selectFile(out.file_name(kind))
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.fileSelected.connect(lambda chosen: out.save(kind, Path(chosen)))
        asked.open()

    def _order(self) -> None:
        """Tab goes as the page is read: what was made later comes where it stands."""
        stops = (*self.documents.cards, *self.choices.lists, *self.printing.lists)
        for before, after in pairwise(stops):  # every card, though Tab stops at the chosen one alone
            QWidget.setTabOrder(before, after)
        if stops:
            follow(stops[-1], self.beside, self.notice, self.sight, self.foot)

    def _left_panel(self) -> Scrolled:
        px = worn().px
        panel = QFrame()
        panel.setProperty("surface", "panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(px(20), px(12), px(20), px(14))
        column.setSpacing(px(9))
        column.addWidget(self._title)
        self._above = QVBoxLayout()  # where the notice stands while there is one pane
        column.addLayout(self._above)
        for one in (self.documents, self.choices, self.printing, self._no_printer, self.beside):
            column.addWidget(one)
        column.addStretch(1)
        self.printing.hide()
        self._no_printer.hide()
        return Scrolled(panel)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._panel)
        middle.addWidget(self.sight, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)

    def _fit(self) -> None:
        """In one pane, either what is chosen or the pages; else both beside each other."""
        one = width_of(self.window()) is Width.ONE
        self.foot.show_narrow(one)
        seen = self.foot.sight.isChecked()
        (self._above if one and not seen else self.sight.above).addWidget(self.notice)
        self.sight.setVisible(not one or seen)
        self._panel.setVisible(not one or not seen)
        if one:
            self._panel.setMinimumWidth(0)
            self._panel.setMaximumWidth(16777215)  # QWIDGETSIZE_MAX: as wide as there is room
        else:
            self._panel.setFixedWidth(min(worn().px(452), round(self.width() * 0.45)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


def _act(said: str, act: object) -> QPushButton:
    made = button(said, kind="main")
    made.clicked.connect(lambda: act())  # type: ignore[operator]
    return made
