"""A stamp changes with everything that comes or goes of a plan's edits, and with nothing else."""

from __future__ import annotations

from fsdesk.plans.edits import Part
from fsdesk.store import edits, erasing, stamps, taking
from fsdesk.store.erasing import Erasure
from fsdesk.store.stamps import Stamp
from fsdesk.store.store import Store
from tests.store.stores import a_pen, begun
from tests.store.written import PLAN, Pen, chained


def stamp(store: Store, plan: str = PLAN) -> Stamp:
    """The stamp of a plan now."""
    with store.reading() as tx:
        return stamps.of_plan(tx, plan)


def test_a_plan_of_which_nothing_is_here_has_an_empty_stamp(store):
    """Also where other plans are."""
    begun(store)

    assert () == stamp(store, "another")


def test_edits_of_this_laptop_and_of_others_change_it_and_those_of_other_plans_do_not(store):
    """Each of them once."""
    pen, ann = a_pen(store), Pen("ann")
    seen = [stamp(store)]
    begun(store, pen)
    seen.append(stamp(store))
    with store.transaction() as tx:
        taking.take(tx, chained([ann.writes(), ann.writes()]))
    seen.append(stamp(store))
    with store.transaction() as tx:
        edits.append(tx, pen.writes(plan="another"))

    assert (3, seen[-1]) == (len(set(seen)), stamp(store))


def test_a_part_that_comes_later_and_parts_that_are_erased_change_it(store):
    """The edits are the same ones, and what is known of them is not."""
    ann = Pen("ann")
    whole = ann.writes_parts({Part.GENERAL: "Tea", Part.SEALED: "4 Invented Row"})
    seen = []
    for edit in (whole.without([Part.SEALED]), whole):
        with store.transaction() as tx:
            taking.take(tx, chained([edit]))
        seen.append(stamp(store))
    with store.transaction() as tx:
        erasing.erase(tx, Erasure(plan=PLAN, erased_at=1, who="Morag", why="asked"))
    seen.append(stamp(store))

    assert 3 == len(set(seen))
