"""The labelled lines: what must be met and what must not, written apart from the constructions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fsdesk.plans.wording import read
from tests.bench.wording_lines import HALVES, Line, lines_of
from tests.bench.wording_quality import measure

FILE = Path(__file__).parents[2] / "data" / "wording" / "labelled.jsonl"
MORE = [
    json.loads(line)
    for line in FILE.with_name("labelled-more.jsonl").read_text(encoding="utf-8").splitlines()
]
LINES = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


def lines(flag: bool, half: str) -> list[dict[str, str]]:
    return [line for line in LINES if line["flag"] is flag and line["half"] == half]


def is_met(line: dict[str, str]) -> bool:
    return bool(read(line["text"], line["field"]))


@pytest.mark.parametrize("half", ["tune", "test"])
def test_most_lines_that_can_hurt_are_met(half):
    """At least four of five; the test half was written last."""
    bad = lines(True, half)

    assert sum(map(is_met, bad)) >= 0.8 * len(bad) > 0


@pytest.mark.parametrize("half", ["tune", "test"])
def test_hardly_any_innocent_line_is_met(half):
    """At most one in twenty of lines that were written to be mistaken."""
    innocent = lines(False, half)

    assert sum(map(is_met, innocent)) <= 0.05 * len(innocent)


def test_no_line_in_a_familys_own_words_is_met():
    """Not one."""
    assert [] == [line["text"] for line in LINES if line["field"] == "family_words" and is_met(line)]


def test_no_plain_fact_of_a_serious_worry_is_met():
    """Not one."""
    innocent = [line for line in LINES if line["field"] == "safety" and not line["flag"]]

    assert [] == [line["text"] for line in innocent if is_met(line)]


def is_met_apart(line: Line) -> bool:
    return any(one.rule != "W-09" for one in read(line.text, line.field, line.lang, line.names))


@pytest.mark.parametrize("half", HALVES)
def test_lines_labelled_by_somebody_else_are_told_apart(half):
    """Seven of ten that can hurt are met, and at most one in twenty of the others, hard ones counted alone too."""
    lines = lines_of(half)
    bad, innocent = ([line for line in lines if line.flag is flag] for flag in (True, False))

    hard = [line for line in innocent if line.is_hard]

    assert sum(map(is_met_apart, bad)) >= 0.7 * len(bad) > 0
    assert sum(map(is_met_apart, innocent)) <= len(innocent) / 20
    assert sum(map(is_met_apart, hard)) <= len(hard) / 20


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("field", ["family_words", "safety"])
def test_none_of_a_familys_words_and_plain_facts_labelled_by_somebody_else_is_met(half, field):
    """Not one."""
    quiet = [line for line in lines_of(half) if line.field == field and not line.flag]

    assert quiet
    assert [] == [number for number, line in enumerate(quiet) if is_met_apart(line)]


def test_the_catalogue_reads_far_better_than_its_bare_phrases():
    """On the test half, with every figure inside its interval."""
    rows = {row.reader: row for row in measure() if row.half == "test"}

    assert rows["fsdesk"].mcc[0] > rows["phrases"].mcc[0] + 0.3
    assert all(low <= figure <= high for figure, low, high in (rows["fsdesk"].recall, rows["fsdesk"].mcc))


def test_our_own_lines_stay_told_apart():
    """What was met once is met still, and what was spared is spared."""
    bad, innocent = ([line for line in MORE if line["flag"] is flag] for flag in (True, False))

    assert sum(map(is_met, bad)) >= 0.94 * len(bad) > 0
    assert sum(map(is_met, innocent)) <= 0.03 * len(innocent)
