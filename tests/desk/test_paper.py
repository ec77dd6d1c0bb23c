"""Sheets that come back to real laptops: opened by their code, kept while typed, checked, taken, sent on."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from fsdesk.desk import erasures, paper, plans, prints, undoing
from fsdesk.desk.paper import NoPlanOfThatCode, NotAnswered, NothingWritten, NotKept, Opened
from fsdesk.desk.prints import GatesHold
from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans import samples
from fsdesk.plans.edits import Intent
from fsdesk.plans.model.plan import PlanState
from fsdesk.plans.paper.form import Form, Typed
from fsdesk.plans.paper.found import NotPrintedHere, OtherVersion
from fsdesk.plans.paper.misread import Misread
from tests.desk.team import Laptop
from tests.plans.paper.returned import family

PLAN = "plan"
replace = msgspec.structs.replace


def printed(laptop: Laptop, plan: str = PLAN, reader: str = "ailsa", **how: Any) -> str:
    """Print a review sheet; give the text of the square on its first side."""
    made = prints.prepare(laptop.desk, plan, reader=reader, format="review-sheet", **how)
    prints.keep(laptop.desk, made, laptop.folder.with_suffix(f".{made.version}.pdf"))
    return made.sheet.square.format(side=1)


def to_version_4(laptop: Laptop) -> str:
    """Agree and change the plan until its sheet is of version 4, and print that."""
    for number in range(4):
        laptop.write(PLAN, title=f"Year {number}", state=PlanState.READY)
        laptop.write(PLAN, state=PlanState.AGREED)
    return printed(laptop)


def typed(opened: Opened, **said: Any) -> Form:
    """A sheet with these answers, each by what its box is about."""
    numbers = {one.about: one.number for one in opened.boxes}
    answers = tuple(
        Typed(box=numbers[about], **(held if isinstance(held, dict) else {"words": held}))
        for about, held in said.items()
    )
    return Form(sheet=opened.code.square, person="ailsa", hand=m.Hand.ADULT, answers=answers)


@pytest.fixture
def dan(team) -> Laptop:
    """Dan's laptop with Ailsa's and Finn's plan."""
    team.dan.begin(family())
    laptop: Laptop = team.dan
    return laptop


def test_the_sheet_of_version_4_comes_back_when_the_plan_is_at_6(dan):
    """It opens version 4 word for word; what moved on since stands beside it; nothing is overwritten."""
    code = to_version_4(dan)
    plan = dan.plan(PLAN)
    dan.write(PLAN, options=(replace(plan.options[0], choice=m.Choice.NO_THANKS), *plan.options[1:]))
    printed(dan)
    dan.write(PLAN, goals=(replace(plan.goals[0], text=ex.quote("Tea on Fridays.")),))
    printed(dan)
    opened = paper.open_sheet(dan.desk, code)
    form = typed(opened, option={"ticks": ("not_now",)}, goal={"number": 6}, helped="Gran")
    checked = paper.check(dan.desk, opened, form)
    done = paper.take(dan.desk, opened, form, None)
    (differing,) = done.now.differing

    assert (4, 6) == (opened.code.version, max(one.number for one in opened.plan.versions))
    assert "Tea together." == opened.boxes[0].text
    assert checked.wants_attention
    assert {"no_thanks", "not_now"} == {one.value for one in differing.versions}
    assert ("Tea on Fridays.", 6) == (done.now.plan.goals[0].text[0].text, done.now.plan.goals[0].scale.today)
    assert 1 == done.differing


def test_the_typed_code_opens_the_same_and_a_misread_sign_is_named(dan):
    """As it stands on the sheet."""
    square = printed(dan)
    letter = square.split("*")[4]
    opened = paper.open_sheet(dan.desk, f"K7QM-3TXH, version 1, {letter}, side 1")

    assert opened.edition == paper.open_sheet(dan.desk, square).edition
    with pytest.raises(Misread, match="K7QM-3TXH"):
        paper.open_sheet(dan.desk, f"K7QM-3TXA, version 1, {letter}, side 1")


def test_a_plan_that_is_not_here_a_version_that_is_not_and_a_sheet_somebody_else_printed(team, dan):
    """Each is told by a sentence of its own, and opens nothing."""
    square = printed(dan)
    letter = square.split("*")[4]
    team.isla.begin(family())

    with pytest.raises(NoPlanOfThatCode):
        paper.open_sheet(dan.desk, f"4TR9-BWE0 1 {letter} 1")
    with pytest.raises(OtherVersion):
        paper.open_sheet(dan.desk, f"K7QM-3TXH 7 {letter} 1")
    with pytest.raises(NotPrintedHere):
        paper.open_sheet(dan.desk, "K7QM-3TXH 1 Z 1")
    with pytest.raises(OtherVersion):
        paper.open_sheet(team.isla.desk, square)


def test_a_sheet_that_was_printed_on_one_laptop_is_typed_in_on_another(team, dan):
    """Once the package with the print has come."""
    square = printed(dan)
    dan.sends(team.morag)
    desk = team.morag.desk
    opened = paper.open_sheet(desk, square)
    done = paper.take(desk, opened, typed(opened, helped="Gran"), None)

    assert "Gran" == done.now.plan.reviews[0].what_helped[0].text
    assert "Morag" == done.now.plan.paper_returns[0].typed_by


def test_of_two_plans_with_one_code_the_one_that_printed_the_sheet_opens(dan):
    """Two workers may draw the same code."""
    dan.begin(ex.a_plan(id="another"))
    square = printed(dan)

    assert PLAN == paper.open_sheet(dan.desk, square).plan.id


def test_what_is_typed_is_there_again_after_an_interruption(dan):
    """It is on the disk, the plan is as it was, and a plan's own drafts are not touched by it."""
    square = printed(dan)
    opened = paper.open_sheet(dan.desk, square)
    before = dan.plan(PLAN)
    form = typed(opened, helped="  It wis ", draw="a dog")
    paper.keep_draft(dan.desk, opened, form)
    dan.close()

    assert (before, form) == (dan.plan(PLAN), paper.open_sheet(dan.desk, square).draft)


def test_a_draft_becomes_the_edit_and_is_one_no_more(dan):
    """Both at once, or neither."""
    square = printed(dan)
    opened = paper.open_sheet(dan.desk, square)
    form = typed(opened, helped="Gran")
    paper.keep_draft(dan.desk, opened, form)
    paper.take(dan.desk, opened, form, None)

    assert paper.open_sheet(dan.desk, square).draft is None


def test_a_draft_is_let_go_of_and_goes_with_an_erased_plan(dan):
    """Nothing of it stays behind."""
    opened = paper.open_sheet(dan.desk, printed(dan))
    paper.keep_draft(dan.desk, opened, typed(opened, helped="Gran"))
    paper.let_go(dan.desk, opened)

    assert paper.open_sheet(dan.desk, opened.code.square).draft is None

    paper.keep_draft(dan.desk, opened, typed(opened, helped="Gran"))
    erasures.erase(dan.desk, PLAN)

    assert [] == paper.drafts.every(dan.desk)


def test_taking_is_one_edit_and_is_undone_as_one(dan):
    """The history says what it was."""
    opened = paper.open_sheet(dan.desk, printed(dan))
    form = typed(opened, helped="Gran", option={"ticks": ("stop",)})
    count = len(dan.current(PLAN).state.headers)
    done = paper.take(dan.desk, opened, form, None)
    entry = plans.history_of(dan.desk, PLAN)[-1]

    assert count + 1 == len(done.now.state.headers)
    assert ("Typed in a sheet that came back", done.edit) == (entry.sentence, entry.edit)
    assert Intent.TYPED_FROM_PAPER == done.now.state.headers[entry.key].intent

    undoing.undo(dan.desk, PLAN)
    plan = dan.plan(PLAN)

    assert (m.Choice.CHOSEN, ()) == (plan.options[0].choice, plan.reviews)


def test_what_was_left_is_kept_and_can_be_taken_later(dan):
    """Talked through at the next visit: the sheet is the same, and nothing is taken twice."""
    opened = paper.open_sheet(dan.desk, printed(dan))
    form = typed(opened, goal={"words": "Aye", "number": 6}, helped="Gran")
    first = paper.take(dan.desk, opened, form, [opened.boxes[0].number])
    again, kept = paper.open_kept(dan.desk, PLAN, first.sheet)
    second = paper.take(dan.desk, again, kept, None)
    plan = dan.plan(PLAN)

    assert (("1",), ("2",)) == (first.taken, first.left)
    assert (("1", "2"), ()) == (second.taken, second.left)
    assert (1, 1) == (len(plan.paper_returns), len(plan.marks))
    assert "Gran" == plan.reviews[-1].what_helped[0].text
    assert ["Aye", "Gran"] == [one.text[0].text for one in plan.paper_returns[0].answers]


def test_a_second_copy_of_the_same_sheet_is_told_and_kept_beside_the_first(dan):
    """Two of the family may each have written on one."""
    square = printed(dan)
    opened = paper.open_sheet(dan.desk, square)
    paper.take(dan.desk, opened, typed(opened, helped="Gran"), None)
    again = paper.open_sheet(dan.desk, square)
    checked = paper.check(dan.desk, again, typed(again, helped="The club"))
    paper.take(dan.desk, again, typed(again, helped="The club"), None)

    assert any("typed in before" in note for note in checked.notes)
    assert 2 == len(dan.plan(PLAN).paper_returns)


def test_nothing_is_taken_of_an_empty_sheet_an_unanswered_box_or_a_sheet_not_kept(dan):
    """Each says so, and the plan is as it was."""
    opened = paper.open_sheet(dan.desk, printed(dan))
    before = dan.current(PLAN).state.frontier

    with pytest.raises(NothingWritten):
        paper.take(dan.desk, opened, typed(opened, helped=" "), None)
    with pytest.raises(NotAnswered):
        paper.take(dan.desk, opened, typed(opened, helped="Gran"), ["1"])
    with pytest.raises(NotKept):
        paper.open_kept(dan.desk, PLAN, "no-such-sheet")
    assert before == dan.current(PLAN).state.frontier


def test_a_sheet_that_somebody_should_not_see_never_leaves_until_it_is_settled(team, dan):
    """The lead gets the plan without it; what would change the plan itself is taken by name alone."""
    opened = paper.open_sheet(dan.desk, printed(dan))
    form = typed(opened, not_see="Callum", not_right="Unspoken", option={"ticks": ("stop",)})
    checked = paper.check(dan.desk, opened, form)
    done = paper.take(dan.desk, opened, form, None)
    dan.sends(team.morag)
    theirs = team.morag.plan(PLAN)

    assert checked.wants_attention
    assert ["not_right"] == [one.about for one in opened.boxes if one.number in done.taken]
    assert ((), ()) == (theirs.paper_returns, theirs.feedback)
    assert b"Unspoken" not in plans.export(team.morag.desk, PLAN)


def test_once_settled_the_sheet_reaches_those_it_may(team, dan):
    """The team has it then; on paper it is for her alone."""
    opened = paper.open_sheet(dan.desk, printed(dan))
    form = typed(opened, not_see="Callum", not_right="Unspoken")
    first = paper.take(dan.desk, opened, form, [])
    again, kept = paper.open_kept(dan.desk, PLAN, first.sheet)
    paper.take(dan.desk, again, replace(kept, may_see=("ailsa",)), None)
    dan.sends(team.morag)
    (told,) = team.morag.plan(PLAN).feedback

    assert ("Unspoken", frozenset({"ailsa"})) == (told.text[0].text, told.audience.readers)


def test_an_answer_that_names_a_hidden_place_stays_under_the_gates(team):
    """What Jamie writes of the new school holds his page until it is left out, and is on no page of Ewan's."""
    f4 = samples.load("F4")
    asked = {"confirmed": dict.fromkeys(("PG-2", "PG-3", "PG-4", "PG-5", "PG-6"), "Morag")}
    team.morag.begin(f4)
    desk = team.morag.desk
    opened = paper.open_sheet(desk, printed(team.morag, f4.id, "jamie", **asked))
    form = replace(
        typed(opened, helped="The walk to Rossmuir Primary", new="Skelbeg is braw"), person="jamie"
    )
    done = paper.take(desk, opened, form, None)
    review = done.now.plan.reviews[-1]
    with pytest.raises(GatesHold) as held:
        prints.prepare(desk, f4.id, reader="jamie", confirmed={"PG-4": "Morag"})
    pages = [prints.prepare(desk, f4.id, reader=one, **asked) for one in ("jamie", "ewan")]

    assert "The walk to Rossmuir Primary" == review.what_helped[0].text
    assert any(review.id in hold.records for hold in held.value.holds if hold.gate == "PG-2")
    assert [] == [one for made in pages for one in ("Rossmuir", "Skelbeg") if one in str(made.sheet)]


def test_what_ewan_writes_on_his_sheet_stands_on_nobody_elses_page(team):
    """His words are his own page's; what would change the plan is taken by name alone."""
    f4 = samples.load("F4")
    asked = {"confirmed": dict.fromkeys(("PG-2", "PG-3", "PG-4", "PG-5", "PG-6"), "Morag")}
    team.morag.begin(f4)
    desk = team.morag.desk
    opened = paper.open_sheet(desk, printed(team.morag, f4.id, "ewan", **asked))
    form = replace(typed(opened, new="I ken a quiet street", not_right="Mair Saturdays"), person="ewan")
    checked = paper.check(desk, opened, form)
    paper.take(desk, opened, form, None)
    theirs = [prints.prepare(desk, f4.id, reader=one, **asked) for one in ("jamie", "ewan")]

    assert any("kept apart" in note for note in checked.notes)
    assert [False, True] == ["Mair Saturdays" in str(one.sheet) for one in theirs]


def test_what_was_written_while_the_sheet_lay_open_is_seen(dan):
    """Somebody answers for the drop-in between opening and taking: both readings stand."""
    opened = paper.open_sheet(dan.desk, printed(dan))
    plan = dan.plan(PLAN)
    dan.write(PLAN, options=(replace(plan.options[0], choice=m.Choice.NO_THANKS), *plan.options[1:]))
    form = typed(opened, option={"ticks": ("not_now",)})

    assert paper.check(dan.desk, opened, form).wants_attention
    assert 1 == paper.take(dan.desk, opened, form, None).differing


@pytest.mark.parametrize("format", ["plan", "large-print", "review-sheet", "you-said-we-did"])
def test_what_was_left_stands_on_no_page(dan, format):
    """It is kept beside the version, for the next talk."""
    opened = paper.open_sheet(dan.desk, printed(dan))
    paper.take(dan.desk, opened, typed(opened, helped="Unspoken", not_right="Unspoken"), [])
    made = prints.prepare(dan.desk, PLAN, reader="ailsa", format=format)

    assert b"Unspoken" in plans.export(dan.desk, PLAN)
    assert "Unspoken" not in str(made.sheet)
