from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import window_libraries
from tests.house.tree import ROOT

CONFTEST = """
from tests.conftest import *
from tests.conftest import _homes
"""

SOME_TESTS = """
import pytest

@pytest.mark.needs_tool("no-such-tool")
def test_one():
    assert True

@pytest.mark.needs_tool("no-such-tool", "nor-this-one")
def test_two():
    assert True

@pytest.mark.needs_tool("sh")
def test_three():
    assert True

@pytest.mark.long
def test_four():
    assert True
"""


@pytest.fixture
def some_tests(tmp_path: Path) -> Path:
    """A folder of tests that stands under the same rules as ours."""
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (tmp_path / "test_some.py").write_text(SOME_TESTS, encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str, **environment: str) -> list[str]:
    """The last lines of a run of the tests in a folder."""
    under_our_rules = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder), "-p", "no:cacheprovider"]
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *under_our_rules, *arguments, str(folder)],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        text=True,
    )
    assert "" == told.stderr
    return told.stdout.splitlines()


def test_what_was_not_run_is_counted_by_tool_in_the_last_line(some_tests):
    """A laptop without a tool skips its tests and says so last."""
    *_, summary, last = run(some_tests)

    assert "not run for want of a tool: no-such-tool 2, nor-this-one 1" == last
    assert "1 passed, 2 skipped, 1 deselected" in summary


@pytest.mark.skipif(bool(window_libraries.missing()), reason=f"needs the tool {window_libraries.NAME}")
@pytest.mark.parametrize("name", ["CI", "FSDESK_CI"])
def test_under_ci_a_missing_tool_is_a_failure(some_tests, name):
    """What was not run cannot pass for what was."""
    *_, last = run(some_tests, **{name: "true"})

    assert "1 passed, 1 deselected, 2 errors" in last


def test_the_long_run_runs_the_long_tests_too(some_tests):
    """`make test-long` leaves nothing out."""
    *_, summary, _ = run(some_tests, "--long")

    assert "2 passed, 2 skipped" in summary
