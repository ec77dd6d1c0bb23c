from __future__ import annotations

import msgspec
import pytest

from fsdesk.plans import examples as ex
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet import twin
from fsdesk.plans.sheet.parts import Run
from fsdesk.plans.sheet.values import Told
from tests.plans.documents.making import document

DOCUMENTS = [one for one in PrintFormat if one not in (PrintFormat.EASY_READ, PrintFormat.CHILD)]


@pytest.mark.parametrize("format", DOCUMENTS)
def test_other_words_in_the_same_places_are_twins(format):
    """Whatever the language: what counts is which parts are shown."""
    sheet = document(ex.a_plan(), format)
    other = [
        msgspec.structs.replace(one, heading="Kim jesteśmy?" if one.heading else "") for one in sheet.sections
    ]

    twin.check(msgspec.structs.replace(sheet, lang="pl", sections=tuple(other)), sheet)


def test_a_part_that_stands_in_one_language_alone_holds_the_page():
    """A row, a section or a sentence more or less: PG-11."""
    sheet = document(ex.a_plan(), PrintFormat.PLAN)
    short = msgspec.structs.replace(sheet, sections=sheet.sections[:-1])
    first = sheet.sections[0]
    more = Told(lines=((Run(text="Something else."),),))
    longer = msgspec.structs.replace(first, blocks=(*first.blocks, more))

    for other in (short, msgspec.structs.replace(sheet, sections=(longer, *sheet.sections[1:]))):
        with pytest.raises(twin.NotTwins, match="PG-11"):
            twin.check(other, sheet)
