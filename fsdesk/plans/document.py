"""A plan as one JSON document: read with every fault named by its place, written, and described by a schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

import msgspec

from fsdesk.errors import Refused
from fsdesk.plans import fields
from fsdesk.plans.model.base import Count, Id, Print, Value, plain, says
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.references import broken

FORMAT = "fsdesk-plan"
VERSION = 1
MOST_BYTES = 64 * 1024 * 1024
"""Largest plan document that is read, in bytes: about forty full-size drawings."""
_DEEPEST = 60


class Reading(Value, frozen=True, kw_only=True):
    """One of several versions of a field."""

    who: str = ""
    when: str = ""
    value: Any = None


class DifferingNote(Value, frozen=True, kw_only=True):
    """A field whose versions have not been settled."""

    id: str
    where: str = ""
    versions: tuple[Reading, ...] = ()


class Document(Plan, frozen=True, kw_only=True):
    """A plan with the lines that make its document describe itself."""

    format: Annotated[Literal["fsdesk-plan"], says("What kind of document this is.", to=Print.NEVER)]
    version: Annotated[
        Literal[1], says("Version of the format; the plan's own are in versions.", to=Print.NEVER)
    ]
    as_of: Annotated[
        dict[str, Count] | None,
        says("The last edit of each laptop that this document holds.", to=Print.NEVER),
    ] = None
    differing: Annotated[
        tuple[DifferingNote, ...], says("Unsettled versions, for reading.", to=Print.NEVER)
    ] = ()
    taken_out: Annotated[
        frozenset[Id], says("Records that others still name and that are not here.", to=Print.NEVER)
    ] = frozenset()


class NotAPlan(Refused):
    """The document is no plan that can be read; nothing of it was taken."""

    what = "This is not a plan document that fsdesk can read."
    what_next = "Nothing was changed. Check that it is the right file."


class TooNew(Refused):
    """The document was written by a newer fsdesk."""

    what = "This plan document was written by a newer fsdesk."
    what_next = "Nothing was changed. Bring this fsdesk up to date, then open it again."


_decoder = msgspec.json.Decoder(Document)
_header_decoder = msgspec.json.Decoder(dict[str, msgspec.Raw])


def read_document(data: bytes) -> Document:
    """Return the document in `data` (UTF-8 JSON), every field checked.

    Raises TooNew for a later format version, NotAPlan for anything else that does not fit; both name the place.
    """
    if len(data) > MOST_BYTES:
        raise NotAPlan(f"This file is larger than a plan can be ({MOST_BYTES // 2**20} MB).")
    _check_header(data)
    document = _decode(data)
    _check_repeated_keys(data)
    _check_ids(document)
    return document


def read(data: bytes) -> Plan:
    """Return the plan in a document, without its header. Raises as `read_document`."""
    return plan_of(read_document(data))


def plan_of(document: Document) -> Plan:
    """Return the plan that a document holds."""
    return Plan(**{name: getattr(document, name) for name in Plan.__struct_fields__})


def write(
    plan: Plan,
    *,
    as_of: Mapping[str, int] | None = None,
    differing: Iterable[DifferingNote] = (),
    taken_out: Iterable[str] = (),
) -> bytes:
    """Return the plan as a document: UTF-8 JSON, indented, its header first, ending with a line end.

    A record that others name and that is not here (taken out, or never received) is listed as taken out, so that
    `read` takes what this writes.
    """
    held: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    held |= plain(plan)
    extras = {"as_of": dict(sorted((as_of or {}).items())), "differing": plain(tuple(differing))}
    extras["taken_out"] = sorted({*taken_out, *(one.id for one in broken(plan))})
    held |= {name: value for name, value in extras.items() if value}
    return msgspec.json.format(msgspec.json.encode(held), indent=1) + b"\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that every document `read_document` accepts is valid against."""
    made = msgspec.json.schema(Document)
    defs = made["$defs"]
    body = defs.pop("Document")
    first = {name: body["properties"].pop(name) for name in ("format", "version")}
    body["properties"] = first | body["properties"]
    body["title"] = "fsdesk plan document"
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | body | {"$defs": defs}
    return dict(_without_unique(whole))


def _without_unique(node: Any) -> Any:
    # A set given with an element twice is read as the set it is; a schema that refused it would be the stricter one.
    if isinstance(node, dict):
        return {key: _without_unique(one) for key, one in node.items() if key != "uniqueItems"}
    if isinstance(node, list):
        return [_without_unique(one) for one in node]
    return node


def _check_header(data: bytes) -> None:
    try:
        header = _header_decoder.decode(data)
        kind = msgspec.json.decode(header.get("format", msgspec.Raw(b"null")))
        version = msgspec.json.decode(header.get("version", msgspec.Raw(b"null")))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as fault:
        raise NotAPlan(
            "This file is not readable as a plan document: it is not JSON of the right shape."
        ) from fault
    if kind != FORMAT:
        raise NotAPlan('This file is not a plan document: its field "format" is not "fsdesk-plan".')
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise TooNew
    if version != VERSION or isinstance(version, bool | float):
        raise NotAPlan(
            'This plan document has no version that fsdesk knows: its field "version" should be 1.'
        )


def _decode(data: bytes) -> Document:
    try:
        return _decoder.decode(data)
    except msgspec.ValidationError as fault:
        raise NotAPlan(_sentence(str(fault))) from None
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError, OverflowError) as fault:
        raise NotAPlan("This file is not readable as a plan document: it is not well-formed JSON.") from fault


_MISSING = re.compile(r"^Object missing required field `(?P<field>[^`]*)`")
_UNKNOWN = re.compile(r"^Object contains unknown field `(?P<field>.*?)`(?: - at|$)", re.DOTALL)
_AT = re.compile(r" - at `(?P<path>[^`]*)`$")


def _sentence(fault: str) -> str:
    """Turn a validation message into one sentence that names the place and repeats nothing of the content."""
    at = _AT.search(fault)
    where = _pointer(at["path"] if at else "$")
    for pattern, words in ((_MISSING, "is missing"), (_UNKNOWN, "is not a field of a plan")):
        found = pattern.match(fault)
        if found:
            return f"In this plan document {where}/{_printable(found['field'])} {words}."
    return f"In this plan document {where or 'the whole'} does not hold what belongs there."


def _printable(name: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in name[:80])


def _pointer(path: str) -> str:
    return (
        re.sub(r"\[(\d+|\.\.\.)\]", r"/\1", path.removeprefix("$")).replace(".", "/").replace("////", "/...")
    )


class _Twice(dict[str, Any]):
    """An object of the document in which a field stands twice."""


def _check_repeated_keys(data: bytes) -> None:
    found: list[_Twice] = []

    def gather(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        held = dict(pairs)
        if len(held) == len(pairs):
            return held
        found.append(_Twice(held))
        return found[-1]

    try:
        whole = json.loads(data, object_pairs_hook=gather)
        where = _where(whole, found[0]) if found else None
    except (RecursionError, ValueError) as fault:
        raise NotAPlan("This file is not readable as a plan document: it is nested too deeply.") from fault
    if where is not None:
        raise NotAPlan(f"In this plan document a field stands twice{where and f' in {where}'}.")


def _where(node: Any, wanted: dict[str, Any]) -> str | None:
    """Return the place of an object inside another, or nothing when it is not there."""
    if node is wanted:
        return ""
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    found = ((name, _where(held, wanted)) for name, held in inside)
    return next((f"/{_printable(str(name))}{rest}" for name, rest in found if rest is not None), None)


def _check_ids(document: Document) -> None:
    first: dict[str, str] = {}
    for name in fields.collections():
        for index, record in enumerate(getattr(document, name)):
            where = f"/{name}/{index}"
            if first.setdefault(record.id, where) != where:
                raise NotAPlan(f"In this plan document {first[record.id]} and {where} have the same id.")
    for reference in broken(document):
        if reference.id not in document.taken_out:
            raise NotAPlan(f"In this plan document {reference.where} names a record that is not there.")
