"""What was taken out last: remembered with where it stood, and offered back for a while."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from fsdesk.plans.model import Media, Plan, Record
from fsdesk.ui.presenters import spots
from fsdesk.ui.presenters.spots import Place
from fsdesk.ui.presenters.waiting import After, Quiet

BACK_FOR = 20_000  # milliseconds in which what was taken out is offered back


class Out(NamedTuple):
    """A record that was taken out, its place in its list, and the pictures that went with it."""

    place: Place
    record: Record
    at: int
    pictures: tuple[Media, ...] = ()

    def back_in(self, plan: Plan) -> Plan:
        """The plan with it, where it stood."""
        return spots.put_back(plan, self.place.collection, self.record, self.at, self.pictures)


class TakenOut:
    """One record at a time; ``say`` shows the offer, and with no words takes it away."""

    def __init__(self, after: After, say: Callable[[str], None]) -> None:
        self._say = say
        self._offer = Quiet(after, BACK_FOR, self.forget)
        self._out: Out | None = None

    def remember(self, place: Place, seen: Plan | None, kept: Plan | None) -> None:
        """This record goes now: ``seen`` is the plan with what was typed, ``kept`` as the store has it."""
        record = spots.record_at(seen, place) if seen is not None else None
        if record is None or kept is None:
            return
        if spots.is_blank(record):  # emptied by typing: what is offered back is what stood there
            record = spots.record_at(kept, place) or record
        records: tuple[Record, ...] = getattr(seen, place.collection)
        at = [one.id for one in records].index(place.record)
        self._out = Out(place, record, at, spots.pictures_of(kept, place))
        self._say("Taken out.")
        self._offer.stir()

    def take(self) -> Out | None:
        """Gives back what was taken out last, and offers it no more."""
        out = self._out
        self.forget()
        return out

    def forget(self) -> None:
        """Nothing is offered any more."""
        self._out = None
        self._offer.calm()
        self._say("")
