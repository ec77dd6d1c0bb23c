from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton

from fsdesk import resources
from fsdesk.ui.look import dress, icons
from fsdesk.ui.look.tokens import DARK, LIGHT

OUTLINES = [name for name in resources.names("icons") if name.endswith(".svg")]


def inks(drawn: QPixmap) -> set[str]:
    """The colours of the parts of a picture that are not see-through."""
    image = drawn.toImage()
    seen = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name().upper() for colour in seen if colour.alpha() == 255}


@pytest.mark.usefixtures("light")
@pytest.mark.parametrize("file", OUTLINES)
def test_every_icon_is_an_outline_that_takes_any_colour(file):
    """Each draws something, only in the ink it is given, and says whose it is."""
    outline = resources.read_text("icons", file)

    assert {LIGHT.loch} == inks(icons.pixmap(file.removesuffix(".svg"), "loch", 24))
    assert 'stroke="currentColor"' in outline
    assert re.match(r"<!-- @license lucide-static v[\d.]+ - ISC -->", outline)


@pytest.mark.usefixtures("light")
def test_an_icon_changes_with_the_look(qapp, qtbot):
    """What was put on before the look changed has the new ink and the new size after it."""
    button, label = QPushButton("Print"), QLabel()
    for widget in (button, label):
        qtbot.addWidget(widget)
        icons.put(widget, "printer", "text", 20)
    dress.put_on(qapp, DARK, 2.0)

    assert QColor(DARK.text).name().upper() in inks(label.pixmap())
    assert 40 == label.pixmap().width()
    assert 40 == button.iconSize().height()


@pytest.mark.usefixtures("light")
def test_a_name_that_is_no_icon_is_found_out():
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon", "text", 16)


def test_the_licence_lies_beside_the_icons():
    text = resources.read_text("icons", "LICENSE-Lucide.txt")

    assert "ISC License" in text
    assert "Cole Bemis" in text
