from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.store.passphrase import LONGEST, prepared
from fsdesk.store.refusals import UnfitPassphrase

WORDS = st.text(
    st.characters(categories=["L", "N", "P", "Zs"], max_codepoint=0x1FFF), min_size=1, max_size=40
)


def fits(text: str) -> bool:
    """Whether a text may be a passphrase at all."""
    try:
        prepared(text)
    except UnfitPassphrase:
        return False
    return True


@given(WORDS.filter(fits))
def test_a_passphrase_is_the_same_typed_composed_or_in_parts(words):
    """Two keyboards that build an accented letter differently open the same store."""
    assert prepared(unicodedata.normalize("NFC", words)) == prepared(unicodedata.normalize("NFD", words))


def test_every_kind_of_space_is_a_space():
    """A no-break space from a phone's keyboard is a space."""
    assert bytearray(b"tea and toast") == prepared("tea\u00a0and\u3000toast")


def test_spaces_at_the_ends_and_case_are_kept():
    """Nothing is trimmed or folded."""
    assert bytearray(b" Tea ") == prepared(" Tea ")


@pytest.mark.parametrize("text", ["a", "é" * LONGEST, "e\u0301" * LONGEST, "家" * LONGEST])
def test_lengths_count_code_points_after_normalisation(text):
    """From 1 to 1,024 code points a passphrase is taken, however it is encoded."""
    assert prepared(text)


@pytest.mark.parametrize("text", ["", "a" * (LONGEST + 1), "a" * 10_000, "a" * 10_000_000])
def test_other_lengths_are_refused_in_words(text):
    """An empty passphrase and one of more than 1,024 code points are refused."""
    with pytest.raises(UnfitPassphrase, match=r"empty|longer than 1,024"):
        prepared(text)


@pytest.mark.parametrize("text", ["a\x00b", "a\tb", "a\nb", "a\u00adb", "\u200d", "\udc80", "\u0378"])
def test_signs_that_cannot_be_relied_on_are_refused_and_not_repeated(text):
    """A control, an invisible or an unassigned sign is refused, and the refusal holds nothing of the passphrase."""
    with pytest.raises(UnfitPassphrase) as refusal:
        prepared("kettle" + text)

    assert "kettle" not in str(refusal.value)
    assert refusal.value.__context__ is None
