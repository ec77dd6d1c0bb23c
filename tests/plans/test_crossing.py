from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import crossing, merge
from fsdesk.plans.edits import Intent
from tests.plans import hostile
from tests.plans.histories import laptops, small_plan, wanted
from tests.plans.laptops import Laptop, together


@given(laptops(at_most=3), hostile.many(most=3))
def test_no_edit_that_crosses_another_is_missed(team, wrong):
    """Whatever edits there are: where folding finds a field that reads two ways, the quick look said that it may."""
    together(*team)
    edits = [*team[0].edits.values(), *wrong]

    assert crossing.may_cross(edits) or not merge.fold(edits).differing


@given(st.data())
def test_of_one_laptop_alone_nothing_crosses(data):
    """What one laptop wrote with plain intents, each in the knowledge of those before it, leaves nothing unsettled."""
    ann = Laptop("ann")
    ann.begin(small_plan())
    for _ in range(4):
        ann.write(data.draw(wanted(ann.plan)))

    assert all(crossing.is_plain(edit.header.intent) for edit in ann.edits.values())
    assert () == ann.current().differing


@given(st.sampled_from(list(Intent)))
def test_an_intent_that_may_leave_several_values_is_not_plain(intent):
    """Settling, undoing and saying again are looked at whole."""
    several = {Intent.SETTLED, Intent.UNDID, Intent.PUT_BACK, Intent.SAID_AGAIN}

    assert (intent not in several) is crossing.is_plain(intent)
