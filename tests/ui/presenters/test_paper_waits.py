from __future__ import annotations

import re

import pytest

from fsdesk.desk.prints import GatesHold
from fsdesk.errors import Refused
from fsdesk.plans.audience.guard import WouldGiveAway
from fsdesk.plans.audience.values import CONFIRMABLE, REASONS, hold
from fsdesk.plans.sheet.easy import NoEasyLines, NotReadBack, TooLong
from fsdesk.plans.sheet.phrases import NoSuchLanguage
from fsdesk.plans.sheet.twin import NotTwins
from fsdesk.ui.presenters.paper_waits import is_about_easy_lines, waits_for, waits_of

GATE = re.compile(r"PG-\d")


@pytest.mark.parametrize("gate", REASONS)
def test_every_hold_has_kind_words_and_what_to_do(gate):
    """No rule's number is on the screen, which the family sees too; what may be answered by name can be left out."""
    waits = waits_of([hold(gate)], "Dan")

    assert 1 == len(waits.reasons)
    assert waits.then
    assert not GATE.search(" ".join((*waits.reasons, waits.then)))
    assert (gate in CONFIRMABLE) is waits.can_leave_out


def test_what_hides_a_place_looks_like_every_other_second_look():
    """Whoever reads along cannot tell which of the gates it was."""
    assert 1 == len({waits_of([hold(gate)], "Dan") for gate in CONFIRMABLE})


def test_leaving_out_is_done_in_somebodys_name():
    assert "Dan decided so" in waits_of([hold("PG-2")], "Dan").then


@pytest.mark.parametrize(
    ("gates", "is_lead", "can"),
    [
        (("PG-4",), False, (False, False)),
        (("PG-4",), True, (True, False)),
        (("PG-2", "PG-4"), True, (True, False)),
        (("PG-4", "PG-9"), True, (False, False)),
        (("PG-2", "PG-9"), True, (False, False)),
        (("PG-2", "PG-3"), False, (False, True)),
        (("PG-7",), True, (False, False)),
    ],
)
def test_only_the_ways_through_that_there_are_are_offered(gates, is_lead, can):
    """The lead looks first; no paper for this reader, and a name of a check, are answered by nobody."""
    waits = waits_of([hold(gate) for gate in gates], "Morag", is_lead=is_lead)

    assert can == (waits.can_look, waits.can_leave_out)


@pytest.mark.parametrize("kind", [WouldGiveAway, NotTwins, NotReadBack, NoEasyLines])
def test_whatever_holds_a_page_waits_in_words_without_a_number(kind):
    waits = waits_for(kind(), "Dan", is_lead=False)

    assert waits.reasons
    assert waits.then
    assert not GATE.search(" ".join((*waits.reasons, waits.then)))
    assert not waits.can_leave_out


def test_a_refusal_that_nobody_can_decide_about_is_no_waiting():
    assert waits_for(NoSuchLanguage(), "Dan", is_lead=True) is None
    assert waits_for(Refused("What.", "Next."), "Dan", is_lead=True) is None


def test_gates_that_hold_are_told_apart_from_lines_that_wait():
    assert waits_for(GatesHold([hold("PG-2")]), "Dan", is_lead=False).is_gate
    assert not waits_for(NotReadBack(), "Dan", is_lead=False).is_gate
    assert [True, True, True, False] == [
        is_about_easy_lines(one) for one in (NotReadBack(), NoEasyLines(), TooLong(), WouldGiveAway())
    ]
