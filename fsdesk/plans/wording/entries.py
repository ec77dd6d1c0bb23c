"""What the wording catalogue holds when it is ready: entries, their constructions, word lists."""

from __future__ import annotations

from typing import NamedTuple

from fsdesk.plans.wording.constructions import Construction
from fsdesk.plans.wording.patterns import Words


class Entry(NamedTuple):
    """One entry of the catalogue, ready to be looked for.

    `unless` and `fields` narrow it. `services_may`: left alone when a service or a thing did it. `no_is_quiet`:
    left alone after a no, or only after a not when `only_not_is_no`. `capitals`: read inside a title too.
    `letters`: letters that stand for words, read in capitals only, and not where they are explained. `beyond`:
    gives way to an entry that is not.
    """

    id: str
    rule: str
    category: str
    instead: str
    why: str
    unless: tuple[Construction, ...]
    fields: tuple[str, ...]
    services_may: bool
    no_is_quiet: bool
    only_not_is_no: bool
    capitals: bool
    letters: bool
    beyond: bool


class Candidate(NamedTuple):
    """One construction of an entry; `triggers` and `needs` are the construction's."""

    entry: Entry
    construction: Construction
    triggers: frozenset[str]
    needs: tuple[frozenset[str], ...]


class Catalogue(NamedTuple):
    """Everything one language knows: constructions, entries by their ids, word lists."""

    candidates: tuple[Candidate, ...]
    entries: dict[str, Entry]
    words: Words
