"""Choosing what a package holds: which edits leave for whom, and what stands in the chain for those that stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from fsdesk.desk import unbroken
from fsdesk.desk.standing import Row
from fsdesk.desk.unbroken import Stretch
from fsdesk.plans.chain import Head, WithheldRange
from fsdesk.plans.edits import Part
from fsdesk.plans.fold import Place
from fsdesk.plans.travel import Parcel, Parcels
from fsdesk.store import devices, edits
from fsdesk.store.devices import LeftOut
from fsdesk.store.edit_rows import Placed
from fsdesk.store.package.layout import Packing
from fsdesk.store.tx import Tx


@dataclass
class Selected:
    """What leaves, put into the compartments of a package as it is chosen."""

    package: str
    """The package's id."""
    general: Packing = field(default_factory=Packing)
    """What everybody among the recipients may open."""
    closed: Packing = field(init=False)
    """What only the sealed right opens."""
    edits: int = 0
    left_out: list[tuple[str, int, bytes]] = field(default_factory=list)
    withheld: list[WithheldRange] = field(default_factory=list)
    coverage: dict[str, tuple[int, int]] = field(default_factory=dict)
    heads: list[Head] = field(default_factory=list)
    plans: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.closed = Packing(self.package)

    def add(self, place: Placed, made: Parcel) -> None:
        """Put in what may travel of an edit."""
        self.general.add("edits", made.general)
        self.edits += 1
        self.plans.add(place.plan)
        if made.sealed:
            self.closed.add("sealed", (place.device, place.seq, made.sealed))

    def put_stand_ins(self) -> None:
        """Put in what stands for the edits of others that were left out."""
        for one in self.left_out:
            self.general.add("left_out", one)


class Selection:
    """Chooses edits beyond those a recipient has, of the plans that go; the others are left out of the chain."""

    def __init__(self, tx: Tx, own_device: str, goes: Mapping[str, Row]) -> None:
        self._tx = tx
        self._own = own_device
        self._goes = goes.keys()
        self._parcels = {plan: Parcels(_private_of(row)) for plan, row in goes.items()}

    def since(self, seen: Mapping[str, int], package: str = "") -> Selected:
        """Return what leaves beyond the edits seen (by laptop, the last number received).

        What this laptop wrote is read piece by piece; of what it relays, one laptop's edits are in memory at once.
        """
        found = Selected(package)
        for device, new in groupby(edits.placed_since(self._tx, seen), key=attrgetter("device")):
            if device == self._own:
                self._own_edits(found, new)
                continue
            held = list(new)
            if any(self._is_sent(edit) for edit in held):
                self._relay(found, device, self._relayed(device, held, seen))
        found.put_stand_ins()
        return found

    def _relayed(self, device: str, new: list[Placed], seen: Mapping[str, int]) -> list[Stretch]:
        """Return the first unbroken run of another laptop's chain that holds something that goes.

        What lies behind a gap goes once the reader has what lies before it. What stands for a left-out edit says
        nothing without the link before it: a run that would begin so begins further back, at a place that says its
        own.
        """
        left_out = devices.left_out(self._tx, device)
        run: list[Stretch] = []
        reached = joins_on = seen.get(device, 0)
        while not any(self._is_sent(one) for one in run):
            run = unbroken.first_run(
                [edit for edit in new if edit.seq > reached] if run else new,
                [one for one in left_out if one.first > reached],
            )
            reached = unbroken.last(run[-1])
        if unbroken.first(run[0]) == joins_on + 1 and self._can_begin(run[0]):
            return run
        return self._from_further_back(device, joins_on, reached, left_out)

    def _from_further_back(
        self, device: str, joins_on: int, end: int, left_out: list[LeftOut]
    ) -> list[Stretch]:
        every = [one for one in self._from_the_start(device) if one.seq <= end]
        whole = unbroken.last_run(every, [one for one in left_out if one.last <= end])
        fit = [at for at, one in enumerate(whole) if self._can_begin(one)]
        before = [at for at in fit if unbroken.first(whole[at]) <= joins_on + 1]
        return whole[before[-1] if before else fit[0] :]

    def _can_begin(self, one: Stretch) -> bool:
        """Say whether a reader finds the link after this without being told the one before."""
        return (
            unbroken.first(one) == 1
            or self._is_sent(one)
            or (isinstance(one, LeftOut) and one.link_after is not None)
        )

    def _is_sent(self, one: Stretch) -> bool:
        return isinstance(one, Placed) and one.plan in self._goes

    def _own_edits(self, found: Selected, places: Iterable[Placed]) -> None:
        waiting: list[tuple[int, bytes]] = []
        first = last = goes = 0
        for place in places:
            last = place.seq
            first = first or last
            parcels = self._parcels.get(place.plan)
            if parcels is None:
                waiting.append((last, place.link))
                continue
            if waiting:
                self._let_go(found, waiting)
            found.add(place, parcels.of(place.edit))
            goes += 1
        if goes:
            if waiting:
                self._let_go(found, waiting)
            self._close(found, self._own, (first, last))

    def _relay(self, found: Selected, device: str, places: list[Stretch]) -> None:
        for place in places:
            if isinstance(place, LeftOut):
                _pass_on(found, place)
            elif place.plan in self._goes:
                found.add(place, self._parcels[place.plan].of(place.edit))
            else:
                found.left_out.append((device, place.seq, place.edit.digest))
        self._close(found, device, (unbroken.first(places[0]), unbroken.last(places[-1])))

    def _from_the_start(self, device: str) -> Iterator[Placed]:
        return (one for one in edits.placed_since(self._tx, {}) if one.device == device)

    def _let_go(self, found: Selected, waiting: list[tuple[int, bytes]]) -> None:
        """Put one range, signed when the package is sealed, in place of a run of own edits that stay."""
        found.withheld.append(WithheldRange(self._own, waiting[0][0], waiting[-1][0], waiting[-1][1]))
        waiting.clear()

    def _close(self, found: Selected, device: str, span: tuple[int, int]) -> None:
        found.coverage[device] = span
        found.heads.append(self._head(device, span[1]))

    def _head(self, device: str, seq: int) -> Head:
        """Return how far a laptop reaches: this one signs anew, for another the head that it signed itself."""
        if device == self._own:
            return Head(device, *edits.last(self._tx, device))
        return next(head for head in devices.heads(self._tx, device) if head.seq == seq)


def _pass_on(found: Selected, place: LeftOut) -> None:
    if place.digest is not None:
        found.left_out.append((place.device, place.first, place.digest))
    elif place.link_after is not None:
        bridge = WithheldRange(
            place.device, place.first, place.last, place.link_after, place.signature or b""
        )
        found.withheld.append(bridge)


def _private_of(row: Row) -> dict[Place, Part]:
    return {Place(collection, record): Part(part) for collection, record, part in row.private}
