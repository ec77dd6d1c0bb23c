"""Where Qt's system libraries are missing, tests of the window are left out and counted; the rest runs."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests import tools

NAME = "window libraries"
_OF_THE_WINDOW = re.compile(r"PySide6|qtbot|qapp|fsdesk\.ui|fsdesk\.app")


@cache
def missing() -> str:
    """Why Qt cannot be loaded here; nothing when it can."""
    try:
        import PySide6.QtWidgets  # noqa: F401 - loading it is the question
    except ImportError as why:
        return str(why)
    return ""


def see_to_them(plugins: pytest.PytestPluginManager) -> None:
    """Where Qt cannot be loaded, go on without pytest-qt; where tools are required, stop and say so."""
    if not missing():
        return
    if tools.are_required():
        raise pytest.UsageError(f"{missing()}: see the section window of installer/debian-packages.txt")
    plugins.unregister(name="pytest-qt")


def leaves_out(path: Path) -> bool:
    """Whether a file of tests cannot be read here, because it reaches for Qt."""
    if not missing() or path.suffix != ".py" or not path.name.startswith("test_"):
        return False
    return bool(_OF_THE_WINDOW.search(path.read_text(encoding="utf-8")))
