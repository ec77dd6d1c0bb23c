"""The page on what a plan holds about one person: every key of the format stands on it, and no other."""

from __future__ import annotations

import json
import re

from fsdesk.plans.access import About, pack_of
from fsdesk.plans.access.wire import as_json
from tests.handbook import pages
from tests.plans.sample_reading import all_plans

PAGE = "access-pack.md"


def test_every_key_of_a_pack_stands_on_the_page():
    """The object's and a line's, with what a line can be about."""
    plan = all_plans()["F6"]
    told = json.loads(as_json(pack_of(plan, "rory", today=plan.sample_today), {}))
    keys = [
        re.findall(r"`(\w+)`", row)
        for row in re.findall(r"^\| (`[^|]+) \|", pages.text_of(PAGE), re.MULTILINE)
    ]
    named = {key for row in keys for key in row}

    assert set(told) | set(told["lines"][0]) == named
    assert {f"`{one}`" for one in About} <= set(re.findall(r"`\w+`", pages.text_of(PAGE)))
    assert f'`"{told["format"]}"`, `{told["version"]}`' in pages.text_of(PAGE)
