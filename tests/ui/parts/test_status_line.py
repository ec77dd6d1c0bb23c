from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QProgressBar

from fsdesk.ui.parts import status_line
from fsdesk.ui.parts.status_line import StatusLine

MORNING = datetime(2026, 3, 9, 10, 42)


class Clock:
    """A clock that the test turns on."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def said(monkeypatch) -> list[tuple[str, bool]]:
    """What a screen reader would have heard, and whether it broke in."""
    heard: list[tuple[str, bool]] = []
    monkeypatch.setattr(
        status_line, "announce", lambda widget, words, at_once=False: heard.append((words, at_once))
    )
    return heard


@pytest.fixture
def line(shown, clock, said) -> StatusLine:
    return shown(StatusLine(clock))


def test_it_says_in_words_that_all_is_saved_and_offline_is_fine(line):
    line.show_saved(MORNING)

    assert "Saved on this laptop · 10:42 · Nothing needs a connection." == line.text


def test_before_anything_changed_there_is_no_time(line):
    assert "Saved on this laptop · Nothing needs a connection." == line.text


def test_saved_is_announced_at_most_once_a_minute(line, clock, said):
    """A person who types is not talked over."""
    for seconds in (0, 10, 59, 60, 61):
        clock.now = MORNING + timedelta(seconds=seconds)
        line.show_saved(clock.now)

    assert [("Saved on this laptop, 10:42", False), ("Saved on this laptop, 10:43", False)] == said


def test_what_could_not_be_written_is_said_at_once(line, said):
    line.show_not_saved("Not saved yet: the disk is full")

    assert [("Not saved yet: the disk is full", True)] == said
    assert line.text.startswith("Not saved yet: the disk is full")


def test_long_work_counts(line):
    """A bar for the eye, the count in words, and both gone when it is done."""
    bar = line.findChild(QProgressBar)
    line.show_work("Bringing in plans", 8, 14)
    shown = (bar.isVisible(), bar.value(), bar.maximum(), bar.accessibleName())
    line.show_saved()

    assert (True, 8, 14, "Bringing in plans, 8 of 14") == shown
    assert not bar.isVisible()


def test_a_fact_stands_beside_it(line):
    line.show_fact("3 plans changed since you last sent")
    with_fact = line.text
    line.show_fact("")

    assert "3 plans changed since you last sent" in with_fact
    assert "3 plans" not in line.text
