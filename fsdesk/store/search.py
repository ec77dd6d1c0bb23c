"""Finding plans by their words: an index that changes with each edit in the same transaction, and what it answers."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from sqlalchemy import Connection

from fsdesk.plans.search.slips import begins_like, keys_for, keys_of
from fsdesk.plans.tokens.slips import is_within

Words = frozenset[str]

_AT_ONCE = 500
_MOST_MEANT = 100
"""So many words one slip away are looked for at most; more would find nearly everything."""
_FEW = 4
"""So many new words are noted without asking first which of them are known."""
_LETTER = "·"
"""Before a single letter: the beginnings of one letter are words of the index, since they begin too many to look up."""

# What follows is for this kind of database alone, and past the part of SQLAlchemy that looks at each value.
_KEPT = "SELECT plan, words FROM search_words WHERE plan IN (SELECT value FROM json_each(?))"
_ADD_WORDS = "INSERT INTO search_words (plan, words) VALUES (?, ?)"
_CHANGE_WORDS = "UPDATE search_words SET words = ? WHERE plan = ?"
_DROP_WORDS = "DELETE FROM search_words WHERE plan = ?"
_INTO_INDEX = "INSERT INTO search (rowid, words) VALUES (?, ?)"
_OUT_OF_INDEX = "INSERT INTO search (search, rowid, words) VALUES ('delete', ?, ?)"
_KNOWN_TERMS = "SELECT term FROM search_terms WHERE term IN (SELECT value FROM json_each(?))"
_ADD_TERM = "INSERT INTO search_terms (term) VALUES (?) ON CONFLICT (term) DO NOTHING RETURNING no"
_ADD_SLIP = "INSERT INTO search_slips (key, term) VALUES (?, ?)"
_DROP_TERM = "DELETE FROM search_terms WHERE term = ? RETURNING no"
_DROP_SLIP = "DELETE FROM search_slips WHERE key = ? AND term = ?"
_ANY_WITH = "SELECT 1 FROM search WHERE search MATCH ? LIMIT 1"
_MEANT = (
    "SELECT DISTINCT t.term FROM search_slips s JOIN search_terms t ON t.no = s.term"
    " WHERE s.key IN (SELECT value FROM json_each(?))"
)
_FOUND = (
    "SELECT p.id FROM search JOIN plans p ON p.no = search.rowid"
    " WHERE search MATCH ? AND p.fold_version IS NOT NULL ORDER BY p.changed_at DESC, p.id"
)


class Found(NamedTuple):
    """The plans that were found, by their ids, and whether they have the very words."""

    plans: tuple[str, ...]
    exact: bool


def put(connection: Connection, found: Mapping[int, Words]) -> None:
    """Let plans, by their numbers, be found by these words and no others; what did not change costs nothing.

    A word that no plan has any more is nowhere in the index afterwards, nor among the words that slips may mean.
    """
    came: set[str] = set()
    went: set[str] = set()
    left = iter(found.items())
    while some := {plan: words | _letters(words) for plan, words in islice(left, _AT_ONCE)}:
        kept = _kept_words(connection, some)
        _add(connection, {plan: words for plan, words in some.items() if plan not in kept})
        _change(connection, {plan: (kept[plan], some[plan]) for plan in kept if kept[plan] != some[plan]})
        for plan, words in some.items():
            before = kept.get(plan, frozenset())
            came |= words - before
            went |= before - words
    _learn(connection, _no_letters(came))
    _forget(connection, _no_letters(went))


def take_out(connection: Connection, plans: Collection[int]) -> None:
    """Let plans be found no more, and drop every word that they alone had."""
    kept = _kept_words(connection, plans)
    if not kept:
        return
    connection.exec_driver_sql(_OUT_OF_INDEX, [(plan, _joined(words)) for plan, words in kept.items()])
    connection.exec_driver_sql(_DROP_WORDS, [(plan,) for plan in kept])
    _forget(connection, _no_letters(frozenset().union(*kept.values())))


def find(connection: Connection, words: Sequence[str]) -> Found:
    """Return the plans that have every word, or words that begin with it; the last changed first.

    `words` are folded. Where no plan has them all, a word of four letters or more may be one slip away from the
    beginning of another. No words find nothing.
    """
    if not words:
        return Found((), exact=True)
    found = _matching(connection, [_begun(word) for word in words])
    return Found(found, exact=True) if found else Found(_with_slips(connection, words), exact=False)


def with_name(connection: Connection, name: Collection[str]) -> tuple[str, ...]:
    """Return the plans that have every word of a name, each whole and at most one slip away; `name` is folded."""
    either = [
        "(" + " OR ".join(map(_quoted, [word, *_meant(connection, word, whole=True)])) + ")"
        for word in sorted(name)
    ]
    return _matching(connection, either) if either else ()


def _with_slips(connection: Connection, words: Sequence[str]) -> tuple[str, ...]:
    meant = [(word, _meant(connection, word)) for word in words]
    if not any(terms for _, terms in meant):
        return ()
    return _matching(connection, [_either(word, terms) for word, terms in meant])


def _either(word: str, terms: Sequence[str]) -> str:
    return "(" + " OR ".join([_begun(word), *map(_quoted, terms)]) + ")"


def _matching(connection: Connection, conditions: Sequence[str]) -> tuple[str, ...]:
    rows = connection.exec_driver_sql(_FOUND, (" AND ".join(conditions),))
    return tuple(row[0] for row in rows)


def _meant(connection: Connection, typed: str, *, whole: bool = False) -> list[str]:
    """Return words that may have been meant by one that was typed with a slip: beginnings of them, or whole."""
    keys = keys_for(typed)
    if not keys:
        return []
    near = connection.exec_driver_sql(_MEANT, (json.dumps(sorted(keys)),)).scalars()
    like = [term for term in near if term != typed and _is_like(typed, term, whole)]
    return sorted(like, key=lambda term: (abs(len(term) - len(typed)), term))[:_MOST_MEANT]


def _is_like(typed: str, term: str, whole: bool) -> bool:
    if whole:
        return is_within(typed, term, 1)
    return begins_like(typed, term) and not term.startswith(typed)


def _kept_words(connection: Connection, plans: Iterable[int]) -> dict[int, Words]:
    rows = connection.exec_driver_sql(_KEPT, (json.dumps(list(plans)),))
    return {row.plan: frozenset(row.words.split(" ")) - {""} for row in rows}


def _add(connection: Connection, new: Mapping[int, Words]) -> None:
    rows = [(plan, _joined(words)) for plan, words in new.items()]
    if rows:
        connection.exec_driver_sql(_INTO_INDEX, rows)
        connection.exec_driver_sql(_ADD_WORDS, rows)


def _change(connection: Connection, changed: Mapping[int, tuple[Words, Words]]) -> None:
    """Take out of the index what went and put in what came.

    The index notes which plan has which word and nothing else, so that this leaves it as indexing every word anew
    would. Both statements run for each plan, since the index counts its rows by them.
    """
    if not changed:
        return
    went = [(plan, _joined(before - now)) for plan, (before, now) in changed.items()]
    came = [(plan, _joined(now - before)) for plan, (before, now) in changed.items()]
    connection.exec_driver_sql(_OUT_OF_INDEX, went)
    connection.exec_driver_sql(_INTO_INDEX, came)
    now_kept = [(_joined(now), plan) for plan, (_, now) in changed.items()]
    connection.exec_driver_sql(_CHANGE_WORDS, now_kept)


def _learn(connection: Connection, came: Collection[str]) -> None:
    """Note words among those that slips may mean."""
    known: Iterable[str] = ()
    if len(came) > _FEW:
        known = connection.exec_driver_sql(_KNOWN_TERMS, (json.dumps(list(came)),)).scalars()
    for term in sorted(set(came).difference(known)):
        no = connection.exec_driver_sql(_ADD_TERM, (term,)).scalar()
        if no is not None and (keys := keys_of(term)):
            connection.exec_driver_sql(_ADD_SLIP, [(key, no) for key in keys])


def _forget(connection: Connection, went: Collection[str]) -> None:
    """Drop those of some words that no plan has any more."""
    for term in sorted(went):
        if connection.exec_driver_sql(_ANY_WITH, (_quoted(term),)).scalar() is not None:
            continue
        no = connection.exec_driver_sql(_DROP_TERM, (term,)).scalar()
        if no is not None and (keys := keys_of(term)):
            connection.exec_driver_sql(_DROP_SLIP, [(key, no) for key in keys])


def _joined(words: Iterable[str]) -> str:
    return " ".join(sorted(words))


def _letters(words: Words) -> Words:
    """Return the first letter of every word, marked: a word of the index that one typed letter stands for."""
    return frozenset(_LETTER + word[0] for word in words)


def _no_letters(words: Iterable[str]) -> set[str]:
    return {word for word in words if word[0] != _LETTER}


def _begun(word: str) -> str:
    """Return the condition that a plan has a word with this beginning."""
    return f"{_quoted(word)} *" if len(word) > 1 else _quoted(_LETTER + word)


def _quoted(word: str) -> str:
    return f'"{word}"'
