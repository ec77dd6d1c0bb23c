"""Several files put in their places together: all of them, or none and everything as it was."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from fsdesk.desk import files


class SameFile(files.NotWritable):
    """Two files were to go under one name."""

    what = "Two files cannot have one name."
    what_next = "Nothing was written. Choose another name for one of them."


@contextlib.contextmanager
def placed(wanted: Sequence[tuple[Path, bytes]], *, force: bool = False) -> Iterator[None]:
    """Write files for their owner alone; an error while they are in use takes them back.

    Raises AlreadyThere unless `force` is given, NotWritable and SameFile; then every place is as it was before.
    """
    if len({path.resolve() for path, _ in wanted}) < len(wanted):
        raise SameFile
    for path, _ in wanted:
        files.refuse_taken(path, force=force)
    places = [_Place(path) for path, _ in wanted]
    try:
        _fill(places, wanted, force)
        yield
    except BaseException:
        for place in reversed(places):
            place.put_back()
        raise
    for place in places:
        place.settle()


def _fill(places: Sequence[_Place], wanted: Sequence[tuple[Path, bytes]], force: bool) -> None:
    """Write all of them beside their places first, where a full disk shows itself, then put them in."""
    try:
        for place, (_, data) in zip(places, wanted, strict=True):
            place.write(data)
        for place in places:
            place.take(force)
    except OSError as fault:
        raise files.NotWritable(files.why_not_written(fault)) from fault


class _Place:
    """One file's place: what is to stand there, and what stood there before."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._beside: Path | None = None
        self._before: Path | None = None
        self._is_taken = False

    def write(self, data: bytes) -> None:
        """Write the new file beside its place."""
        self._beside = _new_beside(self._path)
        with self._beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        self._beside.chmod(files.OWNER_ONLY)

    def take(self, force: bool) -> None:
        """Put the new file in its place in one step; what stood there is kept until all is done."""
        if self._beside is None:
            return
        if os.path.lexists(self._path):
            if not force:
                raise files.AlreadyThere
            self._before = _kept(self._path)
        self._beside.replace(self._path)
        self._beside, self._is_taken = None, True

    def put_back(self) -> None:
        """Leave the place as it was."""
        if self._beside:
            self._beside.unlink(missing_ok=True)
        if self._before:
            self._before.replace(self._path)
        elif self._is_taken:
            self._path.unlink(missing_ok=True)

    def settle(self) -> None:
        """Let go of what stood there before."""
        if self._before:
            self._before.unlink(missing_ok=True)


def _new_beside(path: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=".fsdesk-", dir=path.parent)
    os.close(handle)
    return Path(name)


def _kept(path: Path) -> Path:
    """Return a second name of a file, or its only one where the drive knows no second names."""
    before = _new_beside(path)
    before.unlink()
    try:
        os.link(path, before, follow_symlinks=False)
    except OSError:
        path.rename(before)
    return before
