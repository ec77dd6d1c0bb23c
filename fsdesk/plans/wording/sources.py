"""The wording catalogue as it is written: TOML files made into entries and constructions."""

from __future__ import annotations

from hashlib import blake2b

import msgspec

from fsdesk import resources
from fsdesk.plans.rules.pack import Broken, read
from fsdesk.plans.wording.constructions import construct
from fsdesk.plans.wording.entries import Candidate, Catalogue, Entry
from fsdesk.plans.wording.patterns import BadPattern, Words

_COMMON = 2_400
"""Three times what the most common word weighs as a word to look for, where a rare one weighs 1 (Zipf's law)."""


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
    """A file of entries. `services_may`: a service may be said to have done it (we failed to ring).

    `beyond`: constructions that reach past the written entries, and give way where one of those is met.
    """

    category: str
    entry: tuple[_Entry, ...]
    services_may: bool = False
    only_not_is_no: bool = False
    no_is_quiet: bool = True
    beyond: bool = False


class _WordLists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kinds: dict[str, str]
    verbs: dict[str, str]
    nouns: dict[str, str]
    common: str


def names(language: str) -> list[str]:
    """Return the files that a language's catalogue is written in."""
    return [name for name in resources.names("wording", language) if name.endswith(".toml")]


def digest(language: str) -> bytes:
    """Return 16 bytes that change with any of a language's files."""
    whole = blake2b(digest_size=16)
    for name in names(language):
        held = resources.read_bytes("wording", language, name)
        whole.update(f"{name} {len(held)}\n".encode() + held)
    return whole.digest()


def made(language: str, of_category: dict[str, str]) -> Catalogue:
    """Return a language's catalogue made from its files, with the rule that speaks for each category.

    Raises Broken naming file and entry.
    """
    lists = words(language)
    candidates: list[Candidate] = []
    for name in names(language):
        if name != "words.toml":
            file = f"wording/{language}/{name}"
            text = resources.read_text("wording", language, name)
            candidates += _candidates(file, text, of_category, lists)
    entries = {candidate.entry.id: candidate.entry for candidate in candidates}
    return Catalogue(tuple(candidates), entries, lists)


def words(language: str) -> Words:
    """Return the word lists of a language. Raises Broken naming file and kind."""
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
        common={word: 1 + _COMMON // (place + 3) for place, word in enumerate(lists.common.split())},
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
            beyond=category.beyond,
        )
        return [
            Candidate(entry, made, made.triggers, made.needs)
            for one in written.say
            for made in construct(one, words)
        ]
    except BadPattern as fault:
        raise Broken(f"{file}: {written.id} does not fit: {fault}.") from None
