"""What leaves and what stays, plan by plan: shown before a package is sealed, and kept as a record after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from fsdesk.desk import cards, handing, reach, standing, waiting
from fsdesk.desk.cards import KnownPerson
from fsdesk.desk.desk import Desk
from fsdesk.desk.standing import Row
from fsdesk.errors import Refused
from fsdesk.plans.edits import Part
from fsdesk.store import plans
from fsdesk.store.left import Alike, Table
from fsdesk.store.packages import Made

_GOES, _NOTHING_NEW, _NOT_CHOSEN, _STAYS = "goes", "nothing new", "not chosen", "stays here"


class NotKept(Refused):
    """A package was sealed by an fsdesk that kept no such record."""

    what = "What left in this package was not kept: an earlier fsdesk sealed it."
    what_next = (
        "Its line under `fsdesk sync state` says to whom it went. Of newer packages the table is kept."
    )
    in_window = "Of newer packages the table is kept."


class Leaving(NamedTuple):
    """What would happen to one plan, or what did."""

    plan: str
    family: str
    """As the plan is listed now; nothing for one that is here no more."""
    goes: bool
    leaves: str
    stays: str
    agreed: str


class Kept(NamedTuple):
    """The table of a package that was sealed."""

    made: Made
    to: tuple[str, ...]
    """Names of those it was sealed to."""
    lines: tuple[Leaving, ...]
    """In the order of the families' names; a plan that was erased since is not among them."""


class _Readers(NamedTuple):
    """For how many leads and how many others a package is."""

    leads: int
    colleagues: int

    @classmethod
    def of(cls, readers: Sequence[KnownPerson]) -> _Readers:
        leads = sum(1 for reader in readers if reader.is_lead)
        return cls(leads, len(readers) - leads)

    @property
    def as_words(self) -> str:
        leads = "your own team lead" if self.leads == 1 else "the leads of your own team"
        others = "a colleague" if self.colleagues == 1 else "colleagues"
        if not self.leads:
            return f"To {others} in your own team"
        return f"To {leads} and {others}" if self.colleagues else f"To {leads}"


class _Fate(NamedTuple):
    """What becomes of a plan, how many of its records never leave, and how many only a lead may read."""

    what: str
    own: int
    sealed: int

    @classmethod
    def of(cls, what: str, row: Row) -> _Fate:
        parts = [part for *_, part in row.private]
        return cls(what, parts.count(Part.OWN), parts.count(Part.SEALED))

    def told(self, plan: str, family: str, to: _Readers) -> Leaving:
        agreed = {_STAYS: "Stays on this laptop", _NOT_CHOSEN: "Not chosen this time"}
        if self.what in agreed:
            return Leaving(plan, family, False, "Nothing", "The whole plan", agreed[self.what])
        sealed = _counted(self.sealed, "sealed record") if self.sealed else ""
        stays = [_counted(self.own, "private note")] if self.own else []
        stays += [sealed] if sealed and not to.leads else []
        leaves = f"The plan and {sealed}" if sealed and to.leads else "The plan"
        if self.what == _NOTHING_NEW:
            leaves = "Nothing new"
        return Leaving(plan, family, True, leaves, ", ".join(stays) or "Nothing", to.as_words)


def _counted(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def table(desk: Desk, readers: Sequence[KnownPerson], chosen: Iterable[str] | None = None) -> list[Leaving]:
    """Return, plan by plan, what would leave for these readers and what would stay."""
    wanted = None if chosen is None else frozenset(chosen)
    to = _Readers.of(readers)
    standing.caught_up(desk)
    with desk.reading() as tx:
        rows = [(line.id, standing.row_of(line)) for line in plans.lines(tx)]
    return [
        _Fate.of(_what(row, wanted is None or plan in wanted), row).told(plan, row.listed.family, to)
        for plan, row in rows
    ]


def _what(row: Row, is_chosen: bool) -> str:
    if row.stays_here:
        return _STAYS
    return _GOES if is_chosen else _NOT_CHOSEN


def to_keep(
    readers: Sequence[KnownPerson], rows: Mapping[str, Row], *, chosen: Container[str], holds: Container[str]
) -> Table:
    """Return the table as it is kept with a package: what became of every plan; `holds` are those in it."""
    alike: dict[_Fate, list[str]] = defaultdict(list)
    for plan, row in sorted(rows.items()):
        what = _what(row, plan in chosen)
        alike[_Fate.of(_NOTHING_NEW if what == _GOES and plan not in holds else what, row)].append(plan)
    return Table(*_Readers.of(readers), tuple(Alike(*fate, tuple(ids)) for fate, ids in alike.items()))


def kept(desk: Desk, which: str) -> Kept:
    """Return the table of a package that was sealed here, by its file or its number.

    Raises NotOurs, NotReadable and NotKept.
    """
    with desk.reading() as tx:
        made = handing.sealed_here(desk, tx, which)
        table = reach.table_of(made)
        if table is None:
            raise NotKept
        families = {line.id: standing.listed_of(line).family for line in plans.lines(tx)}
        names = {one.device: one.name for one in cards.everybody(tx)}
    to = _Readers(table.leads, table.colleagues)
    lines = [
        _Fate(one.what, one.own, one.sealed).told(plan, families.get(plan, ""), to)
        for one in table.alike
        for plan in one.plans
    ]
    readers = tuple(names.get(device, device) for device in reach.recipients_of(made))
    return Kept(made, readers, tuple(sorted(lines, key=lambda one: (one.family, one.plan))))


def as_json(found: Kept) -> dict[str, Any]:
    """Return a table that was kept under the keys that `fsdesk sync leaving --of PACKAGE --json` gives."""
    return {
        "number": found.made.number,
        "package": found.made.digest.hex(),
        "sealed": waiting.as_time(found.made.sealed_at),
        "to": list(found.to),
        "plans": [one._asdict() for one in found.lines],
    }
