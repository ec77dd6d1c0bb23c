from __future__ import annotations

from datetime import date

import pytest

from fsdesk.desk.cards import KnownPerson
from fsdesk.desk.going_out import Leaving
from fsdesk.desk.told import Told
from fsdesk.ui.presenters import send_rows
from fsdesk.ui.presenters.send_rows import NOT_YET, chosen_at_first, readers_said, row_of
from fsdesk.ui.presenters.time_left import TimeLeft, said_left

TODAY = date(2026, 11, 20)
GOES = Leaving("a", "Kerr", True, "The plan", "1 private note", "")
STAYS = Leaving("b", "Okafor", False, "Nothing", "The whole plan", "")
ASKED = Told("a", date(2026, 10, 1), ("Shona", "Callum"), None, False, False)
NOBODY = ASKED._replace(on=None, who=())


def test_a_family_that_was_told_says_when_and_who_was_there():
    row = row_of(GOES, ASKED, TODAY)

    assert ("moss", "1 October, Shona and Callum") == (row.ink, row.note)
    assert frozenset({"a"}) == chosen_at_first([row])


def test_a_family_not_asked_yet_stays_whole_and_can_be_asked():
    row = row_of(GOES, NOBODY, TODAY)

    assert (NOT_YET, True) == (row.pill, row.can_ask)
    assert frozenset() == chosen_at_first([row])
    assert ("Nothing yet", "The whole plan, until you’ve talked about it") == (
        row.leaves_when(False),
        row.stays_when(False),
    )


def test_a_serious_worry_goes_though_nobody_was_asked():
    row = row_of(GOES, NOBODY._replace(must_go=True), TODAY)

    assert frozenset({"a"}) == chosen_at_first([row])
    assert send_rows.MUST_GO == row.note


def test_what_is_on_the_list_is_not_offered_again():
    row = row_of(GOES, NOBODY._replace(is_on_the_list=True, next_visit=date(2026, 11, 25)), TODAY)

    assert not row.can_ask
    assert "On the list for the next visit on 25 November." == row.note


def test_what_is_marked_as_staying_stays_whatever_is_chosen():
    row = row_of(STAYS, ASKED, TODAY)

    assert frozenset() == chosen_at_first([row])
    assert {("Nothing", "The whole plan")} == {
        (row.leaves_when(chosen), row.stays_when(chosen)) for chosen in (True, False)
    }


def test_a_plan_left_for_another_time_stays_whole():
    row = row_of(GOES, ASKED, TODAY)

    assert ("Nothing this time", "The whole plan") == (row.leaves_when(False), row.stays_when(False))
    assert ("The plan", "1 private note") == (row.leaves_when(True), row.stays_when(True))


def test_who_can_open_it_is_said_with_what_is_known_of_them():
    morag = KnownPerson("Morag", "lead", "d1", (), True, False, "team", "age")
    isla = KnownPerson("Isla", "worker", "d2", (), False, False, "team", "age")

    assert ("Only Morag can open it.", "Team lead. Their words were read together.") == readers_said([morag])
    assert "The words of Isla were not read together yet." == readers_said([morag, isla])[1]


@pytest.mark.parametrize(
    ("expected", "seconds"),
    [
        ("A few seconds left", 2),
        ("About 5 seconds left", 6),
        ("About 20 seconds left", 19),
        ("About 1 minute left", 61),
        ("About 3 minutes left", 170),
    ],
)
def test_a_while_is_said_as_people_say_it(expected, seconds):
    assert expected == said_left(seconds)


def test_nobody_can_tell_before_the_first_part_and_counting_anew_begins_anew():
    """Ten of forty took 10 seconds, so thirty more take 30; then something else is counted."""
    times = iter((0.0, 100.0, 110.0, 200.0, 220.0))
    left = TimeLeft(lambda: next(times))
    said = [left.step(0, 40), left.step(10, 40), left.step(0, 3), left.step(1, 3)]

    assert ["", "About 30 seconds left", "", "About 40 seconds left"] == said
    assert "" == left.step(3, 3)
