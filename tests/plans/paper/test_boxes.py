"""The boxes of a printed edition are those on its paper, word for word."""

from __future__ import annotations

import pytest

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans import samples
from fsdesk.plans.paper.boxes import FACES, Box, Kind, boxes_of
from fsdesk.plans.sheet import boxes_of as boxes_printed
from fsdesk.plans.sheet.questions import Ask, Asks
from tests.plans.documents.making import blocks, document, edition
from tests.plans.paper.returned import REVIEW, family

READERS = {"F1": "adaeze", "F2": "shona", "F3": "donna", "F5": "rania", "F6": "moira"}


def noted(plan: m.Plan, reader: str) -> m.PrintEdition:
    """The edition as it is kept."""
    held = boxes_printed(edition(plan, REVIEW, reader))
    return m.PrintEdition(id="e", letter="B", reader=reader, format=REVIEW, boxes=held)


def sides(plan: m.Plan, reader: str) -> list[tuple[Box, Ask]]:
    """Each box with the question on the paper."""
    asked = [row for block in blocks(document(plan, REVIEW, reader), Asks) for row in block.rows]
    return list(zip(boxes_of(noted(plan, reader), plan), asked, strict=True))


def said(ask: Ask) -> str:
    """The printed words of a question."""
    return " ".join(["".join(run.text for run in line) for line in ask.lines] + [ask.before])


@pytest.mark.parametrize(("name", "reader"), READERS.items())
def test_each_box_asks_in_the_words_of_the_paper(name, reader):
    """For somebody of each family who may have paper: number, words, ticks and faces."""
    found = sides(samples.load(name), reader)

    assert len(found) > 8
    for box, ask in found:
        assert ask.number == box.number
        assert box.text in said(ask)
        assert ask.ticks == tuple(one.text for one in box.ticks)
        assert [one.face.value for one in ask.faces] == (list(FACES) if box.has_number else [])


def test_the_words_are_those_of_the_version_that_was_printed():
    """A goal worded anew since is asked about as it stood on the paper."""
    plan = family()
    kept = noted(plan, "ailsa")
    later = family(goals=[ex.a_goal("Tea on Fridays.")])

    assert "Tea together." == boxes_of(kept, plan)[0].text
    assert "Tea on Fridays." == boxes_of(kept, later)[0].text


def test_a_box_about_something_unknown_still_takes_an_answer():
    """A question that this program does not know loses nobody's words."""
    kept = m.PrintEdition(id="e", letter="B", format=REVIEW, boxes=("a-new-question",))

    assert (Box("1", "a-new-question", Kind.UNKNOWN, ""),) == boxes_of(kept, family())
