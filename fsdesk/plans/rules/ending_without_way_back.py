"""Help ends on a fixed day or after so many meetings, or the plan ends, and nothing says how to come back."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_support, an_option, day
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date, on

ID = "R-23"
PRINCIPLES = ("NP-05", "NP-04", "NP-06", "GP-FLEXIBLE")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("options", "goals", "ending", "state")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield chosen help with a fixed end and no way on, then the ending itself when it has no way back in."""
    for index, option in reading.chosen_help(plan):
        ends = option.ends_on is not None or bool(option.sessions)
        if ends and not m.has_words(option.if_we_still_need_it):
            yield at("options", index, option, about=(option.ends_on, option.sessions))
    is_ending = plan.ending is not None or plan.state is m.PlanState.FINISHED_FOR_NOW
    if is_ending and not (plan.ending and m.has_words(plan.ending.way_back_in)):
        yield on("ending", say="ending", about=(plan.state,))


def _ends(**over: Any) -> Plan:
    return a_plan(options=[a_support(**over), an_option("Nothing for now")])


def _ending(way_back: str) -> m.Ending:
    words = (m.Span(text=way_back),) if way_back else ()
    return m.Ending(on=day(-1), way_back_in=words)


_FINISHED = m.PlanState.FINISHED_FOR_NOW

NOTICED = (
    Example("It ends in May.", _ends(ends_on=day(60)), ("/options/0",)),
    Example("It ends after six meetings.", _ends(sessions=6), ("/options/0",)),
    Example("The plan is finished for now.", a_plan(state=_FINISHED), ("/ending",)),
    Example("The ending has no way back in.", a_plan(ending=_ending("")), ("/ending",)),
)
QUIET = (
    Example("Nothing has an end.", a_plan()),
    Example(
        "It ends in May, and the plan says who to call.",
        _ends(ends_on=day(60), if_we_still_need_it="Ask Dan; no form."),
    ),
    Example(
        "They are finished and know how to come back.",
        a_plan(state=_FINISHED, ending=_ending("Ask for Dan.")),
    ),
)
