from __future__ import annotations

from datetime import UTC, datetime

from msgspec.structs import replace

from fsdesk.plans import examples as ex
from fsdesk.plans.checks import check
from fsdesk.plans.findings import digest, finding_as_json

STEP = ex.a_step()


def test_a_digest_changes_with_what_is_said():
    """And only then."""
    assert digest([STEP]) == digest([ex.a_step()])
    assert digest([STEP]) != digest([ex.a_step("Something else.")])
    assert digest([STEP]) != digest([STEP, STEP])


def test_who_wrote_a_record_and_when_is_not_what_it_says():
    """An answer does not wake because a record travelled."""
    now = datetime(2026, 3, 2, tzinfo=UTC)

    assert digest([STEP]) == digest([replace(STEP, made_by="Dan", made_at=now, changed_at=now, device="a")])


def test_a_set_says_the_same_in_any_order():
    """On any run of the program."""
    assert digest([frozenset("abcdef")]) == digest([frozenset("fedcba")])


def test_a_finding_is_told_under_the_promised_keys():
    """Plain values, ready for JSON."""
    (finding,) = check(ex.a_plan(matters=[]), ex.TODAY).findings
    told = finding_as_json(finding)

    assert {"rule": "R-07", "severity": "gap", "where": "/matters", "answered": False} == {
        name: told[name] for name in ("rule", "severity", "where", "answered")
    }
    assert {"principles", "message", "next_step", "source"} <= set(told)
    assert {"document", "locator"} == set(told["source"])
