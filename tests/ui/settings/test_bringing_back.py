from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from fsdesk.desk import backups, opening, plans
from fsdesk.plans import document, samples
from fsdesk.ui.presenters.restoring import BROUGHT, day_of
from fsdesk.ui.presenters.settings.bringing_back import NONE_YET, WHY
from fsdesk.ui.presenters.settings.passphrase import NOT_THE_ONE
from fsdesk.ui.restoring import NEARLY, STOP_TEXT, Restoring
from fsdesk.ui.settings.backups import BRING_BACK
from fsdesk.ui.settings.rows import Row
from tests.journeys.window_world import words
from tests.store.stores import PASSPHRASE
from tests.ui.accessible import name, nameless_buttons
from tests.ui.settings.worlds import at

FIRST, SECOND, *_ = samples.load_all()


@pytest.fixture
def backed_up(world):
    """The world, with one plan in the only backup of Dan's store, and two in the store."""
    with opening.open_desk(world.team.dan.folder, PASSPHRASE) as desk:
        plans.import_document(desk, document.read_document(document.write(FIRST)))
        backups.make(desk, backups.DAILY)
        plans.import_document(desk, document.read_document(document.write(SECOND)))
    return world


def held(folder) -> set[str]:
    """The plans that the store in a folder holds."""
    with opening.open_desk(folder, PASSPHRASE) as desk:
        return {one.id for one in plans.listing(desk)}


def asking(world):
    """The page, once one of the backups may be brought back."""
    page = at(world, "safe")
    world.until(world.window.isActiveWindow)
    world.press(BRING_BACK)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    return page


def test_an_earlier_day_is_brought_back_with_the_keyboard_and_what_was_here_is_kept(backed_up):
    """The door says so in one sentence; the kept backup holds what was written since."""
    world, folder = backed_up, backed_up.team.dan.folder
    [one] = backups.listed(folder)
    page = asking(world)
    shown = " ".join(words(page.backups))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    field = QApplication.focusWidget()
    QTest.keyClicks(field, PASSPHRASE)
    QTest.keyClick(field, Qt.Key.Key_Return)
    said = BROUGHT.format(day=day_of(one))
    world.until(lambda: said in words(world.window))
    at_the_door = world.app.workspace is None
    world.quiet()
    [before] = [other for other in backups.listed(folder) if other.why == "before-restore"]

    assert "1 plan, " in shown
    assert "Here now: 2 plans, " in shown
    assert at_the_door
    assert {FIRST.id} == held(folder)
    assert {FIRST.id, SECOND.id} == held(before.folder)


def test_what_was_here_can_be_brought_back_in_turn(backed_up):
    """It stands among the backups, and says what it is."""
    world, folder = backed_up, backed_up.team.dan.folder
    for why in ("daily", "before-restore"):
        page = at(world, "safe")
        world.press(BRING_BACK)
        [row] = [one for one in page.findChildren(Row) if any(WHY[why] in said for said in words(one))]
        row.findChild(QPushButton).click()
        page.backups.bring_back.asking.field.findChild(QLineEdit).setText(PASSPHRASE)
        world.press("Bring it back")
        world.until(lambda: any("what was here before is kept" in one for one in words(world.window)))
        world.quiet()

    assert {FIRST.id, SECOND.id} == held(folder)


def test_keeping_what_is_here_has_the_focus(backed_up):
    """By Space or Esc; the list is there again, the focus where it was asked from, and a second Esc closes it."""
    page = asking(backed_up)
    form = page.backups.bring_back
    focus = QApplication.focusWidget()
    QTest.keyClick(focus, Qt.Key.Key_Space)
    back = name(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    listed = form._list.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert form.asking.keep is focus
    assert back.startswith("Bring back ")
    assert listed
    assert form.isHidden()
    assert page.cover_lock.isVisible()
    assert BRING_BACK == name(QApplication.focusWidget())
    assert backed_up.app.workspace is not None


def test_another_passphrase_closes_nothing(backed_up):
    """The card says so, what was typed stays selected, and is gone once somebody goes elsewhere."""
    page = asking(backed_up)
    [field] = page.backups.bring_back.asking.findChildren(QLineEdit)
    field.setText("four other words here")
    backed_up.press("Bring it back")
    told, chosen = words(page), field.selectedText()
    at(backed_up, "people")

    assert NOT_THE_ONE.what in told
    assert "four other words here" == chosen
    assert "" == field.text()
    assert backed_up.app.workspace is not None


def test_without_a_backup_it_says_so(world):
    """Nothing can be pressed there but what closes it."""
    page = at(world, "safe")
    world.press(BRING_BACK)

    assert NONE_YET in words(page)
    assert [] == page.backups.bring_back._list.findChildren(QPushButton)


def test_every_control_is_named_by_its_day(backed_up):
    """In the list, and where one is asked about."""
    page = asking(backed_up)
    names = {name(one) for one in page.backups.bring_back._list.findChildren(QPushButton)}

    assert [] == nameless_buttons(page)
    assert 1 == len(names)
    assert all(one.endswith("...") and any(sign.isdigit() for sign in one) for one in names)


def test_while_it_is_brought_back_there_is_a_bar_and_a_way_to_stop(shown):
    """Until the backup was found whole; then nothing offers to keep what is here."""
    page = shown(Restoring())
    page.show_step(2, 4, "Bringing it back")
    before = words(page)
    could_stop = page.stop.isVisible()
    page.show_changed()

    assert could_stop
    assert STOP_TEXT in before
    assert "Bringing it back: 50 of 100 parts" == name(page._bar)
    assert not page.stop.isVisible()
    assert NEARLY in words(page)
    assert [] == nameless_buttons(page)
