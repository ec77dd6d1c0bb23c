"""A file that may be a package: its digest, and what lies in its envelope; the file itself is never in memory."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from fsdesk.desk import files
from fsdesk.jobs import Progress, quiet
from fsdesk.store.identity import Identity
from fsdesk.store.package.refusals import NotAPackage
from fsdesk.store.package.unseal import MARK, MOST_BYTES, out_of_envelope

_MIB = 2**20


class PackageFile:
    """A file that is open, begins as a package does, and was read once to its end."""

    def __init__(self, file: BinaryIO, progress: Progress) -> None:
        self._file = file
        self._progress = progress
        self._size = file.seek(0, io.SEEK_END)
        self.digest = self._read_through()
        """BLAKE2b-256 of the file."""

    def opened_with(self, keys: Identity) -> bytearray:
        """Return what lies in the envelope, all of it verified, and in memory once.

        Raises NotForUs, DamagedPackage and NotAPackage; NotReadable where it is not the file any more that it was.
        """
        self._file.seek(0)
        source = _Told(self._file, self._size, self._progress)
        inside = out_of_envelope(source, self._size, keys)
        if source.digest != self.digest:
            raise files.NotReadable("That file was changed while it was read.")
        return inside

    def _read_through(self) -> bytes:
        self._file.seek(0)
        source = _Told(self._file, self._size, self._progress)
        while source.read(_MIB):
            pass
        return source.digest


class _Told:
    """A file that tells how far it has been read, and the digest of what was."""

    def __init__(self, file: BinaryIO, size: int, progress: Progress) -> None:
        self._file = file
        self._size = size
        self._progress = progress
        self._hash = hashlib.blake2b(digest_size=32)
        self._at = 0

    @property
    def digest(self) -> bytes:
        """BLAKE2b-256 of what was read."""
        return self._hash.digest()

    def read(self, most: int) -> bytes:
        """Return the next bytes. Raises Stopped."""
        if self._at % _MIB < most:
            self._progress.step(self._at // _MIB, self._size // _MIB, "Reading the package")
        piece = self._file.read(most)
        self._hash.update(piece)
        self._at += len(piece)
        return piece


@contextmanager
def opened(path: Path, progress: Progress | None = None) -> Iterator[PackageFile]:
    """Give a file that may be a package, read once to its end. Raises NotReadable and NotAPackage."""
    with files.reading(path, MOST_BYTES) as file:
        whole = file if file.seekable() else io.BytesIO(files.held(file, MOST_BYTES, MARK))
        if whole.read(len(MARK)) != MARK:
            raise NotAPackage
        yield PackageFile(whole, progress or quiet())
