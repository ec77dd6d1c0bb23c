from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette

from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import DARK, LIGHT, LOOKS, SCALES
from fsdesk.ui.look.worn import worn

pytestmark = pytest.mark.usefixtures("light")


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
def test_a_look_is_worn_whole(qapp, look):
    """Palette, font and style sheet come from the same look, and whoever paints can ask for it."""
    dress.put_on(qapp, look, 1.5)

    assert (look, 1.5) == worn()
    assert look.page == qapp.palette().color(QPalette.ColorRole.Window).name().upper()
    assert look.muted == qapp.palette().color(QPalette.ColorRole.PlaceholderText).name().upper()
    assert 22 == qapp.font().pixelSize()
    assert look.page in qapp.styleSheet()


def test_text_steps_through_its_sizes_and_stops_at_both_ends(qapp):
    """Ctrl++ and Ctrl+- walk the sizes, keep the look, and never leave them; Ctrl+0 goes back to 100 %."""
    dress.put_on(qapp, DARK)
    grown = []
    for _ in SCALES:
        dress.resize_text(qapp, 1)
        grown.append(worn().scale)
    dress.resize_text(qapp, -len(SCALES))
    smallest = worn()
    dress.resize_text(qapp, 0)

    assert [1.25, 1.5, 1.75, 2.0, 2.0, 2.0] == grown
    assert (DARK, 0.875) == smallest
    assert (DARK, 1.0) == worn()


def test_the_laptops_own_wish_is_one_of_the_looks(qapp):
    assert dress.system_look(qapp) in LOOKS.values()


def test_lengths_grow_with_the_text_and_never_vanish(qapp):
    dress.put_on(qapp, LIGHT, 2.0)

    assert 184 == worn().px(92)
    assert 1 == worn().px(0.2)
