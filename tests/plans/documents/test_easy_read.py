from __future__ import annotations

from typing import Any

import pytest

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.model.goals import EasyLine
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet.easy import NoEasyLines, NotReadBack, TooLong
from fsdesk.plans.sheet.easy_rows import EasyRow, EasyRows, Picture
from tests.plans.documents.making import blocks, document, said

EASY = PrintFormat.EASY_READ


def line(text: str, of: str = "goal", **over: Any) -> EasyLine:
    """Return a sentence that was read back."""
    return ex.a_record(EasyLine, **({"of": of, "text": text, "read_back_on": ex.TODAY} | over))


def page(*lines: EasyLine, **over: Any) -> Any:
    """Return the easy read of a plan with these sentences."""
    return document(ex.a_plan(easy_lines=list(lines), **over), EASY)


def rows(sheet: Any) -> list[EasyRow]:
    """Return every row of it."""
    return [row for block in blocks(sheet, EasyRows) for row in block.rows]


def test_only_sentences_that_were_chosen_are_there():
    """What the plan says at length is not shortened by the program: it is not on the page."""
    told = said(page(line("We eat tea together.")))

    assert "We eat tea together." in told
    assert "three times a week" not in told
    assert "Saturday" not in told


def test_a_sentence_that_was_not_read_back_holds_the_page():
    """Chosen and confirmed together, or not printed; the reason gives nothing away."""
    with pytest.raises(NotReadBack) as held:
        page(line("We eat tea together."), line("Mum sleeps.", read_back_on=None))

    assert "Mum" not in str(held.value)


def test_without_any_sentence_the_page_waits():
    """A page of fixed words alone would be nobody's plan."""
    with pytest.raises(NoEasyLines):
        page()


@pytest.mark.parametrize(
    "text",
    [
        "We want to eat our tea together at the big table three times every week.",
        "We eat. We talk. We laugh.",
    ],
)
def test_a_long_sentence_or_a_third_one_holds_the_page(text):
    """At most twelve words a sentence and two sentences a row."""
    with pytest.raises(TooLong):
        page(line(text))


def test_every_row_has_one_picture_and_one_or_two_short_sentences():
    """The fixed rows too, with a day, a time and a place in them."""
    meeting = m.NextReview(on=ex.day(20), at="15:45", place="the library")
    made = rows(page(line("We eat tea together."), next_review=meeting))

    assert all(isinstance(row.picture, Picture) and 1 <= len(row.lines) <= 2 for row in made)
    assert [] == [one for row in made for one in row.lines if len(said((one,)).split()) > 12]


@pytest.mark.parametrize(
    ("at", "spoken"),
    [
        ("15:45", "quarter to 4"),
        ("10:30", "half past 10"),
        ("09:15", "quarter past 9"),
        ("12:00", "12 o’clock"),
    ],
)
def test_the_clock_is_said_in_words(at, spoken):
    """As people say it."""
    meeting = m.NextReview(on=ex.day(20), at=at)

    assert f"We meet at {spoken}." in said(page(line("We eat."), next_review=meeting))


def test_a_picture_that_is_not_there_gives_way_to_that_of_its_part():
    """A goal has a sprout, whatever name somebody typed; a chosen picture is kept."""
    made = rows(page(line("We eat.", id="a", picture="unicorn"), line("We sing.", id="b", picture="music")))
    own = {said(row.lines): row.picture for row in made}

    assert (Picture.SPROUT, Picture.MUSIC) == (own["We eat."], own["We sing."])


def test_no_picture_is_of_a_feeling():
    """A symbol must not name what the family did not."""
    assert set() == {str(one) for one in Picture} & {"sad", "happy", "angry", "afraid", "face", "smile"}


def test_a_sentence_about_what_this_reader_may_not_see_is_not_there():
    """Its record decides, not the sentence alone."""
    secret = ex.a_goal("Move out.", id="secret", audience=m.Audience(to=m.Reach.MY_WORKER))
    sheet = page(
        line("We eat."),
        line("We move house soon.", id="x", of="secret"),
        goals=[ex.a_goal(id="goal"), secret],
    )

    assert "We move house" not in said(sheet)


def test_ninety_rows_are_not_easy_to_read():
    """More than twelve sides hold the page."""
    with pytest.raises(TooLong, match="12 sides"):
        page(*(line("We eat.", id=f"e{at}") for at in range(90)))
