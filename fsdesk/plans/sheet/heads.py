"""What every document says of itself: its names, its foot, whose edition it is, whether it is agreed."""

from __future__ import annotations

from typing import Any, NamedTuple

from fsdesk.plans.sheet import opening
from fsdesk.plans.sheet.page import Page
from fsdesk.plans.sheet.phrases import phrases
from fsdesk.plans.sheet.values import Profile, Sheet
from fsdesk.plans.sheet.variants import Variant
from fsdesk.plans.tokens import needles_of

LARGE = 18


class Wishes(NamedTuple):
    """How somebody wants a document to be."""

    size: int = LARGE
    """Of large print: 18, 22 or 28 points."""
    profile: Profile = Profile.STANDARD
    variant: Variant = Variant.CHILD
    letters: str = ""
    """Of those that the language can be set in, such as "naskh" for Urdu; empty for the usual ones."""
    digits: str = ""
    """"own" for the language's own digits, "western" for 0 to 9; empty for the usual ones."""


class Marks(NamedTuple):
    """By what an edition is known, and how it is wanted."""

    letter: str
    version: int
    digest: str
    """Four signs of the edits that this version holds."""
    wishes: Wishes = Wishes()


def sheet_with(page: Page, marks: Marks, kind: str, **over: Any) -> Sheet:
    """Return a sheet with its names and its foot; `kind` names the document among the phrases."""
    say, number = page.say, str(marks.version)
    named = say.text(f"document.{kind}")
    said: dict[str, Any] = {
        "kind": page.edition.format,
        "lang": say.lang,
        "letters": marks.wishes.letters,
        "digits": say.digits,
        "document_title": say.text("document.title", kind=named, code=page.plan.code, version=number),
        "title": named,
        "strip": say.text("document.talking_copy") if page.edition.is_talking_copy else "",
        "made": (),
        "box": (),
        "older": opening.older(page),
        "sections": (),
        "last": (),
        "footer": _footer(page, named, number, marks.letter),
        "side": say.template("document.side"),
        "more": say.template("document.more"),
    }
    return Sheet(**(said | over))


def title_of(page: Page) -> str:
    """Return the family's own title, unless a surname stands in it: that is on no paper."""
    usual, english = page.say.text("document.plan"), phrases("en").text("document.plan")
    title = page.plan.title.strip()
    if title in ("", english):
        return usual
    return usual if needles_of([page.edition.family_name]).are_in(title) else title


def _footer(page: Page, kind: str, version: str, letter: str) -> str:
    """Return what stands at the foot of every side; anybody may see it, so it says nothing but what this is."""
    day = page.say.date(page.edition.today)
    return page.say.text(
        "document.footer", title=kind, code=page.plan.code, version=version, letter=letter, day=day
    )
