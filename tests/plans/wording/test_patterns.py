from __future__ import annotations

import pytest

from fsdesk.plans.wording import catalogue
from fsdesk.plans.wording.constructions import construct
from fsdesk.plans.wording.patterns import BadPattern
from fsdesk.plans.wording.tokens import Sentence, words_of

WORDS = catalogue.load().words


def found(written: str, text: str) -> list[str]:
    """What a construction finds in a text in which no capital letter is a name but Finn's."""
    words = words_of(0, text)
    sentence = Sentence(words, [word.form == "finn" for word in words])
    hits = []
    for made in construct(written, WORDS):
        for match in made.expression.finditer(sentence.line):
            said = "said" if "said" in match.re.groupindex and match["said"] else 0
            first, last = sentence.words_between(*match.span(said))
            hits.append(text[words[first].start : words[last - 1].end])
    return hits


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        ("respite", "a respite week", ["respite"]),
        ("respite", "respites", []),
        ("fail~ to", "he fails to, she failed to", ["fails to", "failed to"]),
        ("sibling+", "one sibling, two siblings", ["sibling", "siblings"]),
        ("family+", "families", ["families"]),
        ("(hard to reach|hidden) family", "a hidden family", ["hidden family"]),
        ("very ?really chaotic", "very chaotic", ["very chaotic"]),
        ("very ?really chaotic", "very really chaotic", ["very really chaotic"]),
        ("known _2 police", "known to the police", ["known to the police"]),
        ("known _2 police", "known to all the police", []),
        ("known _2 police", "known, so police", []),
        ("known _ police", "known to police", ["known to police"]),
        ("known _ police", "known police", []),
        ("@pronoun refuse~", "she refuses", ["she refuses"]),
        ("@name refuse~", "Finn refuses", ["Finn refuses"]),
        ("@name refuse~", "she refuses", []),
        ("with {contact} visit", "with contact visit", ["contact"]),
        ("contact !(lens|number)", "contact lens, contact visit", ["contact"]),
        ("^ refer~", "Referred by school", ["Referred"]),
        ("^ {refer~}", "- 1. Referred by school", ["Referred"]),
        ("^ refer~", "she is referred", []),
        ("late $", "always late.", ["late"]),
        ("late $", "late again", []),
        ("if , else", "if, else", ["if, else"]),
        ("who 's", "who's", ["who's"]),
        ("didn't attend", "didn’t attend", ["didn’t attend"]),
        ("(a|b c)", "b c", ["b c"]),
        ("non compliant", "non-compliant", ["non-compliant"]),
    ],
)
def test_a_construction_finds_what_it_says(written, text, expected):
    """Word by word, whole words only."""
    assert expected == found(written, text)


def test_a_word_may_be_refused_before_it():
    """The reader looks at the word that stands before."""
    (made,) = construct("!<(work|school) placement+", WORDS)

    assert {"work", "school"} == made.not_after


def test_what_calls_for_a_construction_is_its_rarest_words():
    """So that most sentences never run its expression."""
    (made,) = construct("to the contact", WORDS)

    assert ({"contact"}, 2) == (set(made.triggers), len(made.needs))


def test_a_choice_is_looked_for_way_by_way():
    """Each by words of its own."""
    assert [{"hidden"}, {"feckless"}] == [
        set(made.triggers) for made in construct("(hidden|feckless)", WORDS)
    ]


@pytest.mark.parametrize(
    "written",
    ["", "?maybe", "(a", "a)", "a|b", "{a", "@nobody", "a+b+", "two?", "_5", "!not", "<odd>", "$", "a.b"],
)
def test_what_cannot_be_read_is_refused(written):
    """With the construction named."""
    with pytest.raises(BadPattern):
        construct(written, WORDS)


def test_every_construction_of_the_catalogue_can_be_looked_for():
    """Expressions are compiled when they are called for: here, all are."""
    for candidate in catalogue.load().candidates:
        assert candidate.construction.expression.groups <= 1
    for entry in catalogue.load().entries.values():
        assert all(one.expression.pattern for one in entry.unless)
