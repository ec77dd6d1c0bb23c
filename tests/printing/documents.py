"""Every document of every sample family that can be printed, for the tests that hold for all of them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet import Sheet, edition_letter, sheet_of, version_of
from fsdesk.printing.html import html
from fsdesk.printing.pdf import pdf
from tests.printing.pages import edition_of, sample

_WHOLE = (PrintFormat.PLAN, PrintFormat.LARGE_PRINT, PrintFormat.REVIEW_SHEET, PrintFormat.YOU_SAID_WE_DID)
_CHILDREN = {
    "F1": ("ify", "jude"),
    "F2": ("kyle",),
    "F3": ("tyler",),
    "F4": ("jamie",),
    "F6": ("rory", "beth"),
}


class Document(NamedTuple):
    """One document for one reader."""

    family: str
    format: PrintFormat
    reader: str | None = None

    def __str__(self) -> str:
        return "-".join(part for part in (self.family, self.format, self.reader) if part)


DOCUMENTS = (
    *(Document(name, one) for name in ("F1", "F2", "F3", "F6") for one in _WHOLE),
    *(Document("F4", one, "ewan") for one in _WHOLE),
    *(Document(name, PrintFormat.CHILD, child) for name, children in _CHILDREN.items() for child in children),
    Document("F1", PrintFormat.EASY_READ),
)


@cache
def sheet(wanted: Document) -> Sheet:
    """Return what stands on it; a hold is confirmed where the reader has one."""
    plan = sample(wanted.family)
    confirmed = {"PG-2": "Dan"} if wanted.family == "F4" else {}
    edition = edition_of(plan, wanted.reader, format=wanted.format, confirmed=confirmed)
    return sheet_of(edition, letter=edition_letter(plan, edition.reader.id), version=version_of(edition))


@cache
def paper(wanted: Document) -> bytes:
    """Return it as a PDF."""
    return pdf(sheet(wanted))


@cache
def copy(wanted: Document) -> bytes:
    """Return it as a copy to listen to."""
    return html(sheet(wanted))
