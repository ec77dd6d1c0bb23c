"""Somebody sees it differently, and the plan does not say how that was weighed."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_record, quote
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-30"
PRINCIPLES = ("NP-10", "GP-VOICE", "GC-BRAVE", "GC-DIFFERENCE")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("agreements", "disagreements", "people")

_SEES_IT_DIFFERENTLY = (m.AgreementState.PARTLY, m.AgreementState.DISAGREE, m.AgreementState.UNSURE)


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield each difference a person flagged and each agreement short of yes, where nothing says how it was weighed.

    A difference is never read out of a text. A name stands only where everyone in the plan may see it.
    """
    names = {person.id: reading.called(person) for person in plan.people}
    flagged = {one.flagged_by for one in plan.disagreements}
    weighed = any(m.has_words(one.how_we_weighed) for one in plan.disagreements)
    for index, difference in enumerate(plan.disagreements):
        if not m.has_words(difference.how_we_weighed):
            about = (difference.views, difference.goal)
            name = _name(difference, difference.flagged_by, names)
            yield at("disagreements", index, difference, about=about, name=name)
    for index, agreement in enumerate(plan.agreements):
        if agreement.state in _SEES_IT_DIFFERENTLY and not weighed and agreement.person not in flagged:
            name = _name(agreement, agreement.person, names)
            yield at("agreements", index, agreement, about=(agreement.state,), name=name)


def _name(record: m.Record, person: str | None, names: dict[str, str]) -> str:
    known = names.get(person or "", "")
    return known if known and reading.is_plainly_shown(record) else "Somebody"


def _differs(weighed: str = "", **over: Any) -> m.Disagreement:
    views = quote("I want more Saturdays.", "finn")
    return a_record(m.Disagreement, flagged_by="finn", views=views, how_we_weighed=weighed, **over)


def _agreement(state: m.AgreementState) -> m.Agreement:
    return a_record(m.Agreement, person="ailsa", state=state)


_UNSURE, _PARTLY = m.AgreementState.UNSURE, m.AgreementState.PARTLY

NOTICED = (
    Example("Finn sees it differently.", a_plan(disagreements=[_differs()]), ("/disagreements/0",)),
    Example("Ailsa is unsure.", a_plan(agreements=[_agreement(_UNSURE)]), ("/agreements/0",)),
    Example("Ailsa agrees in part.", a_plan(agreements=[_agreement(_PARTLY)]), ("/agreements/0",)),
)
QUIET = (
    Example("Nobody said that they see it differently.", a_plan()),
    Example("Ailsa agrees.", a_plan(agreements=[_agreement(m.AgreementState.AGREE)])),
    Example("Nobody was asked yet.", a_plan(agreements=[_agreement(m.AgreementState.NOT_ASKED)])),
    Example(
        "The plan says how it was weighed.",
        a_plan(disagreements=[_differs("We try one more in May.")], agreements=[_agreement(_UNSURE)]),
    ),
)
