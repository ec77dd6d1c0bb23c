from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from fsdesk.ui.parts.notice import Notice, Tone
from tests.ui.accessible import name


@pytest.fixture
def notice(shown) -> Notice:
    return shown(Notice())


def test_a_notice_stays_until_it_is_cleared(qtbot, light):
    """It is no toast that leaves before it is read."""
    made = Notice()
    qtbot.addWidget(made)
    before = made.isHidden()
    made.say(Tone.CALM, "Your plans are safe.")
    while_said = made.isHidden()
    made.clear()

    assert [True, False, True] == [before, while_said, made.isHidden()]


def test_a_screen_reader_hears_all_of_it(notice):
    notice.say(Tone.LOOK_HERE, "Your plans are safe.", "Space for about 20 more changes")

    assert "Space for about 20 more changes Your plans are safe." == name(notice)
    assert not notice.isModal()


def test_a_long_heading_takes_another_line(notice):
    """No word of it is cut off where the notice is narrow."""
    notice.say(
        Tone.LOOK_HERE, "Close it there.", "These plans are open in another fsdesk since 04:11 on 22 November"
    )
    wide = [notice.heightForWidth(width) for width in (900, 260)]

    assert wide[0] < wide[1]
    assert notice.minimumSizeHint().width() < 260


def test_it_offers_a_way_on(notice, qtbot):
    """The buttons are in the page, and new ones take the place of those before."""
    leave_out, ask_first = QPushButton("Leave it out"), QPushButton("Ask Shona first")
    notice.say(Tone.SAFETY, "Leave it out?", "Someone may need to be kept safe")
    notice.offer(leave_out)
    notice.offer(ask_first)
    qtbot.waitUntil(lambda: [ask_first] == notice.findChildren(QPushButton))
    with qtbot.waitSignal(ask_first.clicked):
        qtbot.mouseClick(ask_first, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("tone", list(Tone), ids=lambda tone: tone.name)
def test_colour_is_never_the_only_sign(tone):
    """Each tone has an icon of its own."""
    assert 1 == [other.value[1] for other in Tone].count(tone.value[1])
