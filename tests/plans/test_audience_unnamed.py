from __future__ import annotations

import pytest

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans import samples, synthetic
from fsdesk.plans.audience import Edition, Hold, hold_or_edition
from fsdesk.plans.model.people import PrintFormat


def held(plan: m.Plan, reader: str = "ailsa", **more: object) -> set[tuple[str, str]]:
    """Return which records which gates hold."""
    found = hold_or_edition(plan, reader, today=ex.TODAY, **more)
    return set() if isinstance(found, Edition) else {(one.gate, id_) for one in found for id_ in one.records}


def family(**over: object) -> m.Plan:
    """Return Ailsa, Finn and May with more."""
    people = [ex.a_carer(), ex.a_child("Finn", 8), ex.another_adult("May", id="may")]
    return ex.a_plan(people=people, **over)


@pytest.mark.parametrize(
    "text",
    [
        "May has been in rehab since June.",
        "May goes to the clinic on Mondays.",
        "May waits for her asylum interview.",
        "May is in rent arrears.",
        "May was on probation.",
    ],
)
def test_pg_3_holds_a_note_on_another_adults_private_facts(text):
    """Health, recovery, immigration, money, the law: on May's own page, and nobody else's."""
    plan = family(steps=[ex.a_step(text, "dan", id="s")])

    assert {("PG-3", "s")} == held(plan)
    assert set() == held(plan, "may")


def test_pg_3_holds_what_is_another_adults_alone_without_a_name_in_it():
    """An option for May alone speaks of May."""
    plan = family(
        options=[ex.an_option("Counselling on Tuesdays", id="o", for_whom="may", choice=m.Choice.CHOSEN)]
    )

    assert {("PG-3", "o")} == held(plan)


def test_pg_3_lets_through_what_somebody_ticked_for_this_reader():
    """Named readers were named by a person."""
    named = m.Audience(to=m.Reach.NAMED, readers=frozenset({"ailsa", "may"}))

    assert set() == held(family(steps=[ex.a_step("May goes to the clinic.", "dan", id="s", audience=named)]))


def test_pg_3_leaves_peoples_words_about_themselves_alone():
    """Whoever said it to everyone may be read by everyone."""
    assert set() == held(family(voices=[ex.a_voice("may", "May here: I am in recovery and proud.")]))


def test_pg_3_tells_a_month_from_a_name():
    """May is somebody; may is not."""
    assert set() == held(family(steps=[ex.a_step("We may ring the clinic.", "dan", id="s")]))


@pytest.mark.parametrize(
    "text",
    [
        "Mr K. came to the door.",
        "J.M. was seen on the stair.",
        "A neighbour said the baby cries.",
        "Another pupil at the school complained.",
        "An anonymous caller rang on Friday.",
    ],
)
def test_pg_5_holds_initials_and_what_somebody_outside_told_us(text):
    """People outside the plan are on no page of the family, by letters or by what they said."""
    assert {("PG-5", "worry")} == held(ex.a_plan(worries=[ex.a_worry(text, id="worry")]))


@pytest.mark.parametrize(
    "text",
    [
        "The neighbours on the stair look in.",
        "The landlord has been told twice.",
        "Vitamin K is for babies.",
        "Mrs Lowe reads at 4.",
    ],
)
def test_pg_5_leaves_friends_and_letters_alone(text):
    """Whoever lends a hand is not a source; a gate that always holds is confirmed unread."""
    assert set() == held(ex.a_plan(worries=[ex.a_worry(text, id="worry")]))


def test_neither_gate_holds_a_page_of_the_families_for_nothing():
    """On six families and thirty seeded ones, for every reader, these two find nothing."""
    plans = [*samples.load_all(), *(synthetic.family(number, 2026) for number in range(30))]
    holds: list[Hold] = []
    for plan in plans:
        for person in plan.people:
            found = hold_or_edition(plan, person.id, today=plan.sample_today or ex.TODAY)
            holds += [one for one in found if one.gate in ("PG-3", "PG-5")] if isinstance(found, list) else []

    assert [] == holds


def test_a_team_lead_opens_pg_4_and_still_no_serious_worry_is_printed():
    """Nobody else can; the record of who looked is kept."""
    worry = ex.a_serious_worry("Finn was left alone.", id="w", about=frozenset({"ailsa"}))
    plan = ex.a_plan(worries=[worry])
    confirmed = {"PG-4": "Morag"}

    assert {("PG-4", "w")} == held(plan, confirmed=confirmed)

    shown = hold_or_edition(plan, "ailsa", today=ex.TODAY, confirmed=confirmed, by_lead=True)

    assert isinstance(shown, Edition)
    assert () == shown.plan.worries
    assert [("PG-4", "Morag")] == [(one.gate, one.by) for one in shown.confirmed]


def test_a_lead_who_answers_nothing_opens_nothing():
    """The right alone prints no page."""
    worry = ex.a_serious_worry(id="w", about=frozenset({"ailsa"}))

    assert {("PG-4", "w")} == held(ex.a_plan(worries=[worry]), by_lead=True, format=PrintFormat.PLAN)
