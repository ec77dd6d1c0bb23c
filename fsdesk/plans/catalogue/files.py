"""The catalogue's files as they are written: TOML to checked records, or a refusal naming file and entry."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import msgspec

from fsdesk.errors import Refused
from fsdesk.plans.catalogue.alignment import Reading, Words
from fsdesk.plans.catalogue.values import Driver, EntryKind, FrameworkKind

Record = TypeVar("Record")
Read = Callable[[str], str]
"""Gives the text of one file of the catalogue by its name; raises OSError or ValueError when it cannot."""


class _Written(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record in a file: a key that nobody knows is a slip of the pen, not an extra."""


class WrittenDocument(_Written, frozen=True, kw_only=True):
    """A source document."""

    id: Words
    title: Words


class WrittenFramework(_Written, frozen=True, kw_only=True):
    """A framework, the file its entries stand in, and every id that file must have."""

    id: Words
    title: Words
    file: Words
    document: Words
    section: str
    kind: FrameworkKind
    entry_kind: EntryKind
    entries: tuple[Words, ...]
    statement_kind: EntryKind = "statement"
    statement_at: str = "statement {n}"


class WrittenStatement(_Written, frozen=True, kw_only=True):
    """A statement of a principle, or a commitment of a priority."""

    id: Words
    statement: Words
    title: Words | None = None
    our_title: Words | None = None
    beyond_one_plan: bool = False
    beyond_because: str = ""
    as_we_read_it: str = ""


class WrittenEntry(WrittenStatement, frozen=True, kw_only=True):
    """An entry of a framework: where it stands below the framework's heading, and its statements."""

    at: Words
    kind: EntryKind | None = None
    document: Words | None = None
    statements: tuple[dict[str, Any], ...] = ()


class WrittenTable(_Written, frozen=True, kw_only=True):
    """The head of the alignment: where the table stands, and every row it must have."""

    document: Words
    locator: Words
    rows: tuple[Words, ...]


class WrittenRow(_Written, frozen=True, kw_only=True):
    """A row of the alignment: its cells by column."""

    id: Words
    at: Words
    cells: dict[str, tuple[Reading, ...]]


class WrittenDriverGroup(_Written, frozen=True, kw_only=True):
    """Policies that a document names together."""

    id: Words
    title: Words
    document: Words
    locator: Words
    drivers: tuple[Driver, ...]


def refusal(file: str, entry: str, why: str) -> Refused:
    """What is said about a damaged or incomplete file: its name, the entry, and what is the matter."""
    return Refused(
        f"The catalogue of principles cannot be used: in {file}, {entry}: {why}.",
        "Put back the file that came with fsdesk, or set fsdesk up again.",
    )


def read_toml(read: Read, file: str, *keys: str) -> dict[str, Any]:
    """One file of the catalogue, holding nothing but ``keys``. Raises Refused naming the file otherwise."""
    content = _parsed(read, file)
    for unknown in sorted(content.keys() - set(keys)):
        raise refusal(file, "the whole file", f"nothing is known by the name {unknown!a}")
    return content


def _parsed(read: Read, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(read(file))
    except OSError:
        raise refusal(file, "the whole file", "it is missing or cannot be opened") from None
    except RecursionError:
        raise refusal(file, "the whole file", "it is nested too deeply") from None
    except (ValueError, LookupError) as error:  # not TOML, not UTF-8; a torn table makes tomllib lose a key
        raise refusal(file, "the whole file", f"it cannot be read ({error})") from None


def the_ones_named(here: Sequence[str], named: Sequence[str], file: str, by: str) -> None:
    """Raises Refused for the first id that ``file`` lacks, ``by`` does not name, or that is there twice."""
    for missing in (one for one in named if one not in here):
        raise refusal(file, missing, "it is missing")
    for place, one in enumerate(here):
        if one not in named:
            raise refusal(file, one, f"{by} does not name it")
        if one in here[:place]:
            raise refusal(file, one, "it is there twice")


def records(content: dict[str, Any], file: str, key: str, kind: type[Record]) -> tuple[Record, ...]:
    """The records under ``key``, each checked. Raises Refused naming file and entry."""
    written = content.get(key)
    if not isinstance(written, list) or not written:
        raise refusal(file, f"[[{key}]]", "there is none")
    return tuple(record(one, file, kind, f"{key} {place}") for place, one in enumerate(written, start=1))


def record(written: object, file: str, kind: type[Record], otherwise: str) -> Record:
    """One record, checked; named by its id, or by ``otherwise`` when it has none. Raises Refused."""
    name = written.get("id") if isinstance(written, dict) else None
    try:
        return msgspec.convert(written, kind)
    except msgspec.ValidationError as error:
        entry = name if isinstance(name, str) and name.isprintable() and 0 < len(name) <= 40 else otherwise
        raise refusal(file, entry, str(error)) from None
