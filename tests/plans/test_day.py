from __future__ import annotations

from datetime import date, timedelta

import pytest

from fsdesk.plans import model as m
from fsdesk.plans import samples
from fsdesk.plans.day import Promised, Readings, promised, visits_on

TODAY = date(2026, 11, 20)
HALL = "Maryhill village hall"
HOME = m.Household(id="home", label="Home", address="14 Skerry Lane, Ruchill")
SHONA = m.Person(id="shona", name="Shona", role=m.Role.CARER, lives_with=frozenset({"home"}))
BETWEEN = m.SafetyBetween(id="b", from_name="Kev", tokens=frozenset({"Skelbeg library"}))


def plan(**said: object) -> m.Plan:
    """A plan of Shona's that says this."""
    return m.Plan(
        id="plan",
        code="K7QM-3TXH",
        people=(SHONA,),
        households=(HOME,),
        team=(m.TeamPerson(id="dan", name="Dan"),),
        **said,
    )


def meeting(**said: object) -> m.Meeting:
    """A meeting of today in the hall."""
    return m.Meeting(**{"id": "m", "on": TODAY, "at": "10:30", "place": HALL, **said})


def visit(one: m.Meeting, **said: object):
    """The one visit of a day on which only this meeting is."""
    [found] = visits_on(Readings(plan(meetings=(one,), **said)), TODAY)
    return found


def test_a_visit_says_when_where_and_what_to_bring():
    found = visit(meeting(bring=" the picture cards ", place_kind=m.PlaceKind.VILLAGE_HALL))

    assert ("10:30", HALL, "the picture cards", False) == (
        found.at,
        found.place,
        found.bring,
        found.keeps_quiet,
    )


def test_only_meetings_of_the_day_that_were_not_held_are_visits():
    """The earliest first, those without a time last."""
    later, sometime = meeting(id="2", at="15:00"), meeting(id="3", at=None, slot=m.Slot.EVENING)
    others = (
        meeting(id="4", held=True),
        meeting(id="5", on=TODAY + timedelta(days=1)),
        meeting(id="6", on=None),
    )
    found = visits_on(Readings(plan(meetings=(sometime, later, meeting(), *others))), TODAY)

    assert ["10:30", "15:00", ""] == [one.at for one in found]


@pytest.mark.parametrize(
    "secret", [{"sealed": True}, {"audience": m.Audience(to=m.Reach.NAMED, readers=frozenset({"shona"}))}]
)
def test_a_meeting_for_few_eyes_is_told_by_its_time_alone(secret):
    """Nobody misses it, and nobody reads where it is over the worker's shoulder."""
    found = visit(
        meeting(bring="the court letter", place_kind=m.PlaceKind.SCHOOL, kind=m.MeetingKind.VISIT, **secret)
    )

    assert ("10:30", "", "", None, True) == (
        found.at,
        found.place,
        found.bring,
        found.place_kind,
        found.keeps_quiet,
    )


def test_where_somebody_is_kept_safe_no_place_is_told():
    """Not even one that no word of the record names; in any reading of the plan."""
    found = visit(meeting(), safety_between=(BETWEEN,))
    [other] = visits_on(
        Readings(plan(meetings=(meeting(),)), (plan(meetings=(meeting(),), safety_between=(BETWEEN,)),)),
        TODAY,
    )

    assert ("", True) == (found.place, found.keeps_quiet)
    assert ("", True) == (other.place, other.keeps_quiet)


@pytest.mark.parametrize("place", ["14 Skerry Lane", "at 14 skerry lane, second floor"])
def test_an_address_is_never_told(place):
    """A home is told as such, whatever was written about it."""
    written = visit(meeting(place=place))
    home = visit(meeting(place="14 Skerry Lane, Ruchill", place_kind=m.PlaceKind.HOME))

    assert ("", True) == (written.place, written.keeps_quiet)
    assert ("", m.PlaceKind.HOME, False) == (home.place, home.place_kind, home.keeps_quiet)


def test_what_to_bring_gives_no_hidden_place_away():
    found = visit(meeting(place="", bring="the card of Skelbeg library"), safety_between=(BETWEEN,))

    assert ("", True) == (found.bring, found.keeps_quiet)


def test_the_review_that_was_agreed_is_a_visit_of_its_day():
    """Once: a meeting that is that review stands for it."""
    agreed = m.NextReview(on=TODAY, at="16:00", place=HALL)
    alone = visits_on(Readings(plan(next_review=agreed, started_on=date(2026, 9, 25))), TODAY)
    review = meeting(kind=m.MeetingKind.REVIEW)
    both = visits_on(Readings(plan(next_review=agreed, meetings=(review,))), TODAY)

    assert [("16:00", HALL, date(2026, 9, 25))] == [(one.at, one.place, one.since) for one in alone]
    assert ["10:30"] == [one.at for one in both]


def test_a_review_knows_the_one_before():
    reviews = (m.Review(id="r", on=date(2026, 10, 2)), m.Review(id="s", on=date(2026, 9, 2)))

    assert date(2026, 10, 2) == visit(meeting(kind=m.MeetingKind.REVIEW), reviews=reviews).since


@pytest.mark.parametrize(
    ("expected", "held", "first"), [(0, 0, False), (1, 0, True), (2, 1, False), (3, 2, True)]
)
def test_visits_are_counted_where_earlier_ones_were_written_down(expected, held, first):
    """A plan without any may still be an old acquaintance."""
    before = tuple(m.Meeting(id=f"h{at}", on=date(2026, 11, 1 + at), held=True) for at in range(held))
    [found] = visits_on(Readings(plan(meetings=(*before, meeting()), first_meeting=first)), TODAY)

    assert expected == found.nth


def test_promises_and_steps_of_these_helpers_are_told_the_earliest_first():
    """With the names of those who were told; what is done, due later or somebody else's is not among them."""
    step = m.Step(id="s", what=(m.Span(text="Bring the form"),), who=frozenset({"dan"}), by_when=TODAY)
    steps = (
        step,
        m.Step(id="t", what=step.what, who=frozenset({"dan"}), by_when=TODAY + timedelta(days=8)),
        m.Step(id="u", what=step.what, who=frozenset({"ross"}), by_when=TODAY),
        m.Step(id="v", what=step.what, who=frozenset({"dan"}), by_when=TODAY, state=m.StepState.DONE),
        m.Step(id="w", what=step.what, who=frozenset({"dan"})),
    )
    made = m.Promise(
        id="p",
        what=(m.Span(text="Phone housing"),),
        by_whom="dan",
        to_whom=frozenset({"shona"}),
        by_when=TODAY - timedelta(days=2),
    )
    found = promised(Readings(plan(steps=steps, promises=(made,))), {"dan"}, TODAY + timedelta(days=7))

    assert [
        Promised("promises", "p", TODAY - timedelta(days=2), "Phone housing", ("Shona",)),
        Promised("steps", "s", TODAY, "Bring the form"),
    ] == found


def test_a_promise_for_few_eyes_is_told_without_its_words():
    """Nor to whom: the plan says it."""
    narrow = m.Audience(to=m.Reach.NAMED, readers=frozenset({"shona"}))
    made = m.Promise(
        id="p",
        what=(m.Span(text="The answer about the lock"),),
        to_whom=frozenset({"shona"}),
        by_when=TODAY,
        audience=narrow,
    )
    step = m.Step(
        id="s", what=(m.Span(text="Call at 14 Skerry Lane"),), who=frozenset({"dan"}), by_when=TODAY
    )
    found = promised(Readings(plan(promises=(made,), steps=(step,))), {"dan"}, TODAY)

    assert [("", ()), ("", ())] == [(one.what, one.to) for one in found]


@pytest.mark.parametrize("family", samples.load_all(), ids=lambda plan: plan.family_name)
def test_no_day_of_a_sample_family_gives_a_hidden_word_away(family):
    """Whatever day it is: no token of a safety record, and no street line of a home."""
    hidden = {token.casefold() for one in family.safety_between for token in one.tokens}
    hidden |= {one.address.split(",")[0].casefold() for one in family.households if one.address}
    days = {one.on for one in family.meetings if one.on}
    days |= {family.next_review.on} if family.next_review else set()
    seen = Readings(family)
    told = [f"{one.place} {one.bring}" for day in days for one in visits_on(seen, day)]
    told += [one.what for one in promised(seen, {one.id for one in family.team}, date.max)]

    assert [] == [text for text in told for token in hidden if token in text.casefold()]
