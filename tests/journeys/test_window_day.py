"""A day's work in the window, over real stores, end to end."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from fsdesk.desk import opening, plans
from fsdesk.plans.model import Plan
from fsdesk.ui.parts.growing_text import GrowingText
from fsdesk.ui.plan.note_text import NoteText
from tests.journeys.window_world import World, button, commit, words
from tests.store.stores import PASSPHRASE
from tests.ui.accessible import name, nameless_buttons

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def world(locked_world):
    return locked_world


def begin_kerr(world: World, qtbot) -> None:
    """A plan for the Kerr family with Shona and Callum in it, begun by keys alone."""
    qtbot.keyClick(world.window, Qt.Key.Key_N, CTRL)
    commit("The Kerr family")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    world.until(lambda: world.inside.families.open_plan is not None)
    world.quiet()
    qtbot.keyClick(world.window, Qt.Key.Key_W, CTRL | SHIFT)
    for person, role in (("Callum", "A child"), ("Shona", "A parent or carer")):
        button(world.page, role).click()
        world.page.editor.who_is_here.setFocus()
        commit(person)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        world.quiet()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    world.quiet()


def kept(world: World, family: str) -> Plan:
    """A family's plan as the store has it, read after the window let go of it."""
    desk = opening.open_desk(world.team.dan.folder, PASSPHRASE)
    try:
        line = next(one for one in plans.listing(desk) if one.listed.family == family)
        return plans.current(desk, line.id).plan
    finally:
        desk.close()


def test_a_plan_is_begun_written_looked_at_printed_and_sealed(world, qtbot, tmp_path):
    """From the passphrase to a package that the lead can open, without a word of saving."""
    world.unlock()
    begin_kerr(world, qtbot)
    coach = world.page.coach
    world.until(lambda: any("what Callum thinks" in text for text in words(coach)))
    qtbot.keyClick(world.window, Qt.Key.Key_W, CTRL | SHIFT)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    commit("Football. And da’s dog.")
    world.until(lambda: not any("what Callum thinks" in text for text in words(coach)))

    assert "Voices heard: Callum. Not yet: Shona." == name(world.page.editor.voices)

    qtbot.keyClick(world.window, Qt.Key.Key_P, CTRL)
    world.until(lambda: world.inside.families.paper is not None)
    paper = world.inside.families.paper
    world.until(paper.foot.save.isEnabled)
    paper.foot.save.click()
    world.choose_file(tmp_path / "plan.pdf")

    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")
    assert any("is not locked" in text for text in words(paper))

    qtbot.keyClick(world.window, Qt.Key.Key_3, CTRL)
    world.quiet()
    send = world.inside.send
    send.next.click()
    world.until(send.seal.isVisible)
    world.quiet()
    world.press("Send The Kerr family")  # nobody has been asked yet, so it would stay
    send.seal.click()
    world.choose_file(tmp_path / "out.fsdesk")
    world.until(lambda: send.is_done)

    assert "Sealed and saved" in words(send)
    assert "out.fsdesk" in words(send)

    family = next(
        one.id
        for one in plans.listing(_taken(world, tmp_path / "out.fsdesk"))
        if one.listed.family == "The Kerr family"
    )
    arrived = plans.current(world.team.morag.desk, family).plan
    assert ["Football. And da’s dog."] == [voice.words[0].text for voice in arrived.voices]
    assert 1 == len(arrived.print_editions)


def _taken(world: World, package: Path):
    """The lead's desk after the package was taken in."""
    world.team.morag.takes(package)
    return world.team.morag.desk


def test_words_are_kept_when_the_window_is_closed_in_mid_word(world, qtbot):
    """Nobody asks whether to save, and nothing is lost."""
    world.unlock()
    begin_kerr(world, qtbot)
    qtbot.keyClick(world.window, Qt.Key.Key_W, CTRL | SHIFT)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    commit("Mornings without shou")
    world.window.close()
    world.until(lambda: world.app.workspace is None)

    assert not world.window.isVisible()
    assert ["Mornings without shou"] == [
        voice.words[0].text for voice in kept(world, "The Kerr family").voices
    ]


def test_locking_keeps_the_words_and_leaves_nothing_behind(world, qtbot):
    """After Ctrl+L no page, no plan value and no way back exists; the door asks for the passphrase."""
    world.unlock()
    begin_kerr(world, qtbot)
    qtbot.keyClick(world.window, Qt.Key.Key_W, CTRL | SHIFT)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    commit("A word that is nobody else’s")
    page = world.page
    qtbot.keyClick(world.window, Qt.Key.Key_L, CTRL)
    world.until(lambda: world.app.workspace is None)
    world.quiet()
    gc.collect()

    assert not isValid(page)
    assert [] == [
        held for held in gc.get_objects() if isinstance(held, Plan) and held.family_name == "The Kerr family"
    ]
    assert "" == world.window.findChild(QLineEdit).text()
    assert not any("Kerr" in text for text in words(world.window))
    assert "A word that is nobody else’s" == kept(world, "The Kerr family").voices[0].words[0].text


def test_a_finding_is_answered_with_the_workers_own_judgement(world, qtbot):
    """Ctrl+J asks for words; they are kept in the plan, and the idea rests."""
    world.unlock()
    world.open_family("Dunbar")
    coach = world.page.coach
    qtbot.keyClick(world.window, Qt.Key.Key_J, CTRL)
    asked = QApplication.focusWidget()
    commit("Kyle was worn out today. We’ll do his with the cards on Saturday.")
    qtbot.keyClick(asked, Qt.Key.Key_Return, CTRL)
    world.quiet()
    world.until(lambda: any("1 note of your judgement" in name(one) for one in coach.findChildren(QWidget)))

    assert not any("what Kyle thinks" in text for text in words(coach))
    world.press("1 note of your judgement", coach)
    assert any("Kyle was worn out" in text for text in words(coach))

    world.press("Back to the ideas", coach)
    qtbot.keyClick(world.window, Qt.Key.Key_L, CTRL)
    world.until(lambda: world.app.workspace is None)
    [answer] = kept(world, "Dunbar").answers
    assert ("R-01", "Dan") == (answer.rule, answer.by)


def test_take_me_there_opens_a_card_for_that_persons_words(world, qtbot):
    world.unlock()
    world.open_family("Dunbar")
    world.press("Take me there", world.page.coach)
    focus = QApplication.focusWidget()

    assert isinstance(focus, GrowingText)
    assert "Kyle’s words, today" != name(focus)
    assert name(focus).startswith("Kyle’s words")


def test_a_wording_hint_is_answered_in_place(world, qtbot):
    """Wavy words, Alt+Enter, Use this; the note then reads so, and undo brings the old words back."""
    world.unlock()
    world.open_family("Mackie")
    world.press("Your note", world.page)
    commit("Tyler won't engage with the club.")
    note = QApplication.focusWidget()
    assert isinstance(note, NoteText)
    world.until(lambda: note.hints)
    qtbot.keyClick(note, Qt.Key.Key_Return, ALT)
    card = world.page.editor.hint_card

    assert card.isVisible()
    assert "Use this" == name(QApplication.focusWidget())
    assert "1 wording idea, Alt+Enter" == note.accessibleDescription()

    world.press("Use this", card)
    changed = note.text
    qtbot.keyClick(note, Qt.Key.Key_Z, CTRL)

    assert "won't engage" not in changed
    assert "Tyler won't engage with the club." == note.text


def test_words_the_worker_keeps_are_never_asked_about_again(world, qtbot):
    world.unlock()
    world.open_family("Mackie")
    world.press("Your note", world.page)
    commit("Tyler won't engage with the club.")
    note = QApplication.focusWidget()
    world.until(lambda: note.hints)
    qtbot.keyClick(note, Qt.Key.Key_Return, ALT)
    world.press("Keep mine", world.page.editor.hint_card)
    world.until(lambda: not note.hints)

    assert note.hasFocus()
    assert "Tyler won't engage with the club." == note.text


def test_escape_gives_the_focus_back_to_the_note(world, qtbot):
    world.unlock()
    world.open_family("Mackie")
    world.press("Your note", world.page)
    commit("Tyler won't engage with the club.")
    note = QApplication.focusWidget()
    world.until(lambda: note.hints)
    qtbot.keyClick(note, Qt.Key.Key_Return, ALT)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert note.hasFocus()
    assert not world.page.editor.hint_card.isVisible()


def test_what_was_taken_out_comes_back(world, qtbot):
    world.unlock()
    world.open_family("Mackie")
    editor = world.page.editor
    first = editor.cards[0]
    next(iter(first.fields.values())).setFocus()
    world.press(f"Take out {first.entry.heading}", first)
    gone = [card.entry.heading for card in editor.cards]
    world.press("Put back", editor)

    assert "What matters most to Donna" not in gone
    assert "What matters most to Donna" == editor.cards[0].entry.heading


def test_ctrl_s_says_that_it_is_saved_already(world, qtbot):
    world.unlock()
    world.open_family("Mackie")
    world.press("Your note", world.page)
    commit("Ring the school.")
    qtbot.keyClick(world.window, Qt.Key.Key_S, CTRL)
    world.quiet()

    assert world.inside.places.status.text.startswith("Already saved · ")


def test_keys_go_through_the_panes_and_back(world, qtbot):
    """F6 leaves from where one is and comes back there; Alt+Left goes back to the list as it was left."""
    world.unlock()
    world.open_family("Mackie")
    note = next(iter(world.page.editor.cards[0].fields.values()))
    note.setFocus()
    seen = []
    for _ in range(5):
        qtbot.keyClick(world.window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        panes = [world.inside.places.rail, *world.inside.families.panes()]
        seen.append(next(at for at, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus)))

    assert [4, 0, 1, 2, 3] == seen
    assert note.hasFocus()

    qtbot.keyClick(world.window, Qt.Key.Key_Left, ALT)
    assert world.inside.families.list.search.hasFocus()


def test_every_button_of_every_page_has_a_name(world, qtbot, tmp_path):
    """A screen reader can walk the door, the list, a plan, its print and the sending."""
    at_the_door = nameless_buttons(world.window)
    world.unlock()
    found = [at_the_door, nameless_buttons(world.window)]
    world.open_family("Lennox")
    found.append(nameless_buttons(world.window))
    world.inside.families.print()
    world.quiet()
    found.append(nameless_buttons(world.window))
    world.inside.places.go("send")
    world.quiet()
    world.press("Next: what goes")
    found.append(nameless_buttons(world.window))

    assert [[]] * 5 == found


def test_tab_goes_through_a_plan_in_the_order_it_is_seen(world, qtbot):
    """Rail, header, parts, voices, cards, quick adds, coach: what was added later is not at the end."""
    world.unlock()
    world.open_family("Dunbar")
    world.press("Your note", world.page)
    page = world.page
    header = world.inside.families.family.header
    panes = [world.inside.places.rail, header, page.sections, page.editor, page.coach]
    at = world.inside.places.rail.buttons[0]
    order, fields, seen = [], [], at
    while True:
        pane = next((n for n, one in enumerate(panes) if one.isAncestorOf(seen)), None)
        if pane is not None and seen.isVisible() and seen.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(pane)
            fields.append(seen)
        seen = seen.nextInFocusChain()
        if seen is at:
            break
    note = next(iter(page.editor.cards[-1].fields.values()))

    assert order == sorted(order)
    assert {0, 1, 2, 3, 4} == set(order)
    assert fields.index(note) < fields.index(page.editor.first_add)


@pytest.mark.parametrize(
    ("size", "panes", "rail"), [((1366, 768), 3, True), ((1024, 640), 2, True), ((800, 640), 1, False)]
)
def test_a_narrow_window_keeps_everything_within_reach(world, size, panes, rail):
    """Panes give way to buttons, and nothing scrolls sideways."""
    world.unlock()
    world.open_family("Dunbar")
    world.window.resize(*size)
    world.quiet()

    assert panes == len(world.page.panes())
    assert rail is world.inside.places.rail.isVisible()
    assert world.window.width() == size[0]
    if panes == 1:
        world.press("Coach: 4 ideas here", world.page)
        assert world.page.coach.isVisible()
        world.press("Menu")
        assert world.inside.places.rail.isVisible()
