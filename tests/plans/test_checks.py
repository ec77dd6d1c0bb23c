from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from fsdesk.plans import checks, fields, samples
from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.checks import answer_to, check, check_again, quiet_first_meeting
from tests.plans.any_plan import any_plan

LATE = ex.a_plan(next_review=m.NextReview(on=ex.day(-3)))
UNHEARD = ex.a_plan(voices=[ex.a_voice("ailsa", "Calm mornings.")])


def rules_of(plan: m.Plan, today: date = ex.TODAY) -> list[str]:
    return [finding.rule for finding in check(plan, today).findings]


def only(plan: m.Plan, today: date = ex.TODAY):
    (finding,) = check(plan, today).findings
    return finding


def answered(plan: m.Plan, **over) -> m.Plan:
    """The plan with its one finding put to rest."""
    return replace(plan, answers=(answer_to(only(plan), answer_id="answer", **over),))


def test_a_finding_says_where_why_and_what_could_come_next():
    """In words about the plan, with the source of its first principle."""
    finding = only(UNHEARD)

    assert ("R-01", "gap", "/people/1", "finn") == (
        finding.rule,
        finding.severity,
        finding.where,
        finding.key,
    )
    assert "We haven't yet written what Finn thinks or shows us." == finding.message
    assert finding.next_step
    assert (finding.source.document, finding.source.locator) != ("", "")
    assert not finding.answered


def test_an_answer_rests_and_stays_in_sight():
    """It is marked as answered, and no longer counts for a principle."""
    before, after = check(UNHEARD, ex.TODAY), check(answered(UNHEARD), ex.TODAY)

    assert [True] == [finding.answered for finding in after.findings]
    assert "gap" == {one.id: one.state for one in before.principles}["NP-07"]
    assert "evidenced" == {one.id: one.state for one in after.principles}["NP-07"]


def test_an_answer_keeps_the_message_as_it_was_shown():
    """With the rule's version, should the rule change."""
    answer = answer_to(only(UNHEARD), answer_id="a", words=ex.words("He is at camp."), by="Dan", on=ex.TODAY)

    assert (only(UNHEARD).message, 1, "R-01") == (answer.message, answer.rule_version, answer.rule)


def test_an_answer_wakes_when_that_part_changes():
    """A review answered as late, and then set to another day that passed too."""
    plan = replace(answered(LATE), next_review=m.NextReview(on=ex.day(-1)))

    assert not only(plan).answered


def test_an_answer_rests_when_something_else_changes():
    """Another title changes nothing of it."""
    assert only(replace(answered(LATE), title="Ours")).answered


@pytest.mark.parametrize(
    ("review", "resting"),
    [(ex.day(30), True), (ex.day(0), False), (ex.day(-1), True)],
    ids=["to come", "held since", "held on the day of the answer"],
)
def test_what_is_left_for_a_review_is_asked_again_at_the_first_one_after_it(review: date, resting: bool):
    """Where the answer names no day."""
    plan = answered(UNHEARD, kind=m.AnswerKind.ASK_AT_REVIEW, on=ex.day(-1))
    reviewed = replace(plan, reviews=(ex.a_record(m.Review, on=review, asked_feedback=True),))

    assert resting == only(reviewed).answered


def test_an_answer_may_ask_again_on_a_day():
    """From that day on it speaks."""
    plan = answered(LATE, kind=m.AnswerKind.ASK_AT_REVIEW, ask_again_on=ex.day(7))

    assert only(plan).answered
    assert not only(plan, ex.day(7)).answered


def test_saying_it_is_fixed_does_not_put_it_to_rest():
    """While it is not."""
    assert not only(answered(LATE, kind=m.AnswerKind.FIXED)).answered


def test_an_answer_written_by_hand_may_name_the_record_or_the_place():
    """A script need not know the digest."""
    for where in ("finn", "/people/1"):
        assert only(replace(UNHEARD, answers=(ex.an_answer("R-01", where),))).answered
    assert not only(replace(UNHEARD, answers=(ex.an_answer("R-01", "ailsa"),))).answered


def test_an_answer_to_a_rule_nobody_knows_is_kept_and_changes_nothing():
    """It may be a newer rule's."""
    assert "R-01" == only(replace(UNHEARD, answers=(ex.an_answer("R-99", "finn"),))).rule


def test_wording_answered_once_rests_in_that_plan():
    """Elsewhere in it too; not in another plan."""
    here = ex.a_plan(steps=[ex.a_step("Book a week of respite.")])
    there = ex.a_plan(goals=[ex.a_goal(ex.words("Respite every month."))])
    plan = replace(here, goals=there.goals, answers=(answer_to(only(here), answer_id="a"),))

    assert [True, True] == [finding.answered for finding in check(plan, ex.TODAY).findings]
    assert [False] == [finding.answered for finding in check(there, ex.TODAY).findings]


def test_findings_stand_in_the_order_of_rules_and_then_of_the_plan():
    """The same every time."""
    plan = ex.a_plan(voices=[], next_review=None, steps=[ex.a_step(who=()), ex.a_step("Go.", by_when=None)])

    assert ["R-01", "R-02", "R-13", "R-13", "R-21"] == rules_of(plan)


def test_a_serious_worry_that_wants_words_comes_first():
    """Until it is said in full, or answered."""
    worry = ex.a_serious_worry(fear=())
    plan = ex.a_plan_with_a_serious_worry(worry, next_review=None)
    rested = replace(plan, answers=(ex.an_answer("R-41", "worry"),))

    assert ["R-41", "R-21"] == rules_of(plan)
    assert ["R-21", "R-41"] == rules_of(rested)


def test_in_a_first_meeting_five_rules_speak():
    """The rest wait until the worker opens Check."""
    plan = ex.a_plan(voices=[], matters=[], next_review=None)

    assert ["R-01", "R-07"] == [one.rule for one in quiet_first_meeting(check(plan, ex.TODAY).findings)]


def test_every_principle_is_there_with_a_state_and_never_a_number():
    """evidenced, gap, look or reflect."""
    checked = check(samples.load("F3"), ex.TODAY)

    assert 34 == len(checked.principles)
    assert {one.state for one in checked.principles} <= {"evidenced", "gap", "look", "reflect"}


def test_what_shows_a_principle_can_be_found_in_the_plan():
    """Every pointer leads to something that is there."""
    for plan in samples.load_all():
        for principle in check(plan, ex.TODAY).principles:
            assert all(found(plan, pointer) for pointer in principle.evidence)


def found(plan: m.Plan, pointer: str) -> bool:
    _, name, *rest = pointer.split("/")
    held = getattr(plan, name)
    return bool(held[int(rest[0])] if rest else held)


def test_no_message_repeats_private_words():
    """Whatever only the worker may read, or is sealed."""
    secret = "the wee blue boat"
    mine = m.Audience(to=m.Reach.MY_WORKER)
    plan = ex.a_plan_with_a_serious_worry(
        ex.a_serious_worry(f"He hid {secret}: concerns about that.", fear=()),
        voices=[ex.a_voice("finn", secret, audience=mine, answered_by=()), ex.a_plan().voices[1]],
        feedback=[ex.a_record(m.Feedback, from_person="finn", text=ex.quote(secret, "finn"), on=ex.day(-40))],
        options=[ex.a_support(secret, sealed=True, chosen_by="dan"), ex.an_option("Nothing")],
    )
    findings = check(plan, ex.TODAY).findings

    assert {"R-04", "R-10", "R-37", "R-41", "W-15"} <= {finding.rule for finding in findings}
    assert all(secret not in part for one in findings for part in (one.message, one.next_step, one.span))


@given(any_plan(), st.dates())
def test_checking_twice_gives_the_same(plan: m.Plan, today: date):
    """And any plan can be checked on any day."""
    assert check(plan, today) == check(plan, today)


def changed(draw: st.DrawFn, before: m.Plan, after: m.Plan) -> tuple[m.Plan, set[str]]:
    """The first plan with some fields of the second, and their names."""
    names = draw(st.sets(st.sampled_from(sorted(fields.hints_of(m.Plan))), max_size=6)) - {"id", "code"}
    return replace(before, **{name: getattr(after, name) for name in names}), names


@given(st.data())
def test_checking_after_an_edit_equals_checking_whole(data: st.DataObject):
    """Whatever the edit touched."""
    base = data.draw(st.sampled_from([ex.a_plan(), *samples.load_all()]) | any_plan())
    plan, names = changed(data.draw, base, data.draw(any_plan() | st.sampled_from(samples.load_all())))

    assert check(plan, ex.TODAY) == check_again(check(base, ex.TODAY), plan, names, ex.TODAY)


def test_another_day_looks_at_everything_again():
    """A review passes without any edit."""
    plan = ex.a_plan()

    assert check(plan, ex.day(60)) == check_again(check(plan, ex.TODAY), plan, (), ex.day(60))


@pytest.mark.parametrize("name", ["F1", "F2", "F3", "F4", "F5", "F6"])
def test_a_new_name_is_left_alone_everywhere_at_once(name):
    """Names are part of what the wording engine reads, wherever the edit was."""
    plan = samples.load(name)
    named = replace(plan, never_linted=frozenset({"sibling", "respite", "chaotic"}))
    again = check_again(check(plan, ex.TODAY), named, ("never_linted",), ex.TODAY)

    assert check(named, ex.TODAY) == again


def test_the_listing_holds_all_seventy_rules():
    """41 of data, 16 of wording, 13 questions."""
    kinds = [rule["kind"] for rule in checks.rules_listing()]

    assert (41, 16, 13) == tuple(kinds.count(kind) for kind in ("data", "wording", "reflection"))
