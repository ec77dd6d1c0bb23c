from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from fsdesk.desk.glancing import Family
from fsdesk.desk.today import NextVisit, PromiseTo, ReviewOf, Today, VisitTo
from fsdesk.desk.unsent import LastPackage
from fsdesk.plans import model as m
from fsdesk.plans.day import Promised, Visit
from fsdesk.ui.presenters import today_rows
from fsdesk.ui.presenters.dates import said_coming

TODAY = date(2026, 3, 9)  # a Monday
KERR = Family("k", "The Kerr family")
THURSDAY = datetime(2026, 3, 5, 12, tzinfo=UTC)


def a_day(*visits: VisitTo, **said: object) -> Today:
    """A day with these visits."""
    day = Today(TODAY, 1, visits, None, (), 0, (), frozenset(), frozenset(), None, None, None)
    return day._replace(**said)


def a_visit(plan: str = "k", sheet_on: date | None = None, **said: object) -> VisitTo:
    return VisitTo(Family(plan, "The Kerr family"), Visit(**{"kind": m.MeetingKind.VISIT, **said}), sheet_on)


def row(one: VisitTo, clock: str = "08:00") -> today_rows.VisitRow:
    [made] = today_rows.visits([one], TODAY, clock)
    return made


@pytest.mark.parametrize(
    ("expected", "count"),
    [
        ("Everything you need is on this laptop.", 0),
        ("One family today. Everything you need is on this laptop.", 1),
        ("Three families today. Everything you need is on this laptop.", 3),
        ("12 families today. Everything you need is on this laptop.", 12),
    ],
)
def test_the_first_sentence_counts_families(expected, count):
    """A family that is met twice is one family."""
    visits = [a_visit(str(at)) for at in range(count)]

    assert expected == today_rows.sentence(a_day(*visits, *visits[:1]))


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ("Visit.", {}),
        ("First visit.", {"nth": 1}),
        ("Second visit. Bring the picture cards.", {"nth": 2, "bring": "the picture cards"}),
        ("Visit. Bring a pen.", {"bring": "Bring a pen."}),
        ("Visit.", {"nth": 11}),
        ("Visit. The rest is in the plan.", {"keeps_quiet": True}),
        ("Support.", {"kind": m.MeetingKind.SUPPORT}),
        ("With the team around the family.", {"kind": m.MeetingKind.TEAM}),
        ("Review. Review sheet to print.", {"kind": m.MeetingKind.REVIEW}),
        (
            "Review, 8 weeks on. Review sheet printed.",
            {"kind": m.MeetingKind.REVIEW, "since": date(2026, 1, 12), "sheet_on": TODAY},
        ),
        (
            "Review, 1 week on. Review sheet to print.",
            {"kind": m.MeetingKind.REVIEW, "since": date(2026, 2, 28)},
        ),
        ("Review. Review sheet to print.", {"kind": m.MeetingKind.REVIEW, "since": date(2026, 3, 12)}),
    ],
)
def test_a_visit_says_what_it_is_and_what_to_bring(expected, said):
    assert expected == row(a_visit(**said)).about


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ("10:30", {"at": "10:30", "slot": m.Slot.DAY}),
        ("Evening", {"slot": m.Slot.EVENING}),
        ("Some time", {"slot": m.Slot.WEEKEND}),
        ("Some time", {}),
    ],
)
def test_a_visit_without_a_time_says_what_was_agreed(expected, said):
    assert expected == row(a_visit(**said)).time


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ("Maryhill village hall", {"place": "Maryhill village hall", "place_kind": m.PlaceKind.VILLAGE_HALL}),
        ("At home", {"place_kind": m.PlaceKind.HOME}),
        ("By phone", {"place_kind": m.PlaceKind.PHONE}),
        ("", {"place_kind": m.PlaceKind.SCHOOL}),
    ],
)
def test_a_visit_says_where(expected, said):
    assert expected == row(a_visit(**said)).place


def test_the_next_visit_by_the_clock_stands_out():
    """Only that one, and none once all are past."""
    visits = [a_visit(at=at) for at in ("09:00", "10:30", "13:00", "")]

    assert [False, True, False, False] == [one.is_next for one in today_rows.visits(visits, TODAY, "09:30")]
    assert not any(one.is_next for one in today_rows.visits(visits, TODAY, "13:01"))


def test_opening_a_visit_says_whose_it_is():
    """A review opens at its section."""
    visit = row(a_visit(at="10:30", place="Maryhill village hall"))
    review = row(a_visit(kind=m.MeetingKind.REVIEW))

    assert ("Open the Kerr family, 10:30, Maryhill village hall", "") == (visit.said, visit.section)
    assert "review" == review.section


def test_a_day_without_visits_names_the_next_one():
    coming = NextVisit(KERR, date(2026, 3, 11))

    assert "The next one is Wednesday 11 March, with the Kerr family." == today_rows.no_visits(
        a_day(next_visit=coming)
    )
    assert "Review" in today_rows.no_visits(a_day())


@pytest.mark.parametrize(
    ("expected", "on", "sheet_on"),
    [
        (("Date was 2 March", "Find a new date", "amber"), date(2026, 3, 2), None),
        (("Date was 9 December 2025", "Find a new date", "amber"), date(2025, 12, 9), TODAY),
        (("Wednesday 11 March", "Sheet printed", "loch"), date(2026, 3, 11), TODAY),
        (("Thursday 12 March", "Sheet to print", ""), date(2026, 3, 12), None),
    ],
)
def test_a_review_whose_day_passed_asks_for_a_new_one_without_reproach(expected, on, sheet_on):
    [made] = today_rows.reviews([ReviewOf(KERR, on, sheet_on)], TODAY)

    assert expected == (made.when, made.state, made.ink)


def test_a_review_says_all_of_it_to_a_listener():
    [made] = today_rows.reviews([ReviewOf(KERR, date(2026, 3, 2), None)], TODAY)

    assert "Find a new date: the Kerr family, date was 2 March" == made.said


@pytest.mark.parametrize(
    ("expected", "days", "to"),
    [
        ("You told Shona you would, by Wednesday", 2, ("Shona",)),
        ("You told Callum and Shona you would, by tomorrow", 1, ("Callum", "Shona")),
        ("For the Kerr family, today", 0, ()),
        ("For the Kerr family, Friday", 4, ()),
        ("For the Kerr family, 16 March", 7, ()),
        ("For the Kerr family. The day was 2 March", -7, ()),
        ("You told Shona you would. The day was 8 March", -1, ("Shona",)),
    ],
)
def test_a_promise_says_to_whom_and_by_when(expected, days, to):
    made = Promised("steps", "s", TODAY + timedelta(days=days), "Phone housing", to)

    assert expected == today_rows.promise(PromiseTo(KERR, made), TODAY).about


def test_a_promise_for_few_eyes_says_that_the_plan_says_it():
    made = today_rows.promise(PromiseTo(KERR, Promised("steps", "s", TODAY, "")), TODAY)

    assert "Something you promised. What it is stands in the plan." == made.what


@pytest.mark.parametrize(
    ("expected", "count", "last"),
    [
        (
            "Changes to 3 plans are only on this laptop. The last package went to Priya on Thursday.",
            3,
            LastPackage(("Priya",), THURSDAY, handed_over=True, received=False),
        ),
        (
            "Changes to 1 plan are only on this laptop. The last package was made for Priya and Dev on Thursday.",
            1,
            LastPackage(("Priya", "Dev"), THURSDAY, handed_over=False, received=False),
        ),
        (
            "Everything you changed was sent. Your team received the last package, made today.",
            0,
            LastPackage((), datetime(2026, 3, 9, 12, tzinfo=UTC), handed_over=True, received=True),
        ),
        ("Changes to 3 plans are only on this laptop. No package was made here yet.", 3, None),
    ],
)
def test_what_is_not_sent_is_told_with_the_last_package(expected, count, last):
    """Sealed, handed over and received are not the same."""
    found = today_rows.unsent(count, last, TODAY)

    assert expected == found.text
    assert found.can_prepare is bool(count)


def test_with_nothing_written_and_nothing_sent_nothing_is_told():
    assert today_rows.unsent(0, None, TODAY) is None


@pytest.mark.parametrize(
    ("expected", "count", "ever"),
    [
        ("", 0, True),
        ("1 plan changed since you last sent", 1, True),
        ("3 plans changed since you last sent", 3, True),
        ("3 plans not sent yet", 3, False),
    ],
)
def test_the_status_line_says_how_many_wait(expected, count, ever):
    assert expected == today_rows.changed(count, ever)


@pytest.mark.parametrize(
    ("expected", "family"),
    [
        ("Carry on: the Kerr family", "The Kerr family"),
        ("Carry on: Gran Betty and the boys", "Gran Betty and the boys"),
        ("Carry on: Theo and Ali", "Theo and Ali"),
        ("Carry on: our wee gang", "Our wee gang"),
    ],
)
def test_a_family_is_named_inside_a_sentence_as_it_is_spoken(expected, family):
    assert expected == today_rows.carry_on(Family("k", family))


@pytest.mark.parametrize(
    ("expected", "days"),
    [("today", 0), ("tomorrow", 1), ("Wednesday", 2), ("Sunday", 6), ("16 March", 7), ("yesterday", -1)],
)
def test_a_day_that_comes_is_named_by_its_weekday_within_a_week(expected, days):
    assert expected == said_coming(TODAY + timedelta(days=days), TODAY)
