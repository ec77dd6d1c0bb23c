"""The small language in which wording constructions are written.

A construction is a row of elements, a space between them:

    word          that word                     (a b|c)   one of several, each of one or more elements
    verb~         any form of that verb         ?x        x or nothing
    noun+         one or many of that noun      _  _3     any one word; none to three of them
    @kind         a word of that kind           @name     somebody's name
    {x y}         the part that is reported     !x        not followed by x
    ^             where a sentence begins       !<x       not after x (first element only, single words)
    $             where a sentence ends         ,         a comma or other sign

Gaps never pass a comma or another sign, and no element repeats without a bound: the work is in proportion to
the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from fsdesk.plans.wording import inflect


class BadPattern(ValueError):
    """A construction that cannot be read."""


class Words(NamedTuple):
    """The word lists that constructions draw on.

    `kinds` are words by kind, in order and as `sets`; `verbs` and `nouns` forms that follow no rule; `common`
    says how often a word occurs: what a rare one weighs is 1.
    """

    kinds: Mapping[str, tuple[str, ...]]
    sets: Mapping[str, frozenset[str]]
    verbs: Mapping[str, tuple[str, ...]]
    nouns: Mapping[str, tuple[str, ...]]
    common: Mapping[str, int]


class Forms(NamedTuple):
    """One of these, each of one word or several."""

    forms: tuple[str, ...]


class Gap(NamedTuple):
    """Any words, from the fewest to the most."""

    fewest: int
    most: int


class Sign(NamedTuple):
    """Something that is no word: ^ $ , or @name."""

    sign: str


class Choice(NamedTuple):
    """One of several rows."""

    rows: tuple[Row, ...]


class Maybe(NamedTuple):
    """A node or nothing."""

    node: Node


class Refused(NamedTuple):
    """Not followed by this node."""

    node: Node


class Said(NamedTuple):
    """The part that is reported."""

    row: Row


Node: TypeAlias = "Forms | Gap | Sign | Choice | Maybe | Refused | Said"
Row: TypeAlias = "tuple[Node, ...]"


class Pattern(NamedTuple):
    """A construction as it was read: its row, and words that may not stand before it."""

    row: Row
    not_after: frozenset[str]


_ELEMENT = re.compile(r"\s*([?!]?<?)(\(|\)|\||\{|\}|[^\s()|{}]+)")
_PLAIN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|'[a-z]+|&")
_GAP = re.compile(r"_(\d{0,2})")


def parse(written: str, words: Words) -> Pattern:
    """Return a construction as it was written. Raises BadPattern saying what cannot be read."""
    return _Parser(written, words).pattern()


class _Parser:
    def __init__(self, written: str, words: Words) -> None:
        self._written = written
        self._words = words
        self._elements = list(_elements(written))
        self._at = 0

    def pattern(self) -> Pattern:
        not_after = self._not_after()
        return Pattern(self._row(closing=""), not_after)

    def _not_after(self) -> frozenset[str]:
        if not self._elements or self._elements[0][0] != "!<":
            return frozenset()
        bodies = [body for _, body in self._elements]
        self._at = bodies.index(")") + 1 if bodies[0] == "(" else 1
        return frozenset(
            form for body in bodies[: self._at] if body not in "(|)" for form in self._forms(body)
        )

    def _row(self, closing: str) -> Row:
        nodes: list[Node] = []
        while self._at < len(self._elements):
            body = self._elements[self._at][1]
            if body in (")", "}", "|"):
                if body == closing or (closing == ")" and body == "|"):
                    return tuple(nodes)
                raise BadPattern(f"{self._written!a}: {body} stands outside brackets")
            nodes.append(self._node())
        if closing:
            raise BadPattern(f"{self._written!a}: a bracket is open")
        return tuple(nodes)

    def _node(self) -> Node:
        mark, body = self._elements[self._at]
        self._at += 1
        node = self._choice() if body == "(" else self._said() if body == "{" else self._single(body)
        return Maybe(node) if mark == "?" else Refused(node) if mark == "!" else node

    def _choice(self) -> Choice:
        rows: list[Row] = []
        while True:
            rows.append(self._row(closing=")"))
            self._at += 1
            if self._elements[self._at - 1][1] == ")":
                return Choice(tuple(rows))

    def _said(self) -> Said:
        row = self._row(closing="}")
        self._at += 1
        return Said(row)

    def _single(self, body: str) -> Node:
        if body in ("^", "$", ",", "@name"):
            return Sign(body)
        gap = _GAP.fullmatch(body)
        if gap:
            return Gap(0, int(gap[1])) if gap[1] else Gap(1, 1)
        return Forms(tuple(self._forms(body)))

    def _forms(self, body: str) -> Iterable[str]:
        if body.startswith("@"):
            if body[1:] not in self._words.kinds:
                raise BadPattern(f"{self._written!a}: there is no kind of word called {body!a}")
            return self._words.kinds[body[1:]]
        word = body.rstrip("~+")
        if not _PLAIN.fullmatch(word) or len(body) - len(word) > 1:
            raise BadPattern(f"{self._written!a}: {body!a} is no word")
        if body.endswith("~"):
            return inflect.verb_forms(word, self._words.verbs)
        return inflect.noun_forms(word, self._words.nouns) if body.endswith("+") else (word,)


def _elements(written: str) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(written.rstrip()):
        match = _ELEMENT.match(written, at)
        if match is None:
            raise BadPattern(f"{written!a} cannot be read from sign {at + 1} on")
        yield match[1], match[2]
        at = match.end()
