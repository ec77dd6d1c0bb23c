"""Words begun in the coach: kept as drafts, given back after a stop, and let go once they are kept or taken back."""

from __future__ import annotations

import pytest

from fsdesk.desk import drafts, plans
from fsdesk.plans import fields, reflections, samples
from fsdesk.plans.model import Answer, Reflection, Role
from fsdesk.ui.presenters import coach_words
from fsdesk.ui.presenters.coach import HERE, WHOLE
from fsdesk.ui.presenters.coach_beside import Beside, with_begun
from fsdesk.ui.presenters.coach_words import Begun, of_idea, of_question
from fsdesk.ui.presenters.keeping import KEEP_WITHIN
from fsdesk.ui.presenters.resting import Rest
from fsdesk.ui.presenters.spots import Spot
from fsdesk.ui.presenters.wellbeing import View
from tests.ui.presenters.test_coach import Coach
from tests.ui.presenters.test_plan import FullDisk, Page

IDEA, QUESTION = of_idea("R-01 kyle"), of_question("listening")
SAID = Begun("We asked Kyle, and he wou", 8, is_ticked=True)


@pytest.fixture
def page(team) -> Page:
    return Page(team.dan.desk)


def begin(page: Page, place=IDEA, begun: Begun = SAID) -> None:
    for end in range(1, len(begun.text) + 1):
        page.presenter.keeping.note(place, begun._replace(text=begun.text[:end]))
    page.clock.pass_by(KEEP_WITHIN)
    page.desk.run()


def test_the_plan_has_no_collection_under_the_names_of_these_drafts():
    assert {coach_words.JUDGEMENTS, coach_words.THOUGHTS}.isdisjoint(fields.collections())


def test_a_note_is_a_draft_within_half_a_second_however_fast_somebody_types(page):
    for letters in range(1, 9):
        page.presenter.keeping.note(IDEA, Begun("x" * letters))
        page.clock.pass_by(100)
    page.desk.run()

    assert ["x" * 5] == page.drafted


@pytest.mark.parametrize("place", [IDEA, QUESTION])
def test_after_a_stop_the_coach_has_the_words_the_cursor_and_the_tick_again(page, place):
    """And the plan has neither an edit nor a word of it."""
    begin(page, place)
    edits = page.edits
    back = page.again()

    assert ({place: SAID}, place) == back.screen.last("show_begun")
    assert (edits, 0) == (back.edits, back.screen.count("show_found_again"))


def test_leaving_and_locking_keep_a_note_that_was_begun_a_moment_ago(page):
    """The half second has not passed yet."""
    page.presenter.keeping.note(IDEA, SAID)
    locked = []
    page.presenter.settle(lambda: locked.append(page.drafted))
    page.desk.run()

    assert [[SAID.text, "yes"]] == [sorted(one) for one in locked]


def test_the_cursor_goes_where_somebody_was_last_and_the_words_come_back_all_the_same(page):
    begin(page)
    spot = page.note()
    page.type(spot, "Ring the school")
    page.presenter.settle()
    page.desk.run()
    page.presenter.open(Rest("matters", View(), spot, 4))
    page.desk.run()

    assert ({IDEA: SAID}, None) == page.screen.last("show_begun")
    assert (spot, 4) == page.screen.last("focus_on")


def test_a_kept_judgement_is_an_answer_and_no_draft(page):
    begin(page)
    page.presenter.record_answer(Answer(id="a", rule="R-01", where="kyle"), IDEA)
    page.clock.pass_by(KEEP_WITHIN)
    page.desk.run()

    assert ([], ["a"]) == (page.drafted, [one.id for one in page.kept.answers])
    assert {} == page.presenter.keeping.pending.begun
    assert 0 == page.again().screen.count("show_begun")


def test_a_judgement_that_is_kept_at_once_leaves_no_draft_behind(page):
    """Its half second passes while the answer is on its way into the store."""
    page.presenter.keeping.note(IDEA, SAID)
    page.presenter.record_answer(Answer(id="a", rule="R-01", where="kyle"), IDEA)
    page.clock.pass_by(KEEP_WITHIN)
    page.desk.run()

    assert [] == page.drafted


def test_a_kept_thought_is_a_reflection_and_no_draft(page):
    begin(page, QUESTION)
    page.presenter.record_thought(Reflection(id="r", question="listening"), QUESTION)
    page.desk.run()

    assert ([], ["r"]) == (page.drafted, [one.id for one in page.kept.reflections])


def test_words_that_are_taken_back_are_no_draft_either(page):
    """The tick below them goes with them."""
    begin(page)
    page.presenter.keeping.note(IDEA, Begun("  ", 2, is_ticked=True))
    page.clock.pass_by(KEEP_WITHIN)
    page.desk.run()

    assert [] == page.drafted


def test_a_note_waits_beside_edits_of_the_plan(page):
    """Whatever is kept meanwhile, nothing of the note is touched."""
    begin(page)
    page.presenter.add_person("Kyle", Role.CHILD)
    page.type(page.note(), "Ring the school")
    page.presenter.settle()
    page.desk.run()

    assert {IDEA: SAID} == page.presenter.keeping.pending.begun
    assert sorted([SAID.text, "yes"]) == sorted(page.drafted)


def test_nobody_leaves_with_a_note_that_could_be_kept_nowhere(team):
    """A full disk is said, and the lock waits; with room again both go on."""
    page = Page(team.dan.desk, FullDisk)
    begin(page)
    locked = []
    page.presenter.settle(lambda: locked.append(True))
    page.desk.run()
    before = (bool(page.presenter.unsaved), list(locked))
    page.at_desk.is_full = False
    page.presenter.settle(lambda: locked.append(True))
    page.desk.run()

    assert (True, []) == before
    assert (None, [True]) == (page.presenter.unsaved, locked)
    assert SAID.text in page.drafted


def test_what_could_not_be_kept_is_in_the_copy_somewhere_else_too(team, tmp_path):
    """Its words, and nothing of the box below them."""
    page = Page(team.dan.desk, FullDisk)
    begin(page)
    page.presenter.copy_words(tmp_path / "words.txt")
    page.desk.run()
    lines = (tmp_path / "words.txt").read_text().splitlines()

    assert SAID.text in lines
    assert "yes" not in lines


def test_drafts_of_the_coach_belong_to_their_own_plan(page, team):
    begin(page)
    other = plans.begin(team.dan.desk, family_name="Baird").plan.id

    assert [] == drafts.of_plan(team.dan.desk, other)
    assert 0 == Page(team.dan.desk, plan=other).screen.count("show_begun")


class BegunCoach(Coach):
    def __init__(self, *begun) -> None:
        super().__init__()
        self.presenter._begun = lambda: dict.fromkeys(begun, SAID)


F2 = samples.load("F2")


def test_the_idea_on_which_somebody_began_to_write_stands_open_wherever_it_is():
    """In the section that is shown, or in the whole plan."""
    plain = Coach()
    plain.look(F2)
    plain.presenter.filter(WHOLE)
    elsewhere = next(key for key in plain.keys if plain.presenter.idea(key).section != "matters")
    coach = BegunCoach(of_idea(elsewhere))
    coach.look(F2)

    assert (WHOLE, elsewhere) == coach.screen.last("show_ideas")[2:]
    assert elsewhere in coach.keys


def test_an_idea_that_is_not_there_any_more_opens_nothing():
    coach = BegunCoach(of_idea("R-99 nobody"))
    plain = Coach()
    coach.look(F2)
    plain.look(F2)

    assert (HERE, plain.open) == coach.screen.last("show_ideas")[2:]


def test_a_question_with_a_begun_thought_stays_though_others_have_their_turn():
    today = [one.id for one in reflections.for_today(F2, F2.sample_today)]
    other = next(one.id for one in reflections.load() if one.id not in today)
    shown = with_begun(
        Beside(questions=reflections.for_today(F2, F2.sample_today)), F2, F2.sample_today, [other, "no such"]
    )

    assert [*today, other] == [one.id for one in shown.questions]
    assert "{child}" not in shown.questions[-1].ask


def test_a_note_without_its_words_is_none():
    """A tick that was left alone is nobody's note."""
    said, tick = coach_words.spots_of(IDEA)

    assert {} == coach_words.begun_in([(tick, "yes", 0)])
    assert {} == coach_words.begun_in([(said, " ", 0), (tick, "yes", 0)])
    assert {} == coach_words.begun_in([(Spot("scratch", "n", "text"), "Ring", 0)])
