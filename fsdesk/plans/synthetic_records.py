"""The records of synthetic families: each method makes one, its words and days thrown by the family's own dice."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from fsdesk.plans import model as m
from fsdesk.plans import synthetic_words as words

TODAY = date(2026, 11, 20)
"""The day on which every synthetic family is read."""

WORKER, PARTNER = "worker", "partner"
"""The ids of the two helpers that every family has."""

_ADULT_AGES, _CHILD_AGES = (19, 68), (0, 16)

T = TypeVar("T")


class Maker:
    """The dice of one family, its people, and what makes one record of each kind from them."""

    def __init__(self, number: int, seed: int) -> None:
        self.number = number
        self.dice = random.Random(f"{seed}/{number}")  # noqa: S311 - invented families, not keys
        self.counts: dict[str, int] = {}
        self.began = TODAY - timedelta(days=self.between(30, 300))
        self.place = self.one_of(words.PLACES)
        self.helper = self.one_of(words.HELPERS)
        self.people = self.make_people()
        self.ids = [person.id for person in self.people]
        self.speaker = self.ids[0]
        self.child = next(person.id for person in self.people if person.role is m.Role.CHILD)

    # ------------------------------------------------------------------------------------------ small things

    def one_of(self, things: Sequence[T]) -> T:
        """Return one of these things."""
        return things[int(self.dice.random() * len(things))]

    def some_of(self, things: Sequence[T], count: int) -> list[T]:
        """Return so many different ones of these things, in any order."""
        return self.dice.sample(things, min(count, len(things)))

    def between(self, first: int, last: int) -> int:
        """Return a number from the first to the last."""
        return first + int(self.dice.random() * (last - first + 1))

    def chance(self, of_ten: int) -> bool:
        """Say yes as often as so many times of ten."""
        return self.dice.random() * 10 < of_ten

    def day(self, first: int, last: int) -> date:
        """A day so many days after the beginning, and never after today."""
        return min(TODAY, self.began + timedelta(days=self.between(first, last)))

    def who(self) -> m.Person:
        """Return somebody of the family who is not the one who speaks for it."""
        return self.one_of(self.people[1:])

    def record(self, kind: str) -> dict[str, Any]:
        """What every record of a kind begins with: an id that no other has."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return {"id": f"{kind}-{self.counts[kind]}"}

    def quote(self, text: str, speaker: str | None = None) -> m.Spans:
        """Return own words of the family's speaker, or of somebody else."""
        said = text.format(who=self.who().name)
        return (m.Span(text=said, kind=m.SpanKind.QUOTE, speaker=speaker or self.speaker),)

    # -------------------------------------------------------------------------------------- parts of the plan

    def make_people(self) -> list[m.Person]:
        """Return one or two carers, one to three children and at times another adult."""
        carers, children = 1 + self.chance(5), 1 + int(self.dice.random() * 3)
        roles = [m.Role.CARER] * carers + [m.Role.CHILD] * children + [m.Role.OTHER_ADULT] * self.chance(3)
        names = self.some_of(words.FIRST_NAMES, len(roles))
        return [self.person(name, role) for name, role in zip(names, roles, strict=True)]

    def person(self, name: str, role: m.Role) -> m.Person:
        """Return somebody of this name and role."""
        years = self.between(*(_CHILD_AGES if role is m.Role.CHILD else _ADULT_AGES))
        born = m.Born(month=f"{TODAY.year - 1 - years}-{self.between(1, 12):02}")
        home = frozenset({"home-1"})
        return m.Person(
            **self.record("person"),
            name=name,
            role=role,
            born=born,
            lives_with=home,
            access_asked_on=self.began,
        )

    def voice(self, person: m.Person) -> m.Voice:
        """Return what one person said; of a small child, what we saw."""
        start = self.record("voice") | {"person": person.id, "on": self.day(0, 30)}
        if self.is_small(person):
            saw = words_of(self.one_of(words.OBSERVED).format(who=person.name))
            return m.Voice(
                **start,
                kind=m.VoiceKind.OBSERVATION,
                method=m.Method.WATCHING_TOGETHER,
                saw=saw,
                no_answer_needed=True,
            )
        method = self.one_of((m.Method.TALKING, m.Method.WALK, m.Method.CARDS, m.Method.VOICE_NOTE))
        said = self.quote(self.one_of(words.SAID), person.id)
        return m.Voice(**start, words=said, method=method, answered_by=frozenset({"goal-1"}))

    def is_small(self, person: m.Person) -> bool:
        """Say whether this is a child under five."""
        born = person.born.month if person.born else None
        return born is not None and int(born[:4]) > TODAY.year - 5

    def strength(self, person: m.Person) -> m.Strength:
        """Return what one person is good at."""
        text = words_of(self.one_of(words.STRENGTHS).format(who=person.name))
        whose, noticed = frozenset({person.id}), self.who().name
        return m.Strength(
            **self.record("strength"), text=text, whose=whose, kind=m.StrengthKind.SKILL, noticed_by=noticed
        )

    def near_us(self, name: str, brings: str) -> m.NetworkLine:
        """Return somebody or something around the family."""
        line = self.one_of((m.Line.STRONG, m.Line.EVERYDAY, m.Line.HOPED_FOR))
        return m.NetworkLine(**self.record("near"), name=name, line=line, brings=words_of(brings))

    def goal(self, text: str, notice: str) -> m.Goal:
        """Return a goal in the family's words with a scale and how they will notice."""
        today = self.between(1, 5)
        return m.Goal(
            **self.record("goal"),
            text=self.quote(text),
            whose=frozenset({self.speaker, self.child}),
            confirmed_by=(m.Confirmation(by=self.speaker, on=self.day(10, 60)),),
            how_we_notice=self.quote(notice),
            scale=m.Scale(today=today, hoped=today + self.between(2, 4)),
            strengths=frozenset({"strength-1"}),
            rights=frozenset({"right-1"}),
        )

    def options(self, goal: m.Goal) -> list[m.Option]:
        """Return three ways to help a goal, the first of them chosen."""
        shown = self.some_of(words.OPTIONS, 3)
        return [
            self.option(goal, name, what, is_chosen=index == 0) for index, (name, what) in enumerate(shown)
        ]

    def option(self, goal: m.Goal, name: str, what: str, *, is_chosen: bool) -> m.Option:
        """Return one way to help a goal."""
        start = self.record("option") | {"goal": goal.id, "name": name, "what": words_of(what)}
        if not is_chosen:
            return m.Option(**start)
        return m.Option(
            **start,
            helper=WORKER,
            place=f"{self.place} Library",
            place_kind=m.PlaceKind.LIBRARY,
            place_works=self.chance(8),
            choice=m.Choice.CHOSEN,
            chosen_by=frozenset({self.speaker}),
            chosen_on=self.day(20, 60),
            started_on=self.day(61, 80) if self.chance(7) else None,
        )

    def step(self, text: str, who: str, name: str) -> m.Step:
        """Return something one person will do."""
        by_when = TODAY + timedelta(days=self.between(2, 40)) if self.chance(8) else None
        state = self.one_of((m.StepState.TO_DO, m.StepState.DOING, m.StepState.DONE))
        return m.Step(
            **self.record("step"),
            what=words_of(text.format(who=name)),
            goal="goal-1",
            who=frozenset({who}),
            by_when=by_when,
            state=state,
            offer=who in (WORKER, PARTNER),
        )

    def steps(self) -> list[m.Step]:
        """Return two steps of the worker and one of the family."""
        ours = [self.step(self.one_of(words.OUR_STEPS), WORKER, self.helper) for _ in range(2)]
        person = self.who()
        return [*ours, self.step(self.one_of(words.FAMILY_STEPS), person.id, person.name)]

    def team(self) -> list[m.TeamPerson]:
        """Return the worker and a teacher."""
        worker: dict[str, Any] = {
            "id": WORKER,
            "name": self.helper,
            "role": "family support worker",
            "reach": self.phone(),
        }
        partner: dict[str, Any] = {"id": PARTNER, "name": self.one_of(words.HELPERS), "role": "teacher"}
        orgs = ("Linnet Family Support", f"{self.place} Primary")
        aim = self.day(20, 60)
        return [
            m.TeamPerson(**one, organisation=org, agreed_aim_on=aim)
            for one, org in zip((worker, partner), orgs, strict=True)
        ]

    def phone(self) -> str:
        """Return a number of the range kept for fiction."""
        return f"0141 496 0{self.between(0, 999):03}"

    def wellbeing(self, person: m.Person) -> m.Wellbeing:
        """Return how one area of a child's life is going."""
        state = self.one_of((m.HowItIs.GOOD, m.HowItIs.MIXED))
        strengths, area = frozenset({"strength-1"}), self.one_of(tuple(m.Area))
        return m.Wellbeing(
            **self.record("area"), child=person.id, area=area, state=state, strengths=strengths
        )

    def worry(self) -> m.Worry:
        """Return an everyday worry and what around the family may explain it."""
        text, around = self.one_of(words.WORRIES)
        about = frozenset({self.speaker})
        return m.Worry(
            **self.record("worry"),
            text=words_of(text),
            about=about,
            area=m.WorryArea.HOME,
            around=words_of(around),
        )

    def feedback(self) -> m.Feedback:
        """Return what the family told us, mostly answered."""
        text, did = self.one_of(words.FEEDBACK)
        answered: dict[str, Any] = (
            {"we_did": words_of(did), "state": m.FeedbackState.DONE} if self.chance(8) else {}
        )
        return m.Feedback(
            **self.record("feedback"),
            from_person=self.speaker,
            text=self.quote(text),
            on=self.day(60, 90),
            **answered,
        )

    def review(self) -> m.Review:
        """Return one time the plan was looked at together."""
        said = self.quote(self.one_of(words.REVIEWED))
        there = frozenset({self.speaker, WORKER})
        return m.Review(
            **self.record("review"),
            on=self.day(60, 120),
            who=there,
            what_changed=said,
            asked_feedback=self.chance(9),
        )


def words_of(text: str) -> m.Spans:
    """Return the worker's words."""
    return (m.Span(text=text),)
