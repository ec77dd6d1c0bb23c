from __future__ import annotations

from pathlib import Path

import fsdesk
from fsdesk import settings
from fsdesk.ui.presenters.settings import about


def test_what_this_is_and_where_it_keeps_things_is_told():
    """The version, the plans, the log and the choices."""
    told = {one.title: one for one in about.facts(Path("/plans/of/ours"))}

    assert fsdesk.__version__ == told["Version"].text
    assert "/plans/of/ours" == told["These plans"].text
    assert str(settings.log_folder()) == told["Log"].text
    assert str(settings.home() / "settings.json") == told["What is chosen here"].text


def test_every_page_of_the_handbook_that_is_named_is_there():
    """A pointer leads somewhere."""
    named = [Path(one.text) for one in about.pages()]

    assert {"README.md", "today.md", "desk.md", "printing.md"} <= {page.name for page in named}
    assert [] == [page for page in named if not page.is_file()]
