"""Checking plans, and the catalogue they are checked against, as the command line and the window ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from fsdesk.desk import clock, documents, standing
from fsdesk.desk.desk import Desk
from fsdesk.jobs import Progress, many_small_things, quiet
from fsdesk.plans import answered, checks, findings, reflections, rulebook
from fsdesk.plans import principles as catalogue
from fsdesk.plans.model.base import plain
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.reflections import Question
from fsdesk.plans.rules.pack import filled
from fsdesk.store import plans


def principles() -> dict[str, Any]:
    """Return the catalogue with its rules, under the keys that `fsdesk principles --json` promises."""
    rules = rulebook.rules_listing()
    by_principle: dict[str, list[str]] = {}
    for rule in rules:
        for principle in rule["principles"]:
            by_principle.setdefault(principle, []).append(rule["id"])
    listing = catalogue.as_listing(by_principle)
    return {
        "frameworks": listing.pop("frameworks"),
        "principles": listing.pop("principles"),
        "rules": rules,
    } | listing


def check_file(path: Path, today: date | None) -> dict[str, Any]:
    """Return what a check of one plan document finds; without a day the document's own sample day counts.

    Raises as `documents.read`.
    """
    plan = documents.plan_of(path)
    return as_json(plan, checks.check(plan, day_of(plan, today)))


def day_of(plan: Plan, today: date | None) -> date:
    """Return the day a plan document is read on: the one given, its sample day, or the clock's."""
    return today or plan.sample_today or clock.local_day()


def as_json(plan: Plan, checked: checks.Checked) -> dict[str, Any]:
    """Return a check under the keys that `fsdesk check --json` promises."""
    found: Mapping[str, Any] = {
        "plan": plan.id,
        "title": plan.title,
        "code": plan.code,
        "findings": [findings.finding_as_json(one) for one in checked.findings],
        "answers": [answered.as_json(one) for one in answered.of(plan)],
        "principles": [plain(one) | {"evidence": list(one.evidence)} for one in checked.principles],
        "questions": [{"id": one.id, "ask": one.ask} for one in _questions(plan, checked.today)],
    }
    return dict(found)


def _questions(plan: Plan, today: date) -> list[Question]:
    """Return the one or two questions of the day; they leave this laptop without a name."""
    turn = {one.id for one in reflections.for_today(plan, today)}
    asked = [one for one in reflections.load() if one.id in turn]
    return [replace(one, ask=filled(one.ask, {"child": "a child"})) for one in asked]


def check_all(desk: Desk, progress: Progress | None = None) -> list[dict[str, Any]]:
    """Return a check of every plan in a store, under the keys of `as_json`. A sample day counts for nothing here.

    Plans are read one by one; what is returned grows with what was found. Raises Stopped when asked to stop.
    """
    tell = progress or quiet()
    standing.caught_up(desk, tell)
    found: list[dict[str, Any]] = []
    with desk.reading() as tx, many_small_things():
        lines = plans.lines(tx)
        for done, line in enumerate(lines):
            tell.step(done, len(lines), "Checking the plans")
            plan = standing.kept(tx, line.id)
            found.append(as_json(plan, checks.check(plan, desk.today)))
    return found
