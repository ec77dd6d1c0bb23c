from __future__ import annotations

from PySide6.QtWidgets import QLayout

from fsdesk.ui.parts.growing_text import GrowingText
from fsdesk.ui.plan.quoted import OPENING, Quoted


def test_the_marks_have_room_when_the_words_become_larger(shown, qtbot):
    """No part of a quotation mark is cut off at 200 %."""
    quoted = Quoted(GrowingText("Shona's words"))
    quoted.field.show_text("Mornings without shouting.")
    quoted.resize(600, 80)
    shown(quoted)
    font = quoted.field.font()
    font.setPixelSize(40)
    quoted.field.setFont(font)
    layout = quoted.layout()
    assert isinstance(layout, QLayout)
    wanted = quoted.field.fontMetrics().horizontalAdvance(OPENING)
    qtbot.waitUntil(lambda: quoted.field.x() == wanted)

    assert wanted == layout.contentsMargins().left()
