from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from fsdesk import settings
from fsdesk.desk import backups, opening, recovery
from fsdesk.ui.parts.asking_file import ask_for_folder
from fsdesk.ui.presenters.settings.passphrase import CHANGED, NOT_THE_ONE
from tests.journeys.window_world import World, button, words
from tests.store.stores import CHEAP, PASSPHRASE
from tests.ui.settings.worlds import at

NEW = "violet seven harbour bus kettle"


def fields(page) -> dict[str, QLineEdit]:
    return {one.accessibleName(): one for one in page.findChildren(QLineEdit)}


def change(world: World, old: str) -> Any:
    """The page, once the passphrase was changed, with this one as the old one."""
    page = at(world, "safe")
    world.press("Change passphrase")
    typed = fields(page)
    typed["Your passphrase now"].setText(old)
    typed["Your new passphrase"].setText(NEW)
    typed["Your new passphrase once more"].setText(NEW)
    world.press("Change it")
    return page


def with_cheap_keys(monkeypatch) -> None:
    """A new passphrase costs next to nothing to derive."""
    cheap = partial(opening.change_passphrase_of, derivation=CHEAP)
    monkeypatch.setattr(
        "fsdesk.ui.presenters.settings.passphrase.PassphrasePresenter.__init__.__kwdefaults__",
        {"change": cheap},
    )


def test_a_time_chosen_in_the_window_counts_at_once(world):
    """For the clocks that watch it."""
    page = at(world, "safe")
    lists = {one.accessibleName(): one for one in page.cover_lock._lists.values()}
    shown = lists["Lock fully"]
    shown.setCurrentIndex(shown.findText("After 5 min"))
    shown.activated.emit(shown.currentIndex())

    assert 5 * 60 == world.app.away._limits.lock_after
    assert 5 == settings.choices().lock_after


def test_the_wheel_over_a_list_changes_nothing(world):
    """A time is never chosen by scrolling past it."""
    page = at(world, "safe")
    shown = page.cover_lock._lists["lock_after"]
    shown.setFocus()
    middle = QPointF(shown.rect().center())
    turned = QWheelEvent(
        middle,
        QPointF(shown.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(shown, turned)

    assert "After 20 min" == shown.currentText()
    assert 20 == settings.choices().lock_after


def test_the_passphrase_is_changed_in_the_page(world, monkeypatch):
    """The form closes, what was typed is gone, and the new one opens the plans."""
    with_cheap_keys(monkeypatch)
    page = change(world, PASSPHRASE)

    assert CHANGED in words(page)
    assert ["", "", ""] == [one.text() for one in page.passphrase.form.findChildren(QLineEdit)]
    assert page.passphrase.form.isHidden()
    folder = world.inside._desk.store.folder
    world.window.close()
    world.until(lambda: world.app.workspace is None)
    opening.open_desk(folder, NEW).close()


def test_another_old_passphrase_is_said_in_the_page_and_what_was_typed_stays(world, monkeypatch):
    """The old one is selected, so that the next letter replaces it."""
    with_cheap_keys(monkeypatch)
    page = change(world, "four other words here")
    typed = fields(page)

    assert {NOT_THE_ONE.what, NOT_THE_ONE.what_next} <= set(words(page))
    assert NEW == typed["Your new passphrase"].text()
    assert "four other words here" == typed["Your passphrase now"].selectedText()


def test_a_form_that_is_open_has_the_page_to_itself_until_escape(world, qtbot):
    """The other cards come back, and the focus goes to where it was opened."""
    page = at(world, "safe")
    qtbot.waitUntil(world.window.isActiveWindow)
    world.press("Change passphrase")
    alone = (page.cover_lock.isHidden(), page.backups.isHidden(), page.passphrase.form.isVisible())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert (True, True, True) == alone
    assert page.cover_lock.isVisible()
    assert page.backups.isVisible()
    assert button(page, "Change passphrase") is QApplication.focusWidget()


def test_nothing_typed_stays_when_somebody_goes_elsewhere(world):
    """Another topic, another place, or the door."""
    page = at(world, "safe")
    world.press("Change passphrase")
    fields(page)["Your passphrase now"].setText(PASSPHRASE)
    at(world, "coach")

    assert "" == page.passphrase.form.old.text
    assert page.passphrase.form.isHidden()


def test_a_recovery_sheet_is_copied_by_hand_and_proven(world):
    """Its words are gone from the screen once somebody goes on; the row says that it counts."""
    page = at(world, "safe")
    world.press("Open the recovery sheet")
    world.press("I’ll copy it by hand")
    groups = page.passphrase._sheet_presenter._made.groups
    shown = set(words(page))
    world.press("I’ve copied it")
    hidden = set(words(page))
    desk = world.inside._desk
    asked = recovery.now_open(desk)[-1].asked
    line = next(one for one in page.passphrase.sheet.findChildren(QLineEdit) if one.isVisible())
    line.setText(groups[asked - 1])
    world.press("Check it", page.passphrase.sheet)

    assert set(" ".join(groups).split()) <= shown
    assert not set(" ".join(groups).split()) & hidden
    assert recovery.now_open(desk)[-1].proven_at
    assert any("Part of it was typed back" in one for one in words(page.passphrase._sheet_row))


def test_leaving_the_page_overwrites_a_sheet_that_was_shown(world):
    """It is then nowhere but on paper."""
    page = at(world, "safe")
    world.press("Open the recovery sheet")
    world.press("I’ll copy it by hand")
    secret = page.passphrase._sheet_presenter._made.secret
    world.inside.places.go("families")

    assert not any(secret)
    assert page.passphrase._sheet_presenter._made is None


def test_a_backup_is_made_read_back_and_said(world):
    """Beside the work."""
    page = at(world, "safe")
    world.press("Back up now")
    world.until(lambda: not page.backups._back_up.is_busy)
    world.quiet()

    assert 1 == len(backups.listed(world.inside._desk.store.folder))
    assert any(one.endswith("read back") for one in words(page.backups))


def test_the_folder_for_copies_is_asked_for_and_can_be_given_up(world, tmp_path, monkeypatch):
    """The system's own dialog holds up nothing."""
    asked = []
    monkeypatch.setattr(
        "fsdesk.ui.settings.backups.ask_for_folder", lambda parent, title, then: asked.append(then)
    )
    page = at(world, "safe")
    world.press("Choose a folder...")
    asked[0](tmp_path)
    world.quiet()
    chosen = settings.choices().backup_place
    told = any(str(tmp_path) in one for one in words(page.backups))
    world.press("No copies on another disk any more")

    assert (str(tmp_path), True) == (chosen, told)
    assert "" == settings.choices().backup_place


def test_a_folder_is_asked_for_in_a_dialog_of_its_own(world, tmp_path):
    """Only folders can be chosen, and the window can be used meanwhile."""
    page = at(world, "safe")
    found = []
    asked = ask_for_folder(page, "A folder", found.append)
    asked.fileSelected.emit(str(tmp_path))
    is_modal_to_all = asked.windowModality() == Qt.WindowModality.ApplicationModal
    asked.close()

    assert [tmp_path] == found
    assert not is_modal_to_all
