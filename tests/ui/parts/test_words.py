from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from fsdesk.ui.parts import words

pytestmark = pytest.mark.usefixtures("light")


@pytest.mark.parametrize("make", [words.line, words.prose])
def test_words_are_never_taken_for_markup(make, qtbot):
    """A family may write <b>, and it stays as it was written."""
    label = make("<b>Gran</b> & me")
    qtbot.addWidget(label)

    assert Qt.TextFormat.PlainText == label.textFormat()
    assert "<b>Gran</b> & me" == label.text()


def test_lines_of_prose_stand_apart(qtbot):
    """1.4 em from line to line: 15 px text has lines of 21 px."""
    label = words.prose("Mornings without shouting. And a bit of time that is just mine.")
    qtbot.addWidget(label)

    assert 21 == label.heightForWidth(10_000)
    assert 0 == label.heightForWidth(120) % 21
    assert 21 < label.heightForWidth(120)


def test_a_line_break_is_kept(qtbot):
    label = words.prose("one\ntwo")
    qtbot.addWidget(label)

    assert 42 == label.heightForWidth(10_000)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200), st.integers(1, 600))
def test_prose_that_is_narrower_is_never_lower(qapp, text, width):
    """The height it asks for is enough for its lines at any width."""
    label = words.prose(text)

    assert label.heightForWidth(width) >= label.heightForWidth(width * 2)


@pytest.mark.parametrize(
    ("role", "px"), [("page", 24), ("heading", 19), ("family", 16), ("note", 14), ("body", 15)]
)
def test_a_role_has_its_size(qtbot, role, px):
    """13.5 px is drawn as 14: Qt has whole pixels."""
    label = words.line("What matters to us", role)
    qtbot.addWidget(label)
    label.ensurePolished()

    assert px == label.fontInfo().pixelSize()
