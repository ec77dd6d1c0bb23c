"""The page "Principles in this plan": picture or list at the left, one principle in full at the right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.begins import Begins, Part
from fsdesk.ui.parts.beside import Beside
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.parts.tab_order import follow
from fsdesk.ui.parts.width import Fits, Width, width_of
from fsdesk.ui.presenters.principles import Picture, PrinciplesPresenter, Told
from fsdesk.ui.principles import painting
from fsdesk.ui.principles.picture import PrinciplesPicture
from fsdesk.ui.principles.table import PrinciplesTable
from fsdesk.ui.principles.told_panel import ToldPanel

TITLE = "Principles in this plan"
LOOKING = "Looking at the plan..."
LINES = (
    "Lines follow Appendix 1 of the Glasgow strategy. No line means it names no match; "
    "a dashed line is as we read it."
)
AS_LIST, AS_PICTURE = "Show as list", "Show as picture"
_SIDE = (360, 316)  # px at 100 %, beside a wide picture and a narrow one


class PrinciplesPage(Begins, Fits, QWidget):
    """Passive: what it shows comes from its presenter, and what is asked for goes there."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter: PrinciplesPresenter | None = None
        self._as_list: bool | None = None
        self._is_list = False
        self.swap = button(AS_LIST, "list", dense=True)
        self.picture, self.table = PrinciplesPicture(), PrinciplesTable()
        self.told = ToldPanel()
        self._looking = words.line(LOOKING, "body", "muted")
        self._legend, self._legend_below = _legends(), _legends()
        self._listed = QWidget()
        self._lines = words.prose(LINES, "note", "muted")
        self._scrolled = self._picture_panel()
        self._left = Part()
        self._beside = Beside(self._left, self.told, self.told, _SIDE)
        self._lay_out()
        self._connect()
        self._show_what_is_chosen()

    def serve(self, presenter: PrinciplesPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        for view in (self.picture, self.table):
            view.chosen.connect(presenter.choose)
        self.told.way_asked.connect(presenter.show)
        self.swap.clicked.connect(lambda: presenter.see(not self._is_list))
        if self.isVisible():
            presenter.begin()

    def panes(self) -> list[QWidget]:
        """The panes in the order in which F6 goes through them."""
        return [pane for pane in (self._left, self.told) if pane.isVisible()]

    def show_principles(self, picture: Picture) -> None:
        """Both lists stand there as the plan shows them now."""
        self._looking.hide()
        self.picture.show_picture(picture)
        self.table.show_picture(picture)

    def show_told(self, told: Told) -> None:
        """This principle is the chosen one, and told in full."""
        self.picture.show_chosen(told.seen.id)
        self.table.show_chosen(told.seen.id)
        self.told.show_told(told)
        follow(self.swap, self.picture, self.table, self.told)

    def show_as(self, as_list: bool | None) -> None:
        """Shows a list or the picture; None leaves it to the width."""
        self._as_list = as_list
        self._show_what_is_chosen()

    @property
    def view(self) -> QWidget:
        """The picture or the list, whichever is shown."""
        return self.table if self._is_list else self.picture

    def _show_what_is_chosen(self) -> None:
        had_focus = self.picture.hasFocus() or self.table.hasFocus()
        self._is_list = self._beside.takes_turns if self._as_list is None else self._as_list
        self.swap.setText(AS_PICTURE if self._is_list else AS_LIST)
        self._scrolled.setVisible(not self._is_list)
        has_room = width_of(self.window()) is Width.THREE
        self._legend.setVisible(not self._is_list and has_room)
        self._legend_below.setVisible(not has_room)
        self._listed.setVisible(self._is_list)
        self._left.setFocusProxy(self.view)
        self.setFocusProxy(self.view)
        if had_focus:
            self.view.setFocus()

    def _on_entered(self) -> None:
        self._beside.open()
        self.told.begin()

    def _on_back(self) -> None:
        self._beside.open(False)
        self.view.setFocus()

    def _fit(self) -> None:
        turns = self._beside.takes_turns
        self.told.back.setVisible(turns)
        self.table.enter_on_click(turns)
        self._show_what_is_chosen()

    def _see(self, part: QRect) -> None:
        """The chosen one is in sight, with a little around it."""
        room = worn().px(12)
        middle = self.picture.mapTo(self._panel, part.center())
        self._scrolled.ensureVisible(middle.x(), middle.y(), 0, part.height() // 2 + room)

    def _connect(self) -> None:
        self.picture.in_sight.connect(self._see)
        for view in (self.picture, self.table):
            view.entered.connect(self._on_entered)
        self.told.back_asked.connect(self._on_back)

    def _picture_panel(self) -> Scrolled:
        px = worn().px
        self._panel = QWidget()
        self._panel.setProperty("surface", "clear")
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(px(18), 0, px(18), px(10))
        column.setSpacing(px(8))
        column.addWidget(self._looking)
        column.addWidget(self.picture)
        column.addWidget(self._legend_below)
        column.addWidget(self._lines)
        column.addStretch(1)
        return Scrolled(self._panel)

    def _lay_out(self) -> None:
        px = worn().px
        top = QHBoxLayout()
        top.setContentsMargins(px(18), px(12), px(18), px(8))
        top.setSpacing(px(16))
        top.addWidget(words.prose(TITLE, "page"), 1)
        top.addWidget(self._legend, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignVCenter)
        held = QVBoxLayout(self._listed)
        held.setContentsMargins(px(18), 0, px(18), px(14))
        held.addWidget(self.table)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._scrolled, 1)
        column.addWidget(self._listed, 1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._beside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.told.isVisible() and not self._left.isVisible():
            self._on_back()
        else:
            self.cancelled.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._presenter is not None:
            self._presenter.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._presenter is not None:
            self._presenter.leave()


class _Leaf(QWidget):
    """A leaf as the picture has them."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(worn().px(14), worn().px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.leaf(painter, QPointF(0, 0), self.width() - 1)


def _legends() -> QWidget:
    """What a leaf and a bubble stand for."""
    made = QWidget()
    flow = Flow(worn().px(16), made)
    flow.addWidget(_legend(_Leaf(), "one piece of evidence"))
    flow.addWidget(_legend(icons.label("message-circle", "heather", 16), "an idea waiting"))
    return made


def _legend(sign: QWidget, said: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(worn().px(6))
    row.addWidget(sign)
    row.addWidget(words.line(said, "note", "muted"))
    return made
