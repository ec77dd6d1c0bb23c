from __future__ import annotations

import importlib
import pkgutil
import re

import fsdesk
from fsdesk.errors import Refused

_OF_A_COMMAND = re.compile(r"--[a-z]|[“`]fsdesk [a-z]|[A-Z]{4,}_[A-Z]+")
_ROOMS = ("fsdesk.desk", "fsdesk.plans", "fsdesk.store", "fsdesk.printing")


def refusals() -> set[type[Refused]]:
    """Every refusal that the window can meet."""
    for module in pkgutil.walk_packages(fsdesk.__path__, "fsdesk."):
        if module.name.startswith(_ROOMS) and "migrations" not in module.name:
            importlib.import_module(module.name)
    found, new = set(), {Refused}
    while new:
        found |= new
        new = {below for one in new for below in one.__subclasses__()} - found
    return {one for one in found if one.__module__.startswith(_ROOMS)}


def test_no_refusal_in_the_window_names_a_command_or_an_option():
    """Somebody who sees a window is told what they can do there."""
    for kind in refusals():
        told = kind.what_next if not kind.in_window else kind.in_window

        assert not _OF_A_COMMAND.search(told), kind
        assert not _OF_A_COMMAND.search(kind.what), kind


def test_there_are_refusals_with_words_of_their_own_for_the_window():
    """The walk above sees some."""
    assert 10 < sum(bool(kind.in_window) for kind in refusals())
