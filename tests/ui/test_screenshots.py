from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from tests import screenshots
from tests.screenshots import Stage


def inks(picture: QImage) -> set[int]:
    """Every colour in a picture."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    return set(memoryview(plain.constBits()).cast("B").cast("I"))


@pytest.fixture(scope="module")
def stage(tmp_path_factory) -> Stage:
    """Stores that are made once for all pictures."""
    return Stage(tmp_path_factory.mktemp("stage"))


@pytest.mark.usefixtures("light", "fsdesk_home")
@pytest.mark.parametrize("shot", list(screenshots.shots()), ids=lambda shot: shot.file)
def test_every_screen_can_be_pictured(qapp, tmp_path, stage, monkeypatch, shot):
    """Each screen draws itself at its size, in the colours of its look, whatever the width and the text."""
    monkeypatch.setenv("FSDESK_HOME", str(tmp_path))  # the stage moves it, and this puts it back
    picture = QImage(str(screenshots.take(qapp, shot, tmp_path, stage)))

    ground = shot.look.sky if shot.screen == "26-cover" else shot.look.panel

    assert shot.size == picture.size()
    assert {QColor(colour).rgb() for colour in (ground, shot.look.text)} <= inks(picture)


def test_every_screen_has_a_picture_in_the_light_look():
    """Names are taken once, and the plan is pictured in every look and width of the design."""
    files = [shot.file for shot in screenshots.shots()]

    assert len(files) == len(set(files))
    assert {
        "06-plan-light-1366x768.png",
        "06-plan-dark-1366x768.png",
        "06-plan-high-contrast-1366x768.png",
        "06-plan-light-1024x640.png",
        "06-plan-light-1366x768-text-200.png",
    } <= set(files)
