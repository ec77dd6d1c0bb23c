"""The plan editor under the conditions of a real day: locks, full disks, large pastes, pictures, and keys alone."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication

from fsdesk.ui.parts.alt_letters import clashes, letter_of
from fsdesk.ui.parts.growing_text import GrowingText
from fsdesk.ui.plan.note_text import NoteText
from fsdesk.ui.presenters import sections
from tests.journeys.test_window_sections import kept
from tests.journeys.window_world import World, commit, words
from tests.ui.accessible import name, nameless_buttons

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def a_photo() -> bytes:
    held = BytesIO()
    Image.new("RGB", (640, 480), "#b06030").save(held, "JPEG")
    return held.getvalue()


def copy(**held) -> None:
    """Somebody copied this elsewhere."""
    made = QMimeData()
    if "text" in held:
        made.setText(held["text"])
    if "png" in held:
        made.setData("image/png", held["png"])
    QGuiApplication.clipboard().setMimeData(made)


def ask_for_picture(world: World, qtbot) -> None:
    world.press("Picture or drawing")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    world.quiet()


def test_after_a_lock_the_same_plan_section_entry_and_cursor_are_there(world, qtbot):
    """The words became an edit; the place is remembered by the program, and holds no word."""
    world.open_family("Mackie")
    opened = world.inside.families.open_plan
    opened_plan = opened.plan_id
    opened.open_section("strengths")
    world.quiet()
    field = next(iter(world.page.editor.cards[0].fields.values()))
    field.setFocus()
    field.put_cursor(4)
    text = field.text
    qtbot.keyClick(world.window, Qt.Key.Key_L, CTRL)
    world.until(lambda: world.app.workspace is None)
    world.quiet()
    world.unlock()
    world.until(lambda: world.inside.plan_in_sight == opened_plan)
    world.until(lambda: isinstance(QApplication.focusWidget(), GrowingText))
    back = QApplication.focusWidget()

    assert "Strengths" == world.page.editor.top.title.text()
    assert (text, 4) == (back.text, back.cursor_at)


def test_a_store_that_is_moved_away_while_somebody_types_loses_nothing(world, qtbot, tmp_path):
    """A bar in the page, no box in the way; the words can be saved elsewhere, and are kept when it is back."""
    folder = world.team.dan.folder
    world.open_family("Mackie")
    world.press("Your note")
    folder.rename(folder.with_name("elsewhere"))
    commit("Ring the school on Monday.")
    world.page.coach.setFocus()
    world.quiet()
    bar = words(world.page.editor.notice)
    world.press("Save what you typed elsewhere")
    world.choose_file(tmp_path / "words.txt")
    told = words(world.page.editor.notice)

    assert any("not where it was" in line for line in bar)
    assert any("Your words stay here" in line for line in bar)
    assert "Ring the school on Monday." in (tmp_path / "words.txt").read_text()
    assert any("words.txt" in line for line in told)
    assert any("not locked" in line for line in told)

    folder.with_name("elsewhere").rename(folder)
    world.press("Try again")

    assert "Ring the school on Monday." in [note.text[0].text for note in kept(world).scratch]
    assert not world.page.editor.notice.isVisible()


def test_megabytes_that_are_pasted_are_refused_in_the_page(world, qtbot):
    world.open_family("Mackie")
    world.press("Your note")
    commit("Tea")
    copy(text="x" * 3_000_000)
    note = QApplication.focusWidget()
    qtbot.keyClick(note, Qt.Key.Key_V, CTRL)

    assert "Tea" == note.text
    assert any("more than one card holds" in line for line in words(world.page.editor.notice))


def test_a_drawing_is_chosen_kept_shown_taken_out_and_put_back(world, qtbot, tmp_path):
    """By keys: whose, a file, what they said about it; taken out and back with its picture."""
    drawing = tmp_path / "scan0001.jpg"
    drawing.write_bytes(a_photo())
    world.open_family("Mackie")
    before = len(world.page.editor.cards)
    ask_for_picture(world, qtbot)
    world.press("Choose a file")
    world.choose_file(drawing)
    world.until(lambda: len(world.page.editor.cards) == before + 1)
    commit("Me and the dog")
    card = next(one for one in world.page.editor.cards if one.pictures)
    world.until(lambda: card.pictures[0]._small._drawn is not None)
    plan = kept(world)

    assert name(QApplication.focusWidget()).endswith("said about it")
    assert 1 == len(plan.media)
    assert not world.page.editor.foot.picture.isVisible()

    world.press(f"Take out {card.entry.heading}", card)
    gone = kept(world).media
    world.press("Put back")

    assert () == gone
    assert [one.hash for one in plan.media] == [one.hash for one in kept(world).media]


def test_a_picture_that_was_copied_is_pasted_with_one_key(world, qtbot):
    world.open_family("Mackie")
    held = BytesIO()
    Image.new("RGB", (100, 80), "white").save(held, "PNG")
    copy(png=held.getvalue())
    ask_for_picture(world, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CTRL)
    world.until(lambda: kept(world).media)

    assert "image/png" == kept(world).media[0].mime


def test_a_renamed_program_is_no_picture_and_the_page_says_so(world, qtbot, tmp_path):
    """The card stays open for another one; what was typed before is still there."""
    program = tmp_path / "drawing.png"
    program.write_bytes(b"MZ\x90\x00" + bytes(5000))
    world.open_family("Mackie")
    before = kept(world)
    ask_for_picture(world, qtbot)
    world.press("Choose a file")
    world.choose_file(program)
    card = world.page.editor.foot.picture
    world.until(card.notice.isVisible)

    assert any("not a photo or drawing" in line for line in words(card))
    assert card.isVisible()
    assert before == kept(world)


def test_the_card_with_kinder_words_opens_when_the_cursor_rests_and_escape_closes_it(world, qtbot):
    """Not while typing, and not for moving past; the focus stays in the note."""
    world.open_family("Mackie")
    world.press("Your note")
    commit("Tyler won't engage with the club.")
    note = QApplication.focusWidget()
    card = world.page.editor.hint_card
    world.until(lambda: note.hints)
    typing = card.isVisible()
    note.put_cursor(8)
    note.put_cursor(0)
    past = card.isVisible()
    note.put_cursor(8)
    world.until(card.isVisible)

    assert (False, False) == (typing, past)
    assert note.hasFocus()

    qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert note.hasFocus()


def test_ctrl_enter_closes_a_card_and_opens_the_next(world, qtbot):
    """Of somebody's words, whose comes first; of a note, the next stands open at once."""
    world.open_family("Mackie")
    world.press("Your note")
    commit("Ring the school.")
    first = QApplication.focusWidget()
    qtbot.keyClick(first, Qt.Key.Key_Return, CTRL)
    world.quiet()
    second = QApplication.focusWidget()
    commit("And the GP.")
    world.page.editor.first_add.setFocus()
    world.quiet()

    assert first is not second
    assert ["Ring the school.", "And the GP."] == [note.text[0].text for note in kept(world).scratch][-2:]


def lettered(world: World) -> list[str]:
    """The texts of all visible buttons of the window."""
    return [
        one.text() for one in world.window.findChildren(QAbstractButton) if one.isVisible() and one.text()
    ]


@pytest.mark.parametrize("family", ["Okafor-Reid", "Lennox"])
def test_no_two_buttons_of_a_screen_have_the_same_alt_letter(world, qtbot, family):
    """In every section, with a card chosen and an idea open; and every button is named."""
    world.open_family(family)
    opened = world.inside.families.open_plan
    for section in sections.SECTIONS:
        opened.open_section(section.key)
        world.quiet()
        if world.page.editor.cards:
            world.page.editor.cards[0].unfold()
            next(iter(world.page.editor.cards[0].fields.values())).setFocus()
        opened.note_judgement()
        world.quiet()

        assert [] == clashes(lettered(world)), section.key
        assert [] == nameless_buttons(world.window), section.key


def test_what_repeats_has_a_letter_and_alt_with_it_presses(world, qtbot):
    world.open_family("Dunbar")
    repeats = {"Add someone’s words", "Your note", "Take me there", "Note my judgement", "Picture or drawing"}
    found = {
        name(one): letter_of(one.text())
        for one in world.window.findChildren(QAbstractButton)
        if one.isVisible() and name(one) in repeats
    }

    assert repeats == set(found)
    assert all(found.values())

    key = getattr(Qt.Key, f"Key_{found['Your note'].upper()}")
    qtbot.keyClick(world.window, key, ALT)
    world.until(lambda: isinstance(QApplication.focusWidget(), NoteText))

    assert "Your note" == name(QApplication.focusWidget())


def test_a_question_to_think_about_is_answered_and_asked_no_more(world, qtbot):
    """The thought is in the plan of this laptop, and the coach turns to another question."""
    world.open_family("Okafor-Reid")
    coach = world.page.coach
    question = world.inside.families.open_plan.coach.shown.beside.questions[0]
    world.press(f"Note a thought: {question.ask}", coach)
    commit("Jude. He was at his trains.")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    world.until(lambda: question.ask not in words(coach))
    [thought] = [one for one in kept(world).reflections if one.question == question.id]

    assert "Jude. He was at his trains." == thought.text[0].text
