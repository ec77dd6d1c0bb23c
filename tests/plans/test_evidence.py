from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from fsdesk import resources
from fsdesk.plans import evidence, principles, samples
from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.rules.pack import Broken
from tests.plans.any_plan import any_plan


class Watched:
    """A plan that remembers which of its fields were read."""

    def __init__(self, plan: m.Plan) -> None:
        self._plan = plan
        self.read: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        self.read.add(name)
        return getattr(self._plan, name)


def test_every_principle_is_looked_for():
    """By looks that there are."""
    assert set(principles.principle_ids()) == set(evidence.shown_by())


def test_every_look_serves_a_principle():
    """None is looked for in vain."""
    used = {look for looks in evidence.shown_by().values() for look in looks}

    assert set(evidence.LOOKS) == used


@given(any_plan())
def test_a_look_reads_only_the_fields_it_declares(plan):
    """That is what lets a check look again only where an edit touched."""
    for held in (plan, *samples.load_all()):
        for look in evidence.LOOKS.values():
            watched = Watched(held)
            list(look.find(watched))  # type: ignore[arg-type]

            assert watched.read <= set(look.reads)


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        ("strengths_used", ["/goals/0", "/steps/1"]),
        ("choices", ["/options/0"]),
        ("what_we_will_do", ["/steps/0"]),
        ("heard_another_way", ["/voices/0", "/voices/1"]),
        ("one_person_and_one_telling", ["/lead"]),
        ("asked_in_own_words", ["/why_now/0"]),
        ("views_side_by_side", []),
    ],
)
def test_a_look_names_the_places(look, expected):
    """In the small good plan."""
    assert expected == list(evidence.LOOKS[look].find(ex.a_plan()))


def test_a_look_that_is_none_is_refused_by_file_and_principle(monkeypatch):
    """Whoever edits the table is told where to look."""
    monkeypatch.setattr(resources, "read_text", lambda *_: '[shown_by]\nNP-01 = ["kindness"]')

    with pytest.raises(Broken, match="NP-01"):
        evidence.shown_by.__wrapped__()
