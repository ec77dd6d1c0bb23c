"""Words begun in the coach and not kept yet: they stand beside the plan, and are drafts as every field's are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from fsdesk.ui.presenters.spots import Place, Spot

JUDGEMENTS, THOUGHTS = "judgements", "thoughts"
"""Names under which drafts are kept; the plan has no collections of these names."""
WORDS, TICK = "words", "tick"
_TICKED = "yes"


class Begun(NamedTuple):
    """A note that was begun: its words, the cursor in code points, and whether the box below them is ticked."""

    text: str
    cursor: int = 0
    is_ticked: bool = False


def of_idea(key: str) -> Place:
    """Where a judgement on this idea is begun."""
    return Place(JUDGEMENTS, key)


def of_question(question: str) -> Place:
    """Where a thought on this question is begun."""
    return Place(THOUGHTS, question)


def is_beside(spot: Spot) -> bool:
    """Whether this stands beside the plan, so that no edit of the plan settles it."""
    return spot.collection in (JUDGEMENTS, THOUGHTS)


def spots_of(place: Place) -> tuple[Spot, Spot]:
    """Where the words and the tick of a note are drafts."""
    return Spot(*place, WORDS), Spot(*place, TICK)


def texts_of(place: Place, begun: Begun) -> Mapping[Spot, str]:
    """A begun note as the texts that are kept of it."""
    said, tick = spots_of(place)
    return {said: begun.text, tick: _TICKED if begun.is_ticked else ""}


def begun_in(found: Iterable[tuple[Spot, str, int]]) -> dict[Place, Begun]:
    """The notes that these texts are of, in their order; one without a word is none."""
    texts = {spot: (text, cursor) for spot, text, cursor in found if is_beside(spot)}
    return {
        spot.place: Begun(text, cursor, texts.get(spots_of(spot.place)[1], ("", 0))[0] == _TICKED)
        for spot, (text, cursor) in texts.items()
        if spot.field == WORDS and text.strip()
    }
