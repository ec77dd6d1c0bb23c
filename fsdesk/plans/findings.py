"""What a check says: findings with their sources, and where a plan shows each principle. Never a score or a sum."""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from fsdesk.plans.catalogue.values import Source
from fsdesk.plans.model.base import Value, plain


class Severity(enum.StrEnum):
    """How a finding speaks; none of them ever means that a family did something wrong."""

    GAP = "gap"
    """Something the plan ought to hold is missing."""
    LOOK = "look"
    """Worth a look."""
    REFLECT = "reflect"
    """A question only."""


class Seen(Value, frozen=True, kw_only=True):
    """A place in a plan that a rule noticed, before words are put to it.

    `ids` are the records it speaks of: they keep its key stable when records move. `about` holds the values it
    looked at, so that an answer rests until they change. `say` picks one of the rule's messages and `fill` its
    words; names only, never anybody's own words. `severity` stands in for the rule's own.
    """

    where: str
    ids: tuple[str, ...] = ()
    about: tuple[Any, ...] = ()
    say: str = "default"
    fill: Mapping[str, str] = {}
    severity: Severity | None = None


class Finding(Value, frozen=True, kw_only=True):
    """One thing a check noticed in a plan, in words that speak about the plan.

    `where` is a JSON pointer into the plan document; where something is missing it names the place where it
    would stand. `key` names the records (or the wording entry) it speaks of and `about` is a digest of them:
    together with the rule they tell whether an answer still rests. `span`, `instead`, `entry` and `count` belong
    to wording: the words met, kinder ones, the entry of the wording catalogue, how often in that section.
    """

    rule: str
    rule_version: int
    severity: Severity
    principles: tuple[str, ...]
    where: str
    message: str
    next_step: str
    source: Source
    key: str
    about: str
    answered: bool = False
    span: str = ""
    instead: str = ""
    entry: str = ""
    count: int = 1


class PrincipleSeen(Value, frozen=True, kw_only=True):
    """Where one principle stands in a plan: `state` is evidenced, gap, look or reflect."""

    id: str
    state: str
    evidence: tuple[str, ...] = ()


_NOT_SAID_BY_FAMILIES = ("made_by", "made_at", "changed_at", "device")


def digest(values: Iterable[Any]) -> str:
    """Return 16 hexadecimal digits that change when what these values say changes."""
    said = [_without_origin(plain(value)) for value in values]
    data = msgspec.json.encode(said, order="deterministic")
    return hashlib.blake2b(data, digest_size=8).hexdigest()


def _without_origin(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {name: held for name, held in value.items() if name not in _NOT_SAID_BY_FAMILIES}


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """Return a finding under the keys that `fsdesk check --json` promises."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "principles": list(finding.principles),
        "where": finding.where,
        "message": finding.message,
        "next_step": finding.next_step,
        "source": {"document": finding.source.document, "locator": finding.source.locator},
        "answered": finding.answered,
        "key": finding.key,
        "rule_version": finding.rule_version,
    }
