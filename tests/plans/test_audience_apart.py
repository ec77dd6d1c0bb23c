from __future__ import annotations

import re

import msgspec
import pytest

from fsdesk import resources
from fsdesk.plans import document
from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.audience import Edition, hold_or_edition
from fsdesk.plans.audience.guard import WouldGiveAway
from fsdesk.plans.sheet import sheet_of, texts

RAB = ex.a_record(m.Person, id="rab", name="Rab", role=m.Role.OTHER_ADULT)
PEOPLE = [ex.a_carer("Ailsa"), ex.a_child("Finn", 8), RAB]
SAFETY = ex.a_record(m.SafetyBetween, from_whom={"rab"}, about={"ailsa", "finn"}, tokens={"Rossmuir"})
FATHER = ex.a_record(m.Relationship, from_person="finn", to_person="rab", kind="father")
FOR_RAB = m.Audience(to=m.Reach.NAMED, readers=frozenset({"rab", "finn"}))
LENNOX = document.read(resources.read_bytes("samples", "F4.json"))


def a_plan(**over) -> m.Plan:
    return ex.a_plan(people=PEOPLE, safety_between=[SAFETY], relationships=[FATHER], **over)


def weighed(plan, **more):
    return hold_or_edition(plan, "rab", today=ex.TODAY, **more)


def page(plan) -> str:
    return "\n".join(texts(sheet_of(weighed(plan), letter="B", version=1)))


def test_everyone_does_not_reach_a_reader_whom_a_safety_record_names():
    """What the others said for everybody stays theirs; what names this reader or is their own is shown."""
    plan = a_plan(
        strengths=[
            ex.a_strength("Sings."),
            ex.a_strength("Draws horses.", "finn", audience=FOR_RAB),
            ex.a_strength("Fixes bikes.", "rab"),
        ]
    )
    seen = [m.text_of(one.text) for one in weighed(plan).plan.strengths]

    assert ["Draws horses.", "Fixes bikes."] == seen


def test_no_place_and_no_worker_is_left():
    """Venues, times of travel, helpers, ways in, maps and pictures are dropped without a word."""
    mine = ex.a_step("Bring the book.", "rab", place="Rowan Hall", at="at ten", slot=m.Slot.WEEKEND)
    seen = weighed(a_plan(steps=[mine])).plan

    assert ("", "", None) == (seen.steps[0].place, seen.steps[0].at, seen.steps[0].slot)
    for name in (
        "team",
        "reach_in",
        "network",
        "connections",
        "places_that_suit",
        "households",
        "media",
        "shares",
    ):
        assert () == getattr(seen, name)
    assert (None, None, None, ()) == (seen.worker, seen.lead, seen.next_review, seen.why_now)


def test_whom_this_reader_does_not_know_of_is_not_named():
    """A new baby or a new partner does not show, not even as the doer of a step."""
    baby = ex.a_child("Mirren", 0)
    plan = msgspec.structs.replace(
        a_plan(steps=[ex.a_step("Bring the book.", {"rab", "mirren", "finn"}, audience=FOR_RAB)]),
        people=(*PEOPLE, baby),
    )
    seen = weighed(plan).plan

    assert {"finn", "rab"} == seen.steps[0].who
    assert ["finn", "rab"] == [one.id for one in seen.people]


@pytest.mark.parametrize(
    "text",
    [
        "Dan will be there.",
        "Ask at Family Support.",
        "Ring 0141 496 0117.",
        "It is in ZX14 3QF.",
        "By Rossmuir.",
    ],
)
def test_a_worker_a_base_a_number_or_a_place_in_a_text_holds(text):
    """What cannot be dropped from a sentence holds the page."""
    (found,) = weighed(a_plan(steps=[ex.a_step(text, "rab", id="trouble")]))

    assert ("PG-2", ("trouble",)) == (found.gate, found.records)


def test_a_record_for_everyone_that_names_a_hidden_place_is_brought_to_the_workers_eyes():
    """It would not be shown, and still it holds: next time somebody could name this reader."""
    (found,) = weighed(a_plan(steps=[ex.a_step("Walk to Rossmuir.", id="trouble")]))

    assert ("PG-2", ("trouble",)) == (found.gate, found.records)


def test_somebody_named_only_by_name_is_apart_too():
    """A safety record that says "Rab" in words counts for the person of that name."""
    by_name = ex.a_record(m.SafetyBetween, from_name="rab", about={"ailsa"}, tokens={"Rossmuir"})
    plan = ex.a_plan(people=PEOPLE, safety_between=[by_name])

    assert weighed(plan).is_apart


def test_a_safety_record_of_one_version_sets_a_reader_apart():
    """While versions differ the protective one counts."""
    assert weighed(ex.a_plan(people=PEOPLE), also=[a_plan()]).is_apart


def test_a_serious_worry_does_not_wait_for_this_reader():
    """It is not theirs, so neither does it hold nor does it show."""
    worry = ex.a_serious_worry(about={"rab", "finn"}, audience=FOR_RAB, sealed=False)
    found = weighed(a_plan(worries=[worry]))

    assert isinstance(found, Edition)
    assert () == found.plan.worries


def test_the_page_is_the_same_whatever_else_the_plan_holds():
    """Nothing that is not this reader's moves, numbers or fills anything on their page."""
    mine = {
        "strengths": [ex.a_strength("Fixes bikes.", "rab")],
        "steps": [ex.a_step("Bring the book.", "rab")],
    }
    more = a_plan(
        strengths=[ex.a_strength("Sings.", id="first"), *mine["strengths"]],
        steps=[ex.a_step("Buy bread.", "ailsa", id="bread"), *mine["steps"]],
        goals=[ex.a_goal()],
        worries=[ex.a_worry()],
        network=[ex.a_record(m.NetworkLine, name="Gran")],
        meetings=[ex.a_record(m.Meeting, on=ex.day(3), place="Library", with_whom={"ailsa"})],
    )
    bare = ex.a_bare_plan(
        people=PEOPLE, safety_between=[SAFETY], relationships=[FATHER], state=more.state, **mine
    )

    assert page(bare) == page(more)


def test_a_family_title_that_holds_a_hidden_place_falls_back_once_confirmed():
    """The title is left out as a record is: the page has the usual one."""
    plan = a_plan(title="Our Rossmuir plan")
    confirmed = weighed(plan, confirmed={"PG-2": "Dan"})

    assert "Our plan" == sheet_of(confirmed, letter="B", version=1).title


def test_the_last_look_stops_a_page_that_would_give_something_away():
    """Whatever let a hidden word through, a finished page that holds one is not made."""
    edition = weighed(a_plan())
    leaking = edition._replace(plan=msgspec.structs.replace(edition.plan, title="Our Rossmuir plan"))

    with pytest.raises(WouldGiveAway, match="last look"):
        sheet_of(leaking, letter="B", version=1)


def test_a_guard_says_nothing_of_what_it_guards():
    """An edition in a log by accident holds no token."""
    assert "ossmuir" not in repr(weighed(a_plan()).guard)


def test_ewans_page_is_held_by_pg_2_alone():
    """In F4 the step that names school and meeting place holds, and nothing else needs a confirmation."""
    (found,) = hold_or_edition(LENNOX, "ewan", today=LENNOX.sample_today)

    assert ("PG-2", ("step-walk",)) == (found.gate, found.records)


def test_ewans_page_holds_no_trace():
    """Confirmed, the page has no token, no worker, no private word, and none of Kirsty's own words."""
    edition = hold_or_edition(LENNOX, "ewan", today=LENNOX.sample_today, confirmed={"PG-2": "Dan"})
    words = "\n".join(texts(sheet_of(edition, letter="S", version=1))).lower()
    hidden = [
        *LENNOX.safety_between[0].tokens,
        "lennox",
        "disnae",
        "throat",
        "volatile",
        "kirsty",
        "swimming",
    ]
    hidden += [one.name for one in LENNOX.team] + [one.organisation for one in LENNOX.team]

    assert [] == [one for one in hidden if re.search(rf"\b{re.escape(one.lower())}\b", words)]
    assert "ewan" in words


def test_kirstys_page_is_held_by_pg_9():
    """Where paper is not safe no confirmation makes any."""
    confirmed = dict.fromkeys(("PG-2", "PG-3", "PG-5", "PG-6"), "Dan")
    found = hold_or_edition(LENNOX, "kirsty", today=LENNOX.sample_today, confirmed=confirmed)

    assert "PG-9" in [one.gate for one in found]


def test_jamies_private_words_hold_where_they_are_repeated():
    """F4: an option that repeats what Jamie kept for his own page holds by PG-6 wherever it would show."""
    found = hold_or_edition(LENNOX, "jamie", today=LENNOX.sample_today)

    assert "PG-6" in [one.gate for one in found]
