from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QFrame, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from fsdesk.ui.look.focus_mark import MARGIN, MARKED_AROUND, FocusMark
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.parts.scrolled import Scrolled


class Form(QMainWindow):
    """Two fields in a page that may be scrolled, and the mark over it."""

    def __init__(self) -> None:
        super().__init__()
        page = QFrame()
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 20, 20, 20)
        self.first, self.second = QLineEdit(), QLineEdit()
        column.addWidget(self.first)
        column.addSpacing(600)
        column.addWidget(self.second)
        self.area = Scrolled(page)
        self.setCentralWidget(self.area)
        self.resize(300, 200)
        self.mark = FocusMark(self)


@pytest.fixture
def form(shown) -> Form:
    return shown(Form())


def around(widget: QWidget) -> QRect:
    """Where the mark of this widget belongs in its window."""
    at = widget.mapTo(widget.window(), QPoint())
    return QRect(at, widget.size()).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)


def test_the_mark_is_around_what_has_the_keyboard(form, qtbot):
    """It is there at once, and wherever the focus goes."""
    form.first.setFocus()
    qtbot.waitUntil(lambda: form.mark.isVisible())

    assert around(form.first) == form.mark.geometry()

    form.second.setFocus()

    assert around(form.second) == form.mark.geometry()


def test_the_mark_goes_along_when_its_widget_moves(form):
    form.first.setFocus()
    before = form.mark.geometry()
    form.area.verticalScrollBar().setValue(10)

    assert before.translated(0, -10) == form.mark.geometry()


def test_no_mark_shows_over_what_is_scrolled_away(form):
    """A ring around something out of sight would point at something else."""
    form.first.setFocus()
    form.area.verticalScrollBar().setValue(form.area.verticalScrollBar().maximum())
    shown = form.mark.mask().translated(form.mark.pos()) & QRegion(form.rect())

    assert shown.isEmpty()


def test_the_mark_takes_no_click_and_covers_nothing_inside(form):
    """It is two rings: what lies inside them is neither covered nor painted twice."""
    form.first.setFocus()
    middle = form.mark.rect().center()

    assert not form.mark.mask().contains(middle)
    assert form.mark.mask().contains(QPoint(middle.x(), 1))
    assert form.mark.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_the_mark_is_gorse_with_a_slate_edge_outside(form):
    """3 px of gorse next to the control and 2 px of slate around that."""
    form.first.setFocus()
    image = form.mark.grab().toImage()
    column = [image.pixelColor(image.width() // 2, y).name().upper() for y in range(MARGIN)]

    assert [LIGHT.focus_edge] * 2 + [LIGHT.gorse] * 3 == column


def test_a_card_can_bear_the_mark_for_its_field(form):
    form.second.setProperty(MARKED_AROUND, form.area)
    form.second.setFocus()

    assert around(form.area) == form.mark.geometry()


def test_no_mark_is_left_behind(form, qtbot):
    """It goes when the widget goes, and when nothing has the keyboard."""
    form.first.setFocus()
    form.first.deleteLater()
    qtbot.waitUntil(lambda: form.focusWidget() is not form.first)
    form.second.setFocus()
    form.second.clearFocus()

    assert form.mark.isHidden()
