"""Easy read: sentences that the family and the worker chose together, each confirmed by reading it back (PR-09)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from fsdesk.errors import Held
from fsdesk.plans.model.goals import EasyLine
from fsdesk.plans.sheet import opening
from fsdesk.plans.sheet.easy_rows import EasyRow, EasyRows, Picture
from fsdesk.plans.sheet.heads import Marks, sheet_with, title_of
from fsdesk.plans.sheet.page import Page, plain
from fsdesk.plans.sheet.parts import Line, Run
from fsdesk.plans.sheet.values import Key, Section, Sheet

SIZE = 18
MOST_WORDS, MOST_SENTENCES = 12, 2
ROWS_A_SIDE, MOST_SIDES = 7, 12
_ENDS = re.compile(r"(?<=[.!?۔؟।])\s+|(?<=[。！？])")

_PARTS = {
    "matters": (("matters", "voices", "about_us"), Key.MATTERS, Picture.HEART),
    "strong": (("strengths",), Key.STRENGTHS, Picture.STAR),
    "want": (("goals",), Key.GOALS, Picture.SPROUT),
    "chose": (("options", "connections"), Key.SUPPORT, Picture.HELP),
    "does_what": (("steps", "promises"), Key.TASKS, Picture.LIST),
    "worries": (("worries",), Key.WORRIES, Picture.BUBBLE),
    "near": (("network", "reach_in", "team"), Key.TIES, Picture.PERSON),
}
"""The sections, each with what its sentences can be about, and the picture where none was chosen."""


class NotReadBack(Held):
    """An easy-read sentence waits to be read back with the family."""

    what = "An easy-read sentence has not been read back with the family yet."
    what_next = "Nothing was printed. Read it together, note the day, then print."


class NoEasyLines(Held):
    """The plan has no easy-read sentences."""

    what = "No easy-read sentences have been chosen with this family yet."
    what_next = "Nothing was printed. Choose and shorten them together, then print."


class TooLong(Held):
    """An easy-read sentence, or the whole of it, is longer than people can take in."""

    what_next = "Nothing was printed. Shorten it together, then print."


def easy_read(page: Page, marks: Marks) -> Sheet:
    """Return the page. Raises NoEasyLines, NotReadBack and TooLong: the program shortens nothing on its own."""
    own = list(_own_sections(page))
    if not own:
        raise NoEasyLines
    sections = [*_opening(page), *own, *_rights(page)]
    _keep_short(sections)
    return sheet_with(
        page,
        marks,
        "easy",
        size=SIZE,
        title=title_of(page),
        made=page.say.line("easy.made", day=page.say.day(page.edition.version_on)),
        older=(),  # a row says it
        sections=tuple(sections),
    )


def _own_sections(page: Page) -> Iterator[Section]:
    for name, (collections, key, usual) in _PARTS.items():
        about = [record.id for one in collections for record in getattr(page.plan, one)]
        chosen = [line for id_ in about for line in page.plan.easy_lines if line.of == id_]
        rows = tuple(_row(one, usual) for one in chosen if one.text.strip())
        if rows:
            yield Section(key=key, heading=page.say.text(f"easy.{name}"), blocks=(EasyRows(rows=rows),))


def _row(one: EasyLine, usual: Picture) -> EasyRow:
    if one.read_back_on is None:
        raise NotReadBack
    picture = Picture(one.picture) if one.picture in set(Picture) else usual
    return _easy(picture, plain(one.text.strip()))


def _easy(picture: Picture, line: Line) -> EasyRow:
    """Return a row with each of its sentences as a line."""
    lines: list[list[Run]] = [[]]
    for run in line:
        for at, piece in enumerate(_ENDS.split(run.text)):
            lines += [[]] if at else []
            lines[-1] += [Run(text=piece, strong=run.strong, lang=run.lang)] if piece else []
    return EasyRow(picture=picture, lines=tuple(tuple(one) for one in lines if one))


def _keep_short(sections: Iterable[Section]) -> None:
    rows = [
        row for one in sections for block in one.blocks if isinstance(block, EasyRows) for row in block.rows
    ]
    if any(len(row.lines) > MOST_SENTENCES for row in rows):
        raise TooLong(f"An easy-read row has more than {MOST_SENTENCES} sentences.")
    said = ["".join(run.text for run in line) for row in rows for line in row.lines]
    if any(len(one.split()) > MOST_WORDS for one in said):
        raise TooLong(f"An easy-read sentence has more than {MOST_WORDS} words.")
    if len(rows) > ROWS_A_SIDE * MOST_SIDES:
        raise TooLong(f"Easy read of more than {MOST_SIDES} sides is not easy to read.")


def _opening(page: Page) -> Iterator[Section]:
    """Yield what this is and when we meet."""
    say, worker = page.say, page.name(page.plan.worker)
    rows = [_easy(Picture.FAMILY, say.line("easy.this_is"))]
    if worker:
        rows.append(_easy(Picture.TOGETHER, say.line("easy.together", worker=worker)))
    rows.append(_easy(Picture.TURN, say.line("easy.can_change")))
    than = say.date(page.edition.version_on)
    rows.append(_easy(Picture.CLOCK, say.line("easy.older", than=than)))
    wrong = say.line("easy.wrong", worker=worker) if worker else say.line("easy.wrong_anyone")
    rows += [_easy(Picture.CROSS, wrong), *_meeting(page)]
    yield Section(key=Key.OPENING, heading="", blocks=(EasyRows(rows=tuple(rows)),))


def _meeting(page: Page) -> Iterator[EasyRow]:
    coming, say = opening.next_time(page), page.say
    if coming is None:
        return
    yield _easy(Picture.CALENDAR, _when(page, coming.on, coming.at))
    if coming.place:
        yield _easy(Picture.HOME, say.line("easy.meet_at", place=coming.place))


def _when(page: Page, on: date, at: str | None) -> Line:
    day = page.say.day(on)
    if not at:
        return page.say.line("easy.meet_on", day=day)
    return page.say.line("easy.meet_on_at", day=day, clock=_clock(page, at))


def _clock(page: Page, at: str) -> str:
    """Return a time as people say it: "15:45" is "quarter to 4"."""
    hour, minute = (int(part) for part in at.split(":"))
    spoken = {0: "full", 15: "quarter", 30: "half", 45: "three_quarters"}
    if minute not in spoken:
        return page.say.clock(at)
    this, coming = (hour - 1) % 12 + 1, hour % 12 + 1
    if page.say.pack.hours > 12:
        this, coming = hour, (hour + 1) % 24
    number = page.say.number
    return page.say.text(f"clock.{spoken[minute]}", hour=number(this), coming=number(coming))


def _rights(page: Page) -> Iterator[Section]:
    """Yield everybody's rights and whom to ring: the same rows for every family."""
    say = page.say
    rows = [
        _easy(picture, say.line(f"easy.{name}"))
        for picture, name in (
            (Picture.SCALES, "right_rights"),
            (Picture.HAND, "right_heard"),
            (Picture.NO, "right_no"),
            (Picture.LOCK, "right_private"),
            (Picture.HELP, "right_safe"),
        )
    ]
    name, reach = ("", "") if page.edition.is_apart else opening.who_to_ring(page)
    if name and any(sign.isdigit() for sign in reach):
        rows.append(_easy(Picture.PHONE, say.line("easy.ring", name=name, reach=reach)))
    yield Section(
        key=Key.PUBLIC_RIGHTS, heading=say.text("easy.rights"), blocks=(EasyRows(rows=tuple(rows)),)
    )
