"""A plan's edition becomes a Sheet: one maker for each document, and one last look at all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec

from fsdesk.plans.audience import Edition
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet import review, twin
from fsdesk.plans.sheet.child import child_page
from fsdesk.plans.sheet.easy import easy_read
from fsdesk.plans.sheet.heads import Marks, Wishes
from fsdesk.plans.sheet.large import large_print
from fsdesk.plans.sheet.page import Page
from fsdesk.plans.sheet.parts import Line
from fsdesk.plans.sheet.phrases import Phrases, phrases
from fsdesk.plans.sheet.said_did import said_did
from fsdesk.plans.sheet.values import Sheet, texts
from fsdesk.plans.sheet.whole_plan import ORDER, plan_sheet

ENGLISH = "en"
_MAKERS: Mapping[PrintFormat, Callable[[Page, Marks], Sheet]] = {
    PrintFormat.PLAN: plan_sheet,
    PrintFormat.LARGE_PRINT: large_print,
    PrintFormat.EASY_READ: easy_read,
    PrintFormat.CHILD: child_page,
    PrintFormat.REVIEW_SHEET: review.review_sheet,
    PrintFormat.YOU_SAID_WE_DID: said_did,
}


def sheet_of(
    edition: Edition,
    *,
    language: str = "en",
    letter: str,
    version: int,
    digest: str = "",
    wishes: Wishes | None = None,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> Sheet:
    """Return everything that stands on the reader's page, in order.

    `letter` is the edition's one letter, `version` the plan's version and `digest` four signs of its edits;
    `pictures` are the plan's drawings and photos by their hash, and only what this reader sees is shown.
    Raises NoSuchLanguage; NotThisSize, NotAChild; Held where a document waits for an answer or a confirmation; and
    WouldGiveAway when a hidden word still stands on the finished page: then nothing may be printed.
    """
    wished = wishes or Wishes()
    page = Page(edition, phrases(language, wished.digits), pictures)
    make, marks = _MAKERS[edition.format], Marks(letter, version, digest, wished)
    sheet = make(page, marks)
    if language != ENGLISH:
        twin.check(sheet, make(Page(edition, phrases(ENGLISH), pictures), marks))
        sheet = msgspec.structs.replace(sheet, unchecked=_unchecked(page.say))
    fixed = page.say.fixed() | phrases(ENGLISH).fixed()
    edition.guard.check(text for text in texts(sheet) if text not in fixed)
    return sheet


def _unchecked(say: Phrases) -> tuple[Line, ...]:
    """Return what an unchecked pack says of itself, in its own language and in English."""
    both = (say, phrases(ENGLISH))
    return () if say.pack.is_checked else tuple(one.line("document.unchecked") for one in both)


def boxes_of(edition: Edition, language: str = "en") -> tuple[str, ...]:
    """Return what each numbered question of a review sheet is about, from 1; nothing for other documents."""
    if edition.format is not PrintFormat.REVIEW_SHEET:
        return ()
    return review.boxes_of(Page(edition, phrases(language)))


def version_of(edition: Edition) -> int:
    """Return the number of the plan's newest version; a plan that has none yet is at its first."""
    return edition.version


__all__ = ["ORDER", "boxes_of", "sheet_of", "version_of"]
