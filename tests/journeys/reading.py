"""What a sample family said, sorted by how far it may travel, from the plan document alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from fsdesk.plans import samples
from fsdesk.plans.model.base import plain

_STAYS = {"reflections", "scratch"}
_SEALED = {"safe_contacts", "safety_between", "places_to_avoid"}
_SEALED_FIELDS = {"address", "legal_status", "not_in_plan_reason", "safe_hours", "safe_phone", "safety_plan"}
_NOT_WORDS = {"id", "audience", "made_at", "changed_at", "made_by", "device", "base64", "hash", "mime"}
_SHORTEST = 9
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
"""Days are no family's own: keys, cards and logs have them too."""


def texts(value: Any) -> Iterator[str]:
    """Every text in a plain value that somebody may have written."""
    if isinstance(value, str):
        yield from [] if _DAY.match(value) else [value]
    elif isinstance(value, dict):
        for name, held in value.items():
            if name not in _NOT_WORDS:
                yield from texts(held)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from texts(held)


def _travels(collection: str, record: Mapping[str, Any]) -> str:
    reach = (record.get("audience") or {}).get("to")
    if collection in _STAYS or reach == "my_worker":
        return "stays"
    serious = collection == "worries" and record.get("level") == "serious"
    return "sealed" if serious or record.get("sealed") or collection in _SEALED else "open"


@cache
def _sorted() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {"open": set(), "sealed": set(), "stays": set()}
    for plan in samples.load_all():
        for name, held in plain(plan).items():
            if not isinstance(held, list | tuple):
                found["sealed" if name in _SEALED_FIELDS else "open"].update(texts(held))
                continue
            for record in held:
                _sort(found, name, record)
    return {name: frozenset(one for one in held if len(one) >= _SHORTEST) for name, held in found.items()}


def _sort(found: dict[str, set[str]], collection: str, record: Any) -> None:
    if not isinstance(record, dict):
        found["open"].update(texts(record))
        return
    how = _travels(collection, record)
    for name, value in record.items():
        if name not in _NOT_WORDS:
            found["sealed" if how == "open" and name in _SEALED_FIELDS else how].update(texts(value))


def open_words() -> frozenset[str]:
    """What the six families said that may be read by everyone on the team."""
    return _sorted()["open"]


def sealed_words() -> frozenset[str]:
    """What only the sealed right opens, as far as it stands nowhere else."""
    whole = "\n".join(_sorted()["open"])
    return frozenset(one for one in _sorted()["sealed"] if one not in whole)


def words_that_stay() -> frozenset[str]:
    """What never leaves the laptop, as far as it stands nowhere else."""
    whole = "\n".join(_sorted()["open"] | _sorted()["sealed"])
    return frozenset(one for one in _sorted()["stays"] if one not in whole)


def found_in(data: bytes, words: frozenset[str], *encodings: str) -> set[str]:
    """Those of the words that stand in some bytes, in the encodings named or in any that a file may have."""
    tried = encodings or ("utf-8", "utf-16-le", "utf-16-be")
    return {one for one in words for encoding in tried if one.encode(encoding) in data}
