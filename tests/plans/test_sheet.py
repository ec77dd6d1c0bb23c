from __future__ import annotations

import re

import msgspec
import pytest

from fsdesk.errors import Refused
from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.audience import hold_or_edition
from fsdesk.plans.sheet import Sheet, sheet_of, texts, version_of
from fsdesk.plans.sheet.phrases import phrases
from fsdesk.plans.sheet.values import (
    Answer,
    Choices,
    GoalCard,
    Key,
    Points,
    Section,
    Signing,
    Sub,
    Talk,
    Tasks,
    Ties,
    Told,
    Wheel,
    WriteOn,
)

SAY = phrases()


def page(plan: m.Plan, reader: str = "ailsa") -> Sheet:
    edition = hold_or_edition(plan, reader, today=ex.TODAY)
    return sheet_of(edition, letter="B", version=version_of(edition))


def section(plan: m.Plan, key: Key, reader: str = "ailsa") -> Section:
    return next(one for one in page(plan, reader).sections if one.key is key)


def blocks(plan: m.Plan, key: Key, kind: type, reader: str = "ailsa") -> list:
    return [one for one in section(plan, key, reader).blocks if isinstance(one, kind)]


def said(part: object) -> str:
    return "\n".join(texts(part))


def test_the_sections_stand_in_the_familys_order():
    """First who we are and what matters, strengths before worries, our rights before we say yes (PR-17)."""
    keys = [one.key for one in page(ex.a_plan()).sections]
    order = [Key.WHO, Key.MATTERS, Key.STRENGTHS, Key.WELLBEING, Key.GOALS, Key.SUPPORT, Key.TASKS]
    order += [Key.WORRIES, Key.REACH, Key.OWN, Key.RIGHTS, Key.AGREEMENT]

    assert order == keys


def test_every_heading_is_a_question():
    """Headings ask, they do not file."""
    sheet = page(ex.a_plan())

    assert [] == [one.heading for one in (*sheet.sections, *sheet.last) if not one.heading.endswith("?")]


def test_an_empty_plan_has_a_sentence_of_its_own_for_every_part():
    """What is not there yet is said without blame, with room to write."""
    plan = ex.a_bare_plan(people=[ex.a_carer("Ailsa")])
    sheet = page(plan)
    told = [said(one.blocks) for one in sheet.sections]

    assert len(told) == len(set(told)) + 1  # what matters and what is strong invite with the same words
    assert {Key.MATTERS, Key.STRENGTHS, Key.GOALS} <= {
        one.key for one in sheet.sections if any(isinstance(block, WriteOn) for block in one.blocks)
    }
    assert "No promises yet." in said(section(plan, Key.TASKS))


def test_page_1_answers_whose_it_is_when_we_meet_and_whom_to_ring():
    """The box of page 1 holds the three answers one looks for first."""
    plan = ex.a_plan(
        next_review=m.NextReview(on=ex.day(42), at="15:30", place="library"),
        meetings=[ex.a_record(m.Meeting, on=ex.day(7), at="12:00", place="home")],
        reach_in=[ex.a_record(m.ReachIn, name="Dan", phone="0141 496 0117")],
    )
    box = said(page(plan).box)

    assert "This is your plan." in box
    assert "Monday 9\u00a0March 2026, 12\u00a0noon, home." in box
    assert "Monday 13\u00a0April 2026, 3.30 in the afternoon, library." in box
    assert "Dan: 0141 496 0117" in box


@pytest.mark.parametrize(
    ("over", "told"),
    [
        ({"next_review": None}, "No day yet."),
        ({"next_review": m.NextReview(on=ex.day(-1))}, "The day we had has gone by."),
    ],
)
def test_a_missing_or_passed_day_blames_nobody(over, told):
    """A plan without a day to come says that one will be found together."""
    assert told in said(page(ex.a_plan(**over)).box)


def test_a_meeting_of_the_team_alone_is_not_the_familys_next():
    """What professionals meet about among themselves does not stand on page 1."""
    plan = ex.a_plan(
        next_review=None,
        meetings=[ex.a_record(m.Meeting, on=ex.day(7), kind=m.MeetingKind.TEAM, with_whom={"dan"})],
    )

    assert "No day yet." in said(page(plan).box)


def test_a_line_written_for_paper_stands_instead_of_any_number():
    """Where a safe line was written to be printed, no place and no number is."""
    way = ex.a_record(
        m.ReachIn,
        name="Dan",
        place="Hall",
        phone="0141 496 0117",
        printed_line="Ask for Dan on any Saturday.",
    )
    plan = ex.a_plan(reach_in=[way])

    assert "Ask for Dan on any Saturday." in said(page(plan).box)
    assert "0141 496 0117" not in said(page(plan))


def test_own_words_stand_in_quotation_marks_and_are_not_touched():
    """A quote is printed letter by letter, Scots, swearing and signs included."""
    words = "School's shite & I'm <no> a *retard*, {ken}?"
    told = blocks(ex.a_plan(matters=[], voices=[ex.a_voice("finn", words)]), Key.MATTERS, Told)

    assert (("Finn", f"“{words}”", True),) == tuple((one.who, said(one.lines), one.own_words) for one in told)


def test_a_translation_stands_below_the_words_as_they_were_said():
    """The words come first in their language, then who put them into another."""
    span = m.Span(text="Ranki bez krzyku", lang="pl", kind=m.SpanKind.QUOTE, speaker="ailsa")
    translated = m.Translation(text="Mornings without shouting", lang="en", by="Ewa")
    told = msgspec.structs.replace(span, translations=(translated,))
    (block,) = blocks(ex.a_plan(matters=[ex.a_matter((told,))], voices=[]), Key.MATTERS, Told)

    assert ["„Ranki bez krzyku”", "In English, put into words by Ewa: Mornings without shouting"] == list(
        texts(block.lines)
    )


def test_a_strength_with_a_translation_is_still_one_strength():
    """Both stand in one item of the list, as said first: nobody counts it twice."""
    translated = m.Translation(text="Piecze chleb.", lang="pl", by="Ewa")
    strength = ex.a_strength((m.Span(text="Bakes bread.", translations=(translated,)),), id="bakes")
    (points,) = blocks(ex.a_plan(strengths=[strength]), Key.STRENGTHS, Points)
    (item,) = points.items

    assert said(item).startswith("Bakes bread.")
    assert said(item).endswith("put into words by Ewa: Piecze chleb.")


def test_what_a_baby_shows_us_is_described_with_may_be():
    """An observation is printed as what we saw and what it may be telling us, without quotation marks."""
    told = said(blocks(ex.a_plan(matters=[], voices=[ex.an_observation()]), Key.MATTERS, Told))

    assert "Turns to a low voice. May be telling us that it settles him." in told
    assert "“" not in told


def test_the_wheel_shows_what_was_talked_about_and_no_score():
    """An area is strong, worked on or not talked about yet; several children's views make one filling."""
    areas = [
        ("safe", "good"),
        ("healthy", "mixed"),
        ("active", "worry"),
        ("safe", "good"),
        ("included", "not_talked_about"),
    ]
    wellbeing = [
        ex.a_record(m.Wellbeing, id=f"w{at}", child="finn", area=m.Area(area), state=m.HowItIs(state))
        for at, (area, state) in enumerate(areas)
    ]
    (wheel,) = blocks(ex.a_plan(wellbeing=wellbeing), Key.WELLBEING, Wheel)
    talked = [one.talk for one in wheel.slices]

    assert [SAY.text(f"areas.{area}") for area in m.Area] == [one.word for one in wheel.slices]
    assert [Talk.STRONG, Talk.WORKING, *[Talk.NOT_YET] * 2, Talk.WORKING, *[Talk.NOT_YET] * 3] == talked
    assert not re.search(r"\d", said(wheel))


def test_a_goal_says_how_we_will_know_and_has_a_number_only_when_one_was_given():
    """Without a number from the family there is no line."""
    scale = m.Scale(today=3, hoped=7, low_words="plates on laps", high_words="noisy table")
    with_line, without = blocks(
        ex.a_plan(goals=[ex.a_goal(scale=scale), ex.a_goal(id="goal-2", scale=m.Scale())]),
        Key.GOALS,
        GoalCard,
    )

    assert ("now, 3", "good enough for us, 7", "noisy table") == (
        with_line.scale.now,
        with_line.scale.enough,
        with_line.scale.high,
    )
    assert None is without.scale
    assert "We will know when: We will hear a noisy table." in said(with_line)


def test_more_than_five_goals_stand_by_whose_they_are_with_a_list_of_contents():
    """A long plan is grouped by person, numbered through, and says what is in it."""
    goals = [ex.a_goal(f"Goal {at}", id=f"goal-{at}", whose="finn" if at % 2 else "ailsa") for at in range(6)]
    sheet = page(ex.a_plan(goals=goals))
    parts = next(one for one in sheet.sections if one.key is Key.GOALS).blocks

    assert ["For Ailsa", "For Finn"] == [one.text for one in parts if isinstance(one, Sub)]
    assert [1, 2, 3, 4, 5, 6] == [one.number for one in parts if isinstance(one, GoalCard)]
    assert "What is in this plan?" == sheet.contents
    assert "" == page(ex.a_plan(goals=goals[:5])).contents


def test_chosen_put_off_and_refused_stand_as_equals():
    """A no is printed as a no, with the sentence that we can change our mind."""
    answers = [m.Choice.NO_THANKS, m.Choice.NOT_NOW, m.Choice.CHOSEN, m.Choice.ALREADY_HAVE]
    options = [ex.an_option(f"Option {at}", choice=one, id=f"o{at}") for at, one in enumerate(answers)]
    (choices,) = blocks(ex.a_plan(options=options), Key.SUPPORT, Choices)

    assert [Answer.YES, Answer.HAVE, Answer.LATER, Answer.NO] == [one.answer for one in choices.rows]
    assert "We can change our mind" in said(section(ex.a_plan(options=options), Key.SUPPORT))


def test_an_option_nobody_answered_stands_only_while_its_goal_waits():
    """What was passed over for something else needs no line; what still waits is open."""
    waiting = ex.a_plan(options=[ex.an_option("Drop-in"), ex.an_option("Nothing for now")])

    assert [Answer.OPEN] * 2 == [one.answer for one in blocks(waiting, Key.SUPPORT, Choices)[0].rows]
    assert [Answer.YES] == [one.answer for one in blocks(ex.a_plan(), Key.SUPPORT, Choices)[0].rows]


def test_the_workers_promises_come_before_our_steps():
    """What the services promised stands first, each step with a name and a day."""
    steps = [
        ex.a_step("Choose what we cook.", "finn", no_rush=True, by_when=None),
        ex.a_step("Book a place.", "dan"),
    ]
    promise = ex.a_record(m.Promise, what="Bring the form.", by_whom="dan", by_when=ex.day(2))
    workers, family = blocks(ex.a_plan(steps=steps, promises=[promise]), Key.TASKS, Tasks)

    assert ["Book a place.", "Bring the form."] == [said(one.lines) for one in workers.rows]
    assert [("Dan", "Thu 12\u00a0March"), ("Dan", "Wed 4\u00a0March")] == [
        (one.who, one.by) for one in workers.rows
    ]
    assert [("Finn", "No rush")] == [(one.who, one.by) for one in family.rows]


def test_a_done_step_is_ticked_and_one_we_dropped_is_gone():
    """Done is said; a changed mind needs no line, and nobody is shown as late."""
    steps = [
        ex.a_step("Done.", "finn", state=m.StepState.DONE),
        ex.a_step("Dropped.", "finn", state=m.StepState.CHANGED_OUR_MIND, id="two"),
        ex.a_step("Long ago.", "finn", by_when=ex.day(-90), id="three"),
    ]
    (family,) = blocks(ex.a_plan(steps=steps), Key.TASKS, Tasks)

    assert [("Done.", True, "Done"), ("Long ago.", False, "Tue 2\u00a0December")] == [
        (said(one.lines), one.done, one.by) for one in family.rows
    ]


def test_worries_are_said_plainly_without_who_raised_them():
    """A worry prints with what may be behind it and what is good; who noticed it prints nowhere."""
    worry = ex.a_worry(
        noticed_by="Mrs Lamont",
        already_safe="The rent is paid.",
        next_action="Bring the form.",
        next_owner="dan",
    )
    told = said(section(ex.a_plan(worries=[worry]), Key.WORRIES))

    assert "What may be behind it: Bills went up." in told
    assert "What happens next: Bring the form. (Dan)" in told
    assert "Lamont" not in said(page(ex.a_plan(worries=[worry])))


@pytest.mark.parametrize(("many", "drawn"), [(7, True), (8, False)])
def test_a_map_of_more_than_seven_is_a_list(many, drawn):
    """A map that is too full to read becomes the same in lines."""
    network = [ex.a_record(m.NetworkLine, name=f"Friend {at}", id=f"n{at}") for at in range(many)]
    (ties,) = blocks(ex.a_plan(network=network), Key.TIES, Ties)

    assert (drawn, many) == (ties.is_map, len(ties.ties))


def test_only_an_agreed_plan_has_lines_to_sign():
    """A talking copy says so on every side and asks for no name (PG-10)."""
    draft, agreed = page(ex.a_plan()), page(ex.a_plan(state=m.PlanState.AGREED))

    assert "Talking copy. We have not agreed this yet." == draft.strip
    assert "" == agreed.strip
    assert [] == blocks(ex.a_plan(), Key.AGREEMENT, Signing)
    assert ("Family", "Family", "Worker") == blocks(
        ex.a_plan(state=m.PlanState.AGREED), Key.AGREEMENT, Signing
    )[0].places


def test_somebody_who_sees_it_differently_says_so_in_their_words():
    """Agreement is no compliance: every answer is printed as an answer."""
    one = ex.a_record(
        m.Agreement, person="finn", state=m.AgreementState.PARTLY, words=ex.quote("Not the swimming.")
    )
    told = said(section(ex.a_plan(state=m.PlanState.AGREED, agreements=[one]), Key.AGREEMENT))

    assert "Finn: partly. “Not the swimming.”" in told


def test_only_those_in_the_plan_are_asked_to_sign_it():
    """Signing says "I was there": somebody on the list alone was not, and has nothing to sign."""
    outside = ex.another_adult("Morag", in_plan=False)
    plan = ex.a_plan(people=[ex.a_carer(), ex.a_child(), outside], state=m.PlanState.AGREED)

    assert Key.AGREEMENT in {one.key for one in page(plan).sections}
    assert Key.AGREEMENT not in {one.key for one in page(plan, "morag").sections}


def test_the_footer_and_the_file_name_hold_no_name():
    """Kind, code, version, letter and day are all that anybody who finds the page learns."""
    sheet = page(ex.a_plan(title="The Sorley plan for Finn"))

    assert "Our plan · K7QM-3TXH · version 1 · B · 2\u00a0March\u00a02026" == sheet.footer
    assert "Our plan, K7QM-3TXH, version 1" == sheet.document_title


@pytest.mark.parametrize(
    ("title", "shown"), [("Our map", "Our map"), ("The Sorleys' plan", "Our plan"), (" ", "Our plan")]
)
def test_the_familys_title_is_theirs_unless_it_holds_the_surname(title, shown):
    """A surname is on no paper, not even in a title the family chose."""
    assert shown == page(ex.a_plan(title=title)).title


def test_page_1_sends_old_copies_back():
    """Every page 1 says which copies are too old (PR-19)."""
    version = ex.a_record(m.PlanVersion, number=4, on=ex.day(-9))

    assert "Older than 21\u00a0February\u00a02026? Ask for a new one" in said(
        page(ex.a_plan(versions=[version])).older
    )


def test_the_readers_own_part_is_on_the_readers_copy():
    """What helps Ailsa take part stands on Ailsa's copy, not on Finn's."""
    feel = ex.a_record(m.FeelSafe, person="ailsa", words=ex.quote("The door open."))
    plan = ex.a_plan(safety_feel=[feel])

    assert "The door open." in said(page(plan))
    assert "The door open." not in said(page(plan, "finn"))


@pytest.mark.parametrize("language", ["xx", "../en", "EN", "common_words"])
def test_an_unknown_language_is_refused(language):
    """Only a pack of printed words is a language."""
    edition = hold_or_edition(ex.a_plan(), "ailsa", today=ex.TODAY)

    with pytest.raises(Refused, match="no printed words"):
        sheet_of(edition, language=language, letter="B", version=1)


def test_points_are_the_strengths_as_written():
    """Strengths stand as a list, one each, in their own words."""
    (points,) = blocks(
        ex.a_plan(strengths=[ex.a_strength("Sings."), ex.a_strength("Draws.")]), Key.STRENGTHS, Points
    )

    assert ["Sings.", "Draws."] == list(texts(points))
