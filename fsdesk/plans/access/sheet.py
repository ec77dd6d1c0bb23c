"""A pack as a Sheet: the same look as a printed plan, every paragraph with whom it is about beside it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Any

from fsdesk import resources
from fsdesk.plans.access.lines import spoken
from fsdesk.plans.access.values import About, AccessLine, Pack, Text
from fsdesk.plans.sheet.phrases import Phrases
from fsdesk.plans.sheet.public import last_side
from fsdesk.plans.sheet.values import Block, Cell, Key, Line, Run, Section, Sheet, Told, texts

_SECTIONS: Mapping[Key, tuple[str, ...]] = {
    Key.WHO: ("people", "households", "relationships", "about_us"),
    Key.MATTERS: ("matters", "voices", "voices_declined"),
    Key.STRENGTHS: ("strengths", "resilience"),
    Key.WELLBEING: ("wellbeing", "marks", "worlds", "change_events"),
    Key.GOALS: ("goals", "disagreements"),
    Key.SUPPORT: ("options", "connections", "community_places", "gaps"),
    Key.TASKS: ("steps", "promises", "meetings"),
    Key.WORRIES: ("worries",),
    Key.REACH: ("team", "reach_in", "lead_changes", "places_that_suit"),
    Key.TIES: ("network",),
    Key.ANSWERS: ("feedback", "reviews", "return_notes", "paper_returns"),
    Key.SHARING: ("shares", "shared_copies", "print_editions", "copies"),
    Key.RIGHTS: ("rights",),
    Key.OWN: (
        "access_needs",
        "interpreters",
        "safety_feel",
        "times_that_work",
        "times_that_do_not",
        "tell_once",
    ),
    Key.AGREEMENT: ("agreements", "glossary"),
    Key.ENDING: ("",),
}
_MANY = 6
"""Sections beyond which a list of contents helps."""


def sheet_of(pack: Pack) -> Sheet:
    """Return everything that stands on the paper of a pack. Raises WouldGiveAway when a hidden word still would."""
    say = words()
    sections = (*_sections(pack, say), _left_out(pack, say))
    sheet = Sheet(
        lang=say.lang,
        document_title=say.text("access.document_title", code=pack.code),
        title=say.text("access.title", name=pack.name),
        made=say.line("access.made", name=pack.name, day=say.date(pack.made_on)),
        box=_box(say),
        older=say.line("access.older", day=say.date(pack.made_on)),
        contents=say.text("access.contents") if len(sections) > _MANY else "",
        sections=sections,
        last=last_side(say, pack.made_on),
        footer=say.text("access.footer", code=pack.code, day=say.date(pack.made_on)),
        side=say.template("document.side"),
        more=say.template("document.more"),
    )
    fixed = say.fixed()
    pack.guard.check(text for text in texts(sheet) if text not in fixed)
    return sheet


@cache
def words() -> Phrases:
    """Return the words for paper, those of a pack under `access`."""
    paper: dict[str, Any] = tomllib.loads(resources.read_text("print", "en.toml"))
    return Phrases(paper | {"access": tomllib.loads(resources.read_text("access", "en.toml"))})


def places() -> frozenset[str]:
    """Return the collections that have a place on the paper of a pack."""
    return frozenset(name for names in _SECTIONS.values() for name in names)


def _box(say: Phrases) -> tuple[Cell, ...]:
    return (
        Cell(lines=(say.line("access.box.yours"),)),
        Cell(heading=say.text("access.box.wrong_heading"), lines=(say.line("access.box.wrong"),)),
        Cell(heading=say.text("access.box.ask_heading"), lines=(say.line("access.box.ask"),), beside=True),
    )


def _sections(pack: Pack, say: Phrases) -> Iterator[Section]:
    for key, collections in _SECTIONS.items():
        blocks: list[Block] = []
        for name in collections:
            blocks += _told(pack, say, [line for line in pack.lines if line.collection == name])
        if blocks:
            yield Section(key=key, heading=say.text(f"access.sections.{key}"), blocks=tuple(blocks))


def _told(pack: Pack, say: Phrases, lines: Iterable[AccessLine]) -> Iterator[Told]:
    for _, same in groupby(lines, key=lambda line: line.record):
        of_one = list(same)
        yield Told(
            who=_whom(pack, say, of_one[0]),
            lines=tuple(_line(say, line) for line in of_one),
        )


def _whom(pack: Pack, say: Phrases, line: AccessLine) -> str:
    if line.about is About.FAMILY:
        return say.text("access.about.family")
    others = [pack.names[one] for one in line.people[1:] if one in pack.names]
    return say.joined([say.text("access.about.you"), *others])


def _line(say: Phrases, line: AccessLine) -> Line:
    name = labels().get(line.field, spoken(line.field))
    runs = [Run(text=f"{name[:1].upper()}{name[1:]}:", strong=True, lang=say.lang)]
    for text in line.words:
        runs += [Run(text=" "), Run(text=_as_said(say, text), lang=text.lang)]
    return tuple(runs)


def _as_said(say: Phrases, text: Text) -> str:
    if text.day is not None:
        return say.date(text.day)
    return f"“{text.text}”" if text.own_words else text.text


@cache
def labels() -> Mapping[str, str]:
    """Return what fields are called on a pack, where their own name would not do."""
    found: dict[str, str] = tomllib.loads(resources.read_text("access", "en.toml"))["fields"]
    return found


def _left_out(pack: Pack, say: Phrases) -> Section:
    """Return what the pack says of what is not in it: the same sentence whatever it is, and never why each was."""
    lines = [say.line("access.left_out.why")]
    if not pack.is_apart and pack.left_out_count:
        count = pack.left_out_count
        lines.append(
            say.line("access.left_out.count", count=str(count))
            if count > 1
            else say.line("access.left_out.count_one")
        )
    lines += [say.line("access.left_out.ask"), say.line("access.left_out.unhappy")]
    if pack.pictures:
        lines.append(say.line("access.left_out.pictures", count=str(len(pack.pictures))))
    told = tuple(Told(lines=(line,)) for line in lines)
    return Section(key=Key.GLOSSARY, heading=say.text("access.left_out.heading"), blocks=told)
