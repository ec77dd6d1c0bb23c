"""The edits of a package, verified one frame at a time and read once more when they are kept: never all in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from fsdesk.plans.chain import Ring
from fsdesk.plans.crossing import is_plain
from fsdesk.plans.edits import BEGINNINGS, Box, Edit, Header, Key, Part
from fsdesk.store.edit_rows import Chained
from fsdesk.store.package.layout import NOT_WELL_FORMED, Buffer, Contents, Packed, digest, frames, items_of
from fsdesk.store.package.refusals import DamagedPackage

Boxes = Mapping[tuple[str, int], tuple[Box, ...]]
"""Parts that only the sealed right opens, by the edit that they belong to."""


TAKES_OUT = b"\xa1t"
"""How a take-out begins in the bytes of a part; other words may hold this too, so it only says where to look."""


class Run(NamedTuple):
    """Edits of one laptop that follow on from each other."""

    device: str
    ring: Ring


@dataclass
class Verified:
    """What two compartments hold, every part of every edit the very one that was committed to."""

    sealed: Boxes
    left_out: dict[Key, bytes] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)
    """The edits in the order in which they stand."""
    links: list[bytes] = field(default_factory=list)
    """The link after each edit, in the same order."""
    plans: list[str] = field(default_factory=list)
    """The plan of each edit, in the same order."""
    begun: set[str] = field(default_factory=set)
    """The plans that an edit here begins."""
    unusual: set[str] = field(default_factory=set)
    """The plans with an edit that may leave something unsettled by itself."""
    taking_out: set[str] = field(default_factory=set)
    """The plans with an edit that may take a record out."""
    withheld: int = 0
    """Parts of edits that are not here, but for those that never leave their laptop."""
    with_edits: list[Packed] = field(default_factory=list)
    with_media: list[Packed] = field(default_factory=list)
    sealed_media: tuple[tuple[str, bytes], ...] = ()

    def edits(self) -> Iterator[Chained]:
        """Yield the edits once more, with their links; only one frame of them is in memory."""
        places = self._places()
        for frame in self.with_edits:
            for edit in items_of(frame)[1]:
                device, seq, plan, previous, link = next(places)
                boxes = self.sealed.get((device, seq)) if self.sealed else None
                whole = _opened_with(edit, boxes) if boxes else edit
                yield Chained(whole, device, seq, plan, previous, link)

    def _places(self) -> Iterator[tuple[str, int, str, bytes, bytes]]:
        known = zip(self.plans, self.links, strict=True)
        for device, ring in self.runs:
            previous = ring.before or b""
            for seq in range(ring.first, ring.last + 1):
                plan, link = next(known)
                yield device, seq, plan, previous, link
                previous = link

    def rings(self) -> dict[str, list[Ring]]:
        """Return the runs of each laptop."""
        found: dict[str, list[Ring]] = defaultdict(list)
        for run in self.runs:
            found[run.device].append(run.ring)
        return found

    def media(self) -> Iterator[bytes]:
        """Yield the pictures."""
        for frame in self.with_media:
            yield from (picture for _, picture in items_of(frame)[1])
        yield from (picture for _, picture in self.sealed_media)


def verify(general: Buffer, sealed: Contents) -> Verified:
    """Return what a package holds for us. Raises DamagedPackage when anything in it is not what it should be."""
    by_edit = {(device, seq): boxes for device, seq, boxes in sealed.sealed}
    found = Verified(by_edit, sealed_media=sealed.media)
    _check_pictures(sealed.media)
    check = _Check(found)
    for frame in frames(general):
        kind, items = items_of(frame)
        if kind == "edits":
            found.with_edits.append(frame)
            check.take(items)
        elif kind == "left_out":
            found.left_out |= {Key(device, seq): bound for device, seq, bound in items}
        elif kind == "media":
            found.with_media.append(frame)
            _check_pictures(items)
    check.end()
    if check.sealed != len(sealed.sealed) or len(by_edit) != len(sealed.sealed):
        raise DamagedPackage
    return found


def _opened_with(edit: Edit, boxes: tuple[Box, ...]) -> Edit:
    by_commitment = {(box.kind, box.commitment): box for box in boxes}
    return Edit(edit.header_bytes, tuple(by_commitment.get((b.kind, b.commitment), b) for b in edit.boxes))


def _check_pictures(media: Iterable[tuple[str, bytes]]) -> None:
    if any(digest(picture).hex() != name for name, picture in media):
        raise DamagedPackage


class _Check:
    """Checks edits as they are met, and joins each to the run before it wherever it follows on."""

    def __init__(self, found: Verified) -> None:
        self.sealed = 0
        """Edits met that have a part in the sealed compartment."""
        self._found = found
        self._names: dict[str, str] = {}
        self._device = ""
        self._first = self._last = 0
        self._before = self._after = b""

    def take(self, edits: Iterable[Edit]) -> None:
        """Check some edits. Raises DamagedPackage."""
        found, sealed = self._found, self._found.sealed
        try:
            for edit in edits:
                header = edit.header
                boxes = sealed.get((header.device, header.seq)) if sealed else None
                whole = edit if boxes is None else _opened_with(edit, boxes)
                self.sealed += boxes is not None
                if not whole.is_whole:
                    raise DamagedPackage
                for box in whole.boxes:
                    if box.body is None:
                        found.withheld += box.kind != Part.OWN
                    elif TAKES_OUT in box.body:
                        found.taking_out.add(header.plan)
                self._join(header, edit.link_after(header.previous))
        except NOT_WELL_FORMED as fault:
            raise DamagedPackage from fault

    def _join(self, header: Header, link: bytes) -> None:
        found = self._found
        follows = header.seq == self._last + 1 and header.previous == self._after
        if not follows or header.device != self._device or not self._last:
            self.end()
            self._device, self._first, self._before = header.device, header.seq, header.previous
        self._last, self._after = header.seq, link
        found.links.append(link)
        found.plans.append(self._names.setdefault(header.plan, header.plan))
        if header.intent in BEGINNINGS:
            found.begun.add(header.plan)
        elif not is_plain(header.intent):
            found.unusual.add(header.plan)

    def end(self) -> None:
        """Note the last run."""
        if self._last:
            ring = Ring(self._first, self._last, self._before, self._after)
            self._found.runs.append(Run(self._device, ring))
        self._last = 0
