"""Photos and drawings of a plan: taken in small and clean, kept with the record they belong to, given out again."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from fsdesk.desk import documents, files, plans
from fsdesk.desk.desk import Desk, new_id
from fsdesk.errors import Refused
from fsdesk.plans.edits import Intent
from fsdesk.plans.merge import Current
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.voices import Voice, VoiceKind
from fsdesk.plans.model.worker import Media, MediaKind
from fsdesk.store import media
from fsdesk.store.picture_gate import sift
from fsdesk.store.picture_making import MOST_FILE_BYTES, Made, made
from fsdesk.store.picture_parts import PNG

_KINDS = {
    VoiceKind.DRAWING: MediaKind.DRAWING,
    VoiceKind.MAP: MediaKind.MAP,
    VoiceKind.PHOTO: MediaKind.PHOTO,
}


class NoSuchRecord(Refused):
    """Nothing in the plan has that id, or it is nothing that pictures belong to."""

    what = "In that plan there is no record of that id that a picture could belong to."
    what_next = (
        "Nothing was changed. Pictures belong to what somebody said, drew or showed, or to a paper sheet."
    )


class Added(NamedTuple):
    """A picture that was added."""

    picture: str
    """Its id in the plan."""
    hash: str
    mime: str
    size: int
    """In bytes, as it is kept."""
    now: Current


def add(
    desk: Desk, plan: str, record: str, path: Path, *, caption: str = "", kind: MediaKind | None = None
) -> Added:
    """Keep a photo or drawing with a record of a plan, as one edit; the file it came from stays as it is.

    It is kept upright, at most 1600 pixels a side and 1 MB, and nothing but its pixels; whoever may see the record
    may see it. Raises NoSuchPlan, NoSuchRecord, NotReadable, and a CannotBeKept with the reason.
    """
    seen = plans.current(desk, plan)
    collection, held = _record(seen.plan, record)
    taken = made(files.read(path, MOST_FILE_BYTES))
    picture = _picture(taken, caption.strip(), kind or _kind(held, taken))
    now = plans.save(desk, seen, _with(seen.plan, collection, held, picture), Intent.WROTE)
    return Added(picture.id, picture.hash, taken.mime, len(taken.body), now)


def from_file(path: Path, kind: MediaKind) -> Media:
    """Return a photo or drawing of a file as a plan keeps it, its bytes with it; nothing is written.

    Raises NotReadable, and a CannotBeKept with the reason.
    """
    return from_bytes(files.read(path, MOST_FILE_BYTES), kind)


def from_bytes(content: bytes, kind: MediaKind) -> Media:
    """Return a photo or drawing as a plan keeps it, its bytes with it. Raises a CannotBeKept with the reason."""
    return _picture(made(content), "", kind)


def body(desk: Desk, name: str) -> bytes | None:
    """Return the bytes of the picture of this hash; nothing when it is not here."""
    with desk.reading() as tx:
        return media.get(tx, name)


def held(desk: Desk, plan: Plan) -> dict[str, bytes]:
    """Return the bytes of a plan's pictures by their hash, of those that are here."""
    with desk.reading() as tx:
        found = {one.hash: media.get(tx, one.hash) for one in plan.media}
    return {name: body for name, body in found.items() if body is not None}


def of_document(plan: Plan) -> dict[str, bytes]:
    """Return the pictures that a plan document holds, by their hash; one that is not as pictures are kept is left out.

    Raises NotAPlan when one is not what its hash says.
    """
    found = {one.hash: documents.bytes_of(one) for one in plan.media if one.base64}
    return sift(found).fit


def _picture(taken: Made, caption: str, kind: MediaKind) -> Media:
    return Media(
        id=new_id(),
        hash=media.hash_of(taken.body),
        kind=kind,
        caption=caption,
        mime=taken.mime,
        base64=base64.b64encode(taken.body).decode(),
    )


def _kind(record: Any, taken: Made) -> MediaKind:
    if isinstance(record, Voice) and record.kind in _KINDS:
        return _KINDS[record.kind]
    return MediaKind.DRAWING if taken.mime == PNG else MediaKind.PHOTO


def _record(plan: Plan, id_: str) -> tuple[str, Any]:
    """Return the record of an id and the list it stands in. Raises NoSuchRecord."""
    for collection, one in _with_pictures(plan):
        if one.id == id_:
            return collection, one
    raise NoSuchRecord


def _with_pictures(plan: Plan) -> Iterator[tuple[str, Any]]:
    for collection in plan.__struct_fields__:
        records = getattr(plan, collection)
        if isinstance(records, tuple):
            yield from ((collection, one) for one in records if hasattr(one, "media"))


def _with(plan: Plan, collection: str, record: Any, picture: Media) -> Plan:
    changed = msgspec.structs.replace(record, media=record.media | {picture.id})
    records = tuple(changed if one is record else one for one in getattr(plan, collection))
    return msgspec.structs.replace(plan, media=(*plan.media, picture), **{collection: records})
