from __future__ import annotations

import pytest
from PIL import Image, ImageChops
from PySide6.QtGui import QColor, QImage

from tests import screenshots
from tests.printing.accepted import changed
from tests.screenshots import Stage
from tests.ui import accepted, accessible

MOST = 0.006
"""Dots of a screen that may differ: about what one reworded line of it is."""


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
    """Each draws itself at its size in its colours, tells a screen reader all of it, and looks as it was accepted.

    Whoever changes a screen looks at it, and accepts it anew (`python -m tests.ui.accepted`).
    """
    monkeypatch.setenv("FSDESK_HOME", str(tmp_path))  # the stage moves it, and this puts it back
    found: list[str] = []
    place = screenshots.take(
        qapp, shot, tmp_path, stage, lambda window: found.extend(accessible.faults(window))
    )
    picture = QImage(str(place))

    ground = shot.look.sky if shot.screen == "26-cover" else shot.look.panel

    assert [] == found
    assert not accepted.is_kept(shot) or accepted.share_changed(shot, place) <= MOST
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


def test_there_is_no_accepted_picture_of_a_screen_that_nobody_takes():
    """The folder holds what is compared, and nothing else."""
    kept = {shot.file for shot in screenshots.shots() if accepted.is_kept(shot)}

    assert kept == {path.name for path in accepted.FOLDER.glob("*.png")}
    assert len(kept) == len(accepted.KEPT)


def test_a_line_that_moved_is_noticed():
    """The tolerance is for smoothing, not for layout."""
    with Image.open(accepted.FOLDER / f"{accepted.KEPT[0]}.png") as kept:
        assert changed(kept, ImageChops.offset(kept, 0, 3)) > MOST
