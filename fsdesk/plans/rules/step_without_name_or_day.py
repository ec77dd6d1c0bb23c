"""An open step has no name, nothing to do or no day yet; "no rush" is a day."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_step
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-13"
PRINCIPLES = ("NP-08", "GP-COLLAB", "GC-TRUST", "SP-4")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("steps", "people", "team")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield every open step that lacks an owner with a name, an action, or a day."""
    named = {person.id for person in plan.people if person.name.strip()}
    named |= {helper.id for helper in plan.team if helper.name.strip()}
    for index, step in reading.open_steps(plan):
        missing = _missing(step, named)
        if missing:
            say = missing[0] if len(missing) == 1 else "several"
            yield at("steps", index, step, say=say, about=(step.what, sorted(step.who), step.by_when))


def _missing(step: m.Step, named: set[str]) -> list[str]:
    lacks = {
        "who": not (step.who & named or (step.all_of_us and not step.offer)),
        "what": not m.has_words(step.what),
        "when": step.by_when is None and not step.no_rush,
    }
    return [name for name, is_missing in lacks.items() if is_missing]


def _with(step: m.Step) -> Plan:
    return a_plan(steps=[a_step("Book the Saturday place."), step])


NOTICED = (
    Example("Nobody has it yet.", _with(a_step(who=())), ("/steps/1",)),
    Example("There is no day.", _with(a_step(by_when=None)), ("/steps/1",)),
    Example("Nothing says what to do.", _with(a_step(what="")), ("/steps/1",)),
    Example(
        "Who had it is no longer here.", _with(a_step(who="somebody-gone", moved_owner="Jo")), ("/steps/1",)
    ),
    Example(
        "What services will do is not for all of us.",
        _with(a_step(who=(), all_of_us=True, offer=True)),
        ("/steps/1",),
    ),
    Example(
        "It has begun and still has no day.",
        _with(a_step(by_when=None, state=m.StepState.DOING)),
        ("/steps/1",),
    ),
)
QUIET = (
    Example("Both steps have a name and a day.", a_plan()),
    Example("There is no rush.", _with(a_step(by_when=None, no_rush=True))),
    Example("It is a habit that all share.", _with(a_step(who=(), all_of_us=True))),
    Example("It is done.", _with(a_step(who=(), by_when=None, state=m.StepState.DONE))),
    Example("They changed their mind.", _with(a_step(who=(), state=m.StepState.CHANGED_OUR_MIND))),
)
