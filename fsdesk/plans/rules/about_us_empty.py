"""Nobody asked what helpers should know so that it fits this family."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, day
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, date, on

ID = "R-35"
PRINCIPLES = ("GP-INCLUSIVE", "GC-DIFFERENCE", "NP-03", "SP-1")
SEVERITY = Severity.LOOK
VERSION = 1
READS = ("about_us", "about_us_asked_on")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield about-us when it is empty and was never asked; having asked is enough, nothing is an answer."""
    if plan.about_us_asked_on is None and not any(m.has_words(one.words) for one in plan.about_us):
        yield on("about_us")


NOTICED = (
    Example("It is empty, and nobody asked.", a_plan(about_us=[], about_us_asked_on=None), ("/about_us",)),
)
QUIET = (
    Example("They said what helpers should know.", a_plan(about_us_asked_on=None)),
    Example("They were asked and said: nothing.", a_plan(about_us=[], about_us_asked_on=day(-9))),
)
