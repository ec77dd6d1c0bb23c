"""What each answer on a sheet would do, and what it does once it was taken."""

from __future__ import annotations

import msgspec
import pytest

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from tests.plans.paper.returned import Returned, a_laptop, family, printed

replace = msgspec.structs.replace


@pytest.fixture
def sheet() -> Returned:
    """A sheet of the plan as it still stands."""
    laptop = a_laptop()
    return Returned(laptop, printed(laptop))


def kinds(sheet: Returned, *answers, **more) -> list[list[str]]:
    """What each box would do, by kinds."""
    return [[does.kind for does in one.does] for one in sheet.outcomes(sheet.form(*answers, **more))]


def test_a_number_a_face_and_words_stand_beside_the_goal_and_move_its_number(sheet):
    """The mark is whoever wrote it; the face stays a face; the ends of the line are as they were."""
    plan = sheet.take(sheet.typed("goal", "Gran cooks noo.", number=6, face="good"))
    (mark,), (review,), (goal,) = plan.marks, plan.reviews, plan.goals

    assert ("ailsa", 6, "good", "Gran cooks noo.") == (mark.by, mark.number, mark.picture, mark.words[0].text)
    assert m.Scale(today=6, hoped=7) == goal.scale
    assert [(3, 6)] == [(one.was, one.now) for one in review.numbers]
    assert (review.id, ex.TODAY, True) == (mark.review, review.on, review.asked_feedback)


def test_a_goal_is_closed_by_stop_and_talked_about_by_change_it(sheet):
    """Stop is a full answer; change it needs words between people."""
    assert m.GoalState.CHANGED_OUR_MIND is sheet.take(sheet.typed("goal", ticks=("stop",))).goals[0].state


def test_change_it_waits_to_be_talked_about(sheet):
    """It says what was ticked about what, and what they wrote beside it."""
    (told,) = sheet.take(sheet.typed("goal", "Fridays only", ticks=("change_it",))).feedback

    assert ["Tea together. – Change it", "Fridays only"] == [span.text for span in told.text]
    assert [m.SpanKind.SUMMARY, m.SpanKind.QUOTE] == [span.kind for span in told.text]
    assert m.FeedbackState.OPEN is told.state


@pytest.mark.parametrize(
    ("tick", "promise", "step", "talks"),
    [
        ("yes", m.PromiseState.DONE, m.StepState.DONE, 0),
        ("partly", m.PromiseState.UNDER_WAY, m.StepState.DOING, 0),
        ("no", m.PromiseState.OPEN, m.StepState.TO_DO, 2),
    ],
)
def test_a_promise_is_kept_partly_or_not(sheet, tick, promise, step, talks):
    """A promise that was not kept owes the family an answer."""
    plan = sheet.take(sheet.typed("promise", ticks=(tick,)), sheet.typed("step", ticks=(tick,)))
    state = next(one.state for one in plan.steps if one.id == "step")

    assert (promise, step, talks) == (plan.promises[0].state, state, len(plan.feedback))


@pytest.mark.parametrize(
    ("about", "tick", "choice"),
    [
        ("option", "keep", m.Choice.CHOSEN),
        ("option", "stop", m.Choice.NO_THANKS),
        ("option", "not_now", m.Choice.NOT_NOW),
        ("later", "keep", m.Choice.NOT_NOW),
        ("later", "stop", m.Choice.NO_THANKS),
    ],
)
def test_a_change_of_mind_about_help_is_taken_as_said(sheet, about, tick, choice):
    """Keep leaves it as the sheet had it; what was put off stays put off."""
    plan = sheet.take(sheet.typed(about, ticks=(tick,)))

    assert choice is next(one.choice for one in plan.options if one.id == about)


@pytest.mark.parametrize(("about", "tick"), [("promise", "yes"), ("promise", "no"), ("option", "stop")])
def test_words_beside_a_tick_wait_to_be_talked_about(sheet, about, tick):
    """Whoever ticks and writes is heard in both."""
    (told,) = sheet.take(sheet.typed(about, "but late", ticks=(tick,))).feedback

    assert ["but late"] == [span.text for span in told.text if span.kind is m.SpanKind.QUOTE]
    assert told.text[0].text.endswith(tick.capitalize())


def test_more_than_one_tick_changes_nothing_and_asks_which_was_meant(sheet):
    """Nobody guesses; the ticks are kept."""
    plan = sheet.take(
        sheet.typed("option", ticks=("keep", "stop")), sheet.typed("promise", ticks=("yes", "no"))
    )

    assert (m.Choice.CHOSEN, m.PromiseState.OPEN) == (plan.options[0].choice, plan.promises[0].state)
    assert [("yes", "no"), ("keep", "stop")] == [one.ticks for one in plan.paper_returns[0].answers]


def test_two_hands_with_two_numbers_leave_the_goals_number_alone(sheet):
    """Each number is kept as that person's; which one is the family's is for them to say."""
    both = (sheet.typed("goal", number=2), sheet.typed("goal", number=8, person="finn"))
    plan = sheet.take(*both)

    assert [("ailsa", 2), ("finn", 8)] == [(one.by, one.number) for one in plan.marks]
    assert 3 == plan.goals[0].scale.today
    assert () == plan.reviews


def test_words_about_the_time_between_stand_in_one_review(sheet):
    """What helped, what did not, what is new: with the day and whose they are."""
    said = [sheet.typed(one, one.upper()) for one in ("helped", "not_helped", "new")]
    (review,) = sheet.take(*said).reviews
    spans = [*review.what_helped, *review.what_to_drop, *review.what_changed]

    assert ["HELPED", "NOT_HELPED", "NEW"] == [one.text for one in spans]
    assert {("ailsa", m.SpanKind.QUOTE)} == {(one.speaker, one.kind) for one in spans}


def test_what_is_not_right_waits_for_an_answer_and_what_we_would_like_is_between_them_and_the_team(sheet):
    """Who would rather talk to somebody else says so to the team, not to the whole family."""
    told = sheet.take(
        sheet.typed("not_right", "He is nine"), sheet.typed("like", ticks=("someone_else",))
    ).feedback
    readers = {one.text[0].text: one.audience for one in told}

    assert m.EVERYONE == readers["He is nine"]
    assert (
        m.Audience(to=m.Reach.NAMED, readers=frozenset({"ailsa"}))
        == readers["We’d like – somebody else to talk to"]
    )


def test_what_says_whose_hand_it_was_or_still_wants_the_goal_changes_nothing(sheet):
    """A yes is a yes: nothing has to be written for it."""
    answers = (sheet.typed("who_filled", ticks=("adults",)), sheet.typed("goal", ticks=("yes",)))

    assert [["still"], ["hand"]] == kinds(sheet, *answers)
    assert kinds(sheet, *answers) == kinds(sheet, *reversed(answers))


def test_only_the_team_should_read_it_is_kept_as_said(sheet):
    """Every record that the sheet makes is for no reader; the team has it all the same."""
    plan = sheet.take(sheet.typed("helped", "Gran"), sheet.typed("keep_in_team", ticks=("please",)))

    assert [m.Audience(to=m.Reach.NAMED)] * 2 == [plan.reviews[0].audience, plan.paper_returns[0].audience]


def test_somebody_who_should_not_see_this_makes_it_the_workers_alone_at_once(sheet):
    """Before anything is taken: the words are on no paper and in no package until it is settled with them."""
    answers = (sheet.typed("not_see", "Callum"), sheet.typed("helped", "Gran"))
    plan = sheet.take(*answers, only=["helped"])

    assert {m.Reach.MY_WORKER} == {one.audience.to for one in (*plan.reviews, *plan.paper_returns)}


def test_who_may_see_it_is_settled_with_the_family(sheet):
    """Then it reaches them and nobody else."""
    plan = sheet.take(sheet.typed("not_see", "Callum"), sheet.typed("helped", "Gran"), may_see=("ailsa",))

    assert m.Audience(to=m.Reach.NAMED, readers=frozenset({"ailsa"})) == plan.reviews[0].audience


def test_what_an_answer_is_about_may_reach_no_further_through_it():
    """A promise made to Ailsa alone is named to nobody else by the answer to it."""
    alone = m.Audience(to=m.Reach.NAMED, readers=frozenset({"ailsa"}))
    promise = ex.a_record(m.Promise, id="promise", what="Rings the lawyer.", by_whom="dan", audience=alone)
    laptop = a_laptop(family(promises=[promise]))
    sheet = Returned(laptop, printed(laptop))
    (told,) = sheet.take(sheet.typed("promise", ticks=("no",))).feedback

    assert alone == told.audience


def test_a_goal_of_one_reader_is_not_counted_in_the_review_that_all_read():
    """Its number stands beside it and on its own line alone."""
    alone = m.Audience(to=m.Reach.NAMED, readers=frozenset({"ailsa"}))
    laptop = a_laptop(family(goals=[ex.a_goal("Rest.", audience=alone, scale=m.Scale(today=3))]))
    sheet = Returned(laptop, printed(laptop))
    plan = sheet.take(sheet.typed("goal", "Slept.", number=5), sheet.typed("helped", "Gran"))

    assert () == plan.reviews[0].numbers
    assert alone == plan.marks[0].audience


def test_the_words_of_somebody_kept_apart_reach_that_reader_alone():
    """What a person writes from whom something is hidden is on nobody else's page."""
    hidden = ex.a_record(m.SafetyBetween, from_whom={"callum"}, about={"ailsa"}, tokens={"Skelbeg"})
    people = [*ex.a_plan().people, ex.another_adult("Callum")]
    goal = ex.a_goal("See Finn.", whose={"callum"}, scale=m.Scale(today=3))
    laptop = a_laptop(family(people=people, safety_between=[hidden], goals=[goal]))
    sheet = Returned(laptop, printed(laptop, "callum"))
    outcomes = sheet.outcomes(sheet.form(sheet.typed("goal", "Aye", number=6, person="callum")))
    plan = sheet.take(sheet.typed("new", "A new flat", person="callum"))

    assert m.Audience(to=m.Reach.NAMED, readers=frozenset({"callum"})) == plan.reviews[0].audience
    assert outcomes[0].is_shared
    assert "ask first" in " ".join(note for does in outcomes[0].does for note in does.notes)


def test_words_in_a_script_that_runs_the_other_way_say_so(sheet):
    """Arabic words are kept as Arabic."""
    plan = sheet.take(sheet.typed("helped", "صباح الخير", lang="ar"))
    (span,) = plan.reviews[0].what_helped

    assert ("صباح الخير", "ar", m.Direction.RTL) == (span.text, span.lang, span.dir)
