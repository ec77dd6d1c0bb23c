from __future__ import annotations

from datetime import timedelta

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans import samples
from fsdesk.plans.audience import hold_or_edition
from fsdesk.plans.sheet import Sheet, public, sheet_of, texts, version_of
from fsdesk.plans.sheet.phrases import phrases
from fsdesk.plans.sheet.public import checked, checked_on, is_old

SAY = phrases()


def page(plan: m.Plan, reader: str = "ailsa") -> Sheet:
    edition = hold_or_edition(plan, reader, today=ex.TODAY)
    return sheet_of(edition, letter="B", version=version_of(edition))


def said(part: object) -> str:
    return "\n".join(texts(part))


def test_the_last_side_is_the_same_for_every_family():
    """The outside of the folded plan holds fixed words only."""
    lennox = samples.load("F4")
    edition = hold_or_edition(lennox, "ewan", today=ex.TODAY, confirmed={"PG-2": "Dan"})
    last = page(ex.a_plan()).last

    assert last == sheet_of(edition, letter="S", version=1).last
    assert set(texts(last)) <= SAY.fixed() | set(texts(checked(SAY, ex.TODAY)))


def test_the_public_numbers_stand_with_the_day_they_were_checked():
    """Numbers that nobody looked up for more than a year are old."""
    told = said(public.last_side(SAY, checked_on()))

    assert f"We checked these numbers on {SAY.date(checked_on())}." in told
    assert (False, True) == (
        is_old(checked_on() + timedelta(days=365)),
        is_old(checked_on() + timedelta(days=400)),
    )


def test_no_page_tells_of_a_check_that_came_after_its_day():
    """A page of an earlier day than the last check says nothing of it."""
    told = said(public.last_side(SAY, checked_on() - timedelta(days=1)))

    assert "0800 1111" in told
    assert "We checked" not in told
