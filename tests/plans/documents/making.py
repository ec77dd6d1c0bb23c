"""Every document of a plan as a sheet, for the tests of what stands on each."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans import samples
from fsdesk.plans.audience import Edition, hold_or_edition
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet import Sheet, Wishes, sheet_of, texts, version_of

OPEN = dict.fromkeys(("PG-2", "PG-3", "PG-5", "PG-6"), "Dan")


def edition(plan: m.Plan, format: PrintFormat, reader: str = "ailsa", **more: Any) -> Edition:
    """Return the reader's edition; a hold that can be confirmed is."""
    day = plan.sample_today or ex.TODAY
    found = hold_or_edition(plan, reader, format=format, today=day, confirmed=OPEN, **more)
    assert isinstance(found, Edition), found
    return found


def document(plan: m.Plan, format: PrintFormat, reader: str = "ailsa", **wishes: Any) -> Sheet:
    """Return a document of a plan for one reader."""
    found = edition(plan, format, reader)
    return sheet_of(found, letter="B", version=version_of(found), digest="9F2A", wishes=Wishes(**wishes))


def sample(name: str, format: PrintFormat, reader: str, **wishes: Any) -> Sheet:
    """Return a document of one of the six families."""
    return document(samples.load(name), format, reader, **wishes)


def said(part: object) -> str:
    """Return every text of a part, one a line."""
    return "\n".join(texts(part))


def blocks(sheet: Sheet, kind: type) -> list[Any]:
    """Return every block of this kind, in order."""
    return [block for one in sheet.sections for block in one.blocks if isinstance(block, kind)]
