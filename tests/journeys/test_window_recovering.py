"""A passphrase that does not come to mind, in the window, over real stores: by the sheet, and with the lead's help."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from fsdesk.desk import escrow, opening, recovery
from fsdesk.store.refusals import WrongPassphrase
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.parts.growing_text import GrowingText
from tests.journeys.window_world import World, a_world, words
from tests.store.stores import CHEAP, PASSPHRASE
from tests.ui.accessible import name, nameless_buttons

NEW = "marble anchor thistle drum"


@pytest.fixture
def quick_keys(monkeypatch) -> None:
    """A key is worked out at once, as no real passphrase's is: what it costs is measured elsewhere."""
    monkeypatch.setattr("fsdesk.store.store.calibrated", lambda: CHEAP)
    monkeypatch.setattr("fsdesk.desk.escrow.calibrated", lambda: CHEAP)


@pytest.fixture
def sheet(families) -> tuple[str, ...]:
    """The words of a sheet that opens Dan's store."""
    made = recovery.begin(families.dan.desk)
    parts = made.parts
    made.wipe()
    return parts


@pytest.fixture
def world(qtbot, qapp, families, sheet, fsdesk_home, quick_keys) -> Iterator[World]:
    """The door of Dan's laptop, where he does not remember."""
    dress.put_on(qapp, LIGHT)
    made = a_world(families, fsdesk_home)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.press("I can’t remember it")
    yield made
    made.close()


def choose(world: World, passphrase: str) -> None:
    """A new passphrase is typed the same twice."""
    for one in world.window.findChildren(QLineEdit):
        if name(one).startswith("Your new passphrase"):
            one.setText(passphrase)


def by_sheet(world: World) -> None:
    """The way by the sheet is taken."""
    number = recovery_number(world)
    world.press(f"With my recovery sheet {number}")


def recovery_number(world: World) -> str:
    """The number of the sheet that opens the store, as the page names it."""
    from PySide6.QtWidgets import QPushButton

    offered = [one.text() for one in world.window.findChildren(QPushButton) if one.isVisible()]
    return next(one.split()[-1] for one in offered if one.startswith("With my recovery sheet"))


def test_the_sheet_typed_back_lets_a_new_passphrase_open_the_plans(world, sheet):
    """The plans are there at once, and the old passphrase opens nothing."""
    by_sheet(world)
    typed = world.window.findChild(GrowingText)
    typed.insertPlainText("\n".join(f"{number}  {word}" for number, word in enumerate(sheet, start=1)))
    choose(world, NEW)
    told = words(world.window)
    world.press("Open my plans")
    world.until(lambda: world.app.workspace is not None)
    world.quiet()
    folder = world.team.dan.folder
    world.window.lock_asked.emit()
    world.until(lambda: world.app.workspace is None)
    world.quiet()

    assert "24 of 24 words so far." in told
    with pytest.raises(WrongPassphrase):
        opening.open_desk(folder, PASSPHRASE)
    opening.open_desk(folder, NEW).close()


def test_a_word_that_is_on_no_sheet_is_named_and_everything_stays_typed(world, sheet):
    """Which word it is, so that one looks at that one again."""
    by_sheet(world)
    typed = world.window.findChild(GrowingText)
    typed.insertPlainText(" ".join((*sheet[:4], "maryhil", *sheet[5:])))
    choose(world, NEW)
    world.press("Open my plans")

    assert "Word 5 is not as any sheet has it." in words(world.window)
    assert "maryhil" in typed.text
    assert world.app.workspace is None


def test_a_sheet_of_another_store_changes_nothing(world, families, tmp_path):
    other = recovery.begin(families.isla.desk)
    by_sheet(world)
    world.window.findChild(GrowingText).insertPlainText(" ".join(other.parts))
    choose(world, NEW)
    world.press("Open my plans")

    assert "This recovery sheet does not open this store." in words(world.window)
    opening.open_desk(world.team.dan.folder, PASSPHRASE).close()


def test_it_is_done_by_keys_alone_and_esc_goes_back(world, sheet, qtbot):
    """Every button has a name; nothing of what was typed is left on the way back."""
    assert [] == nameless_buttons(world.window)

    by_sheet(world)
    first = name(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    world.quiet()
    ways = words(world.window)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    world.quiet()

    assert "What stands on the sheet" == first
    assert "When it doesn’t come to mind" in ways
    assert "Passphrase" == name(QApplication.focusWidget())


def test_before_unlocking_nobody_is_named(world):
    """Neither on the ways in nor on any of them."""
    told = words(world.window)
    by_sheet(world)

    assert not any("Dan" in one for one in told + words(world.window))


def test_without_any_way_in_it_is_said_plainly(qtbot, qapp, team, fsdesk_home):
    dress.put_on(qapp, LIGHT)
    world = a_world(team, fsdesk_home)
    world.window.show()
    world.press("I can’t remember it")
    told = words(world.window)
    world.close()

    assert any(one.startswith("No recovery sheet was made for these plans") for one in told)


def test_the_lead_keeps_a_way_in(qtbot, qapp, families, fsdesk_home, quick_keys, tmp_path):
    """Asked by a file and six words; the answer opens with the passphrase that was chosen when asking."""
    dress.put_on(qapp, LIGHT)
    escrow.give(families.dan.desk, families.morag.card, tmp_path / "given")
    escrow.keep(families.morag.desk, tmp_path / "given")
    world = a_world(families, fsdesk_home)
    world.window.show()
    world.window.activateWindow()
    qtbot.waitUntil(world.window.isActiveWindow)
    world.press("I can’t remember it")
    world.press("Ask my team lead")
    choose(world, NEW)
    world.press("Save the file for my lead...")
    world.choose_file(tmp_path / "ask")
    told = words(world.window)
    said = escrow.answer(families.morag.desk, tmp_path / "ask", tmp_path / "answer", words_agree=True)
    world.press("Back")
    world.press("I have my team lead’s answer")
    choose(world, "not the one that was chosen")
    world.press("Open the answer...")
    world.choose_file(tmp_path / "answer")
    wrong = words(world.window)
    choose(world, NEW)
    world.press("Open the answer...")
    world.choose_file(tmp_path / "answer")
    world.until(lambda: world.app.workspace is not None)
    world.quiet()
    world.close()

    assert all(any(one.endswith(f"  {word}") for one in told) for word in said.words)
    assert any("not the passphrase that was chosen" in one for one in wrong)
    opening.open_desk(world.team.dan.folder, NEW).close()
