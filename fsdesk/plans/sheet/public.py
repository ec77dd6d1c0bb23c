"""The outside of the folded plan: rights, complaints, numbers anybody may see, and lines to write on."""

from __future__ import annotations

from fsdesk.plans.sheet.phrases import Phrases
from fsdesk.plans.sheet.values import Key, Points, Section, Told, WriteOn

_LINES = 5


def last_side(say: Phrases) -> tuple[Section, ...]:
    """Return the public sections: the same words for every family and every reader."""
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
            Told(lines=(say.line("public.unhappy.right_now"),)),
        ),
    )
    ahead = Section(
        key=Key.PUBLIC_NEXT, heading=say.text("public.next.heading"), blocks=(WriteOn(count=_LINES),)
    )
    return (rights, unhappy, ahead)
