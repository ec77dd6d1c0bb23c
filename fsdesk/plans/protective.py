"""Fields that protect somebody: while versions differ, the most protective one counts (architecture, holds)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

_CONSENT = ("given", "not_asked", "not_given", "withdrawn")
_REACH = ("all", "named", "my_page", "my_worker")


def most_protective(kind: str, readings: Sequence[Any]) -> Any:
    """Return the reading that counts until a person settles it.

    `kind` is what the model names in `protects`; an unknown kind reads as the first version.
    """
    return _BY_KIND.get(kind, _first)(readings)


def safest(kind: str) -> Any:
    """Return the most protective reading there is of a kind; nothing where none protects more than another."""
    return _SAFEST.get(kind)


def _first(readings: Sequence[Any]) -> Any:
    return readings[0]


def _any_true(readings: Sequence[Any]) -> Any:
    return any(bool(one) for one in readings)


def _all_true(readings: Sequence[Any]) -> Any:
    return all(bool(one) for one in readings)


def _serious(readings: Sequence[Any]) -> Any:
    return "serious" if "serious" in readings else readings[0]


def _consent(readings: Sequence[Any]) -> Any:
    return max(readings, key=lambda one: _rank(_CONSENT, one or "not_asked"))


def _learning(readings: Sequence[Any]) -> Any:
    return max(readings, key=lambda one: _rank(_CONSENT, (one or {}).get("consent", "not_asked")))


def _rank(order: Sequence[str], value: str) -> int:
    return order.index(value) if value in order else len(order)


def _narrowest(readings: Sequence[Any]) -> Any:
    reach = max(((one or {}).get("to", "all") for one in readings), key=lambda to: _rank(_REACH, to))
    if reach != "named":
        return {} if reach == "all" else {"to": reach}
    named = [set(one.get("readers", ())) for one in readings if (one or {}).get("to") == "named"]
    return {"to": "named", "readers": sorted(set.intersection(*named))}


def _union(readings: Sequence[Any]) -> Any:
    return sorted({element for one in readings for element in one or ()})


_BY_KIND: dict[str, Callable[[Sequence[Any]], Any]] = {
    "true": _any_true,
    "false": _all_true,
    "serious": _serious,
    "consent": _consent,
    "learning": _learning,
    "narrowest": _narrowest,
    "union": _union,
}

_SAFEST: dict[str, Any] = {
    "true": True,
    "false": False,
    "serious": "serious",
    "consent": "withdrawn",
    "learning": {"consent": "withdrawn"},
    "narrowest": {"to": "my_worker"},
}

KINDS = frozenset(_BY_KIND)
"""What `protects` may name in the model."""
