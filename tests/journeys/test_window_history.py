"""What was written in the window comes back: by Ctrl+Z, from the history, from a card's earlier wording."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from fsdesk.desk import plans
from fsdesk.plans.model import Plan
from fsdesk.ui.history.row import HistoryRow
from fsdesk.ui.parts.growing_text import GrowingText
from tests.journeys.window_world import World, button, words
from tests.ui.accessible import name, nameless_buttons

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def world(locked_world):
    locked_world.unlock()
    locked_world.open_family("Mackie")
    return locked_world


def field_of(world: World, record: str) -> GrowingText:
    """The first text of a card."""
    card = next(one for one in world.page.editor.cards if one.entry.place.record == record)
    return next(iter(card.fields.values()))


def said_in_store(world: World, voice: str) -> str:
    """What a voice says in the store, read on the desk's thread."""
    opened = world.inside.families.open_plan
    found: list[Plan] = []
    world.runner.submit(
        lambda _: found.append(plans.current(world.inside._desk, opened.plan_id).plan),
        owner=world.window,
        failed=print,
    )
    world.quiet()
    return next(one for one in found[0].voices if one.id == voice).words[0].text


def write(world: World, qtbot, record: str, text: str) -> None:
    """These words are put at the end of a card's text, and the card is left."""
    field = field_of(world, record)
    field.setFocus()
    field.put_cursor(None)
    qtbot.keyClicks(field, text)
    world.page.editor.first_add.setFocus()
    world.quiet()


def words_of(world: World, record: str) -> str:
    return field_of(world, record).text


def test_ctrl_z_in_a_text_is_the_texts_own_and_outside_it_undoes_the_last_act(world, qtbot):
    """And what was undone is offered back at the foot of the page."""
    before = words_of(world, "voice-donna")
    write(world, qtbot, "voice-donna", " Every day.")
    field = field_of(world, "voice-donna")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    world.quiet()

    assert before == field.text
    assert not any(text.startswith("Undone:") for text in words(world.page))
    world.page.editor.first_add.setFocus()
    world.quiet()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
    world.quiet()

    assert before + " Every day." == words_of(world, "voice-donna")
    assert any(text.startswith("Undone: Corrected somebody's words") for text in words(world.page))
    world.press("Bring it back", world.page)

    assert before == words_of(world, "voice-donna")
    assert before == said_in_store(world, "voice-donna")


def test_a_card_shows_how_it_was_worded_and_an_earlier_wording_is_put_back(world, qtbot):
    """By keys alone, from the card to the wording and back to the plan."""
    before = words_of(world, "voice-donna")
    write(world, qtbot, "voice-donna", " Every day.")
    field_of(world, "voice-donna").setFocus()
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert name(QApplication.focusWidget()).startswith("Earlier wording of Donna’s words")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    world.quiet()
    page = world.inside.families.history
    while not name(QApplication.focusWidget()).startswith("Put back"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    world.quiet()

    assert any(text.startswith("Put back an earlier wording") for text in words(page))
    assert [] == nameless_buttons(page)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    world.quiet()

    assert before == words_of(world, "voice-donna")


def test_what_was_taken_out_is_put_back_from_the_history(world, qtbot):
    """Long after the offer at the foot of the page is gone."""
    place = next(
        one for one in world.page.editor.cards if one.entry.place.record == "voice-donna"
    ).entry.place
    world.inside.families.open_plan.presenter.take_out(place)
    world.quiet()
    world.tab("history")
    page = world.inside.families.history
    row = next(one for one in page.rows if isinstance(one, HistoryRow))

    assert row.row.sentence.startswith("Took out somebody's words")
    row.toggle.click()
    back = next(
        one
        for one in page.findChildren(QAbstractButton)
        if name(one).startswith("Put back") and one.isVisible()
    )
    back.click()
    world.quiet()
    world.tab("plan")

    assert "voice-donna" in [one.entry.place.record for one in world.page.editor.cards]


def test_alt_left_goes_from_the_history_back_to_the_plan(world, qtbot):
    """As from any page, with the focus where it was."""
    button(world.page, "Your note").setFocus()
    qtbot.keyClick(world.window, Qt.Key.Key_H, CTRL)
    world.quiet()
    at_history = world.inside.families.history.isVisible()
    qtbot.keyClick(world.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert (True, True) == (at_history, world.page.isVisible())
    assert "Your note" == name(QApplication.focusWidget())


def test_ctrl_z_with_nothing_of_ones_own_is_said_in_the_page(world, qtbot):
    """A plan that was only brought in has a beginning, and that stays."""
    world.page.editor.first_add.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
    world.quiet()

    assert "The beginning of a plan stays." in words(world.page)
