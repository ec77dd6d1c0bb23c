"""Running the program in tests as a script does: words in, exit code, output and errors out."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from fsdesk.__main__ import main


class Said(NamedTuple):
    """What one command said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document that it printed."""
        return json.loads(self.out)


class Program:
    """The program, run in this process; what it says is read back."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str | Path) -> Said:
        """Run one command."""
        self._capsys.readouterr()
        code = main([str(word) for word in words])
        said = self._capsys.readouterr()
        return Said(code, said.out, said.err)

    def json(self, *words: str | Path, code: int = 0) -> Any:
        """Run one command with --json, which ends with this code and complains of nothing; give what it answers."""
        said = self(*words, "--json")

        assert (code, "") == (said.code, said.err)
        return said.json

    def refuses(self, *words: str | Path) -> str:
        """Run one command that is not done: exit 2, nothing on the output, and one line that says why."""
        said = self(*words)

        assert (2, "") == (said.code, said.out)
        assert_a_plain_sentence(said.err)
        return said.err


def assert_a_plain_sentence(said: str) -> None:
    """One line, ending as sentences do, with nothing of the program's inside in it."""
    assert 1 == said.count("\n")
    assert said.endswith(".\n")
    assert said[:1].isupper() or said.startswith(("'", "“", "fsdesk "))
    assert not re.search(r"Traceback|Error:|Exception|Errno|went wrong inside|\bfsdesk\.\w|sqlalchemy", said)


@contextmanager
def no_rights(path: Path) -> Iterator[None]:
    """Let this account have no rights to a file or folder: root becomes somebody else for the while."""
    if os.geteuid() == 0:
        os.setegid(_NOBODY)
        os.seteuid(_NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)
            os.setegid(0)
        return
    usual = path.stat().st_mode
    path.chmod(0)
    try:
        yield
    finally:
        path.chmod(usual)


_NOBODY = 65534
