"""The wording catalogue: words that can hurt, kinder ones beside them, and the constructions that find them."""

from __future__ import annotations

from functools import cache

import msgspec

from fsdesk import resources
from fsdesk.plans.findings import Severity
from fsdesk.plans.rules.pack import read
from fsdesk.plans.wording import index, sources
from fsdesk.plans.wording.entries import Candidate, Catalogue, Entry

__all__ = ["LANGUAGES", "Candidate", "Catalogue", "Entry", "WordingRule", "load", "rules"]

LANGUAGES = ("en",)


class WordingRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the wording rules: its principles, and the categories of words it speaks for."""

    id: str
    principles: tuple[str, ...]
    categories: tuple[str, ...]
    severity: Severity = Severity.LOOK
    version: int = 1


class _Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rule: tuple[WordingRule, ...]


def load(language: str = "en") -> Catalogue:
    """Return the catalogue of one language, read once: from its index, or from its files where they changed.

    Raises Broken naming file and entry.
    """
    return _load(language)


@cache
def _load(language: str) -> Catalogue:
    return index.recalled(language, sources.digest(language)) or from_files(language)


def from_files(language: str = "en") -> Catalogue:
    """Return the catalogue of one language made anew. Raises Broken naming file and entry."""
    return sources.made(language, {category: rule.id for rule in _rules() for category in rule.categories})


def rules() -> tuple[WordingRule, ...]:
    """Return the wording rules in the order of their ids."""
    return _rules()


def rule(of: str) -> WordingRule:
    """Return the wording rule of this id. Raises KeyError when there is none."""
    return {rule.id: rule for rule in _rules()}[of]


@cache
def _rules() -> tuple[WordingRule, ...]:
    return read(resources.read_text("wording", "rules.toml"), _Rules, "wording/rules.toml").rule
