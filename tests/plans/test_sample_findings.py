"""What checks say of the sample families: the lists of what must speak are meant complete, both ways."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from fsdesk.plans import rules, samples
from fsdesk.plans.checks import check
from fsdesk.plans.findings import Finding
from fsdesk.plans.wording import catalogue

SPEAKS: dict[str, dict[str, set[str]]] = {
    "F1": {},
    "F2": {
        rule: set()
        for rule in (
            "R-01", "R-02", "R-05", "R-07", "R-08", "R-09", "R-10", "R-12", "R-13", "R-15", "R-17", "R-18", "R-19",
            "R-20", "R-21", "R-24", "R-26", "R-27", "R-28", "R-29", "R-33", "R-35", "W-16",
        )
    },
    "F3": {
        "R-06": set(), "R-08": set(), "R-33": set(), "R-34": set(), "W-01": {"X003", "X013", "X014"},
        "W-02": {"X027", "X028", "X030", "X039", "X147"}, "W-03": {"X050"}, "W-06": {"X081", "X083", "X087"},
        "W-07": set(), "W-08": set(), "W-11": set(), "W-13": {"X121"}, "W-15": set(), "W-16": set(),
    },
    "F4": {"R-27": set(), "R-30": set(), "W-12": {"X103", "X104"}},
    "F5": {"R-19": set(), "R-31": set(), "R-32": set(), "W-06": {"X098"}},
    "F6": {
        "R-11": set(), "R-31": set(), "R-33": set(), "R-36": set(), "R-41": set(), "W-06": {"X081", "X085", "X087"},
        "W-13": {"X015"},
    },
}  # fmt: skip
"""Every rule that must speak, with the entries of the wording catalogue that it must name."""


@cache
def known_rules() -> frozenset[str]:
    worded = {entry.rule for entry in catalogue.load().entries.values()}
    return frozenset({rule.ID for rule in rules.ALL} | worded)


@cache
def findings(name: str) -> tuple[Finding, ...]:
    plan = samples.load(name)
    assert plan.sample_today is not None
    return check(plan, plan.sample_today).findings


@pytest.mark.parametrize("name", SPEAKS)
def test_the_rules_that_must_speak_do_and_no_other(name: str) -> None:
    assert SPEAKS[name].keys() & known_rules() == {finding.rule for finding in findings(name)}


@pytest.mark.parametrize("name", SPEAKS)
def test_each_names_the_words_it_means(name: str) -> None:
    must = {
        (rule, entry) for rule, entries in SPEAKS[name].items() if rule in known_rules() for entry in entries
    }

    assert must == {(one.rule, one.entry) for one in findings(name) if SPEAKS[name].get(one.rule)}


def test_both_children_who_were_not_asked_are_named() -> None:
    assert 2 == Counter(finding.rule for finding in findings("F2"))["R-01"]


def test_the_legal_status_is_not_a_label() -> None:
    assert 1 == Counter(finding.entry for finding in findings("F5"))["X098"]


def test_the_serious_worry_comes_first() -> None:
    assert "R-41" == findings("F6")[0].rule
