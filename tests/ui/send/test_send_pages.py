from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFileDialog, QLabel, QProgressBar

from fsdesk.desk.cards import KnownPerson
from fsdesk.errors import Refused
from fsdesk.ui.presenters.send import Sealed
from fsdesk.ui.presenters.send_rows import NOT_YET, Row
from fsdesk.ui.send.done import Done
from fsdesk.ui.send.steps import Steps
from fsdesk.ui.send.what_goes import ASK, WhatGoes
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
    page = shown(WhoTo())
    page.show_card(MORAG, Path("/media/card"))
    card = page.match
    labels = {label.text(): label for label in card.findChildren(QLabel)}
    qtbot.waitUntil(lambda: labels["5  lamp"].x() > 0)

    assert [f"{at}  {word}" for at, word in enumerate(EIGHT, start=1)] == [
        text for text in labels if any(text.endswith(f"  {word}") for word in EIGHT)
    ]
    assert labels["1  birch"].x() == labels["4  otter"].x() < labels["5  lamp"].x()
    assert card.they_do_not.hasFocus()


def test_words_that_match_accept_the_card_and_esc_changes_nothing(shown, qtbot):
    page = shown(WhoTo())
    page.show_card(MORAG, Path("/media/card"))
    with qtbot.waitSignal(page.card_accepted) as accepted:
        press(page, "They match")
    page.show_card(MORAG, Path("/media/card"))
    with qtbot.waitSignal(page.card_not_same), qtbot.assertNotEmitted(page.card_accepted):
        qtbot.keyClick(page.match.they_do_not, Qt.Key.Key_Escape)

    assert [Path("/media/card")] == accepted.args
    assert not page.match.isVisible()


def test_whoever_is_ticked_may_open_it(shown, qtbot):
    page = shown(WhoTo())
    page.show_people([MORAG, ISLA], frozenset({"d1"}), MORAG)
    qtbot.waitUntil(lambda: all(box.isVisible() for box in page.findChildren(QCheckBox)))
    with qtbot.waitSignal(page.chosen) as chosen:
        press(page, "Isla")

    assert [frozenset({"d1", "d2"})] == chosen.args
    assert "Worker. The words were not read together yet." in texts(page)
    assert [] == nameless_buttons(page)


def test_tab_comes_to_everything_from_the_top_down(shown, qtbot):
    """One's own card can be saved without a mouse too."""
    page = shown(WhoTo())
    page.show_people([MORAG, ISLA], frozenset(), ISLA)
    qtbot.waitUntil(lambda: all(box.isVisible() for box in page.findChildren(QCheckBox)))
    page.add.setFocus()
    passed = []
    for _ in range(3):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        passed.append(name(page.focusWidget()))

    assert ["Morag", "Isla", "Save my card..."] == passed


def test_tab_goes_through_the_table_row_by_row(table, qtbot):
    """Whether a plan goes, then what its family can be asked, and only then what comes after the table."""
    table.add.setFocus()
    passed = []
    for _ in range(3):
        qtbot.keyClick(table.focusWidget(), Qt.Key.Key_Tab)
        passed.append(name(table.focusWidget()))

    assert ["Send The Kerr family", "Send The Boyles", "Ask at the next visit: The Boyles"] == passed


def test_where_no_plan_goes_yet_there_is_still_something_to_do_first(shown):
    """A plan that can go, or a family to ask, or somebody else to send to."""
    page = shown(WhatGoes())
    firsts = []
    for rows in (ROWS, ROWS[1:2], [ROWS[2]._replace(goes=False)]):
        page.show_leaving(rows, frozenset(), TO)
        firsts.append(name(page.first))

    assert ["Send The Kerr family", "Add someone", "Ask at the next visit: The Boyles"] == firsts


def test_with_no_card_accepted_the_way_to_one_is_said(shown):
    page = shown(WhoTo())
    page.show_people([], frozenset(), ISLA)

    assert any(text.startswith("Nobody’s card is here yet") for text in texts(page))
    assert page.add.isVisible()


TO = ("Only Morag can open it.", "Team lead.")
ROWS = [
    Row(
        "a",
        "The Kerr family",
        True,
        "The plan and 2 sealed records",
        "1 private note",
        "Told who reads it",
        "moss",
        "circle-check",
        "1 October, Shona",
    ),
    Row("b", "Sarah and Jude", False, "Nothing", "The whole plan", "Stays here", "amber", "hand"),
    Row("c", "The Boyles", True, "The plan", "Nothing", NOT_YET, "amber", "hand", can_ask=True),
]


@pytest.fixture
def table(shown, qtbot) -> WhatGoes:
    page = WhatGoes()
    page.resize(1100, 500)
    shown(page)
    page.show_leaving(ROWS, frozenset({"a"}), TO)
    qtbot.waitUntil(lambda: all(box.isVisible() for box in page.findChildren(QCheckBox)))
    return page


def test_one_table_says_what_leaves_what_stays_and_what_the_family_was_told(table):
    said = texts(table)

    assert {
        "Only Morag can open it. Team lead.",
        "The plan and 2 sealed records",
        "1 private note",
        "Told who reads it",
        "1 October, Shona",
    } <= set(said)
    assert {"Nothing", "The whole plan", "Stays here"} <= set(said)
    assert {"Nothing yet", "The whole plan, until you’ve talked about it"} <= set(said)


def test_a_plan_that_stays_cannot_be_ticked(table):
    [goes, stays, _] = table.findChildren(QCheckBox)

    assert (True, False) == (goes.isEnabled(), stays.isEnabled())
    assert ["Send The Kerr family", "Send Sarah and Jude"] == [name(goes), name(stays)]


def test_leaving_one_for_another_time_says_so(table, qtbot):
    [goes, *_] = table.findChildren(QCheckBox)
    with qtbot.waitSignal(table.chosen) as chosen:
        goes.click()
    table.show_leaving(ROWS, frozenset(), TO)

    assert [frozenset()] == chosen.args
    assert 1 == texts(table).count("Nothing this time")
    assert goes is table.findChildren(QCheckBox)[0]


def test_a_family_not_asked_yet_can_be_asked_at_the_next_visit(table, qtbot):
    """Once it is on the list it is not offered again, and the focus stays with that family."""
    ask = next(one for one in table.findChildren(QAbstractButton) if name(one) == f"{ASK}: The Boyles")
    ask.setFocus()
    with qtbot.waitSignal(table.ask_asked) as asked:
        ask.click()
    on_the_list = ROWS[2]._replace(can_ask=False, note="On the list for the next visit.")
    table.show_leaving([*ROWS[:2], on_the_list], frozenset({"a"}), TO)
    qtbot.waitUntil(lambda: "On the list for the next visit." in texts(table))

    assert ["c"] == asked.args
    assert ASK not in {name(one) for one in table.findChildren(QAbstractButton) if one.isVisible()}
    assert "Send The Boyles" == name(table.focusWidget())


def test_long_work_says_what_is_done_what_comes_and_how_long_it_takes(shown, qtbot):
    page = shown(Working("Sealing the package", ("Choosing", "Sealing", "Writing")))
    page.show_begun("Sealing 2 plans", "Morag")
    page.show_step(1, 3, "About 20 seconds left")
    with qtbot.waitSignal(page.stopped):
        qtbot.keyClick(page.stop, Qt.Key.Key_Escape)

    assert {"Sealing 2 plans", "1 of 3", "About 20 seconds left"} <= set(texts(page))
    assert "1 of 3 About 20 seconds left" == page.findChild(QProgressBar).accessibleName()
    assert any("Nothing is half done" in text for text in texts(page))


def test_whoever_carries_on_elsewhere_stops_nothing(shown, qtbot):
    page = shown(Working("Sealing the package", ("Choosing", "Sealing", "Writing")))
    with qtbot.waitSignal(page.elsewhere_asked), qtbot.assertNotEmitted(page.stopped):
        press(page, "Carry on elsewhere")


def test_parts_of_one_step_do_not_end_the_steps_after_it(shown):
    """Putting forty plans together is counted to forty, and is none of the three steps."""
    page = shown(Working("Sealing the package", ("Choosing", "Sealing", "Writing")))
    page.show_step(0, 3)
    page.show_step(30, 40)

    assert "30 of 40" in texts(page)
    assert ["strong", "body", "body"] == [label.property("words") for label in page._labels]


@pytest.fixture
def done(shown) -> Done:
    page = shown(Done())
    page.show_sealed(
        Sealed(
            "fsdesk package 2026-03-09.fsdesk",
            "/media/BLUE STICK",
            "212 KB",
            "2 plans for Morag",
            (("Sarah and Jude", "The whole plan"),),
        )
    )
    return page


def test_the_last_page_names_file_size_and_place(done):
    said = texts(done)

    assert "fsdesk package 2026-03-09.fsdesk" in said
    assert any("212 KB in /media/BLUE STICK" in text for text in said)
    assert "2 plans for Morag. It was read back and compared: it is whole." in said
    assert "Sarah and Jude: The whole plan" in said
    assert [] == nameless_buttons(done)


def test_a_copy_goes_to_a_stick_and_is_told_with_its_place(done, qtbot):
    with qtbot.waitSignal(done.copy_asked) as asked:
        press(done, "Copy to a stick...")
        qtbot.waitUntil(lambda: bool(done.findChildren(QFileDialog)))
        [dialog] = done.findChildren(QFileDialog)
        dialog.fileSelected.emit("/media/RED STICK")
        dialog.reject()
    done.show_copied(Path("/media/RED STICK/x.fsdesk"))

    assert [Path("/media/RED STICK")] == asked.args
    assert any("/media/RED STICK/x.fsdesk" in text and "compared" in text for text in texts(done))


def test_what_could_not_be_copied_is_told_and_the_package_still_stands_there(done):
    done.show_refused(Refused("The folder or stick is not there.", "Put the stick in."))

    assert {"The folder or stick is not there.", "fsdesk package 2026-03-09.fsdesk"} <= set(texts(done))


def test_the_steps_are_told_to_a_screen_reader(shown):
    steps = shown(Steps())
    steps.show_step(2)

    assert "Step 2 of 3: What goes" == name(steps)
