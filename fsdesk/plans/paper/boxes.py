"""The numbered boxes of a sheet that was printed: what each asks, in its printed words, and how it can be answered."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from fsdesk.plans.model.base import text_of
from fsdesk.plans.model.goals import Choice
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.reviews import PrintEdition
from fsdesk.plans.sheet.phrases import NoSuchLanguage, Phrases, phrases
from fsdesk.plans.sheet.questions import Face


class Kind(enum.StrEnum):
    """What a box is for."""

    GOAL = "goal"
    """How a goal is now, and whether it is still wanted."""
    KEPT = "kept"
    """Whether a worker kept a promise."""
    HELP = "help"
    """Whether the family changed its mind about some help."""
    SAID = "said"
    """Room for words."""
    CHOSEN = "chosen"
    """Boxes to tick."""
    DRAWN = "drawn"
    """Room to draw."""
    UNKNOWN = "unknown"
    """What it was about cannot be told here; its answer is kept all the same."""


class Tick(NamedTuple):
    """One box to tick: the name it is kept by, and its printed word."""

    name: str
    text: str


class Box(NamedTuple):
    """One numbered question of one edition."""

    number: str
    about: str
    """The record it is about, or the question's own name."""
    kind: Kind
    text: str
    """As it was printed, without marks of quotation."""
    ticks: tuple[Tick, ...] = ()
    collection: str = ""
    """Where the record stands; empty for a question of its own."""

    @property
    def has_number(self) -> bool:
        """Whether a number from 0 to 10 can be ringed and a face ticked."""
        return self.kind in (Kind.GOAL, Kind.UNKNOWN)

    def word(self, tick: str) -> str:
        """Return the printed word of a tick."""
        return next((one.text for one in self.ticks if one.name == tick), tick)


FACES = tuple(face.value for face in Face)
"""The names of the faces, which are kept as they are and never become numbers."""

_ON_A_RECORD: Mapping[str, tuple[Kind, str, tuple[str, ...]]] = MappingProxyType(
    {
        "goals": (Kind.GOAL, "text", ("yes", "change_it", "stop")),
        "steps": (Kind.KEPT, "what", ("yes", "partly", "no")),
        "promises": (Kind.KEPT, "what", ("yes", "partly", "no")),
        "options": (Kind.HELP, "name", ("keep", "stop", "not_now")),
    }
)
"""What a box about a record asks, where its words stand, and its ticks."""
_SAID = frozenset({"helped", "not_helped", "new", "not_right", "time_or_place", "not_see"})
_CHOSEN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "like": ("less", "more", "to_stop", "someone_else"),
        "who_filled": ("adults", "young_people", "children", "worker_wrote"),
        "keep_in_team": ("please",),
    }
)


def boxes_of(edition: PrintEdition, then: Plan) -> tuple[Box, ...]:
    """Return the boxes of an edition in their order, with the words of the version that was printed."""
    say, records = _say(edition.language), dict(_records(then))
    return tuple(
        _box(str(number), about, say, records) for number, about in enumerate(edition.boxes, start=1)
    )


@cache
def _say(language: str) -> Phrases:
    try:
        return phrases(language)
    except NoSuchLanguage:
        return phrases()


def _records(plan: Plan) -> Iterator[tuple[str, tuple[str, Any]]]:
    for collection in _ON_A_RECORD:
        for record in getattr(plan, collection):
            yield record.id, (collection, record)


def _box(number: str, about: str, say: Phrases, records: Mapping[str, tuple[str, Any]]) -> Box:
    if about in records:
        collection, record = records[about]
        kind, field, ticks = _ON_A_RECORD[collection]
        return Box(number, about, kind, _worded(say, record, field), _ticks(say, ticks), collection)
    if about in _SAID:
        return Box(number, about, Kind.SAID, say.text(f"review.{about}"))
    if about in _CHOSEN:
        return Box(number, about, Kind.CHOSEN, say.text(f"review.{about}"), _ticks(say, _CHOSEN[about]))
    if about == "draw":
        return Box(number, about, Kind.DRAWN, say.text("review.draw"))
    return Box(number, about, Kind.UNKNOWN, "")


def _ticks(say: Phrases, names: tuple[str, ...]) -> tuple[Tick, ...]:
    return tuple(Tick(name, say.text(f"review.{name}")) for name in names)


def _worded(say: Phrases, record: Any, field: str) -> str:
    held = getattr(record, field)
    if not isinstance(held, str):
        return text_of(held)
    later = say.text("review.you_said_later") if record.choice is Choice.NOT_NOW else ""
    return " ".join(part for part in (held, later) if part)
