from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from fsdesk.desk.cards import KnownPerson
from fsdesk.desk.passphrases import Strength
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import HIGH_CONTRAST, LIGHT
from fsdesk.ui.parts.begins import Begins, Part
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.card_match import CardMatch
from fsdesk.ui.parts.eight_words import EightWords
from fsdesk.ui.parts.new_passphrase import NewPassphrase
from fsdesk.ui.parts.sheet_check import SheetCheck
from fsdesk.ui.parts.sheet_paper import SheetPaper
from fsdesk.ui.parts.square import Square
from fsdesk.ui.parts.strength_blocks import StrengthBlocks
from fsdesk.ui.presenters.recovery_sheet import Paper
from tests.ui.accessible import name

WORDS = ("birch", "seven", "kite", "harbour", "otter", "lantern", "violet", "drum")


def texts(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]


class Page(Begins, QWidget):
    """Two buttons, of which the second is where one begins."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = QPushButton("One"), QPushButton("Two")
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)
        self.setFocusProxy(self.second)


def test_a_page_hands_the_focus_on_and_is_no_stop_of_tab_itself(shown, qtbot):
    """What stands before the beginning is reached by Tab too."""
    page = shown(Page())
    page.setFocus()
    began = page.second.hasFocus()
    qtbot.keyClick(page.second, Qt.Key.Key_Tab)

    assert began
    assert page.first.hasFocus()


def test_a_page_within_a_page_begins_where_that_does(shown):
    outer = Part()
    inner = Page()
    QVBoxLayout(outer).addWidget(inner)
    outer.setFocusProxy(inner)
    shown(outer)
    outer.setFocus()

    assert inner.second.hasFocus()


@pytest.mark.parametrize("count", [6, 8])
def test_words_to_read_aloud_stand_in_two_columns_and_are_heard_in_one_line(shown, count):
    words = EightWords("Words")
    words.show_words(WORDS[:count])
    shown(words)
    left = {one.x() for one in words.findChildren(QLabel)}

    assert 2 == len(left)
    assert "Words: " + ", ".join(WORDS[:count]) == name(words)


@pytest.mark.parametrize("filled", [0, 1, 2, 3])
def test_blocks_are_filled_from_the_left_and_say_so_in_words(shown, filled):
    blocks = shown(StrengthBlocks())
    blocks.resize(blocks.sizeHint())
    blocks.show_blocks(filled, "Nearly there.")
    picture = blocks.grab().toImage()
    middles = [picture.pixelColor(68 * at + 31, picture.height() // 2).name().upper() for at in range(3)]

    assert [LIGHT.moss] * filled + [LIGHT.panel] * (3 - filled) == middles
    assert "Nearly there." == name(blocks)


def test_the_square_is_black_on_white_in_every_look(qapp, shown):
    """A camera knows no look; every module is of whole pixels."""
    dress.put_on(qapp, HIGH_CONTRAST)
    square = shown(Square("A square"))
    square.resize(square.sizeHint())
    square.show_rows([[(row + column) % 2 == 0 for column in range(25)] for row in range(25)])
    picture = square.grab().toImage()
    inks = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}

    assert {"#000000", "#ffffff"} == inks
    assert "#ffffff" == picture.pixelColor(2, 2).name()


def test_the_paper_forgets_the_words_that_stood_on_it(shown):
    paper = shown(SheetPaper())
    paper.show_paper(Paper("R-K7QM-01", "9 March 2026", (WORDS[:4], WORDS[4:])))
    QApplication.processEvents()
    while_copied = texts(paper)
    paper.show_paper(Paper("R-K7QM-01", "9 March 2026"))

    assert set(WORDS) <= set(while_copied)
    assert not set(WORDS) & set(texts(paper))
    assert "R-K7QM-01 · 9 March 2026" in texts(paper)


def test_each_word_on_the_paper_is_heard_with_its_number(shown):
    paper = shown(SheetPaper())
    paper.show_paper(Paper("R-K7QM-01", "9 March 2026", (WORDS[:4], WORDS[4:])))

    assert {"1, birch", "8, drum"} <= {name(one) for one in paper.findChildren(QLabel)}


def test_what_matches_is_not_left_on_the_screen(shown):
    """The part of the sheet that was typed is gone once it was looked at."""
    check = SheetCheck()
    check.ask("Type the four words of row 3.")
    shown(check)
    line = check.stops[0]
    line.setText("birch seven kite harbour")
    check.show_matches()

    assert "" == line.text()
    assert "That matches" in texts(check)
    assert not line.isVisible()


def test_the_safe_answer_has_the_focus_and_esc_is_that_answer(shown, qtbot):
    match = CardMatch()
    page = QWidget()
    QVBoxLayout(page).addWidget(match)
    shown(page)
    match.ask(KnownPerson("Priya Nair", "lead", "x", WORDS, False, False, "t", ""))
    asked = texts(match)
    safe = QApplication.focusWidget()
    with qtbot.waitSignal(match.not_matched):
        qtbot.keyClick(safe, Qt.Key.Key_Escape)

    assert match.they_do_not is safe
    assert match.isHidden()
    assert any("Phone Priya," in one for one in asked)


def test_a_suggestion_is_six_words_and_strength_never_a_percentage(shown):
    chosen = shown(NewPassphrase())
    chosen.show_strength(Strength(2, "Nearly there.", "One more word makes it strong."))
    suggested = next(one for one in texts(chosen) if len(one.split()) == 6 and one.islower())

    assert suggested
    assert not any("%" in one for one in texts(chosen))
    assert "Nearly there. One more word makes it strong." == name(chosen.findChild(StrengthBlocks))


def test_a_button_that_is_renamed_while_busy_says_so_afterwards(shown):
    made = shown(BusyButton("Print", "Printing...", "printer"))
    made.set_busy(True)
    made.rename("Print another")
    while_busy = made.text()
    made.set_busy(False)

    assert ("Printing...", "Print another") == (while_busy, made.text())
