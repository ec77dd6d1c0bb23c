"""Builders of the records of small invented plans: valid defaults, override what matters.

Every builder takes the one thing worth saying first and any field of its record by name. Text may be given
where spans are meant (it becomes the worker's words), a list where a tuple is meant, one id where a set of
ids is meant. Ids are readable and the same every time: a person's is the name in small letters, any other
record's is its kind ("goal"); a plan numbers a kind that occurs twice ("goal", "goal-2"). All families are
invented.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import Any, TypeVar

import msgspec

from fsdesk.plans import model as m

TODAY = date(2026, 3, 2)
"""The Monday on which every plan made here is read."""

R = TypeVar("R", bound=msgspec.Struct)


def day(after: int = 0) -> date:
    """Return the day so many days after TODAY; before it when negative."""
    return TODAY + timedelta(days=after)


def words(text: str, lang: str = "en", kind: str = "worker", speaker: str | None = None) -> m.Spans:
    """Return one span: the worker's words unless another kind is named."""
    return (m.Span(text=text, lang=lang, kind=m.SpanKind(kind), speaker=speaker),)


def quote(text: str, speaker: str | None = "ailsa", lang: str = "en") -> m.Spans:
    """Return one span of somebody's own words."""
    return words(text, lang, "quote", speaker)


def summary(text: str, speaker: str | None = "ailsa") -> m.Spans:
    """Return one span in which the worker retells what somebody said."""
    return words(text, kind="summary", speaker=speaker)


def a_person(name: str = "Ailsa", role: str = "carer", **over: Any) -> m.Person:
    """Return somebody of a plan: a carer unless another role is named."""
    defaults = {"access_asked_on": day(-30)}
    return make(m.Person, {"id": _slug(name), "name": name, "role": m.Role(role), **defaults, **over})


def a_carer(name: str = "Ailsa", **over: Any) -> m.Person:
    """Return somebody who looks after the children."""
    return a_person(name, "carer", **over)


def a_child(name: str = "Finn", age: int | None = 8, **over: Any) -> m.Person:
    """Return a child of so many years on TODAY; None says nothing about the age."""
    born = {} if age is None else {"born": m.Born(on=date(TODAY.year - age, 1, 15))}
    return a_person(name, "child", **{**born, **over})


def another_adult(name: str = "Morag", **over: Any) -> m.Person:
    """Return an adult who is neither carer nor helper, such as a grandmother nearby."""
    return a_person(name, "other_adult", **over)


def a_helper(name: str = "Dan", organisation: str = "Family support", **over: Any) -> m.TeamPerson:
    """Return somebody who stands beside the family for a service."""
    defaults = {"id": _slug(name), "role": "family support worker", "agreed_aim_on": day(-20)}
    return make(m.TeamPerson, {"name": name, "organisation": organisation, **defaults, **over})


def a_matter(said: str | m.Spans = "Tea together, all of us.", **over: Any) -> m.Matter:
    """Return something that matters to the family."""
    return make(m.Matter, {"id": "matter", "words": _own(said), **over})


def a_voice(person: str = "finn", said: str | m.Spans = "I want my mum at my match.", **over: Any) -> m.Voice:
    """Return what one person said, in their own words."""
    defaults = {"id": f"voice-{person}", "person": person, "words": _own(said, person), "on": day(-20)}
    return make(m.Voice, {**defaults, "method": m.Method.WALK, "answered_by": "goal", **over})


def an_observation(person: str = "finn", saw: str = "Turns to a low voice.", **over: Any) -> m.Voice:
    """Return what we saw of somebody who uses no speech, and what it may be telling us."""
    defaults = {"id": f"voice-{person}", "person": person, "kind": m.VoiceKind.OBSERVATION, "saw": saw}
    telling = "May be telling us that it settles him."
    return make(
        m.Voice, {**defaults, "method": m.Method.WATCHING_TOGETHER, "may_be_telling_us": telling, **over}
    )


def a_no(person: str = "finn", **over: Any) -> m.VoiceDeclined:
    """Return somebody's right to say nothing today."""
    return make(m.VoiceDeclined, {"id": f"declined-{person}", "person": person, "on": day(-20), **over})


def a_strength(
    text: str = "Keeps going and keeps laughing.", whose: Any = "ailsa", **over: Any
) -> m.Strength:
    """Return something one person is good at; `whose` may be several, or () for the neighbours'."""
    return make(m.Strength, {"id": "strength", "text": text, "whose": whose, **over})


def a_goal(text: str | m.Spans = "Tea together three times a week.", **over: Any) -> m.Goal:
    """Return a goal in the family's words that Ailsa said yes to and everybody can notice."""
    yes = (m.Confirmation(by="ailsa", on=day(-20)),)
    notice = "We will hear a noisy table."
    defaults = {"id": "goal", "whose": {"ailsa", "finn"}, "confirmed_by": yes, "how_we_notice": notice}
    return make(m.Goal, {"text": _own(text), "strengths": "strength", "rights": "right", **defaults, **over})


def an_option(name: str = "Saturday drop-in", **over: Any) -> m.Option:
    """Return one way the goal could be helped, shown and not chosen."""
    return make(m.Option, {"id": "option", "name": name, "goal": "goal", "form": m.Form.DROP_IN, **over})


def a_support(name: str = "Saturday drop-in", **over: Any) -> m.Option:
    """Return an option that Ailsa chose, that has begun, at a place and time that suit."""
    chosen = {"choice": m.Choice.CHOSEN, "chosen_by": "ailsa", "chosen_on": day(-20), "started_on": day(-9)}
    where = {"place": "library", "place_kind": m.PlaceKind.LIBRARY, "place_works": True}
    return an_option(name, **{**chosen, **where, "slot": m.Slot.WEEKEND, "helper": "dan", **over})


def a_step(
    what: str | m.Spans = "Ring the college about a start date.", who: Any = "dan", **over: Any
) -> m.Step:
    """Return an open step of Dan's with a day; `who` may be several, or () for nobody yet."""
    defaults = {"id": "step", "goal": "goal", "by_when": day(10), "barriers_asked": {m.Barrier.NONE}}
    return make(m.Step, {"what": what, "who": who, **defaults, **over})


def a_worry(text: str | m.Spans = "Money runs out by Thursday.", **over: Any) -> m.Worry:
    """Return an everyday worry with what around the family may explain it."""
    defaults = {"id": "worry", "about": "ailsa", "area": m.WorryArea.MONEY, "around": "Bills went up."}
    return make(m.Worry, {"text": text, "around_areas": {m.Around.MONEY}, **defaults, **over})


def a_serious_worry(text: str | m.Spans = "Finn was left alone all night.", **over: Any) -> m.Worry:
    """Return a serious worry with all six lines."""
    seen = {"noticed": m.NoticedHow.SAID, "noticed_by": "Finn told Dan", "noticed_on": day(-2)}
    lines = {"fear": "He may be hurt with nobody there.", "already_safe": "His gran has him this week."}
    action = {
        "next_action": "Dan and the team lead see Ailsa.",
        "next_owner": "dan",
        "family_told_on": day(-1),
    }
    serious = {"id": "worry", "about": "finn", "level": m.WorryLevel.SERIOUS, "sealed": True}
    return make(m.Worry, {"text": text, **serious, **seen, **lines, **action, **over})


def an_answer(rule: str, where: str = "", **over: Any) -> m.Answer:
    """Return a finding put to rest in the worker's words."""
    defaults = {
        "id": "answer",
        "words": "It would not be right for them just now.",
        "by": "Dan",
        "on": day(-1),
    }
    return make(m.Answer, {"rule": rule, "where": where, **defaults, **over})


def a_record(kind: type[R], /, **fields: Any) -> R:
    """Return a record of any kind with a readable id, such as `a_record(Meeting, on=day(7))`."""
    return make(kind, {"id": _slug(kind.__name__), **fields})


def make(kind: type[R], /, fields: dict[str, Any]) -> R:
    """Return a value of this kind, its fields put into the shapes the model wants."""
    return kind(**shaped(kind, fields))


def shaped(kind: type[msgspec.Struct], fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields in the shapes that this kind wants."""
    shapes = _shapes(kind)
    return {name: _shaped(shapes.get(name, ""), value) for name, value in fields.items()}


def _shaped(shape: str, value: Any) -> Any:
    if shape == "spans" and isinstance(value, str):
        return words(value) if value else ()
    if shape == "set":
        return frozenset((value,) if isinstance(value, str) else value)
    return tuple(value) if shape in ("spans", "tuple") else value


_SHAPES = {"Spans": "spans", "Ids": "set", "frozenset[": "set", "tuple[": "tuple"}


@cache
def _shapes(kind: type) -> dict[str, str]:
    """Name the fields of a kind that hold spans, other tuples, or sets, as their annotations are written."""
    written: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        written |= getattr(base, "__annotations__", {})
    return {
        name: shape
        for name, annotation in written.items()
        for start, shape in _SHAPES.items()
        if annotation.removeprefix("Annotated[").startswith(start)
    }


def _own(said: str | m.Spans, speaker: str = "ailsa") -> m.Spans:
    return quote(said, speaker) if isinstance(said, str) else said


def _slug(name: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name)
    return re.sub(r"[^a-z0-9]+", "-", spaced.lower()).strip("-") or "record"
