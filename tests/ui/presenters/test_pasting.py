from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.ui.presenters.pasting import MOST_SIGNS, TooMuch, check_room, plain


@given(st.text())
def test_copied_words_can_always_be_kept(text):
    """One kind of line end, no sign that stands for nothing, no half of one; nothing else is changed."""
    kept = plain(text)

    assert kept == kept.encode().decode()
    assert not set("\r\0") & set(kept)
    assert text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "") == kept or "\ufffd" in kept


def test_half_a_sign_is_marked_and_the_rest_stays():
    assert "a\ufffdb" == plain("a\ud83db")


@pytest.mark.parametrize(("held", "replaced"), [("", 0), ("x" * 10, 10), ("x" * MOST_SIGNS, MOST_SIGNS)])
def test_a_field_holds_just_so_much(held, replaced):
    check_room(held, replaced, "y" * MOST_SIGNS)
    with pytest.raises(TooMuch):
        check_room(held, replaced, "y" * (MOST_SIGNS + 1))
