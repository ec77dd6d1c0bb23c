"""T9: plans found by their words, among as many different words as ten thousand families would say."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

from sqlalchemy import select

from fsdesk.desk import searching
from fsdesk.desk.desk import Desk
from fsdesk.store import schema, search
from tests.bench.measuring import Row, best, row
from tests.bench.stores import batched

_WORDS_A_PLAN = 300
_VOCABULARY = 60_000
"""Different words that many families' plans hold between them, names among them; most stand in a few plans only."""
_SELDOM, _OFTEN = 1_000, 30
"""The places of two words in the order of how often they are said: by about one family in thirty, and by most."""
_SEED = 9
_CONSONANTS = [*"bcdfghklmnprstvw", "sh", "th", "ch", "dr"]
_VOWELS = [*"aeiou", "ai", "ea"]
_Said = Mapping[int, str]


def measure(desk: Desk, floor: Any, size: int) -> Iterator[Row]:
    """Yield a row for a word, its beginning, two words, and a word with a slip that has to be forgiven.

    The floor is FTS5's own answer to the whole word over the same words, in a bare database.
    """
    vocabulary = _vocabulary()
    said = _said(desk, vocabulary)
    bare = best(_floor(floor, said, vocabulary[_SELDOM]))
    for name, query in _queries(vocabulary[_SELDOM], vocabulary[_OFTEN]).items():
        assert searching.find(desk, query).plans
        yield row(f"store-search-{name}", size, best(lambda query=query: searching.find(desk, query)), bare)


def _queries(word: str, other: str) -> dict[str, str]:
    slipped = word[:2] + "x" + word[3:]
    return {"word": word, "beginning": word[:4], "two-words": f"{word} {other}", "slip": slipped}


def _vocabulary() -> list[str]:
    """Return made-up words, the same in every run, of six letters and more, in the order of how often they are said."""
    chance = random.Random(_SEED)
    found: dict[str, None] = {}
    while len(found) < _VOCABULARY:
        pairs = [chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(chance.choice((3, 3, 4)))]
        found["".join(pairs)] = None
    return list(found)


def _said(desk: Desk, vocabulary: list[str]) -> _Said:
    """Let every plan say three hundred such words besides its own, and return all words of each."""
    chance = random.Random(_SEED)
    weights = list(accumulate(1 / (place + 3) for place in range(len(vocabulary))))
    with desk.reading() as tx:
        own = {row.plan: row.words for row in tx.execute(select(schema.search_words))}
    said: dict[int, str] = {}
    for some in batched(own, 200):
        for plan in some:
            more = chance.choices(vocabulary, cum_weights=weights, k=_WORDS_A_PLAN)
            said[plan] = " ".join({*filter(str.isalnum, own[plan].split()), *more})
        with desk.transaction() as tx:
            search.put(tx, {plan: frozenset(said[plan].split()) for plan in some})
    return said


def _floor(connection: Any, said: _Said, word: str) -> Any:
    connection.execute("CREATE VIRTUAL TABLE found USING fts5(words)")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO found (rowid, words) VALUES (?, ?)", said.items())
    connection.execute("COMMIT")
    return lambda: connection.execute("SELECT rowid FROM found WHERE found MATCH ?", (word,)).fetchall()
