"""Whether every edit is the one its laptop made: parts against commitments, links against the chain, heads signed."""

from __future__ import annotations

import heapq
from collections.abc import Iterator

from sqlalchemy import Connection

from fsdesk.plans import chain
from fsdesk.plans.chain import Ring
from fsdesk.store import devices, edits, identity
from fsdesk.store.devices import Device
from fsdesk.store.edit_rows import Chained
from fsdesk.store.harm import Harm

_WHERE = "history"


def harms(connection: Connection, own: str) -> Iterator[Harm]:
    """Yield everything in the chains that is not as it was made; `own` is this store's laptop, which has no gaps."""
    for device in devices.every(connection):
        yield from _Walk(connection, device, device.id == own).harms()


class _Walk:
    """One pass along the chain of one laptop."""

    def __init__(self, connection: Connection, device: Device, is_own: bool) -> None:
        self._connection = connection
        self._device = device
        self._is_own = is_own
        self._heads = {head.seq: head for head in devices.heads(connection, device.id)}
        self._found: list[Harm] = []

    def harms(self) -> list[Harm]:
        """Return what is not as it was made, in the order of the chain."""
        reached: tuple[int, bytes | None] = (0, chain.START)
        for ring in self._rings():
            reached = self._step(*reached, ring)
        if self._is_own and reached[0] != self._device.seq:
            self._say(reached[0], f"is the last one here, and {self._device.seq} were made")
        self._check_signatures()
        return self._found

    def _rings(self) -> Iterator[Ring]:
        """Yield the places of the chain in order; of an edit and what stood for it, the edit."""
        kept = (self._ring(made, link) for made, link in edits.of_device(self._connection, self._device.id))
        stood_for = (
            Ring(one.first, one.last, None, one.link_after, one.digest)
            for one in devices.left_out(self._connection, self._device.id)
        )
        reached = 0
        for ring in heapq.merge(kept, stood_for, key=lambda ring: (ring.first, ring.before is None)):
            if ring.first > reached:
                reached = ring.last
                yield ring

    def _ring(self, made: Chained, noted: bytes) -> Ring:
        seq = made.seq
        if not made.edit.is_whole or made.link != noted:
            self._say(seq, "is not as its maker wrote it")
        return Ring(seq, seq, made.previous, made.link)

    def _step(self, seq: int, link: bytes | None, ring: Ring) -> tuple[int, bytes | None]:
        follows = ring.first == seq + 1
        if not follows and self._is_own:
            self._say(seq + 1, f"is missing, and so is every one before {ring.first}")
        try:
            after = (ring.first - 1, link if follows else ring.before)
            reached, behind = chain.walk(self._device.id, [ring], after)
        except chain.ChainBroken:
            self._say(ring.first, "does not follow on from the one before")
            reached, behind = ring.last, ring.after
        self._check_place(reached, behind)
        return reached, behind

    def _check_place(self, seq: int, link: bytes | None) -> None:
        head = self._heads.get(seq)
        if head is not None and link not in (None, head.link):
            self._say(seq, "is not the one that its laptop signed")
        if seq == self._device.seq and link not in (None, self._device.link):
            self._say(seq, "is not the one that this store had noted")

    def _check_signatures(self) -> None:
        key = self._device.public_key
        for head in self._heads.values():
            if key is None or not identity.is_signed(key, head.signature, head.signed_bytes()):
                self._say(head.seq, "stands under a signature that its laptop did not make")

    def _say(self, seq: int, what: str) -> None:
        self._found.append(Harm(_WHERE, f"Edit {seq} of laptop {self._device.id} {what}."))
