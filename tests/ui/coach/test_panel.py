from __future__ import annotations

from functools import cache

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from shiboken6 import isValid

from fsdesk.plans import checks, samples
from fsdesk.ui.coach.listed import NOTHING
from fsdesk.ui.coach.panel import NOT_MARKS, CoachPanel
from fsdesk.ui.presenters import ideas
from fsdesk.ui.presenters.coach import HERE, SHARING, WELL, WHOLE
from fsdesk.ui.presenters.coach_beside import ABOUT_RISK
from tests.ui.accessible import name, nameless_buttons


@cache
def of(name):
    plan = samples.load(name)
    return ideas.shown(plan, checks.check(plan, plan.sample_today), plan.sample_today, everything=True)


@pytest.fixture
def told():
    return of("F2")


@pytest.fixture
def panel(shown, told) -> CoachPanel:
    made = CoachPanel()
    made.resize(352, 680)
    shown(made)
    made.show_ideas(told, told.groups, WHOLE, told.groups[0].ideas[0].key)
    return made


def texts(panel: QWidget) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


def press(panel: QWidget, label: str) -> None:
    next(one for one in panel.findChildren(QWidget) if one.isVisible() and name(one) == label).click()


def test_ideas_stand_under_their_principle_with_its_framework(panel, told):
    said = texts(panel)

    assert all(group.title in said and group.framework in said for group in told.groups)
    assert NOT_MARKS in said


def test_the_open_idea_tells_its_place_and_the_source_opens_in_our_words(panel, told):
    idea = told.groups[0].ideas[0]
    before = texts(panel)
    press(panel, "Open source")

    assert any(idea.finding.source.locator in text for text in before)
    assert idea.statement not in before
    assert idea.statement in texts(panel)


def test_a_card_stays_the_same_card_and_keeps_the_focus(panel, told):
    """An update does not throw somebody out of what they are reading or writing."""
    idea = told.groups[0].ideas[1]
    card = panel.card(idea.key)
    card.focus()
    fewer = told.groups[0]._replace(ideas=told.groups[0].ideas[1:])
    panel.show_ideas(told, (fewer, *told.groups[1:]), WHOLE, idea.key)

    assert card is panel.card(idea.key)
    assert card.isAncestorOf(card.window().focusWidget())
    assert panel.card(told.groups[0].ideas[0].key) is None


def test_words_of_a_judgement_survive_an_update(panel, told, qtbot):
    idea = told.groups[0].ideas[0]
    card = panel.card(idea.key)
    card.ask_for_judgement()
    qtbot.keyClicks(card.focusWidget(), "Kyle was worn out")
    panel.show_ideas(told, told.groups, WHOLE, idea.key)
    with qtbot.waitSignal(panel.judged) as judged:
        qtbot.keyClick(card.window().focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [idea.key, "Kyle was worn out", False] == judged.args


def test_a_judgement_without_words_is_not_kept(panel, told, qtbot):
    card = panel.card(told.groups[0].ideas[0].key)
    card.ask_for_judgement()
    with qtbot.assertNotEmitted(panel.judged):
        press(card, "Keep this note")
    qtbot.keyClick(card.window().focusWidget(), Qt.Key.Key_Escape)

    assert card.body.note.isVisible()


def test_take_me_there_is_offered_only_where_there_is_somewhere_to_go(panel, told):
    """A part that is not built yet is not promised."""
    for group in told.groups:
        for idea in group.ideas:
            panel.show_ideas(told, told.groups, WHOLE, idea.key)
            assert (idea.way is not None) is panel.card(idea.key).body.take_me_there.isVisible()


def test_filters_say_their_counts_and_which_is_pressed(panel, told, qtbot):
    with qtbot.waitSignal(panel.filter_asked) as asked:
        press(panel, f"Here {told.here}")

    assert [HERE] == asked.args
    assert {f"Here {told.here}", f"Whole plan {told.whole}"} <= {
        name(one) for one in panel.findChildren(QWidget) if one.isVisible()
    }


def test_what_goes_well_is_told_with_its_principle(panel):
    well = of("F1")
    panel.show_ideas(well, (), WELL, "")

    assert {one.statement for one in well.well} <= set(texts(panel))
    assert f"{len(well.well)} principles going well. Show them" in {
        name(one) for one in panel.findChildren(QWidget)
    }


def test_nothing_to_suggest_is_a_calm_state(panel, qtbot):
    well = of("F1")
    panel.show_ideas(well, (), HERE, "")

    assert "Nothing to suggest here" in texts(panel)
    with qtbot.waitSignal(panel.filter_asked) as asked:
        press(panel, "See what’s going well")
    assert [WELL] == asked.args


def test_a_first_meeting_says_that_it_is_quiet(panel, told, qtbot):
    panel.show_ideas(told._replace(is_quiet=True), told.groups, HERE, "")
    with qtbot.waitSignal(panel.everything_asked):
        press(panel, "Show every idea")


def test_nothing_in_the_panel_is_a_mark(panel, told):
    """Counts of ideas, no percent, no stars, no order of families."""
    said = " ".join(texts(panel)).lower()

    assert "%" not in said
    assert not any(word in said for word in ("score", "rating", "rank", "points"))


def test_every_button_of_the_panel_has_a_name(panel):
    assert [] == nameless_buttons(panel)


def test_what_is_gone_is_deleted(panel, told, qtbot):
    card = panel.card(told.groups[0].ideas[0].key)
    panel.show_ideas(told, (), HERE, "")
    qtbot.waitUntil(lambda: not isValid(card))


def test_what_is_to_be_settled_is_told_by_a_shield_and_by_name(panel, told):
    """Three kinds, told apart by shape and by what a screen reader says, not by colour alone."""
    ideas_ = [idea for group in told.groups for idea in group.ideas]
    settle = next(idea for idea in ideas_ if idea.settles)
    other = next(idea for idea in ideas_ if not idea.settles)
    names = {
        key: name(
            next(
                one
                for one in panel.card(key).findChildren(QAbstractButton)
                if "idea" in name(one) or "settle" in name(one)
            )
        )
        for key in (settle.key, other.key)
    }

    assert f"To settle before sharing, {settle.principle}: {settle.finding.message}" == names[settle.key]
    assert f"Coach idea, {other.principle}: {other.finding.message}" == names[other.key]
    assert shape(panel.card(settle.key)) != shape(panel.card(other.key))


def shape(card: QWidget) -> list[bool]:
    """Which pixels of the sign beside an idea are drawn on, whatever their colour."""
    sign = next(one for one in card.findChildren(QLabel) if not one.pixmap().isNull())
    image = sign.pixmap().toImage()
    return [image.pixelColor(x, y).alpha() > 100 for x in range(image.width()) for y in range(image.height())]


def test_another_part_with_ideas_is_one_press_away(panel, told, qtbot):
    panel.show_ideas(told, told.groups, HERE, "")
    first = told.beside.elsewhere[0]
    with qtbot.waitSignal(panel.section_asked) as asked:
        press(panel, f"{first.title}, {first.ideas} ideas")

    assert [first.key] == asked.args


def test_a_question_is_thought_about_in_place_and_an_update_leaves_the_words(panel, told, qtbot):
    panel.show_ideas(told, told.groups, HERE, "")
    question = told.beside.questions[0]
    press(panel, f"Note a thought: {question.ask}")
    qtbot.keyClicks(panel.window().focusWidget(), "Lexi. She hummed.")
    panel.show_ideas(told, told.groups, HERE, "")
    with qtbot.waitSignal(panel.thought) as thought:
        qtbot.keyClick(panel.window().focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [question.id, "Lexi. She hummed.", False] == thought.args


def test_before_sharing_is_a_filter_with_its_count(panel, told, qtbot):
    with qtbot.waitSignal(panel.filter_asked) as asked:
        press(panel, f"Before sharing {told.sharing}")

    assert [SHARING] == asked.args


def test_words_that_were_begun_survive_another_filter(panel, told, qtbot):
    """Whoever looks at another part for a moment comes back to what they were writing."""
    idea, question = told.groups[0].ideas[0], told.beside.questions[0]
    card = panel.card(idea.key)
    card.ask_for_judgement()
    qtbot.keyClicks(card.window().focusWidget(), "Kyle was worn out")
    panel.show_ideas(told, told.groups, HERE, idea.key)
    press(panel, f"Note a thought: {question.ask}")
    qtbot.keyClicks(panel.window().focusWidget(), "Lexi")
    panel.show_ideas(told, (), WELL, "")
    panel.show_ideas(told, told.groups, HERE, idea.key)

    assert card is panel.card(idea.key)
    assert card.body.form.has_words
    assert panel._questions[question.id].form.has_words


def test_what_says_the_same_stays_the_same_widget(panel, told, qtbot):
    """An update takes the focus from no row of the list."""
    panel.show_ideas(told, told.groups, HERE, "")
    first = told.beside.elsewhere[0]
    row = next(one for one in panel.findChildren(QAbstractButton) if name(one).startswith(f"{first.title}, "))
    row.setFocus()
    panel.show_ideas(told, told.groups, HERE, "")

    assert row.hasFocus()


def test_no_tick_stands_beside_a_worry(panel, told):
    """Where the coach keeps out of risk it says so, and nothing there reads as an all-clear."""
    quiet = told._replace(groups=(), beside=told.beside._replace(note=ABOUT_RISK))
    panel.show_ideas(quiet, (), HERE, "")
    beside_a_worry = texts(panel)
    panel.show_ideas(quiet, (), WHOLE, "")

    assert (True, False) == (ABOUT_RISK in beside_a_worry, NOTHING in beside_a_worry)
    assert NOTHING in texts(panel)
