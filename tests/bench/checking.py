"""T14 and T15: plans read against every rule, whole and after one edit; the floor writes the same plan as JSON."""

from __future__ import annotations

import time
from typing import Any

import msgspec

from fsdesk.desk import checking
from fsdesk.plans import checks, document, samples, synthetic
from fsdesk.plans.example_records import TODAY
from fsdesk.plans.model import Plan
from tests.bench import stores
from tests.bench.measuring import Row, best, row

SIZES = (1_000, 10_000)
_TIMES = 20


def measure() -> list[Row]:
    """Return a row for the fullest sample and one for a synthetic plan, each whole and after an edit, then all."""
    plans = {"sample": samples.load_all()[0], "synthetic": synthetic.family(0, 7)}
    rows = [one for name, plan in plans.items() for one in _of_one(name, plan)]
    return [*rows, *(_of_all(size) for size in SIZES)]


def _of_one(name: str, plan: Plan) -> list[Row]:
    floor = best(lambda: _often(document.write, plan)) / _TIMES
    checked = checks.check(plan, TODAY)
    step = msgspec.structs.replace(plan.steps[0], at="after tea")
    edited = msgspec.structs.replace(plan, steps=(step, *plan.steps[1:]))
    whole = best(lambda: _often(checks.check, plan, TODAY)) / _TIMES
    again = best(lambda: _often(checks.check_again, checked, edited, {"steps"}, TODAY)) / _TIMES
    return [row(f"check-{name}", 1, whole, floor), row(f"check-{name}-after-edit", 1, again, floor)]


def _often(work: Any, *arguments: Any) -> None:
    for _ in range(_TIMES):
        work(*arguments)


def _of_all(size: int) -> Row:
    """Every plan of a store, read from it and checked; the floor reads and writes each as JSON."""
    with stores.folder() as place, stores.filled(place / "store", size) as desk:
        started = time.process_time()
        checking.check_all(desk)
        seconds = time.process_time() - started
    plan = synthetic.family(0, 7)
    return row("check-all", size, seconds, best(lambda: _often(document.write, plan)) / _TIMES * size)
