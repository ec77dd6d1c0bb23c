"""The first page of the handbook: what it names is there."""

from __future__ import annotations

import re
import sys

import click
import pytest

from fsdesk import settings
from fsdesk.cli.start import fsdesk
from tests.handbook import pages
from tests.house.tree import python_files

PAGE = "README.md"


def test_every_page_of_the_handbook_is_listed_and_every_link_leads_somewhere():
    """Nobody has to guess which pages there are."""
    linked = set(re.findall(r"\]\(([^):#]+)\)", pages.text_of(PAGE)))
    there = {path.relative_to(pages.HANDBOOK).as_posix() for path in pages.HANDBOOK.glob("*.md")}

    assert there == linked | {PAGE}


@pytest.mark.parametrize("page", ["README.md", "store-format.md"])
def test_every_command_a_page_names_exists(page):
    """Whoever types a command of the handbook gets that command."""
    context = click.Context(fsdesk)
    named = re.findall(r"`fsdesk ([a-z-]+)(?: ([a-z-]+))?", pages.text_of(page))

    assert named
    for name, further in named:
        command = fsdesk.get_command(context, name)
        assert command is not None, name
        if further:
            assert isinstance(command, click.Group), name
            assert further in command.commands, (name, further)


def test_every_command_there_is_stands_on_the_page():
    """No command is a secret."""
    text = pages.text_of(PAGE)

    assert [] == [
        name for name in fsdesk.list_commands(click.Context(fsdesk)) if f"fsdesk {name}" not in text
    ]


def test_every_key_the_page_names_is_one_of_the_window():
    """A key of the handbook does something."""
    window = "".join(path.read_text(encoding="utf-8") for path in python_files("fsdesk/ui"))
    named = set(re.findall(r"`((?:Ctrl|Alt|Shift)\+[^`]+|F\d+)`", pages.text_of(PAGE)))
    numbered = {key for key in named if re.fullmatch(r"Ctrl\+[1-9]", key)}

    assert len(named) > 10
    assert [] == [key for key in named - numbered if f'"{key}"' not in window]
    assert {"Ctrl+1", "Ctrl+6"} == numbered
    assert 'f"Ctrl+{number}"' in window


@pytest.mark.skipif(sys.platform != "linux", reason="the page names the places on Linux")
def test_the_places_the_page_names_are_those_of_the_program(monkeypatch):
    """The default store and the log lie where the page says."""
    monkeypatch.delenv(settings.HOME)
    monkeypatch.setenv("HOME", "/home/dan")
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    text = pages.text_of(PAGE)

    assert f"`{settings.default_store()}`".replace("/home/dan", "~") in text
    assert f"`{settings.log_folder()}/fsdesk.log`".replace("/home/dan", "~") in text
