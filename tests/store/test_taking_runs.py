"""Tests of taking whole runs of edits in."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from fsdesk.plans.chain import ChainBroken, Ring
from fsdesk.plans.edits import Edit, Part
from fsdesk.store import devices, edits, taking, taking_runs
from fsdesk.store.devices import LeftOut
from fsdesk.store.taking_runs import RunOfEdits
from tests.store.stores import a_store
from tests.store.written import PLAN, Pen, chained


@pytest.fixture(autouse=True, params=[1, 3, 200])
def long(request, monkeypatch):
    """How many edits make a run a long one; whatever it is, the outcome is the same."""
    monkeypatch.setattr(taking_runs, "LONG", request.param)


def run_of(made: Sequence[Edit]) -> RunOfEdits:
    """Edits that follow on from each other, as a verified package hands them on."""
    first, last = made[0].header, made[-1].header
    ring = Ring(first.seq, last.seq, first.previous, made[-1].link)
    plans = [edit.header.plan for edit in made]
    return RunOfEdits(first.device, ring, plans, [edit.link for edit in made], iter(made))


def take(store, *runs):
    """Take runs in one transaction."""
    with store.transaction() as tx:
        return taking_runs.take(tx, [run_of(run) for run in runs])


def kept(store, device):
    """What is here of a laptop: its edits with their links, and how far they reach without a gap."""
    with store.reading() as tx:
        here = [(made.edit, link) for made, link in edits.of_device(tx, device)]
        return here, edits.last(tx, device)


def test_a_run_of_which_nothing_is_here_is_kept_whole(store):
    """Every edit is here afterwards under its own link, whichever parts it has, and the laptop reaches its end."""
    pen = Pen("ann")
    parts = {Part.GENERAL: "a step", Part.SEALED: "a safe address"}
    made = [pen.writes("one"), pen.writes_parts(parts, plan="another"), pen.writes_boxes(9, 0, 0)]
    made += [pen.writes("five").without([Part.GENERAL]), pen.writes("six", part=Part.OWN)]

    taken = take(store, made)

    assert (5, 0, (), {PLAN: {"ann"}, "another": {"ann"}}) == taken
    assert ([(edit, edit.link) for edit in made], (5, made[-1].link)) == kept(store, "ann")


def test_a_run_that_is_here_in_part_brings_only_the_rest(store):
    """What is here stays as it is, what was withheld is filled in, and the rest is new."""
    pen = Pen("ann")
    made = [pen.writes(str(number)) for number in range(4)]
    take(store, [made[0], made[1].without([Part.GENERAL])])

    taken = take(store, made)

    assert (2, 1, ()) == (taken.new, taken.filled, taken.forks)
    assert ([(edit, edit.link) for edit in made], (4, made[-1].link)) == kept(store, "ann")


def test_a_run_that_does_not_follow_on_from_what_is_here_is_refused(store):
    """Another history of the same laptop cannot be put behind the one that is here."""
    here, other = Pen("ann"), Pen("ann")
    take(store, [here.writes("here")])
    strange = [other.writes("there"), other.writes("and on")]

    with pytest.raises(ChainBroken):
        take(store, strange[1:])

    assert 1 == kept(store, "ann")[1][0]


def test_a_run_behind_a_gap_counts_once_the_gap_is_closed(store):
    """A later run waits; what stands for the edits between, or they themselves, joins it on."""
    pen = Pen("ann")
    made = [pen.writes(str(number)) for number in range(5)]
    take(store, made[3:])
    take(store, made[:1])
    reached = [kept(store, "ann")[1][0]]

    with store.transaction() as tx:
        devices.leave_out(tx, LeftOut(device="ann", first=2, last=2, digest=made[1].digest))
    reached.append(kept(store, "ann")[1][0])
    take(store, made[2:3])
    reached.append(kept(store, "ann")[1][0])

    assert [1, 2, 5] == reached


def test_runs_say_where_each_edit_stands():
    """Edit by edit a run says just what each edit says of itself."""
    pen = Pen("ann")
    runs = [[pen.writes(str(number)) for number in range(length)] for length in (1, 3, 2)]

    found = [made for run in runs for made in run_of(run).chained()]

    assert chained([edit for run in runs for edit in run]) == found


@pytest.mark.parametrize("before", [0, 1, 3, 4])
def test_runs_and_single_edits_say_and_leave_the_same(tmp_path, before):
    """Taken in edit by edit or run by run, whatever was here before: the same is told, and the same is kept."""
    ann, ben = Pen("ann"), Pen("ben")
    runs = [[ann.writes("a"), ann.writes("b")], [ben.writes("c", plan="another")], [ann.writes("d")]]
    singly = [edit for run in runs for edit in run]

    ends = []
    for name in ("one", "other"):
        with a_store(tmp_path / name) as store, store.transaction() as tx:
            taking.take(tx, chained(singly[:before]))
            by_run = name == "other"
            taken = taking_runs.take(tx, map(run_of, runs)) if by_run else taking.take(tx, chained(singly))
            ends.append((taken, edits.coverage(tx).get("ann"), edits.of_plan(tx, PLAN)))

    assert ends[0] == ends[1]
