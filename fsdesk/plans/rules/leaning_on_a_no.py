"""Somebody said no to help that an open step still leans on, or it was offered again so soon for no new reason."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_step, a_support, an_option, day
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-11"
PRINCIPLES = ("NP-06", "GP-STRENGTHS", "GP-RIGHTS", "GP-FLEXIBLE")
SEVERITY = Severity.LOOK
VERSION = 1
READS = ("options", "steps", "people")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield open steps that lean on help somebody declined, then declined help offered again too soon.

    A no is a full answer. What a court decided, and the plan says so, is left in peace.
    """
    declined = {
        option.id: (index, option)
        for index, option in enumerate(plan.options)
        if option.choice is m.Choice.NO_THANKS and not m.has_words(option.not_a_choice)
    }
    for index, step in reading.open_steps(plan):
        if step.depends_on in declined:
            option = declined[step.depends_on][1]
            leans = (step.depends_on, option.choice)
            yield at("steps", index, step, about=leans, name=_who(plan, option), support=_what(option))
    for index, option in declined.values():
        if _again_too_soon(option, pack):
            about = (option.offered_again, option.chosen_on)
            yield at("options", index, option, say="again", about=about, support=_what(option))


def _again_too_soon(option: m.Option, pack: Pack) -> bool:
    earlier = option.chosen_on
    for offer in sorted(option.offered_again, key=lambda one: one.on):
        waited = reading.days_since(earlier, offer.on)
        soon = waited is not None and 0 <= waited <= pack.thresholds.same_support_again_days
        if soon and not offer.reason.strip():
            return True
        earlier = offer.on
    return False


def _who(plan: Plan, option: m.Option) -> str:
    names = [reading.called(person) for person in plan.people if person.id in option.chosen_by]
    return " and ".join(names) or "The family"


def _what(option: m.Option) -> str:
    return option.name if option.name and reading.is_plainly_shown(option) else "this help"


def _no(**over: object) -> m.Option:
    said = {"choice": m.Choice.NO_THANKS, "chosen_by": "finn", "chosen_on": day(-40), "id": "counselling"}
    return an_option("Counselling", **{**said, **over})


def _plan(option: m.Option, **step: object) -> Plan:
    leaning = a_step("Go along to the first one.", {"finn", "dan"}, depends_on="counselling", **step)
    return a_plan(options=[a_support(), an_option("Nothing for now"), option], steps=[a_step(), leaning])


_AGAIN = m.OfferedAgain(on=day(-20))

NOTICED = (
    Example("Finn said no to counselling, and a step still leans on it.", _plan(_no()), ("/steps/1",)),
    Example(
        "It was offered again three weeks later for no new reason.",
        _plan(_no(offered_again=[_AGAIN]), state=m.StepState.DONE),
        ("/options/2",),
    ),
)
QUIET = (
    Example("Nobody said no.", a_plan()),
    Example("Finn said no, and the step was dropped.", _plan(_no(), state=m.StepState.CHANGED_OUR_MIND)),
    Example("A court decided this part.", _plan(_no(not_a_choice="The hearing decided that it happens."))),
    Example(
        "It was offered again because somebody new gives it.",
        _plan(
            _no(offered_again=[m.OfferedAgain(on=day(-20), reason="A new worker.")]),
            state=m.StepState.CHANGED_OUR_MIND,
        ),
    ),
    Example(
        "It was offered again two months later.",
        _plan(
            _no(chosen_on=day(-90), offered_again=[m.OfferedAgain(on=day(-20))]),
            state=m.StepState.CHANGED_OUR_MIND,
        ),
    ),
)
