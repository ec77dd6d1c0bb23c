from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button, chip, icon_button
from fsdesk.ui.parts.elided import Elided
from fsdesk.ui.parts.empty import Empty
from fsdesk.ui.parts.pill import Pill
from fsdesk.ui.parts.reworded_line import RewordedLine
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.parts.tab_order import follow
from fsdesk.ui.parts.tick_box import TickBox
from fsdesk.ui.parts.width import Width, width_for
from tests.ui.accessible import name


@pytest.mark.parametrize(
    ("expected", "ems"),
    [(Width.THREE, 84), (Width.TWO, 83.9), (Width.TWO, 60), (Width.ONE, 59.9), (Width.ONE, 45)],
)
def test_panes_are_counted_in_letters(expected, ems):
    """1366 px at 15 px text is 91 em, at 200 % it is 45; 1024 px is 68."""
    assert expected is width_for(ems)


def test_a_box_is_ticked_by_its_words_and_by_key(shown, qtbot):
    box = shown(TickBox("Bring this back"))
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    by_words = box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)

    assert (True, False) == (by_words, box.isChecked())
    assert "Bring this back" == name(box)


def test_a_ticked_box_is_told_by_more_than_colour(shown):
    """A tick stands in it."""
    box = shown(TickBox())
    box.setChecked(True)
    picture = box.grab().toImage()
    inks = {picture.pixelColor(x, y).name().upper() for x in range(4, 18) for y in range(4, 18)}

    assert {LIGHT.loch, LIGHT.on_loch} <= inks


def test_a_long_line_gives_way_and_is_whole_for_a_reader(shown):
    line = Elided()
    line.setText("The Maryam and Yusuf family of the third stair " * 4)
    shown(line).resize(100, 30)
    line.grab()

    assert line.text() == name(line)
    assert line.minimumSizeHint().width() < 100
    assert line.text() == line.toolTip()


def test_a_pill_says_its_words_and_can_say_others(shown):
    pill = shown(Pill("Yes, in part", "loch", "circle-dashed"))
    pill.say("Not asked yet")

    assert "Not asked yet" in [label.text() for label in pill.findChildren(type(words.line("")))]


def test_a_reworded_sentence_grows_with_its_words(shown):
    line = shown(RewordedLine())
    line.show_runs([("He ", False), ("hasn’t yet taken up", True), (" the Saturday club.", False)])
    one = line.heightForWidth(600)
    line.show_runs([("He ", False), ("hasn’t yet taken up " * 10, True), ("the Saturday club.", False)])

    assert one < line.heightForWidth(200)
    assert name(line).startswith("He hasn’t yet taken up")


def test_an_empty_state_offers_one_next_step(shown, qtbot):
    """Said anew, the earlier step is gone."""
    empty = shown(Empty())
    empty.say("users", "Your first family goes here", "Start with a name.", button("Start a plan"))
    empty.say("search", "No family matches “macy”", "We forgive one slip.", button("Show all 14"))

    qtbot.waitUntil(
        lambda: ["Show all 14"] == [one.text() for one in empty.findChildren(QPushButton) if one.isVisible()]
    )


def test_a_chip_shows_that_it_is_pressed_and_a_picture_alone_has_a_name(shown):
    held = QWidget()
    column = QVBoxLayout(held)
    pressed, close = chip("Review due", checked=True), icon_button("Close", "x")
    for one in (pressed, close):
        column.addWidget(one)
    shown(held)

    assert pressed.isChecked()
    assert ("Close", "Close") == (name(close), close.toolTip())


def test_prose_can_begin_with_stronger_words(shown):
    prose = shown(words.prose("Soon."))
    prose.say("One way in:", "ask Callum.")

    assert "One way in: ask Callum." == prose.text()
    assert prose.grab().toImage() != _plain(shown, prose.text(), prose.size()).grab().toImage()


def _plain(shown, text, size):
    plain = shown(words.prose(text))
    plain.resize(size)
    return plain


class Column(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.fields = [QLineEdit() for _ in range(3)]
        for field in self.fields:
            self.column.addWidget(field)


def test_what_is_added_later_comes_where_it_stands(shown, qtbot):
    """Not after everything else, as Qt would have it."""
    page = Column()
    shown(page)
    late = QLineEdit()
    page.column.insertWidget(1, late)
    late.show()
    first, second, third = page.fields
    follow(first, late, second, third)
    first.setFocus()
    seen = []
    for _ in range(3):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.focusWidget())

    assert [late, second, third] == seen


def test_what_has_the_focus_stays_in_sight_when_the_panel_grows(shown, qtbot):
    """A card that is added at the end, or words that wrap, do not push it out of sight."""
    panel = Column()
    scrolled = Scrolled(panel)
    scrolled.resize(200, 120)
    shown(scrolled)
    panel.column.addSpacing(600)
    last = QLineEdit()
    panel.column.addWidget(last)
    last.show()
    last.setFocus()
    qtbot.waitUntil(
        lambda: scrolled.viewport().rect().contains(last.mapTo(scrolled.viewport(), last.rect().center()))
    )
