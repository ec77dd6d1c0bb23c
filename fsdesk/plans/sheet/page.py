"""What the parts of a page share while it is put together: the edition, the fixed words, and people's names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from fsdesk.plans.audience import Edition
from fsdesk.plans.model.base import Span, SpanKind, Spans
from fsdesk.plans.model.people import Person
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.sheet.phrases import Phrases, packs, phrases
from fsdesk.plans.sheet.shown import Shown
from fsdesk.plans.sheet.values import Block, Key, Line, Run, Section, Told, WriteOn

_PIECE = " "
_STOPS = tuple(".!?…。！？۔؟।")
"""What ends a sentence, in any of the languages that are printed."""


class Page(NamedTuple):
    """One page in the making."""

    edition: Edition
    say: Phrases
    pictures: Mapping[str, bytes] = MappingProxyType({})
    """Drawings and photos by their hash, as many as are here."""

    @property
    def plan(self) -> Plan:
        """What is left of the plan for this reader."""
        return self.edition.plan

    def name(self, id_: str | None) -> str:
        """Return what somebody of the plan or the team is called; nothing for anybody not on this page."""
        for person in self.plan.people:
            if person.id == id_:
                return called(person)
        return next((one.name for one in self.plan.team if one.id == id_), "")

    def names(self, ids: Iterable[str]) -> list[str]:
        """Return the names of several, in the order in which the plan lists them."""
        wanted = frozenset(ids)
        everyone = [*self.plan.people, *self.plan.team]
        return [self.name(one.id) for one in everyone if one.id in wanted]

    def joined(self, ids: Iterable[str]) -> str:
        """Return the names of several as a person would say them."""
        return self.say.joined(self.names(ids))

    def shown(self, media: Iterable[str], words: str) -> Iterator[Shown]:
        """Yield the pictures of these ids that this reader sees and that are here; `words` for one without its own."""
        wanted = frozenset(media)
        for one in self.plan.media:
            if one.id in wanted and one.hash in self.pictures:
                yield Shown(body=self.pictures[one.hash], words=one.caption or words)

    def words(self, spans: Spans) -> Line:
        """Return spans as one paragraph, each as it was said; own words stand in quotation marks."""
        runs: list[Run] = []
        for span in spans:
            if span.text.strip():
                runs += [Run(text=_PIECE)] if runs else []
                runs += _run(span)
        return tuple(runs)

    def said(self, spans: Spans) -> tuple[Line, ...]:
        """Return spans as paragraphs: as said first, then each translation that a person made."""
        first = self.words(spans)
        after = [line for span in spans for line in self._translated(span)]
        return (first, *after) if first else ()

    def _translated(self, span: Span) -> list[Line]:
        made = []
        for one in span.translations:
            language = self.say.language(one.lang)
            name = "languages.translated" if one.by else "languages.translated_plain"
            lead = self.say.line(name, language=language, by=one.by)
            made.append((*lead, Run(text=_PIECE), Run(text=one.text, lang=one.lang)))
        return made

    def led(self, name: str, spans: Spans, /, **given: str) -> tuple[Line, ...]:
        """Return spans behind a few fixed words ("We will know when:"), or nothing without words."""
        lines = self.said(spans)
        if not lines:
            return ()
        return ((*self.say.line(name, **given), Run(text=_PIECE), *lines[0]), *lines[1:])

    def note(self, name: str, /, **given: str | Line) -> Told:
        """Return a fixed sentence as a paragraph of its own."""
        return Told(lines=(self.say.line(name, **given),))

    def section(
        self, key: Key, heading: str, blocks: Sequence[Block], empty: str = "", room: int = 0
    ) -> list[Section]:
        """Return the section; without anything in it, its own sentence and room to write, or no section at all.

        A reader who is apart sees no sentence about what is empty: what is not theirs is not for them to miss.
        """
        if blocks:
            return [Section(key=key, heading=heading, blocks=tuple(blocks))]
        if not empty or self.edition.is_apart:
            return []
        told: list[Block] = [self.note(empty)]
        return [Section(key=key, heading=heading, blocks=(*told, *([WriteOn(count=room)] if room else [])))]


def called(person: Person) -> str:
    """Return the name a person goes by."""
    return person.goes_by or person.name


def is_own(spans: Spans) -> bool:
    """Say whether spans are somebody's own words, all of them."""
    return bool(spans) and all(span.kind is SpanKind.QUOTE for span in spans)


def plain(text: str, *, strong: bool = False, lang: str = "en") -> Line:
    """Return one text as a paragraph."""
    return (Run(text=text, strong=strong, lang=lang),) if text else ()


def run_on(lines: Iterable[Line]) -> Line:
    """Return several short paragraphs as one."""
    runs: list[Run] = []
    for line in lines:
        runs += [Run(text=_PIECE), *line] if runs and line else [*line]
    return tuple(runs)


def sentences(parts: Iterable[str]) -> str:
    """Return parts as sentences that follow each other, a full stop after each that has none."""
    return " ".join(part if part.endswith(_STOPS) else f"{part}." for part in parts if part)


def _quotes(lang: str) -> tuple[str, str]:
    """Return the marks that stand round words in their own language; those of English where there is no pack."""
    tag = lang.split("-")[0]
    return phrases(tag if tag in packs() else "en").pack.quotes


def _run(span: Span) -> list[Run]:
    if span.kind is SpanKind.QUOTE:
        opening, closing = _quotes(span.lang)
        return [Run(text=f"{opening}{span.text}{closing}", lang=span.lang)]
    return [Run(text=span.text, lang=span.lang)]
