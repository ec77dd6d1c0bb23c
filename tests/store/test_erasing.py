from __future__ import annotations

from fsdesk.jobs import quiet
from fsdesk.plans.edits import Part
from fsdesk.store import drafts, edits, erasing, plans
from fsdesk.store.drafts import Draft, DraftPlace
from fsdesk.store.erasing import Erasure
from fsdesk.store.verify import verify
from tests.store.stores import a_pen
from tests.store.test_plans import LINE, STANDING
from tests.store.written import PLAN

ERASURE = Erasure(plan=PLAN, erased_at=7, who="Morag", why="the family asked")


def fill(store):
    """A plan with edits of every kind of part, its line, its fold and a draft; returns the edits."""
    pen = a_pen(store)
    made = [
        pen.writes_parts({Part.GENERAL: "a step", Part.SEALED: "an address", Part.OWN: "a note"}),
        pen.writes_boxes(0, 8, 8),
    ]
    with store.transaction() as tx:
        for edit in made:
            edits.append(tx, edit)
        plans.put(tx, [STANDING])
        drafts.keep(tx, Draft(place=DraftPlace(PLAN, "steps", "s1", "what", "m"), text="Dan r", changed_at=1))
    return made


def test_erasing_takes_every_word_and_leaves_a_chain_that_verifies(store):
    """Parts, drafts, the folded plan and its line go; headers and commitments stay, and the store verifies."""
    made = fill(store)

    with store.transaction() as tx:
        erasing.erase(tx, ERASURE)
        erasing.erase(tx, ERASURE)

    with store.reading() as tx:
        assert [edit.without([0, 1, 2, 8]) for edit in made] == edits.of_plan(tx, PLAN)
        assert ([], [], []) == (plans.lines(tx), plans.unsettled(tx), drafts.every(tx))
        assert (None, []) == (plans.fold(tx, PLAN), plans.to_fold(tx, 1))
        assert [ERASURE] == erasing.every(tx)
        assert erasing.is_erased(tx, PLAN)
        assert not erasing.is_erased(tx, "another")
    assert [("", "", "", None)] == store.ask("SELECT code, title, names, line FROM plans")
    assert [] == verify(store, quiet())


def test_erasing_one_plan_leaves_the_others(store):
    """Another plan's edits and line stay whole."""
    fill(store)
    pen = a_pen(store)
    with store.transaction() as tx:
        pen.seq, pen.link = edits.last(tx, pen.device)
        other = pen.writes("stays", plan="another")
        edits.append(tx, other)
        erasing.erase(tx, ERASURE)

    with store.reading() as tx:
        assert [other] == edits.of_plan(tx, "another")
    assert LINE.id == PLAN
