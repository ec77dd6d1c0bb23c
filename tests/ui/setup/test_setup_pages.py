from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from fsdesk.errors import Refused
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.parts.choice_card import ChoiceCard
from fsdesk.ui.parts.landscape import Landscape
from fsdesk.ui.presenters.setup.passphrase import PassphrasePresenter
from fsdesk.ui.presenters.setup.ready import First
from fsdesk.ui.presenters.setup.you import LEAD, You, YouPresenter
from fsdesk.ui.setup.about_you import AboutYou
from fsdesk.ui.setup.passphrase import ChoosePassphrase
from fsdesk.ui.setup.ready import Ready
from fsdesk.ui.setup.step_list import StepList
from fsdesk.ui.window import Window
from tests import screens_recovering, screens_setup
from tests.ui.accessible import name, nameless_buttons
from tests.ui.presenters.fakes import Desk

SUGGESTED = "kettle harbour seven violet bus otter"
SCREENS = screens_setup.SCREENS | screens_recovering.SCREENS


@pytest.fixture
def window(shown) -> Window:
    """An empty window."""
    made = Window()
    made.resize(1366, 768)
    return shown(made)


@pytest.fixture
def settled() -> list[tuple[You, Path]]:
    return []


@pytest.fixture
def you(shown, settled) -> AboutYou:
    """Step one, served."""
    page = AboutYou(offers_practice=True)
    page.serve(YouPresenter(page, folder=Path("x"), settled=lambda *given: settled.append(given)))
    page.resize(1366, 740)
    page.setFocus()
    return shown(page)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def page(shown, desk) -> ChoosePassphrase:
    """Step two, over a desk that waits."""
    made = ChoosePassphrase()
    made.show_suggestion(SUGGESTED)
    made.serve(
        PassphrasePresenter(
            made,
            you=You("Dan"),
            folder=Path("x"),
            make=lambda *_: "open",
            submit=desk.submit,
            made=lambda *_: None,
        )
    )
    made.resize(1366, 740)
    made.setFocus()
    return shown(made)


def fields(page: QWidget) -> dict[str, QLineEdit]:
    return {name(line): line for line in page.findChildren(QLineEdit)}


def button(page: QWidget, label: str) -> QAbstractButton:
    return next(one for one in page.findChildren(QAbstractButton) if name(one) == label)


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def stops(window: Window) -> list[QWidget]:
    """What Tab goes through, from where the page begins until it comes round."""
    first = QApplication.focusWidget()
    found: list[QWidget] = []
    here = first
    while here is not None and here not in found and len(found) < 40:
        found.append(here)
        here.focusNextChild()
        here = QApplication.focusWidget()
    return found


@pytest.mark.parametrize("screen", sorted(SCREENS))
def test_every_page_is_worked_by_keys_with_names_and_room_to_hit(window, screen):
    """Tab comes to all that can be used, and round again; each button is named, and 44 px high at least."""
    SCREENS[screen](window)
    QApplication.processEvents()
    small = [
        (name(one), one.height())
        for one in window.findChildren(QAbstractButton)
        if one.isVisible() and one.height() < 44
    ]
    found = stops(window)

    assert ([], []) == (nameless_buttons(window), small)
    assert can_be_used(window) == set(found)


def can_be_used(window: Window) -> set[QWidget]:
    """Whatever takes the keyboard; of cards of which one is chosen, the chosen one."""
    return {
        one
        for one in window.centralWidget().findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not one.focusProxy()
        and (not isinstance(one, ChoiceCard) or one.isChecked())
    }


@pytest.mark.parametrize("screen", ["02-set-up", "02-set-up-more", "03-sheet", "28-card", "28-ready"])
def test_tab_goes_down_the_page(window, screen):
    """What stands at the foot comes last."""
    SCREENS[screen](window)
    QApplication.processEvents()
    found = stops(window)
    found = found[found.index(min(found, key=lambda one: top(window, one))) :]
    tops = [top(window, one) for one in found]

    assert sorted(tops, key=lambda one: one // 60) == tops or tops[-1] >= max(tops) - 10


def top(window: Window, one: QWidget) -> int:
    """Where a control stands in the window."""
    return one.mapTo(window, QPoint()).y()


@pytest.mark.parametrize("screen", sorted(SCREENS))
@pytest.mark.parametrize(("size", "scale"), [((1024, 640), 1.0), ((1366, 768), 2.0)])
def test_nothing_is_cut_at_the_side(qapp, window, screen, size, scale):
    """Neither in the smallest window nor with the largest text."""
    dress.put_on(qapp, LIGHT, scale)
    window.resize(*size)
    SCREENS[screen](window)
    for _ in range(3):
        QApplication.processEvents()
    over = [
        (type(one).__name__, name(one))
        for one in window.centralWidget().findChildren(QWidget)
        if one.isVisible() and one.mapTo(window, QPoint(one.width(), 0)).x() > size[0]
    ]

    assert [] == over


def test_the_steps_are_said_where_there_is_no_room_for_them(qapp, window):
    """With large text the landscape gives way, and one line says where one is."""
    dress.put_on(qapp, LIGHT, 2.0)
    screens_setup.passphrase(window)
    QApplication.processEvents()

    assert not window.findChild(Landscape).isVisible()
    assert "Step 2 of 5: Your passphrase" in texts(window.centralWidget())


def test_the_steps_beside_the_page_are_read_as_one(window):
    screens_setup.passphrase(window)
    QApplication.processEvents()

    assert "Step 2 of 5: Your passphrase" == name(window.findChild(StepList))
    assert "Step 2 of 5: Your passphrase" not in texts(window.centralWidget())
    assert "fsdesk: first set-up" == window.windowTitle()


def test_it_begins_at_the_name_and_goes_on_with_enter(you, settled, qtbot):
    line = fields(you)["Your name, as your team knows it"]
    began = line.hasFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    nothing = list(settled)
    line.setText("Morag")
    button(you, "I lead a team").click()
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert began
    assert [] == nothing
    assert [(You("Morag", LEAD), Path("x"))] == settled


def test_practice_is_offered_at_the_first_step(you, qtbot):
    with qtbot.waitSignal(you.practice_asked):
        button(you, "Try it with practice families first").click()


def test_who_one_said_one_is_is_still_there_on_the_way_back(shown):
    """Nothing is kept on the disk yet, and nothing is lost in the window."""
    page = shown(AboutYou(You("Isla", LEAD, "East team"), asks_label=True))

    assert {"Isla", "East team"} == {line.text() for line in page.findChildren(QLineEdit)}
    assert button(page, "I lead a team").isChecked()


def test_it_opens_only_when_the_passphrase_is_strong_and_typed_twice(page):
    line = fields(page)
    line["Your passphrase"].setText("maryhill ferry lantern")
    nearly = ("Nearly there." in texts(page), button(page, "Next: recovery sheet").isEnabled())
    for field in line.values():
        field.setText("maryhill ferry lantern moss")

    assert (True, False) == nearly
    assert button(page, "Next: recovery sheet").isEnabled()


def test_the_suggestion_is_shown_to_be_written_down_and_typed_once_more(page):
    """Using it does not spare the second time: a passphrase nobody can type is none."""
    button(page, "Use this one").click()
    line = fields(page)

    assert (SUGGESTED, SUGGESTED) == (line["Your passphrase"].text(), line["Your passphrase"].displayText())
    assert ("", True) == (
        line["Your passphrase once more"].text(),
        line["Your passphrase once more"].hasFocus(),
    )


def test_another_suggestion_is_another(page):
    button(page, "Another").click()

    assert SUGGESTED not in texts(page)


def test_caps_lock_is_noticed_while_choosing(page, qtbot):
    line = fields(page)["Your passphrase"]
    qtbot.keyClick(line, "H", Qt.KeyboardModifier.NoModifier)
    on = "Caps Lock is on." in texts(page)
    qtbot.keyClick(line, "h", Qt.KeyboardModifier.NoModifier)

    assert (True, False) == (on, "Caps Lock is on." in texts(page))


def test_while_it_is_made_nothing_can_be_changed(page, desk, qtbot):
    """The button says so in its own place; a refusal gives everything back as it was typed."""
    for field in fields(page).values():
        field.setText(SUGGESTED)
    qtbot.keyClick(fields(page)["Your passphrase once more"], Qt.Key.Key_Return)
    waiting = (
        button(page, "Setting up...").isVisible(),
        all(field.isReadOnly() for field in fields(page).values()),
        button(page, "Back").isEnabled(),
    )
    page.show_making(False)
    page.show_refused(Refused("There is already something in that folder.", "Choose another."))

    assert (True, True, False) == waiting
    assert "There is already something in that folder." in texts(page)
    assert {SUGGESTED} == {field.text() for field in fields(page).values()}


def test_escape_goes_back(page, qtbot):
    with qtbot.waitSignal(page.back_asked):
        qtbot.keyClick(fields(page)["Your passphrase"], Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("label", "first"),
    [
        ("Start a plan", First.START),
        ("Look around first", First.LOOK),
        ("See practice families", First.PRACTISE),
    ],
)
def test_each_way_on_says_what_comes_first(shown, qtbot, label, first):
    page = shown(Ready())
    with qtbot.waitSignal(page.chosen) as chosen:
        button(page, label).click()

    assert [first] == chosen.args


def test_the_sheet_has_to_be_proven_and_its_place_known(window):
    """One after the other, each said."""
    screens_setup.sheet(window)
    page = window.centralWidget()
    first = texts(page)
    screens_setup.sheet_proven(window)
    QApplication.processEvents()
    page = window.centralWidget()
    button(page, "I know where the sheet will be kept").setChecked(False)
    second = (texts(page), button(page, "Next: team card").isEnabled())
    button(page, "I know where the sheet will be kept").setChecked(True)

    assert "Opens when part of the sheet is typed back." in first
    assert ("Opens when you know where it will be kept." in second[0], second[1]) == (True, False)
    assert button(page, "Next: team card").isEnabled()


@pytest.mark.parametrize("screen", ["02-set-up-you", "02-set-up", "03-sheet-proven", "28-card-here"])
def test_alt_and_a_letter_go_on_and_back(window, screen, qtbot):
    """The same letters on every step that has them: B for Back, N for Next."""
    SCREENS[screen](window)
    page = window.centralWidget()
    page.show_ready(True, "")

    assert ("Alt+B", "Alt+N") == (page.back.shortcut().toString(), page.next.shortcut().toString())


@pytest.mark.parametrize("screen", sorted(SCREENS))
def test_nothing_on_a_page_is_left_for_python_to_let_go_of(window, screen):
    """What has no parent is deleted on whichever thread collects it, and Qt allows one only."""
    SCREENS[screen](window)
    page = window.centralWidget()
    held = [one for one in vars(page).values() if isinstance(one, QWidget)]

    assert held
    assert [] == [one for one in held if one.window() is not window]
