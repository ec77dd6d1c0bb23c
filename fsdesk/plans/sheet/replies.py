"""What the family asked for and what became of it, row by row."""

from __future__ import annotations

import enum

from fsdesk.plans.sheet.parts import Line, Part


class Became(enum.StrEnum):
    """What became of something the family asked for; each has a shape and a word."""

    DONE = "done"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    COULD_NOT = "could_not"


class Reply(Part, frozen=True, kw_only=True):
    """One thing we were told, and what we did about it."""

    became: Became
    word: str
    said: tuple[Line, ...]
    who: str
    lines: tuple[Line, ...]


class Replies(Part, frozen=True, kw_only=True):
    """All of them, under the headings of the columns."""

    said: str
    did: str
    rows: tuple[Reply, ...]


class Tally(Part, frozen=True, kw_only=True):
    """How many rows there are of each kind, counted from the rows."""

    items: tuple[Line, ...]
