"""Every block of a sheet as flowables: the one place that knows which looks like what."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import CondPageBreak, Flowable

from fsdesk.plans.sheet.values import (
    Aside,
    Block,
    Choices,
    GoalCard,
    Points,
    Run,
    Section,
    Sheet,
    Signing,
    Sub,
    Tasks,
    Ties,
    Told,
    Wheel,
    WriteOn,
)
from fsdesk.printing.containers import Whole, least, least_of
from fsdesk.printing.figures import ScaleFigure, WheelFigure
from fsdesk.printing.headings import Heading, SubHeading
from fsdesk.printing.lists import Boxed, Ruled, SignHere, choices, points
from fsdesk.printing.passages import Passage
from fsdesk.printing.styles import BODY, HEADING_ROOM, QUOTE, SUB_ROOM, WIDTH
from fsdesk.printing.tables import tasks
from fsdesk.printing.ties import ties

_LONGEST_NAME = 120
"""A name of more letters runs on as a paragraph of its own; it cannot stand beside the words."""


def section(one: Section, number: int, sheet: Sheet) -> list[Flowable]:
    """Return a section: its heading stays with the first of its words."""
    inside = [part for block in _beside_wheel(one.blocks) for part in _flowables(block, sheet)]
    if any(isinstance(part, SignHere) for part in inside):
        inside = [Whole(inside, has_strip=bool(sheet.strip))]  # what a name stands under is read beside it
    heading = Heading(one.key, one.heading, number)
    needed = least(heading) + heading.getSpaceAfter() + _beginning(inside)
    return [CondPageBreak(max(needed, HEADING_ROOM)), heading, *_with_room(inside)]


def _beside_wheel(blocks: tuple[Block, ...]) -> list[Block | WheelFigure]:
    """Return the blocks with the wheel drawn up, as much of what follows it beside it as fits there."""
    if not blocks or not isinstance(blocks[0], Wheel):
        return list(blocks)
    wheel = WheelFigure(blocks[0])
    views = [one for one in blocks[1:] if isinstance(one, Told)]
    others = [one for one in blocks[1:] if not isinstance(one, Told)]
    return [wheel, *wheel.take_beside(views), *others]


def _with_room(parts: list[Flowable]) -> Iterator[Flowable]:
    """Yield the flowables; a heading inside a section gets room for what follows it."""
    for at, part in enumerate(parts):
        if isinstance(part, SubHeading):
            yield CondPageBreak(max(_beginning(parts[at:]), SUB_ROOM))
        yield part


def _beginning(parts: list[Flowable]) -> float:
    """Return how much has to stand together: headings inside, and the least of what follows them."""
    needed = 0.0
    for at, part in enumerate(parts):
        if not isinstance(part, SubHeading):
            return needed + least_of(parts[at:])
        needed += part.wrap(WIDTH, 0)[1] + part.getSpaceAfter() + part.getSpaceBefore()
    return needed


def _flowables(block: Block | WheelFigure, sheet: Sheet) -> list[Flowable]:
    match block:
        case WheelFigure():
            return [block]
        case Told():
            return _told(block, sheet.more)
        case GoalCard():
            return [_goal(block, bool(sheet.strip))]
        case Points():
            return points(block)
        case Choices():
            return choices(block.rows)
        case Tasks():
            return tasks(block, bool(sheet.strip))
        case Ties():
            return ties(block)
        case _:
            return [_single(block)]


def _single(block: Block) -> Flowable:
    match block:
        case Sub():
            return SubHeading(block.text)
        case Aside():
            return Boxed(block)
        case WriteOn():
            return Ruled(block)
        case Signing():
            return SignHere(block)
    raise TypeError(type(block).__name__)


def _told(block: Told, more: str) -> list[Flowable]:
    style = QUOTE if block.own_words else BODY
    made = [Passage(line, style if not at else BODY, more=more) for at, line in enumerate(block.lines)]
    if len(block.who) > _LONGEST_NAME:
        made.insert(0, Passage((Run(text=block.who, strong=True),)))
    elif block.who and block.lines:
        made[0] = Passage(block.lines[0], style, name=block.who, more=more)
    for part in made[:-1]:
        part.spaceAfter = 1
    return list(made)


def _goal(block: GoalCard, has_strip: bool) -> Whole:
    first = (Run(text=f"{block.number}. ", strong=True), *block.lines[0])
    lines = [Passage(first, QUOTE), *(Passage(line) for line in block.lines[1:])]
    for part in lines:
        part.spaceAfter = 1
    if block.scale is None:
        return Whole(lines, after=10, has_strip=has_strip)
    lines[-1].spaceAfter = 4
    scale = ScaleFigure(block.scale)
    ends = [Passage((Run(text=one),)) for one in scale.ends]
    return Whole([*lines, scale, *ends], after=10, has_strip=has_strip)
