"""Small invented plans, shared by tests, the handbook and the demo, and the one door to their builders."""

from __future__ import annotations

from itertools import chain, count
from typing import Any

import msgspec

from fsdesk.plans import model as m
from fsdesk.plans.example_family import FAMILY
from fsdesk.plans.example_records import *  # noqa: F403 - one door to all builders
from fsdesk.plans.example_records import a_helper, a_record, day, quote, shaped


def a_bare_plan(**over: Any) -> m.Plan:
    """Return a plan that holds nothing but what is given."""
    return msgspec.structs.replace(_BARE, **_given(over))


def a_plan(**over: Any) -> m.Plan:
    """Return the small good plan of Ailsa and Finn with what is given in its place; no rule speaks on it.

    Naming people without Ailsa and Finn among them starts from a bare plan: only what is given stands in it.
    """
    keeps_them = "people" not in over or {person.id for person in over["people"]} >= _WHO
    return msgspec.structs.replace(_USUAL if keeps_them else _BARE, **_given(over))


def a_plan_of_two_organisations(**over: Any) -> m.Plan:
    """Return Ailsa's and Finn's plan with the nursery beside Dan, everything shared and told as it should be."""
    told = {
        "what": "How Finn is.",
        "why": "So that days fit.",
        "basis": m.Basis.PUBLIC_TASK,
        "told_on": day(-9),
    }
    share = a_record(m.Share, org="Tannerbrae Nursery", told_whom="ailsa", **told)
    summary = a_record(m.TellOnce, lines="Mornings are long.", approved_by="ailsa", approved_on=day(-9))
    helpers = [a_helper("Dan"), a_helper("Isobel", "Tannerbrae Nursery")]
    return a_plan(**{"team": helpers, "shares": [share], "tell_once": [summary], **over})


def a_plan_with_a_serious_worry(worry: m.Worry, **over: Any) -> m.Plan:
    """Return Ailsa's and Finn's plan with this serious worry, a right that it touches, and what feels safe."""
    safe = a_record(m.Right, id="safe", article=19, whose="finn", words="Safe from harm.", linked_to=worry.id)
    feel = a_record(m.FeelSafe, id="feel-safe", person="ailsa", words=quote("Sit near the door."))
    rights = [*FAMILY["rights"], safe]
    return a_plan(**{"worries": [worry], "rights": rights, "safety_feel": [feel], **over})


def _given(over: dict[str, Any]) -> dict[str, Any]:
    return shaped(m.Plan, {name: _numbered(value) for name, value in over.items()})


def _numbered(value: Any) -> Any:
    """Give the second record of one id the id with -2 after it, the third -3, past those already there."""
    if not isinstance(value, list | tuple):
        return value
    taken: set[str] = set()
    return tuple(_with_number(record, taken) for record in value)


def _with_number(record: Any, taken: set[str]) -> Any:
    name = getattr(record, "id", None)
    if name is None:
        return record
    free = next(one for one in chain([name], (f"{name}-{number}" for number in count(2))) if one not in taken)
    taken.add(free)
    return record if free == name else msgspec.structs.replace(record, id=free)


_BARE = m.Plan(id="plan", code="K7QM-3TXH")
_USUAL = a_bare_plan(**FAMILY)
_WHO = {person.id for person in FAMILY["people"]}
