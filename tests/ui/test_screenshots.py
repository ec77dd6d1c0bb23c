from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from tests import screenshots


def inks(picture: QImage) -> set[int]:
    """Every colour in a picture."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    return set(memoryview(plain.constBits()).cast("B").cast("I"))


@pytest.mark.usefixtures("light")
@pytest.mark.parametrize("shot", list(screenshots.shots()), ids=lambda shot: shot.file)
def test_every_screen_can_be_pictured(qapp, tmp_path, shot):
    """Each screen draws itself at its size, in the colours of its look, whatever the width and the text."""
    picture = QImage(str(screenshots.take(qapp, shot, tmp_path)))

    assert shot.size == picture.size()
    assert {QColor(colour).rgb() for colour in (shot.look.panel, shot.look.text)} <= inks(picture)
