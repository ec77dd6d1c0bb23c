from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from fsdesk.ui.parts.buttons import button, icon_button
from fsdesk.ui.window import Window


class Page(QWidget):
    """A field that hands the focus on with Enter, and two buttons that count how often they were pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.word, self.picture = (
            QLineEdit(),
            button("Carry on"),
            icon_button("Undo", "rotate-ccw"),
        )
        self.picture.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        self.pressed: list[str] = []
        for widget in (self.field, self.word, self.picture):
            column.addWidget(widget)
        self.word.clicked.connect(lambda: self.pressed.append("word"))
        self.picture.clicked.connect(lambda: self.pressed.append("picture"))
        self.field.returnPressed.connect(self.word.setFocus)


@pytest.fixture
def page(shown) -> Page:
    window, made = Window(), Page()
    window.show_door(made)
    shown(window)
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("name", ["word", "picture"])
def test_enter_presses_a_button_as_the_space_bar_does(qtbot, page, name, key):
    """Whoever comes to a button by Tab can press it with the key they would try first."""
    getattr(page, name).setFocus()
    qtbot.keyClick(getattr(page, name), key)

    assert [name] == page.pressed


def test_enter_in_a_field_does_not_press_the_button_that_it_leads_to(qtbot, page):
    """One key does one thing: a button that has just been given the focus waits for a key of its own."""
    page.field.setFocus()
    qtbot.keyClick(page.field, Qt.Key.Key_Return)

    assert (True, []) == (page.word.hasFocus(), page.pressed)


def test_enter_with_ctrl_is_left_to_the_card(qtbot, page):
    """Ctrl+Enter closes a card wherever its focus is."""
    page.word.setFocus()
    qtbot.keyClick(page.word, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [] == page.pressed
