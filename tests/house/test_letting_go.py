from __future__ import annotations

import re

from tests.house.tree import ROOT

MAY = {
    "after.py": "timers",
    "away.py": "covers, which are closed first",
    "doorway.py": "what joins the steps of set-up, no widget",
    "families/family_pages.py": "pages that are hidden first, and what joins them",
    "help/sheet.py": "a sheet that is hidden first",
    "parts/clearing.py": "the one way",
    "recovering/journey.py": "what joins the ways back in, no widget",
}
"""Where something is deleted otherwise than by `let_go`, and why that is safe there."""


def test_widgets_are_let_go_in_one_way():
    """A widget that is deleted while it has the keyboard ends the program sooner or later; `let_go` hides it first."""
    folder = ROOT / "fsdesk" / "ui"
    found = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.py")
        if re.search(r"\.deleteLater\b", path.read_text(encoding="utf-8"))
    }

    assert MAY.keys() == found
