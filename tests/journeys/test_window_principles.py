"""By keys alone from the list of families to a plan's principles, and from a piece of evidence to where it stands."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from fsdesk.plans.model import Plan
from tests.journeys.window_world import World, words
from tests.ui.accessible import name, nameless_buttons

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Key = Qt.Key


class Keys:
    """The hands of somebody who has no mouse."""

    def __init__(self, qtbot, world: World) -> None:
        self._qtbot, self._world = qtbot, world

    def press(self, *keys: Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """These keys, one after another, wherever the focus is."""
        for key in keys:
            self._qtbot.keyClick(QApplication.focusWidget() or self._world.window, key, with_)
            self._world.quiet()

    @property
    def at(self) -> str:
        """What a screen reader would say of where the focus is."""
        return name(self.focus)

    @property
    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def tab_to(self, label: str) -> None:
        """Tab is pressed until a screen reader would say this."""
        for _ in range(60):
            self.press(Key.Key_Tab)
            if self.at == label:
                return
        raise AssertionError(f"Tab does not come to {label}; it is at {self.at}")


@pytest.fixture
def keys(qtbot, world) -> Keys:
    return Keys(qtbot, world)


def plans_of(family: str) -> list[Plan]:
    """Every plan value of this family in memory."""
    return [one for one in gc.get_objects() if isinstance(one, Plan) and one.family_name == family]


def principles_of(world: World, keys: Keys, family: str) -> None:
    """This family's principles are opened by keys, from anywhere."""
    world.open_family(family)
    keys.press(Key.Key_PageDown, with_=CTRL)
    in_sight(world)


def in_sight(world: World) -> None:
    """The principles of the open family are shown, once what was being typed is an edit."""
    family = world.inside.families.family
    world.until(lambda: family.principles is not None and family.principles.isVisible())
    world.quiet()


def test_by_keys_from_a_principle_to_the_card_that_shows_it_and_back(world, keys):
    """F6 to the tabs, Right to the principles, F6 into them; Down, Enter, Show; Alt+Left comes back to that Show."""
    world.open_family("Okafor-Reid")
    for _ in range(8):
        keys.press(Key.Key_F6)
        if keys.focus is world.inside.families.family.header.tabs:
            break
    keys.press(Key.Key_Right)
    in_sight(world)
    tab = world.inside.families.family.header.tabs.shown
    stays = keys.focus is world.inside.families.family.header.tabs
    keys.press(Key.Key_F6, Key.Key_Down)

    assert ("principles", True) == (tab, stays)
    assert keys.at.startswith("Principles in this plan: Voice and Influence, Glasgow, 5 pieces of evidence")
    keys.press(Key.Key_Return)
    while not keys.at.startswith("Show: Callum’s words"):
        keys.press(Key.Key_Tab)
    there = keys.at
    keys.press(Key.Key_Space)
    card = next(one for one in world.page.editor.cards if one.isAncestorOf(keys.focus))

    assert "voice-callum" == card.entry.place.record
    assert "plan" == world.inside.families.family.header.tabs.shown
    keys.press(Key.Key_Left, with_=ALT)

    assert there == keys.at


def test_a_piece_in_another_section_opens_that_section(world, keys):
    """A strength is shown where strengths are written."""
    principles_of(world, keys, "Okafor-Reid")
    page = world.inside.families.family.principles
    page.picture.chosen.emit("GP-STRENGTHS")
    keys.press(Key.Key_Return, Key.Key_Space)
    card = next(one for one in world.page.editor.cards if one.isAncestorOf(keys.focus))

    assert ("strengths", "strengths") == (
        world.inside.families.open_plan.presenter.section.key,
        card.entry.place.collection,
    )


def test_an_idea_leads_where_the_coach_would(world, keys):
    """Somebody's own view that isn't there yet begins with an open card for it."""
    principles_of(world, keys, "Dunbar")
    page = world.inside.families.family.principles
    page.picture.chosen.emit("GP-VOICE")
    keys.press(Key.Key_Return)
    while "Kyle" not in keys.at:
        keys.press(Key.Key_Tab)
    keys.press(Key.Key_Space)
    card = next(one for one in world.page.editor.cards if one.isAncestorOf(keys.focus))

    assert card.entry.heading.startswith("Kyle’s words")


def test_what_is_typed_is_evidence_at_once(world, keys, qtbot):
    """Drafts count, and nothing yet becomes a piece of evidence without anybody asking."""
    principles_of(world, keys, "Dunbar")
    page = world.inside.families.family.principles
    page.picture.chosen.emit("GP-VOICE")
    before = page.told.accessibleName()
    keys.press(Key.Key_PageUp, with_=CTRL)
    world.inside.families.open_plan.presenter.add_words("kyle")
    qtbot.keyClicks(keys.focus, "Football with my da")
    keys.press(Key.Key_PageDown, with_=CTRL)
    world.until(lambda: "1 piece of evidence" in page.told.accessibleName())

    assert "nothing yet" in before
    assert any("Football with my da" in said for said in words(page.told))


def test_the_list_is_remembered_for_the_next_family(world, keys):
    principles_of(world, keys, "Okafor-Reid")
    world.press("Show as list")
    principles_of(world, keys, "Mackie")
    page = world.inside.families.family.principles

    assert (True, False) == (page.table.isVisible(), page.picture.isVisible())
    assert page.table.hasFocus()


def test_everything_on_the_page_is_reached_by_tab(world, keys):
    """From the rail through the tabs to the way of seeing, the picture and what is told of it."""
    principles_of(world, keys, "Okafor-Reid")
    for label in ("Show as list", "Print", "Families", "Show as list"):
        keys.tab_to(label)
    keys.press(Key.Key_Tab)

    assert keys.at.startswith("Principles in this plan: ")
    assert [] == nameless_buttons(world.window)


def test_the_library_is_a_place_of_its_own_without_any_family(world, keys, qtbot):
    """It is searched and read by keys; no name of any family is on it."""
    number = 1 + world.inside.places.keys.index("principles")
    keys.press(Key(Key.Key_0 + number), with_=CTRL)
    world.until(lambda: world.inside.places.page.shelves.model().rowCount())
    library = world.inside.places.page
    qtbot.keyClicks(keys.focus, "voice and influence")
    keys.press(Key.Key_Return)

    assert "Voice and Influence" == keys.at
    said = " ".join(words(library))
    assert "A child's own view (R-01)" in said
    assert not any(one in said for one in ("Okafor", "Mackie", "Dunbar", "Lennox", "Rory"))
    assert [] == nameless_buttons(world.window)


def test_locking_leaves_nothing_of_the_principles_behind(world, keys):
    """No plan value is there any more."""
    before = {id(one) for one in plans_of("Mackie")}  # such as a sample that another test has read
    principles_of(world, keys, "Mackie")
    keys.press(Key.Key_L, with_=CTRL)
    world.until(lambda: world.app.workspace is None)
    world.quiet()
    gc.collect()

    assert [] == [one for one in plans_of("Mackie") if id(one) not in before]


def test_a_tab_is_not_left_that_could_not_be_left(world, keys):
    """While the words cannot be kept the plan stays in sight, and its tab is the chosen one again."""
    world.open_family("Mackie")
    tabs = world.inside.families.family.header.tabs
    tabs.show_tab("history")
    world.page.not_saved.emit("Not saved yet")

    assert ("plan", True) == (tabs.shown, world.page.isVisible())


@pytest.mark.parametrize("size", [(1366, 768), (1024, 640), (800, 640)])
def test_no_width_makes_the_window_wider(world, keys, size):
    """Nothing scrolls sideways on the page or in the library."""
    principles_of(world, keys, "Okafor-Reid")
    world.window.resize(*size)
    world.quiet()
    world.inside.places.go("principles")
    world.quiet()

    assert size == (world.window.width(), world.window.height())
