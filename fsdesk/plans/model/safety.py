"""Worries said plainly, what must stay hidden from whom, and what helps people feel safe."""

from __future__ import annotations

import enum
from typing import Annotated

from fsdesk.plans.model.base import Day, Id, Ids, Print, Record, Spans, Sync, Value, says


class WorryLevel(enum.StrEnum):
    """An everyday worry, or a serious one."""

    WORRY = "worry"
    SERIOUS = "serious"


class WorryArea(enum.StrEnum):
    """Everyday worries that something around the family may explain (R-34)."""

    ATTENDANCE = "attendance"
    LATE = "late"
    HUNGRY = "hungry"
    COLD = "cold"
    CLOTHES = "clothes"
    HOME = "home"
    HYGIENE = "hygiene"
    MISSED_APPOINTMENTS = "missed_appointments"
    MONEY = "money"
    OTHER = "other"


class Around(enum.StrEnum):
    """What around the family a note speaks of (R-34)."""

    HOUSING = "housing"
    MONEY = "money"
    TRAVEL = "travel"
    HEALTH = "health"
    CARING = "caring"


class NoticedHow(enum.StrEnum):
    """How a worry came to light."""

    SEEN = "seen"
    SAID = "said"
    HEARD = "heard"


class Worry(Record, frozen=True, kw_only=True):
    """Something somebody is worried about, in plain words; a serious one has six lines."""

    text: Annotated[Spans, says("The worry, plainly.")]
    about: Annotated[Ids, says("Whom it is about.", refers=("people",))] = frozenset()
    level: Annotated[
        WorryLevel, says("Everyday or serious; serious ones are sealed.", protects="serious")
    ] = WorryLevel.WORRY
    area: WorryArea | None = None
    around: Annotated[Spans, says("What around the family may explain it.")] = ()
    around_areas: frozenset[Around] = frozenset()
    noticed: NoticedHow | None = None
    noticed_by: Annotated[str, says("Who saw, heard or was told.")] = ""
    noticed_on: Annotated[Day | None, says("When.")] = None
    fear: Annotated[Spans, says("What we fear may happen.")] = ()
    already_safe: Annotated[Spans, says("What is already keeping people safe.")] = ()
    next_action: Annotated[Spans, says("What happens next.")] = ()
    next_owner: Annotated[Ids, says("Who does it.", refers=("people", "team"))] = frozenset()
    next_owner_name: Annotated[str, says("Who does it, if not in the plan: such as the team lead.")] = ""
    family_told_on: Annotated[Day | None, says("When the family was told.")] = None
    not_told_because: Annotated[Spans, says("Why the family has not been told yet.")] = ()
    child_safe_line: Annotated[
        Spans, says("The one line that may stand on the child's own page.", to=Print.CHILD)
    ] = ()


class HiddenKind(enum.StrEnum):
    """What somebody must not learn."""

    HOME = "home"
    SCHOOL = "school"
    PHONE = "phone"
    HEALTH = "health"
    MEETING_PLACES = "meeting_places"
    WORKPLACE = "workplace"
    ROUTES = "routes"
    TIMES = "times"
    OTHER = "other"


_SEALED = {"to": Print.NEVER, "travels": Sync.SEALED}


class SafetyBetween(Record, frozen=True, kw_only=True):
    """What certain people must not learn about others: gate PG-2 reads it first."""

    from_whom: Annotated[
        Ids, says("Who must not learn it.", refers=("people",), protects="union", **_SEALED)
    ] = frozenset()
    from_name: Annotated[str, says("Their name, if not in the plan.", **_SEALED)] = ""
    about: Annotated[Ids, says("Whom it protects.", refers=("people",), protects="union", **_SEALED)] = (
        frozenset()
    )
    hidden: Annotated[frozenset[HiddenKind], says("What is hidden.", protects="union", **_SEALED)] = (
        frozenset()
    )
    tokens: Annotated[
        frozenset[str],
        says(
            "Words that give it away: street, school, nickname of a place, phone.",
            protects="union",
            **_SEALED,
        ),
    ] = frozenset()
    legal_limits: Annotated[str, says("Court orders and what they say.", **_SEALED)] = ""
    source: Annotated[str, says("Who told us.", **_SEALED)] = ""
    since: Annotated[Day | None, says("Since when.", **_SEALED)] = None


class FeelSafe(Record, frozen=True, kw_only=True):
    """What helps one person feel safe when we meet."""

    person: Annotated[Id | None, says("Who.", to=Print.PERSON, refers=("people",))] = None
    words: Annotated[Spans, says("Where, who, exits, breaks, words to avoid.", to=Print.PERSON)] = ()


class SafetyPlanHeld(Value, frozen=True, kw_only=True):
    """Who holds the safety plan; never the plan itself."""

    held_by: str
    since: Day | None = None


class PlaceToAvoid(Record, frozen=True, kw_only=True):
    """A place the family must not be sent to."""

    name: Annotated[str, says("The place.", **_SEALED)]
    person: Annotated[Id | None, says("For whom.", refers=("people",), **_SEALED)] = None
