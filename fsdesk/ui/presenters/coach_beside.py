"""What the coach shows beside its ideas: questions to think about, where else ideas wait, and what it says of risk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from fsdesk.desk.desk import new_id
from fsdesk.plans import reflections
from fsdesk.plans.model import Plan, Reflection, Span
from fsdesk.plans.reflections import Question
from fsdesk.ui.presenters import plan_parts, sections

MOST_WELL = 2
"""So many strengths stand before the ideas of a part; all of them are one key away."""
ABOUT_RISK = (
    "The coach makes no suggestion about risk. That is for you, your team lead and your local child "
    "protection guidance."
)


class Elsewhere(NamedTuple):
    """Another section in which ideas wait."""

    key: str
    title: str
    ideas: int


class Beside(NamedTuple):
    """Everything that stands around the ideas of a section."""

    elsewhere: tuple[Elsewhere, ...] = ()
    questions: tuple[Question, ...] = ()
    note: str = ""


def beside(plan: Plan, today: date, here: str, counts: Mapping[str, int]) -> Beside:
    """What stands around the ideas of this section, on this day."""
    return Beside(
        tuple(_elsewhere(here, counts)),
        reflections.for_today(plan, today),
        ABOUT_RISK if here in plan_parts.QUIET else "",
    )


def with_begun(around: Beside, plan: Plan, today: date, begun: Iterable[str]) -> Beside:
    """With the questions on which somebody began to write, even where others have their turn today."""
    asked = {one.id for one in around.questions}
    found = (reflections.asked(plan, today, one) for one in begun if one not in asked)
    more = tuple(one for one in found if one is not None)
    return around._replace(questions=(*around.questions, *more)) if more else around


def sections_of(pointers: Iterable[str]) -> frozenset[str]:
    """The sections in which these places of a plan are written."""
    return frozenset(sections.home_of(one.strip("/").partition("/")[0]) for one in pointers) - {""}


def thought(question: str, said: str, *, for_supervision: bool) -> Reflection:
    """A worker's own answer to a question; it stays on this laptop."""
    text = (Span(text=said),) if said.strip() else ()
    return Reflection(id=new_id(), question=question, text=text, bring_to_supervision=for_supervision)


def _elsewhere(here: str, counts: Mapping[str, int]) -> Iterable[Elsewhere]:
    for one in sections.SECTIONS:
        if one.key != here and one.key not in plan_parts.QUIET and counts.get(one.key):
            yield Elsewhere(one.key, one.title, counts[one.key])
