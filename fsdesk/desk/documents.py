"""Plan documents that people bring: read from a file, every fault named by its place."""

from __future__ import annotations

import base64
import binascii
import hashlib
from pathlib import Path
from typing import Any

import msgspec

from fsdesk.desk import files
from fsdesk.plans import document
from fsdesk.plans.document import Document
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.worker import Media
from fsdesk.store import picture_gate

PICTURE_HASH_BYTES = 32


def read(path: Path) -> Document:
    """Return the document in a file. Raises NotReadable, NotAPlan or TooNew."""
    return document.read_document(files.read(path, document.MOST_BYTES))


def plan_of(path: Path) -> Plan:
    """Return the plan in a file. Raises as `read`."""
    return document.plan_of(read(path))


def schema() -> dict[str, Any]:
    """Return the JSON Schema that every document fits."""
    return document.schema()


def without_pictures(plan: Plan) -> tuple[Plan, dict[str, bytes]]:
    """Return the plan without the bytes of its pictures, and those bytes by their hash.

    Raises NotAPlan when a picture is not what its hash says, and UnfitPicture when it is not as pictures are kept.
    """
    pictures = {one.hash: bytes_of(one) for one in plan.media if one.base64}
    for held in pictures.values():
        picture_gate.check(held)
    bare = tuple(msgspec.structs.replace(one, base64="") for one in plan.media)
    return msgspec.structs.replace(plan, media=bare), pictures


def with_pictures(plan: Plan, pictures: dict[str, bytes]) -> Plan:
    """Return the plan with the bytes of those of its pictures that are here."""
    return msgspec.structs.replace(plan, media=tuple(_filled(one, pictures) for one in plan.media))


def _filled(one: Media, pictures: dict[str, bytes]) -> Media:
    held = pictures.get(one.hash)
    return one if held is None else msgspec.structs.replace(one, base64=base64.b64encode(held).decode())


def bytes_of(one: Media) -> bytes:
    """Return the picture that stands in a document. Raises NotAPlan when it is not what its hash says."""
    try:
        held = base64.b64decode(one.base64, validate=True)
    except (binascii.Error, ValueError):
        held = b""
    if hashlib.blake2b(held, digest_size=PICTURE_HASH_BYTES).hexdigest() != one.hash:
        raise document.NotAPlan("In this plan document a picture is not the one that its hash names.")
    return held
