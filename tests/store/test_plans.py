from __future__ import annotations

import msgspec

from fsdesk.store import plans
from fsdesk.store.plans import Fold, PlanLine, Standing, Unsettled
from tests.store.stores import begun
from tests.store.written import PLAN

LINE = PlanLine(
    id=PLAN,
    code="K7QM-3TXH",
    title="Our plan",
    state="draft",
    version=2,
    changed_at=1_795_000_000_000,
    differing=1,
    names="the kerr family shona callum",
    line=b"whatever a row shows",
)
FOLD = Fold(version=1, frontier={"ann": 3, "ben": 1}, body=b"folded")
STANDING = Standing(line=LINE, fold=FOLD, unsettled={"00ff": b"two versions"})


def put(store, *standing):
    """Keep plans as they stand."""
    with store.transaction() as tx:
        plans.put(tx, standing)


def test_a_plan_is_kept_as_it_stands_and_comes_back(store):
    """Line, fold and what is unsettled are what was put in."""
    put(store, STANDING)

    with store.reading() as tx:
        assert [LINE] == plans.lines(tx)
        assert LINE == plans.line(tx, PLAN)
        assert FOLD == plans.fold(tx, PLAN)
        assert [Unsettled(PLAN, "00ff", b"two versions")] == plans.unsettled(tx)
        assert [LINE] == plans.with_code(tx, "K7QM-3TXH")
        assert 1 == plans.count(tx)


def test_keeping_again_replaces_everything_but_when_it_was_opened(store):
    """What was settled is gone from the list, and the day it was last opened stays."""
    put(store, STANDING)
    with store.transaction() as tx:
        plans.opened(tx, PLAN, 42)
    line = msgspec.structs.replace(LINE, title="The Kerrs’ plan", differing=0)
    fold = Fold(version=2, frontier={"ann": 4}, body=b"folded anew")

    put(store, Standing(line=line, fold=fold))

    with store.reading() as tx:
        assert [msgspec.structs.replace(line, opened_at=42)] == plans.lines(tx)
        assert fold == plans.fold(tx, PLAN)
        assert [] == plans.unsettled(tx)


def test_how_many_fields_differ_is_counted_not_claimed(store):
    """The number in a line is the number of unsettled fields that are kept with it."""
    put(store, Standing(line=msgspec.structs.replace(LINE, differing=9), fold=FOLD))

    with store.reading() as tx:
        assert [0] == [line.differing for line in plans.lines(tx)]


def test_many_plans_go_in_at_once_and_come_back_by_last_change(store):
    """A thousand plans in one call, listed with the last changed first."""
    lines = [PlanLine(id=f"plan-{n:04}", code=f"{n:08}", changed_at=n) for n in range(1_000)]

    put(store, *(Standing(line=line, fold=FOLD, unsettled={"a": b"", "b": b""}) for line in lines))

    with store.reading() as tx:
        assert [msgspec.structs.replace(line, differing=2) for line in reversed(lines)] == plans.lines(tx)
        assert 2_000 == len(plans.unsettled(tx))


def test_plans_that_must_be_folded_are_found(store):
    """A plan with edits that was never folded, or by another version of the folding, is named."""
    begun(store)

    with store.reading() as tx:
        assert [PLAN] == plans.to_fold(tx, 1)
        assert ([], None, None) == (plans.lines(tx), plans.line(tx, PLAN), plans.fold(tx, PLAN))

    put(store, STANDING)
    with store.reading() as tx:
        assert [] == plans.to_fold(tx, 1)
        assert [PLAN] == plans.to_fold(tx, 2)
