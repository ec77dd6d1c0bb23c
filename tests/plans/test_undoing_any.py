"""What holds of every undo, whatever was written before it, by whom, and in whatever order it came."""

from __future__ import annotations

from contextlib import suppress

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import history, merge
from fsdesk.plans.edits import Intent, key_of
from fsdesk.plans.fold import canonical, read_edit
from fsdesk.plans.putting_back import NothingBefore, Spot, put_back
from fsdesk.plans.undoing import said_by, undo
from fsdesk.plans.undone import Undone
from fsdesk.plans.wordings import wordings
from tests.plans import hostile
from tests.plans.any_plan import any_plan
from tests.plans.histories import laptops, wanted
from tests.plans.laptops import together
from tests.plans.undoes import began, readings, undoes, why

replace = msgspec.structs.replace


@given(laptops(at_most=3), st.data())
def test_an_undo_undone_reads_as_before(team, data):
    """Whatever stood unsettled beside it, undoing an edit and undoing that leaves the plan as it read."""
    together(*team)
    who = data.draw(st.sampled_from(team))
    edit = data.draw(st.sampled_from(list(who.edits.values())))
    before = readings(who.current())
    done = undoes(who, edit)
    if done is not None:
        undoes(who, done)

    assert before == readings(who.current())


@given(st.data())
def test_undoing_everything_from_the_last_back_ends_at_the_beginning(data):
    """On one laptop that wrote alone, each undo goes one step back, down to the plan as it was begun."""
    alone = began()
    first = readings(alone.current())
    for _ in range(data.draw(st.integers(1, 5))):
        alone.write(data.draw(wanted(alone.plan)))
    while (key := Undone(alone.current().state.headers).next_of("ann")) is not None:
        assert undoes(alone, alone.edits[key]) is not None

    assert first[:2] == readings(alone.current())[:2]


@given(any_plan(most=2), any_plan(most=2))
def test_any_edit_can_be_undone(one, two):
    """Whatever one edit made of a plan, undoing it leaves the plan as it was."""
    ann = began(one)
    before = readings(ann.current())
    edit = ann.write(replace(two, id=one.id))
    left = set() if edit is None else {place for place, *_ in why(ann, edit)}
    if edit is not None:
        undoes(ann, edit)
    if not left:
        assert before[:2] == readings(ann.current())[:2]


@given(laptops(at_most=3), st.data())
def test_an_undo_takes_nothing_of_what_others_wrote(team, data):
    """Every version that stood and was not the undone edit's own stands afterwards, and every edit is kept."""
    together(*team)
    who = data.draw(st.sampled_from(team))
    edit = data.draw(st.sampled_from(list(who.edits.values())))
    before, held = who.current(), dict(who.edits)
    undoes(who, edit)
    after = who.current()

    assert held.items() <= who.edits.items()
    for place, kept in before.state.records.items():
        for name, field in kept.fields.items():
            others = {
                canonical(value) for key, values in field.live() if key != key_of(edit) for value in values
            }
            left = {canonical(value) for _, value in after.state.records[place].fields[name].versions()}
            by_undoing = any(before.state.headers[key].undoes for key, _ in field.live())
            assert by_undoing or others <= left


@given(laptops(at_most=3), st.data())
def test_laptops_that_undo_apart_end_the_same(team, data):
    """Undos are edits: in whatever order they come together, every laptop reads the same."""
    together(*team)
    for laptop in team:
        for _ in range(data.draw(st.integers(0, 2))):
            undoes(laptop, data.draw(st.sampled_from(list(laptop.edits.values()))))
    one, two = team[0], team[1]
    there = merge.union(one.edits, two.edits)
    back = merge.union(two.edits, one.edits)

    assert merge.fold(there.values())[:4] == merge.fold(reversed(list(back.values())))[:4]
    together(*team)
    assert 1 == len({repr(laptop.current()[:4]) for laptop in team})


@given(laptops(at_most=2), hostile.many())
def test_whatever_came_any_edit_can_be_asked_to_be_undone_or_put_back(team, wrong):
    """Nothing raises but what is meant to, and what comes of it can be written, read and told."""
    together(*team)
    ann = team[0]
    ann.take({key_of(edit): edit for edit in wrong if read_edit(edit).header}.values())
    seen = ann.current()
    for key in sorted(seen.state.headers):
        made = list(undo(seen, key).changes)
        for place in said_by(seen.state, key):
            with suppress(NothingBefore):
                made += put_back(seen, key, Spot(place, "")).changes
        if made:
            ann.act(*made, intent=Intent.UNDID)
    ann.current()
    history.entries(ann.edits.values())
    for place in seen.state.records:
        wordings(seen, place, {})
