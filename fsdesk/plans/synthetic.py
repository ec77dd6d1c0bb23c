"""Invented families by number, for load: varied, of a realistic size, and the same every time."""

from __future__ import annotations

import base64
import hashlib
from datetime import timedelta
from typing import Any

from fsdesk.plans import codes
from fsdesk.plans import model as m
from fsdesk.plans import synthetic_words as words
from fsdesk.plans.synthetic_drawing import scribble
from fsdesk.plans.synthetic_records import TODAY, WORKER, Maker, words_of

DRAWING_EVERY = 10
"""Every tenth family holds a drawing."""

_FIRST_MOMENT_MS = 1_767_600_000_000  # ids rise with their number from 5 January 2026 on


def family(number: int, seed: int) -> m.Plan:
    """Return the plan of one invented family, the same for the same number and seed.

    It holds about forty records in about six kilobytes, what fifteen edits leave behind; every tenth number has
    a drawing besides. Plans of different numbers have different ids. Raises ValueError for a negative number.
    """
    if number < 0:
        raise ValueError("families are numbered from 0")
    return _Family(number, seed).plan()


class _Family(Maker):
    """One family while it is made up, part by part."""

    def who_we_are(self) -> dict[str, Any]:
        """Return the people, their home and what is around them."""
        address = f"{self.between(1, 140)} {self.one_of(words.PLACES)} Road, {self.place}"
        about = self.record("about") | {"words": self.quote(self.one_of(words.ABOUT_US))}
        contact = self.record("contact") | {"person": self.speaker, "way": "text", "value": self.phone()}
        return {
            "people": tuple(self.people),
            "households": (m.Household(**self.record("home"), label="Our place", address=address),),
            "network": tuple(self.near_us(*one) for one in self.some_of(words.NEAR_US, 2)),
            "safe_contacts": (m.SafeContact(**contact, text_ok=True),),
            "about_us": (m.AboutUs(**about, topic=m.AboutTopic.CULTURE),),
            "times_that_work": (m.TimeOfWeek(**self.record("time"), slot=self.one_of(tuple(m.Slot))),),
            "places_that_suit": (m.PlaceThatSuits(**self.record("place"), name=f"{self.place} Library"),),
        }

    def what_we_said(self) -> dict[str, Any]:
        """Return what matters, the voices, the strengths and how things are."""
        children = [person for person in self.people if person.role is m.Role.CHILD]
        matter = self.record("matter") | {"words": self.quote(self.one_of(words.MATTERS))}
        return {
            "matters": (m.Matter(**matter, person=self.speaker),),
            "voices": tuple(self.voice(person) for person in self.people),
            "strengths": tuple(self.strength(person) for person in self.people),
            "wellbeing": tuple(self.wellbeing(person) for person in children),
            "worries": (self.worry(),) if self.chance(4) else (),
        }

    def what_we_do(self) -> dict[str, Any]:
        """Return the goals, what could help, the steps and the rights."""
        goals = [self.goal(*one) for one in self.some_of(words.GOALS, 2)]
        right = self.record("right") | {
            "article": 12,
            "words": words_of("What I think counts when people decide."),
        }
        return {
            "goals": tuple(goals),
            "options": tuple(option for goal in goals for option in self.options(goal)),
            "steps": tuple(self.steps()),
            "rights": (
                m.Right(**right, whose=frozenset(self.ids), linked_to=frozenset({"goal-1", "goal-2"})),
            ),
        }

    def who_helps(self) -> dict[str, Any]:
        """Return the helpers, what is shared, how to reach in and what was looked at."""
        team = self.team()
        told: dict[str, Any] = {
            "told_whom": frozenset({self.speaker}),
            "told_on": self.day(20, 60),
            "consent": m.Consent.GIVEN,
        }
        share = self.record("share") | {"org": team[1].organisation, "basis": m.Basis.CONSENT}
        place = f"{self.place} Library"
        reach: dict[str, Any] = {"place": place, "hours": "Saturday 10 to 12", "phone": self.phone()}
        meeting: dict[str, Any] = {"on": TODAY + timedelta(days=self.between(1, 21)), "place": place}
        return {
            "team": tuple(team),
            "shares": (m.Share(**share, what=words_of("Our goals and who collects."), **told),),
            "reach_in": (m.ReachIn(**self.record("reach"), name=self.helper, **reach),),
            "meetings": (
                m.Meeting(**self.record("meeting"), **meeting, with_whom=frozenset({self.speaker, WORKER})),
            ),
            "reviews": (self.review(),) if self.chance(5) else (),
            "feedback": (self.feedback(),) if self.chance(5) else (),
        }

    def drawing(self) -> dict[str, Any]:
        """Return a drawing for every tenth family."""
        if self.number % DRAWING_EVERY:
            return {}
        picture = scribble(self.dice)
        digest = hashlib.blake2b(picture, digest_size=32).hexdigest()
        encoded = base64.b64encode(picture).decode("ascii")
        return {
            "media": (m.Media(**self.record("picture"), hash=digest, caption="A drawing", base64=encoded),)
        }

    def voices_with(self, voices: tuple[m.Voice, ...]) -> tuple[m.Voice, ...]:
        """Return the voices and the one that the drawing is."""
        start = self.record("voice") | {"person": self.child, "kind": m.VoiceKind.DRAWING}
        drawn = m.Voice(
            **start, media=frozenset({"picture-1"}), method=m.Method.DRAWING, no_answer_needed=True
        )
        return (*voices, drawn)

    def plan(self) -> m.Plan:
        """Return the whole plan."""
        parts = (
            self.who_we_are() | self.what_we_said() | self.what_we_do() | self.who_helps() | self.drawing()
        )
        if "media" in parts:
            parts["voices"] = self.voices_with(parts["voices"])
        return m.Plan(
            id=self.plan_id(),
            code=codes.mint(self.dice.randbytes(codes.RANDOM_BYTES)),
            family_name=self.one_of(words.SURNAMES),
            state=self.one_of((m.PlanState.DRAFT, m.PlanState.READY, m.PlanState.AGREED)),
            started_on=self.began,
            sample_today=TODAY,
            why_now=self.quote(self.one_of(words.WHY_NOW)),
            worker=WORKER,
            lead=m.Lead(who=WORKER, agreed_on=self.day(20, 60), agreed_by=frozenset({self.speaker})),
            next_review=m.NextReview(on=TODAY + timedelta(days=self.between(-10, 80))),
            money=m.MoneyCheck(state=self.one_of(tuple(m.MoneyState))) if self.chance(7) else None,
            **parts,
        )

    def plan_id(self) -> str:
        """Return an id as any plan's: rising with the number, the rest by the dice."""
        moment, rest = f"{_FIRST_MOMENT_MS + self.number:012x}", self.dice.randbytes(9).hex()
        return f"{moment[:8]}-{moment[8:]}-7{rest[:3]}-{self.one_of('89ab')}{rest[3:6]}-{rest[6:18]}"
