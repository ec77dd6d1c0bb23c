from __future__ import annotations

import re
from pathlib import Path

import pytest

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.sheet import edition_letter
from fsdesk.plans.sheet.letters import LETTERS
from fsdesk.plans.sheet.phrases import phrases

SAY = phrases()
ROOT = Path(__file__).parents[2]


def test_every_phrase_in_the_pack_is_used_and_every_phrase_used_is_there():
    """The English pack has nothing too much; what the program asks for by a made-up name is checked by its values."""
    code = "\n".join(
        path.read_text()
        for path in (Path(__file__).parents[2] / "fsdesk").rglob("*.py")
        if "sheet" in path.parts or "printing" in path.parts
    )
    unused = [
        name for name in _names(SAY._words) if name not in code and name.rsplit(".", 1)[0] not in _BY_VALUE
    ]

    assert [] == [one for one in unused if one not in _ALLOWED]


@pytest.mark.parametrize(
    "table", ["document", "child", "review", "said", "easy", "clock", "recovery", "cards"]
)
def test_every_phrase_of_a_document_is_named_in_the_code(table):
    """The last part of its name stands there, or is a value of the model."""
    code = "\n".join(path.read_text() for path in (ROOT / "fsdesk" / "plans" / "sheet").rglob("*.py"))
    values = {str(one) for one in (*m.FeedbackState, *m.PrintFormat, "worker", "lead")}
    values |= {f"count_{one}" for one in m.FeedbackState}

    bare = {one: one.removesuffix("_hint") for one in SAY._words[table] if one not in values}
    unused = [one for one, named in bare.items() if not re.search(rf"[\".]{named}\b", code)]

    assert [] == unused


_BY_VALUE = {
    "areas",
    "topics",
    "articles",
    "needs",
    "slots",
    "weather",
    "kinds",
    "languages",
    "tasks",
    "support",
    "ties",
}
_BY_VALUE |= {"child", "review", "said", "easy", "clock", "recovery", "cards", "faces", "document"}
_BY_VALUE |= {"wellbeing", "agreement", "sharing", "dates", "opening", "pack", "list"}
_ALLOWED: set[str] = set()


def _names(held: dict, before: str = "") -> list[str]:
    return [
        name
        for key, value in held.items()
        for name in (_names(value, f"{before}{key}.") if isinstance(value, dict) else [f"{before}{key}"])
    ]


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("areas", m.Area),
        ("topics", m.AboutTopic),
        ("needs", m.Need),
        ("slots", m.Slot),
        ("weather", m.Weather),
        ("ties", m.Line),
        ("support", m.Choice),
        ("sharing", m.Consent),
    ],
)
def test_every_value_of_the_model_has_its_words(table, values):
    """No state of a plan is without a word on paper."""
    assert [] == [one for one in values if not SAY.text(f"{table}.{one}")]


def test_every_right_has_plain_words():
    """All 42 articles that can be chosen, and those after them that no family needs, have or need no words."""
    assert [] == [one for one in range(1, 43) if not SAY.text(f"articles.{one}")]


def test_no_phrase_shouts_or_blames():
    """Printed words follow the tone: no exclamation mark, none of the words that are never used."""
    words = " ".join(SAY.fixed()).lower()
    never = (
        "!",
        "failed",
        "invalid",
        "illegal",
        "abort",
        "case ",
        "client",
        "score",
        "service user",
        "engage",
        "must ",
    )

    assert [] == [one for one in never if one in words]


def test_a_list_reads_as_a_person_says_it():
    """One, two and three names are joined as in speech."""
    assert ["", "Ify", "Ify and Jude", "Ify, Jude and Emeka"] == [
        SAY.joined(names) for names in ([], ["Ify"], ["Ify", "Jude"], ["Ify", "Jude", "Emeka"])
    ]


@pytest.mark.parametrize(
    ("clock", "spoken"),
    [
        ("00:05", "12.05 in the morning"),
        ("09:00", "9 in the morning"),
        ("12:00", "12\u00a0noon"),
        ("18:30", "6.30 in the evening"),
    ],
)
def test_a_clock_reads_as_a_person_says_it(clock, spoken):
    """Times are said with the part of the day."""
    assert spoken == SAY.clock(clock)


def test_a_reader_keeps_the_letter_once_drawn():
    """A letter that was kept for a reader is that reader's; nobody else gets it."""
    kept = ex.a_record(m.PrintEdition, letter="Q", reader="ailsa")
    plan = ex.a_plan(print_editions=[kept])

    assert "Q" == edition_letter(plan, "ailsa")
    assert "Q" != edition_letter(plan, "finn")
    assert edition_letter(plan, "finn") == edition_letter(plan, "finn")


def test_letters_are_in_no_sequence_and_none_is_misread():
    """Drawn letters follow from random ids, not from the order of readers, and no I, L, O or U is among them."""
    plan = ex.a_plan()
    drawn = [edition_letter(plan, f"reader-{at}") for at in range(40)]

    assert set(drawn) <= set(LETTERS)
    assert drawn != sorted(drawn)
    assert len(set(drawn)) > 10


@pytest.mark.parametrize("kept", ["", "Ailsa", "a", "Ж", "BB"])
def test_only_one_plain_letter_is_taken_as_kept(kept):
    """What a document keeps as a letter stands at the foot of every side: anything else is drawn anew."""
    plan = ex.a_plan(print_editions=[ex.a_record(m.PrintEdition, letter=kept, reader="ailsa")])

    assert edition_letter(plan, "ailsa") in LETTERS
