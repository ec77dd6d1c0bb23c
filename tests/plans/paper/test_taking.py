"""A sheet's answers become one edit that overwrites nothing, loses nothing, and merges as any other does."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from fsdesk.plans import document, fields, merge
from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.access.lines import Telling
from fsdesk.plans.edits import Intent, Part, contents_of
from fsdesk.plans.paper.form import Typed, written
from tests.plans.laptops import Laptop, together
from tests.plans.paper.returned import Returned, a_laptop, printed

replace = msgspec.structs.replace

SAID = ("goal", "helped", "not_helped", "new", "not_right", "time_or_place", "not_see", "draw", "promise")
WORDS = st.text(max_size=40) | st.sampled_from(["it wis braw\n\n", "  صباح  ", "e\u0301", "<b>&", "x\ty"])
ANSWERS = st.lists(st.tuples(st.sampled_from(SAID), WORDS), max_size=6)
TICKS = st.sampled_from(["keep", "stop", "not_now"])


def with_choice(laptop: Laptop, choice: m.Choice) -> None:
    """Somebody writes what the family says to the drop-in."""
    plan = laptop.plan
    laptop.write(replace(plan, options=(replace(plan.options[0], choice=choice), *plan.options[1:])))


def choices(laptop: Laptop) -> set[str]:
    """Every reading of what the family says to the drop-in."""
    now = laptop.current()
    found = {version.value for one in now.differing if one.field == "choice" for version in one.versions}
    return found or {now.plan.options[0].choice.value}


@settings(deadline=None, max_examples=60)
@given(ANSWERS, st.frozensets(st.sampled_from(SAID)))
def test_every_word_is_kept_to_the_letter_whether_it_is_taken_or_left(answers, accepted):
    """Nothing is corrected, trimmed, joined or dropped; an empty box makes no answer."""
    laptop = a_laptop()
    sheet = Returned(laptop, printed(laptop))
    typed = sheet.form(*(sheet.typed(about, words) for about, words in answers))
    if not written(typed):
        return
    before = laptop.plan
    there = {box for box, words in answers if words.strip()}
    plan = sheet.take(*typed.answers, only=accepted & there)
    (kept,) = plan.paper_returns
    wanted = sorted((sheet.number(about), words) for about, words in answers if words.strip())

    assert wanted == sorted((one.box, "".join(span.text for span in one.text)) for one in kept.answers)
    assert {sheet.number(one) for one in accepted & there} == {one.box for one in kept.answers if one.taken}
    assert (before.voices, before.goals[0].text) == (plan.voices, plan.goals[0].text)


@settings(deadline=None, max_examples=60)
@given(ANSWERS, st.frozensets(st.sampled_from(SAID)))
def test_what_is_left_changes_nothing_of_the_plan(answers, accepted):
    """Only what was taken becomes part of it."""
    laptop = a_laptop()
    sheet = Returned(laptop, printed(laptop))
    typed = [sheet.typed(about, words) for about, words in answers if words.strip()]
    if not typed:
        return
    before = laptop.plan
    plan = sheet.take(*typed, only=())

    assert before == replace(plan, paper_returns=())
    assert not any(one.taken for one in plan.paper_returns[0].answers)
    assert plan == document.read(document.write(plan))


@settings(deadline=None, max_examples=40)
@given(TICKS, st.sampled_from(list(m.Choice)), st.booleans())
def test_an_old_sheet_overwrites_nothing_that_was_written_since(tick, since, prints_again):
    """Where the plan moved on, both readings stand; where it did not, the sheet is the latest word."""
    laptop = a_laptop()
    code = printed(laptop)
    with_choice(laptop, since)
    if prints_again:
        printed(laptop)
    sheet = Returned(laptop, code)
    sheet.take(sheet.typed("option", ticks=(tick,)))
    says = {"keep": "chosen", "stop": "no_thanks", "not_now": "not_now"}[tick]
    moved = since is not m.Choice.CHOSEN

    assert ({since.value, says} if moved else {says}) == choices(laptop)


@settings(deadline=None, max_examples=40)
@given(TICKS, st.lists(st.tuples(st.sampled_from(["title", "choice", "step"]), WORDS), max_size=4))
def test_it_commutes_with_what_other_laptops_write(tick, others):
    """Whoever hears of it first: the plan ends the same on both, with everything that either wrote."""
    ann = a_laptop()
    code = printed(ann)
    ben = Laptop("ben")
    ben.take(ann.edits.values())
    for what, words in others:
        _write(ben, what, words)
    sheet = Returned(ann, code)
    sheet.take(sheet.typed("option", ticks=(tick,)), sheet.typed("helped", "Gran", number=None))
    ours, theirs = list(ann.edits.values()), list(ben.edits.values())
    one, two = merge.fold([*ours, *theirs]), merge.fold([*reversed(theirs), *ours])
    together(ann, ben)

    assert (one.plan, one.differing) == (two.plan, two.differing)
    assert ann.plan == ben.plan
    assert "Gran" == ann.plan.reviews[0].what_helped[0].text
    assert {step.what for step in ben.plan.steps} >= {
        (m.Span(text=words),) for what, words in others if what == "step"
    }


def _write(laptop: Laptop, what: str, words: str) -> None:
    plan = laptop.plan
    if what == "title":
        laptop.write(replace(plan, title=words))
    elif what == "choice":
        with_choice(laptop, m.Choice.NOT_NOW)
    else:
        made = m.Step(id=f"more-{len(plan.steps)}", what=(m.Span(text=words),))
        laptop.write(replace(plan, steps=(*plan.steps, made)))


def test_it_is_one_edit_that_says_what_it_was():
    """Everything that a sheet does is done and undone together."""
    laptop = a_laptop()
    sheet = Returned(laptop, printed(laptop))
    count = len(laptop.edits)
    sheet.take(sheet.typed("goal", "Aye", number=6), sheet.typed("option", ticks=("stop",)))
    last = max(laptop.edits.values(), key=lambda edit: edit.header.lamport)

    assert (count + 1, Intent.TYPED_FROM_PAPER) == (len(laptop.edits), last.header.intent)


def test_a_goal_that_was_taken_out_since_is_there_again_when_its_answer_is_taken():
    """A take-out yields to words it did not know of, as everywhere."""
    laptop = a_laptop()
    code = printed(laptop)
    laptop.write(replace(laptop.plan, goals=()))
    sheet = Returned(laptop, code)
    (outcome,) = sheet.outcomes(sheet.form(sheet.typed("goal", number=6)))

    assert "brings it back" in " ".join(note for does in outcome.does for note in does.notes)
    assert 6 == sheet.take(sheet.typed("goal", number=6)).goals[0].scale.today


def test_left_answers_about_a_goal_that_is_gone_leave_it_gone():
    """They stand on the sheet alone."""
    laptop = a_laptop()
    code = printed(laptop)
    laptop.write(replace(laptop.plan, goals=()))
    sheet = Returned(laptop, code)
    plan = sheet.take(sheet.typed("goal", "Aye", number=6), only=())

    assert ((), "goal") == (plan.goals, plan.paper_returns[0].answers[0].box_about)


def test_the_workers_own_part_holds_the_words_of_a_sheet_that_somebody_should_not_see():
    """What is for the worker alone is in no part that travels."""
    laptop = a_laptop()
    sheet = Returned(laptop, printed(laptop))
    sheet.take(sheet.typed("not_see", "Callum"), sheet.typed("not_right", "Unspoken"))
    last = max(laptop.edits.values(), key=lambda edit: edit.header.lamport)
    parts = {one.part for one in contents_of(last) if "Unspoken" in str(one.changes)}

    assert {Part.OWN} == parts


def test_an_answer_about_what_became_private_since_travels_no_further_than_it():
    """The sheet saw it open; today it is sealed."""
    laptop = a_laptop()
    code = printed(laptop)
    plan = laptop.plan
    laptop.write(replace(plan, goals=(replace(plan.goals[0], sealed=True),)))
    sheet = Returned(laptop, code)
    sheet.take(sheet.typed("goal", "Unspoken", number=6))
    last = max(laptop.edits.values(), key=lambda edit: edit.header.lamport)
    parts = {one.part for one in contents_of(last) if "'today': 6" in str(one.changes)}

    assert {Part.SEALED} == parts
    assert m.Reach.MY_WORKER is laptop.plan.marks[0].audience.to


def test_a_hand_that_is_nobodys_by_name_is_kept_as_what_it_was():
    """A child wrote, and which one is not said."""
    laptop = a_laptop()
    sheet = Returned(laptop, printed(laptop))
    typed = Typed(box=sheet.number("new"), words="I got a dog", hand=m.Hand.CHILD)
    (answer,) = sheet.take(typed).paper_returns[0].answers

    assert (None, m.Hand.CHILD, ex.TODAY) == (answer.hand, answer.written_by, answer.on)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(SAID), max_size=5), st.sampled_from(["not_see", "keep_in_team"]))
def test_what_is_asked_on_the_sheet_holds_for_every_record_it_makes(answers, asked):
    """Nothing of a sheet that somebody should not see travels; nothing of one for the team alone is for a reader."""
    laptop = a_laptop()
    sheet = Returned(laptop, printed(laptop))
    before = {one.id for name in fields.collections() for one in getattr(laptop.plan, name)}
    said = [sheet.typed(about, "Unspoken") for about in answers]
    said += [sheet.typed(asked, "Callum", ticks=("please",) if asked == "keep_in_team" else ())]
    plan = sheet.take(*said)
    made = [one for name in fields.collections() for one in getattr(plan, name) if one.id not in before]
    last = max(laptop.edits.values(), key=lambda edit: edit.header.lamport)
    parts = {one.part for one in contents_of(last) if "Unspoken" in str(one.changes)}

    assert made
    if asked == "not_see":
        assert {m.Reach.MY_WORKER} == {one.audience.to for one in made}
        assert parts <= {Part.OWN}
    else:
        assert all(one.audience.to is not m.Reach.ALL and not one.audience.readers for one in made)


def test_what_a_plan_holds_about_somebody_tells_their_answers_without_the_ids_of_records():
    """Whoever asks what is kept of them reads the words, and nothing that only a program needs."""
    laptop = a_laptop()
    sheet = Returned(laptop, printed(laptop))
    (kept,) = sheet.take(sheet.typed("promise", "but late", ticks=("yes",))).paper_returns
    told = str(list(Telling({"ailsa": "Ailsa"}, "ailsa").fields_of("paper_returns", kept)))

    assert "but late" in told
    assert [] == [one for one in ("promise", kept.sheet) if one in told]
