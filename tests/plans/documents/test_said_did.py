from __future__ import annotations

from typing import Any

import pytest

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.model.reviews import Feedback, FeedbackState
from fsdesk.plans.sheet.replies import Became, Replies, Reply, Tally
from fsdesk.plans.sheet.said_did import NotAnsweredYet
from tests.plans.documents.making import blocks, document, said

WHOLE = {
    "we_did": "We asked. The answer is no for now.",
    "we_could_not_because": "There is no money to pay a cook on Saturdays.",
    "instead": "The football club has toast, free.",
    "if_you_disagree": "Tell Dan, or ring Priya on 0141 496 0130.",
}


def feedback(id_: str, state: FeedbackState, text: str = "Open the quiet door.", **over: Any) -> Feedback:
    """Return something Ailsa asked for."""
    return ex.a_record(Feedback, id=id_, from_person="ailsa", text=ex.quote(text), state=state, **over)


def page(*asked: Feedback) -> Any:
    """Return the page of a plan with these."""
    return document(ex.a_plan(feedback=list(asked)), PrintFormat.YOU_SAID_WE_DID)


def rows(*asked: Feedback) -> list[Reply]:
    """Return its rows."""
    return [row for block in blocks(page(*asked), Replies) for row in block.rows]


def test_everything_asked_for_stands_once_with_whose_words_and_a_word_of_its_own():
    """Whatever became of it: each state has its word, and an open one has not been answered yet."""
    every = [
        feedback(
            f"f-{state}", state, f"Asked {state}.", **(WHOLE if state is FeedbackState.COULD_NOT else {})
        )
        for state in FeedbackState
    ]
    made = rows(*every)

    assert sorted(f"“Asked {state}.”" for state in FeedbackState) == sorted(said(row.said) for row in made)
    assert {"Ailsa"} == {row.who for row in made}
    assert {"Done", "Partly", "Not yet", "Could not"} == {row.word for row in made}


def test_the_count_comes_from_the_rows():
    """A kind that has no row is not counted."""
    (tally,) = blocks(page(feedback("a", FeedbackState.DONE), feedback("b", FeedbackState.OPEN)), Tally)

    assert ["2 things you asked for", "1 done", "1 not yet"] == said(tally).splitlines()


@pytest.mark.parametrize("missing", WHOLE)
def test_a_could_not_waits_for_each_of_its_four_parts(missing):
    """The answer, an honest reason, what there is instead, and somebody to talk to: without one nothing prints."""
    parts = {name: words for name, words in WHOLE.items() if name != missing}
    with pytest.raises(NotAnsweredYet, match="what would you tell them") as held:
        page(feedback("f", FeedbackState.COULD_NOT, **parts))

    assert "quiet door" not in str(held.value)


def test_policy_alone_is_no_reason():
    """A label says nothing of why."""
    with pytest.raises(NotAnsweredYet, match="an honest reason"):
        page(feedback("f", FeedbackState.COULD_NOT, **(WHOLE | {"we_could_not_because": "Our policy."})))


def test_a_whole_could_not_says_all_four():
    """Answer, why, instead, and whom to talk to, in that order."""
    (row,) = rows(feedback("f", FeedbackState.COULD_NOT, **WHOLE))

    assert Became.COULD_NOT is row.became
    assert [
        "We asked. The answer is no for now.",
        "Why, honestly: There is no money to pay a cook on Saturdays.",
        "Instead: The football club has toast, free.",
        "If you disagree: Tell Dan, or ring Priya on 0141 496 0130.",
    ] == said(row.lines).splitlines()


def test_the_family_is_asked_whether_they_see_it_so():
    """Yes, not quite, no, and lines to write on."""
    told = said(page(feedback("f", FeedbackState.DONE, we_did="It is open.")))

    assert "Is this how you see it?\nYes\nNot quite\nNo" in told


def test_nothing_asked_for_has_a_sentence_of_its_own_and_no_rows():
    """An empty page blames nobody and asks nothing."""
    sheet = page()

    assert [] == blocks(sheet, Replies)
    assert "You have not asked us for anything yet." in said(sheet)
    assert "Is this how you see it?" not in said(sheet)


def test_somebody_whom_nobody_need_know_stands_without_a_name():
    """Feedback can come from nobody in particular."""
    (row,) = rows(
        ex.a_record(m.Feedback, text=ex.quote("Too many forms.", speaker=None), we_did="One form now.")
    )

    assert "" == row.who
