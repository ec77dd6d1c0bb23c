from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from fsdesk.errors import Refused
from fsdesk.ui.presenters.setup import SetUpPresenter
from fsdesk.ui.setup import SetUp
from tests.ui.accessible import name, nameless_buttons
from tests.ui.presenters.fakes import Desk

SUGGESTED = "kettle harbour seven violet bus otter"


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def made() -> list:
    return []


@pytest.fixture
def page(shown, desk, made) -> SetUp:
    page = SetUp()

    def make(*given: object) -> str:
        made.append(given)
        return "open"

    page.show_suggestion(SUGGESTED)
    page.serve(
        SetUpPresenter(
            page, folder=Path("x"), make=make, submit=desk.submit, opened=lambda *given: made.append(given)
        )
    )
    page.resize(1366, 740)
    page.setFocus()
    return shown(page)


def fields(page: SetUp) -> dict[str, QLineEdit]:
    return {name(line): line for line in page.findChildren(QLineEdit)}


def button(page: SetUp, label: str) -> QAbstractButton:
    return next(one for one in page.findChildren(QAbstractButton) if name(one) == label)


def texts(page: SetUp) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def test_it_begins_at_the_name_and_every_field_is_named(page):
    assert {"Your name", "Your passphrase", "Your passphrase once more"} == set(fields(page))
    assert fields(page)["Your name"].hasFocus()
    assert [] == nameless_buttons(page)


def test_it_opens_only_when_the_passphrase_is_strong_and_typed_twice(page, qtbot):
    line = fields(page)
    line["Your name"].setText("Dan")
    line["Your passphrase"].setText("maryhill ferry lantern")
    nearly = ("Nearly there." in texts(page), button(page, "Finish setting up").isEnabled())
    line["Your passphrase"].setText("maryhill ferry lantern moss")
    line["Your passphrase once more"].setText("maryhill ferry lantern moss")

    assert (True, False) == nearly
    assert button(page, "Finish setting up").isEnabled()


def test_the_suggestion_is_shown_to_be_written_down_and_typed_once_more(page, qtbot):
    """Using it does not spare the second time: a passphrase nobody can type is none."""
    button(page, "Use this one").click()
    line = fields(page)

    assert (SUGGESTED, SUGGESTED) == (line["Your passphrase"].text(), line["Your passphrase"].displayText())
    assert "" == line["Your passphrase once more"].text()


def test_role_name_and_passphrase_are_handed_on(page, desk, made, qtbot):
    line = fields(page)
    line["Your name"].setText("Morag")
    button(page, "I lead a team").click()
    for field in ("Your passphrase", "Your passphrase once more"):
        line[field].setText(SUGGESTED)
    qtbot.keyClick(line["Your passphrase once more"], Qt.Key.Key_Return)
    waiting = button(page, "Setting up...").isVisible()
    desk.run()

    assert waiting
    assert (Path("x"), "Morag", "lead", SUGGESTED) == made[0]


def test_a_refusal_stands_in_the_page_and_keeps_what_was_typed(page):
    fields(page)["Your name"].setText("Dan")
    page.show_refused(Refused("There is already something in that folder.", "Choose another."))

    assert "There is already something in that folder." in texts(page)
    assert "Dan" == fields(page)["Your name"].text()


def test_escape_goes_back(page, qtbot):
    with qtbot.waitSignal(page.cancelled):
        qtbot.keyClick(fields(page)["Your name"], Qt.Key.Key_Escape)
