"""The eleven sections of a plan in their order, and which of them a record belongs to."""

from __future__ import annotations

from fsdesk.ui.presenters.sections import (
    community,
    family,
    goals,
    matters,
    now,
    review,
    rights,
    safety,
    strengths,
)
from fsdesk.ui.presenters.sections.shapes import Section

SECTIONS: tuple[Section, ...] = (
    family.SECTION,
    matters.SECTION,
    strengths.SECTION,
    now.SECTION,
    goals.WANTED,
    goals.SUPPORT,
    goals.WHO,
    community.SECTION,
    rights.SECTION,
    safety.SECTION,
    review.SECTION,
)
MATTERS = matters.SECTION.key
_HOME = {"options": "support", "steps": "steps", "matters": MATTERS, "voices": MATTERS, "scratch": MATTERS}
_HOME |= {"voices_declined": MATTERS, "marks": "now", "meetings": "review", "copies": "rights"}
_OF_THE_PLAN = {"why_now": "family", "about_us_asked_on": "family", "lead": "steps", "next_review": "review"}
_OF_THE_PLAN |= {"ending": "review", "rights_talked": "rights", "limits_told": "rights", "money": "rights"}
_OF_THE_PLAN |= {"learning_use": "rights", "safety_plan": "safety", "hard_times": "safety"}


def section(key: str) -> Section:
    """The section of this key. Raises KeyError for one that there is not."""
    return _by_key()[key]


def home_of(name: str) -> str:
    """The key of the section in which a collection, or a field of the plan itself, is written; empty for none."""
    if name in _HOME or name in _OF_THE_PLAN:
        return _HOME.get(name) or _OF_THE_PLAN[name]
    return next((one.key for one in SECTIONS if one.kind(name)), "")


def _by_key() -> dict[str, Section]:
    return {one.key: one for one in SECTIONS}
