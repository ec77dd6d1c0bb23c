"""Gates PG-3 and PG-5 where no field says that something is private: a worker's note that speaks of it in words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from fsdesk import resources
from fsdesk.plans.audience.look import Look, owners, records
from fsdesk.plans.audience.reach import audiences
from fsdesk.plans.audience.words import spans, texts
from fsdesk.plans.model.base import Reach, Record, Span, SpanKind
from fsdesk.plans.model.people import Role
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.tokens import folded
from fsdesk.plans.tokens.folding import singular

_INITIALS = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z]\b(?!['’]))|(?:\b[A-Z]\.[A-Z]\.)|(?:\b[A-Z]\. (?=[a-z]))"
)
"""A title with one letter, "Mr K", or letters with dots, "J.M.", "K. said"."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_NEAR = 6
"""So many words apart, a somebody and what they told still belong together."""
_PASSIVE = frozenset({"been", "was", "were", "is", "are", "be"})
"""After these words somebody was told: that says nothing of who told us."""
_NOT_NOTES = frozenset(
    {"people", "team", "reach_in", "community_places", "households", "versions", "media", "glossary"}
)


class _Words(NamedTuple):
    topics: frozenset[str]
    who: frozenset[str]
    told: frozenset[str]


@cache
def _words() -> _Words:
    held = tomllib.loads(resources.read_text("print", "private_topics.toml"))
    topics = frozenset(
        singular(word) for lists in held["topics"].values() for word in " ".join(lists).split()
    )
    third = held["third_parties"]
    return _Words(
        topics, frozenset(" ".join(third["who"]).split()), frozenset(" ".join(third["told"]).split())
    )


def private_of_others(look: Look, shown: Plan) -> frozenset[str]:
    """Return, for PG-3, the records that speak of another adult's health, money, past or trouble with the law.

    A record counts when it is that adult's alone or names them; not when its audience names this reader, whom the
    adult then ticked, and not what the reader or that adult said of themselves.
    """
    kept = audiences(look)
    adults = {
        one.id: frozenset(word for name in (one.name, one.goes_by) for word in _WORD.findall(name))
        for one in look.plan.people
        if one.role is not Role.CHILD and one.id != look.reader.id
    }
    return frozenset(
        record.id
        for collection, record in records(shown)
        if collection not in _NOT_NOTES
        and kept[record.id].to is not Reach.NAMED
        and _speaks_of(record, owners(collection, record), adults)
    )


def _speaks_of(record: Record, whose: frozenset[str], adults: dict[str, frozenset[str]]) -> bool:
    own = next(iter(whose)) if len(whose) == 1 else ""
    for speaker, text in _told(record):
        if not {singular(word) for word in folded(text).words} & _words().topics:
            continue
        said = frozenset(_WORD.findall(text))  # as they are written: May is somebody, may is not
        named = {id_ for id_, names in adults.items() if names & said and id_ != speaker}
        if named or (own in adults and own != speaker):
            return True
    return False


def _told(record: Record) -> Iterator[tuple[str | None, str]]:
    """Yield what a record says with who says it; what stands in no span is the worker's."""
    said: list[Span] = list(spans(record))
    for span in said:
        yield span.speaker if span.kind is SpanKind.QUOTE else None, span.text
    spoken = {span.text for span in said}
    yield from ((None, text) for text in texts(record) if text not in spoken)


def third_parties_told(shown: Plan) -> frozenset[str]:
    """Return, for PG-5, the records whose notes give initials, or tell what somebody outside the plan told us."""
    return frozenset(
        record.id
        for collection, record in records(shown)
        if collection not in _NOT_NOTES and any(_tells(span.text) for span in spans(record) if _is_note(span))
    )


def _is_note(span: Span) -> bool:
    return span.kind is not SpanKind.QUOTE


def _tells(text: str) -> bool:
    if _INITIALS.search(text):
        return True
    words, held = folded(text).words, _words()
    who = [at for at, word in enumerate(words) if singular(word) in held.who]
    told = [at for at, word in enumerate(words) if word in held.told and words[at - 1] not in _PASSIVE]
    return any(0 < verb - one <= _NEAR for one in who for verb in told)
