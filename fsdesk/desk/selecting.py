"""Choosing what a package holds: which edits leave for whom, and what stands in the chain for those that stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from fsdesk.desk import standing
from fsdesk.plans.chain import Head, WithheldRange
from fsdesk.plans.edits import Box, Edit, Part
from fsdesk.plans.fold import Place
from fsdesk.plans.travel import parcel
from fsdesk.store import devices, edits, plans
from fsdesk.store.devices import LeftOut
from fsdesk.store.package.layout import Contents
from fsdesk.store.tx import Tx


@dataclass
class Selected:
    """What leaves, sorted into the compartments of a package."""

    edits: list[Edit] = field(default_factory=list)
    sealed: list[tuple[str, int, tuple[Box, ...]]] = field(default_factory=list)
    left_out: list[tuple[str, int, bytes]] = field(default_factory=list)
    withheld: list[WithheldRange] = field(default_factory=list)
    coverage: dict[str, tuple[int, int]] = field(default_factory=dict)
    heads: list[Head] = field(default_factory=list)
    plans: set[str] = field(default_factory=set)

    def general(self) -> Contents:
        """Return what everybody among the recipients may open."""
        return Contents(edits=tuple(self.edits), left_out=tuple(self.left_out))

    def closed(self) -> Contents:
        """Return what only the sealed right opens."""
        return Contents(sealed=tuple(self.sealed))


class Selection:
    """Chooses edits beyond those a recipient has, of the plans that go; the others are left out of the chain."""

    def __init__(self, tx: Tx, own_device: str, goes: Iterable[str]) -> None:
        self._tx = tx
        self._own = own_device
        self._goes = frozenset(goes)
        self._private = {line.id: _private_of(line) for line in plans.lines(tx) if line.id in self._goes}

    def since(self, seen: Mapping[str, int]) -> Selected:
        """Return what leaves beyond the edits seen (by laptop, the last number received)."""
        found = Selected()
        for device, chained in self._by_device(seen):
            self._one_laptop(found, device, _unbroken(chained, devices.left_out(self._tx, device)))
        return found

    def _by_device(self, seen: Mapping[str, int]) -> Iterator[tuple[str, list[Edit]]]:
        grouped: dict[str, list[Edit]] = defaultdict(list)
        for edit in edits.since(self._tx, seen):
            grouped[edit.header.device].append(edit)
        for device, chained in sorted(grouped.items()):
            if any(edit.header.plan in self._goes for edit in chained):
                yield device, chained

    def _one_laptop(self, found: Selected, device: str, places: list[Edit | LeftOut]) -> None:
        waiting: list[tuple[int, bytes]] = []
        for place in places:
            if isinstance(place, LeftOut):
                _pass_on(found, place)
            elif place.header.plan in self._goes:
                self._let_go(found, waiting)
                self._send(found, device, place)
            elif device == self._own:
                waiting.append((place.header.seq, place.link))
            else:
                found.left_out.append((device, place.header.seq, place.digest))
        self._let_go(found, waiting)
        self._close(found, device, places)

    def _send(self, found: Selected, device: str, edit: Edit) -> None:
        header = edit.header
        private = self._private.get(header.plan, {})
        made = parcel(edit, lambda place: private.get(place, Part.GENERAL))
        found.edits.append(made.general)
        found.plans.add(header.plan)
        if made.sealed:
            found.sealed.append((device, header.seq, made.sealed))

    def _let_go(self, found: Selected, waiting: list[tuple[int, bytes]]) -> None:
        """Put one range, signed when the package is sealed, in place of a run of own edits that stay."""
        if waiting:
            found.withheld.append(WithheldRange(self._own, waiting[0][0], waiting[-1][0], waiting[-1][1]))
            waiting.clear()

    def _close(self, found: Selected, device: str, places: list[Edit | LeftOut]) -> None:
        first, last = _first(places[0]), _last(places[-1])
        found.coverage[device] = (first, last)
        found.heads.append(self._head(device, last))

    def _head(self, device: str, seq: int) -> Head:
        """Return how far a laptop reaches: this one signs anew, for another the head that it signed itself."""
        if device == self._own:
            return Head(device, *edits.last(self._tx, device))
        return next(head for head in devices.heads(self._tx, device) if head.seq == seq)


def _unbroken(chained: list[Edit], left_out: list[LeftOut]) -> list[Edit | LeftOut]:
    """Return the last unbroken run of a laptop's chain: what lies before a gap waits until the gap is filled."""
    here = {edit.header.seq for edit in chained}
    stand_ins = [one for one in left_out if one.first >= min(here) and one.first not in here]
    places: list[Edit | LeftOut] = sorted([*chained, *stand_ins], key=_first)
    start = len(places) - 1
    while start > 0 and _last(places[start - 1]) + 1 == _first(places[start]):
        start -= 1
    return places[start:]


def _first(place: Edit | LeftOut) -> int:
    return place.first if isinstance(place, LeftOut) else place.header.seq


def _last(place: Edit | LeftOut) -> int:
    return place.last if isinstance(place, LeftOut) else place.header.seq


def _pass_on(found: Selected, place: LeftOut) -> None:
    if place.digest is not None:
        found.left_out.append((place.device, place.first, place.digest))
    elif place.link_after is not None:
        bridge = WithheldRange(
            place.device, place.first, place.last, place.link_after, place.signature or b""
        )
        found.withheld.append(bridge)


def _private_of(line: plans.PlanLine) -> dict[Place, Part]:
    return {
        Place(collection, record): Part(part) for collection, record, part in standing.row_of(line).private
    }
