"""Every block of a sheet as HTML: lists as lists, tables as tables, pictures as the words that they show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from fsdesk.plans.sheet.own_page import Bubble
from fsdesk.plans.sheet.parts import Part, Run
from fsdesk.plans.sheet.questions import Ask, Asks
from fsdesk.plans.sheet.replies import Replies, Tally
from fsdesk.plans.sheet.shown import Shown
from fsdesk.plans.sheet.values import (
    Aside,
    Block,
    Choices,
    GoalCard,
    Points,
    ScaleLine,
    Signing,
    Sub,
    Talk,
    Tasks,
    Ties,
    Told,
    Wheel,
    WriteOn,
)
from fsdesk.printing import shown, spoken
from fsdesk.printing.markup import Words, listed, tag

_BOX = '<span class="box" aria-hidden="true">\N{BALLOT BOX}</span> '


def block(one: Block, words: Words) -> str:
    """Return one block; a kind that has no form of its own here is read paragraph by paragraph."""
    match one:
        case Told():
            return _told(one, words)
        case Points() | Tally():
            return listed(words.line(line) for line in one.items)
        case Sub():
            return tag("h3", words.text(one.text))
        case GoalCard():
            return _goal(one, words)
        case Choices():
            return listed(
                tag("strong", words.text(row.word)) + words.paragraphs(row.lines) for row in one.rows
            )
        case Aside():
            return tag("p", words.line(one.line), class_="aside", role="note")
        case _:
            return _laid(one, words)


def _laid(one: Block, words: Words) -> str:
    """Return a block that is a table, a picture or a form on paper."""
    match one:
        case Wheel():
            return _wheel(one, words)
        case Ties():
            return _ties(one, words)
        case Tasks():
            return _tasks(one, words)
        case Replies():
            return _replies(one, words)
        case Asks():
            return listed((_ask(row, words) for row in one.rows), class_="asked")
        case Bubble():
            return tag("blockquote", words.paragraphs(one.lines))
        case Shown():
            return shown.as_html(one)
        case WriteOn():
            return _lines(one.count)
        case Signing():
            return _signing(one, words)
        case _:
            return "".join(_read(one, words))


def _read(part: Any, words: Words) -> Iterator[str]:
    """Yield whatever somebody can read in a part, a paragraph each, with its languages."""
    if isinstance(part, tuple):
        if part and isinstance(part[0], Run):
            yield tag("p", words.line(part))
        else:
            for one in part:
                yield from _read(one, words)
    elif isinstance(part, Part):
        for name in part.__struct_fields__:
            yield from _read(getattr(part, name), words)
    elif type(part) is str and part:  # not the name of a state or a picture
        yield tag("p", words.text(part))


def _told(one: Told, words: Words) -> str:
    name = tag("p", tag("strong", words.text(one.who)), class_="who") if one.who else ""
    if not one.own_words or not one.lines:
        return name + words.paragraphs(one.lines)
    return name + tag("blockquote", words.paragraphs(one.lines[:1])) + words.paragraphs(one.lines[1:])


def _goal(one: GoalCard, words: Words) -> str:
    number = tag("strong", words.text(f"{one.number}. "))
    first = tag("p", number + words.line(one.lines[0]), class_="goal") if one.lines else ""
    return first + words.paragraphs(one.lines[1:]) + (_scale(one.scale, words) if one.scale else "")


def _scale(one: ScaleLine, words: Words) -> str:
    return listed(map(words.text, spoken.marks(one)))


def _wheel(one: Wheel, words: Words) -> str:
    said = {Talk.STRONG: one.strong, Talk.WORKING: one.working, Talk.NOT_YET: one.not_yet}
    areas = listed(words.text(f"{part.word}: {said[part.talk]}") for part in one.slices)
    return tag("p", words.text(one.middle)) + areas


def _ties(one: Ties, words: Words) -> str:
    rows = (
        f"{tag('strong', words.text(tie.name))} ({words.text(tie.word)}) {words.line(tie.brings)}".strip()
        for tie in one.ties
    )
    return tag("p", words.text(one.middle)) + listed(rows)


def _tasks(one: Tasks, words: Words) -> str:
    rows = (
        tag("th", words.cell(row.lines), scope="row")
        + tag("td", words.text(row.who))
        + tag("td", words.text(row.by))
        for row in one.rows
    )
    return _table((one.what, one.who, one.by), rows, words)


def _replies(one: Replies, words: Words) -> str:
    rows = (
        tag(
            "th",
            tag("strong", words.text(row.word)) + words.paragraphs(row.said) + _by(row.who, words),
            scope="row",
        )
        + tag("td", words.cell(row.lines))
        for row in one.rows
    )
    return _table((one.said, one.did), rows, words)


def _by(who: str, words: Words) -> str:
    return tag("p", tag("strong", words.text(who))) if who else ""


def _table(heads: tuple[str, ...], rows: Iterable[str], words: Words) -> str:
    head = tag("tr", "".join(tag("th", words.text(one), scope="col") for one in heads))
    body = "".join(tag("tr", row) for row in rows)
    return tag("table", tag("thead", head) + tag("tbody", body))


def _ask(one: Ask, words: Words) -> str:
    number = tag("strong", words.text(f"{one.number}. ")) if one.number else ""
    first = tag("p", number + (words.line(one.lines[0]) if one.lines else ""))
    made = [first, words.paragraphs(one.lines[1:])]
    if one.dots:
        made.append(tag("p", words.text(f"0: {one.dots.low}. 10: {one.dots.high}.")))
    ways = [*(face.word for face in one.faces), *one.ticks]
    made.append(tag("p", words.text(one.before)) if one.before else "")
    made.append(listed((_BOX + words.text(way) for way in ways), class_="boxes") if ways else "")
    return "".join((*made, _lines(one.write or 3 * one.draw)))


def _lines(count: int) -> str:
    """Return lines to write on: they stand on paper only."""
    return tag("div", "<i></i>" * count, class_="lines", aria_hidden="true") if count else ""


def _signing(one: Signing, words: Words) -> str:
    places = listed((words.text(place) + ":" for place in one.places), class_="places")
    return places + listed((_BOX + words.text(way) for way in one.ways), class_="boxes")
