"""A process on a disk that fills up: deeds with ever more room, a line of JSON each: WAY ARENA ROOMS STEPS DEED…."""

from __future__ import annotations

import json
import resource
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from tests.faults import deeds
from tests.faults.rooms import Rooms
from tests.faults.tables import DEEDS, Deed

KIB = 1024
LEFT = {
    "few": tuple(KIB * kib for kib in (0, 12, 150, 500, 2_000)),
    "many": tuple(KIB * kib for kib in range(0, 2_000, 4)),
}
"""Room that is left, in bytes; once a deed finds enough of it, more is not tried."""


class Way(Protocol):
    """How a disk is made small."""

    def squeeze(self, left: int) -> None:
        """Leave so much room."""

    def release(self) -> None:
        """Make room again."""


class SmallDisk:
    """A small file system of its own, filled up by a file."""

    def __init__(self, arena: Path) -> None:
        self._arena, self._filler = arena, arena / "filler"

    def squeeze(self, left: int) -> None:
        """Leave so much room."""
        free = shutil.disk_usage(self._arena).free
        self._filler.write_bytes(bytes(max(0, free - left)))

    def release(self) -> None:
        """Make room again."""
        self._filler.unlink(missing_ok=True)


class SmallFiles:
    """A limit on the size of any file, which stands in for a full disk and needs no rights at all."""

    def __init__(self, _: Path) -> None:
        self._usual = resource.getrlimit(resource.RLIMIT_FSIZE)

    def squeeze(self, left: int) -> None:
        """Leave so much room in every file."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (left, self._usual[1]))

    def release(self) -> None:
        """Make room again."""
        resource.setrlimit(resource.RLIMIT_FSIZE, self._usual)


WAYS: dict[str, type[Any]] = {"disk": SmallDisk, "files": SmallFiles}


def told(way: Way, deed: Deed, place: Path, rooms: Rooms, left: int, tries: int) -> dict[str, Any]:
    """Do a deed with so much room left; a second try finds room again, and without one the store is closed as it is."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    folder = place / "store"
    if deed.store:
        shutil.copytree(getattr(rooms, deed.store), folder)
    doing = deeds.DEEDS[deed.name](str(folder), str(tries), *(getattr(rooms, name) for name in deed.more))
    next(doing)
    way.squeeze(left)
    said = []
    try:
        for words in doing:
            said.append(words)
            if tries > 1:
                way.release()
    finally:
        way.release()
    return {"deed": deed.name, "left": left, "tries": tries, "said": said, "stands": deed.stands(folder)}


def each(way: Way, arena: Path, rooms: Rooms, steps: str, names: list[str]) -> Iterator[dict[str, Any]]:
    """Do every deed with ever more room, until it finds enough."""
    for deed in (DEEDS[name] for name in names):
        for left in LEFT[steps]:
            once = told(way, deed, arena / "here", rooms, left, tries=1)
            yield once
            if once["said"] == ["done"]:
                break
            yield told(way, deed, arena / "here", rooms, left, tries=2)


if __name__ == "__main__":
    chosen, where, home = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    for line in each(WAYS[chosen](where), where, Rooms.at(home), sys.argv[4], sys.argv[5:]):
        print(json.dumps(line), flush=True)
