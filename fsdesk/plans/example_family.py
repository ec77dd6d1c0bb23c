"""Ailsa and Finn: the small good plan that `a_plan` starts from; every rule is quiet on it."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.example_records import (
    a_carer,
    a_child,
    a_goal,
    a_helper,
    a_matter,
    a_record,
    a_step,
    a_strength,
    a_support,
    a_voice,
    an_option,
    day,
    quote,
)

_BOTH = {"ailsa", "finn"}

_WHO_WE_ARE: dict[str, Any] = {
    "family_name": "Sorley",
    "state": m.PlanState.READY,
    "started_on": day(-30),
    "why_now": quote("We asked for a hand because the nights were long."),
    "about_us_asked_on": day(-30),
    "people": [a_carer("Ailsa"), a_child("Finn", 8)],
    "about_us": [
        a_record(m.AboutUs, topic=m.AboutTopic.FOOD, words=quote("No meat, and shoes off at the door."))
    ],
    "times_that_work": [a_record(m.TimeOfWeek, id="time", slot=m.Slot.WEEKEND)],
    "places_that_suit": [a_record(m.PlaceThatSuits, id="place", name="library", kind=m.PlaceKind.LIBRARY)],
}

_WHAT_WE_SAID: dict[str, Any] = {
    "matters": [a_matter()],
    "voices": [
        a_voice("finn", method=m.Method.DRAWING),
        a_voice("ailsa", "I want the mornings to be calm."),
    ],
    "strengths": [
        a_strength("Keeps going and keeps everybody laughing."),
        a_strength("Notices when somebody is sad.", "finn"),
        a_strength(
            "The neighbours on the stair look in.", (), holder=m.Holder.COMMUNITY, kind=m.StrengthKind.NETWORK
        ),
    ],
}

_WHAT_WE_DO: dict[str, Any] = {
    "goals": [a_goal()],
    "options": [
        a_support(),
        an_option("Something of our own", form=None),
        an_option("Nothing for now", form=None),
    ],
    "steps": [
        a_step("Book the Saturday place.", "dan"),
        a_step("Choose what we cook first.", _BOTH, strengths="strength-2"),
    ],
    "rights": [
        a_record(
            m.Right,
            article=12,
            whose="finn",
            words="My views count.",
            linked_to="goal",
            talked_through_with=_BOTH,
            on=day(-20),
        )
    ],
}

_WHO_HELPS: dict[str, Any] = {
    "worker": "dan",
    "team": [a_helper("Dan", for_whom=_BOTH)],
    "lead": m.Lead(who="dan", agreed_on=day(-20), agreed_by=frozenset({"ailsa"})),
    "reach_in": [
        a_record(m.ReachIn, name="Dan", place="library", hours="Saturday 10 to 12", phone_free_way="Walk in.")
    ],
    "rights_talked": m.RightsTalked(on=day(-20), how="With picture cards.", with_whom=frozenset(_BOTH)),
    "limits_told": m.LimitsTold(on=day(-20), how="Out loud, at the first visit."),
    "money": m.MoneyCheck(state=m.MoneyState.OFFERED, on=day(-20), by="Dan"),
    "next_review": m.NextReview(on=day(42), place="library"),
}

FAMILY: dict[str, Any] = {**_WHO_WE_ARE, **_WHAT_WE_SAID, **_WHAT_WE_DO, **_WHO_HELPS}
"""The fields of the plan, by name."""
