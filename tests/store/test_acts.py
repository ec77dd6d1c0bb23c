from __future__ import annotations

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from fsdesk.store import acts, erasing, schema
from fsdesk.store.acts import Act
from fsdesk.store.erasing import Erasure
from tests.store.test_erasing import fill
from tests.store.written import PLAN

PACK = Act(act=acts.ACCESS_PACK, plan=PLAN, who="Dan", done_at=5, detail={"person": "jamie", "lines": 3})
EXPORT = Act(act=acts.PLAIN_EXPORT, who="Dan", done_at=6, detail={"plans": 2})


def test_acts_are_kept_in_their_order_and_found_by_plan(store):
    """With what they were about."""
    fill(store)
    with store.transaction() as tx:
        acts.note(tx, PACK)
        acts.note(tx, EXPORT)

    with store.reading() as tx:
        assert [PACK, EXPORT] == acts.every(tx)
        assert [PACK] == acts.every(tx, PLAN)


@pytest.mark.parametrize(
    "harm", [delete(schema.acts), update(schema.acts).values(who="x"), update(schema.acts).values(detail=b"")]
)
def test_no_act_is_taken_away_or_changed(store, harm):
    """They are append-only."""
    with store.transaction() as tx:
        acts.note(tx, EXPORT)

    with pytest.raises(IntegrityError, match="append-only"), store.transaction() as tx:
        tx.execute(harm)


def test_an_erasure_keeps_that_something_was_done_and_drops_about_whom(store):
    """The act stays with its day and who did it."""
    fill(store)
    with store.transaction() as tx:
        acts.note(tx, PACK)
        erasing.erase(tx, Erasure(plan=PLAN, erased_at=7, who="Morag"))

    with store.reading() as tx:
        assert [Act(act=acts.ACCESS_PACK, plan=PLAN, who="Dan", done_at=5)] == acts.every(tx)
