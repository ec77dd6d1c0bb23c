"""A code opens exactly the edition and the version that were printed."""

from __future__ import annotations

import msgspec
import pytest

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.paper.found import NotAllHere, NotPrintedHere, OtherEdits, OtherVersion, WhichPrint
from tests.plans.laptops import Laptop
from tests.plans.paper.returned import Returned, a_laptop, printed

replace = msgspec.structs.replace


def reworded(laptop: Laptop, text: str) -> None:
    """Word the goal anew."""
    plan = laptop.plan
    laptop.write(replace(plan, goals=(replace(plan.goals[0], text=ex.quote(text)),)))


def test_an_old_sheet_opens_its_own_version_when_newer_ones_exist():
    """Printed as version 1; the goal was worded anew and printed again since."""
    laptop = a_laptop()
    old = printed(laptop)
    reworded(laptop, "Tea on Fridays.")
    new = printed(laptop)
    texts = [Returned(laptop, code).boxes[0].text for code in (old, new)]

    assert (1, 2) == (old.version, new.version)
    assert ["Tea together.", "Tea on Fridays."] == texts


def test_the_typed_code_opens_what_the_square_opens():
    """The four signs of the square are an extra."""
    laptop = a_laptop()
    code = printed(laptop)

    assert Returned(laptop, code).found == Returned(laptop, code._replace(digest="")).found


@pytest.mark.parametrize(
    ("wrong", "refused"),
    [({"version": 9}, OtherVersion), ({"digest": "ZZZZ"}, OtherEdits), ({"letter": "K"}, NotPrintedHere)],
)
def test_another_version_other_edits_another_letter_are_told_apart(wrong, refused):
    """Each has a sentence of its own."""
    laptop = a_laptop()
    code = printed(laptop)

    with pytest.raises(refused):
        Returned(laptop, code._replace(**wrong))


def test_a_plan_that_was_printed_for_reading_is_no_sheet_to_write_on():
    """Only a review sheet has boxes."""
    laptop = a_laptop()
    code = printed(laptop, format=m.PrintFormat.PLAN, boxes=())

    with pytest.raises(NotPrintedHere):
        Returned(laptop, code)


def test_a_sheet_printed_twice_with_other_boxes_asks_which():
    """By the day at its foot, or by its edition; with the same boxes nothing needs asking."""
    laptop = a_laptop()
    code = printed(laptop)
    printed(laptop)
    same = Returned(laptop, code).boxes
    printed(laptop, on=ex.day(2), boxes=("helped",))

    with pytest.raises(WhichPrint, match=f"{ex.day(0)}, {ex.day(2)}"):
        Returned(laptop, code)
    assert same == Returned(laptop, code, str(ex.day(0))).boxes
    assert ["helped"] == [one.about for one in Returned(laptop, code, str(ex.day(2))).boxes]


def test_a_version_whose_edits_are_not_all_here_says_so():
    """The note of the print came, the edits before it did not."""
    ann, ben = a_laptop(), Laptop("ben")
    ben.take(ann.edits.values())
    ben.write(replace(ben.plan, title="Our year"))
    code = printed(ben)
    ann.take(edit for key, edit in ben.edits.items() if key != ("ben", 1))

    with pytest.raises(NotAllHere):
        Returned(ann, code)


def test_a_version_that_came_with_a_document_holds_what_began_the_plan():
    """It names no edits of its own, and still nothing that was written since is in it."""
    plan = a_laptop().plan
    laptop = a_laptop(replace(plan, versions=(m.PlanVersion(id="v", number=3),)))
    code = printed(laptop)
    reworded(laptop, "Tea on Fridays.")

    assert 3 == code.version
    assert "Tea together." == Returned(laptop, code).boxes[0].text
