"""What every part of a plan is made of: values, records, spans of text, dates, and how a field may travel."""

from __future__ import annotations

import enum
from datetime import date, datetime
from typing import Annotated, Any

import msgspec


class Print(enum.StrEnum):
    """In whose edition a field may be printed (practice section 4, column print)."""

    ALL = "A"
    """Every family edition."""
    PERSON = "P"
    """Only the edition of the person it belongs to."""
    CHILD = "C"
    """The child's own page."""
    ASKED = "O"
    """Only when the family asks for it."""
    NEVER = "N"
    """On no paper at all."""


class Sync(enum.StrEnum):
    """How far a field may travel from this laptop (practice section 4, column sync)."""

    TEAM = "Y"
    """To the team lead."""
    SEALED = "Z"
    """To those with the sealed right only."""
    COUNTED = "G"
    """As an anonymous count; groups under five are held back."""
    STAYS = "N"
    """Never leaves this laptop."""


def says(
    what: str,
    *,
    to: Print = Print.ALL,
    travels: Sync = Sync.TEAM,
    refers: tuple[str, ...] = (),
    protects: str = "",
    pattern: str | None = None,
    max_length: int | None = None,
) -> msgspec.Meta:
    """Describe one field: its words in the JSON Schema, its audience, its travel, and what it refers to.

    `refers` names the collections in which a reference must be found ("*" is any record of the plan).
    `protects` names the most protective reading of the field, see `fsdesk.plans.protective`.
    """
    extra = {"print": to, "sync": travels, "refers": refers, "protects": protects}
    return msgspec.Meta(description=what, extra=extra, pattern=pattern, max_length=max_length)


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A frozen part of a plan; a change makes a new one."""


Id = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.\-]*$(?!\n)", max_length=64)]
Ids = frozenset[Id]

# [0-9] and not \d, which takes the digits of every script in one reader of patterns and only ours in another.
_DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?"
DAY_PATTERN = rf"^{_DATE}$(?!\n)"
MOMENT_PATTERN = rf"^{_DATE}[Tt ]{_TIME}([Zz]|[+-][0-9]{{2}}:?[0-9]{{2}})$(?!\n)"
Day = Annotated[date, msgspec.Meta(extra_json_schema={"pattern": DAY_PATTERN})]
Moment = Annotated[datetime, msgspec.Meta(tz=True, extra_json_schema={"pattern": MOMENT_PATTERN})]
Clock = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$(?!\n)", description="Time of day, 24 hours, HH:MM."
    ),
]
Month = Annotated[
    str, msgspec.Meta(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$(?!\n)", description="A month, YYYY-MM.")
]
Lang = Annotated[
    str, msgspec.Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$(?!\n)", description="A BCP 47 language tag.")
]
ZeroToTen = Annotated[int, msgspec.Meta(ge=0, le=10)]
Points = Annotated[int, msgspec.Meta(ge=12, le=48)]
Count = Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]
Article = Annotated[int, msgspec.Meta(ge=1, le=54)]


class SpanKind(enum.StrEnum):
    """Whose words a span holds."""

    QUOTE = "quote"
    SUMMARY = "summary"
    WORKER = "worker"


class Direction(enum.StrEnum):
    """The way a span reads."""

    LTR = "ltr"
    RTL = "rtl"


class Translation(Value, frozen=True, kw_only=True):
    """A person's translation of somebody's words; the words themselves stay as they were said."""

    text: str
    lang: Lang
    by: Annotated[str, says("Who translated it, a person, never a machine.")] = ""
    read_back_on: Annotated[Day | None, says("When it was read back to the speaker.")] = None


class Span(Value, frozen=True, kw_only=True):
    """A run of text in one language and one voice."""

    text: str
    lang: Lang = "en"
    dir: Direction = Direction.LTR
    kind: Annotated[
        SpanKind, says("quote: own words, verbatim; summary: retold; worker: the worker's words.")
    ] = SpanKind.WORKER
    speaker: Annotated[Id | None, says("Whose words these are.", refers=("people", "team"))] = None
    translations: tuple[Translation, ...] = ()


Spans = tuple[Span, ...]


class Reach(enum.StrEnum):
    """Who may see a record, from everyone in the plan to the worker alone."""

    ALL = "all"
    NAMED = "named"
    MY_PAGE = "my_page"
    MY_WORKER = "my_worker"


class Audience(Value, frozen=True, kw_only=True):
    """Who may see a record on paper or on a shown screen."""

    to: Annotated[
        Reach,
        says(
            "all: everyone in the plan; named: the readers named; my_page: only the page of the person whose words "
            "these are; my_worker: the worker alone, on no paper and in no package."
        ),
    ] = Reach.ALL
    readers: Annotated[Ids, says("Who may read it, when `to` is named.", refers=("people",))] = frozenset()


EVERYONE = Audience()


class Record(Value, frozen=True, kw_only=True):
    """One thing a plan holds, with an id of its own and where it came from."""

    id: Id
    made_by: Annotated[str, says("Who wrote it down: an id of this plan, or a name.", to=Print.NEVER)] = ""
    made_at: Annotated[Moment | None, says("When it was written down.", to=Print.NEVER)] = None
    changed_at: Annotated[Moment | None, says("When it was last changed.", to=Print.NEVER)] = None
    device: Annotated[str, says("The laptop it was written on.", to=Print.NEVER)] = ""
    audience: Annotated[Audience, says("Who may see it.", to=Print.NEVER, protects="narrowest")] = EVERYONE
    sealed: Annotated[
        bool, says("Only those with the sealed right may open it.", to=Print.NEVER, protects="true")
    ] = False


def text_of(spans: Spans) -> str:
    """Return the words of all spans, a space between them."""
    return " ".join(span.text for span in spans if span.text)


def has_words(spans: Spans) -> bool:
    """Say whether any span holds a visible character."""
    return any(span.text.strip() for span in spans)


def plain(value: Any) -> Any:
    """Return a value as JSON would hold it: dicts, lists, text, numbers; sets in sorted order."""
    return msgspec.to_builtins(value, str_keys=True, order="deterministic")
