"""Finding plans by their words: names, places, goals, steps, strengths, whatever of a plan is open to the team."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from fsdesk.desk import plans, standing
from fsdesk.desk.desk import Desk
from fsdesk.desk.plans import PlanLine
from fsdesk.jobs import Progress
from fsdesk.plans.fold import Place
from fsdesk.plans.search import searched
from fsdesk.plans.search.slips import SHORTEST, begins_like
from fsdesk.plans.search.words import words_of
from fsdesk.store import plans as kept
from fsdesk.store import search
from fsdesk.store.search import Found
from fsdesk.store.tx import Tx

__all__ = ["Found"]

_CODE = "/code"
_MOST_WORDS = 20
"""So many words of a query count; who types more has pasted something."""


class Met(NamedTuple):
    """A plan that was found, and where in it the words stand, by the ids of records: /steps/step-1/what."""

    line: PlanLine
    where: tuple[str, ...]


def find(desk: Desk, query: str, progress: Progress | None = None) -> Found:
    """Return the plans that have all words of a query, the last changed first; nothing for a query without words.

    Case and accents make no difference, and each word may be a beginning. Only where no plan has them all, a word
    of four letters or more may hold one slip. Safety, sealed records and own notes are never searched.
    """
    standing.caught_up(desk, progress)
    with desk.reading() as tx:
        return search.find(tx, _wanted(query))


def _wanted(query: str) -> list[str]:
    return list(dict.fromkeys(words_of(query)))[:_MOST_WORDS]


def every(desk: Desk, query: str, progress: Progress | None = None) -> list[Met]:
    """Return the plans that `find` finds, each with its line and where the words stand in it."""
    found = find(desk, query, progress)
    like = _begins if found.exact else _begins_or_slips
    with desk.reading() as tx:
        return [_met(tx, plan, _wanted(query), like) for plan in found.plans]


Like = Callable[[str, str], bool]


def _begins(typed: str, word: str) -> bool:
    return word.startswith(typed)


def _begins_or_slips(typed: str, word: str) -> bool:
    return _begins(typed, word) or (len(typed) >= SHORTEST and begins_like(typed, word))


def _met(tx: Tx, plan: str, wanted: Sequence[str], like: Like) -> Met:
    line = kept.line(tx, plan)
    if line is None:
        raise standing.NoSuchPlan
    held = standing.kept(tx, plan)
    private = {Place(collection, record) for collection, record, _ in standing.row_of(line).private}
    where = [_CODE] if _meets(held.code, wanted, like) else []
    where += [
        plans.where(Place(told.collection, told.record), told.field)
        for told in searched.texts(held, private)
        if _meets(told.text, wanted, like)
    ]
    return Met(plans.as_line(line), tuple(dict.fromkeys(where)))


def _meets(text: str, wanted: Sequence[str], like: Like) -> bool:
    words = words_of(text)
    return any(like(typed, word) for typed in wanted for word in words)


def as_json(one: Met) -> dict[str, object]:
    """Return a plan that was found under the keys that `fsdesk plan search --json` promises."""
    return plans.line_as_json(one.line) | {"where": list(one.where)}
