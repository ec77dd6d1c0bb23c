"""The history of a plan in sentences, made when it is read, from what its reader may see."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from fsdesk.plans import fields, merge
from fsdesk.plans.edits import (
    Added,
    Again,
    Change,
    Edit,
    Elements,
    Header,
    Intent,
    Key,
    Part,
    TookBack,
    TookOut,
    Wrote,
    moment,
)
from fsdesk.plans.fold import Field, Kept, Place, Read, State, plan_of, read_edit, take_in
from fsdesk.plans.following import Travel, last_of, taken_back
from fsdesk.plans.model.base import Reach
from fsdesk.plans.parts import DECIDING, Values, field_part, is_wordless, record_part
from fsdesk.plans.telling import as_plain, held, one_or_several, sentence, words
from fsdesk.plans.undone import STANDS, Undone

__all__ = ["Before", "Entry", "entries", "words"]


class Before(NamedTuple):
    """One field before and after an edit, as plain values; nothing means it held nothing.

    What was before is what the edit's maker saw there, several versions as a list.
    """

    where: str
    before: Any
    after: Any
    place: Place = Place("", "")
    field: str = ""
    """Empty for a whole record."""
    is_private: bool = False
    """Whether it is for fewer eyes than the plan, so that a screen that others may look at folds it away."""


class Entry(NamedTuple):
    """One edit as its reader sees it."""

    key: Key
    edit: str
    who: str
    when: datetime | None
    sentence: str
    changes: tuple[Before, ...]
    discreet: str = ""
    """The sentence without the words of what is private."""
    undoes: str = ""
    """The id of the edit that this one undid."""
    undone_by: str = ""
    """The id of the undo of this edit that stands."""
    may_be_undone: bool = False
    """Whether an undo is worth offering: it did something, stands, and is of a kind that can be undone."""


def entries(edits: Iterable[Edit], record: str = "") -> list[Entry]:
    """Return the history of a plan, the earliest first, in an order that every laptop agrees on.

    With ``record`` it is that of one record. Parts that this reader was not given are said to be withheld, and
    nothing more. Words that somebody took back are shown nowhere, not even where they were first written.
    """
    found = sorted((read for read in map(_Told.of, edits) if read is not None), key=_causally)
    plan = plan_of(told.read for told in found)
    teller = _Teller(plan, found, record)
    return [
        entry
        for told in found
        if told.header.plan == (plan or told.header.plan)
        for entry in teller.tell(told)
    ]


class _Told(NamedTuple):
    """An edit as far as its reader may see it."""

    read: Read
    header: Header
    is_all_here: bool

    @classmethod
    def of(cls, edit: Edit) -> _Told | None:
        """Return an edit as it can be read, or nothing when it does not even say whose it is."""
        read = read_edit(edit)
        here = all(box.is_open for box in edit.boxes) and not read.fault
        return None if read.header is None else cls(read, read.header, here)

    @property
    def changes(self) -> list[Change]:
        """Return what can be read of it."""
        return [change for _, change in self.read.changes]


def _causally(told: _Told) -> tuple[int, str, int]:
    return told.header.lamport, told.header.device, told.header.seq


class _Teller:
    """Goes through the edits of a plan in their order and tells each from what was known before it."""

    def __init__(self, plan: str, found: Sequence[_Told], record: str) -> None:
        whole = State(plan=plan)
        for told in found:
            take_in(whole, told.read)
        self._state = State(plan=plan)
        self._record = record
        self._quiet = taken_back(whole.records)
        self._quiet_ids = {place.record for place in self._quiet}
        self._undone = Undone(whole.headers)
        self._headers = whole.headers
        self._values = _last_values(whole)

    def tell(self, told: _Told) -> Iterator[Entry]:
        """Yield the entry of an edit, unless it tells its reader nothing new, or nothing of the record asked for."""
        changes = self._of_record(_first_told(self._state, told.changes))
        if not self._is_left_out(told, changes):
            yield self._entry(told, changes)
        take_in(self._state, told.read)

    def _is_left_out(self, told: _Told, changes: Sequence[Change]) -> bool:
        """An edit may be the program's own saying again of what its reader knows."""
        is_ours = told.header.intent == Intent.SAID_AGAIN
        return not changes and bool(is_ours or self._record)

    def _of_record(self, changes: Iterable[Change]) -> list[Change]:
        return [change for change in changes if self._record in ("", change.record)]

    def _entry(self, told: _Told, changes: list[Change]) -> Entry:
        header, key = told.header, told.read.key
        spoken = [change for change in changes if Place(change.collection, change.record) not in self._quiet]
        found = {one.where: one for change in spoken for one in self._befores(change)}
        private = {one.place for one in found.values() if one.is_private}
        undo = self._undone.undo_of(key)
        return Entry(
            key=key,
            edit=header.id,
            who=header.who,
            when=moment(header.made_at),
            sentence=self._sentence(told, changes, self._quiet),
            changes=tuple(found.values()),
            discreet=self._sentence(told, changes, self._quiet | private),
            undoes=header.undoes if self._undone.key_of(header.undoes) else "",
            undone_by=self._headers[undo].id if undo is not None else "",
            may_be_undone=undo is None and self._may_be_undone(header, changes),
        )

    def _may_be_undone(self, header: Header, changes: Sequence[Change]) -> bool:
        is_begin = any(isinstance(one, Added) and one.collection == fields.PLAN for one in changes)
        acts = [one for one in changes if not isinstance(one, TookBack) and one.record not in self._quiet_ids]
        return bool(acts) and not is_begin and header.meant not in STANDS

    def _sentence(self, told: _Told, changes: list[Change], quiet: Collection[Place]) -> str:
        if not changes and (told.read.changes or not told.is_all_here):
            return words()["act"]["unreadable" if told.read.fault else "withheld"]
        return sentence(self._state, told.header.meant, changes, quiet)

    def _befores(self, change: Change) -> Iterator[Before]:
        place = Place(change.collection, change.record)
        for name, before, after in _befores(self._state.records.get(place, Kept()), change):
            where = "/".join(("", *(part for part in (place if place.collection else ()) if part), *name))
            field = "".join(name)
            yield Before(where, before, after, place, field, self._is_private(place, field))

    def _is_private(self, place: Place, field: str) -> bool:
        values = self._values(place) if place.collection else {}
        if (values.get("audience") or {}).get("to") == Reach.MY_PAGE:
            return True
        part = field_part(place.collection, field, values) if field else record_part(place.collection, values)
        return part is not Part.GENERAL


def _last_values(state: State) -> Callable[[Place], Values]:
    """Give what decides for whom a record is, as it last stood."""
    try:
        return Travel(merge.read(state).plan, state).last
    except merge.NoPlan:
        return lambda place: last_of(state, place)


def _first_told(state: State, changes: Iterable[Change]) -> list[Change]:
    """Return changes with what is said again as if it were new where it is, and left out where it is not.

    That a record is private now, or out, is no news where nothing of it ever was.
    """
    found: list[Change] = []
    new: dict[Place, dict[str, Any]] = {}
    for change in changes:
        place = Place(change.collection, change.record)
        here = _is_here(state, place)
        if not isinstance(change, Again):
            found += [change] if here or not is_wordless(change) else []
        elif not here:
            values = new.setdefault(place, {})
            if isinstance(change.said, Wrote):
                values[change.said.field] = change.said.values[0]
            elif isinstance(change.said, Elements):
                values.setdefault(change.said.field, []).extend(change.said.added)
    return [*found, *(Added(*place, values) for place, values in new.items() if values)]


def _is_here(state: State, place: Place) -> bool:
    kept = state.records.get(place)
    return kept is not None and (kept.added or not kept.fields.keys() <= DECIDING)


def _befores(kept: Kept, change: Change) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    """Yield each field that a change is about, with what stood there and what stands there then."""
    if isinstance(change, Added):
        yield from (((name,), None, as_plain(value)) for name, value in change.fields.items())
    elif isinstance(change, Wrote):
        yield (change.field,), _seen(kept, change), one_or_several(change.values)
    elif isinstance(change, Elements):
        before = as_plain(kept.sets[change.field].current()) if change.field in kept.sets else []
        gone, came = as_plain([value for value, _ in change.removed]), as_plain(change.added)
        yield (change.field,), before, [one for one in before if one not in gone] + came
    elif isinstance(change, TookOut | TookBack):
        yield (), {name: held(kept, name) for name in sorted(kept.fields)}, None


def _seen(kept: Kept, change: Wrote) -> Any:
    """Return what the maker of a write saw in its field, as far as it is here."""
    writes = kept.fields.get(change.field, Field()).writes
    return one_or_several(
        [value for _, value in Field({key: writes[key] for key in change.saw if key in writes}).versions()]
    )
