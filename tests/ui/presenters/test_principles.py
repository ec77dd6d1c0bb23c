from __future__ import annotations

import pytest
from msgspec.structs import replace

from fsdesk.plans import checks, samples
from fsdesk.ui.presenters import ideas
from fsdesk.ui.presenters.coach import CoachPresenter
from fsdesk.ui.presenters.ideas import Way
from fsdesk.ui.presenters.principles import FIRST, PrinciplesPresenter, Seeing, picture_of, told_of
from tests.ui.presenters.fakes import Clock, Desk, Screen

F1, F2, F6 = (samples.load(name) for name in ("F1", "F2", "F6"))


def looked(plan, *, everything: bool = True):
    """What the coach's check finds, as the coach tells it."""
    checked = checks.check(plan, plan.sample_today)
    return plan, checked, ideas.shown(plan, checked, plan.sample_today, everything=everything)


def picture(plan, **how):
    _, checked, shown = looked(plan, **how)
    return picture_of(checked, shown)


def seen(plan, principle: str, **how):
    return next(one for one in picture(plan, **how).all if one.id == principle)


class Principles:
    def __init__(self, seeing: Seeing | None = None) -> None:
        self.screen, self.gone = Screen(), []
        self.seeing = seeing or Seeing()
        self.presenter = PrinciplesPresenter(
            self.screen, today=lambda: F6.sample_today, seeing=self.seeing, go=self.gone.append
        )


@pytest.fixture
def made() -> Principles:
    return Principles()


def test_glasgows_eleven_stand_beside_the_ten_national_ones():
    both = picture(F1)

    assert (11, 10) == (len(both.left), len(both.right))
    assert {"Glasgow"} == {one.framework for one in both.left}
    assert {"National"} == {one.framework for one in both.right}


def test_evidence_is_what_the_check_found():
    plan, checked, _ = looked(F6)
    found = {one.id: one.evidence for one in checked.principles}

    assert {one.id: found[one.id] for one in picture(plan).all} == {
        one.id: one.evidence for one in picture(plan).all
    }


def test_an_idea_waits_under_every_principle_it_touches():
    """R-11 names four of these; the coach shows it once, under the first."""
    waiting = {one.id for one in picture(F6).all if any(i.finding.rule == "R-11" for i in one.waiting)}

    assert {"NP-06", "GP-STRENGTHS", "GP-RIGHTS", "GP-FLEXIBLE"} == waiting


def test_an_idea_that_was_answered_waits_no_more():
    (idea, *_) = seen(F6, "GP-VOICE").waiting
    answer = checks.answer_to(idea.finding, answer_id="a1")
    after = replace(F6, answers=(*F6.answers, answer))

    assert idea.key not in [one.key for one in seen(after, "GP-VOICE").waiting]


def test_in_a_first_meeting_only_the_coachs_few_ideas_wait():
    first = replace(F2, first_meeting=True, started_on=F2.sample_today)
    quiet = {idea.finding.rule for one in picture(first, everything=False).all for idea in one.waiting}
    later = {idea.finding.rule for one in picture(first).all for idea in one.waiting}

    assert quiet <= checks.FIRST_MEETING
    assert quiet < later


def test_nothing_yet_is_said_plainly():
    one = seen(F2, "GP-VOICE")

    assert "nothing yet" == one.shown_in
    assert one.said.startswith("Voice and Influence, Glasgow, nothing yet, 3 ideas waiting")


def test_one_piece_and_one_idea_are_said_in_the_singular():
    one = seen(F6, "GP-VOICE")
    alone = one._replace(evidence=one.evidence[:1], waiting=one.waiting[:1])

    assert "Voice and Influence, Glasgow, 1 piece of evidence, 1 idea waiting" == alone.said


def test_the_picture_is_said_in_a_sentence_without_a_sum_of_what_is_shown():
    """Which ones wait and which have nothing yet are named; nobody is told how many of how many."""
    said = picture(F2).said

    assert "11 Glasgow practice principles at the left, 10 national ones at the right" in said
    assert "Nothing yet for Rights-respecting (Glasgow)" in said
    assert "An idea waits for" in said
    assert "Show as list" in said
    assert " of 21" not in said


def test_what_belongs_together_is_named_and_our_readings_say_so():
    both = picture(F1)

    assert ("Take account of families' voice",) == both.together("GP-VOICE")
    assert ("Voice and Influence",) == both.together("NP-07")
    assert "Collaborative networks of support (as we read it)" in both.together("NP-08")


def test_one_principle_is_told_with_our_words_and_its_exact_place():
    told = told_of(F6, seen(F6, "GP-VOICE"), F6.sample_today)

    assert told.statement.startswith("Every child and adult can say what they think")
    assert told.source.startswith("Glasgow Family Support Strategy 2024–2030")
    assert told.source.endswith("Table 1, row 1, right")
    assert len(told.seen.evidence) == len(told.pieces)


def test_nothing_is_shown_before_somebody_looks(made):
    made.presenter.take(*looked(F6))

    assert [] == made.screen.told


def test_whoever_looks_sees_what_was_found_last_with_the_first_principle_told(made):
    made.presenter.take(*looked(F2))
    made.presenter.take(*looked(F6))
    made.presenter.begin()

    assert picture(F6) == made.screen.last("show_principles")[0]
    assert FIRST == made.screen.last("show_told")[0].seen.id


def test_while_somebody_looks_the_page_says_what_the_next_check_found(made):
    """And the chosen principle stays the chosen one."""
    made.presenter.take(*looked(F6))
    made.presenter.begin()
    made.presenter.choose("NP-07")
    made.presenter.take(*looked(replace(F6, voices=F6.voices[:1])))
    told = made.screen.last("show_told")[0]

    assert "NP-07" == told.seen.id
    assert 1 == sum(where.startswith("/voices/") for where in told.seen.evidence)


def test_after_leaving_nothing_is_shown_until_somebody_looks_again(made):
    made.presenter.take(*looked(F6))
    made.presenter.begin()
    made.presenter.leave()
    before = made.screen.count("show_principles")
    made.presenter.take(*looked(F2))

    assert before == made.screen.count("show_principles")


def test_before_the_coach_has_looked_choosing_says_nothing(made):
    made.presenter.begin()
    made.presenter.choose("GP-VOICE")

    assert ["show_as"] == [name for name, _ in made.screen.told]


def test_show_leads_into_the_plan(made):
    way = Way("words", where="/voices/0")
    made.presenter.show(way)

    assert [way] == made.gone


def test_list_or_picture_is_remembered_for_the_next_family():
    first = Principles()
    first.presenter.see(True)
    second = Principles(first.seeing)
    second.presenter.begin()

    assert (True,) == first.screen.last("show_as")
    assert (True,) == second.screen.last("show_as")


def test_until_somebody_chooses_the_width_decides(made):
    made.presenter.begin()

    assert (None,) == made.screen.last("show_as")


def test_the_principles_are_told_of_the_coachs_own_check_and_again_to_who_comes_later(made):
    """No second look at the plan: what is told later is the very check of before."""
    told, desk = [], Desk()
    coach = CoachPresenter(
        Screen(),
        submit=desk.submit,
        after=Clock().after,
        today=lambda: F6.sample_today,
        looked=lambda *found: told.append(found),
    )
    coach.tell_again()
    coach.look_at(F6, at_once=True)
    desk.run()
    coach.tell_again()
    made.presenter.take(*told[-1])
    made.presenter.begin()

    assert 2 == len(told)
    assert told[0][1] is told[1][1]
    assert [] == desk.waiting
    assert picture(F6, everything=False) == made.screen.last("show_principles")[0]
