"""What was typed and is not an edit yet: texts by where they stand, and records that are new with them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from fsdesk.plans.edits import Intent
from fsdesk.plans.model import Plan, Record, Relationship
from fsdesk.ui.presenters import coach_words, spots
from fsdesk.ui.presenters.at_desk import Unsettled
from fsdesk.ui.presenters.coach_words import Begun
from fsdesk.ui.presenters.spots import Place, Spot
from fsdesk.ui.presenters.values import NO


class Typed(NamedTuple):
    """A text as it stands in its field, and the cursor in code points."""

    text: str
    cursor: int


class Pending:
    """Grows with every key and shrinks with every edit that was kept."""

    def __init__(self) -> None:
        self._texts: dict[Spot, Typed] = {}
        self._new: dict[Place, Record] = {}

    @property
    def new_places(self) -> tuple[Place, ...]:
        """Where records stand that are not in the plan yet."""
        return tuple(self._new)

    def begin(self, collection: str, record: Record) -> None:
        """A new record is there to be written in; it becomes part of the plan with its first words."""
        self._new[Place(collection, record.id)] = record

    def type(self, spot: Spot, text: str, cursor: int) -> None:
        """The text at this spot reads so now."""
        self._texts[spot] = Typed(text, cursor)

    def drop(self, place: Place) -> tuple[Spot, ...]:
        """Nothing of this record waits any more; gives back the spots that did."""
        gone = tuple(spot for spot in self._texts if spot.place == place)
        for spot in gone:
            del self._texts[spot]
        self._new.pop(place, None)
        return gone

    def text(self, spot: Spot) -> Typed | None:
        """What was typed here, if anything waits."""
        return self._texts.get(spot)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where something was typed and waits, even if it was typed back to what the plan says."""
        return tuple(self._texts)

    def note(self, place: Place, begun: Begun) -> tuple[Spot, ...]:
        """A note in the coach reads so now; gives back the spots that are another than they were."""
        texts = coach_words.texts_of(place, begun)
        for spot, text in texts.items():
            if text or spot in self._texts:
                self.type(spot, text, begun.cursor)
        return tuple(spot for spot in texts if spot in self._texts)

    @property
    def begun(self) -> dict[Place, Begun]:
        """The notes that were begun in the coach, those of an earlier time first."""
        return coach_words.begun_in((spot, *typed) for spot, typed in self._texts.items())

    def unread(self, plan: Plan) -> list[str]:
        """What the plan cannot say, such as half a date, and what stands beside it, word for word."""
        readable = self.readable(plan)
        waiting = [
            typed.text for spot, typed in self._texts.items() if spot not in readable and not _is_tick(spot)
        ]
        return [text for text in waiting if text.strip()]

    def seen(self, plan: Plan) -> Plan:
        """The plan as the screen shows it: with everything typed, and with new records that are still empty."""
        for place, record in self._new.items():
            if spots.record_at(plan, place) is None:
                plan = spots.with_record(plan, place.collection, record)
        for spot, typed in self._texts.items():
            plan = spots.with_text(plan, spot, typed.text)
        return plan

    def wanted(self, plan: Plan) -> Plan:
        """The plan as it is to be kept: without records that say nothing, and with everything else that was typed."""
        wanted = self.seen(plan)
        touched = {*self._new, *(spot.place for spot in self._texts)}
        for place in touched:
            if self.says_nothing(wanted, place) or self.is_unfinished(wanted, place):
                wanted = spots.without(wanted, place)
        return wanted

    def says_nothing(self, seen: Plan, place: Place) -> bool:
        """Whether this record is to go: a new one in which nothing was said, or words alone without a word left."""
        record, begun = spots.record_at(seen, place), self._new.get(place)
        if record is None or not place.collection:
            return False
        if begun is not None and place.collection not in spots.BEGUN_WITH_WORDS:
            return spots.is_as_begun(record, begun) and not self._was_chosen(place)
        return place.collection in spots.WORDS_ALONE and spots.is_blank(record)

    def _was_chosen(self, place: Place) -> bool:
        """Whether somebody chose in this card what it was begun with, which says it as well."""
        typed = (one.text.strip() for spot, one in self._texts.items() if spot.place == place)
        return any(one not in ("", NO) for one in typed)

    def is_unfinished(self, seen: Plan, place: Place) -> bool:
        """Whether a new record cannot be kept yet: a tie of somebody to themselves waits for the other."""
        record = spots.record_at(seen, place)
        is_tie = isinstance(record, Relationship) and record.from_person == record.to_person
        return is_tie and place in self._new

    def emptied(self, plan: Plan) -> tuple[Place, ...]:
        """Records of the plan that were left without a word, which takes them out."""
        wanted = self.wanted(plan)
        places = dict.fromkeys(spot.place for spot in self._texts)
        return tuple(
            place
            for place in places
            if spots.record_at(plan, place) is not None and spots.record_at(wanted, place) is None
        )

    def readable(self, plan: Plan) -> tuple[Spot, ...]:
        """Where what was typed is something that the plan can say; half a date is not, and goes on waiting."""
        seen = self.seen(plan)
        return tuple(
            spot
            for spot, typed in self._texts.items()
            if spots.holds(seen, spot, typed.text) and not self.is_unfinished(seen, spot.place)
        )

    def intent(self, plan: Plan) -> Intent:
        """What somebody meant by it: corrected words that were there, added some, or wrote."""
        if self.emptied(plan):
            return Intent.TOOK_OUT
        for spot in self._texts:
            record = spots.record_at(plan, spot.place)
            if record is not None and spots.is_own_words(record, spot) and spots.text_at(plan, spot):
                return Intent.CORRECTED_WORDS
        return Intent.ADDED if self._new else Intent.WROTE

    def unsettled(self, which: Iterable[Spot]) -> tuple[Unsettled, ...]:
        """What is to be kept as drafts, for these spots."""
        return tuple(
            Unsettled(spot, self._texts[spot].text, self._texts[spot].cursor, self._new.get(spot.place))
            for spot in which
            if spot in self._texts
        )

    def copy(self) -> Pending:
        """The same as it stands now; what is typed later does not reach it."""
        made = Pending()
        made._texts, made._new = dict(self._texts), dict(self._new)
        return made

    def settle(self, plan: Plan) -> None:
        """The plan was kept: what it says already waits no more."""
        for spot, typed in [one for one in self._texts.items() if not coach_words.is_beside(one[0])]:
            is_gone = spot.place not in self._new and spots.record_at(plan, spot.place) is None
            if _is_said(plan, spot, typed.text) or (is_gone and not typed.text.strip()):
                del self._texts[spot]
        for place in [place for place in self._new if spots.record_at(plan, place) is not None]:
            del self._new[place]

    def take_up(self, plan: Plan, found: Iterable[Unsettled]) -> Spot | None:
        """What was being typed when the plan was last left is here again; gives back where the last of it stands."""
        last = None
        for one in found:
            if coach_words.is_beside(one.spot):
                self.type(one.spot, one.text, one.cursor)
                last = one.spot
                continue
            is_here = spots.record_at(plan, one.spot.place) is not None
            if not is_here and one.record is not None:
                self.begin(one.spot.collection, one.record)
            if (is_here or one.record is not None) and spots.text_at(plan, one.spot) != one.text:
                self.type(one.spot, one.text, one.cursor)
                last = one.spot
        return last


def _is_tick(spot: Spot) -> bool:
    return coach_words.is_beside(spot) and spot.field == coach_words.TICK


def _is_said(plan: Plan, spot: Spot, text: str) -> bool:
    """Whether the plan says already what was typed here."""
    return spots.holds(plan, spot, text) and spots.with_text(plan, spot, text) == plan
