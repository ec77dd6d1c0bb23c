"""The program, and a team with real laptops, for each test that asks for them."""

from __future__ import annotations

import pytest

from tests.cli.running import Program
from tests.desk.rooms import families, home_of_masters, team
from tests.store.stores import PASSPHRASE

__all__ = ["families", "home_of_masters", "known", "program", "team"]


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str]) -> Program:
    """The program, which nobody has told a passphrase."""
    return Program(capsys)


@pytest.fixture
def known(program: Program, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program with the passphrase of the team's stores in its environment."""
    monkeypatch.setenv("FSDESK_PASSPHRASE", PASSPHRASE)
    return program
