"""The words people read: short, warm, plain, about the plan and never about a fault of somebody's."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from fsdesk.plans import checks, principles, reflections, rules
from fsdesk.plans.rules.pack import words_of
from fsdesk.plans.wording import catalogue, read

RULES = [*(rule.ID for rule in rules.ALL), *(rule.id for rule in catalogue.rules())]
NEVER = re.compile(
    r"!|\b(?:failed|fails|invalid|illegal|abort|client|score|error)\b|\b(?:this|the) case\b", re.I
)


def sentences(rule: str) -> list[str]:
    words = words_of(rule)
    said = [part for one in words.say.values() for part in (one.message, one.next_step)]
    return [words.title, words.why, *said]


@pytest.mark.parametrize("rule", RULES)
def test_what_a_rule_says_keeps_the_tone(rule):
    """No exclamation mark, no word of fault, no order."""
    assert [] == [one for one in sentences(rule) if NEVER.search(one)]


@pytest.mark.parametrize("rule", [rule.ID for rule in rules.ALL])
def test_what_a_rule_says_would_itself_pass_the_wording_rules(rule):
    """With names in their places."""
    assert [] == [one for one in sentences(rule) if read(re.sub(r"\{(\w+)\}", "Finn", one))]


@pytest.mark.parametrize("rule", RULES)
def test_what_a_rule_says_is_short(rule):
    """At most thirty words in one go, and a title of a few."""
    assert all(len(one.split()) <= 45 for one in sentences(rule))
    assert len(words_of(rule).title.split()) <= 8


def test_kinder_words_and_reasons_keep_the_tone():
    """Every entry has both, and none shouts."""
    for entry in catalogue.load().entries.values():
        assert entry.instead.strip()
        assert not NEVER.search(f"{entry.instead} {entry.why}")


def test_questions_keep_the_tone():
    """They ask, and ask only."""
    for question in reflections.load():
        assert question.ask.endswith("?")
        assert not NEVER.search(f"{question.title} {question.why} {question.ask}")


def test_every_principle_has_at_least_three_rules():
    """Those of its statements are its own."""
    counted: Counter[str] = Counter()
    for rule in checks.rules_listing():
        whole = {principles.load().principle_of(one) for one in rule["principles"]}
        counted.update(one.id for one in whole if one is not None)

    assert {} == {one: counted[one] for one in principles.principle_ids() if counted[one] < 3}
