"""Places in a text: Qt counts UTF-16 units, everything else here counts code points."""

from __future__ import annotations


def to_points(text: str, units: int) -> int:
    """The code points before a place that Qt names, never half of one."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))


def to_units(text: str, points: int) -> int:
    """The place that Qt names after so many code points."""
    return len(text[:points].encode("utf-16-le", "surrogatepass")) // 2
