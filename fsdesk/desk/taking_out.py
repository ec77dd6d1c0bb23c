"""What edits of others would take out of a plan: much of it, or a family's words, waits until a person has looked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from fsdesk.desk.found import Gone
from fsdesk.plans import merge
from fsdesk.plans.audience.words import own_words, texts
from fsdesk.plans.chain import Fork
from fsdesk.plans.edits import Edit
from fsdesk.plans.fold import Place
from fsdesk.plans.merge import Current
from fsdesk.plans.telling import noun
from fsdesk.store import edits
from fsdesk.store.edit_rows import Chained
from fsdesk.store.tx import Tx

MOST = 10
"""So many records a package may take out of one plan before it waits (architecture, Plans and edits)."""
SAYINGS = frozenset({"voices", "matters"})
"""Records that are somebody's words and nothing else."""
DAILY = frozenset({"steps", "options", "easy_lines", "answers", "comments", "meetings", "promises"})
"""Records that come and go every week, though words in them may be somebody's own."""
_LONGEST = 60


def waiting(tx: Tx, suspects: Collection[str], received: Iterable[Chained]) -> dict[str, tuple[Gone, ...]]:
    """Return the plans that are here and of which these edits take out family words, or more than `MOST` records.

    `suspects` are plans in whose edits something is taken out; the others are not looked at.
    """
    here = edits.of_plans(tx, sorted(suspects)) if suspects else {}
    coming: dict[str, list[Edit]] = {plan: [] for plan, held in here.items() if held}
    for made in received if coming else ():
        if made.plan in coming:
            coming[made.plan].append(made.edit)
    found = {plan: losses(here[plan], new) for plan, new in coming.items()}
    return {plan: told(lost) for plan, lost in found.items() if is_much(lost)}


class Loss(NamedTuple):
    """A record that would be out."""

    place: Place
    record: Any

    @property
    def is_a_saying(self) -> bool:
        """Whether it holds words that somebody said."""
        if self.place.collection in SAYINGS:
            return True
        return self.place.collection not in DAILY and any(own_words(self.record))


def losses(here: Sequence[Edit], coming: Iterable[Edit]) -> list[Loss]:
    """Return the records of a plan that would be out once more edits of it count; words taken back are not among them.

    Somebody took those back on purpose, and that is honoured everywhere.
    """
    before = _fold(here)
    after = None if before is None else _fold([*here, *coming])
    if before is None or after is None:
        return []
    kept = after.state.records
    places = [one for one in after.taken_out if one not in before.taken_out and not kept[one].taken_back]
    records = ((place, _record(before, place)) for place in places)
    return [Loss(place, record) for place, record in records if record is not None]


def _fold(found: Iterable[Edit]) -> Current | None:
    try:
        return merge.fold(merge.by_key(found).values())
    except (merge.NoPlan, Fork):
        return None


def _record(current: Current, place: Place) -> Any:
    return next((one for one in getattr(current.plan, place.collection, ()) if one.id == place.record), None)


def is_much(lost: Sequence[Loss]) -> bool:
    """Say whether so much would go that a person looks first."""
    return len(lost) > MOST or any(one.is_a_saying for one in lost)


def told(lost: Iterable[Loss]) -> tuple[Gone, ...]:
    """Return what would go, as people read it."""
    return tuple(_gone(*one) for one in lost)


def _gone(place: Place, record: Any) -> Gone:
    said = " ".join(own_words(record)) or next(texts(record), "")
    short = said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…"
    kind = noun(place.collection)
    return Gone(f"/{place.collection}/{place.record}", f"{kind}: {short}" if short else kind)


def as_sentence(gone: Sequence[Gone]) -> str:
    """Say in words how much would go."""
    records = f"{len(gone)} records" if len(gone) != 1 else "a record"
    return f"would take out {records}"
