"""A pack as JSON, in the format that the handbook's page access-pack.md tells."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

import msgspec

from fsdesk.plans.access.sheet import words
from fsdesk.plans.access.values import AccessLine, Pack, Text

FORMAT = "fsdesk-access-pack"
VERSION = 1


def as_json(pack: Pack, pictures: Mapping[str, bytes]) -> bytes:
    """Return the pack as UTF-8 JSON, indented, its header first; `pictures` are those of its hashes that are here."""
    say = words()
    held: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "plan": pack.plan,
        "code": pack.code,
        "person": pack.person,
        "made_on": pack.made_on.isoformat(),
        "names": dict(pack.names),
        "lines": [_line(one) for one in pack.lines],
        "pictures": [
            {"hash": name, "base64": base64.b64encode(pictures[name]).decode()}
            for name in pack.pictures
            if name in pictures
        ],
        "left_out": {
            "count": None if pack.is_apart else pack.left_out_count,
            "because": say.text("access.left_out.why"),
            "ask": say.text("access.left_out.ask"),
        },
    }
    return msgspec.json.format(msgspec.json.encode(held), indent=1) + b"\n"


def _line(one: AccessLine) -> dict[str, Any]:
    return {
        "collection": one.collection,
        "record": one.record,
        "field": one.field,
        "about": one.about.value,
        "people": list(one.people),
        "noted_on": one.noted_on.isoformat() if one.noted_on else None,
        "words": [_text(text) for text in one.words],
    }


def _text(one: Text) -> dict[str, Any]:
    if one.day is not None:
        return {"day": one.day.isoformat()}
    return {"text": one.text, "lang": one.lang} | ({"own_words": True} if one.own_words else {})
