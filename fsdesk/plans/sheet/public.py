"""The outside of the folded plan: rights, complaints, numbers anybody may see, and lines to write on."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache

from fsdesk import resources
from fsdesk.plans.sheet.parts import Line
from fsdesk.plans.sheet.phrases import Phrases
from fsdesk.plans.sheet.values import Key, Points, Section, Told, WriteOn

_LINES = 5
_YEAR = timedelta(days=366)


def checked(say: Phrases, today: date) -> tuple[Line, ...]:
    """Return the line that says on which day the public numbers were last checked; none for a page of an earlier day.

    A page cannot tell what was done after its own day: then it says nothing of it.
    """
    return (say.line("public.checked", day=say.date(checked_on())),) if checked_on() <= today else ()


@cache
def checked_on() -> date:
    """Return the day on which a person last checked the public numbers that are printed."""
    return date.fromisoformat(tomllib.loads(resources.read_text("print", "numbers.toml"))["checked_on"])


def is_old(today: date) -> bool:
    """Say whether the public numbers were checked more than a year before this day."""
    return today - checked_on() > _YEAR


def last_side(say: Phrases, today: date) -> tuple[Section, ...]:
    """Return the public sections: on one day the same words for every family and every reader."""
    rights = Section(
        key=Key.PUBLIC_RIGHTS,
        heading=say.text("public.rights.heading"),
        blocks=(
            Points(items=say.lines("public.rights.points")),
            Told(lines=(say.line("public.rights.children"),)),
        ),
    )
    unhappy = Section(
        key=Key.PUBLIC_UNHAPPY,
        heading=say.text("public.unhappy.heading"),
        blocks=(
            Points(items=say.lines("public.unhappy.points")),
            Told(lines=(say.line("public.unhappy.right_now"), *checked(say, today))),
        ),
    )
    ahead = Section(
        key=Key.PUBLIC_NEXT, heading=say.text("public.next.heading"), blocks=(WriteOn(count=_LINES),)
    )
    return (rights, unhappy, ahead)
