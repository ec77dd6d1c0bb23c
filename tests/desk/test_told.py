from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from fsdesk.desk import plans, told
from fsdesk.desk.told import ASK
from fsdesk.jobs import Progress, Stopped
from fsdesk.plans import document, samples
from fsdesk.plans.model.reviews import Meeting

TODAY = date(2026, 11, 20)


def plan_of(desk, family: str):
    return plans.current(
        desk, next(one.id for one in plans.listing(desk) if one.listed.family == family)
    ).plan


def test_a_family_was_told_on_the_day_it_heard_of_secrets_or_rights():
    found = told.told_of(samples.load("F1"), TODAY)

    assert (date(2026, 7, 9), ("Adaeze", "Callum", "Ify")) == (found.on, found.who)


def test_a_family_with_neither_was_not_told_yet():
    assert told.told_of(samples.load("F2"), TODAY).on is None


def test_a_serious_worry_must_go():
    assert [False, True] == [told.told_of(samples.load(one), TODAY).must_go for one in ("F2", "F4")]


def test_the_question_is_put_on_the_visit_that_comes_next(families):
    desk = families.dan.desk
    plan = plan_of(desk, "Dunbar")
    coming = [
        Meeting(id="later", on=date(2026, 12, 9), bring="The photos"),
        Meeting(id="next", on=date(2026, 12, 1), bring="Cards."),
    ]
    seen = plans.current(desk, plan.id)
    plans.save(desk, seen, replace(seen.plan, meetings=(*seen.plan.meetings, *coming)))
    now = told.ask_next_time(desk, plan.id)
    brought = {one.id: one.bring for one in plan_of(desk, "Dunbar").meetings}

    assert (f"Cards. {ASK}", "The photos") == (brought["next"], brought["later"])
    assert (date(2026, 12, 1), True) == (now.next_visit, now.is_on_the_list)


def test_without_a_visit_to_come_one_is_kept_whose_day_is_open_and_only_once(families):
    desk = families.dan.desk
    plan = replace(plan_of(desk, "Dunbar"), meetings=())
    plans.save(desk, plans.current(desk, plan.id), plan)
    for _ in range(2):
        now = told.ask_next_time(desk, plan.id)
    [meeting] = plan_of(desk, "Dunbar").meetings

    assert (ASK, None, None) == (meeting.bring, meeting.on, now.next_visit)


def test_every_plan_that_was_asked_for_is_answered(families):
    desk = families.dan.desk
    ids = [one.id for one in plans.listing(desk)]

    assert set(ids) == set(told.told(desk, ids))
    with pytest.raises(plans.NoSuchPlan):
        told.told(desk, ["nobody"])


@pytest.mark.parametrize("sample", ["F1", "F2", "F3", "F4", "F5", "F6"])
def test_what_is_read_of_a_plan_in_part_says_the_same_as_the_whole_plan(families, sample):
    desk = families.dan.desk
    plan = samples.load(sample)
    here = {one.id for one in plans.listing(desk)}
    if plan.id not in here:
        plans.import_document(desk, document.read_document(document.write(plan)))
    whole = told.told_of(plans.current(desk, plan.id).plan, desk.today)

    assert {plan.id: whole} == told.told(desk, [plan.id])


def test_how_far_it_is_is_told_and_it_can_be_stopped(families):
    desk = families.dan.desk
    ids = [one.id for one in plans.listing(desk)]
    steps = []
    told.told(desk, ids, Progress(lambda done, total, words: steps.append((done, total, words))))
    stopped = Progress()
    stopped.cancel()

    assert [(0, len(ids), "Looking at what each family was told")] == steps
    with pytest.raises(Stopped):
        told.told(desk, ids, stopped)
