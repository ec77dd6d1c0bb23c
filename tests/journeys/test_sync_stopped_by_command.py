"""Ctrl+C in the middle of sealing or taking in: exit 2, one sentence, and everything is as it was before."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Any

import pytest

from fsdesk.desk import backups, rosters, standing
from tests.desk.team import rows
from tests.journeys.scripted import Script, pair


@pytest.fixture
def presses(monkeypatch) -> Callable[[Any, str], None]:
    """Somebody presses Ctrl+C at the moment at which the program comes to a function."""

    def at(module: Any, name: str) -> None:
        usual = getattr(module, name)

        def pressed(*arguments: Any, **named: Any) -> Any:
            monkeypatch.setattr(module, name, usual)
            os.kill(os.getpid(), signal.SIGINT)
            return usual(*arguments, **named)

        monkeypatch.setattr(module, name, pressed)

    return at


def test_sealing_is_stopped(script: Script, presses, tmp_path):
    """No file, no number used up; then it is done."""
    dan, morag = pair(script)
    script.edits(dan, title="The week's title")
    before = rows(dan)
    presses(rosters, "current")
    words = ("sync", "export", "--to", morag.card, "--out", tmp_path / "week")

    said = script.refuses(dan, *words)

    assert "Stopped, as you asked. Nothing was sealed, and no file was written.\n" == said
    assert (False, before) == ((tmp_path / "week").exists(), rows(dan))
    assert 2 == script(dan, *words)["number"]


def test_taking_in_is_stopped(script: Script, presses):
    """Not a row of the store has changed, whatever was verified by then; then it is taken in."""
    dan, morag = pair(script)
    script.edits(dan, title="The week's title")
    package = script.seals(dan, morag)
    before = rows(morag)
    presses(backups, "before")

    said = script.refuses(morag, "sync", "import", package)

    assert "Stopped, as you asked. Nothing of the package was taken in.\n" == said
    assert before == rows(morag)
    assert "imported" == script.takes(morag, package)["status"]


def test_in_json_it_is_told_as_a_refusal(script: Script, presses):
    """Exit 2, status refused, the same sentence."""
    dan, morag = pair(script)
    script.edits(dan, title="The week's title")
    package = script.seals(dan, morag)
    script.team.close()
    presses(backups, "before")

    said = script.program("sync", "import", package, "--store", morag.folder, "--json")

    assert (2, "refused", said.err.strip()) == (said.code, said.json["status"], said.json["why"])


def test_what_was_taken_in_stays_when_only_the_rest_is_stopped(script: Script, presses):
    """The package came in before the plans were put together; that goes on when they are read."""
    dan, morag = pair(script)
    script.edits(dan, title="The week's title")
    package = script.seals(dan, morag)
    presses(standing, "caught_up")

    assert "imported" == script.takes(morag, package)["status"]
    assert "The week's title" == script.document(morag).title
