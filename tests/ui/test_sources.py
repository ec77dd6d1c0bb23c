from __future__ import annotations

import linecache
import traceback

import pytest

from fsdesk.ui import sources


@pytest.fixture
def remembered(monkeypatch):
    """What Python remembers of sources, put back after the test."""
    monkeypatch.setattr(linecache, "cache", {})
    sources.keep_few()
    return linecache.cache


def test_no_more_than_a_few_sources_are_kept_whatever_is_read(remembered, tmp_path):
    for number in range(50):
        path = tmp_path / f"part_{number}.py"
        path.write_text(f"part = {number}\n")
        linecache.getlines(str(path))

    assert 16 == len(remembered)
    assert ["part = 49\n"] == linecache.getlines(str(tmp_path / "part_49.py"))


def test_what_was_let_go_is_read_anew(remembered, tmp_path):
    first = tmp_path / "first.py"
    first.write_text("first = 1\n")
    linecache.getlines(str(first))
    for number in range(20):
        path = tmp_path / f"later_{number}.py"
        path.write_text("later = 1\n")
        linecache.getlines(str(path))

    assert str(first) not in remembered
    assert "first = 1\n" == linecache.getline(str(first), 1)


def test_a_trace_still_shows_its_lines(remembered):
    [here] = traceback.extract_stack(limit=1)

    assert "[here] = traceback.extract_stack(limit=1)" == here.line


def test_keeping_few_a_second_time_forgets_nothing(remembered, tmp_path):
    path = tmp_path / "part.py"
    path.write_text("part = 1\n")
    linecache.getlines(str(path))
    sources.keep_few()

    assert (remembered, True) == (linecache.cache, str(path) in linecache.cache)
