"""The labelled lines: what must be met and what must not, written apart from the constructions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fsdesk.plans.wording import read

FILE = Path(__file__).parents[2] / "data" / "wording" / "labelled.jsonl"
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
