from __future__ import annotations

from datetime import date

import pytest

from fsdesk.plans import samples
from fsdesk.plans.examples import a_bare_plan, a_child, a_matter, a_no, a_voice
from fsdesk.plans.model import ScratchNote, Span
from fsdesk.ui.look.voices import Heard
from fsdesk.ui.presenters.entries import NOTE_STAYS, entries_of, strip_sentence, together, voices_heard

TODAY = date(2026, 11, 12)


def headings(name: str) -> list[str]:
    return [entry.heading for entry in entries_of(samples.load(name), TODAY)]


def test_what_matters_most_stands_first_and_the_workers_notes_last():
    assert [
        "What matters most to us",
        "Ify’s drawing, 25 June",
        "Watching Jude, together, 2 July",
        "Watching Emeka, together, 2 July",
        "Callum’s words, 25 June",
        "Adaeze’s words, 27 June",
        "Your note",
    ] == headings("F1")


@pytest.mark.parametrize("name", list(samples.CODES))
def test_every_word_of_the_plans_voices_stands_on_a_card(name):
    """Nothing that somebody said is left out, and nothing is said twice."""
    plan = samples.load(name)
    shown = [field.text for entry in entries_of(plan, TODAY) for field in entry.fields if field.text]
    said = [span.text for record in (*plan.matters, *plan.voices) for span in record.words]

    assert sorted(shown) == sorted({*shown})
    assert set(said) <= set(shown)


def test_somebodys_own_words_are_never_read_for_wording():
    """Only the worker's are: what was seen, what was answered, notes."""
    fields = [field for entry in entries_of(samples.load("F3"), TODAY) for field in entry.fields]

    assert {"They say I'm mental and a wee shite."} <= {field.text for field in fields if field.is_own_words}
    assert {"That was hard to hear said. Sam will ask you first."} == {
        field.text for field in fields if field.is_read
    }


def test_a_card_says_who_may_see_it():
    """Jamie's words for his worker stay folded away, whoever looks on."""
    by_words = {entry.fields[0].text: entry for entry in entries_of(samples.load("F4"), TODAY)}

    assert "Only for Kirsty" == by_words["it was pure volatile"].seen_by
    assert "Only for you, on no paper" == by_words["I like that da disnae ken wur hoose."].seen_by
    assert "Only on Jamie’s own page" == by_words["I want to see da's dog."].seen_by
    assert [False, True, True] == [
        by_words[words].is_private
        for words in (
            "it was pure volatile",
            "I like that da disnae ken wur hoose.",
            "I want to see da's dog.",
        )
    ]


def test_a_note_says_that_it_stays():
    plan = a_bare_plan(scratch=[ScratchNote(id="n", text=(Span(text="Bring change."),))])
    [entry] = entries_of(plan, TODAY)

    assert (NOTE_STAYS, Heard.WORKER) == (entry.seen_by, entry.sign.heard)


def test_words_that_run_right_to_left_keep_their_way_and_their_translation():
    [first, *_] = entries_of(samples.load("F5"), TODAY)

    assert first.fields[0].is_right_to_left
    assert "We want to stay together" in first.fields[0].below[0]
    assert first.fields[0].below[0].endswith("(in English, by Bridgeway Translation)")


def test_a_picture_stands_with_its_caption():
    [*_, yousef] = entries_of(samples.load("F5"), TODAY)

    [picture] = yousef.pictures

    assert "Yousef's bus, with all five of us in it" == picture.caption == picture.name


def test_the_strip_says_who_was_heard_and_who_is_not_there_yet():
    """By the same reading as the rules: a helper and somebody not in the plan are on neither side."""
    assert (
        "Voices heard: Adaeze, Callum, Ify by picture, Jude by watching together, Emeka by watching together. "
        "Not yet: Nana Reid."
    ) == strip_sentence(voices_heard(samples.load("F1")))
    assert "Voices heard: nobody yet. Not yet: Shona, Kyle, Lexi." == strip_sentence(
        voices_heard(samples.load("F2"))
    )
    assert "Voices heard: Moira, Rory." == strip_sentence(voices_heard(samples.load("F6")))


def test_would_rather_not_is_an_answer():
    plan = a_bare_plan(people=[a_child("Finn", 9)], voices_declined=[a_no("finn")])

    assert ["rather not today"] == [voice.how for voice in voices_heard(plan)]


def test_a_voice_of_somebody_who_is_gone_from_the_plan_is_still_shown():
    """Their words do not vanish with their record."""
    plan = a_bare_plan(voices=[a_voice("nobody", "I was here.")], matters=[a_matter("Tea", person="nobody")])

    assert ["Tea", "I was here."] == [entry.fields[0].text for entry in entries_of(plan, TODAY)]


@pytest.mark.parametrize(
    ("expected", "names"),
    [("", []), ("Rory", ["Rory"]), ("A and B", ["A", "B"]), ("A, B and C", ["A", "B", "C"])],
)
def test_names_are_said_together(expected, names):
    assert expected == together(names)
