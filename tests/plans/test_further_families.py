"""Whole good plans of very different families: no rule speaks, and one change makes one rule speak."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.checks import check


def a_family(*people: m.Person, voices: list[m.Voice], **over: Any) -> m.Plan:
    """A settled plan with these people: one organisation, one goal, one helper, everything asked."""
    ids = {one.id for one in people if one.in_plan}
    yes = [m.Confirmation(by=people[0].id, on=ex.day(-20))]
    fields: dict[str, Any] = {
        "state": m.PlanState.READY, "people": people, "voices": voices, "worker": "kit",
        "why_now": ex.quote("We asked for somebody to stand beside us.", people[0].id),
        "about_us_asked_on": ex.day(-30), "matters": [ex.a_matter("Laughing again.", person=people[0].id)],
        "strengths": [ex.a_strength(f"{one.name} keeps everybody going.", one.id) for one in people if one.in_plan],
        "goals": [ex.a_goal("Quiet mornings.", whose=ids, confirmed_by=yes)],
        "rights": [ex.a_record(m.Right, article=31, whose=ids, words="To play and rest.", linked_to="goal")],
        "options": [
            ex.a_support("Help with the forms", form=m.Form.WELFARE_RIGHTS, helper="kit", chosen_by=people[0].id),
            ex.an_option("Baby and toddler group", form=m.Form.LOCAL_GROUPS, choice=m.Choice.NOT_NOW),
        ],
        "steps": [ex.a_step("Kit brings the forms on Saturday.", "kit")],
        "team": [ex.a_helper("Kit")], "times_that_work": [ex.a_record(m.TimeOfWeek, slot=m.Slot.WEEKEND)],
        "rights_talked": m.RightsTalked(on=ex.day(-20)), "limits_told": m.LimitsTold(on=ex.day(-20)),
        "money": m.MoneyCheck(state=m.MoneyState.DECLINED), "next_review": m.NextReview(on=ex.day(42)),
        "reach_in": [ex.a_record(m.ReachIn, name="Kit", place="library")],
    }  # fmt: skip
    return ex.a_bare_plan(**{**fields, **over})


def a_deaf_dad_with_twins() -> m.Plan:
    bsl = m.Language(lang="bfi", signed=True, preferred=True)
    dad = ex.a_carer("Ruaridh", languages=[bsl], need_areas={m.NeedArea.CARING})
    signing = ex.a_voice("ruaridh", "Talk to me, not to the interpreter.", method=m.Method.SIGNING)
    carol = ex.a_helper("Carol", form=m.Form.SPECIALIST_LINKS, for_whom="ruaridh")
    return a_family(
        dad, ex.a_child("Eilidh", 6), ex.a_child("Skye", 6),
        voices=[signing, ex.a_voice("eilidh", method=m.Method.DRAWING), ex.an_observation("skye", answered_by="goal")],
        interpreters=[ex.a_record(m.Interpreter, person="ruaridh", kind="BSL", booked=True)],
        access_needs=[ex.a_record(m.AccessNeed, person="ruaridh", need=m.Need.BSL)],
        team=[ex.a_helper("Kit"), carol],
    )  # fmt: skip


def a_young_mother_before_the_birth() -> m.Plan:
    kayleigh = ex.a_carer("Kayleigh", born=m.Born(band=m.AgeBand.FROM_16_TO_17))
    bump = ex.a_child("Bump", None, born=m.Born(unborn=True, on=ex.day(80)))
    text = ex.a_voice("kayleigh", "I am finishing my Highers.", method=m.Method.TALKING)
    meeting = ex.a_record(m.Meeting, on=ex.day(9), at="17:15", place="Nan's", with_whom="kayleigh")
    return a_family(
        kayleigh, bump, voices=[text], meetings=[meeting], households=[ex.a_record(m.Household, label="Nan's")],
        times_that_work=[
            ex.a_record(m.TimeOfWeek, id=slot.value, slot=slot) for slot in (m.Slot.EVENING, m.Slot.WEEKEND)
        ],
    )  # fmt: skip


def two_homes_and_a_hearing() -> m.Plan:
    homes = [ex.a_record(m.Household, id=name, label=f"{name}'s house") for name in ("mum", "dad")]
    nadia, sean = ex.a_carer("Nadia", lives_with="mum"), ex.a_carer("Sean", lives_with="dad")
    mina = ex.a_child("Mina", 11, lives_with={"mum", "dad"})
    must = {"source": m.GoalSource.SERVICE, "confirmed_by": (), "must_do_because": "A hearing set this."}
    plan = a_family(
        nadia, sean, mina, households=homes, family_asked=False, voices_declined=[ex.a_no("sean")],
        voices=[ex.a_voice("nadia", "Quiet handovers."), ex.a_voice("mina", kind=m.VoiceKind.SONG)],
        times_that_do_not=[ex.a_record(m.TimeOfWeek, id="site", person="sean", slot=m.Slot.DAY)],
        meetings=[ex.a_record(m.Meeting, on=ex.day(12), at="11:00", place="Mum's house", with_whom={"nadia", "sean"})],
        agreements=[ex.a_record(m.Agreement, person="sean", state=m.AgreementState.PARTLY)],
        disagreements=[ex.a_record(m.Disagreement, flagged_by="sean", how_we_weighed="The park until winter.")],
    )  # fmt: skip
    law = ex.a_goal("School every day.", id="law", whose="mina", read_out_on=ex.day(-20), **must)
    return replace(plan, goals=(*plan.goals, law))


def one_that_ended_well() -> m.Plan:
    olga, sasha = ex.a_carer("Olga"), ex.a_child("Sasha", 0)
    plan = a_family(
        olga, sasha, state=m.PlanState.FINISHED_FOR_NOW, next_review=None,
        ending=m.Ending(on=ex.day(-9), way_back_in=ex.words("Ask for Kit. No form.")),
        voices=[ex.a_voice("olga", "Sleep.", method=m.Method.TALKING), ex.an_observation("sasha", answered_by="goal")],
        change_events=[ex.a_record(m.ChangeEvent, kind=m.ChangeKind.JOB, on=ex.day(-3))],
    )  # fmt: skip
    done = replace(plan.goals[0], state=m.GoalState.DONE)
    return replace(plan, goals=(done,), steps=())


FAMILIES = [
    a_deaf_dad_with_twins,
    a_young_mother_before_the_birth,
    two_homes_and_a_hearing,
    one_that_ended_well,
]


def rules_of(plan: m.Plan) -> list[str]:
    return [one.rule for one in check(plan, ex.TODAY).findings if one.rule.startswith("R-")]


@pytest.mark.parametrize("family", FAMILIES)
def test_no_rule_speaks_on_a_good_plan_of_any_family(family):
    """However they live."""
    assert [] == rules_of(family())


@pytest.mark.parametrize(
    ("family", "changes", "expected"),
    [
        (a_deaf_dad_with_twins, {"interpreters": ()}, ["R-31", "R-32"]),
        (a_deaf_dad_with_twins, {"team": (ex.a_helper("Kit"),)}, ["R-16"]),
        (a_deaf_dad_with_twins, {"options": a_deaf_dad_with_twins().options[:1]}, ["R-10", "R-18"]),
        (a_young_mother_before_the_birth, {"rights": ()}, ["R-29"]),
        (a_young_mother_before_the_birth, {"households": ()}, ["R-17"]),
        (two_homes_and_a_hearing, {"voices_declined": ()}, ["R-02"]),
        (two_homes_and_a_hearing, {"disagreements": ()}, ["R-30"]),
        (two_homes_and_a_hearing, {"goals": two_homes_and_a_hearing().goals[1:]}, ["R-08"]),
        (one_that_ended_well, {"ending": None}, ["R-23"]),
        (one_that_ended_well, {"state": m.PlanState.READY}, ["R-21"]),
    ],
)  # fmt: skip
def test_one_change_makes_what_it_should_speak(family, changes, expected):
    """And nothing beside it."""
    assert expected == rules_of(replace(family(), **changes))
