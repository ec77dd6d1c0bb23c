from __future__ import annotations

import re

import pytest

from fsdesk import resources
from fsdesk.ui.presenters import help as told
from tests.house.tree import python_files

SCREENS = sorted(told.SCREENS)


@pytest.mark.parametrize("screen", SCREENS)
def test_each_screen_says_in_two_sentences_what_it_is_for(screen):
    assert 2 == len(re.findall(r"[.](?:\s|$)", told.SCREENS[screen].lead))


@pytest.mark.parametrize("screen", SCREENS)
def test_the_handbook_has_the_page_and_the_heading(screen):
    """Whoever looks for it finds it."""
    here = told.SCREENS[screen]
    headings = re.findall(r"^#+ (.*)$", resources.read_text("handbook", here.file), re.MULTILINE)

    assert here.heading in headings


@pytest.mark.parametrize("screen", SCREENS)
def test_no_key_is_named_twice_on_a_screen(screen):
    named = [one for _, keys in told.tables_of(screen) for key in keys for one in key.keys]
    here = [one for key in told.SCREENS[screen].keys for one in key.keys]

    assert len(here) == len(set(here))
    assert set(named) == told.keys_of(screen)


@pytest.mark.parametrize("screen", SCREENS)
def test_everything_of_it_is_read_out_too(screen):
    said = told.said_of(screen)

    assert told.SCREENS[screen].lead in said
    assert all(key.does in said for _, keys in told.tables_of(screen) for key in keys)


def test_every_page_that_has_help_is_a_page_of_the_window():
    """A page that got another name would have no help any more."""
    classes = {
        name
        for path in python_files("fsdesk/ui")
        for name in re.findall(r"^class (\w+)\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert set(told.PAGES) <= classes
    assert set(told.PAGES.values()) == set(told.SCREENS)
