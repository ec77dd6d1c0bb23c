"""Every section of the plan at every width and text size: no clipped words, and nothing that scrolls sideways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.parts.elided import Elided
from fsdesk.ui.parts.words import Prose
from fsdesk.ui.presenters import sections
from tests.journeys.window_world import World, a_world, in_front

SIZES = [
    (1366, 768, 0.875),
    (1366, 768, 1.0),
    (1366, 768, 1.5),
    (1366, 768, 2.0),
    (1024, 640, 1.0),
    (1024, 640, 0.875),
]


@pytest.fixture(params=SIZES, ids=lambda one: f"{one[0]}x{one[1]} at {one[2]:.1%}")
def world(request, qapp, families, fsdesk_home):
    wide, high, scale = request.param
    dress.put_on(qapp, LIGHT, scale)
    made = a_world(families, fsdesk_home)
    made.window.resize(wide, high)
    with in_front(made):
        made.unlock()
        yield made
    dress.put_on(qapp, LIGHT)


def clipped(page: QWidget) -> list[str]:
    """Words of the page that have less room than they need, or stand outside what holds them."""
    found = []
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text() or isinstance(label, Elided):
            continue
        wanted = label.heightForWidth(label.width()) if isinstance(label, Prose) else label.sizeHint().width()
        room = label.height() if isinstance(label, Prose) else label.width()
        if room < wanted - 1 or is_outside(label):
            found.append(label.text())
    for one in page.findChildren(QAbstractButton):
        if one.isVisible() and one.text() and (one.width() < one.sizeHint().width() - 1 or is_outside(one)):
            found.append(one.text())
    return found


def is_outside(widget: QWidget) -> bool:
    """Whether a part of it lies beside what it stands in; above and below, one can scroll."""
    above = widget.parentWidget()
    if above is None:
        return False
    place = QRect(widget.mapTo(above, QPoint()), widget.size())
    return place.left() < -1 or place.right() > above.width() + 1


def sideways(page: QWidget) -> list[int]:
    """By how much what is in a place that scrolls is wider than it."""
    areas = [one for one in page.findChildren(QScrollArea) if one.isVisible() and one.widget() is not None]
    return [over for one in areas if (over := one.widget().width() - one.viewport().width()) > 0]


def settle(world: World) -> None:
    for _ in range(3):
        assert world.page.editor.cards is not None
        world.quiet()
        QApplication.processEvents()


def test_no_word_of_any_section_is_clipped(world):
    """With the words of a family, in three panes, two or one."""
    world.open_family("Okafor-Reid")
    opened = world.inside.families.open_plan
    wrong: dict[str, object] = {}
    for section in sections.SECTIONS:
        opened.open_section(section.key)
        settle(world)
        found = (clipped(world.page), sideways(world.page))
        if found != ([], []):
            wrong[section.key] = found

    assert {} == wrong
