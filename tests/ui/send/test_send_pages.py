from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QProgressBar

from fsdesk.desk.cards import KnownPerson
from fsdesk.desk.sealing import Leaving
from fsdesk.ui.presenters.send import Sealed
from fsdesk.ui.send.card_check import CardCheck
from fsdesk.ui.send.done import Done
from fsdesk.ui.send.steps import Steps
from fsdesk.ui.send.what_goes import WhatGoes
from fsdesk.ui.send.who_to import WhoTo
from fsdesk.ui.send.working import Working
from tests.ui.accessible import name, nameless_buttons

EIGHT = ("birch", "seven", "kite", "otter", "lamp", "harbour", "kettle", "moss")
MORAG = KnownPerson("Morag", "lead", "d1", EIGHT, True, False, "team", "age")
ISLA = KnownPerson("Isla", "worker", "d2", EIGHT, False, False, "team", "age")


def texts(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def press(page, label: str) -> None:
    next(one for one in page.findChildren(QAbstractButton) if one.isVisible() and name(one) == label).click()


def test_eight_words_stand_in_two_columns_and_the_safe_answer_has_the_focus(shown, qtbot):
    card = shown(CardCheck())
    card.ask(MORAG, Path("/media/card"))
    labels = {label.text(): label for label in card.findChildren(QLabel)}
    qtbot.waitUntil(lambda: labels["5  lamp"].x() > 0)

    assert [f"{at}  {word}" for at, word in enumerate(EIGHT, start=1)] == [
        text for text in labels if any(text.endswith(f"  {word}") for word in EIGHT)
    ]
    assert labels["1  birch"].x() == labels["4  otter"].x() < labels["5  lamp"].x()
    assert card.is_not.hasFocus()


def test_same_words_accepts_and_not_the_same_keeps_nothing(shown, qtbot):
    card = shown(CardCheck())
    card.ask(MORAG, Path("/media/card"))
    with qtbot.waitSignal(card.same) as same:
        press(card, "Same words")
    card.ask(MORAG, Path("/media/card"))
    with qtbot.waitSignal(card.not_same), qtbot.assertNotEmitted(card.same):
        qtbot.keyClick(card.is_not, Qt.Key.Key_Escape)

    assert [Path("/media/card")] == same.args
    assert not card.isVisible()


def test_whoever_is_ticked_may_open_it(shown, qtbot):
    page = shown(WhoTo())
    page.show_people([MORAG, ISLA], frozenset({"d1"}), MORAG)
    qtbot.waitUntil(lambda: all(box.isVisible() for box in page.findChildren(QCheckBox)))
    with qtbot.waitSignal(page.chosen) as chosen:
        press(page, "Isla")

    assert [frozenset({"d1", "d2"})] == chosen.args
    assert "Worker. The words were not read together yet." in texts(page)
    assert [] == nameless_buttons(page)


def test_with_no_card_accepted_the_way_to_one_is_said(shown):
    page = shown(WhoTo())
    page.show_people([], frozenset(), ISLA)

    assert any(text.startswith("Nobody’s card is here yet") for text in texts(page))
    assert page.add.isVisible()


LEAVING = [
    Leaving(
        "a",
        "The Kerr family",
        True,
        "The plan and 2 sealed records",
        "1 private note",
        "To your own team lead",
    ),
    Leaving("b", "Sarah and Jude", False, "Nothing", "The whole plan", "Stays on this laptop"),
]


@pytest.fixture
def table(shown, qtbot) -> WhatGoes:
    page = WhatGoes()
    page.resize(1100, 500)
    shown(page)
    page.show_leaving(LEAVING, frozenset({"a"}), "Morag")
    qtbot.waitUntil(lambda: all(box.isVisible() for box in page.findChildren(QCheckBox)))
    return page


def test_one_table_says_what_leaves_what_stays_and_what_the_family_was_told(table):
    said = texts(table)

    assert {
        "Only Morag can open it.",
        "The plan and 2 sealed records",
        "1 private note",
        "To your own team lead",
    } <= set(said)
    assert {"Nothing this time", "The whole plan", "Stays on this laptop"} <= set(said)


def test_a_plan_that_stays_cannot_be_ticked(table):
    [goes, stays] = table.findChildren(QCheckBox)

    assert (True, False) == (goes.isEnabled(), stays.isEnabled())
    assert ["Send The Kerr family", "Send Sarah and Jude"] == [name(goes), name(stays)]


def test_leaving_one_for_another_time_says_so(table, qtbot):
    [goes, _] = table.findChildren(QCheckBox)
    with qtbot.waitSignal(table.chosen) as chosen:
        goes.click()
    table.show_leaving(LEAVING, frozenset(), "Morag")

    assert [frozenset()] == chosen.args
    assert 2 == texts(table).count("Nothing this time")
    assert goes is table.findChildren(QCheckBox)[0]


def test_long_work_says_what_is_done_and_what_comes(shown, qtbot):
    page = shown(Working("Sealing the package", ("Choosing", "Sealing", "Writing")))
    page.show_step(1, 3)
    with qtbot.waitSignal(page.stopped):
        qtbot.keyClick(page.stop, Qt.Key.Key_Escape)

    assert "1 of 3" in texts(page)
    assert "1 of 3" == page.findChild(QProgressBar).accessibleName()
    assert any("Nothing is half done" in text for text in texts(page))


def test_the_last_page_names_file_size_and_place(shown):
    page = shown(Done())
    page.show_sealed(
        Sealed(
            "fsdesk package 2026-03-09.fsdesk",
            "/media/BLUE STICK",
            "212 KB",
            "2 plans for Morag",
            ("Sarah and Jude",),
        )
    )
    said = texts(page)

    assert "fsdesk package 2026-03-09.fsdesk" in said
    assert any("212 KB in /media/BLUE STICK" in text for text in said)
    assert "2 plans for Morag. It was read back and is whole." in said
    assert "Sarah and Jude" in said


def test_the_steps_are_told_to_a_screen_reader(shown):
    steps = shown(Steps())
    steps.show_step(2)

    assert "Step 2 of 3: What goes" == name(steps)
