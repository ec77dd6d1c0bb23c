"""Services own none of the open steps, or the family owns most of them."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_step
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, date, on

ID = "R-12"
PRINCIPLES = ("NP-08", "GC-POWER", "GC-MIRROR", "GP-NONSTIGMA", "SP-4")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("steps", "people", "team")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the open steps that have an owner when services own none (gap) or the family owns most (look).

    A step both own counts as both. A note on how much work a step is weighs as much again as the step.
    """
    family, services = reading.family_ids(plan), _services(plan)
    owned = [step for _, step in reading.open_steps(plan) if _has_owner(step, family, services)]
    if not owned:
        return
    about = (tuple((step.id, sorted(step.who), step.effort) for step in owned),)
    if not any(_is_of(step, services) for step in owned):
        yield on("steps", say="none", about=about)
    elif _family_carries_most(owned, services, pack):
        yield on("steps", say="most", about=about, severity=Severity.LOOK)


def _services(plan: Plan) -> frozenset[str]:
    team = {helper.id for helper in plan.team if not helper.friend_or_peer}
    return frozenset(team | {person.id for person in plan.people if person.role is m.Role.HELPER})


def _has_owner(step: m.Step, family: frozenset[str], services: frozenset[str]) -> bool:
    return step.all_of_us or step.offer or bool(step.who & (family | services))


def _is_of(step: m.Step, services: frozenset[str]) -> bool:
    return step.offer or bool(step.who & services)


def _family_carries_most(owned: list[m.Step], services: frozenset[str], pack: Pack) -> bool:
    if len(owned) < pack.thresholds.fewest_steps_to_share:
        return False
    weights = [(2 if step.effort.strip() else 1, _is_of(step, services)) for step in owned]
    family = sum(weight for weight, is_services in weights if not is_services)
    return 100 * family > pack.thresholds.family_share_percent * sum(weight for weight, _ in weights)


def _steps(*owners: object, **over: object) -> list[m.Step]:
    return [
        a_step(f"Something to do, number {number}.", owner, **over) for number, owner in enumerate(owners, 1)
    ]


NOTICED = (
    Example("The only step is Ailsa's.", a_plan(steps=_steps("ailsa")), ("/steps",)),
    Example("All that is left is for all of us.", a_plan(steps=_steps((), all_of_us=True)), ("/steps",)),
    Example(
        "Three of four steps are the family's.",
        a_plan(steps=_steps("ailsa", "finn", "ailsa", "dan")),
        ("/steps",),
    ),
)
QUIET = (
    Example("Dan has one of two.", a_plan()),
    Example("There are no steps yet.", a_plan(steps=[])),
    Example("Three steps are too few to share out.", a_plan(steps=_steps("ailsa", "finn", "dan"))),
    Example(
        "Three of five is not more than sixty in a hundred.",
        a_plan(steps=_steps("ailsa", "finn", "ailsa", "dan", "dan")),
    ),
    Example(
        "Ailsa and Dan do it together.",
        a_plan(steps=_steps("ailsa", "finn", "ailsa", {"ailsa", "dan"}, "dan")),
    ),
    Example(
        "Dan's part is much of the work, and a note says so.",
        a_plan(
            steps=[
                *_steps("ailsa", "finn", "ailsa"),
                a_step("Go along.", "dan", effort="Two mornings a week."),
            ]
        ),
    ),
    Example(
        "What the family did is done.",
        a_plan(steps=[*_steps("ailsa", state=m.StepState.DONE), *_steps("dan")]),
    ),
)
