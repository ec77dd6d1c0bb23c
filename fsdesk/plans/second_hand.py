"""An edit written once more in another laptop's chain, because its own place there is taken by another edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from fsdesk.plans import edits
from fsdesk.plans.chain import SALT_BYTES, commitment
from fsdesk.plans.edits import Again, Box, Change, Edit, Elements, Header, Intent, Key, TookOut, Wrote
from fsdesk.plans.writing import Ink, Randomness

Keys = Mapping[Key, Key]
"""Where edits that were written once more stand now, by where they stood."""


def again(
    edit: Edit, ink: Ink, new_id: str, random: Randomness, keys: Keys, ids: Mapping[str, str] | None = None
) -> Edit:
    """Return an edit that says what another said, in the name of who said it, and saw what that one saw.

    What it had seen of edits that are written once more, too, it sees where they stand now; `ids` are theirs. Parts
    that are not open are left out, and so is nothing else: each part travels as far as it did.
    """
    was = edit.header
    intent = f"{Intent.UNDID} {(ids or {}).get(was.undoes, was.undoes)}" if was.undoes else was.intent
    lamport = min(ink.lamport, edits.MOST)
    header = Header(
        new_id, was.plan, ink.device, ink.seq, ink.previous, lamport, was.made_at, was.who, intent
    )
    said = [box for box in edit.boxes if box.body is not None]
    return Edit(edits.header_bytes(header), tuple(_box(box, random, keys) for box in said))


def _box(box: Box, random: Randomness, keys: Keys) -> Box:
    salt, body = random(SALT_BYTES), edits.rewritten(box, lambda one: _seen_there(one, keys))
    return Box(box.kind, commitment(salt, body), salt, body)


def _seen_there(change: Change, keys: Keys) -> Change:
    if isinstance(change, Again):
        return replace(change, key=_there(change.key, keys), said=_seen_there(change.said, keys))
    if isinstance(change, Wrote | TookOut):
        return replace(change, saw=tuple(_there(one, keys) for one in change.saw))
    if isinstance(change, Elements):
        removed: tuple[Any, ...] = tuple(
            (value, tuple(_there(one, keys) for one in saw)) for value, saw in change.removed
        )
        return replace(change, removed=removed)
    return change


def _there(key: Key, keys: Keys) -> Key:
    return keys.get(key, key)
