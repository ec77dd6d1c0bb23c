"""What a worker is told beside a page before it is printed: its length, its paper, copies that are still out."""

from __future__ import annotations

from collections.abc import Iterator

from fsdesk.desk import print_notes
from fsdesk.desk.prints import Prepared
from fsdesk.plans.audience.look import records
from fsdesk.plans.model import Plan
from fsdesk.plans.model.base import Reach
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.rules.reading import called
from fsdesk.ui.presenters.dates import plain_day

TALKING_COPY = (
    "This is a talking copy: the plan is not agreed yet. Every side says so, and nothing is signed."
)
_OWN_RECORDS = frozenset({"people", "media"})


def notes_of(plan: Plan, prepared: Prepared) -> tuple[str, ...]:
    """What should be known of this page before it goes on paper, one plain line each."""
    talking = (TALKING_COPY,) if prepared.edition.is_talking_copy else ()
    return (*talking, *_old_copies(plan, prepared), *print_notes.notes(prepared))


def is_private(prepared: Prepared) -> bool:
    """Whether words stand on this page that are not for everybody in the plan."""
    edition = prepared.edition
    return edition.is_apart or any(
        record.audience.to is not Reach.ALL
        for name, record in records(edition.plan)
        if name not in _OWN_RECORDS
    )


def _old_copies(plan: Plan, prepared: Prepared) -> Iterator[str]:
    """Yield that an earlier copy is asked back (PG-10)."""
    edition = prepared.edition
    earlier = [
        one
        for one in plan.print_editions
        if one.reader == edition.reader.id
        and one.format == edition.format
        and one.format is not PrintFormat.REVIEW_SHEET
        and (one.version or 0) < prepared.version
    ]
    if earlier:
        last = max(earlier, key=lambda one: one.version or 0)
        day = f" of {plain_day(last.on, edition.today)}" if last.on else ""
        yield f"{called(edition.reader)} has a copy{day} with version {last.version}. Ask for it back."
