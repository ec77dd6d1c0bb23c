from __future__ import annotations

from datetime import date, timedelta

import pytest

from fsdesk.desk import retention
from fsdesk.desk.retention import NotADay, When
from fsdesk.desk.standing import NoSuchPlan
from fsdesk.plans.examples import a_plan
from fsdesk.plans.model import PlanState, Retention
from tests.desk.team import Laptop

TODAY = date(2026, 11, 21)


@pytest.fixture
def dan(team) -> Laptop:
    """Dan's laptop on a day of its own, with plans whose days lie around it, and one that has none."""
    team.dan.desk.today_given = TODAY
    for number, days in enumerate((-400, 0, 1, 60, 61)):
        until = Retention(until=TODAY + timedelta(days=days), reason="as the family agreed")
        team.dan.begin(a_plan(id=f"in-{days}", family_name=f"Family {number}", retention=until))
    team.dan.begin(a_plan(id="no-day"))
    return team.dan


def test_plans_whose_day_has_come_or_comes_within_two_months_are_listed_the_earliest_first(dan):
    """The day itself has come; the sixty-first day is not soon; a plan without a day stays."""
    found = retention.due(dan.desk)

    assert ["in--400", "in-0", "in-1", "in-60"] == [one.plan for one in found]
    assert [When.COME, When.COME, When.SOON, When.SOON] == [one.when for one in found]
    assert ("Family 1", "as the family agreed") == (found[1].family, found[1].reason)


def test_the_day_is_the_one_that_was_handed_in(dan):
    """A year later the others have come too."""
    dan.desk.today_given = date(2027, 11, 21)

    assert {When.COME} == {one.when for one in retention.due(dan.desk)}
    assert 5 == len(retention.due(dan.desk))


def test_the_last_day_of_the_calendar_is_a_day_like_any_other(dan):
    """A clock that stands there is no reason to show nothing."""
    dan.desk.today_given = date.max

    assert 5 == len(retention.due(dan.desk))


def test_a_longer_look_ahead_can_be_asked_for(dan):
    """Here of three months."""
    assert 5 == len(retention.due(dan.desk, timedelta(days=92)))


def test_the_words_are_quiet_and_say_what_can_be_done(dan):
    """Erasing is named last, and only once the day has come."""
    come, soon = retention.due(dan.desk)[0], retention.due(dan.desk)[2]

    assert "We said we would keep this plan until 17 October 2025. That day has come." == come.sentence
    assert "We said we would keep this plan until 22 November 2026." == soon.sentence
    assert come.next_steps[-1].startswith("Erase it")
    assert not any("rase" in step for step in soon.next_steps)
    assert "!" not in "".join((come.sentence, soon.sentence, *come.next_steps))


def test_a_family_that_has_finished_for_now_is_first_asked_whether_it_wants_a_copy(dan):
    """A plan in use would rather have a later day."""
    dan.write("in-0", state=PlanState.FINISHED_FOR_NOW)
    steps = {one.plan: one.next_steps[0] for one in retention.due(dan.desk)}

    assert steps["in-0"].startswith("Ask the family")
    assert steps["in-1"].startswith("Keep it longer")


def test_keeping_a_plan_longer_takes_it_off_the_list_and_says_why(dan):
    """As an edit with its reason; a day that has gone by is refused."""
    retention.keep_until(dan.desk, "in-0", date(2028, 1, 1), "  Ewan's hearing ")

    assert "in-0" not in {one.plan for one in retention.due(dan.desk)}
    assert Retention(until=date(2028, 1, 1), reason="Ewan's hearing") == dan.plan("in-0").retention
    for day in (TODAY, date(2020, 1, 1)):
        with pytest.raises(NotADay):
            retention.keep_until(dan.desk, "in-0", day)
    with pytest.raises(NoSuchPlan):
        retention.keep_until(dan.desk, "never-here", date(2028, 1, 1))


def test_a_plan_that_came_by_package_is_on_the_list_too(dan, team):
    """Whatever the import put off is caught up with first."""
    dan.sends(team.morag)
    team.morag.desk.today_given = TODAY

    assert 4 == len(retention.due(team.morag.desk))


def test_a_day_that_is_taken_away_takes_the_plan_off_the_list(dan):
    """No day, no line."""
    dan.write("in-0", retention=None)

    assert "in-0" not in {one.plan for one in retention.due(dan.desk)}


def test_a_line_as_json_has_the_day_and_the_steps(dan):
    """For scripts."""
    told = retention.as_json(retention.due(dan.desk)[1])

    assert ("in-0", "2026-11-21", "come", False) == (
        told["plan"],
        told["until"],
        told["when"],
        told["finished"],
    )
    assert 3 == len(told["next_steps"])
