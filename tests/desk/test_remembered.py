"""The plan that a desk remembers is the plan its store holds, whoever wrote to it meanwhile."""

from __future__ import annotations

import msgspec
import pytest

from fsdesk.desk import plans, standing, undoing
from fsdesk.desk.desk import Desk
from fsdesk.plans.examples import a_plan
from tests.desk.team import Laptop
from tests.plans.test_growing import is_the_same

PLAN = "plan"


def in_store(desk: Desk) -> object:
    """The plan as the edits in the store add up to it."""
    with desk.reading() as tx:
        return standing.current(tx, PLAN)


@pytest.fixture
def dan(team) -> Laptop:
    """Dan's laptop, with one plan."""
    team.dan.begin(a_plan())
    return team.dan


def test_what_is_remembered_is_what_the_store_holds(dan):
    """After saves, an undo, and a save from what was seen long before."""
    seen = dan.current(PLAN)
    for title in ("One", "Two", "Three"):
        dan.write(PLAN, title=title)
        is_the_same(in_store(dan.desk), plans.current(dan.desk, PLAN))
    undoing.undo(dan.desk, PLAN)
    is_the_same(in_store(dan.desk), plans.current(dan.desk, PLAN))
    now = plans.save(dan.desk, seen, msgspec.structs.replace(seen.plan, title="Four"))

    is_the_same(in_store(dan.desk), now)
    assert 1 == len(now.differing)


def test_nothing_is_folded_again_where_nothing_came(dan):
    """Reading twice gives the same plan, and a save goes on from it."""
    first = plans.current(dan.desk, PLAN)

    assert first is plans.current(dan.desk, PLAN)
    assert dan.write(PLAN, title="One") is plans.current(dan.desk, PLAN)


def test_what_comes_in_a_package_is_seen_at_once(team, dan):
    """The plan is folded anew, and what is written then stands on all of it."""
    dan.sends(team.morag)
    before = plans.current(dan.desk, PLAN)
    team.morag.write(PLAN, title="Morag's")
    team.morag.sends(dan)

    assert before is not plans.current(dan.desk, PLAN)
    assert "Morag's" == plans.current(dan.desk, PLAN).plan.title
    dan.write(PLAN, neighbourhood="Row")
    is_the_same(in_store(dan.desk), plans.current(dan.desk, PLAN))


def test_a_save_that_did_not_happen_is_not_remembered(dan, monkeypatch):
    """Whatever stops it, the plan reads as the store has it, also after the next one."""
    plans.current(dan.desk, PLAN)

    def stop(*_: object) -> None:
        raise RuntimeError("the lid was closed")

    with monkeypatch.context() as patched:
        patched.setattr(standing, "put", stop)
        with pytest.raises(RuntimeError):
            dan.write(PLAN, title="Lost")

    assert a_plan().title == plans.current(dan.desk, PLAN).plan.title
    dan.write(PLAN, title="Kept")
    is_the_same(in_store(dan.desk), plans.current(dan.desk, PLAN))
    assert "Kept" == plans.current(dan.desk, PLAN).plan.title


def test_nothing_is_remembered_once_the_store_is_closed(dan):
    """No plan can be reached from a desk that was closed."""
    desk = dan.desk
    plans.current(desk, PLAN)
    held = desk.remembered
    dan.close()

    assert (True, None) == (held is not None, desk.remembered)
