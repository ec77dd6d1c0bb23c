"""Screens as they were accepted by somebody who looked at them: `python -m tests.ui.accepted` makes them anew."""

from __future__ import annotations

import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests import screenshots
from tests.printing.accepted import changed
from tests.screenshots import Shot

FOLDER = Path(__file__).parents[1] / "data" / "screens"
_SHARE = 2
"""How many times smaller than the screen they are kept: small enough to keep, large enough to see a line that moved."""
KEPT = (
    "01-unlock-light-1366x768",
    "02-set-up-light-1366x768",
    "04-today-light-1366x768",
    "04-today-light-1024x640",
    "05-families-light-1366x768",
    "06-plan-light-1366x768",
    "06-plan-dark-1366x768",
    "06-plan-high-contrast-1366x768",
    "06-plan-light-1024x640",
    "06-plan-light-1366x768-text-200",
    "11-principles-light-1366x768",
    "12-print-light-1366x768",
    "14-send-what-leaves-light-1366x768",
    "26-cover-light-1366x768",
)


def is_kept(shot: Shot) -> bool:
    """Whether this screen is compared with an accepted picture."""
    return Path(shot.file).stem in KEPT


def place_of(shot: Shot) -> Path:
    """Where the accepted picture of a screen lies."""
    return FOLDER / shot.file


def share_changed(shot: Shot, picture: Path) -> float:
    """Return the share of dots in which a screen differs from the picture of it that was accepted."""
    with Image.open(place_of(shot)) as kept:
        return changed(kept.convert("L"), small(picture))


def small(picture: Path) -> Image.Image:
    """Return a screen's picture as it is kept and compared: smaller, in shades of grey."""
    with Image.open(picture) as whole:
        grey = whole.convert("L")
        return grey.resize((grey.width // _SHARE, grey.height // _SHARE), Image.Resampling.BOX)


def accept(app: screenshots.QApplication) -> None:
    """Keep every one of these screens as it is drawn now."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for shot in filter(is_kept, screenshots.shots()):
            held = BytesIO()
            small(screenshots.take(app, shot, folder, screenshots.Stage(folder))).save(
                held, "PNG", optimize=True
            )
            place_of(shot).write_bytes(held.getvalue())


if __name__ == "__main__":
    accept(screenshots.QApplication(sys.argv[:1]))
