"""Pieces of evidence in words: what stands at a pointer into a plan, told without what only some may read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from fsdesk.plans import fields as facts
from fsdesk.plans import in_words
from fsdesk.plans.model import Plan
from fsdesk.ui.presenters import entries, sections, ways
from fsdesk.ui.presenters.entries import Entry
from fsdesk.ui.presenters.ideas import Way
from fsdesk.ui.presenters.section_entries import Looking, entry_of
from fsdesk.ui.presenters.sections.shapes import Shape
from fsdesk.ui.presenters.spots import BEGUN_WITH_WORDS, Place, record_at

_MOST = 70  # signs of somebody's words: enough to know them again
_WRITTEN = (Shape.WORDS, Shape.LINE)
_NEVER_A_PLACE = frozenset({"strengths", "goals", "matters", "voices", "about_us"})
"""What is told in its own words even where a home or a meeting place is kept from somebody."""

_TALKED_THROUGH = {
    "rights_talked": "The rights page was gone through",
    "limits_told": "We said when we cannot keep a secret",
    "money": "The money check was offered",
}


class Piece(NamedTuple):
    """One piece of evidence: what it is, its first words where everybody may read them, and the way to it."""

    where: str
    heading: str
    words: str = ""
    way: Way | None = None

    @property
    def said(self) -> str:
        """The piece in one line."""
        return f"{self.heading}: {self.words}" if self.words else self.heading


def pieces_of(plan: Plan, evidence: Iterable[str], today: date) -> tuple[Piece, ...]:
    """What stands at these JSON pointers, in their order; ``today`` is the day that dates are told from."""
    matters = {entry.place: entry for entry in entries.entries_of(plan, today)}
    return tuple(_piece(plan, where, _entry(plan, where, matters, today)) for where in evidence)


def _piece(plan: Plan, where: str, entry: Entry | None) -> Piece:
    way = Way("words", where=where)
    heading = entry.heading if entry else _named(ways.collection_of(way))
    return Piece(where, heading, _words(plan, entry) if entry else "", way if ways.section_of(way) else None)


def _entry(plan: Plan, where: str, matters: dict[Place, Entry], today: date) -> Entry | None:
    """The card on which it stands, as the editor makes it; a field of the plan itself has none of its own."""
    collection, _, at = where.strip("/").partition("/")
    if collection not in facts.collections() or not at.isdecimal():
        return None
    place = Place(collection, getattr(plan, collection)[int(at)].id)
    if collection in BEGUN_WITH_WORDS:
        return matters.get(place)
    home = sections.home_of(collection)
    kind = sections.section(home).kind(collection) if home else None
    return entry_of(kind, record_at(plan, place), plan, Looking(today)) if kind else None


def _words(plan: Plan, entry: Entry) -> str:
    """Its first words; none of what only some may read, of a worry, or of a place while one is kept from somebody."""
    is_kept = plan.safety_between and entry.place.collection not in _NEVER_A_PLACE
    if entry.is_private or entry.seen_by or entry.tone == "safety" or is_kept:
        return ""
    said = next((one.text for one in entry.fields if one.shape in _WRITTEN and one.text.strip()), "")
    said = " ".join(said.split())
    return said if len(said) <= _MOST else f"{said[:_MOST].rsplit(' ', 1)[0]} …"


def _named(collection: str) -> str:
    """What a record is called, or a field of the plan itself."""
    is_record = collection in facts.collections()
    named = in_words.field_name(*((collection, "") if is_record else (facts.PLAN, collection)))
    return _TALKED_THROUGH.get(collection) or named[:1].upper() + named[1:]
