from __future__ import annotations

import threading
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit

from fsdesk.errors import Refused
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.choice_card import ChoiceCard
from fsdesk.ui.parts.landscape import Landscape
from fsdesk.ui.presenters.unlock import StoreChoice, UnlockPresenter
from fsdesk.ui.unlock import Unlock
from tests.ui.accessible import nameless_buttons

CHOICES = [
    StoreChoice(Path("/plans/north-west"), "North West team", "Last opened Friday 16:20"),
    StoreChoice(Path("/plans/practice"), "Practice families", "Made-up families to try things with", True),
]
NO_KEY = Qt.KeyboardModifier.NoModifier
RIGHT = "haar over maryhill road"


class WrongPassphrase(Refused):
    """What the store below says to every other passphrase."""


@pytest.fixture
def opened() -> list:
    return []


@pytest.fixture
def closed() -> list:
    return []


@pytest.fixture
def slow() -> threading.Event:
    """While this is not set, a key is still being worked out."""
    event = threading.Event()
    event.set()
    return event


@pytest.fixture
def unlock(shown, runner, opened, closed, slow) -> Unlock:
    """The screen as it stands in the program, in front of a store that opens with one passphrase."""

    def open_store(folder: Path, passphrase: str) -> Path:
        slow.wait(10)
        if passphrase != RIGHT:
            raise WrongPassphrase
        return folder

    screen = Unlock(CHOICES, lambda: datetime(2026, 3, 9, 9))
    screen.serve(
        UnlockPresenter(
            screen,
            open_store=open_store,
            close_store=closed.append,
            submit=lambda work, *, done, failed: runner.submit(work, owner=screen, done=done, failed=failed),
            opened=lambda choice, store: opened.append((choice, store)),
            wrong_passphrase=WrongPassphrase,
        )
    )
    screen.resize(1366, 740)
    screen.setFocus()
    return shown(screen)


def line(unlock: Unlock) -> QLineEdit:
    return unlock.findChild(QLineEdit)


def button(unlock: Unlock, name: str) -> QAbstractButton:
    """The button that a screen reader would call this."""
    return next(
        found
        for found in unlock.findChildren(QAbstractButton)
        if name == QAccessible.queryAccessibleInterface(found).text(QAccessible.Text.Name)
    )


def words(unlock: Unlock) -> list[str]:
    """What can be read on the screen now."""
    return [label.text() for label in unlock.findChildren(QLabel) if label.isVisible() and label.text()]


def test_every_button_has_a_name(unlock):
    assert 5 <= len(unlock.findChildren(QAbstractButton))
    assert [] == nameless_buttons(unlock)


def test_the_passphrase_has_the_focus_and_cannot_be_read(unlock):
    """One may begin to write at once; the field tells a screen reader what it is and not what is in it."""
    line(unlock).setText(RIGHT)
    field = QAccessible.queryAccessibleInterface(line(unlock))

    assert line(unlock).hasFocus()
    assert "Passphrase" == field.text(QAccessible.Text.Name)
    assert RIGHT not in field.text(QAccessible.Text.Value)
    assert RIGHT not in line(unlock).displayText()


def test_enter_opens_the_chosen_plans(unlock, opened, qtbot):
    line(unlock).setText(RIGHT)
    qtbot.keyClick(line(unlock), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened))

    assert [(CHOICES[0], CHOICES[0].folder)] == opened
    assert "" == line(unlock).text()


def test_the_other_plans_can_be_chosen_by_key(unlock, opened, qtbot):
    """The arrow keys move between real radio buttons."""
    own, practice = unlock.findChildren(ChoiceCard)
    own.setFocus()
    qtbot.keyClick(own, Qt.Key.Key_Down)
    line(unlock).setText(RIGHT)
    qtbot.mouseClick(button(unlock, "Open my plans"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened))

    assert practice.isChecked()
    assert [(CHOICES[1], CHOICES[1].folder)] == opened


def test_the_button_says_what_it_does_and_stays_in_place(unlock, opened, qtbot):
    """While the key is worked out nothing moves, and a second press does nothing."""
    door = unlock.findChild(BusyButton)
    before = door.geometry()
    unlock.show_opening(True)
    qtbot.mouseClick(door, Qt.MouseButton.LeftButton)

    assert "Opening..." == door.text()
    assert before == door.geometry()
    assert line(unlock).isReadOnly()
    assert [] == opened

    unlock.show_opening(False)

    assert "Open my plans" == door.text()


def test_a_wrong_passphrase_stays_selected(unlock, opened, qtbot):
    """The next letter replaces it, and the words say what to check."""
    line(unlock).setText("haar over maryhillroad")
    qtbot.keyClick(line(unlock), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "That didn’t open it" in words(unlock))

    assert len("haar over maryhillroad") == line(unlock).selectionLength()
    assert line(unlock).hasFocus()
    assert [] == opened


def test_escape_stops_waiting(unlock, opened, closed, slow, qtbot):
    """The screen is ready at once, and what opens all the same is closed again."""
    slow.clear()
    line(unlock).setText(RIGHT)
    qtbot.keyClick(line(unlock), Qt.Key.Key_Return)
    waiting = unlock.findChild(BusyButton).text()
    qtbot.keyClick(line(unlock), Qt.Key.Key_Escape)
    ready = unlock.findChild(BusyButton).text()
    slow.set()
    qtbot.waitUntil(lambda: bool(closed))

    assert ("Opening...", "Open my plans") == (waiting, ready)
    assert [] == opened


def test_show_and_hide(unlock, qtbot):
    """The button always says what it would do next, and the writing goes on where it was."""
    line(unlock).setText(RIGHT)
    qtbot.mouseClick(button(unlock, "Show the passphrase"), Qt.MouseButton.LeftButton)

    assert RIGHT == line(unlock).displayText()
    assert line(unlock).hasFocus()

    qtbot.mouseClick(button(unlock, "Hide the passphrase"), Qt.MouseButton.LeftButton)

    assert RIGHT != line(unlock).displayText()


def test_caps_lock_is_noticed_while_writing(unlock, qtbot):
    """A capital without Shift gives it away; a small letter says that it is off again."""
    said = []
    for letter, held in (("H", Qt.KeyboardModifier.ShiftModifier), ("H", NO_KEY), ("h", NO_KEY)):
        qtbot.keyClick(line(unlock), letter, held)
        said.append("Caps Lock is on." in words(unlock))

    assert [False, True, False] == said


def test_no_plans_yet_is_said_with_what_to_do(shown, qtbot):
    """A laptop without plans shows no field that could open nothing, and one large button that sets it up."""
    screen = shown(Unlock([], lambda: datetime(2026, 3, 9, 9)))
    found = [one for one in screen.findChildren(QAbstractButton) if one.isVisible()]
    with qtbot.waitSignal(screen.set_up_asked):
        qtbot.mouseClick(button(screen, "Set up this laptop"), Qt.MouseButton.LeftButton)

    assert {"Set up this laptop", "Add from a folder", "Practise first"} == {one.text() for one in found}

    assert any(text.startswith("There are no plans on this laptop yet") for text in words(screen))
    assert not any(field.isVisible() for field in screen.findChildren(QLineEdit))


@pytest.mark.parametrize(
    ("size", "scale", "landscape"),
    [((1366, 740), 1.0, True), ((1024, 612), 1.0, True), ((800, 612), 1.0, False), ((1366, 740), 2.0, False)],
)
def test_nothing_is_cut_at_the_side(qapp, shown, qtbot, size, scale, landscape):
    """The landscape gives way before the words do, and there is never a way to scroll sideways."""
    dress.put_on(qapp, LIGHT, scale)
    screen = Unlock(CHOICES, lambda: datetime(2026, 3, 9, 9))
    screen.resize(*size)
    shown(screen)
    show = button(screen, "Show the passphrase")
    qtbot.waitUntil(lambda: show.mapTo(screen, show.rect().topRight()).x() < size[0] - 16)

    assert landscape == screen.findChild(Landscape).isVisible()
    assert screen.findChild(BusyButton).sizeHint().width() <= screen.findChild(BusyButton).width()


def test_other_plans_are_offered_quietly(unlock, qtbot):
    """One word until somebody asks; what is taken off the list is the one that is chosen."""
    before = button(unlock, "Set up more").isVisible()
    button(unlock, "Other plans").click()
    unlock.findChildren(ChoiceCard)[1].setChecked(True)
    with qtbot.waitSignal(unlock.off_asked) as off:
        button(unlock, "Take off this list").click()
    with qtbot.waitSignal(unlock.another_asked):
        button(unlock, "Set up more").click()

    assert not before
    assert [CHOICES[1].folder] == off.args


def test_practice_is_offered_until_there_is_some(shown, qtbot):
    """With its own button."""
    screen = shown(Unlock(CHOICES[:1], lambda: datetime(2026, 3, 9, 9)))
    button(screen, "Other plans").click()
    with qtbot.waitSignal(screen.practice_asked):
        button(screen, "Practise first").click()

    full = shown(Unlock(CHOICES, lambda: datetime(2026, 3, 9, 9)))
    assert "Practise first" not in {one.text() for one in full.findChildren(QAbstractButton)}


def test_a_folder_with_plans_can_be_chosen(unlock, qtbot, tmp_path):
    """In a dialog that does not hold up the window."""
    button(unlock, "Other plans").click()
    button(unlock, "Add from a folder").click()
    [asked] = unlock.findChildren(QFileDialog)
    with qtbot.waitSignal(unlock.folder_chosen) as chosen:
        asked.fileSelected.emit(str(tmp_path))
    asked.reject()

    assert [tmp_path] == chosen.args


def test_who_does_not_remember_asks_for_the_plans_that_are_chosen(unlock, qtbot):
    """The ways in are of one store, and each has its own."""
    unlock.findChildren(ChoiceCard)[1].setChecked(True)
    with qtbot.waitSignal(unlock.cannot_remember) as asked:
        qtbot.mouseClick(button(unlock, "I can’t remember it"), Qt.MouseButton.LeftButton)

    assert [CHOICES[1]] == asked.args


def test_other_plans_can_stand_chosen_at_first(shown):
    """As after setting practice families up, or coming back from the ways in."""
    screen = shown(Unlock(CHOICES, lambda: datetime(2026, 3, 9, 9), chosen=Path("/plans/practice")))

    assert [False, True] == [one.isChecked() for one in screen.findChildren(ChoiceCard)]


def test_tab_comes_to_everything_on_the_door(unlock, qtbot):
    """To the plans that can be chosen too, which stand before the field where one begins."""
    found = set()
    for _ in range(12):
        here = QApplication.focusWidget()
        found.add(QAccessible.queryAccessibleInterface(here).text(QAccessible.Text.Name))
        qtbot.keyClick(here, Qt.Key.Key_Tab)

    assert {
        "North West team",
        "Other plans",
        "Passphrase",
        "Show the passphrase",
        "Open my plans",
        "I can’t remember it",
    } == found
