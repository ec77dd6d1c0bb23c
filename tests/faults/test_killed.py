"""SIGKILL at random instants: everything that was acknowledged is there, and the store verifies."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from fsdesk.desk import drafts, opening, plans
from tests.faults import deeds
from tests.faults.children import Child, Nursery
from tests.faults.rooms import PLAN, Rooms
from tests.store.stores import PASSPHRASE

ROUNDS_OF_ONE_STORE = 20
MOST_LINES = 9
"""Acknowledgements that are waited for before the kill; then a moment at random, which no load takes away."""
MOMENT_SECONDS = 0.015
OPENING_SECONDS = 0.06


@dataclass
class Kept:
    """What the processes on one store have acknowledged so far."""

    edits: int = 0
    drafts: dict[str, int] = field(default_factory=dict)

    def hear(self, lines: list[str]) -> None:
        """Take note of what a process acknowledged before it was gone."""
        for line in lines:
            match line.split():
                case ["edit", number]:
                    self.edits = int(number)
                case ["draft", name, number]:
                    self.drafts[name] = int(number)


def killed(child: Child, lines: int, moment: float) -> list[str]:
    """Let a child say so many lines, kill it a moment later, and return all it had said; its end comes last."""
    child.go()
    said = [line for _, line in zip(range(lines), child.lines(), strict=False)]
    said += child.lines(moment)
    if not said or not said[-1].startswith("gone "):
        child.kill()
        said += child.lines()
    return said


def check(folder: Path, kept: Kept) -> None:
    """See that a store is whole and holds everything acknowledged, and take note of what it holds beyond."""
    with opening.open_desk(folder, PASSPHRASE) as desk:
        found = opening.verify(desk)
        now = plans.current(desk, PLAN)
        typed = {one.place.field: deeds.number_typed(one.text) for one in drafts.every(desk)}
    made = [one.id for one in now.plan.strengths if one.id.startswith("s-")]
    assert [] == found["damage"]
    assert [f"s-{number}" for number in range(1, len(made) + 1)] == made
    assert kept.edits <= len(made)
    assert len(made) == 0 or f"after {len(made)}" == now.plan.neighbourhood
    assert [] == [name for name, number in kept.drafts.items() if typed.get(name, 0) < number]
    kept.edits, kept.drafts = len(made), typed


def rounds(nursery: Nursery, rooms: Rooms, place: Path, count: int, seed: int) -> Counter[str]:
    """Write and be killed so many times, on one store after the other; return what happened how often."""
    chance, told = random.Random(seed), Counter[str]()
    for number in range(count):
        if number % ROUNDS_OF_ONE_STORE == 0:
            folder, kept = rooms.copy(rooms.worker, place / str(number)), Kept()
        child = nursery.child("write", folder, chance.randrange(2**30))
        said = killed(child, chance.randrange(MOST_LINES), chance.uniform(0, MOMENT_SECONDS))
        assert "gone -9" == said[-1]
        kept.hear(said)
        told.update(line.split()[0] for line in said)
        if chance.random() < 0.25:
            again = killed(nursery.child("reopen", folder), 0, chance.uniform(0, OPENING_SECONDS))
            told["killed while opening"] += again[-1] == "gone -9"
        check(folder, kept)
    return told


def test_everything_acknowledged_is_there_after_a_kill(nursery, rooms, tmp_path):
    """Whenever the process is killed, each edit and draft it had acknowledged is there and the store is whole."""
    told = rounds(nursery, rooms, tmp_path, 25, seed=20261121)

    assert min(told["edit"], told["draft"]) > 25


@pytest.mark.long
def test_everything_acknowledged_is_there_after_a_thousand_kills(nursery, rooms, tmp_path):
    """The same in a thousand rounds and more."""
    told = rounds(nursery, rooms, tmp_path, 1_200, seed=7)

    print(f"1,200 rounds: {dict(told)}")
    assert min(told["edit"], told["draft"]) > 1_000
