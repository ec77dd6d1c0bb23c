"""What holds for every test: offscreen, a home of its own, nothing from outside, tools seen to first."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import hypothesis
import pytest

from tests import tools, window_libraries

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"

# A run of .ci/run has to be the same every time; on a laptop new examples each time find more.
hypothesis.settings.register_profile(
    "quick",
    max_examples=30,
    deadline=None,  # two busy cores are no fault of the program
    derandomize=tools.are_required(),
)
hypothesis.settings.register_profile("long", max_examples=2_000, deadline=None)
hypothesis.settings.load_profile("quick")

_FROM_OUTSIDE = ("FSDESK_PASSPHRASE", "FSDESK_TODAY")
_HERE = Path(__file__).parent
_left_out: set[Path] = set()
_numbers = count(1)


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """One option of our own; and pytest-qt stands aside before it is asked for a Qt that cannot be loaded."""
    parser.addoption(
        "--long", action="store_true", help="many more generated examples, and tests marked long"
    )
    window_libraries.see_to_them(pluginmanager)


def pytest_configure(config: pytest.Config) -> None:
    """The long run uses the long profile, unless another one is named."""
    if config.getoption("--long") and not config.getoption("--hypothesis-profile"):
        hypothesis.settings.load_profile("long")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Files that reach for Qt are left out where it cannot be loaded."""
    if not window_libraries.leaves_out(collection_path):
        return None
    _left_out.add(collection_path)
    return True


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests marked long wait for the long run."""
    if config.getoption("--long"):
        return
    waiting = [item for item in items if item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=waiting)
    items[:] = [item for item in items if not item.get_closest_marker("long")]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test whose tools are missing is not begun."""
    tools.see_to_them(item)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    """The last line of all counts what was not run for want of a tool."""
    yield
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:
        return
    counts = tools.wanted_by(reporter.stats.get("skipped", ()))
    left_out = _left_out or set(filter(window_libraries.leaves_out, _HERE.rglob("test_*.py")))
    if left_out:
        counts[f"{window_libraries.NAME} (files)"] = len(left_out)
    if line := tools.last_line(counts):
        reporter.write_line(line)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def fsdesk_home(_homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one folder in which fsdesk keeps things of its own during this test."""
    home = _homes / str(next(_numbers))
    home.mkdir(mode=0o700)
    monkeypatch.setenv("FSDESK_HOME", str(home))
    for name in _FROM_OUTSIDE:
        monkeypatch.delenv(name, raising=False)
    return home
