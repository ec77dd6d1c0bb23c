"""A plan written from the people to the agreement, by keys alone, over a real store."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from fsdesk.desk import plans
from fsdesk.plans.model import AgreementState, Choice, Plan, Role
from tests.journeys.window_world import World, commit, words
from tests.ui.accessible import name, nameless_buttons

CTRL = Qt.KeyboardModifier.ControlModifier
_STEPS = 60  # Tab presses in which everything of a section's foot is reached


class Typist:
    """Fingers on the keys: nothing here touches a widget but through the one with the focus."""

    def __init__(self, world: World, qtbot) -> None:
        self.world, self.qtbot = world, qtbot

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget()

    def key(self, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.focus, key, with_)
        self.world.quiet()

    def write(self, text: str) -> None:
        commit(text)

    def tab_to(self, label: str) -> None:
        """Tab is pressed until a screen reader would say this."""
        for _ in range(_STEPS):
            if label in name(self.focus) or label in self.focus.accessibleDescription():
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {label}; it is at {name(self.focus)}")

    def press(self, label: str) -> None:
        self.tab_to(label)
        self.key(Qt.Key.Key_Space)

    def section(self, title: str) -> None:
        """Ctrl+Up to the first section, and Ctrl+Down from there to this one."""
        for _ in range(11):
            self.key(Qt.Key.Key_Up, CTRL)
        while self.world.page.editor.top.title.text() != title:
            self.key(Qt.Key.Key_Down, CTRL)


def kept(world: World) -> Plan:
    """The plan as the store has it."""
    opened = world.inside.families.open_plan
    found: list[Plan] = []
    desk, plan = opened._desk, opened.plan_id
    world.runner.submit(
        lambda _: plans.current(desk, plan).plan, owner=world.window, done=found.append, failed=lambda _: None
    )
    world.until(lambda: found)
    return found[0]


def write_the_family(hands: Typist) -> None:
    """Shona, and what holds them up."""
    hands.section("Family & network")
    hands.press("Add a person")
    hands.write("Shona")
    hands.tab_to("In this plan")
    hands.key(Qt.Key.Key_Right)
    hands.section("Strengths")
    hands.press("A strength")
    hands.write("Gran is there on Tuesdays and Fridays")


def write_what_they_want(hands: Typist) -> None:
    """A goal, a way to help with it, a step to it."""
    hands.section("What we want to be different")
    hands.press("Something to be different")
    hands.write("Mornings without shouting")
    hands.press("One way to help")
    hands.key(Qt.Key.Key_1)
    hands.write("Breakfast club")
    hands.tab_to("What did they say?")
    hands.key(Qt.Key.Key_Space)
    hands.section("Who does what")
    hands.press("A step")
    hands.key(Qt.Key.Key_1)
    hands.write("Ring the school")
    hands.tab_to("A step, Who: Shona")
    hands.key(Qt.Key.Key_Space)
    hands.tab_to("By when")
    hands.write("9 March 2027")


def write_what_they_say_to_it(hands: Typist) -> None:
    """Shona says yes."""
    hands.section("Rights & consent")
    hands.press("Something else")
    hands.press("What somebody says to it")
    hands.key(Qt.Key.Key_1)
    hands.key(Qt.Key.Key_Space)
    hands.section("Review")


def test_a_plan_is_written_from_the_people_to_the_agreement_by_keys_alone(world, qtbot):
    hands = Typist(world, qtbot)
    hands.qtbot.keyClick(world.window, Qt.Key.Key_N, CTRL)
    hands.write("The Kerr family")
    hands.key(Qt.Key.Key_Return)
    world.until(lambda: world.inside.families.open_plan is not None)
    world.quiet()
    write_the_family(hands)
    write_what_they_want(hands)
    write_what_they_say_to_it(hands)
    plan = kept(world)
    [shona], [goal], [option] = plan.people, plan.goals, plan.options
    [step], [said] = plan.steps, plan.agreements

    assert ("Shona", Role.CARER) == (shona.name, shona.role)
    assert "Gran is there on Tuesdays and Fridays" == plan.strengths[0].text[0].text
    assert "Mornings without shouting" == goal.text[0].text
    assert (goal.id, "Breakfast club", Choice.CHOSEN) == (option.goal, option.name, option.choice)
    assert (goal.id, {shona.id}, 2027) == (step.goal, step.who, step.by_when.year)
    assert (shona.id, AgreementState.AGREE) == (said.person, said.state)


def test_take_me_there_opens_the_section_and_the_field(world, qtbot):
    """An idea about another part of the plan leads to that part, to the record it speaks of."""
    world.open_family("Dunbar")
    opened = world.inside.families.open_plan
    coach = opened.coach
    coach.filter("whole")
    world.quiet()
    idea = next(
        idea for group in coach.shown.groups for idea in group.ideas if idea.way and idea.section != "matters"
    )
    opened._on_way(idea.key)
    world.quiet()

    assert idea.section == opened.presenter.section.key
    assert world.page.editor.isAncestorOf(QApplication.focusWidget())


def test_every_section_names_all_its_buttons_and_tab_comes_round(world, qtbot):
    """Tab is never trapped: it leaves the editor again."""
    world.open_family("Okafor-Reid")
    opened = world.inside.families.open_plan
    for key in world.page.sections.buttons:
        opened.open_section(key)
        world.quiet()
        cards = world.page.editor.cards

        assert [] == nameless_buttons(world.window), key
        assert all(name(card).strip() for card in cards), key
    world.page.editor.setFocus()
    for _ in range(_STEPS * 3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if not world.page.editor.isAncestorOf(QApplication.focusWidget()):
            break

    assert not world.page.editor.isAncestorOf(QApplication.focusWidget())


def test_ctrl_t_shows_the_numbers_from_any_section_and_escape_takes_them_away(world, qtbot):
    """Danger first, then those who help this family; nothing is typed or kept by it."""
    world.open_family("Okafor-Reid")
    before = kept(world)
    hands = Typist(world, qtbot)
    hands.qtbot.keyClick(world.window, Qt.Key.Key_T, CTRL)
    world.quiet()
    shown = words(world.page.editor.foot.numbers)
    hands.key(Qt.Key.Key_Escape)

    assert any("999" in line for line in shown)
    assert any("Dan" in line for line in shown)
    assert not world.page.editor.foot.numbers.isVisible()
    assert before == kept(world)
