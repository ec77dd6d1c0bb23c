"""What matters to us: own words first, the worker's notes beside them. Its cards have texts alone."""

from __future__ import annotations

from fsdesk.ui.presenters.sections.shapes import Section

SECTION = Section(
    "matters",
    "What matters to us",
    "In the family’s own words first. Your notes can sit beside them.",
    "Nothing is written here yet. It can begin with one thing somebody said.",
    (),
    voices=True,
)
