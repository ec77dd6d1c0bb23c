"""A package taken apart in tests, so that somebody who holds keys can put it together otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from fsdesk.store import envelope
from fsdesk.store.identity import Identity
from fsdesk.store.package import layout
from fsdesk.store.package.layout import Contents, Header
from tests.desk.team import Laptop


def keys_of(laptop: Laptop) -> Identity:
    """The keys of a laptop."""
    with laptop.desk.reading() as tx:
        return laptop.desk.keys(tx)


@dataclass(frozen=True)
class Parts:
    """What lies inside the envelope of a package."""

    header: Header
    signature: bytes
    compartments: tuple[bytes, ...]

    @classmethod
    def of(cls, package: Path, reader: Laptop) -> Parts:
        """The parts of a package that a laptop may open."""
        header, _, signature, compartments = layout.take_apart(inside(package, reader))
        return cls(header, signature, tuple(map(bytes, compartments)))

    @property
    def contents(self) -> Contents:
        """What the general compartment holds."""
        return layout.unpack(self.compartments[0])

    def sealed(self, reader: Laptop) -> Contents:
        """What the sealed compartment holds, for a laptop that may open it."""
        raw = envelope.open_(self.compartments[1], keys_of(reader).opener())
        return layout.unpack(raw, self.header.package)

    def but(self, **over: Any) -> Parts:
        """The same with other things in its header; the signature stays."""
        return replace(self, header=msgspec.structs.replace(self.header, **over))

    def holding(self, *compartments: bytes) -> Parts:
        """The same with other compartments, which the header names; the signature stays."""
        described = [layout.compartment_of(one) for one in compartments]
        header = msgspec.structs.replace(
            self.header, general=described[0], sealed=described[1] if described[1:] else None
        )
        return replace(self, header=header, compartments=compartments)

    def with_contents(self, **over: Any) -> Parts:
        """The same with other contents in its general compartment; the signature stays."""
        made = layout.pack(msgspec.structs.replace(self.contents, **over))
        return self.holding(made, *self.compartments[1:])

    def signed(self, by: Laptop) -> Parts:
        """The same under the signature of a laptop."""
        raw = layout.header_bytes(self.header)
        return replace(self, signature=keys_of(by).sign(layout.LABEL + raw))

    def inside(self) -> bytes:
        """The bytes as they lie inside the envelope."""
        return layout.assemble(layout.header_bytes(self.header), self.signature, self.compartments)

    def closed(self, *readers: Laptop) -> bytes:
        """The bytes of a package file to these readers."""
        return close(self.inside(), *readers)


def inside(package: Path, reader: Laptop) -> bytes:
    """What lies in the envelope of a package."""
    return envelope.open_(package.read_bytes(), keys_of(reader).opener())


def close(data: bytes, *readers: Laptop) -> bytes:
    """An envelope around any bytes, to these readers."""
    return envelope.close(data, [keys_of(reader).recipient for reader in readers])


def frame(raw: bytes, *, packed: bytes | None = None, claims: int | None = None) -> bytes:
    """A frame of a compartment that may claim another size than it has."""
    body = layout.zstandard.ZstdCompressor().compress(raw) if packed is None else packed
    size = len(raw) if claims is None else claims
    return len(body).to_bytes(4, "big") + size.to_bytes(4, "big") + body


def frame_of(kind: str, items: Sequence[Any]) -> bytes:
    """A frame that holds items of some kind."""
    return frame(msgspec.msgpack.encode((kind, items)))
