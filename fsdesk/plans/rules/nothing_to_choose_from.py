"""A goal has help, and the plan does not show what the family could choose from, or that they chose."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_goal, a_plan, a_support, an_option
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-10"
PRINCIPLES = ("NP-06", "NP-03", "GP-STRENGTHS", "SP-4", "NS-1.2", "NC-1.1")
SEVERITY = Severity.GAP
VERSION = 2
READS = ("goals", "options", "people", "state")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield each open goal whose help had nothing beside it, then each help nobody of the family chose.

    What is not a choice and says so plainly, a goal with the reason for its only option, and help in a hurry are
    left in peace.
    """
    if plan.state is m.PlanState.QUICK_HELP:
        return
    narrow = {goal.id: index for index, goal in reading.open_goals(plan) if _is_narrow(goal, plan, pack)}
    for goal_id, index in narrow.items():
        shown = _options(goal_id, plan)
        yield at("goals", index, plan.goals[index], about=(goal_id, tuple(one.name for one in shown)))
    yield from _not_chosen_by_family(plan, narrow)


def _not_chosen_by_family(plan: Plan, narrow: dict[str, int]) -> Iterator[Seen]:
    family = reading.family_ids(plan)
    closed = {goal.id for goal in plan.goals if goal.state is not m.GoalState.OPEN}
    for index, option in enumerate(plan.options):
        if option.goal in narrow or option.goal in closed or not _is_help(option):
            continue
        if not option.chosen_by & family:
            about = (option.name, sorted(option.chosen_by))
            yield at("options", index, option, say="who_chose", about=about, support=_name(option))


def _is_narrow(goal: m.Goal, plan: Plan, pack: Pack) -> bool:
    options = _options(goal.id, plan)
    if not any(_is_help(option) for option in options) or m.has_words(goal.only_option_because):
        return False
    names = {option.name.strip().casefold() for option in options}
    return len(names) < pack.thresholds.fewest_options


def _options(goal_id: str, plan: Plan) -> list[m.Option]:
    return [option for option in plan.options if option.goal == goal_id]


def _is_help(option: m.Option) -> bool:
    chosen = option.choice is m.Choice.CHOSEN and reading.is_help(option)
    return chosen and not m.has_words(option.not_a_choice)


def _name(option: m.Option) -> str:
    return option.name if reading.is_plainly_shown(option) and option.name else "this help"


NOTICED = (
    Example("One way was shown, and it was taken.", a_plan(options=[a_support()]), ("/goals/0",)),
    Example(
        "The same way was written down twice.",
        a_plan(options=[a_support(), an_option("saturday drop-in ")]),
        ("/goals/0",),
    ),
    Example(
        "The worker chose.",
        a_plan(options=[a_support(chosen_by="dan"), an_option("Nothing for now")]),
        ("/options/0",),
    ),
    Example(
        "The plan does not show who chose.",
        a_plan(options=[a_support(chosen_by=()), an_option("Nothing for now")]),
        ("/options/0",),
    ),
)
QUIET = (
    Example("Three ways were shown, and Ailsa chose one.", a_plan()),
    Example(
        "There is one provider, and the plan says so.",
        a_plan(
            options=[a_support()], goals=[a_goal(only_option_because="There is one group this side of town.")]
        ),
    ),
    Example(
        "A court decided this part, and the plan says so.",
        a_plan(options=[a_support(chosen_by=(), not_a_choice="The sheriff decided that it happens.")]),
    ),
    Example("It is help in a hurry.", a_plan(options=[a_support()], state=m.PlanState.QUICK_HELP)),
    Example("Nothing was chosen yet.", a_plan(options=[an_option()])),
    Example(
        "They chose something of their own, and nobody beside it is asked for.",
        a_plan(
            options=[an_option("Something of our own", form=None, choice=m.Choice.CHOSEN, chosen_by="ailsa")]
        ),
    ),
    Example(
        "Both chose together with Dan.",
        a_plan(options=[a_support(chosen_by={"ailsa", "dan"}), an_option("No")]),
    ),
)
