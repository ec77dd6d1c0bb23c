"""What stands on a page, in order, as values without layout: paper, the accessible copy and the screen share it."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Any

import msgspec

from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet.easy_rows import EasyRows
from fsdesk.plans.sheet.own_page import Bubble, Card, ColourFaces, MyPeople
from fsdesk.plans.sheet.papers import Boxes, CutCards, FoldHere, SquareBeside, Steps, WordGrid
from fsdesk.plans.sheet.parts import Line, Part, Run
from fsdesk.plans.sheet.questions import Asks
from fsdesk.plans.sheet.replies import Replies, Tally
from fsdesk.plans.sheet.shown import Shown
from fsdesk.plans.sheet.variants import Variant


class Told(Part, frozen=True, kw_only=True):
    """Somebody's or something's paragraphs, with a name beside them where there is one."""

    who: str = ""
    lines: tuple[Line, ...]
    own_words: bool = False
    """In somebody's own words: set a little larger."""


class Points(Part, frozen=True, kw_only=True):
    """A list of equals."""

    items: tuple[Line, ...]


class Sub(Part, frozen=True, kw_only=True):
    """A heading inside a section."""

    text: str


class ScaleLine(Part, frozen=True, kw_only=True):
    """A 0 to 10 line with words at both ends; a number stands on it only when somebody gave one."""

    today: int | None = None
    hoped: int | None = None
    now: str = ""
    enough: str = ""
    low: str
    high: str


class GoalCard(Part, frozen=True, kw_only=True):
    """One goal: its number on this page, its words, how we will know, and its line."""

    number: int
    lines: tuple[Line, ...]
    scale: ScaleLine | None = None


class Answer(enum.StrEnum):
    """What was said to an option; each has a shape of its own, none is worth more."""

    YES = "yes"
    LATER = "later"
    NO = "no"
    HAVE = "have"
    OPEN = "open"


class Choice(Part, frozen=True, kw_only=True):
    """One option and what was said to it."""

    answer: Answer
    word: str
    lines: tuple[Line, ...]


class Choices(Part, frozen=True, kw_only=True):
    """The options that somebody answered."""

    rows: tuple[Choice, ...]


class Aside(Part, frozen=True, kw_only=True):
    """A sentence in a box of its own."""

    line: Line


class Talk(enum.StrEnum):
    """What the wheel shows of an area: what was talked about, never a score."""

    STRONG = "strong"
    WORKING = "working"
    NOT_YET = "not_yet"


class Slice(Part, frozen=True, kw_only=True):
    """One of the eight parts of the wheel."""

    word: str
    talk: Talk


class Wheel(Part, frozen=True, kw_only=True):
    """The eight areas, and the key to their three fillings."""

    middle: str
    slices: tuple[Slice, ...]
    strong: str
    working: str
    not_yet: str


class TieKind(enum.StrEnum):
    """How close somebody or something is."""

    STRONG = "strong"
    EVERYDAY = "everyday"
    STRAINED = "strained"
    HOPED_FOR = "hoped_for"


class Tie(Part, frozen=True, kw_only=True):
    """Somebody or something around us, and what they bring."""

    name: str
    brings: Line
    kind: TieKind
    word: str


class Ties(Part, frozen=True, kw_only=True):
    """Who and what is near: drawn as a map while it fits, as a list beyond that."""

    middle: str
    ties: tuple[Tie, ...]
    is_map: bool


class Task(Part, frozen=True, kw_only=True):
    """Something one of us does."""

    lines: tuple[Line, ...]
    who: str
    by: str
    done: bool = False


class Tasks(Part, frozen=True, kw_only=True):
    """What several of us do, under the headings of its columns."""

    what: str
    who: str
    by: str
    rows: tuple[Task, ...]
    follows: bool = False
    """It stands right below a table of the same columns, whose headings serve for both."""


class WriteOn(Part, frozen=True, kw_only=True):
    """Lines to write on."""

    count: int
    if_room: bool = False
    """Only as many as the side has room for: they are worth no side of their own."""


class Signing(Part, frozen=True, kw_only=True):
    """Room to sign, and other ways to say yes."""

    places: tuple[str, ...]
    ways: tuple[str, ...]


Block = (
    Told
    | Points
    | Sub
    | GoalCard
    | Choices
    | Aside
    | Wheel
    | Ties
    | Tasks
    | WriteOn
    | Signing
    | Asks
    | Replies
    | Tally
    | Bubble
    | Card
    | ColourFaces
    | MyPeople
    | EasyRows
    | Boxes
    | Steps
    | FoldHere
    | WordGrid
    | SquareBeside
    | CutCards
    | Shown
)


class Key(enum.StrEnum):
    """The sections a page can have; each has a picture and a name for refusals."""

    OPENING = "opening"
    WHO = "who"
    MATTERS = "matters"
    STRENGTHS = "strengths"
    WELLBEING = "wellbeing"
    GOALS = "goals"
    SUPPORT = "support"
    TASKS = "tasks"
    WORRIES = "worries"
    REACH = "reach"
    TIES = "ties"
    ANSWERS = "answers"
    SHARING = "sharing"
    RIGHTS = "rights"
    OWN = "own"
    ENDING = "ending"
    AGREEMENT = "agreement"
    GLOSSARY = "glossary"
    PROMISES = "promises"
    CHANGED = "changed"
    NEXT = "next"
    HEARD = "heard"
    PUBLIC_RIGHTS = "public_rights"
    PUBLIC_UNHAPPY = "public_unhappy"
    PUBLIC_NEXT = "public_next"


class Section(Part, frozen=True, kw_only=True):
    """One part of the page under a heading."""

    key: Key
    heading: str
    blocks: tuple[Block, ...]
    is_spare: bool = False
    """Room to write or draw in, left out where it alone would need a second sheet of paper."""


class Cell(Part, frozen=True, kw_only=True):
    """One of the answers in the box of page 1."""

    heading: str = ""
    lines: tuple[Line, ...]
    beside: bool = False
    """It stands in the second column of the box."""


class Profile(enum.StrEnum):
    """How a page of the usual size is set."""

    STANDARD = "standard"
    DYSLEXIA = "dyslexia"


class Sheet(Part, frozen=True, kw_only=True):
    """A whole document for one reader."""

    kind: PrintFormat = PrintFormat.PLAN
    size: int = 14
    """The size of its body in points."""
    profile: Profile = Profile.STANDARD
    variant: Variant = Variant.CHILD
    for_team: bool = False
    """A paper that a team keeps: a recovery sheet, contact cards."""
    lang: str
    document_title: str
    """Kind, code and version: the only name the file and the print job carry."""
    title: str
    letters: str = ""
    """By which of its language's letters it is set, where the reader chose; empty for the usual ones."""
    digits: str = "0123456789"
    """The ten digits of its own numbers, from 0. Phone numbers and codes keep theirs."""
    unchecked: tuple[Line, ...] = ()
    """Says in both languages that no native speaker has read the fixed words yet; empty once somebody has."""
    strip: str = ""
    """What stands at the head of every side while the plan is not agreed."""
    made: Line
    box: tuple[Cell, ...]
    older: Line
    contents: str = ""
    """The heading of the list of contents; empty when the plan is short enough without."""
    square: str = ""
    """What the square on every side holds, with {side} to fill in; empty where a document has none."""
    code_words: tuple[str, ...] = ()
    """What stands beside the square, {side} to fill in."""
    sections: tuple[Section, ...]
    last: tuple[Section, ...]
    """The outside of the folded plan: public words only, on a side of their own."""
    footer: str
    side: str
    """How a side is numbered, with {side} and {sides} to fill in."""
    more: str
    """A name that is repeated over the page, with {name} to fill in."""


def texts(part: Any) -> Iterator[str]:
    """Yield every text of a sheet that somebody can read, one paragraph or label at a time."""
    if isinstance(part, enum.Enum):
        return  # names of states and kinds are for nobody to read
    if isinstance(part, str):
        if part:
            yield part
    elif isinstance(part, tuple | list):
        if part and isinstance(part[0], Run):
            yield "".join(run.text for run in part)
        else:
            for one in part:
                yield from texts(one)
    elif isinstance(part, msgspec.Struct):
        for name in part.__struct_fields__:
            yield from texts(getattr(part, name))


__all__ = ["Line", "Part", "Run", "texts"]
