from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans.wording import read

MET = {
    "W-01": [
        ("The Mackies are a troubled family.", "X001", "troubled family"),
        ("A hard-to-reach household.", "X002", "hard-to-reach"),
        ("Home life is really chaotic just now.", "X003", "chaotic"),
        ("They are well known to the police.", "X009", "well known to the police"),
        ("She was being manipulative with staff.", "X013", "manipulative"),
        ("He does it to seek attention.", "X014", "attention"),
        ("Kieran became aggressive in class.", "X016", "aggressive"),
        ("Another single parent family.", "X047", "single parent family"),
    ],
    "W-02": [
        ("Donna has repeatedly failed to engage with us.", "X026", "failed to engage"),
        ("Engagement remains poor.", "X027", "poor"),
        ("Paul was reluctant to accept a visit.", "X027", "reluctant to accept"),
        ("DNA x2, letter sent.", "X028", "DNA"),
        ("Shona didn't turn up again.", "X028", "didn't turn up"),
        ("He has refused every offer.", "X029", "refused"),
        ("Donna's refusal to open the door.", "X029", "refusal"),
        ("Non-compliance with the plan.", "X030", "Non-compliance"),
        ("She lacks any insight.", "X034", "insight"),
        ("Shona is unwilling to try it.", "X035", "unwilling to"),
        ("There is a lack of clear boundaries.", "X039", "lack of clear boundaries"),
        ("Lexi's dad fails to see that.", "X033", "fails to see that"),
    ],
    "W-06": [
        ("Contact with his father is on Saturdays.", "X081", "Contact"),
        ("Supervised contact went well.", "X081", "contact"),
        ("The placement broke down at Easter.", "X084", "placement broke down"),
        ("He was placed with foster carers.", "X083", "placed"),
        ("A week of respite was booked.", "X085", "respite"),
        ("Both are LAC.", "X086", "LAC"),
        ("Three siblings share the room.", "X087", "siblings"),
        ("Rory absconded on Friday.", "X092", "absconded"),
        ("They were taken into care.", "X097", "taken into care"),
        ("A family of asylum seekers.", "X098", "asylum seekers"),
        ("To reach his full potential.", "X144", "full potential"),
    ],
}
ALL_MET = [
    pytest.param(rule, *case, id=f"{case[1]} {case[0]}") for rule, cases in MET.items() for case in cases
]


def entries(text: str, field: str = "worker", **more: object) -> list[tuple[str, str]]:
    return [(one.entry, one.span) for one in read(text, field, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize(("rule", "text", "entry", "span"), ALL_MET)
def test_words_that_can_hurt_are_met_with_a_kinder_one(rule, text, entry, span):
    """By rule and entry, with the exact words, why, and what could stand there instead."""
    found = next(one for one in read(text) if one.entry == entry)

    assert (rule, span) == (found.rule, found.span)
    assert text[found.start : found.end] == span
    assert found.why
    assert found.instead


@pytest.mark.parametrize(
    "text",
    [
        "I was pure hard to reach when I was on nights.",
        "He refuses to go, and he is lazy, and contact is rubbish.",
        "Referred due to chaotic lifestyle.",
    ],
)
def test_nothing_is_ever_met_in_a_familys_own_words(text):
    """Words are owned by people."""
    assert entries(text)
    assert [] == entries(text, "family_words")


@pytest.mark.parametrize(
    "text",
    [
        "Ewan held Kirsty by the throat in May; Jamie saw it.",
        "He hit her with a belt and failed to call an ambulance.",
        "Sexual abuse by an uncle. Neglect: no food for three days.",
        "She took an overdose; he refuses to talk; he was aggressive and drunk.",
        "Contact with him is not safe. The placement broke down.",
    ],
)
def test_plain_facts_of_a_serious_worry_are_never_met(text):
    """Nothing there is softened."""
    assert [] == entries(text, "safety")


def test_fog_in_a_serious_worry_is():
    """Plain is kinder, there above all."""
    assert {"W-15"} == {one.rule for one in read("Concerns re an inappropriate incident.", "safety")}


@pytest.mark.parametrize(
    "text",
    [
        'Callum said, "I was pure hard to reach."',
        "Rory told Dan: “I'm chaotic but I'm no bad.”",
        "Moira says 'he refuses his tea', laughing.",
        '"They called us a problem family," Adaeze said.',
        'Tyler: "They say I am attention seeking."',
    ],
)
def test_words_between_quotation_marks_are_somebodys_when_a_speaker_is_named(text):
    """They are left as they were said."""
    assert [] == entries(text)


def test_words_between_quotation_marks_without_a_speaker_are_the_workers():
    """Whose words are these?"""
    assert [("X002", "hard to reach")] == entries('described as "hard to reach"')


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr Chaotic plays on Friday.", {"Chaotic"}),
        ("They were at the Hard To Reach Cafe.", {"Hard To Reach Cafe"}),
        ("They meet at the hard to reach cafe.", {"Hard to Reach Cafe"}),
        ("The Respite project is theirs.", {"respite", "Respite"}),
    ],
)
def test_names_are_left_alone(text, names):
    """People's, places', and what the worker chose to keep."""
    assert [] == entries(text, names=frozenset(names))


@pytest.mark.parametrize(
    "text", ["They saw the Siblings Theatre.", "They used the Hard to Reach Families project."]
)
def test_a_capital_letter_inside_a_sentence_is_a_name(text):
    """Projects and places are called as they are called."""
    assert [] == entries(text)


def test_another_language_is_not_read():
    """No machine judges words it does not know."""
    assert [] == entries("hard to reach", lang="ar")
    assert [("X002", "hard to reach")] == entries("hard to reach", lang="en-GB")


@pytest.mark.parametrize(
    "text",
    [
        "Callum is not hard to reach at all.",
        "This is no longer a chaotic household.",
        "She isn't a troubled teenager.",
        "He has never refused.",
        "They didn't fail to engage.",
    ],
)
def test_a_no_before_it_is_a_no(text):
    """Up to three words before."""
    assert "W-01" not in {one.rule for one in read(text)} | {one.rule for one in read(text)} - {"W-10"}


@pytest.mark.parametrize(
    "text",
    [
        "He did not come because the family is chaotic.",
        "It is not only a chaotic household.",
        "She does not want us there, and she is manipulative.",
    ],
)
def test_a_no_of_another_clause_is_none(text):
    """Nor is "not only"."""
    assert "W-01" in {one.rule for one in read(text)}


@pytest.mark.parametrize(
    "text",
    [
        "We failed to ring Shona back.",
        "The school failed to call.",
        "The council has repeatedly failed to fix the damp.",
        "Housing refuses to move them.",
        "The interpreter did not attend.",
        "The alarm failed to go off.",
        "The landlord sent a letter and then refused to answer.",
        "Her boiler refused to start.",
    ],
)
def test_what_a_service_or_a_thing_did_not_do_is_no_fault_of_a_family(text):
    """The subject of the verb decides."""
    assert [] == entries(text)


@pytest.mark.parametrize(
    "text",
    [
        "School reports that mum failed to attend.",
        "The nursery rang and dad refused to speak.",
        "We wrote twice and the parents failed to answer.",
        "Failed to attend x3.",
    ],
)
def test_a_person_nearer_to_the_verb_is_its_subject(text):
    """Or nobody is named: notes often leave it out."""
    assert "W-02" in {one.rule for one in read(text)}


def test_one_span_has_one_finding_the_longest():
    """To fail to engage is one thing, not two."""
    assert [("X026", "fails to engage")] == entries("Tyler fails to engage.")


def test_letters_that_are_explained_are_left_alone():
    """On first use, in brackets, either way round."""
    assert [("X069", "TAC")] == entries("TAC next week.")
    assert [] == entries("Team Around the Child (TAC) next week.")


def test_categories_can_be_left_out():
    """As absolutes are in what was observed."""
    text = "He always hides when he is angry."

    assert entries(text)
    assert [] == entries(text, quiet=frozenset({"ABSOLUTE"}))


def test_places_are_counted_in_code_points():
    """Whatever stands before."""
    found = read("😀 صباح e\u0301 respite")[0]

    assert ("respite", 10) == (found.span, found.start)


def test_words_are_met_across_hyphens_capitals_and_apostrophes():
    """As people write."""
    for text in ("THEY ARE HARD TO REACH", "a hard‑to‑reach family", "Hard-to-reach family"):
        assert ["X002"] == [one.entry for one in read(text)]
    assert entries("Mum didn’t attend.") == [("X102", "Mum"), ("X028", "didn’t attend")]


_SOME = "mum dad the a not never family failed to engage contact with placement refuses always case respite said Finn"
_ODD = (
    "always! hard-to-reach she's isn't DNA LAC \" ' “ ” ( ) . \n \ud800 \x00 \u00ad صباح 1. - — 's n't , ; :"
)
WORDY = st.lists(st.sampled_from(f"{_SOME} {_ODD}".split(" ")), max_size=40).map(" ".join)


@given(st.text() | WORDY, st.sampled_from(["worker", "safety", "action", "why_now", "family_words"]))
def test_no_text_stops_it_and_every_span_is_what_stands_there(text, field):
    """Control characters, half characters and all; findings in reading order, none over another."""
    found = read(text, field)

    assert all(text[one.start : one.end] == one.span and one.span for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert found == read(text, field)


@given(st.text(), st.frozensets(st.text(), max_size=4))
def test_no_name_stops_it(text, names):
    """Empty ones and odd ones too."""
    assert isinstance(read(text, names=names), list)


@pytest.mark.long
@pytest.mark.parametrize(
    "part",
    [
        "contact with mum ",
        "a.",
        '"',
        " 'a",
        'said "',
        "Mum failed to ",
        "x",
        "mum's ",
        "\ud800 respite ",
        "1. ",
        "\n",
    ],
)
def test_a_million_characters_are_read(part):
    """In one field, with and without a full stop."""
    assert isinstance(read(part * (1_000_000 // len(part))), list)


def test_a_hundred_thousand_characters_are_read():
    """With something to find in every third word."""
    assert 5_882 == len(read("contact with mum " * 5_882))
