"""What was typed of a sheet: read as it is, and refused in one sentence where it cannot be of that sheet."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.paper import form
from fsdesk.plans.paper.boxes import Box, Kind, Tick
from fsdesk.plans.paper.form import Form, NotAForm, NotOnTheSheet, Typed

BOXES = (
    Box("1", "goal", Kind.GOAL, "Tea together.", (Tick("yes", "Yes"), Tick("stop", "Stop")), "goals"),
    Box("2", "helped", Kind.SAID, "What helped?"),
    Box("3", "like", Kind.CHOSEN, "We’d like", (Tick("less", "less"),)),
)
WORDS = st.text() | st.sampled_from(["it wis braw\n\n", "  صباح  ", "e\u0301", "<b>&", "\t\0x"])


def of(**answer: Any) -> Form:
    """A form with one answer."""
    return Form(sheet="K7QM-3TXH 4 B 1", answers=(Typed(**{"box": 1, **answer}),))


def checked(typed: Form) -> None:
    """Hold a form to the boxes."""
    form.check(typed, BOXES, {"ailsa"}, ex.TODAY)


@given(
    st.lists(
        st.builds(Typed, box=st.sampled_from([1, 2]), words=WORDS, number=st.none() | st.integers(0, 10))
    )
)
def test_a_form_reads_back_to_the_letter(answers):
    """As it is kept while it is typed, and as a script writes it."""
    typed = Form(sheet="K7QM-3TXH 4 B 1", answers=tuple(answers))

    assert typed == form.read(form.write(typed))
    assert typed == form.read(json.dumps(json.loads(form.write(typed))).encode())


def test_an_empty_box_stays_empty():
    """Blanks alone are nothing written; a nought is an answer."""
    typed = Form(sheet="s", answers=(Typed(box=1), Typed(box=2, words=" \n"), Typed(box=1, number=0)))

    assert [Typed(box=1, number=0)] == list(form.written(typed))


def test_the_sheets_hand_and_day_count_where_a_box_names_none():
    """A box with another hand keeps that one, and nobody's name is put beside it."""
    answers = (Typed(box=1, words="a"), Typed(box=2, words="b", hand=m.Hand.CHILD))
    typed = Form(sheet="s", person="ailsa", hand=m.Hand.ADULT, on=ex.TODAY, answers=answers)
    first, second = form.written(typed)

    assert ("ailsa", m.Hand.ADULT, ex.TODAY) == (first.person, first.hand, first.on)
    assert (None, m.Hand.CHILD, ex.TODAY) == (second.person, second.hand, second.on)


@pytest.mark.parametrize(
    ("ticks", "given", "hand"),
    [
        (("children",), None, m.Hand.CHILD),
        (("worker_wrote",), None, m.Hand.WORKER_FOR_US),
        (("children",), m.Hand.ADULT, m.Hand.ADULT),
        (("children", "adults"), None, None),
        ((), None, None),
    ],
)
def test_the_sheet_itself_says_whose_hand_it_was(ticks, given, hand):
    """One tick under "who wrote" counts for every box, unless whoever types it says otherwise."""
    asks = Box("4", "who_filled", Kind.CHOSEN, "Who wrote?")
    answers = (Typed(box=2, words="a"), Typed(box=4, ticks=ticks))
    typed = form.signed(Form(sheet="s", hand=given, answers=answers), [*BOXES, asks])

    assert hand is form.written(typed)[0].hand


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"box": 9, "words": "x"}, "no box 9: its boxes go from 1 to 3"),
        ({"box": 2, "number": 4}, "Box 2 has no numbers"),
        ({"box": 2, "face": "good"}, "Box 2 has no numbers and no faces"),
        ({"face": "sad"}, "Box 1 has these faces: hard, so_so, good"),
        ({"ticks": ("less",)}, "Box 1 has these to tick: yes, stop"),
        ({"ticks": ("yes", "yes")}, "Box 1 has these to tick"),
        ({"box": 2, "ticks": ("yes",)}, "Box 2 has nothing to tick"),
        ({"words": "x", "person": "nobody"}, "nobody’s here"),
        ({"words": "x", "on": ex.day(1)}, "still to come"),
    ],
)
def test_what_cannot_stand_in_its_box_is_told_by_the_number_of_the_box(answer, said):
    """A slip of the worker's fingers, not the family's."""
    with pytest.raises(NotOnTheSheet, match=said):
        checked(of(**answer))


def test_what_fits_is_taken_as_it_is():
    """Words may stand in any box: people write where there is room."""
    checked(of(words="x", number=10, face="good", ticks=("yes", "stop"), person="ailsa"))
    checked(of(box=3, words="but not on Mondays", ticks=("less",)))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no form"),
        (b"[]", "the whole"),
        (b'{"sheet": "s", "answers": [{"box": 1, "number": 11}]}', "/answers/0/number"),
        (b'{"sheet": "s", "answers": [{"box": 1, "score": 1}]}', "/answers/0"),
        (b'{"format": "fsdesk-plan", "sheet": "s"}', "/format"),
        (b'{"sheet": "s", "version": 2}', "/version"),
        (b'{"sheet": "\xff"}', "no form"),
        (b" " * (form.MOST_BYTES + 1), "larger"),
    ],
)
def test_a_file_that_is_no_form_is_refused_by_its_place(data, said):
    """One sentence, and no answer in it."""
    with pytest.raises(NotAForm, match=said):
        form.read(data)
