"""One framework's file as the framework with its principles, their statements, and its other entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from fsdesk.plans.catalogue.files import (
    Read,
    WrittenEntry,
    WrittenFramework,
    WrittenStatement,
    read_toml,
    record,
    records,
    refusal,
)
from fsdesk.plans.catalogue.values import Entry, EntryKind, Framework, Principle, Source

_PRINCIPLE_KINDS: tuple[EntryKind, ...] = ("principle", "priority")


def read_framework(read: Read, written: WrittenFramework, documents: Mapping[str, str]) -> Framework:
    """The framework with everything its file holds. Raises Refused naming file and entry.

    ``documents`` gives the title of each source document by its id.
    """
    content = read_toml(read, written.file, "entry")
    raw = records(content, written.file, "entry", WrittenEntry)
    entries = tuple(_entry(one, written, _document(one, written, documents)) for one in raw)
    return Framework(
        id=written.id,
        title=written.title,
        document=documents[written.document],
        kind=written.kind,
        principles=tuple(one for one in entries if isinstance(one, Principle)),
        entries=tuple(one for one in entries if not isinstance(one, Principle)),
    )


def held_by(framework: Framework) -> Iterator[Entry]:
    """Every entry of a framework: its principles, each followed by its statements, then the rest."""
    for principle in framework.principles:
        yield principle
        yield from principle.statements
    yield from framework.entries


def _document(entry: WrittenEntry, framework: WrittenFramework, documents: Mapping[str, str]) -> str:
    document = entry.document or framework.document
    if document not in documents:
        raise refusal(framework.file, entry.id, f"there is no document {document!a}")
    return documents[document]


def _entry(written: WrittenEntry, framework: WrittenFramework, document: str) -> Entry:
    """One entry; a principle or priority comes with its statements."""
    kind = written.kind or framework.entry_kind
    source = Source(document, ", ".join(part for part in (framework.section, written.at) if part))
    plain = _plain(written, framework, kind, source)
    if kind in _PRINCIPLE_KINDS:
        return Principle(**msgspec.structs.asdict(plain), statements=_statements(written, framework, source))
    if written.statements:
        raise refusal(framework.file, written.id, "only a principle has statements of its own")
    return plain


def _statements(whole: WrittenEntry, framework: WrittenFramework, source: Source) -> tuple[Entry, ...]:
    """The statements of one principle, numbered from 1 without a gap."""
    return tuple(
        _statement(one, f"{whole.id}.{place}", framework, source, place)
        for place, one in enumerate(whole.statements, start=1)
    )


def _statement(
    written: object, expected: str, framework: WrittenFramework, source: Source, place: int
) -> Entry:
    one = record(written, framework.file, WrittenStatement, expected)
    if one.id != expected:
        raise refusal(framework.file, one.id, f"the next statement here is to be {expected}")
    locator = f"{source.locator}, {framework.statement_at.replace('{n}', str(place))}"
    return _plain(one, framework, framework.statement_kind, Source(source.document, locator))


def _plain(written: WrittenStatement, framework: WrittenFramework, kind: EntryKind, source: Source) -> Entry:
    """What every entry has. Raises Refused for two titles or none, and for half a "beyond one plan"."""
    title = written.title or written.our_title
    if title is None or (written.title and written.our_title):
        raise refusal(framework.file, written.id, "it needs either title or our_title")
    if written.beyond_one_plan != bool(written.beyond_because.strip()):
        raise refusal(framework.file, written.id, "beyond_one_plan and beyond_because belong together")
    return Entry(
        id=written.id,
        framework=framework.id,
        kind=kind,
        title=title,
        statement=written.statement,
        source=source,
        title_is_ours=written.title is None,
        beyond_because=written.beyond_because,
        as_we_read_it=written.as_we_read_it,
    )
