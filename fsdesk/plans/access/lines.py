"""A record told field by field, in words: names for ids, days as days, and somebody's own words as they said them."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import msgspec

from fsdesk.plans import fields
from fsdesk.plans.access.values import Text
from fsdesk.plans.model.base import Record, Span, SpanKind

_OF_EVERY_RECORD = frozenset(Record.__struct_fields__)
_NOT_TOLD = frozenset(
    {
        "media",
        "hash",
        "mime",
        "base64",
        "frontier",
        "boxes",
        "print_profile",
        "digits",
        "code",
        "sheet",
        "box_about",
    }
)
"""What a machine needs: pictures come beside the lines, and the layout of a page tells nobody anything."""


class Telling:
    """Tells values in words; people and helpers by what they are called. Whose record it is is not said again."""

    def __init__(self, names: Mapping[str, str], person: str) -> None:
        self._names = names
        self._person = person

    def fields_of(self, collection: str, record: msgspec.Struct) -> Iterator[tuple[str, tuple[Text, ...]]]:
        """Yield the name of each field that says something, and its words."""
        defaults = {one.name: one.default for one in msgspec.structs.fields(record)}
        for name in fields.of(collection):
            told = name not in _OF_EVERY_RECORD and name not in _NOT_TOLD
            held = getattr(record, name)
            if told and held != defaults[name] and held not in (self._person, {self._person}):
                words = self.words(held, fields.of(collection)[name].refers)
                if words:
                    yield name, words

    def words(self, value: Any, refers: tuple[str, ...] = ()) -> tuple[Text, ...]:
        """Return a value in words; nothing where it only points at other records."""
        if refers:
            return self._called(value)
        return tuple(text for text in self._told(value) if text.text or text.day)

    def _called(self, ids: Any) -> tuple[Text, ...]:
        wanted = [ids] if isinstance(ids, str) else sorted(ids or ())
        names = [self._names[one] for one in wanted if one in self._names]
        return (Text(text=", ".join(names)),) if names else ()

    def _told(self, value: Any) -> Iterator[Text]:
        if isinstance(value, Span):
            yield from self._span(value)
        elif isinstance(value, msgspec.Struct):
            yield from self._struct(value)
        elif isinstance(value, enum.Enum):
            yield Text(text=value.name.lower().replace("_", " "))
        elif isinstance(value, bool):
            yield Text(text="yes" if value else "no")
        elif isinstance(value, datetime):
            yield Text(day=value.date())
        elif isinstance(value, date):
            yield Text(day=value)
        elif isinstance(value, str | int):
            yield Text(text=str(value))
        elif isinstance(value, tuple | frozenset):
            for one in value if isinstance(value, tuple) else sorted(value):
                yield from self._told(one)

    def _span(self, span: Span) -> Iterator[Text]:
        own = span.kind is SpanKind.QUOTE and span.speaker in (None, self._person)
        yield Text(text=span.text, lang=span.lang, own_words=own)
        for one in span.translations:
            yield Text(text=one.text, lang=one.lang)

    def _struct(self, value: msgspec.Struct) -> Iterator[Text]:
        """Tell a value inside a record as one run of "name: words"."""
        told = []
        facts = fields.facts_of(type(value))
        for one in msgspec.structs.fields(value):
            held = getattr(value, one.name)
            words = self.words(held, facts[one.name].refers) if held != one.default else ()
            if words and one.name not in _NOT_TOLD:
                said = ", ".join(text.text or _in_words(text.day) for text in words)
                told.append(f"{spoken(one.name)}: {said}")
        yield Text(text="; ".join(told))


def _in_words(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def spoken(field: str) -> str:
    """Return the name of a field as words."""
    return field.replace("_", " ")
