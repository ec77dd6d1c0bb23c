from __future__ import annotations

import pytest

from fsdesk.ui.presenters.caps_lock import CapsLock, seen_in


@pytest.mark.parametrize(
    ("expected", "text", "shift"),
    [
        (False, "h", False),
        (True, "H", False),
        (False, "H", True),
        (True, "h", True),
        (True, "É", False),
        (None, "7", False),
        (None, " ", True),
        (None, "", False),
        (None, "字", False),
        (None, "ab", False),
    ],
)
def test_a_letter_tells_whether_caps_lock_is_on(expected, text, shift):
    """Only a letter with two cases tells anything."""
    assert expected is seen_in(text, shift)


def test_the_caps_lock_key_turns_round_what_is_known():
    """Before the first letter nothing is known, and nothing is said."""
    said: list[bool] = []
    knows = CapsLock(said.append)
    knows.pressed()
    knows.key_typed("H", shift=False)
    knows.pressed()

    assert [True, False] == said
    assert knows.known is False
