"""Sheets that were printed on an invented laptop and come back to it, or to another, with writing on them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

import msgspec

from fsdesk.plans import examples as ex
from fsdesk.plans import merge, versions
from fsdesk.plans import model as m
from fsdesk.plans.audience import hold_or_edition
from fsdesk.plans.edits import Intent
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.paper import effects, form, found, reach, taking
from fsdesk.plans.paper.boxes import boxes_of
from fsdesk.plans.paper.form import Form, Typed
from fsdesk.plans.paper.values import Outcome, Sheet
from fsdesk.plans.paper_code import PaperCode, digest_of
from fsdesk.plans.sheet import boxes_of as boxes_printed
from tests.plans.laptops import Laptop

REVIEW = PrintFormat.REVIEW_SHEET
PROMISE = ex.a_record(m.Promise, id="promise", what="Rings the school.", by_whom="dan", by_when=ex.day(3))
LATER = ex.an_option("Swimming", id="later", choice=m.Choice.NOT_NOW)


def family(**over: Any) -> m.Plan:
    """Ailsa's and Finn's plan with a number on their goal, a promise of Dan's, and help that was put off."""
    usual = ex.a_plan()
    goal = ex.a_goal("Tea together.", scale=m.Scale(today=3, hoped=7))
    held = {"goals": [goal], "promises": [PROMISE], "options": [*usual.options, LATER]}
    return ex.a_plan(**{**held, **over})


def a_laptop(plan: m.Plan | None = None, device: str = "ann") -> Laptop:
    """A laptop with a plan on it."""
    laptop = Laptop(device)
    laptop.begin(plan or family())
    return laptop


def printed(laptop: Laptop, reader: str = "ailsa", letter: str = "B", **over: Any) -> PaperCode:
    """Print a review sheet for a reader, noted as the desk notes it; give what its square says."""
    now = laptop.current()
    asked = dict.fromkeys(("PG-2", "PG-3", "PG-5", "PG-6"), "Dan")
    edition = hold_or_edition(now.plan, reader, format=REVIEW, today=ex.TODAY, confirmed=asked)
    number, name = versions.number_of(now), f"{laptop.device}-{laptop.seq}"
    version = m.PlanVersion(id=f"version-{name}", number=number, frontier=now.state.frontier)
    noted = m.PrintEdition(
        id=f"edition-{name}",
        letter=letter,
        reader=reader,
        format=REVIEW,
        version=number,
        on=ex.TODAY,
        boxes=boxes_printed(edition),
    )
    noted = msgspec.structs.replace(noted, **over)
    plan = versions.with_version(now, version)
    laptop.write(msgspec.structs.replace(plan, print_editions=(*plan.print_editions, noted)), Intent.PRINTED)
    kept = next(one for one in laptop.plan.versions if one.number == number)
    return PaperCode(now.plan.code, number, digest_of(kept.frontier), letter, 1)


class Returned:
    """A sheet that came back to a laptop."""

    def __init__(self, laptop: Laptop, code: PaperCode, which: str = "") -> None:
        self.laptop, self.code, self._ids = laptop, code, itertools.count(1)
        self.now = laptop.current()
        self.found = found.find(self.now, code, which)
        self.then = found.as_it_was(laptop.edits.values(), self.found)
        self.boxes = boxes_of(self.found.edition, self.then.plan)

    def number(self, about: str) -> str:
        """The number of the box about a record or a question."""
        return next(one.number for one in self.boxes if one.about == about)

    def typed(self, about: str, words: str = "", **more: Any) -> Typed:
        """What stood in one box."""
        return Typed(box=self.number(about), words=words, **{"person": "ailsa", **more})

    def form(self, *answers: Typed, **more: Any) -> Form:
        """The sheet as it was typed in."""
        return Form(sheet=self.code.square, answers=answers, **{"on": ex.TODAY, **more})

    def sheet(self, typed: Form) -> Sheet:
        """Everything that the answers are read against."""
        plans = (self.now.plan, self.then.plan, *merge.readings(self.now))
        answers = form.written(typed)
        reading = reach.reading(typed, answers, self.boxes, self.found.edition, plans)
        return Sheet(
            self.then,
            self.now,
            self.boxes,
            "en",
            reading,
            ex.TODAY,
            lambda: f"{self.laptop.device}-paper-{next(self._ids)}",
        )

    def outcomes(self, typed: Form) -> tuple[Outcome, ...]:
        """What each answer would do."""
        form.check(typed, self.boxes, form.people_of(self.now.plan), ex.TODAY)
        return effects.outcomes(self.sheet(typed), form.written(typed))

    def take(self, *answers: Typed, only: Iterable[str] | None = None, **more: Any) -> m.Plan:
        """Type a sheet in, take all its boxes or `only` these, and give the plan as it reads then."""
        typed = self.form(*answers, **more)
        outcomes = self.outcomes(typed)
        accepted = (
            [one.box.number for one in outcomes] if only is None else [self.number(one) for one in only]
        )
        hands = taking.Hands(self.found.edition, self.code, "Dan")
        made = taking.take(self.sheet(typed), typed, outcomes, accepted, hands)
        self.laptop.type_in(made.changes, made.wanted)
        return self.laptop.plan
