from __future__ import annotations

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fsdesk.plans.tokens import is_telling, needles_of, runs_of
from fsdesk.plans.tokens.slips import is_inside, is_within

HIDDEN = [
    "Rossmuir Primary",
    "14 Corrie Wynd",
    "Skelbeg library",
    "ZX14 3QF",
    "0141 496 0188",
    "the yellow stair",
    "Kirsty's flat",
    "3 Park Road",
]
NEEDLES = needles_of(HIDDEN, ["Kirsty", "Ewan"])
LETTERS = st.text(string.ascii_lowercase, min_size=5, max_size=14)


@pytest.mark.parametrize(
    "text",
    [
        "walk to Rossmuir Primary with Isla",
        "ROSSMUIR",
        "Rosmuir",
        "Rossmuri",
        "Ross muir's gate",
        "Rossmúir",
        "Ross\u200bmuir",
        "office@rossmuirprimary.sch.uk",
        "we meet at Skelbeg",
        "Corrie Wynd",
        "fourteen Corrie Wynd",
        "ZX143QF",
        "zx14  3qf",
        "0141-496-0188",
        "+44 141 496 0188",
        "٠١٤١ ٤٩٦ ٠١٨٨",
        "oh one four one four nine six oh one eight eight",
        "up the Yellow Stairs",
        "at Kirsty's flat",
        "Park Road",
    ],
)
def test_a_hidden_place_is_found_however_it_is_written(text):
    """Case, accents, spacing, plural, digit forms and one slip per five letters do not hide a token."""
    assert NEEDLES.are_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Isla starts primary school",
        "the library on Saturdays",
        "a yellow jumper",
        "Kirsty and Ewan",
        "the flat needs a new door",
        "0141 496 0117",
        "14 sausages",
        "in the park, by the road",
        "mornings are calm",
        "",
        "!",
    ],
)
def test_ordinary_words_hide_nothing(text):
    """One common word of a longer token does not match, nor does another number of the same exchange."""
    assert not NEEDLES.are_in(text)


def test_a_token_of_one_common_word_is_looked_for_as_it_stands():
    """Whoever seals the one word "library" gets it sealed."""
    assert needles_of(["library"]).are_in("we meet at the library")


def test_a_token_without_letters_is_looked_for_sign_by_sign():
    """A picture used as a place's nickname is found too."""
    assert needles_of(["🏠"]).are_in("see you at 🏠 on Monday")


def test_nothing_to_hide_finds_nothing():
    """Without tokens no text gives anything away."""
    assert not needles_of(["", "  "]).are_in("anything at all")


def test_a_number_has_to_be_the_same():
    """The house next door is not the hidden one when only whole lines are looked for."""
    assert not needles_of(["27 Weaver Street"], parts=False).are_in("the whole of Weaver Street")


def test_scripts_that_join_words_are_looked_through_without_word_boundaries():
    """An Arabic street is found behind its preposition."""
    assert needles_of(["شارع النيل"]).are_in("نلتقي في شارع النيل غدا")


def test_what_is_hidden_is_not_in_the_representation():
    """Needles written into a log by accident say nothing."""
    assert "ossmuir" not in repr(NEEDLES) + str(NEEDLES)


@pytest.mark.parametrize(
    ("place", "telling"), [("Rowan Hall", True), ("3 Mill Lane", True), ("the library", False)]
)
def test_a_place_is_telling_when_it_is_more_than_its_kind(place, telling):
    """Any town has a library; "Rowan Hall" is one place."""
    assert telling is is_telling(place)


@given(LETTERS, st.data())
def test_a_word_with_one_slip_is_found(word, data):
    """A letter missing, added, changed or changed round does not hide a word of five letters or more."""
    at = data.draw(st.integers(0, len(word) - 1))
    sign = data.draw(st.sampled_from(string.ascii_lowercase))
    slips = [
        word[:at] + word[at + 1 :],
        word[:at] + sign + word[at:],
        word[:at] + sign + word[at + 1 :],
        word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
    ]

    assert needles_of([word]).are_in(f"walk to {data.draw(st.sampled_from(slips))} today")


@given(LETTERS, st.lists(st.integers(1, 13), max_size=3), st.sampled_from([" ", "-", "\n", ", "]))
def test_spaces_inside_a_word_do_not_hide_it(word, cuts, between):
    """A token spread over words is found."""
    pieces, last = [], 0
    for cut in sorted({cut for cut in cuts if cut < len(word)}):
        pieces, last = [*pieces, word[last:cut]], cut
    assert needles_of([word]).are_in(f"see {between.join([*pieces, word[last:]])}!")


@given(LETTERS, LETTERS)
def test_a_word_that_is_far_from_it_is_no_hit(word, other):
    """A word more slips away than are forgiven gives nothing away."""
    assume(not is_within(word, other, max(len(word) // 5, 1) + 1))
    assume(word not in other)
    assume(all(not is_within(word, other[:cut], 2) for cut in range(len(other))))

    assert not needles_of([word]).are_in(other)


@given(
    st.text(string.ascii_lowercase, max_size=8),
    st.text(string.ascii_lowercase, max_size=8),
    st.integers(0, 4),
)
def test_slips_are_counted_the_same_from_either_side(one, other, slips):
    """Nearness has no direction, and grows with the slips forgiven."""
    assert is_within(one, other, slips) == is_within(other, one, slips)
    assert not is_within(one, other, slips) or is_within(one, other, slips + 1)


@given(st.text(string.ascii_lowercase, min_size=1, max_size=8), st.text(max_size=8), st.text(max_size=8))
def test_a_needle_is_inside_any_text_around_it(needle, before, after):
    """Whatever stands round it, the needle itself is found without a slip."""
    assert is_inside(needle, before + needle + after, 0)


PRIVATE = runs_of(["I like that da disnae ken wur hoose.", "Just scared."])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He said: i like THAT da disnae ken wur hoose", True),
        ("that da disnae ken wur", True),
        ("da disnae ken", False),
        ("just scared", False),
        ("", False),
    ],
)
def test_private_words_are_known_by_five_in_a_row(text, told):
    """Five private words in a row are a repetition; fewer, or a saying of two words, are chance."""
    assert told is PRIVATE.are_in(text)
