"""The index of a wording catalogue: all of it worked out beforehand, so that a first check does not wait for it.

It lies beside the files it is made from and holds their digest: once a file has changed it is passed over, and the
catalogue is made from the files until somebody writes the index anew.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

import msgspec

from fsdesk import resources
from fsdesk.plans.wording.constructions import Construction
from fsdesk.plans.wording.entries import Candidate, Catalogue, Entry
from fsdesk.plans.wording.patterns import Words

NAME = "index.bin"
_FORMAT = 1
_MOST_BYTES = 64 * 2**20


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """A construction: its sets are places in the index's list of sets."""

    source: str
    sets: tuple[int, ...]
    not_after: int
    refuses_names: bool
    says_no: bool


class _KeptEntry(msgspec.Struct, frozen=True, array_like=True):
    id: str
    rule: str
    category: str
    instead: str
    why: str
    fields: tuple[str, ...]
    flags: tuple[bool, ...]
    say: tuple[_Kept, ...]
    unless: tuple[_Kept, ...]


class _Index(msgspec.Struct, frozen=True, array_like=True):
    format: int
    of: bytes
    entries: tuple[_KeptEntry, ...]
    sets: tuple[tuple[str, ...], ...]
    kinds: dict[str, tuple[str, ...]]
    common: dict[str, int]


def packed(catalogue: Catalogue, of: bytes) -> bytes:
    """Return the index of a catalogue that was made from files of this digest; the same bytes each time."""
    sets = _Sets()
    entries = tuple(_entry(entry, say, sets) for entry, say in _by_entry(catalogue.candidates))
    words = catalogue.words
    index = _Index(_FORMAT, of, entries, tuple(sets.listed), dict(words.kinds), dict(words.common))
    return zlib.compress(msgspec.msgpack.encode(index), 9)


def recalled(language: str, of: bytes) -> Catalogue | None:
    """Return a language's catalogue from its index; None where there is none for files of this digest."""
    try:
        held = zlib.decompress(resources.read_bytes("wording", language, NAME))
        index = msgspec.msgpack.decode(held, type=_Index)
    except (FileNotFoundError, zlib.error, msgspec.DecodeError):
        return None
    return _catalogue(index) if (index.format, index.of) == (_FORMAT, of) else None


class _Sets:
    """Sets of words, each kept once."""

    def __init__(self) -> None:
        self.listed: list[tuple[str, ...]] = []
        self._places: dict[frozenset[str], int] = {}

    def place_of(self, words: frozenset[str]) -> int:
        """Return where a set stands, and put it there first where it is new."""
        if words not in self._places:
            self._places[words] = len(self.listed)
            self.listed.append(tuple(sorted(words)))
        return self._places[words]


def _by_entry(candidates: Iterable[Candidate]) -> list[tuple[Entry, list[Construction]]]:
    found: dict[int, tuple[Entry, list[Construction]]] = {}
    for candidate in candidates:
        found.setdefault(id(candidate.entry), (candidate.entry, []))[1].append(candidate.construction)
    return list(found.values())


def _entry(entry: Entry, say: list[Construction], sets: _Sets) -> _KeptEntry:
    flags = (
        entry.services_may,
        entry.no_is_quiet,
        entry.only_not_is_no,
        entry.capitals,
        entry.letters,
        entry.beyond,
    )
    said, unless = (tuple(_kept(one, sets) for one in some) for some in (say, entry.unless))
    return _KeptEntry(
        entry.id, entry.rule, entry.category, entry.instead, entry.why, entry.fields, flags, said, unless
    )


def _kept(made: Construction, sets: _Sets) -> _Kept:
    places = tuple(map(sets.place_of, (made.triggers, *made.needs)))
    return _Kept(made.source, places, sets.place_of(made.not_after), made.refuses_names, made.says_no)


def _catalogue(index: _Index) -> Catalogue:
    sets = [frozenset(words) for words in index.sets]
    candidates: list[Candidate] = []
    for kept in index.entries:
        unless = tuple(_construction(one, sets) for one in kept.unless)
        entry = Entry(
            kept.id, kept.rule, kept.category, kept.instead, kept.why, unless, kept.fields, *kept.flags
        )
        made = (_construction(one, sets) for one in kept.say)
        candidates += (Candidate(entry, one, one.triggers, one.needs) for one in made)
    kinds = index.kinds
    words = Words(kinds, {name: frozenset(kind) for name, kind in kinds.items()}, {}, {}, index.common)
    return Catalogue(tuple(candidates), {one.entry.id: one.entry for one in candidates}, words)


def _construction(kept: _Kept, sets: list[frozenset[str]]) -> Construction:
    return Construction(
        kept.source,
        [sets[place] for place in kept.sets],
        sets[kept.not_after],
        refuses_names=kept.refuses_names,
        says_no=kept.says_no,
    )
