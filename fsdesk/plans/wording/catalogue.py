"""The wording catalogue: words that can hurt, kinder ones beside them, and the constructions that find them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import msgspec

from fsdesk import resources
from fsdesk.plans.findings import Severity
from fsdesk.plans.rules.pack import Broken, read
from fsdesk.plans.wording.constructions import Construction, construct
from fsdesk.plans.wording.patterns import BadPattern, Words


class WordingRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the wording rules: its principles, and the categories of words it speaks for."""

    id: str
    principles: tuple[str, ...]
    categories: tuple[str, ...]
    severity: Severity = Severity.LOOK
    version: int = 1


class _Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rule: tuple[WordingRule, ...]


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry as it is written; an id may stand over several, when parts of it are looked for differently."""

    id: str
    say: tuple[str, ...]
    instead: str
    why: str
    unless: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    services_may: bool | None = None
    no_is_quiet: bool | None = None
    capitals: bool = False
    letters: bool = False


class _Category(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of entries. `services_may`: a service may be said to have done it (we failed to ring)."""

    category: str
    entry: tuple[_Entry, ...]
    services_may: bool = False
    only_not_is_no: bool = False
    no_is_quiet: bool = True


class _WordLists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kinds: dict[str, str]
    verbs: dict[str, str]
    nouns: dict[str, str]
    common: str


class Entry(NamedTuple):
    """One entry of the catalogue, ready to be looked for.

    `unless` and `fields` narrow it. `services_may`: left alone when a service or a thing did it. `no_is_quiet`:
    left alone after a no, or only after a not when `only_not_is_no`. `capitals`: read inside a title too.
    `letters`: letters that stand for words, read in capitals only, and not where they are explained.
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


class Candidate(NamedTuple):
    """One construction of an entry; `says_no` when a no is part of what it looks for.

    `needs` and `own` are the construction's.
    """

    entry: Entry
    construction: Construction
    says_no: bool
    needs: tuple[frozenset[str], ...]
    own: frozenset[str]


class Catalogue(NamedTuple):
    """Everything one language knows: constructions by the words that call for them, word lists, rules."""

    by_word: dict[str, tuple[Candidate, ...]]
    triggers: frozenset[str]
    entries: dict[str, Entry]
    words: Words
    rules: dict[str, WordingRule]


LANGUAGES = ("en",)
_COMMON = 150
"""What the most common word weighs as a word to look for, where a rare one weighs 1."""


@cache
def load(language: str = "en") -> Catalogue:
    """Return the catalogue of one language, read once. Raises Broken naming file and entry."""
    rules = {rule.id: rule for rule in _rules()}
    of_category = {category: rule.id for rule in rules.values() for category in rule.categories}
    words = _words(language)
    candidates: list[Candidate] = []
    for name in resources.names("wording", language):
        if name.endswith(".toml") and name != "words.toml":
            file = f"wording/{language}/{name}"
            candidates += _candidates(
                file, resources.read_text("wording", language, name), of_category, words
            )
    return _catalogue(candidates, words, rules)


def _catalogue(candidates: list[Candidate], words: Words, rules: dict[str, WordingRule]) -> Catalogue:
    by_word: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        for word in candidate.construction.triggers:
            by_word.setdefault(word, []).append(candidate)
    return Catalogue(
        by_word={word: tuple(found) for word, found in by_word.items()},
        triggers=frozenset(by_word),
        entries={candidate.entry.id: candidate.entry for candidate in candidates},
        words=words,
        rules=rules,
    )


def rules() -> tuple[WordingRule, ...]:
    """Return the wording rules in the order of their ids."""
    return _rules()


@cache
def _rules() -> tuple[WordingRule, ...]:
    return read(resources.read_text("wording", "rules.toml"), _Rules, "wording/rules.toml").rule


def _words(language: str) -> Words:
    file = f"wording/{language}/words.toml"
    lists = read(resources.read_text("wording", language, "words.toml"), _WordLists, file)
    kinds: dict[str, tuple[str, ...]] = {}
    for name, written in lists.kinds.items():
        kinds[name] = tuple(_alternatives(written, kinds, f"{file}: {name}"))
    return Words(
        kinds=kinds,
        sets={name: frozenset(listed) for name, listed in kinds.items()},
        verbs={verb: tuple(forms.split()) for verb, forms in lists.verbs.items()},
        nouns={noun: tuple(forms.split()) for noun, forms in lists.nouns.items()},
        common={word: _COMMON - place // 2 for place, word in enumerate(lists.common.split())},
    )


def _alternatives(written: str, kinds: dict[str, tuple[str, ...]], place: str) -> list[str]:
    """One alternative a comma; a kind may take in one that stands above it."""
    found: list[str] = []
    for part in (" ".join(part.split()) for part in written.split(",")):
        if part.startswith("@"):
            if part[1:] not in kinds:
                raise Broken(f"{place} takes in {part!a}, which does not stand above it.")
            found += kinds[part[1:]]
        elif part:
            found.append(part)
    return found


def _candidates(file: str, text: str, of_category: dict[str, str], words: Words) -> list[Candidate]:
    category = read(text, _Category, file)
    if category.category not in of_category:
        raise Broken(f"{file}: no wording rule speaks for {category.category!a}.")
    return [
        candidate
        for entry in category.entry
        for candidate in _of_entry(file, entry, category, of_category[category.category], words)
    ]


def _of_entry(file: str, written: _Entry, category: _Category, rule: str, words: Words) -> list[Candidate]:
    try:
        entry = Entry(
            id=written.id,
            rule=rule,
            category=category.category,
            instead=written.instead,
            why=written.why,
            unless=tuple(made for one in written.unless for made in construct(one, words)),
            fields=written.fields,
            services_may=category.services_may if written.services_may is None else written.services_may,
            no_is_quiet=category.no_is_quiet if written.no_is_quiet is None else written.no_is_quiet,
            only_not_is_no=category.only_not_is_no,
            capitals=written.capitals or written.letters,
            letters=written.letters,
        )
        return [
            Candidate(entry, made, made.holds_a_word_of(words.sets["no"]), made.needs, made.own)
            for one in written.say
            for made in construct(one, words)
        ]
    except BadPattern as fault:
        raise Broken(f"{file}: {written.id} does not fit: {fault}.") from None
