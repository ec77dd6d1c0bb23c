"""Whole sentences said more kindly: the same fact, nothing added, and nothing met in what comes out."""

from __future__ import annotations

import re

import pytest

from fsdesk.plans.wording import read, reworded
from tests.bench.wording_lines import lines_of

KINDER = [
    ("Kirsty failed to attend the clinic on 3 May.", "Kirsty was not at the clinic on 3 May."),
    ("They did not attend the meeting on Friday.", "They were not at the meeting on Friday."),
    ("Donna refused a support worker.", "Donna said no to a support worker."),
    ("He refuses to speak to the nurse.", "He does not want to speak to the nurse."),
    ("Sam suffers from autism.", "Sam has autism."),
    ("He is wheelchair-bound and plays boccia.", "He uses a wheelchair and plays boccia."),
    ("Nadia claims that she has given up smoking.", "Nadia says that she has given up smoking."),
    ("Kelly has failed to engage with us.", "We have not found a way that works for Kelly yet."),
    ("He is hard to reach.", "We have not found the right way to reach him yet."),
    ("The siblings were separated in June.", "The brothers and sisters were separated in June."),
    ("You must ring us by Friday.", "Please ring us by Friday."),
    ("Contact with Dad is on Saturdays.", "Time with Dad is on Saturdays."),
    ("Uncle Rob committed suicide in May.", "Uncle Rob died by suicide in May."),
    ("We will utilise the hall prior to the party.", "We will use the hall before the party."),
]


def kinder(text: str) -> list[str]:
    return [one.sentence for one in reworded(text)]


@pytest.mark.parametrize(("text", "said"), KINDER)
def test_a_sentence_is_offered_whole(text, said):
    """With its names, its dates and its fact."""
    assert [said] == kinder(text)


@pytest.mark.parametrize("text", [text for text, _ in KINDER])
def test_what_is_offered_is_met_by_nothing(text):
    """It would itself pass."""
    assert [] == [read(said) for said in kinder(text) if read(said)]


@pytest.mark.parametrize(
    "text",
    [
        "She failed to ring back and is lazy.",
        "This is a troubled family.",
        "Kelly absconded and is manipulative.",
        "Kelly came on Tuesday and brought scones.",
        "",
    ],
)
def test_where_one_word_has_no_other_nothing_is_offered(text):
    """Half a rewording would still hurt."""
    assert [] == kinder(text)


def test_each_sentence_of_a_text_stands_alone():
    """With its place in the text."""
    text = "Anna absconded twice. It rained. Sam suffers from autism."
    first, second = reworded(text)

    assert "Anna absconded twice." == text[first.start : first.end]
    assert ("Anna ran away twice.", "Sam has autism.") == (first.sentence, second.sentence.strip())
    assert "Sam suffers from autism." == text[second.start : second.end].strip()


def _facts(text: str) -> set[str]:
    """Numbers, and words with a capital that do not begin the sentence."""
    return set(re.findall(r"\d+|(?<=[a-z,] )[A-Z][a-z]+", text))


def test_no_rewording_of_a_labelled_line_is_met_or_loses_a_name_or_number():
    """On every line of the tuning half that has one."""
    offered = [
        (line.text[one.start : one.end], one.sentence, line)
        for line in lines_of("tuning")
        for one in reworded(line.text, line.field, line.lang, line.names)
    ]

    assert offered
    assert [] == [said for _, said, line in offered if read(said, line.field, line.lang, line.names)]
    assert [] == [(old, said) for old, said, _ in offered if not _facts(old) <= _facts("a " + said)]
