"""How things are now, as rows: eight areas of one child, everybody's view, and one person's numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from fsdesk.desk.desk import new_id
from fsdesk.plans import model as m
from fsdesk.ui.presenters import choices
from fsdesk.ui.presenters.dates import plain_day
from fsdesk.ui.presenters.entries import Entry, TextField
from fsdesk.ui.presenters.section_entries import Looking, entry_of, field_of
from fsdesk.ui.presenters.sections import now
from fsdesk.ui.presenters.sections.shapes import Shape, Who
from fsdesk.ui.presenters.spots import Place

_LETTERS = 32
_ICONS = {
    "safe": "shield-check",
    "healthy": "apple",
    "achieving": "star",
    "nurtured": "heart-handshake",
    "active": "footprints",
    "respected": "ear",
    "responsible": "hand",
    "included": "users",
}


class View(NamedTuple):
    """Whose rows are looked at, and whose numbers stand in them."""

    child: str = ""
    viewer: str = ""


class Rows:
    """Eight rows for a child, whether or not anything was said in them; a record is made with its first word."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], m.Wellbeing] = {}
        self._marks: dict[tuple[str, str, str], m.Mark] = {}

    def latent(self, place: Place) -> m.Record | None:
        """The record that is made when something is said here, if it is not in the plan yet."""
        found: dict[str, m.Record] = {row.id: row for row in self._rows.values()}
        if place.collection == "marks":
            found = {mark.id: mark for mark in self._marks.values()}
        return found.get(place.record)

    def entries(self, plan: m.Plan, view: View, looking: Looking) -> Iterator[Entry]:
        """The rows of the child that is looked at."""
        if not view.child:
            return
        for area, name in now.AREAS:
            record = self._row(plan, view.child, m.Area(area))
            entry = entry_of(now.WELLBEING, record, plan, looking)
            fields = _named((*self._number(plan, view, area, looking), *entry.fields), plan, view)
            yield entry._replace(
                heading=name,
                may_go=False,
                icon=_ICONS[area],
                fields=tuple(one._replace(is_main=one.shape is Shape.NUMBER, summary="") for one in fields),
                is_row=True,
                aside=_aside(fields),
            )

    def _row(self, plan: m.Plan, child: str, area: m.Area) -> m.Wellbeing:
        found = (one for one in plan.wellbeing if one.child == child and one.area is area)
        latent = self._rows.setdefault((child, area), m.Wellbeing(id=new_id(), child=child, area=area))
        return next(found, latent)

    def _number(self, plan: m.Plan, view: View, area: str, looking: Looking) -> Iterator[TextField]:
        if not view.viewer:
            return
        own = [one for one in plan.marks if (one.about, one.by, one.area) == (view.child, view.viewer, area)]
        earlier = [one for one in own if one.number is not None and one.on and one.on < looking.today]
        key = (view.child, view.viewer, area)
        begun = m.Mark(id=new_id(), about=view.child, by=view.viewer, area=m.Area(area), on=looking.today)
        mark = next((one for one in own if one.on == looking.today), self._marks.setdefault(key, begun))
        place = Place("marks", mark.id)
        last = max(earlier, key=lambda one: one.on or date.min, default=None)
        was = str(last.number) if last else ""
        told = _told(last, looking.today) if last else ()
        for field in field_of(place, mark, now.MARK, plan, looking):
            yield field._replace(was=was, hides_label=True)
        for shown in (now.MARK_WORDS, now.MARK_WEATHER):
            for field in field_of(place, mark, shown, plan, looking):
                yield field._replace(below=(*field.below, *told)) if shown is now.MARK_WORDS else field


def _named(fields: tuple[TextField, ...], plan: m.Plan, view: View) -> tuple[TextField, ...]:
    names = choices.names_of(plan)
    child, viewer = names.get(view.child, "the child"), names.get(view.viewer, "")
    return tuple(one._replace(label=one.label.format(name=child, viewer=viewer)) for one in fields)


def _aside(fields: tuple[TextField, ...]) -> str:
    """The sentence beside the number, or the child's own view, or how things were said to be; never all of it."""
    said = {one.spot.field: one for one in reversed(fields)}
    for name in ("words", "child_view"):
        if name in said and said[name].text.strip():
            return f"“{_shortly(said[name].text)}”"
    chosen = [said[name] for name in ("weather", "state") if name in said and said[name].text]
    return dict(chosen[0].options).get(chosen[0].text, "") if chosen else ""


def _shortly(text: str) -> str:
    """As much of a sentence as a row has room for; all of it is one key away."""
    said = " ".join(text.split())
    return said if len(said) <= _LETTERS else f"{said[: _LETTERS - 1].rsplit(' ', 1)[0]}…"


def _told(mark: m.Mark, today: date) -> tuple[str, ...]:
    on = plain_day(mark.on, today) if mark.on else "before"
    said = m.text_of(mark.words)
    return (f"{on}: {mark.number}. “{said}”" if said else f"{on}: {mark.number}",)


def first_view(plan: m.Plan, view: View) -> View:
    """The view as it was, as far as the plan has its people; else of the first child, in their own words."""
    children = [one for one, _ in choices.among(plan, Who.CHILDREN)]
    family = [one for one, _ in choices.among(plan, Who.FAMILY)]
    child = view.child if view.child in children else next(iter(children), "")
    return View(child, view.viewer if view.viewer in family else child)
