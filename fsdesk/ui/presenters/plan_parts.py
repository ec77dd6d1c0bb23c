"""The list of sections as it is shown: what each is called, whether it has words, how many ideas it has."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from fsdesk.plans import fields as facts
from fsdesk.plans import model as m
from fsdesk.ui.presenters import sections, values
from fsdesk.ui.presenters.sections.shapes import Kind, Section, Shape

QUIET = frozenset({"safety"})
"""Sections of which no list tells anything, not even that something is written there."""
_OF_MATTERS = ("matters", "voices", "scratch")


class PartLine(NamedTuple):
    """One section in a list."""

    key: str
    title: str
    has_words: bool
    ideas: int
    name: str
    """As a screen reader says it: name, then state, then count, then place."""
    icon: str

    @property
    def said(self) -> str:
        """The section in a list that opens."""
        return f"{self.title}  ({self.ideas})" if self.ideas else self.title


def parts_of(spoken: Collection[str], ideas: Mapping[str, int]) -> tuple[PartLine, ...]:
    """All the sections in their order; in those that are spoken in something is written."""
    return tuple(_line(at, one, spoken, ideas) for at, one in enumerate(sections.SECTIONS, start=1))


def spoken_in(plan: m.Plan) -> frozenset[str]:
    """The keys of the sections in which something is written, as far as a list may tell."""
    return frozenset(one.key for one in sections.SECTIONS if one.key not in QUIET and has_words(one, plan))


def _line(at: int, section: Section, spoken: Collection[str], ideas: Mapping[str, int]) -> PartLine:
    is_quiet = section.key in QUIET
    says = section.key in spoken and not is_quiet
    count = 0 if is_quiet else ideas.get(section.key, 0)
    told = [] if is_quiet else ["has words" if says else "nothing yet"]
    told += [f"{count} {'idea' if count == 1 else 'ideas'}"] if count else []
    name = ", ".join([section.title, *told, f"section {at} of {len(sections.SECTIONS)}"])
    icon = section.icon or ("circle-check" if says else "circle-dashed")
    return PartLine(section.key, section.title, says, count, name, icon)


def has_words(section: Section, plan: m.Plan) -> bool:
    """Whether something is written in a section."""
    if section.key == sections.MATTERS:
        return any(getattr(plan, name) for name in _OF_MATTERS)
    return any(_says(kind, plan) for kind in section.kinds)


def _says(kind: Kind, plan: m.Plan) -> bool:
    if kind.collection != facts.PLAN:
        return bool(getattr(plan, kind.collection))
    told = (one for one in kind.shown if one.shape is not Shape.YES and "/" in one.field)
    return any(values.text_of(plan, one.field).strip() for one in told)
