"""What a subject-access pack is made of: lines that know whom they are about, and what was left out and why."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date

import msgspec

from fsdesk.plans.audience.guard import Guard


class About(enum.StrEnum):
    """Whose a line is."""

    PERSON = "person"
    """About this person and nobody else."""
    TOGETHER = "together"
    """About this person and others, as each of them may read it in their own copy of the plan."""
    FAMILY = "family"
    """About the family as a whole, as everyone in the plan may read it."""


class Why(enum.StrEnum):
    """Why something was left out, for the worker and the lead.

    The pack itself gives no such counts: that there is a serious worry, or something to hide from this person, would
    be told by its number alone.
    """

    OTHERS = "others"
    """It is about somebody else, or somebody else told it."""
    PRIVATE = "private"
    """Told for one's own page or one's worker alone (PG-6): it is better gone through together than put on paper."""
    SAFETY = "safety"
    """It could show where somebody is, or how to reach them (PG-2)."""
    SERIOUS = "serious"
    """A serious worry: the team lead looks first (PG-4)."""
    SEALED = "sealed"
    """Only those with the sealed right may open it."""
    OURS = "ours"
    """A worker's own note or a check's trace (PG-7)."""


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """A run of words in one language, or a day."""

    text: str = ""
    lang: str = "en"
    day: date | None = None
    own_words: bool = False


class AccessLine(msgspec.Struct, frozen=True, kw_only=True):
    """One thing the plan says: where it stands, whom it is about, and when it was written down."""

    collection: str
    """Empty for what the plan says of itself."""
    record: str
    field: str
    about: About
    people: tuple[str, ...]
    """Ids of the people whom it is about, this person first; empty for the whole family."""
    noted_on: date | None = None
    words: tuple[Text, ...]


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one person is given of one plan, and what was left out."""

    plan: str
    code: str
    person: str
    name: str
    made_on: date
    is_apart: bool
    """Something is to be kept safe from this person: the pack does not even count what is not in it (PG-8)."""
    lines: tuple[AccessLine, ...]
    names: Mapping[str, str]
    """What the people on its lines are called."""
    pictures: tuple[str, ...]
    """Hashes of the pictures that this person made."""
    left_out: Mapping[Why, int]
    """Records and fields, by why; never shown to the person."""
    guard: Guard
    """The last look at whatever is made of this pack."""

    @property
    def left_out_count(self) -> int:
        """How much was left out, whyever: the one number that the pack itself may give."""
        return sum(self.left_out.values())
