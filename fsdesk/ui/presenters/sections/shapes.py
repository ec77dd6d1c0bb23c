"""What a section of the plan is made of, as data: which records, which of their fields, and how each is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import NamedTuple

from fsdesk.plans.model import Plan, Record


class Shape(Enum):
    """How a field is written or chosen."""

    WORDS = "words"
    LINE = "line"
    LINES = "lines"
    DAY = "day"
    ONE = "one"
    ANY = "any"
    YES = "yes"
    NUMBER = "number"


class Who(Enum):
    """Lists of the plan that a field chooses from."""

    FAMILY = "family"
    PEOPLE = "people"
    CHILDREN = "children"
    TEAM = "team"
    ANYBODY = "anybody"
    HOMES = "homes"
    GOALS = "goals"
    STEPS = "steps"
    STRENGTHS = "strengths"
    VOICES = "voices"
    ARTICLES = "articles"


Words = tuple[tuple[str, str], ...]
"""The values of a field and what each is called on the screen."""


class Shown(NamedTuple):
    """One field of a record: its name in the model, its words on the screen, how it is written or chosen."""

    field: str
    label: str
    shape: Shape = Shape.WORDS
    choices: Words | Who = ()
    main: bool = False
    """Shown even while the card is closed and the field is empty."""
    tip: str = ""
    tone: str = ""
    """``well`` is told in moss, as what holds a family up is everywhere."""


class Begun(NamedTuple):
    """What is known when a record begins: its id, the day, and whom or what it is for."""

    id: str
    today: date
    of: str = ""


class Kind(NamedTuple):
    """One kind of record in a section."""

    collection: str
    heading: str
    """``{name}`` is whose it is, ``{day}`` its day."""
    shown: tuple[Shown, ...]
    add: str = ""
    """What the button says that begins one; empty where another card begins it."""
    icon: str = "plus"
    begin: Callable[[Begun], Record] | None = None
    whose: str = ""
    """The field that names the person whose sign stands beside it; ``id`` is the record itself."""
    asks: Who | None = None
    """Whom or what it is for is asked before it begins."""
    asking: str = ""
    under: str = ""
    """The field that names the record it stands under."""
    day: str = ""
    seen_by: str = ""
    is_private: bool = False
    tone: str = ""
    """``safety`` and ``well`` have colours of their own."""
    has: Callable[[Plan, Record], bool] | None = None
    """Which records of the collection belong here; all of them where this is not said."""


class Section(NamedTuple):
    """One part of the plan."""

    key: str
    title: str
    lead: str
    nothing_yet: str
    kinds: tuple[Kind, ...]
    voices: bool = False
    """Whether the strip of voices stands at its top."""
    icon: str = ""
    """A shape of its own in the list of sections."""

    def kind(self, collection: str) -> Kind | None:
        """How records of a collection are shown here, if they are."""
        return next((kind for kind in self.kinds if kind.collection == collection), None)


SEEN_BY = (
    Shown(
        "audience/to",
        "Who may see it",
        Shape.ONE,
        (
            ("all", "Everyone in the plan"),
            ("named", "Only those named"),
            ("my_page", "Only on their own page"),
            ("my_worker", "Only me"),
        ),
    ),
    Shown("audience/readers", "Named, to see it", Shape.ANY, Who.PEOPLE),
)
