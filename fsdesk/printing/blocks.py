"""Every block of a sheet as flowables: the one place that knows which looks like what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable

from fsdesk.plans.sheet.easy_rows import EasyRows
from fsdesk.plans.sheet.own_page import Bubble, Card, ColourFaces, MyPeople
from fsdesk.plans.sheet.papers import Boxes, CutCards, FoldHere, SquareBeside, Steps, WordGrid
from fsdesk.plans.sheet.questions import Asks
from fsdesk.plans.sheet.replies import Replies, Tally
from fsdesk.plans.sheet.shown import Shown
from fsdesk.plans.sheet.values import (
    Aside,
    Block,
    Choices,
    GoalCard,
    Points,
    Section,
    Signing,
    Sub,
    Tasks,
    Ties,
    Told,
    Wheel,
    WriteOn,
)
from fsdesk.printing.asked import asks
from fsdesk.printing.containers import Whole, least, least_of
from fsdesk.printing.easy import easy_rows
from fsdesk.printing.figures import ScaleFigure, WheelFigure
from fsdesk.printing.headings import Heading, SubHeading
from fsdesk.printing.lists import Boxed, Ruled, SignHere, choices, points
from fsdesk.printing.own_page import ColourFacesFigure, MyPeopleFigure, bubble, card
from fsdesk.printing.passages import Passage
from fsdesk.printing.pieces import written
from fsdesk.printing.replies import Tallied, replies
from fsdesk.printing.setting import Setting
from fsdesk.printing.shown import ShownFigure
from fsdesk.printing.styles import WIDTH
from fsdesk.printing.tables import tasks
from fsdesk.printing.tags import Element
from fsdesk.printing.team_papers import Cards, Fold, Grid, SquareFigure, boxes, steps
from fsdesk.printing.ties import ties

_PICTURES = (ShownFigure, ColourFacesFigure, MyPeopleFigure)
_LONGEST_NAME = 120
"""A name of more letters runs on as a paragraph of its own; it cannot stand beside the words."""


def section(one: Section, number: int, more: str, setting: Setting) -> list[Flowable]:
    """Return a section: its heading stays with the first of its words."""
    inside = [
        part for block in _beside_wheel(one.blocks, setting) for part in flowables(block, more, setting)
    ]
    inside = list(_with_their_words(inside, setting))
    if any(isinstance(part, SignHere) for part in inside):
        inside = [Whole(inside, setting)]  # what a name stands under is read beside it
    if not one.heading:
        return list(_with_room(inside, setting))
    heading = Heading(one.key, one.heading, number, setting)
    return under(heading, inside, setting)


def _with_their_words(parts: list[Flowable], setting: Setting) -> Iterator[Flowable]:
    """Yield the flowables; a picture stays on one side with the line that says whose or what for it is."""
    waiting: Flowable | None = None
    for part in parts:
        if isinstance(part, _PICTURES) and waiting is not None:
            yield Whole([waiting, part], setting, after=part.spaceAfter)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = part
    if waiting is not None:
        yield waiting


def under(heading: Flowable, inside: list[Flowable], setting: Setting) -> list[Flowable]:
    """Return a heading with what stands under it: on the next side when too little of it fits on this one."""
    needed = least(heading) + heading.getSpaceAfter() + _beginning(inside)
    return [CondPageBreak(max(needed, setting.heading_room)), heading, *_with_room(inside, setting)]


def _beside_wheel(blocks: tuple[Block, ...], setting: Setting) -> list[Block | WheelFigure]:
    """Return the blocks with the wheel drawn up, as much of what follows it beside it as fits there."""
    if not blocks or not isinstance(blocks[0], Wheel):
        return list(blocks)
    wheel = WheelFigure(blocks[0], setting)
    views = [one for one in blocks[1:] if isinstance(one, Told)]
    others = [one for one in blocks[1:] if not isinstance(one, Told)]
    return [wheel, *wheel.take_beside(views), *others]


def _with_room(parts: list[Flowable], setting: Setting) -> Iterator[Flowable]:
    """Yield the flowables; a heading inside a section gets room for what follows it."""
    for at, part in enumerate(parts):
        if isinstance(part, SubHeading):
            yield CondPageBreak(max(_beginning(parts[at:]), setting.heading_room - 14))
        yield part


def _beginning(parts: list[Flowable]) -> float:
    """Return how much has to stand together: headings inside, and the least of what follows them."""
    needed = 0.0
    for at, part in enumerate(parts):
        if not isinstance(part, SubHeading):
            return needed + least_of(parts[at:])
        needed += part.wrap(WIDTH, 0)[1] + part.getSpaceAfter() + part.getSpaceBefore()
    return needed


def flowables(block: Block | WheelFigure, more: str, setting: Setting) -> list[Flowable]:
    """Return one block of a sheet as it is drawn; `more` is how a name is repeated over the page."""
    if isinstance(block, WheelFigure):
        return [block]
    if isinstance(block, Told):
        return _told(block, more, setting)
    several = _SEVERAL.get(type(block))
    return several(block, setting) if several else [_SINGLE[type(block)](block, setting)]


def _told(block: Told, more: str, setting: Setting) -> list[Flowable]:
    style = setting.quote if block.own_words else setting.body
    tag = Element("P", Element("BlockQuote") if block.own_words else None)
    made = [
        Passage(line, setting, style if not at else setting.body, more=more, tag=None if at else tag)
        for at, line in enumerate(block.lines)
    ]
    if len(block.who) > _LONGEST_NAME:
        made.insert(0, Passage((written(block.who, strong=True),), setting))
    elif block.who and block.lines:
        made[0] = Passage(block.lines[0], setting, style, name=block.who, more=more, tag=tag)
    for part in made[:-1]:
        part.spaceAfter = 1
    return list(made)


def _goal(block: GoalCard, setting: Setting) -> Whole:
    first = (written(f"{setting.number(block.number)}. ", strong=True), *block.lines[0])
    lines = [Passage(first, setting, setting.quote), *(Passage(line, setting) for line in block.lines[1:])]
    for part in lines:
        part.spaceAfter = 1
    if block.scale is None:
        return Whole(lines, setting, after=10)
    lines[-1].spaceAfter = 4
    scale = ScaleFigure(block.scale, setting)
    ends = [Passage((written(one),), setting) for one in scale.ends]
    return Whole([*lines, scale, *ends], setting, after=10)


def _goals(block: GoalCard, setting: Setting) -> list[Flowable]:
    return [_goal(block, setting)]


def _sub(block: Sub, setting: Setting) -> Flowable:
    return SubHeading(block.text, setting)


_SEVERAL: Mapping[type, Callable[[Any, Setting], list[Flowable]]] = {
    GoalCard: _goals,
    Points: points,
    Choices: choices,
    Tasks: tasks,
    Ties: ties,
    Asks: asks,
    Replies: replies,
    EasyRows: easy_rows,
    Steps: steps,
}
"""Blocks of several paragraphs, rows or figures."""
_SINGLE: Mapping[type, Callable[[Any, Setting], Flowable]] = {
    Sub: _sub,
    Aside: Boxed,
    WriteOn: Ruled,
    Signing: SignHere,
    Tally: Tallied,
    Bubble: bubble,
    Card: card,
    ColourFaces: ColourFacesFigure,
    MyPeople: MyPeopleFigure,
    Boxes: boxes,
    FoldHere: Fold,
    WordGrid: Grid,
    SquareBeside: SquareFigure,
    CutCards: Cards,
    Shown: ShownFigure,
}
"""Blocks that are one thing."""
