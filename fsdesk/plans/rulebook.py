"""All rules in one list: data rules, wording rules and questions, as the catalogue shows them."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import reflections
from fsdesk.plans import rules as data_rules
from fsdesk.plans.findings import Severity
from fsdesk.plans.rules.pack import words_of
from fsdesk.plans.wording import catalogue


def rules_listing(language: str = "en") -> list[dict[str, Any]]:
    """Return every rule under the keys that `fsdesk principles --json` promises, in the order of their ids.

    Raises Broken naming file and entry when a file of the rule pack cannot be read.
    """
    data = [_rule(rule.ID, rule.PRINCIPLES, rule.SEVERITY, "data", language) for rule in data_rules.ALL]
    wording = [_rule(one.id, one.principles, one.severity, "wording", language) for one in catalogue.rules()]
    return [*data, *wording, *_questions(language)]


def _rule(
    rule: str, principles: tuple[str, ...], severity: Severity, kind: str, language: str
) -> dict[str, Any]:
    words = words_of(rule, language)
    return {
        "id": rule,
        "principles": list(principles),
        "severity": severity.value,
        "kind": kind,
        "title": words.title,
        "why": words.why,
    }


def _questions(language: str) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "principles": list(one.principles),
            "severity": Severity.REFLECT.value,
            "kind": "reflection",
            "title": one.title,
            "why": one.why,
            "question": one.ask,
        }
        for one in reflections.load(language)
    ]
