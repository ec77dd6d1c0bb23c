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


@pytest.mark.parametrize(
    ("written", "named"),
    [("NP-66 =", "NP-06 has no line of its own"), ("NP-06 = []\nNP-66 =", "NP-66 is no principle")],
)
def test_a_table_that_misses_a_principle_is_refused_by_file_and_principle(monkeypatch, written, named):
    """A slip in an id would leave a principle without anything to show it."""
    table = resources.read_text("rules", "evidence.toml").replace("NP-06 =", written)
    monkeypatch.setattr(resources, "read_text", lambda *_: table)

    with pytest.raises(Broken, match=named):
        evidence.shown_by.__wrapped__()


def test_a_look_that_is_none_is_refused_by_file_and_principle(monkeypatch):
    """Whoever edits the table is told where to look."""
    monkeypatch.setattr(resources, "read_text", lambda *_: '[shown_by]\nNP-01 = ["kindness"]')

    with pytest.raises(Broken, match="NP-01"):
        evidence.shown_by.__wrapped__()


def shown(look: str, **over: Any) -> list[str]:
    return list(evidence.LOOKS[look].find(ex.a_plan(**over)))


def test_what_a_rule_still_asks_about_is_no_evidence():
    """A need whose adjustment does not work, and a step that only a friend has."""
    need = ex.a_record(m.AccessNeed, person="ailsa", need=m.Need.QUIET, adjustment="Corner room.", met=False)
    kath = ex.a_helper("Kath", "Church", friend_or_peer=True)

    assert [] == shown("needs_met", access_needs=[need])
    assert [] == shown("what_we_will_do", team=[*ex.a_plan().team, kath], steps=[ex.a_step("Sing.", "kath")])


def test_what_satisfies_a_rule_is_evidence():
    """A voice that a goal names, a drawing whatever way stands beside it, and a lead agreed on a day."""
    drawn = ex.a_voice("finn", kind=m.VoiceKind.DRAWING, method=m.Method.TALKING, answered_by=())

    assert ["/voices/0"] == shown("voices_answered", voices=[drawn], goals=[ex.a_goal(voices="voice-finn")])
    assert ["/voices/0"] == shown("heard_another_way", voices=[drawn])
    assert ["/lead"] == shown("one_person_and_one_telling", lead=m.Lead(who="dan", agreed_on=ex.day(-20)))
