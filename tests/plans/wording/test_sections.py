from __future__ import annotations

import msgspec
import pytest

from fsdesk.plans import examples as ex
from fsdesk.plans import fields
from fsdesk.plans import model as m
from fsdesk.plans.checks import answer_to, check
from fsdesk.plans.findings import Finding
from fsdesk.plans.wording import sections

LABEL = "A troubled family."


def wording(plan: m.Plan) -> list[Finding]:
    return [one for one in check(plan, ex.TODAY).findings if one.rule.startswith("W-")]


def test_a_workers_words_are_read_where_they_stand():
    """With the words, kinder ones, and the place of the field."""
    (found,) = wording(ex.a_plan(steps=[ex.a_step("Book a week of respite.")]))

    assert ("W-06", "/steps/0/what", "respite", "X085") == (found.rule, found.where, found.span, found.entry)
    assert "“respite”" in found.message


@pytest.mark.parametrize("kind", ["quote", "summary"])
def test_what_somebody_said_is_not_read(kind):
    """Nor what was retold of it."""
    said = ex.words(LABEL, kind=kind, speaker="ailsa")

    assert [] == wording(ex.a_plan(matters=[ex.a_matter(said)]))


def test_the_same_words_twice_in_a_section_are_one_finding_with_a_count():
    """And another section has its own."""
    steps = [ex.a_step("Book respite."), ex.a_step("More respite.", "finn")]
    found = wording(ex.a_plan(steps=steps, goals=[ex.a_goal(ex.words("Respite each month."))]))

    assert [("/goals/0/text", 1), ("/steps/0/what", 2)] == [(one.where, one.count) for one in found]
    assert "2 times" in found[1].message


def test_strengths_are_left_as_they_are():
    """Whatever words hold somebody up."""
    assert [] == wording(
        ex.a_plan(strengths=[*ex.a_plan().strengths, ex.a_strength("Always fixes him.", "finn")])
    )


def test_a_guess_in_what_was_seen_is_no_guess():
    """May be telling us is what is asked for."""
    voice = ex.an_observation("finn", "Seems to hide. He always hides from angry people.", answered_by="goal")

    assert [] == wording(ex.a_plan(voices=[voice, ex.a_plan().voices[1]]))


def test_a_serious_worry_is_read_for_fog_alone_and_its_words_are_not_repeated():
    """The message says that plain is kinder, and nothing of what stands there."""
    worry = ex.a_serious_worry("He was aggressive and refused to stop. Concerns about contact with him.")
    (found,) = wording(ex.a_plan_with_a_serious_worry(worry))

    assert ("W-15", "") == (found.rule, found.span)
    assert "oncern" not in found.message


def test_a_sealed_record_is_read_as_a_serious_worry_is():
    """Whatever it is."""
    assert [] == wording(ex.a_plan(steps=[ex.a_step("Book respite.", sealed=True)]))


def test_the_names_of_a_plan_are_left_alone():
    """People, helpers, places, groups, and the glossary's words."""
    plan = ex.a_plan(
        people=[*ex.a_plan().people, ex.another_adult("Chaotic", in_plan=False)],
        connections=[ex.a_record(m.Connection, name="Respite Choir")],
        glossary=[ex.a_record(m.GlossaryLine, word="siblings", meaning="Brothers and sisters.")],
        never_linted={"contact with mum"},
        steps=[ex.a_step("Sing with Respite Choir, siblings too, after contact with mum. See Chaotic.")],
    )

    assert [] == wording(plan)


def test_an_empty_why_now_is_asked_for():
    """And said honestly where the family did not ask."""
    (found,) = wording(ex.a_plan(why_now=()))
    (other,) = wording(ex.a_plan(why_now=(), family_asked=False))

    assert ("W-16", "/why_now") == (found.rule, found.where)
    assert found.message != other.message


@pytest.mark.parametrize(
    "text", ["Referred due to poor attendance at school.", "Referral received from health."]
)
def test_a_why_now_that_begins_with_a_referral_is_asked_for_anew(text):
    """One finding for one span: it is not met as a referral besides."""
    rules = [one.rule for one in wording(ex.a_plan(why_now=ex.words(text)))]

    assert "W-16" in rules
    assert "W-04" not in rules


def test_a_long_sentence_is_noticed_once_a_section():
    """In words that a family may read; never in quotes."""
    long = "we go to the pool and then " * 5 + "home"
    (found,) = wording(ex.a_plan(steps=[ex.a_step(f"{long}. {long}.")]))

    assert ("W-09", 2) == (found.rule, found.count)
    assert [] == wording(ex.a_plan(matters=[ex.a_matter(long)]))


def test_every_field_of_words_is_read_or_left_out_on_purpose():
    """Strengths, private reasons, what was said no to, and what the worker keeps beside the plan."""
    left_out = {"people", "voices_declined", "strengths", "paper_returns"}
    left_out |= {"answers", "reflections", "brought", "scratch", "comments", "shared_for_safety"}
    for name, record in fields.collections().items():
        words = {field for field, hint in fields.hints_of(record).items() if "Span" in str(hint)}

        assert {how.name for how in sections._WORDS.get(name, ())} <= words
        assert (name in sections._WORDS) == bool(
            words - {"text"} and name not in left_out
        ) or name in left_out


def test_what_names_are_made_of_is_declared():
    """A check after an edit relies on it."""
    plan = ex.a_plan()

    assert {"Ailsa", "Finn", "Dan", "Sorley"} <= sections.names_of(plan)
    assert set(sections.NAMED_BY) <= set(fields.hints_of(m.Plan))


HARD = "Participation in community activities continues to facilitate considerable opportunities for relationships. "
PLAIN = "Kirsty walks to the pool with Jamie on a Friday, and they buy chips on the way home. "


def hard_plan(text: str, **over: str) -> m.Plan:
    """A plan with seven steps of one kind of words, each field a few of them."""
    return ex.a_plan(steps=[ex.a_step(ex.words(text, **over)) for _ in range(7)])


def test_words_that_take_a_long_schooling_are_said_of_the_plan_as_a_whole():
    """Once, of the whole plan, when no single sentence is long."""
    found = [one for one in wording(hard_plan(HARD)) if one.rule == "W-09"]

    assert ["" for _ in found] == [one.where for one in found]
    assert 1 == len(found)
    assert "long words" in found[0].message


@pytest.mark.parametrize(
    "plan", [hard_plan(PLAIN), hard_plan(HARD, kind="quote", speaker="ailsa"), hard_plan(HARD, lang="pl")]
)
def test_plain_words_quotes_and_other_languages_have_no_reading_age(plan):
    """What somebody said stays as it was said, and the formula is one for English."""
    assert [] == [one for one in wording(plan) if one.rule == "W-09"]


def test_a_few_words_have_no_reading_age():
    """Fewer than sixty say little, however long they are."""
    plan = ex.a_plan(steps=[ex.a_step(HARD)], goals=[])

    assert [] == [one for one in wording(plan) if one.rule == "W-09"]


def test_an_answer_puts_the_reading_age_to_rest():
    """The worker's answer counts for the plan as it stands."""
    plan = hard_plan(HARD)
    (found,) = (one for one in check(plan, ex.TODAY).findings if one.rule == "W-09")
    answered = msgspec.structs.replace(plan, answers=(answer_to(found, answer_id="a-1"),))

    assert [True] == [one.answered for one in check(answered, ex.TODAY).findings if one.rule == "W-09"]
