"""Which section of the plan is open, what stands in it, and what begins there."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from fsdesk.desk.desk import new_id
from fsdesk.plans import model as m
from fsdesk.ui.presenters import choices, sections, spots
from fsdesk.ui.presenters.at_desk import Others
from fsdesk.ui.presenters.entries import Entry, entries_of, with_versions
from fsdesk.ui.presenters.pending import Pending
from fsdesk.ui.presenters.section_entries import Looking, entries_in, entry_of
from fsdesk.ui.presenters.sections import now
from fsdesk.ui.presenters.sections.shapes import Begun, Kind, Section, Who, Words
from fsdesk.ui.presenters.spots import Place, Spot
from fsdesk.ui.presenters.wellbeing import Rows, View, first_view


class Views(NamedTuple):
    """Whom one can look at in a section, and who is looked at."""

    children: Words = ()
    viewers: Words = ()
    now: View = View()


class ShownSection:
    """The section that is open; "What matters to us" to begin with."""

    def __init__(self) -> None:
        self.section: Section = sections.section(sections.MATTERS)
        self._view = View()
        self._rows = Rows()

    def open(self, key: str) -> None:
        """This section is open. Raises KeyError for one that there is not."""
        self.section = sections.section(key)

    @property
    def view(self) -> View:
        """Whose rows were asked for, and whose numbers."""
        return self._view

    def look(self, view: View) -> None:
        """This child's rows are looked at, with this person's numbers."""
        self._view = view

    def views(self, plan: m.Plan) -> Views:
        """Whom one can look at here."""
        if self.section is not now.SECTION:
            return Views()
        return Views(
            choices.among(plan, Who.CHILDREN), choices.among(plan, Who.FAMILY), first_view(plan, self._view)
        )

    def entries(self, plan: m.Plan, today: date, others: Others, pending: Pending) -> tuple[Entry, ...]:
        """What stands in the section, typed words and other versions included."""
        if self.section.key == sections.MATTERS:
            return entries_of(plan, today, others)
        looking = Looking(today, lambda spot: _raw(pending, plan, spot), pending.new_places)
        if self.section is now.SECTION:
            found = tuple(self._rows.entries(plan, first_view(plan, self._view), looking))
            found += tuple(entry_of(now.WORLDS, one, plan, looking) for one in plan.worlds)
        else:
            found = entries_in(self.section, plan, looking)
        return tuple(with_versions(entry, others) for entry in found) if others else found

    def latent(self, place: Place) -> m.Record | None:
        """The record that begins with the first word that is said here, if there is one."""
        return self._rows.latent(place)

    def begun(self, kind: Kind, today: date, of: str = "") -> tuple[m.Record, str] | None:
        """A new record of this kind, and its first field; nothing where records of it are not begun here."""
        if kind.begin is None:
            return None
        return kind.begin(Begun(new_id(), today, of)), kind.shown[0].field


def _raw(pending: Pending, plan: m.Plan, spot: Spot) -> str | None:
    """What was typed here and cannot be read yet."""
    typed = pending.text(spot)
    return typed.text if typed is not None and not spots.holds(plan, spot, typed.text) else None
