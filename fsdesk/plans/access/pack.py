"""The pack of one person: every line looked at once more before it is given, and everything left out counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from fsdesk.errors import Held
from fsdesk.plans import fields
from fsdesk.plans.access.lines import Telling
from fsdesk.plans.access.values import About, AccessLine, Pack, Text, Why
from fsdesk.plans.access.weighing import Given, Weighing, is_for_nobody, own_fields
from fsdesk.plans.audience.look import Look, records
from fsdesk.plans.audience.readers import can_take_paper, has_no_paper, is_apart, named_reader
from fsdesk.plans.audience.weigh import Weighed, weigh
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.voices import Voice


class NoPaper(Held):
    """No pack is made for this person (PG-1, PG-9)."""

    what = "No paper is made for this person."
    what_next = "Nothing was written. Offer to go through it together, or ask the team lead."


def pack_of(plan: Plan, person: str, *, today: date, also: Iterable[Plan] = ()) -> Pack:
    """Return what this person is given of the plan; `also` are its differing versions, which all protect.

    Raises NoSuchReader for a person it does not have, and NoPaper.
    """
    versions = (plan, *also)
    reader = named_reader(plan, person)
    if not can_take_paper(reader) or has_no_paper(reader, versions):
        raise NoPaper
    look = Look(plan, versions, reader, PrintFormat.PLAN, is_apart(reader, versions), frozenset())
    return _Packing(look, weigh(look)).pack(today)


class _Packing:
    """Puts one pack together."""

    def __init__(self, look: Look, weighed: Weighed) -> None:
        self._look, self._weighed = look, weighed
        self._weighing = Weighing(look, weighed)
        self._names = _names(weighed.shown, look)
        self._telling = Telling(self._names, look.reader.id)
        self._left_out: Counter[Why] = Counter()
        self._given: list[Given] = []

    def pack(self, today: date) -> Pack:
        self._sort()
        lines = (*self._of_plan(), *(line for one in self._given for line in self._lines(one)))
        plan, reader = self._look.plan, self._look.reader
        return Pack(
            plan=plan.id,
            code=plan.code,
            person=reader.id,
            name=reader.goes_by or reader.name,
            made_on=today,
            is_apart=self._look.apart,
            lines=lines,
            names={id_: name for id_, name in self._names.items() if _stands(id_, lines)},
            pictures=() if self._look.apart else tuple(self._pictures()),
            left_out=dict(self._left_out),
            guard=self._weighed.guard,
        )

    def _sort(self) -> None:
        for collection, record in records(self._look.plan):
            found = self._weighing.weigh(collection, record)
            if isinstance(found, Why):
                self._left_out[found] += 1
            elif found is not None:
                self._given.append(found)

    def _of_plan(self) -> Iterator[AccessLine]:
        for name, value in own_fields(self._look.plan, self._weighed, self._look).items():
            words = self._telling.words(value, fields.of(fields.PLAN)[name].refers)
            if words and self._may_stand(words):
                yield AccessLine(
                    collection="",
                    record=self._look.plan.id,
                    field=name,
                    about=About.FAMILY,
                    people=(),
                    words=words,
                )

    def _lines(self, one: Given) -> Iterator[AccessLine]:
        for name, words in self._telling.fields_of(one.collection, one.record):
            if is_for_nobody(one.collection, name):
                self._left_out[Why.SAFETY] += 1
            elif self._may_stand(words):
                yield self._line(one, name, words)

    def _line(self, one: Given, name: str, words: tuple[Text, ...]) -> AccessLine:
        me = self._look.reader.id
        others = sorted(one.people - {me})
        made = one.record.made_at
        return AccessLine(
            collection=one.collection,
            record=one.record.id,
            field=name,
            about=one.about,
            people=(me, *others) if one.people else (),
            noted_on=made.date() if made else None,
            words=words,
        )

    def _may_stand(self, words: Iterable[Text]) -> bool:
        """Say whether a line gives nothing away; one that does is left out and counted."""
        if any(self._weighed.guard.finds(one.text) for one in words):
            self._left_out[Why.SAFETY] += 1
            return False
        return True

    def _pictures(self) -> Iterator[str]:
        """Yield the hashes of the pictures by which this person alone was heard."""
        voices = (one.record for one in self._given if one.about is About.PERSON)
        wanted = {id_ for one in voices if isinstance(one, Voice) for id_ in one.media}
        yield from (one.hash for one in self._look.plan.media if one.id in wanted and not one.sealed)


def _names(shown: Plan, look: Look) -> Mapping[str, str]:
    """Return what the people and helpers are called whom this person may know of."""
    me = look.reader
    people = {one.id: one.goes_by or one.name for one in shown.people}
    helpers = {} if look.apart else {one.id: one.name for one in shown.team}
    return helpers | people | {me.id: me.goes_by or me.name}


def _stands(id_: str, lines: Iterable[AccessLine]) -> bool:
    return any(id_ in line.people for line in lines)
