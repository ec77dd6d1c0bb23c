"""Constructions made ready: bounded regular expressions, and the words that call for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import product

from fsdesk.plans.wording.alternatives import one_of
from fsdesk.plans.wording.patterns import (
    BadPattern,
    Choice,
    Forms,
    Gap,
    Maybe,
    Node,
    Pattern,
    Refused,
    Row,
    Said,
    Sign,
    Words,
    parse,
)
from fsdesk.plans.wording.tokens import NAME_MARK

_WORD = r"[\w'][^ ]*"
_SIGNS = {
    "^": rf"(?:\A(?: [^\w' ]+| {NAME_MARK}?\d+){{0,3}})",
    "$": r"(?=(?: [^\w' ]+){0,3} \Z)",
    ",": r"(?: [^\w' ]+)",
    "@name": rf" {NAME_MARK}{_WORD}",
}
_MOST_SPELT_OUT = 3_000
_OFTEN = 60
"""From which weight of its words on a construction is called for too often, and is parted."""
_NAME = Sign("@name")


class Construction:
    """One construction made ready: its expression, and what a sentence must hold to be worth looking at.

    A sentence holds a word of `triggers` and of every set in `needs`, or the construction cannot be there; `own`
    are all of these words.
    `not_after` are words that may not stand before it. `refuses_names`: whether a word is a name has a say in it;
    `says_no`: a no is part of it. The expression is compiled when a sentence first calls for it: most never are.
    What it finds begins with the space before the first word.
    """

    def __init__(
        self,
        source: str,
        sets: Sequence[frozenset[str]],
        not_after: frozenset[str],
        *,
        refuses_names: bool,
        says_no: bool,
    ) -> None:
        self.source = source
        self.triggers = sets[0]
        self.needs = tuple(sets[1:])
        self.not_after = not_after
        self.refuses_names = refuses_names
        self.says_no = says_no

    @cached_property
    def own(self) -> frozenset[str]:
        """All the words it is called for by."""
        return self.triggers.union(*self.needs)

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """What finds it in the line of a sentence."""
        return re.compile(self.source)

    def is_called_for(self, forms: frozenset[str]) -> bool:
        """Say whether a sentence of these words holds what it must."""
        lacks = forms.isdisjoint
        return not lacks(self.triggers) and not any(map(lacks, self.needs))

    def may_be_in(self, loose: str) -> bool:
        """Say whether this could be found in a line of which nobody has worked out yet what is a name."""
        return self.refuses_names or self.expression.search(loose) is not None


def _made(row: Row, not_after: frozenset[str], words: Words) -> Construction:
    held = (_held(node, words) for node in _one_after_another(row))
    sets = sorted((one for one in held if one), key=_Weigher(words))
    if not sets:
        raise BadPattern("there is no word of its own to look for")
    return Construction(
        _source_of(row) + "(?= )",
        sets,
        not_after,
        refuses_names=_refuses_names(row),
        says_no=_says_a_word_of(row, words.sets.get("no", frozenset())),
    )


def _says_a_word_of(row: Row, words: frozenset[str]) -> bool:
    spelt = (node.forms for node in _all_nodes(row, refused=False) if isinstance(node, Forms))
    return any(not words.isdisjoint(form.split()) for forms in spelt for form in forms)


def _refuses_names(row: Row) -> bool:
    return any(isinstance(node, Refused) and _speaks_of_names(node.node) for node in _all_nodes(row))


def construct(written: str, words: Words) -> tuple[Construction, ...]:
    """Return a construction made ready; one that is nothing but a choice as one for each way.

    Raises BadPattern saying what cannot be read.
    """
    pattern = parse(written, words)
    try:
        rows = [part for row in _ways(pattern) for part in _parted(row, words)]
        return tuple(_made(row, pattern.not_after, words) for row in rows)
    except BadPattern as fault:
        raise BadPattern(f"{written!a}: {fault}") from None


def _ways(pattern: Pattern) -> tuple[Row, ...]:
    """The row itself, or a row for each way of its one choice when nothing beside that must be there."""
    row = _trimmed(pattern.row)
    if len(row) == 1 and isinstance(row[0], Said):
        row = _trimmed(row[0].row)
    choices = [place for place, node in enumerate(row) if not isinstance(node, Maybe | Refused)]
    if len(choices) != 1:
        return (row,)
    place = choices[0]
    only = row[place]
    if isinstance(only, Said) and len(only.row) == 1 and isinstance(only.row[0], Choice):
        return tuple((*row[:place], Said(way), *row[place + 1 :]) for way in only.row[0].rows)
    if isinstance(only, Choice):
        return tuple((*row[:place], *way, *row[place + 1 :]) for way in only.rows)
    return (row,)


def _parted(row: Row, words: Words) -> list[Row]:
    """A row, or a row for each longer way of a choice, when common words alone would call for it.

    Each way then calls with all of its own words: "every single time" no longer whenever a time is spoken of.
    """
    weigh = _Weigher(words)
    held = _best_of(tuple(_one_after_another(row)), words)
    if held is None or weigh(held) < _OFTEN:
        return [row]
    for place, node in enumerate(row):
        inner = node.row[0] if isinstance(node, Said) and len(node.row) == 1 else node
        if isinstance(inner, Choice) and _held(inner, words) is not None:
            ways = _one_word_ways_together(inner)
            if len(ways) > 1:
                said = isinstance(node, Said)
                return [(*row[:place], *((Said(way),) if said else way), *row[place + 1 :]) for way in ways]
    return [row]


def _one_word_ways_together(choice: Choice) -> list[Row]:
    short = tuple(way for way in choice.rows if len(way) == 1)
    long = [way for way in choice.rows if len(way) > 1]
    return [(Choice(short),), *long] if short else long


def _trimmed(row: Row) -> Row:
    """A row without the gaps at its end: they are read as short as can be, so they hold nothing."""
    while row and isinstance(row[-1], Gap | Maybe) and _may_be_nothing(row[-1]):
        row = row[:-1]
    return row


def _may_be_nothing(node: Node) -> bool:
    gap = node.node if isinstance(node, Maybe) else node
    return isinstance(gap, Gap) and not gap.fewest


def _source_of(row: Row) -> str:
    return "".join(map(_source, row))


def _source(node: Node) -> str:
    spelt = _spelt_out(node)
    if spelt is not None:
        return f" {NAME_MARK}?{one_of(spelt, f' {NAME_MARK}?')}(?= )"
    match node:
        case Choice(rows):
            return f"(?:{'|'.join(map(_source_of, rows))})"
        case Maybe(inner):
            return f"(?:{_source(inner)})?"
        case Refused(inner):
            return f"(?!{_source(inner)})"
        case Said(row):
            return f"(?P<said>{_source_of(row)})"
        case Gap(fewest, most):
            word = rf"(?: {NAME_MARK}?{_WORD})"
            return word if fewest else f"{word}{{0,{most}}}?"
        case Sign(sign):
            return _SIGNS[sign]
        case Forms():
            raise AssertionError("forms are always spelt out")


def _spelt_out(node: Node) -> tuple[str, ...] | None:
    """Every way this reads when it is made of plain words alone, else None."""
    if isinstance(node, Forms):
        return node.forms
    if not isinstance(node, Choice):
        return None
    ways: list[str] = []
    for row in node.rows:
        spelt = _row_spelt_out(row)
        if spelt is None:
            return None
        ways += spelt
    return tuple(ways)


def _row_spelt_out(row: Row) -> list[str] | None:
    parts = [_spelt_out(node) for node in row]
    known = [part for part in parts if part is not None]
    count = 1
    for part in known:
        count *= len(part)
    if len(known) < len(parts) or not parts or count > _MOST_SPELT_OUT:
        return None
    return [" ".join(way) for way in product(*known)]


def _held(node: Node, words: Words) -> frozenset[str] | None:
    """Words of which a sentence must hold one for this node to be there; None when any will do."""
    match node:
        case Forms(forms):
            return frozenset(min(form.split(), key=lambda word: words.common.get(word, 1)) for form in forms)
        case Said(row):
            return _best_of(row, words)
        case Choice(rows):
            held = [_best_of(row, words) for row in rows]
            return None if None in held else frozenset().union(*(one for one in held if one))
        case _:
            return None


def _one_after_another(row: Row) -> Iterator[Node]:
    """The nodes of a row that must all be there, those of the reported part among them."""
    for node in row:
        if isinstance(node, Said):
            yield from _one_after_another(node.row)
        else:
            yield node


def _best_of(row: Row, words: Words) -> frozenset[str] | None:
    known = [held for held in (_held(node, words) for node in row) if held]
    return min(known, key=_Weigher(words), default=None)


class _Weigher:
    """How often one of some words calls for a look that finds nothing: rare ones weigh little."""

    def __init__(self, words: Words) -> None:
        self._common = words.common

    def __call__(self, held: frozenset[str]) -> int:
        return sum(self._common.get(word, 1) for word in held)


def _all_nodes(row: Row, refused: bool = True) -> Iterator[Node]:
    for node in row:
        yield node
        match node:
            case Choice(rows):
                for inner in rows:
                    yield from _all_nodes(inner, refused)
            case Said(inner_row):
                yield from _all_nodes(inner_row, refused)
            case Maybe(inner_node):
                yield from _all_nodes((inner_node,), refused)
            case Refused(inner_node) if refused:
                yield from _all_nodes((inner_node,), refused)
            case _:
                pass


def _speaks_of_names(node: Node) -> bool:
    return any(one == _NAME for one in _all_nodes((node,)))
