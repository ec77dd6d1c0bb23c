from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans.wording import alternatives, inflect, tokens


def forms(text: str) -> list[str]:
    return [word.form for word in tokens.words_of(0, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tyler's bike", ["tyler", "'s", "bike"]),
        ("they're late", ["they", "'re", "late"]),
        ("didn’t", ["didn't"]),
        ("hard-to-reach", ["hard", "to", "reach"]),
        ("home/school", ["home", "school"]),
        ("a - b", ["a", "-", "b"]),
        ("re\u00adspite", ["respite"]),
        ("x3.", ["x3", "."]),
        ("snake_case", ["snake", "_", "case"]),
        ("", []),
    ],
)
def test_a_sentence_is_its_words_and_signs(text, expected):
    """A hyphen parts, an ending such as 's stands alone, invisible marks are not there."""
    assert expected == forms(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", " Two!", " Three?"]),
        ("At 3.5 percent. Next", ["At 3.5 percent.", " Next"]),
        ("See Dr. Shah. Next", ["See Dr. Shah.", " Next"]),
        ("line\nline", ["line", "line"]),
        ("no stop", ["no stop"]),
    ],
)
def test_a_text_is_its_sentences(text, expected):
    """A full stop in a number or after Dr. ends none."""
    assert expected == [piece for _, piece in tokens.pieces(text)]


@given(st.text())
def test_pieces_and_words_stand_where_they_say(text):
    """Every word is found again at its place."""
    for begin, piece in tokens.pieces(text):
        assert text[begin : begin + len(piece)] == piece
        for word in tokens.words_of(begin, piece):
            assert begin <= word.start < word.end <= begin + len(piece)


@given(st.text())
def test_the_quick_look_sees_the_same_words(text):
    """What the quick look misses could never be met."""
    for begin, piece in tokens.pieces(text):
        forms = {word.form for word in tokens.words_of(begin, piece) if word.form[0].isalnum()}

        assert forms <= set(tokens.loose_words(piece))


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("fail", {"fail", "fails", "failed", "failing"}),
        ("refuse", {"refuse", "refuses", "refused", "refusing"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("miss", {"miss", "misses", "missed", "missing"}),
        ("minimise", {"minimise", "minimised", "minimize", "minimized", "minimising", "minimizing"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
    ],
)
def test_a_verb_takes_its_forms(verb, expected):
    """Both spellings of -ise."""
    assert expected <= set(inflect.verb_forms(verb, {}))


def test_a_doubled_letter_and_its_slip_are_both_forms():
    """Stopped, and stoped as it may be typed."""
    assert {"stopped", "stoped", "stopping"} <= set(inflect.verb_forms("stop", {}))


def test_forms_that_follow_no_rule_are_listed():
    """From the word lists."""
    assert ("say", "says", "said") == inflect.verb_forms("say", {"say": ("says", "said")})
    assert ("child", "children") == inflect.noun_forms("child", {"child": ("children",)})


@given(st.lists(st.text("ab c'", min_size=1).filter(str.strip), min_size=1))
def test_an_expression_for_many_words_finds_each_and_no_other(words):
    """However many begin alike."""
    import re

    spelt = [" ".join(word.split()) for word in words]
    expression = re.compile(alternatives.one_of(spelt, " "))

    assert all(expression.fullmatch(word) for word in spelt)
    assert not expression.fullmatch("".join(spelt) + "x")
