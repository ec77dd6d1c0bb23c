"""The six invented families that come with the program, for the demo, practice and tests."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from fsdesk import resources
from fsdesk.plans import document
from fsdesk.plans.model import Plan

CODES: Mapping[str, str] = MappingProxyType(
    {
        "F1": "4TR9-BWE0",
        "F2": "9QD2-HXAF",
        "F3": "V3MN-80CT",
        "F4": "ZB6K-1RWD",
        "F5": "K7QM-3TXH",
        "F6": "D8W5-PJ2B",
    }
)
"""The plan code of each sample by its name. F1 lacks nothing; F2 to F6 each hold what checks and prints must see."""


def load(name: str) -> Plan:
    """Return the plan of one sample; `name` is one of CODES. Raises KeyError for any other name."""
    if name not in CODES:
        raise KeyError(name)
    return document.read(resources.read_bytes("samples", f"{name}.json"))


def load_all() -> tuple[Plan, ...]:
    """Return the plans of all samples, in the order of their names."""
    return tuple(load(name) for name in CODES)
