from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from fsdesk.desk import drafts, plans, today
from fsdesk.desk.desk import Desk
from fsdesk.desk.glancing import is_name_of
from fsdesk.desk.today import PROMISES_WITHIN, keep_promise, read, take_back
from fsdesk.desk.undoing import NoSuchEdit
from fsdesk.plans import codes
from fsdesk.plans import model as m
from tests.desk.team import Laptop

TODAY = date(2026, 11, 20)
TOMORROW = TODAY + timedelta(days=1)
DAN = m.TeamPerson(id="dan", name="Dan")
_WORDS = (m.Span(text="Phone housing"),)


def on(laptop: Laptop, day: date = TODAY) -> Desk:
    """The desk as it is on this day."""
    laptop.desk.today_given = day
    return laptop.desk


def begin(laptop: Laptop, number: int, **said: object) -> str:
    """A plan of Dan's is begun here."""
    wanted = {"family_name": f"Family {number}", "team": (DAN,), "worker": "dan", **said}
    laptop.begin(m.Plan(id=f"plan-{number}", code=codes.mint(bytes([number + 1] * 32)), **wanted))
    return f"plan-{number}"


def visit(at: str = "10:30", on: date = TODAY, id_: str = "m") -> m.Meeting:
    return m.Meeting(id=id_, on=on, at=at)


def promise(by_when: date | None = TODAY, **said: object) -> m.Promise:
    return m.Promise(id="p", what=_WORDS, by_whom="dan", by_when=by_when, **said)


def test_an_empty_store_has_an_empty_day(team):
    found = read(on(team.dan))

    assert (TODAY, 0, (), None, (), 0, ()) == found[:7]
    assert (frozenset(), None, None, None) == (
        found.only_here,
        found.last_package,
        found.last_opened,
        found.left_open,
    )


def test_visits_of_every_family_stand_in_the_order_of_the_day(team):
    begin(team.dan, 0, meetings=(visit("15:00"), visit("09:00", id_="n")))
    begin(team.dan, 1, meetings=(visit("10:30"),))
    begin(team.dan, 2, meetings=(visit("08:00", TOMORROW),))
    found = read(on(team.dan))

    assert [("Family 0", "09:00"), ("Family 1", "10:30"), ("Family 0", "15:00")] == [
        (one.to.family, one.visit.at) for one in found.visits
    ]
    assert ("Family 2", TOMORROW) == (found.next_visit.to.family, found.next_visit.on)


def test_a_day_passes(team):
    """Tomorrow's visits are today's then."""
    begin(team.dan, 0, meetings=(visit("08:00", TOMORROW),))
    now, then = read(on(team.dan)), read(on(team.dan, TOMORROW))

    assert [0, 1] == [len(now.visits), len(then.visits)]
    assert then.next_visit is None


def test_reviews_that_passed_or_come_soon_are_told(team):
    """Not today's, which is a visit, and not those of families that are finished for now and were not met again."""
    for number, days in enumerate((-18, 5, 0, 60, -3)):
        begin(
            team.dan,
            number,
            next_review=m.NextReview(on=TODAY + timedelta(days=days)),
            state=m.PlanState.FINISHED_FOR_NOW if number == 4 else m.PlanState.AGREED,
        )
    found = read(on(team.dan))

    assert [("Family 0", date(2026, 11, 2)), ("Family 1", date(2026, 11, 25))] == [
        (one.of.family, one.on) for one in found.reviews
    ]
    assert 2 == found.all_reviews
    assert ["Family 2"] == [one.to.family for one in found.visits]


def test_no_more_reviews_are_handed_over_than_there_is_room_for(team, monkeypatch):
    monkeypatch.setattr(today, "MOST", 2)
    for number in range(4):
        begin(
            team.dan,
            number,
            next_review=m.NextReview(on=TOMORROW),
            meetings=(visit(),),
            promises=(promise(),),
        )
    found = read(on(team.dan))

    assert (2, 4) == (len(found.reviews), found.all_reviews)
    assert (2, 2) == (len(found.visits), len(found.promises))


def test_promises_that_are_due_within_a_week_are_told(team):
    begin(team.dan, 0, promises=(promise(TODAY + PROMISES_WITHIN),))
    begin(team.dan, 1, promises=(promise(TODAY + PROMISES_WITHIN + timedelta(days=1)),))
    begin(team.dan, 2, promises=(promise(date(2026, 10, 1)),))
    begin(team.dan, 3, promises=(promise(None),))
    found = read(on(team.dan))

    assert ["Family 2", "Family 0"] == [one.to.family for one in found.promises]


@pytest.mark.parametrize("collection", ["promises", "steps"])
def test_keeping_a_promise_is_an_edit_that_can_be_taken_back(team, collection):
    """The plan says so, and says the earlier again."""
    step = m.Step(id="p", what=_WORDS, who=frozenset({"dan"}), by_when=TODAY)
    plan = begin(team.dan, 0, **{collection: (promise(),) if collection == "promises" else (step,)})
    desk = on(team.dan)
    [due] = read(desk).promises
    edit = keep_promise(desk, plan, due.promised)
    [done] = getattr(team.dan.plan(plan), collection)
    after = read(desk).promises
    again = keep_promise(desk, plan, due.promised)
    take_back(desk, plan, edit)
    [undone] = getattr(team.dan.plan(plan), collection)

    assert ("done", (), "") == (done.state.value, after, again)
    assert due.promised.record == undone.id
    assert undone.state.value in ("open", "to_do")
    assert [due] == list(read(desk).promises)


def test_a_promise_that_was_kept_says_when(team):
    plan = begin(team.dan, 0, promises=(promise(),))
    [due] = read(on(team.dan)).promises
    keep_promise(team.dan.desk, plan, due.promised)

    assert TODAY == team.dan.plan(plan).promises[0].answered_on


def test_a_promise_that_is_gone_is_kept_by_nobody(team):
    """Nothing is written."""
    plan = begin(team.dan, 0, promises=(promise(),))
    [due] = read(on(team.dan)).promises
    team.dan.write(plan, promises=())

    assert "" == keep_promise(team.dan.desk, plan, due.promised)
    with pytest.raises(NoSuchEdit):
        take_back(team.dan.desk, plan, "none")


def test_a_lead_sees_their_own_families_only(team):
    """Those that others sent are theirs; one that names the lead as its worker is the lead's."""
    begin(team.dan, 0, meetings=(visit(),), promises=(promise(),))
    morag = m.TeamPerson(id="morag", name="Morag")
    begin(team.dan, 1, meetings=(visit(),), team=(morag,), worker="morag")
    begin(team.morag, 2, meetings=(visit(),), team=(), worker=None)
    team.dan.sends(team.morag)
    found = read(on(team.morag))

    assert ["Family 1", "Family 2"] == [one.to.family for one in found.visits]
    assert ((), 3) == (found.promises, found.families)


@pytest.mark.parametrize(
    ("expected", "worker", "name"),
    [
        (True, "Dan", "Dan McAllister"),
        (True, "dan mcallister", "Dan McAllister"),
        (False, "Dan Ross", "Dan McAllister"),
        (False, "", "Dan"),
        (False, "Danielle", "Dan"),
    ],
)
def test_a_plan_may_hold_a_workers_first_name_alone(expected, worker, name):
    assert expected is is_name_of(worker, name)


def test_where_two_wrote_at_once_what_either_hides_is_hidden(team):
    """Both addresses are homes until somebody settles which one it is."""
    home = m.Household(id="home", label="Home", address="1 Old Road")
    at = [
        replace(visit(id_=f"m{number}"), place=place)
        for number, place in enumerate(("14 Skerry Lane", "9 Hill Row"))
    ]
    morag = m.TeamPerson(id="morag", name="Morag")
    plan = begin(team.dan, 0, households=(home,), meetings=tuple(at), team=(morag,), worker="morag")
    team.dan.sends(team.morag)
    before = [one.visit.place for one in read(on(team.morag)).visits]
    team.dan.write(plan, households=(replace(home, address="14 Skerry Lane"),))
    team.morag.write(plan, households=(replace(home, address="9 Hill Row"),))
    team.dan.sends(team.morag)
    now = [one.visit.place for one in read(on(team.morag)).visits]

    assert 1 == len(team.morag.current(plan).differing)
    assert (["14 Skerry Lane", "9 Hill Row"], ["", ""]) == (before, now)


def test_the_family_that_was_opened_last_is_the_one_to_carry_on_with(team):
    for number in range(3):
        begin(team.dan, number)
    desk = on(team.dan)
    clock = iter((1000, 3000, 2000))
    desk.now = lambda: next(clock)
    for number in range(3):
        plans.opened(desk, f"plan-{number}")

    assert ("plan-1", "Family 1") == read(desk).last_opened


def test_words_that_were_being_typed_are_told(families):
    desk = on(families.dan)
    plan = next(line for line in plans.listing(desk) if line.listed.family == "Mackie").id
    drafts.keep(desk, plan=plan, collection="scratch", record="n", field="text", text="Ring", cursor=4)

    assert (plan, "Mackie") == read(desk).left_open


def test_plans_that_were_put_off_are_told_too(team):
    """What came in a package and nobody read yet is folded first."""
    morag = m.TeamPerson(id="morag", name="Morag")
    begin(team.dan, 0, meetings=(visit(),), team=(morag,), worker="morag")
    team.dan.sends(team.morag)

    assert 1 == len(read(on(team.morag)).visits)
