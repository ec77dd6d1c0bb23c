"""What every rule file is made of: the place it noticed, its examples, and the promise each file keeps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple, Protocol

from fsdesk.plans.example_records import TODAY
from fsdesk.plans.findings import Seen, Severity
from fsdesk.plans.model import Plan, Record
from fsdesk.plans.rules.pack import Pack

__all__ = ["Example", "Iterator", "Pack", "Plan", "Rule", "Seen", "Severity", "at", "date", "on"]


class Example(NamedTuple):
    """A small plan on which a rule speaks, or rightly keeps quiet; a test and a paragraph of the handbook.

    `where` are the places it notices, in order. `also` names other rules that cannot but speak there too.
    """

    says: str
    plan: Plan
    where: tuple[str, ...] = ()
    today: date = TODAY
    also: tuple[str, ...] = ()


class Rule(Protocol):
    """What a rule file holds. `READS` names the fields of a plan that `look` may read, and no others."""

    @property
    def ID(self) -> str:  # noqa: N802 - a constant of the file
        """Such as R-01."""

    @property
    def PRINCIPLES(self) -> tuple[str, ...]:  # noqa: N802 - a constant of the file
        """The ids of its principles; the first gives the source that is shown."""

    @property
    def SEVERITY(self) -> Severity:  # noqa: N802 - a constant of the file
        """How it speaks, unless a place says otherwise."""

    @property
    def VERSION(self) -> int:  # noqa: N802 - a constant of the file
        """Raised when what it notices changes."""

    @property
    def READS(self) -> tuple[str, ...]:  # noqa: N802 - a constant of the file
        """The fields of a plan that `look` may read."""

    @property
    def NOTICED(self) -> tuple[Example, ...]:  # noqa: N802 - a constant of the file
        """Plans on which it speaks."""

    @property
    def QUIET(self) -> tuple[Example, ...]:  # noqa: N802 - a constant of the file
        """Plans on which it rightly keeps quiet."""

    def look(self, plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
        """Yield what this rule notices, in document order."""


def at(
    collection: str,
    index: int,
    record: Record,
    *,
    say: str = "default",
    about: tuple[Any, ...] | None = None,
    severity: Severity | None = None,
    **fill: str,
) -> Seen:
    """Return a place at one record; an answer rests until `about` changes, the record itself by default."""
    return Seen(
        where=f"/{collection}/{index}",
        ids=(record.id,),
        about=(record,) if about is None else about,
        say=say,
        fill=fill,
        severity=severity,
    )


def on(
    field: str,
    *,
    say: str = "default",
    about: tuple[Any, ...] = (),
    severity: Severity | None = None,
    **fill: str,
) -> Seen:
    """Return a place at a field of the plan itself; an answer rests until `about` changes."""
    return Seen(where=f"/{field}", about=about, say=say, fill=fill, severity=severity)
