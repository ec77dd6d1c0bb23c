"""What the catalogue of principles holds: principles, statements, background, policies, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from fsdesk.errors import Refused
from fsdesk.plans.catalogue.alignment import Alignment, AlignmentRow, Words

EntryKind = Literal[
    "principle", "priority", "clause", "statement", "commitment",
    "vision", "definition", "theory", "quotation", "change", "enabler", "success", "list",
]  # fmt: skip
FrameworkKind = Literal["principles", "background", "lists"]


class Source(msgspec.Struct, frozen=True):
    """Where a reader of the published document finds it: its name; the section, table row or list item."""

    document: str
    locator: str


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a source document says, under the id by which rules and plans name it.

    ``statement`` is always in our words. ``title`` is the document's own name for it, or ours where
    ``title_is_ours``. ``beyond_because`` says why one family's plan cannot show it (else empty).
    ``as_we_read_it`` says what is uncertain about where it stands, and is empty where nothing is.
    """

    id: str
    framework: str
    kind: EntryKind
    title: str
    statement: str
    source: Source
    title_is_ours: bool = False
    beyond_because: str = ""
    as_we_read_it: str = ""

    @property
    def beyond_one_plan(self) -> bool:
        """True when no check of one family's plan can say anything about it."""
        return bool(self.beyond_because)


class Principle(Entry, frozen=True, kw_only=True):
    """A principle or priority: one that plans are checked against.

    ``statements`` are its parts in the document's order. ``aligned`` are the ids of its counterparts in other
    frameworks, from the cells of the alignment that are sure; it is symmetric.
    """

    statements: tuple[Entry, ...] = ()
    aligned: tuple[str, ...] = ()


class Framework(msgspec.Struct, frozen=True, kw_only=True):
    """One list of a source document, or a small list of ours that grew from both.

    ``principles`` are checked against; ``entries`` are what else it holds.
    """

    id: str
    title: str
    document: str
    kind: FrameworkKind
    principles: tuple[Principle, ...] = ()
    entries: tuple[Entry, ...] = ()


class Driver(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A law, policy or plan, its name as printed; ``known_as`` is the usual name where that differs."""

    name: Words
    known_as: str = ""


class DriverGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Laws, policies and plans that a document names together: to read, never to check against."""

    id: str
    title: str
    source: Source
    drivers: tuple[Driver, ...]


class Catalogue(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the two source documents give: frameworks, their alignment, the policies behind them.

    ``index`` holds every entry, statement and commitment by its id.
    """

    frameworks: tuple[Framework, ...]
    principles: tuple[Principle, ...]
    alignment: Alignment
    drivers: tuple[DriverGroup, ...]
    index: Mapping[str, Entry]

    def entry(self, entry_id: str) -> Entry:
        """What stands under this id. Raises Refused when nothing does."""
        try:
            return self.index[entry_id]
        except KeyError:
            raise Refused(
                f"There is no principle with the id {entry_id!a}.",
                "fsdesk principles lists every id.",
            ) from None

    def principle_of(self, entry_id: str) -> Principle | None:
        """The principle that an entry is or belongs to; None for background. Raises Refused as ``entry``."""
        entry = self.entry(entry_id)
        whole = entry if isinstance(entry, Principle) else self.index.get(entry_id.rpartition(".")[0])
        return whole if isinstance(whole, Principle) else None

    def rows_of(self, entry_id: str) -> tuple[AlignmentRow, ...]:
        """The alignment rows in which this principle stands, doubtful readings included. For showing only."""
        return tuple(row for row in self.alignment.rows if entry_id in row.principles())
