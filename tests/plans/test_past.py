from __future__ import annotations

import msgspec

from fsdesk.plans import merge, past, writing
from fsdesk.plans import model as m
from fsdesk.plans.chain import START
from fsdesk.plans.edits import Edit
from fsdesk.plans.examples import a_plan, a_record
from fsdesk.plans.writing import Ink

SALT = bytes(range(32))


def written(*plans: m.Plan) -> list[Edit]:
    """The edits of one laptop that make one plan of these after another."""
    made = [writing.begin(plans[0], Ink("dan", 1, START, 1, "Dan", 1), "e1", lambda _: SALT)]
    for number, plan in enumerate(plans[1:], start=2):
        ink = Ink("dan", number, made[-1].link, number, "Dan", number)
        edit = writing.write(merge.fold(made), plan, ink, f"e{number}", lambda _: SALT)
        assert edit is not None
        made.append(edit)
    return made


def test_every_address_school_and_meeting_place_is_remembered_though_it_was_changed_or_taken_out():
    """What stood there once is not for somebody who must not find it."""
    home = a_record(m.Household, id="home", label="Home", address="9 Tannery Close")
    meeting = a_record(m.Meeting, id="meeting", place="Bankhead baths")
    first = a_plan(households=(home,), meetings=(meeting,))
    people = (msgspec.structs.replace(first.people[0], learns_at="Hollinside"), *first.people[1:])
    moved = msgspec.structs.replace(home, address="14 Corrie Wynd")
    second = msgspec.structs.replace(first, households=(moved,), people=people, meetings=())
    third = msgspec.structs.replace(second, people=first.people)

    found = past.whereabouts(merge.fold(written(first, second, third)).state)

    assert {"9 Tannery Close", "14 Corrie Wynd", "Bankhead baths", "Hollinside"} <= found


def test_a_safety_record_that_was_taken_out_still_keeps_apart():
    """It was written for a reason that nobody has to give again."""
    safety = a_record(m.SafetyBetween, id="safety", from_name="Ewan", tokens=frozenset({"Skelbeg"}))
    before = a_plan(safety_between=(safety,))
    after = msgspec.structs.replace(before, safety_between=())

    state = merge.fold(written(before, after)).state

    assert past.was_ever_kept_apart(state)
    assert "Skelbeg" in past.whereabouts(state)
    assert not past.was_ever_kept_apart(merge.fold(written(a_plan())).state)
