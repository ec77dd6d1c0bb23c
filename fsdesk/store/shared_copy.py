"""A shared copy for another organisation: one readable file, signed by the laptop that made it, with no way back in."""

from __future__ import annotations

import json
from typing import Any

from fsdesk.errors import Refused
from fsdesk.store.identity import Identity, is_signed

FORMAT, VERSION = "fsdesk-shared-copy", 1
LABEL = b"fsdesk-shared-copy-1\0"
MOST_BYTES = 32 * 2**20


class NotASharedCopy(Refused):
    """A file is no shared copy, or was altered."""

    what = "This file is not a shared copy as it was made."
    what_next = "Ask for it again."


def signed(keys: Identity, held: dict[str, Any]) -> bytes:
    """Return the bytes of a shared copy: JSON, indented, with the key that it can be checked with."""
    whole = {"format": FORMAT, "version": VERSION, "signing_key": keys.public_key.hex(), **held}
    whole["signature"] = keys.sign(_said(whole)).hex()
    return json.dumps(whole, indent=1, ensure_ascii=False).encode() + b"\n"


def read(data: bytes) -> dict[str, Any]:
    """Return what a shared copy says, its signature checked. Raises NotASharedCopy."""
    try:
        held = json.loads(data[: MOST_BYTES + 1])
        key, signature = bytes.fromhex(held["signing_key"]), bytes.fromhex(held["signature"])
        good = (
            held["format"] == FORMAT and held["version"] == VERSION and is_signed(key, signature, _said(held))
        )
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise NotASharedCopy from fault
    if not good:
        raise NotASharedCopy
    return dict(held)


def _said(held: dict[str, Any]) -> bytes:
    bare = {name: value for name, value in held.items() if name != "signature"}
    return LABEL + json.dumps(bare, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
