"""What taking a sheet's answers is made of: the sheet at its version, each box's outcome, each thing it does."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from fsdesk import resources
from fsdesk.plans.fold import Place
from fsdesk.plans.merge import Current
from fsdesk.plans.model.base import Record, Spans
from fsdesk.plans.model.reviews import NumberChange
from fsdesk.plans.paper.boxes import Box
from fsdesk.plans.paper.form import Typed
from fsdesk.plans.paper.reach import Reading


class Setting(NamedTuple):
    """A field of a record as the sheet says it."""

    place: Place
    field: str
    value: Any
    """As a plain value."""


class Does(NamedTuple):
    """One thing that taking an answer does."""

    kind: str
    sentence: str
    setting: Setting | None = None
    record: Record | None = None
    collection: str = ""
    part: str = ""
    """Which part of the day's review it belongs to."""
    said: Spans = ()
    number: NumberChange | None = None
    notes: tuple[str, ...] = ()
    is_two: bool = False
    """Whether two readings would stand side by side."""

    @property
    def changes(self) -> bool:
        """Whether it changes anything of the plan."""
        return self.setting is not None or self.record is not None or bool(self.part)


class Outcome(NamedTuple):
    """One box that was answered, what stood in it, and what taking it does."""

    box: Box
    typed: tuple[Typed, ...]
    does: tuple[Does, ...]

    @property
    def changes(self) -> bool:
        """Whether taking it changes anything of the plan."""
        return any(one.changes for one in self.does)

    @property
    def is_shared(self) -> bool:
        """Whether it changes what stands in the plan itself, for everyone who reads that part."""
        return any(one.setting is not None for one in self.does)


class Sheet(NamedTuple):
    """Everything that the answers are read against."""

    then: Current
    """The plan as the sheet's version holds it."""
    now: Current
    boxes: tuple[Box, ...]
    language: str
    reading: Reading
    today: date
    new_id: Callable[[], str]


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Return the sentences a worker reads of a sheet that came back."""
    return tomllib.loads(resources.read_text("paper", "en.toml"))
