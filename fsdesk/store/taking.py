"""Edits of other laptops taken in: each once, in whatever order they come, nothing overwritten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, and_, bindparam, select, update

from fsdesk.plans import chain
from fsdesk.plans.chain import Ring
from fsdesk.plans.edits import Edit, Key
from fsdesk.store import bulk, edit_rows, edits, erasing, numbers, schema
from fsdesk.store.edit_rows import COLUMNS, Chained

_edits, _devices, _left_out = schema.edits, schema.devices, schema.left_out
_AT_ONCE = 4000

_is_here = [_edits.c[column].is_not(None).label(column) for column in COLUMNS.values()]
_here = select(_edits.c.seq, _edits.c.link, _edits.c.plan, *_is_here).where(
    and_(_edits.c.device == bindparam("device"), _edits.c.seq.between(bindparam("first"), bindparam("last")))
)
_beyond = (
    select(_edits.c.seq, _edits.c.link, _edits.c.header)
    .where(_edits.c.device == bindparam("device"), _edits.c.seq > bindparam("seq"))
    .order_by(_edits.c.seq)
    .limit(_AT_ONCE)
)
_reached = select(_devices).where(_devices.c.no == bindparam("number"))
_now_reached = (
    update(_devices)
    .where(_devices.c.no == bindparam("number"))
    .values(seq=bindparam("last"), link=bindparam("after"))
)
_bridge = (
    select(_left_out.c.last, _left_out.c.digest, _left_out.c.link_after)
    .where(_left_out.c.device == bindparam("device"), _left_out.c.first == bindparam("first"))
    .order_by(_left_out.c.last.desc())
    .limit(1)
)


class Taken(NamedTuple):
    """What became of edits that were taken in."""

    new: int
    """How many edits were not here."""
    filled: int
    """How many were here in part and are here in more parts now."""
    forks: tuple[Edit, ...]
    """Edits whose place another edit holds; they were not taken, and wait for somebody to decide."""
    plans: Mapping[str, set[str]]
    """The plans that any of them changed, each with the laptops whose edits did."""


def take(connection: Connection, received: Iterable[Chained]) -> Taken:
    """Keep edits whose chain, heads and commitments the caller has verified; those here already stay as they are.

    Cheapest in order of laptop and sequence; memory stays bounded whatever the number. Raises ChainBroken when
    edits close a gap to ones that are here and do not follow on from them.
    """
    new = filled = 0
    forks: list[Edit] = []
    touched: dict[str, set[str]] = {}
    known = _Known(connection)
    for some in _chunks(received):
        batch = _Batch(connection, known, some)
        changed = [*batch.keep_new(), *batch.fill()]
        new += batch.new
        filled += len(changed) - batch.new
        forks += batch.forks
        for plan, device in {(made.plan, made.device) for made in changed}:
            touched.setdefault(plan, set()).add(device)
    return Taken(new, filled, tuple(forks), touched)


def _chunks(received: Iterable[Chained]) -> Iterator[list[Chained]]:
    left = iter(received)
    while some := list(islice(left, _AT_ONCE)):
        yield some


class _Known:
    """The numbers of laptops and plans met so far, each looked up once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.devices: dict[str, int] = {}
        self.plans: dict[str, int] = {}

    def meet(self, received: list[Chained]) -> None:
        """Know the laptops and plans of these edits from now on."""
        for device in {made.device for made in received} - self.devices.keys():
            self.devices[device] = numbers.for_device(self._connection, device)
        if strange := {made.plan for made in received} - self.plans.keys():
            self.plans |= numbers.for_plans(self._connection, strange)


class _Batch:
    """Some received edits, sorted into new ones, ones that are here, and forks."""

    def __init__(self, connection: Connection, known: _Known, received: list[Chained]) -> None:
        self._connection = connection
        self._known = known
        self.forks: list[Edit] = []
        self._new: list[Chained] = []
        self._again: list[tuple[Chained, Row[Any]]] = []
        known.meet(received)
        self._sort(received)

    def _sort(self, received: list[Chained]) -> None:
        here = self._here(received)
        if not here and len({(made.device, made.seq) for made in received}) == len(received):
            self._new = received
            return
        new: dict[Key, Chained] = {}
        for made in received:
            place = Key(made.device, made.seq)
            kept = here.get(place)
            link = kept.link if kept is not None else made.link
            if kept is None and new.setdefault(place, made) is not made:
                link = new[place].link
            if link != made.link:
                self.forks.append(made.edit)
            elif kept is not None:
                self._again.append((made, kept))
        self._new = list(new.values())

    def _here(self, received: list[Chained]) -> dict[Key, Row[Any]]:
        spans: dict[str, list[int]] = defaultdict(list)
        for made in received:
            spans[made.device].append(made.seq)
        found: dict[Key, Row[Any]] = {}
        for device, seqs in spans.items():
            wanted = {"device": self._known.devices[device], "first": min(seqs), "last": max(seqs)}
            found |= {Key(device, row.seq): row for row in self._connection.execute(_here, wanted)}
        return found

    def keep_new(self) -> list[Chained]:
        """Insert the edits that were not here, and return them."""
        made = self._new
        devices, plans = self._known.devices, self._known.plans
        places = [(one.edit, devices[one.device], one.seq, plans[one.plan]) for one in made]
        rows = [edit_rows.row(*place, one.link) for place, one in zip(places, made, strict=True)]
        bulk.add(self._connection, _edits, rows)
        edits.put_further(self._connection, places)
        for device in {one.device for one in made}:
            _move_on(self._connection, devices[device], [one for one in made if one.device == device])
        return made

    @property
    def new(self) -> int:
        """Say how many edits were not here."""
        return len(self._new)

    def fill(self) -> list[Chained]:
        """Add parts that were withheld before to edits that are here, and return those edits."""
        return [made for made, kept in self._again if self._fill_one(made, kept)]

    def _fill_one(self, made: Chained, kept: Row[Any]) -> bool:
        missing = {
            name: content for name, content in edit_rows.parts(made.edit).items() if not getattr(kept, name)
        }
        further = self._further_missing(made)
        if not (missing or further) or self._is_erased(kept.plan):
            return False
        if missing:
            is_it = and_(_edits.c.device == self._known.devices[made.device], _edits.c.seq == kept.seq)
            self._connection.execute(update(_edits).where(is_it).values(missing))
        device, plan = self._known.devices[made.device], self._known.plans[made.plan]
        edits.put_further(self._connection, [(one.edit, device, one.seq, plan) for one in further])
        return True

    def _further_missing(self, made: Chained) -> list[Chained]:
        """Return the edit when it has parts without a column of which none is here."""
        if not edit_rows.has_further(made.edit) or not edit_rows.further(made.edit):
            return []
        of = schema.further_parts
        is_it = and_(of.c.device == self._known.devices[made.device], of.c.seq == made.seq)
        here = self._connection.execute(select(of.c.place).where(is_it).limit(1)).first()
        return [] if here else [made]

    def _is_erased(self, plan: int) -> bool:
        query = erasing.numbers_now().where(schema.erasures.c.plan == plan)
        return self._connection.execute(query).scalar() is not None


def move_on(connection: Connection, device: str, run: Ring | None = None) -> None:
    """Work out anew how far the edits of a laptop reach without a gap, after a withheld range or a run became known.

    Raises ChainBroken when what closes a gap does not follow on from what is here.
    """
    known = connection.execute(_reached, {"number": numbers.for_device(connection, device)}).one()
    seq, link = known.seq, known.link
    if run is not None and run.first == seq + 1:
        if run.before != link:
            raise chain.ChainBroken(device, run.first)
        seq, link = run.last, run.after or link
    _reach_on(connection, known, seq, link, {})


def _move_on(connection: Connection, device: int, made: list[Chained]) -> None:
    known = connection.execute(_reached, {"number": device}).one()
    seq, link, done = _straight_on(made, known.seq, known.link)
    _reach_on(connection, known, seq, link, {one.seq: (one.previous, one.link) for one in made[done:]})


def _reach_on(
    connection: Connection, known: Row[Any], seq: int, link: bytes, just_in: Mapping[int, tuple[bytes, bytes]]
) -> None:
    """Note how far a laptop's edits reach, going on from a place that they are known to reach."""
    seq, link = _Reach(connection, known.no, known.id, just_in).from_place(seq, link)
    if seq != known.seq:
        connection.execute(_now_reached, {"number": known.no, "last": seq, "after": link})


def _straight_on(made: list[Chained], seq: int, link: bytes) -> tuple[int, bytes, int]:
    """Return how far edits follow on from a place one by one, and how many do; nearly always all of them."""
    done = 0
    for one in made:
        if one.seq != seq + 1 or one.previous != link:
            break
        seq, link, done = one.seq, one.link, done + 1
    return seq, link, done


class _Reach:
    """How far the edits of one laptop follow on from a place, through what just came in and what was here."""

    def __init__(
        self, connection: Connection, device: int, name: str, just_in: Mapping[int, tuple[bytes, bytes]]
    ) -> None:
        self._connection = connection
        self._device = device
        self._name = name
        self._just_in = just_in

    def from_place(self, seq: int, link: bytes) -> tuple[int, bytes]:
        """Return the last place (sequence, link) without a gap. Raises ChainBroken where links do not meet."""
        while True:
            began = seq
            while (following := self._just_in.get(seq + 1)) is not None:
                seq, link = self._step(seq, link, *following)
            seq, link = self._through_kept(*self._over_left_out(seq, link))
            if seq == began:
                return seq, link

    def _step(self, seq: int, link: bytes, before: bytes, after: bytes) -> tuple[int, bytes]:
        if before != link:
            raise chain.ChainBroken(self._name, seq + 1)
        return seq + 1, after

    def _over_left_out(self, seq: int, link: bytes) -> tuple[int, bytes]:
        bridge: Any = self._connection.execute(_bridge, {"device": self._device, "first": seq + 1}).first()
        if bridge is None:
            return seq, link
        return bridge.last, bridge.link_after or chain.link(link, bridge.digest)

    def _through_kept(self, seq: int, link: bytes) -> tuple[int, bytes]:
        for number, after, header in self._connection.execute(_beyond, {"device": self._device, "seq": seq}):
            if number != seq + 1:
                break
            seq, link = self._step(seq, link, Edit(header, ()).header.previous, after)
        return seq, link
