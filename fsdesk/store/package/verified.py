"""The edits of a package, verified one frame at a time and read once more when they are kept: never all in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count, islice, repeat
from typing import Any, NamedTuple

from fsdesk.jobs import Progress, quiet
from fsdesk.plans.chain import Ring, opens
from fsdesk.plans.crossing import is_plain
from fsdesk.plans.edits import BEGINNINGS, Box, Edit, Header, Key, Part
from fsdesk.plans.header_reading import Headers
from fsdesk.store.edit_rows import Chained
from fsdesk.store.package.layout import NOT_WELL_FORMED, Buffer, Packed, digest, frames, items_of
from fsdesk.store.package.refusals import DamagedPackage
from fsdesk.store.taking_runs import RunOfEdits

Boxes = Mapping[tuple[str, int], tuple[Box, ...]]
"""Parts that only the sealed right opens, by the edit that they belong to."""

_MIB = 2**20
TAKES_OUT = b"\xa1t"
"""How a take-out begins in the bytes of a part; other words may hold this too, so it only says where to look."""


class Sealed(NamedTuple):
    """The package that a sealed compartment has to be of, and its frames; nothing when it is not for us."""

    package: str = ""
    frames: Buffer | None = None


class Run(NamedTuple):
    """Edits of one laptop that follow on from each other."""

    device: str
    ring: Ring


@dataclass
class Verified:
    """What two compartments hold, every part of every edit the very one that was committed to."""

    sealed: Boxes = field(default_factory=dict)
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
    """The pictures of both compartments."""

    def edits(self, progress: Progress | None = None) -> Iterator[Chained]:
        """Yield the edits once more, with their places in the chain; only one frame of them is in memory."""
        for run in self.runs_of_edits(progress):
            yield from run.chained()

    def runs_of_edits(self, progress: Progress | None = None) -> Iterator[RunOfEdits]:
        """Yield the runs once more with their edits; each has to be read to its end before the next is asked for."""
        read = chain.from_iterable(_read(self.with_edits, progress or quiet(), "Taking the edits in"))
        at = 0
        for device, ring in self.runs:
            end = at + ring.last - ring.first + 1
            edits = islice(read, end - at)
            whole = self._opened(device, ring.first, edits) if self.sealed else edits
            yield RunOfEdits(device, ring, self.plans[at:end], self.links[at:end], whole)
            at = end

    def _opened(self, device: str, first: int, edits: Iterable[Edit]) -> Iterator[Edit]:
        """Yield the edits of a run with those parts that only the sealed right opens."""
        sealed = self.sealed
        for place, edit in zip(zip(repeat(device), count(first), strict=False), edits, strict=False):
            boxes = sealed.get(place)
            yield edit if boxes is None else _opened_with(edit, boxes)

    def rings(self) -> dict[str, list[Ring]]:
        """Return the runs of each laptop."""
        found: dict[str, list[Ring]] = defaultdict(list)
        for run in self.runs:
            found[run.device].append(run.ring)
        return found

    def media(self, progress: Progress | None = None) -> Iterator[bytes]:
        """Yield the pictures; only one frame of them is in memory."""
        for items in _read(self.with_media, progress or quiet(), "Taking the pictures in"):
            yield from (picture for _, picture in items)


def _read(held: Sequence[Packed], progress: Progress, words: str) -> Iterator[Sequence[Any]]:
    for at, frame in enumerate(held):
        progress.step(at, len(held), words)
        yield items_of(frame)[1]


def verify(general: Buffer, sealed: Sealed, progress: Progress | None = None) -> Verified:
    """Return what a package holds for us. Raises DamagedPackage when anything in it is not what it should be."""
    found = Verified()
    boxes = _check_sealed(found, sealed)
    check = _Check(found)
    for frame in _told(general, progress or quiet()):
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
    if check.sealed != boxes or len(found.sealed) != boxes:
        raise DamagedPackage
    return found


def _check_sealed(found: Verified, sealed: Sealed) -> int:
    """Note what a sealed compartment holds, and return of how many edits it says to have parts."""
    if sealed.frames is None:
        return 0
    named: list[str] = []
    boxes: dict[tuple[str, int], tuple[Box, ...]] = {}
    count = 0
    for frame in frames(sealed.frames):
        kind, items = items_of(frame)
        if kind == "package":
            named += items
        elif kind == "sealed":
            count += len(items)
            boxes |= {(device, seq): parts for device, seq, parts in items}
        elif kind == "media":
            found.with_media.append(frame)
            _check_pictures(items)
    if named != [sealed.package]:
        raise DamagedPackage
    found.sealed = boxes
    return count


def _told(general: Buffer, progress: Progress) -> Iterator[Packed]:
    done = 0
    for frame in frames(general):
        progress.step(done // _MIB, len(general) // _MIB, "Checking the package")
        yield frame
        done += len(frame.body)


def _opened_with(edit: Edit, boxes: tuple[Box, ...]) -> Edit:
    by_commitment = {(box.kind, box.commitment): box for box in boxes}
    return Edit(edit.header_bytes, tuple(by_commitment.get((b.kind, b.commitment), b) for b in edit.boxes))


def _check_pictures(media: Iterable[tuple[str, bytes]]) -> None:
    if any(digest(picture).hex() != name for name, picture in media):
        raise DamagedPackage


class _Check:
    """Checks edits as they are met, a frame at once, and joins each to the run before it wherever it follows on."""

    def __init__(self, found: Verified) -> None:
        self.sealed = 0
        """Edits met that have a part in the sealed compartment."""
        self._found = found
        self._headers = Headers()
        self._sealed_numbers = {seq for _, seq in found.sealed}
        self._names: dict[str, str] = {}
        self._device = ""
        self._first = self._last = 0
        self._before = self._after = b""

    def take(self, edits: Sequence[Edit]) -> None:
        """Check some edits. Raises DamagedPackage."""
        try:
            headers = self._headers.of(edits)
            links = [edit.link_after(header.previous) for edit, header in zip(edits, headers, strict=True)]
        except NOT_WELL_FORMED as fault:
            raise DamagedPackage from fault
        self._look_into(edits, headers)
        self._join(headers, links)
        self._note(headers)

    def _look_into(self, edits: Sequence[Edit], headers: Sequence[Header]) -> None:
        """Check that each part is withheld, or the very one that was committed to."""
        numbers, takes_out = self._sealed_numbers, self._found.taking_out.add
        for edit, header in zip(edits, headers, strict=True):
            boxes = edit.boxes if header.seq not in numbers else self._opened(edit, header)
            for box in boxes:
                body = box.body
                if not opens(box.salt, body, box.commitment):
                    raise DamagedPackage
                if body is None:
                    self._found.withheld += box.kind != Part.OWN
                elif TAKES_OUT in body:
                    takes_out(header.plan)

    def _opened(self, edit: Edit, header: Header) -> tuple[Box, ...]:
        """Return the parts of an edit, those included that only the sealed right opens."""
        hidden = self._found.sealed.get((header.device, header.seq))
        if hidden is None:
            return edit.boxes
        self.sealed += 1
        return _opened_with(edit, hidden).boxes

    def _join(self, headers: Sequence[Header], links: Sequence[bytes]) -> None:
        self._found.links += links
        for header, link in zip(headers, links, strict=True):
            seq = header.seq
            follows = seq == self._last + 1 and header.previous == self._after
            if not follows or header.device != self._device or not self._last:
                self.end()
                self._device, self._first, self._before = header.device, seq, header.previous
            self._last, self._after = seq, link

    def _note(self, headers: Sequence[Header]) -> None:
        found, name = self._found, self._names.setdefault
        found.plans += [name(header.plan, header.plan) for header in headers]
        found.begun.update([header.plan for header in headers if header.intent in BEGINNINGS])
        unusual = {intent for intent in {header.intent for header in headers} if not is_plain(intent)}
        if unusual:
            found.unusual.update([header.plan for header in headers if header.intent in unusual])

    def end(self) -> None:
        """Note the last run."""
        if self._last:
            ring = Ring(self._first, self._last, self._before, self._after)
            self._found.runs.append(Run(self._device, ring))
        self._last = 0
