"""The size of the text is changed while a plan is open: every page is as one that is opened at that size."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from fsdesk.ui.look import chosen, dress
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.look.worn import worn
from tests.journeys.window_world import a_world, button

SAID = "We laugh a lot"


@pytest.fixture
def world(qtbot, qapp, families, fsdesk_home):
    dress.put_on(qapp, LIGHT)
    made = a_world(families, fsdesk_home)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.unlock()
    yield made
    made.close()
    dress.put_on(qapp, LIGHT)


def resize(world, steps: int) -> None:
    """As Ctrl++ does, key by key, until the places are built for it."""
    before = world.inside.places
    for _ in range(abs(steps)):
        world.window._on_text_size(1 if steps > 0 else -1)
    world.until(lambda: world.inside.places is not before)
    world.until(lambda: world.inside._runner.is_idle)
    world.quiet()


def laid_out(page: QWidget) -> list[tuple]:
    """Where everything in sight stands in the page, and how large it is."""
    found = [one for one in page.findChildren(QWidget) if one.isVisible()]
    return sorted(
        (type(one).__name__, *one.mapTo(page, one.rect().topLeft()).toTuple(), *one.size().toTuple())
        for one in found
    )


def type_strength(world) -> None:
    presenter = world.inside.families.open_plan.presenter
    presenter.open_section("strengths")
    presenter.begin(presenter.section.kinds[0])
    event = QInputMethodEvent()
    event.setCommitString(SAID)
    field = QApplication.focusWidget()
    QApplication.sendEvent(field, event)
    field.put_cursor(3)


def test_a_plan_is_laid_out_as_one_that_is_opened_at_that_size(world):
    """At twice the size, in the same section, with the cursor where it was."""
    world.open_family("Mackie")
    type_strength(world)
    resize(world, 4)
    field = QApplication.focusWidget()
    section = world.inside.families.open_plan.presenter.section.key

    assert (2.0, "strengths") == (worn().scale, section)
    assert (SAID, 3) == (field.text, field.cursor_at)

    changed = laid_out(world.page)
    world.window.lock_asked.emit()
    world.until(lambda: world.app.workspace is None)
    world.quiet()
    world.unlock()
    world.until(lambda: world.inside.families.open_plan is not None)
    world.quiet()

    assert laid_out(world.page) == changed


@pytest.mark.parametrize("tab", ["principles", "history"])
def test_the_same_page_of_the_plan_is_in_sight(world, tab):
    world.open_family("Mackie")
    world.tab(tab)
    resize(world, 1)

    assert tab == world.inside.families.family.in_sight


def test_the_print_page_stays_the_print_page(world):
    world.open_family("Mackie")
    world.inside.families.print()
    world.quiet()
    resize(world, 1)

    assert world.inside.families.paper is not None
    assert world.inside.families.paper.isVisible()


def test_in_the_settings_the_same_choice_has_the_focus(world):
    """Arrow keys go on from size to size."""
    world.inside.places.go("settings")
    world.inside.places.page.go("look")
    world.quiet()
    size = button(world.inside.places.page, "Text at 125 %")
    size.setFocus()
    before = world.inside.places
    size.click()
    world.until(lambda: world.inside.places is not before)
    world.quiet()

    assert ("settings", "look") == (world.inside.places.here, world.inside.places.page.here)
    assert button(world.inside.places.page, "Text at 125 %").hasFocus()


def test_nothing_half_typed_is_lost_for_it(world):
    """A name that is being typed stays, and the places are built anew once it is done."""
    before = world.inside.places
    world.press("Start a plan")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    event = QInputMethodEvent()
    event.setCommitString("Bai")
    QApplication.sendEvent(line, event)
    chosen.resize_text(QApplication.instance(), 1)
    world.inside._anew.look()
    world.quiet()

    assert (before, "Bai") == (world.inside.places, line.text())

    line.clear()
    world.until(lambda: world.inside.places is not before)
