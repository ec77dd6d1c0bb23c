"""Random histories of a small plan on several laptops, for properties of merging."""

from __future__ import annotations

import msgspec
from hypothesis import strategies as st

from fsdesk.plans import model as m
from fsdesk.plans.edits import Edit
from tests.plans.laptops import Laptop

NAMES = ("ann", "ben", "cat")
WORDS = st.sampled_from(
    ["tea together", "see Beth", "صباح الخير", "sleep", "a ' quote", "é", "  two  spaces "]
)


def small_plan() -> m.Plan:
    """A plan with two people, a home, a goal and a step."""
    span = (m.Span(text="Tea together"),)
    return m.Plan(
        id="plan",
        code="K7QM-3TXH",
        people=(
            m.Person(id="p1", name="Ailsa", role=m.Role.CHILD),
            m.Person(id="p2", name="Rab", role=m.Role.CARER),
        ),
        households=(m.Household(id="h1", label="Home", address="4 Invented Row"),),
        goals=(m.Goal(id="g1", text=span),),
        steps=(m.Step(id="s1", what=span, goal="g1"), m.Step(id="s2", what=span)),
        shares=(m.Share(id="sh1", org="School", consent=m.Consent.GIVEN),),
    )


@st.composite
def wanted(draw: st.DrawFn, plan: m.Plan) -> m.Plan:
    """The plan with one thing done to it, as a person would."""
    replace = msgspec.structs.replace
    act = draw(
        st.sampled_from(["title", "what", "who", "add", "out", "move", "seal", "hide", "consent", "address"])
    )
    words = draw(WORDS)
    if act == "title":
        return replace(plan, title=words)
    if act == "add":
        made = m.Step(id=f"new-{draw(st.integers(0, 10**6))}", what=(m.Span(text=words),))
        taken = {step.id for step in plan.steps}
        return plan if made.id in taken else replace(plan, steps=(*plan.steps, made))
    if act == "consent" and plan.shares:
        said = draw(st.sampled_from(list(m.Consent)))
        return replace(plan, shares=(replace(plan.shares[0], consent=said),))
    if act == "address" and plan.households:
        home = plan.households[0]
        return replace(plan, households=(replace(home, address=words, safe_to_print=not home.safe_to_print),))
    if not plan.steps:
        return plan
    return replace(plan, steps=_with_a_step(draw, plan.steps, act, words))


def _with_a_step(draw: st.DrawFn, steps: tuple[m.Step, ...], act: str, words: str) -> tuple[m.Step, ...]:
    replace = msgspec.structs.replace
    at = draw(st.integers(0, len(steps) - 1))
    if act == "out":
        return steps[:at] + steps[at + 1 :]
    if act == "move":
        return steps[at:] + steps[:at]
    step = steps[at]
    if act == "what":
        step = replace(step, what=(m.Span(text=words),))
    elif act == "who":
        step = replace(step, who=step.who ^ {draw(st.sampled_from(["p1", "p2"]))})
    elif act == "seal":
        step = replace(step, sealed=not step.sealed)
    elif act == "hide":
        private = m.Audience(to=m.Reach.MY_WORKER)
        step = replace(step, audience=m.EVERYONE if step.audience == private else private)
    return (*steps[:at], step, *steps[at + 1 :])


@st.composite
def laptops(draw: st.DrawFn, at_most: int = 3) -> list[Laptop]:
    """Several laptops that began with one plan, wrote on, and swapped some of what they wrote."""
    first = Laptop(NAMES[0])
    began = first.begin(small_plan())
    team = [first] + [Laptop(name) for name in NAMES[1 : draw(st.integers(2, at_most))]]
    for laptop in team[1:]:
        laptop.take([began])
    for _ in range(draw(st.integers(1, 8))):
        laptop = draw(st.sampled_from(team))
        if draw(st.booleans()):
            laptop.write(draw(wanted(laptop.plan)))
        else:
            laptop.take(_some(draw, draw(st.sampled_from(team))))
    return team


def _some(draw: st.DrawFn, other: Laptop) -> list[Edit]:
    """Everything another laptop holds up to some point of each chain."""
    reach = {key.device: draw(st.integers(0, key.seq)) for key in sorted(other.edits)}
    return [edit for key, edit in other.edits.items() if key.seq <= reach[key.device]]
