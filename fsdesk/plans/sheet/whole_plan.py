"""The family's plan: the sections in the order of PR-17, in clear print or in the dyslexia-friendly profile."""

from __future__ import annotations

from collections.abc import Callable

from fsdesk.plans.sheet import agreed, around, goals, opening, own, talk, tasks, us
from fsdesk.plans.sheet.heads import Marks, sheet_with, title_of
from fsdesk.plans.sheet.page import Page
from fsdesk.plans.sheet.public import last_side
from fsdesk.plans.sheet.values import Section, Sheet

ORDER: tuple[Callable[[Page], list[Section]], ...] = (
    us.who_we_are,
    us.what_matters,
    us.what_is_strong,
    us.what_we_talked_about,
    goals.what_we_want,
    goals.help_we_chose,
    tasks.who_does_what,
    talk.what_worries_us,
    around.who_to_reach,
    around.who_is_near,
    talk.what_we_told_you,
    around.who_is_told,
    own.what_helps_me,
    talk.words_explained,
    talk.how_it_ended,
    agreed.which_rights,
    agreed.how_we_say_yes,
)
"""The sections of a family's plan, in the order in which they stand on paper (PR-17)."""


def plan_sheet(page: Page, marks: Marks) -> Sheet:
    """Return the family's plan."""
    say = page.say
    return sheet_with(
        page,
        marks,
        "plan",
        profile=marks.wishes.profile,
        title=title_of(page),
        made=opening.made(page),
        box=opening.box(page),
        contents=say.text("document.contents") if _is_long(page) else "",
        sections=tuple(section for part in ORDER for section in part(page)),
        last=last_side(say, page.edition.today),
    )


def _is_long(page: Page) -> bool:
    return len(page.plan.goals) > goals.MANY_GOALS or tasks.count(page) > tasks.MANY_TASKS
