"""Sealing: from what should travel to the bytes of a package, signed by this laptop and closed to its recipients."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from fsdesk.plans.chain import Head, WithheldRange
from fsdesk.store import envelope
from fsdesk.store.identity import Identity
from fsdesk.store.package.layout import (
    LABEL,
    Header,
    Packing,
    assemble,
    compartment_of,
    header_bytes,
)


class Recipients(NamedTuple):
    """Public age keys: everybody the package is for, and those among them with the sealed right."""

    everyone: tuple[str, ...]
    with_sealed_right: tuple[str, ...]


def seal(keys: Identity, header: Header, general: Packing, sealed: Packing, to: Recipients) -> bytes:
    """Return the bytes of a package file: an age envelope to all its recipients.

    `header` comes without compartments and with unsigned heads and ranges of this laptop; both are filled in here.
    Sealed parts are left out when nobody among the recipients may open them.
    """
    open_part = general.packed()
    closed_part = _closed(sealed, to.with_sealed_right)
    whole = msgspec.structs.replace(
        header,
        recipients=to.everyone,
        heads=tuple(_signed_head(keys, head) for head in header.heads),
        withheld=tuple(_signed_range(keys, bridge) for bridge in header.withheld),
        general=compartment_of(open_part),
        sealed=compartment_of(closed_part) if closed_part else None,
    )
    raw = header_bytes(whole)
    inside = assemble(raw, keys.sign(LABEL + raw), [open_part, *([closed_part] if closed_part else [])])
    return envelope.close(inside, to.everyone)


def _closed(sealed: Packing, readers: Sequence[str]) -> bytes:
    return envelope.close(sealed.packed(), readers) if sealed.count and readers else b""


def _signed_head(keys: Identity, head: Head) -> Head:
    return head if head.device != keys.device or head.signature else keys.signed(head)


def _signed_range(keys: Identity, bridge: WithheldRange) -> WithheldRange:
    if bridge.device != keys.device or bridge.signature:
        return bridge
    return msgspec.structs.replace(bridge, signature=keys.sign(bridge.signed_bytes()))
