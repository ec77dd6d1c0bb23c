"""Large print: the plan's own words in the same order, in one column; figures become words (PR-02)."""

from __future__ import annotations

import msgspec

from fsdesk.errors import Refused
from fsdesk.plans.sheet.heads import Marks
from fsdesk.plans.sheet.page import Page
from fsdesk.plans.sheet.values import Sheet
from fsdesk.plans.sheet.whole_plan import plan_sheet
from fsdesk.plans.sheet.worded import in_words

SIZES = (18, 22, 28)


class NotThisSize(Refused):
    """Large print is not made in this size."""

    what = "Large print is made in 18, 22 and 28 points."
    what_next = "Nothing was printed. Choose one of the three."


def large_print(page: Page, marks: Marks) -> Sheet:
    """Return the plan in large print. Raises NotThisSize."""
    if marks.wishes.size not in SIZES:
        raise NotThisSize
    sheet = plan_sheet(page, marks)
    comma = page.say.template("list.comma")
    return msgspec.structs.replace(
        sheet,
        size=marks.wishes.size,
        sections=tuple(in_words(one, comma) for one in sheet.sections),
        last=tuple(in_words(one, comma) for one in sheet.last),
    )
