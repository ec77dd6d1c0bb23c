"""Findings that were put to rest: each as it was shown then, and whether its rule has changed since."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from fsdesk.plans import rules as data_rules
from fsdesk.plans.model.base import text_of
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.worker import Answer
from fsdesk.plans.wording import catalogue

SINCE = "the rule has changed since"
BEFORE = "the rule was a newer one than the one here"
GONE = "the rule is not asked any more"


class Answered(NamedTuple):
    """One answer, and the version that its rule has here today; nothing where there is no such rule any more."""

    answer: Answer
    version: int | None

    @property
    def is_as_then(self) -> bool:
        """Whether the rule is the one that was answered."""
        return self.answer.rule_version == self.version

    @property
    def says(self) -> str:
        """What has become of the rule; nothing when it is the same."""
        if self.is_as_then:
            return ""
        if self.version is None:
            return GONE
        return SINCE if self.version > self.answer.rule_version else BEFORE


def of(plan: Plan) -> tuple[Answered, ...]:
    """Return the answers of a plan in its order, which a laptop with another edition of the rules may have written."""
    return tuple(Answered(one, _versions().get(one.rule)) for one in plan.answers)


@cache
def _versions() -> dict[str, int]:
    data = {rule.ID: rule.VERSION for rule in data_rules.ALL}
    return data | {rule.id: rule.version for rule in catalogue.rules()}


def as_json(one: Answered) -> dict[str, Any]:
    """Return an answer under the keys that `fsdesk check --json` gives."""
    answer = one.answer
    return {
        "id": answer.id,
        "rule": answer.rule,
        "rule_version": answer.rule_version,
        "rule_version_now": one.version,
        "rule_changed_since": not one.is_as_then,
        "says": one.says,
        "message": answer.message,
        "kind": answer.kind.value,
        "words": text_of(answer.words),
        "by": answer.by,
        "on": answer.on.isoformat() if answer.on else None,
    }
