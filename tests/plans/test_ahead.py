from __future__ import annotations

from datetime import date

import pytest

from fsdesk.plans import chain
from fsdesk.plans import model as m
from fsdesk.plans.ahead import Ahead, ahead
from fsdesk.plans.edits import Header, Intent, Key
from fsdesk.plans.fold import State

FIRST, SECOND = date(2026, 11, 20), date(2026, 11, 27)
DAN, ROSS = m.TeamPerson(id="dan", name="Dan"), m.TeamPerson(id="ross", name="Ross")
WORDS = (m.Span(text="Ring the school"),)


def of(**said: object) -> Ahead:
    """What lies ahead in a plan that says this and that Dan and Ross help."""
    return ahead(m.Plan(id="plan", code="K7QM-3TXH", team=(DAN, ROSS), **said), State())


def test_meetings_that_were_held_or_have_no_day_lie_ahead_no_more():
    """Each day once, in order, whatever is done on it."""
    meetings = (
        m.Meeting(id="1", on=SECOND),
        m.Meeting(id="2", on=FIRST),
        m.Meeting(id="3", on=FIRST),
        m.Meeting(id="4", on=date(2026, 11, 1), held=True),
        m.Meeting(id="5"),
    )

    assert (FIRST, SECOND) == of(meetings=meetings).visits


@pytest.mark.parametrize(
    ("expected", "state", "who"),
    [
        ((FIRST,), m.StepState.TO_DO, {"dan"}),
        ((FIRST,), m.StepState.DOING, {"shona", "ross"}),
        ((), m.StepState.DONE, {"dan"}),
        ((), m.StepState.CHANGED_OUR_MIND, {"dan"}),
        ((), m.StepState.TO_DO, {"shona"}),
    ],
)
def test_steps_of_helpers_that_are_open_are_promises(expected, state, who):
    """What the family does itself is nobody's promise to them."""
    step = m.Step(id="s", what=WORDS, who=frozenset(who), by_when=FIRST, state=state)

    assert expected == of(steps=(step,)).promises


@pytest.mark.parametrize(
    ("expected", "state", "by_whom"),
    [
        ((FIRST,), m.PromiseState.OPEN, "dan"),
        ((FIRST,), m.PromiseState.UNDER_WAY, None),
        ((), m.PromiseState.DONE, "dan"),
        ((), m.PromiseState.SAID_WHY, "dan"),
        ((), m.PromiseState.OPEN, "shona"),
    ],
)
def test_promises_that_are_open_lie_ahead(expected, state, by_whom):
    made = m.Promise(id="p", what=WORDS, by_whom=by_whom, by_when=FIRST, state=state)

    assert expected == of(promises=(made,)).promises


@pytest.mark.parametrize(
    ("expected", "reviewed"), [(FIRST, None), (FIRST, date(2026, 11, 19)), (None, FIRST)]
)
def test_a_sheet_printed_before_the_last_review_is_used_up(expected, reviewed):
    sheet = m.PrintEdition(id="e", letter="K", format=m.PrintFormat.REVIEW_SHEET, on=FIRST)
    other = m.PrintEdition(id="f", letter="K", on=SECOND)
    reviews = (m.Review(id="r", on=reviewed),) if reviewed else ()

    assert expected == of(print_editions=(sheet, other), reviews=reviews).sheet_on


def test_it_names_the_worker_and_whether_it_is_over_for_now():
    found = of(worker="ross", state=m.PlanState.FINISHED_FOR_NOW)

    assert ("Ross", True) == (found.worker, found.is_over)
    assert Ahead() == of()


def test_a_plan_was_begun_where_the_first_of_its_beginnings_was_written():
    """What others wrote before by their numbers counts for nothing."""
    headers = {
        Key("eve", 1): _header("eve", 1, Intent.IMPORTED, lamport=4),
        Key("ann", 7): _header("ann", 7, Intent.BEGAN, lamport=1),
        Key("abe", 1): _header("abe", 1, Intent.WROTE, lamport=1),
    }

    assert "ann" == ahead(m.Plan(id="plan", code="K7QM-3TXH"), State(headers=headers)).begun_on


def _header(device: str, seq: int, intent: str, *, lamport: int) -> Header:
    made = {"id": f"{device}-{seq}", "plan": "plan", "device": device, "seq": seq, "intent": str(intent)}
    return Header(**made, previous=bytes(chain.LINK_BYTES), lamport=lamport, made_at=0, who="")
