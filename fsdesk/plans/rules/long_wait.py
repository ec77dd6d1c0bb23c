"""Help the family chose has not begun for a long while, or for some days with nothing that helps meanwhile."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_step, a_support, an_option, day
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-20"
PRINCIPLES = ("NP-05", "GP-PREVENTION", "GP-FLEXIBLE", "GV-1")
SEVERITY = Severity.GAP
VERSION = 2
READS = ("options", "goals", "steps")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield chosen help not begun after the pack's days, sooner when no step helps meanwhile.

    Days run from the choice, or from the later day on which the family asked to begin.
    """
    limits = pack.thresholds
    steps = {step.id for step in plan.steps if step.state is not m.StepState.CHANGED_OUR_MIND}
    for index, option in reading.chosen_help(plan):
        waited = _waited(option, today)
        helped_meanwhile = option.meanwhile in steps
        limit = limits.waiting_days if helped_meanwhile else limits.waiting_with_nothing_days - 1
        if waited is not None and waited > limit:
            say = "still" if helped_meanwhile else "default"
            about = (option.chosen_on, option.asked_to_start_on, option.meanwhile)
            yield at("options", index, option, say=say, about=about, days=str(waited))


def _waited(option: m.Option, today: date) -> int | None:
    if option.chosen_on is None or (option.started_on is not None and option.started_on <= today):
        return None
    return reading.days_since(max(option.chosen_on, option.asked_to_start_on or option.chosen_on), today)


def _chosen(days_ago: int, **over: Any) -> Plan:
    waiting = a_support(chosen_on=day(-days_ago), started_on=None, **over)
    steps = [*a_plan().steps, a_step("Lend them the sewing machine.", id="lend")]
    return a_plan(options=[waiting, an_option("Nothing for now")], steps=steps)


NOTICED = (
    Example("They have waited 29 days.", _chosen(29, meanwhile="lend"), ("/options/0",)),
    Example("They have waited eight days, and nothing helps meanwhile.", _chosen(8), ("/options/0",)),
    Example(
        "What was to help meanwhile is no longer in the plan.", _chosen(10, meanwhile="gone"), ("/options/0",)
    ),
)
QUIET = (
    Example("It has begun.", a_plan()),
    Example("They chose a week ago.", _chosen(7)),
    Example(
        "They chose nothing for now, and that is an answer.",
        a_plan(
            options=[
                an_option(),
                an_option(
                    "Nothing for now",
                    form=None,
                    choice=m.Choice.CHOSEN,
                    chosen_by="ailsa",
                    chosen_on=day(-60),
                ),
            ]
        ),
    ),
    Example("They have waited 28 days, and something helps meanwhile.", _chosen(28, meanwhile="lend")),
    Example("They asked to begin after the holidays.", _chosen(40, asked_to_start_on=day(5))),
    Example(
        "Nothing says when they chose.",
        a_plan(options=[a_support(chosen_on=None, started_on=None), an_option("No")]),
    ),
)
