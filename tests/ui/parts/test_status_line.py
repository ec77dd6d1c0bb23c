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
    made = StatusLine(clock)
    made.resize(1366, made.sizeHint().height())
    return shown(made)


def test_it_says_in_words_that_all_is_saved_and_offline_is_fine(line):
    line.show_saved(MORNING)

    assert "Saved on this laptop · 10:42 · Working offline. Everything here works." == line.text


def test_before_anything_changed_there_is_no_time(line):
    assert "Saved on this laptop · Working offline. Everything here works." == line.text


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
    line.show_fact("There is no room for a backup")
    with_fact = line.text
    line.show_fact("")

    assert "There is no room for a backup" in with_fact
    assert "backup" not in line.text


def test_it_tells_what_waits_and_when_the_screen_covers_itself(line):
    """Quietly: nothing of it is announced."""
    line.show_unsent("3 plans changed since you last sent", 3)
    line.show_cover_in(4)

    assert (
        "Saved on this laptop · 3 plans changed since you last sent · Working offline. Everything here works."
        " · Screen covers itself in 4 min"
    ) == line.text


def test_nothing_to_send_says_nothing(line):
    line.show_unsent("1 plan not sent yet", 1)
    line.show_unsent("", 0)

    assert "plan" not in line.text


def test_where_the_screen_never_covers_itself_it_names_the_key(line):
    line.show_cover_in(0)

    assert line.text.endswith("F9 covers the screen")


@pytest.mark.parametrize(
    ("expected", "wide"),
    [
        ("Saved on this laptop · 3 plans not sent yet · Offline is fine · Covers in 4 min", 700),
        ("Saved · 3 to send · Offline is fine · Covers in 4 min", 500),
        ("Saved · 3 to send · Covers in 4 min", 300),
    ],
)
def test_with_less_room_it_says_the_same_in_fewer_words(line, said, expected, wide):
    """What a listener is told stays whole, and the line never keeps a window wide."""
    line.show_unsent("3 plans not sent yet", 3)
    line.show_cover_in(4)
    line.resize(wide, line.height())

    assert expected == line.text
    assert 0 == line.minimumSizeHint().width()
    assert [] == said
