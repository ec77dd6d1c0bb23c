from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.settings.topics import TOPICS
from tests.ui.accessible import name, nameless_buttons
from tests.ui.settings.worlds import at, place

KEYS = [topic.key for topic in TOPICS]


@pytest.mark.parametrize("topic", KEYS)
def test_everything_in_a_topic_has_a_name(world, topic):
    """Buttons, lists and fields alike."""
    page = at(world, topic)
    nameless = [
        type(one).__name__
        for one in page.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and not name(one).strip()
    ]

    assert [] == nameless
    assert [] == nameless_buttons(page)


@pytest.mark.parametrize("topic", KEYS)
def test_tab_goes_through_a_topic_and_out_of_it_again(world, qtbot, topic):
    """From the list of topics through everything that can be used, and on to the rail."""
    page = at(world, topic)
    qtbot.waitUntil(world.window.isActiveWindow)
    place(world).setFocus()
    wanted = {
        one
        for one in page.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled()
    }
    met: set[QWidget] = set()
    for _ in range(80):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if met and not page.isAncestorOf(focus):
            break
        if page.isAncestorOf(focus):
            met.add(focus)

    assert not page.isAncestorOf(QApplication.focusWidget())
    assert all(one in met or _is_in_a_group(one) for one in wanted)


def _is_in_a_group(widget: QWidget) -> bool:
    """Radio buttons are gone through by arrow keys."""
    group = getattr(widget, "group", lambda: None)()
    return group is not None


def test_arrow_keys_go_from_topic_to_topic(world, qtbot):
    """And stop at both ends."""
    at(world, "safe")
    qtbot.waitUntil(world.window.isActiveWindow)
    place(world).setFocus()
    went = []
    for key in (Qt.Key.Key_Up, *[Qt.Key.Key_Down] * len(KEYS)):
        QTest.keyClick(QApplication.focusWidget(), key)
        went.append(place(world).here)
    world.quiet()

    assert ["safe", *KEYS[1:], KEYS[-1]] == went
    assert place(world).list.buttons[KEYS[-1]].isChecked()


def test_back_goes_to_the_topic_before(world):
    """As everywhere."""
    at(world, "safe")
    place(world).go("coach")
    place(world).go("about")
    world.inside.places.back()
    once = place(world).here
    world.inside.places.back()

    assert ("coach", "safe") == (once, place(world).here)


def test_where_there_is_little_room_one_list_holds_the_topics(world):
    """It opens, and goes to the one that is chosen."""
    at(world, "safe")
    world.window.resize(QSize(1024, 640))
    QApplication.processEvents()
    shown = place(world).bar.findChild(QComboBox)
    shown.setCurrentIndex(2)
    shown.activated.emit(2)
    world.quiet()

    assert place(world).list.isHidden()
    assert place(world).bar.isVisible()
    assert "look" == place(world).here
    assert [topic.title for topic in TOPICS] == [shown.itemText(at) for at in range(shown.count())]


@pytest.mark.parametrize("topic", KEYS)
@pytest.mark.parametrize(("size", "scale"), [(QSize(1024, 640), 1.0), (QSize(1366, 768), 2.0)])
def test_no_topic_is_wider_than_its_place(world, qapp, topic, size, scale):
    """Nothing ever scrolls sideways."""
    dress.put_on(qapp, LIGHT, scale)
    page = at(world, topic)
    world.window.resize(size)
    for _ in range(3):
        QApplication.processEvents()
    scrolled = page.parentWidget().parentWidget().parentWidget()

    assert scrolled.horizontalScrollBar().maximum() == 0
    assert page.parentWidget().width() <= scrolled.viewport().width()


def test_f6_goes_between_the_topics_and_the_page(world, qtbot):
    """And the rail."""
    at(world, "safe")
    qtbot.waitUntil(world.window.isActiveWindow)
    place(world).setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    in_page = place(world).page.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)

    assert in_page
    assert world.inside.places.rail.isAncestorOf(QApplication.focusWidget())
