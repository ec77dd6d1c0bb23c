"""Two organisations or more help, and no summary that the person approved keeps the story from being told again."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_plan_of_two_organisations, a_record
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date, on

ID = "R-27"
PRINCIPLES = ("GP-COLLAB", "NP-08", "GP-TRAUMA")
SEVERITY = Severity.LOOK
VERSION = 1
READS = ("team", "tell_once", "people")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the summary when none was approved by the person whose story it is, or by anybody of the family."""
    if len(reading.organisations(plan)) < 2:
        return
    family = reading.family_ids(plan)
    if any(_is_approved(summary, family) for summary in plan.tell_once):
        return
    drafts = [(index, one) for index, one in enumerate(plan.tell_once) if m.has_words(one.lines)]
    if drafts:
        index, draft = drafts[0]
        yield at("tell_once", index, draft, say="draft", about=(draft.lines, sorted(draft.approved_by)))
    else:
        yield on("tell_once")


def _is_approved(summary: m.TellOnce, family: frozenset[str]) -> bool:
    owner = family if summary.person is None else {summary.person}
    return m.has_words(summary.lines) and bool(summary.approved_by & owner)


def _draft(**over: Any) -> m.TellOnce:
    return a_record(m.TellOnce, **{"lines": "Mornings are long.", **over})


NOTICED = (
    Example("There is no summary.", a_plan_of_two_organisations(tell_once=[]), ("/tell_once",)),
    Example(
        "Nobody approved the draft.", a_plan_of_two_organisations(tell_once=[_draft()]), ("/tell_once/0",)
    ),
    Example(
        "It is Ailsa's story, and only Dan approved it.",
        a_plan_of_two_organisations(tell_once=[_draft(person="ailsa", approved_by="dan")]),
        ("/tell_once/0",),
    ),
)
QUIET = (
    Example("One organisation alone helps.", a_plan()),
    Example("Ailsa approved it.", a_plan_of_two_organisations()),
)
