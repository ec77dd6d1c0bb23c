"""A plan's edition becomes a Sheet: the sections in the order of PR-17, and one last look at all of it."""

from __future__ import annotations

from collections.abc import Callable

from fsdesk.errors import Refused
from fsdesk.plans.audience import Edition
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet import agreed, around, goals, opening, own, talk, tasks, us
from fsdesk.plans.sheet.page import Page
from fsdesk.plans.sheet.phrases import phrases
from fsdesk.plans.sheet.public import last_side
from fsdesk.plans.sheet.values import Section, Sheet, texts
from fsdesk.plans.tokens import needles_of

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


class NotThisFormat(Refused):
    """This document is not built yet."""

    what = "fsdesk cannot make that document yet."
    what_next = "Nothing was printed. Choose the format plan."


def sheet_of(edition: Edition, *, language: str = "en", letter: str, version: int) -> Sheet:
    """Return everything that stands on the reader's page, in order.

    `letter` is the edition's one letter and `version` the plan's version. Raises NotThisFormat, NoSuchLanguage;
    and WouldGiveAway when a hidden word still stands on the finished page: then nothing may be printed.
    """
    if edition.format is not PrintFormat.PLAN:
        raise NotThisFormat
    page = Page(edition, phrases(language))
    sheet = _sheet(page, letter, version)
    fixed = page.say.fixed()
    edition.guard.check(text for text in texts(sheet) if text not in fixed)
    return sheet


def version_of(edition: Edition) -> int:
    """Return the number of the plan's newest version; a plan that has none yet is at its first."""
    return edition.version


def _sheet(page: Page, letter: str, version: int) -> Sheet:
    say, title = page.say, _title(page)
    code, number = page.plan.code, str(version)
    kind = say.text("document.plan")
    return Sheet(
        lang=say.lang,
        document_title=say.text("document.title", kind=kind, code=code, version=number),
        title=title,
        strip=say.text("document.talking_copy") if page.edition.is_talking_copy else "",
        made=opening.made(page),
        box=opening.box(page),
        older=opening.older(page),
        contents=say.text("document.contents") if _is_long(page) else "",
        sections=tuple(section for part in ORDER for section in part(page)),
        last=last_side(say),
        footer=_footer(page, code, number, letter),
        side=say.template("document.side"),
        more=say.template("document.more"),
    )


def _title(page: Page) -> str:
    """Return the family's own title, unless a surname stands in it: that is on no paper."""
    usual = page.say.text("document.plan")
    title = page.plan.title.strip() or usual
    return usual if needles_of([page.edition.family_name]).are_in(title) else title


def _footer(page: Page, code: str, version: str, letter: str) -> str:
    """Return what stands at the foot of every side; anybody may see it, so it says nothing but what this is."""
    kind, day = page.say.text("document.plan"), page.say.date(page.edition.today)
    return page.say.text("document.footer", title=kind, code=code, version=version, letter=letter, day=day)


def _is_long(page: Page) -> bool:
    return len(page.plan.goals) > goals.MANY_GOALS or tasks.count(page) > tasks.MANY_TASKS
