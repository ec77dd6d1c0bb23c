"""Every rule on its own examples: they are its tests and its page in the handbook."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import document, principles, rules
from fsdesk.plans.model import Plan
from fsdesk.plans.rules import pack
from fsdesk.plans.rules.parts import Example, Rule
from tests.plans.any_plan import any_plan

NOTICED = [pytest.param(rule, one, id=f"{rule.ID} {one.says}") for rule in rules.ALL for one in rule.NOTICED]
QUIET = [pytest.param(rule, one, id=f"{rule.ID} {one.says}") for rule in rules.ALL for one in rule.QUIET]
EACH = [pytest.param(rule, id=rule.ID) for rule in rules.ALL]


def places(rule: Rule, example: Example) -> tuple[str, ...]:
    return tuple(seen.where for seen in rule.look(example.plan, example.today, pack.load()))


@pytest.mark.parametrize(("rule", "example"), NOTICED)
def test_what_a_rule_notices_it_notices_at_its_place(rule: Rule, example: Example):
    """Each example of what it notices names the place."""
    assert example.where == places(rule, example)
    assert example.where


@pytest.mark.parametrize(("rule", "example"), QUIET)
def test_where_a_rule_is_to_be_quiet_it_is(rule: Rule, example: Example):
    """The quiet examples hold the judgement of practice."""
    assert () == places(rule, example)


@pytest.mark.parametrize(("rule", "example"), NOTICED)
def test_one_change_to_a_good_plan_makes_one_rule_speak(rule: Rule, example: Example):
    """No other rule speaks, but for those that the example names because they cannot but speak."""
    others = {other.ID for other in rules.ALL if other is not rule and places(other, example)}

    assert set(example.also) == others


@pytest.mark.parametrize(("rule", "example"), [*NOTICED, *QUIET])
def test_every_example_is_a_plan_that_the_schema_allows(rule: Rule, example: Example):
    """An example that no document could hold would prove nothing."""
    gone = {"somebody-gone", "gone", "ewan"}  # a few examples speak of records that were taken out
    held = document.write(example.plan).decode()

    if not any(f'"{name}"' in held for name in gone):
        assert example.plan == document.read(held.encode())


@pytest.mark.parametrize("rule", EACH)
def test_every_rule_has_principles_that_the_catalogue_knows(rule: Rule):
    """The source that people see is the first principle's."""
    assert all(principles.load().entry(one).source.locator for one in rule.PRINCIPLES)


def test_the_rules_stand_in_the_order_of_their_ids_and_none_is_missing():
    """All 41 of them."""
    assert [f"R-{number:02}" for number in range(1, 42)] == [rule.ID for rule in rules.ALL]


@pytest.mark.parametrize("rule", EACH)
def test_every_message_of_a_rule_has_its_words_filled(rule: Rule):
    """No slot is left open and none stays empty."""
    said = pack.words_of(rule.ID).say
    for example in rule.NOTICED:
        for seen in rule.look(example.plan, example.today, pack.load()):
            for sentence in (said[seen.say].message, said[seen.say].next_step):
                assert "{" not in pack.filled(sentence, seen.fill)
                assert all(value.strip() for name, value in seen.fill.items() if f"{{{name}}}" in sentence)


@pytest.mark.parametrize("rule", EACH)
def test_every_message_that_is_written_is_said_somewhere(rule: Rule):
    """Words that no rule says would mislead whoever edits them."""
    source = Path(rule.__file__).read_text(encoding="utf-8")  # type: ignore[attr-defined]
    strings = {node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)}

    assert set(pack.words_of(rule.ID).say) <= strings | {"default"}


class Watched:
    """A plan that remembers which of its fields were read."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.read: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        self.read.add(name)
        return getattr(self._plan, name)


@pytest.mark.parametrize("rule", EACH)
def test_a_rule_reads_only_the_fields_it_declares(rule: Rule):
    """That is what lets a check look again only where an edit touched."""
    for other in rules.ALL:
        for example in (*other.NOTICED, *other.QUIET):
            watched = Watched(example.plan)
            list(rule.look(watched, example.today, pack.load()))  # type: ignore[arg-type]

            assert watched.read <= set(rule.READS)


@given(any_plan(), st.dates())
def test_no_plan_and_no_day_stops_a_rule(plan: Plan, today: date):
    """Years 1 and 9999 included."""
    for rule in rules.ALL:
        watched = Watched(plan)
        list(rule.look(watched, today, pack.load()))  # type: ignore[arg-type]

        assert watched.read <= set(rule.READS)


@pytest.mark.parametrize("today", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize("rule", EACH)
def test_the_ends_of_the_calendar_stop_no_rule(rule: Rule, today: date):
    """A laptop's clock may say anything."""
    for example in (*rule.NOTICED, *rule.QUIET):
        list(rule.look(example.plan, today, pack.load()))
