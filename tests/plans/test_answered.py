from __future__ import annotations

import pytest

from fsdesk.plans import answered, checks
from fsdesk.plans import model as m
from fsdesk.plans.examples import TODAY, a_plan, a_record, quote


def a_plan_with(**over: object) -> m.Plan:
    """A plan in which one finding was answered."""
    answer = {"id": "answered", "rule": "R-01", "message": "As it was put then.", "by": "Dan", **over}
    return a_plan(answers=(a_record(m.Answer, **answer),))


def version_of(rule: str) -> int:
    """The version of a rule as it is here."""
    (one,) = answered.of(a_plan_with(rule=rule))
    assert one.version is not None
    return one.version


@pytest.mark.parametrize("rule", ["R-01", "W-05"])
def test_an_answer_to_a_rule_as_it_is_here_says_nothing(rule):
    """Of a rule about facts and of one about words."""
    (one,) = answered.of(a_plan_with(rule=rule, rule_version=version_of(rule)))

    assert ("", True) == (one.says, one.is_as_then)


@pytest.mark.parametrize(
    ("rule", "by", "says"),
    [("R-01", -1, answered.SINCE), ("W-05", -1, answered.SINCE), ("R-01", 1, answered.BEFORE)],
)
def test_an_answer_to_another_edition_of_a_rule_says_so(rule, by, says):
    """An older one, or that of a colleague whose fsdesk is newer."""
    (one,) = answered.of(a_plan_with(rule=rule, rule_version=version_of(rule) + by))

    assert (says, False) == (one.says, one.is_as_then)


def test_an_answer_to_a_rule_that_is_asked_no_more_says_so():
    """It is shown as it was all the same."""
    (one,) = answered.of(a_plan_with(rule="R-999"))

    told = answered.as_json(one)
    assert (answered.GONE, None, True, "As it was put then.") == (
        one.says,
        told["rule_version_now"],
        told["rule_changed_since"],
        told["message"],
    )


def test_what_was_answered_just_now_is_as_it_is():
    """Every finding of a check can be answered, and reads as then."""
    plan = a_plan(strengths=(), voices=())
    found = checks.check(plan, TODAY).findings
    given = tuple(
        checks.answer_to(one, answer_id=f"a{at}", words=quote("We talked."), by="Dan", on=TODAY)
        for at, one in enumerate(found)
    )

    told = answered.of(a_plan(strengths=(), voices=(), answers=given))

    assert given
    assert {""} == {one.says for one in told}
    assert [one.message for one in found] == [answered.as_json(one)["message"] for one in told]
    assert {("We talked.", "Dan", TODAY.isoformat())} == {
        (one["words"], one["by"], one["on"]) for one in map(answered.as_json, told)
    }
