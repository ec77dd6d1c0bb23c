"""Pages beside the pictures of them that were accepted last."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops

from tests.printing.accepted import FOLDER, PAGES, Accepted, changed

MOST = 0.004
"""Dots of a page that may differ: about what one moved word is."""


@pytest.mark.parametrize("one", PAGES, ids=lambda one: one.file.stem)
def test_a_page_is_drawn_as_it_was_accepted(one: Accepted):
    """Whoever changes a layout looks at the page, and accepts it anew (`python -m tests.printing.accepted`)."""
    with Image.open(one.file) as accepted:
        assert changed(accepted.convert("L"), one.picture()) <= MOST


def test_there_is_no_accepted_picture_of_a_page_that_nobody_draws():
    """The folder holds what is compared, and nothing else."""
    assert {one.file.name for one in PAGES} == {path.name for path in FOLDER.glob("*.png")}


def test_a_line_that_moved_is_noticed():
    """The tolerance is for smoothing, not for layout."""
    page = PAGES[0].picture()

    assert changed(page, ImageChops.offset(page, 0, 4)) > MOST
