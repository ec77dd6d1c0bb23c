"""Undo and put back over real stores, alone and between laptops."""

from __future__ import annotations

import msgspec
import pytest

from fsdesk.desk import opening, plans, settling, undoing
from fsdesk.plans import changes
from fsdesk.plans import model as m
from fsdesk.plans.edits import Intent
from fsdesk.plans.examples import a_plan
from fsdesk.plans.fold import Place
from tests.desk.team import Laptop, Team, rows

PLAN = "plan"
replace = msgspec.structs.replace


@pytest.fixture
def dan(team) -> Laptop:
    """Dan's laptop, with one plan whose title he changed."""
    team.dan.begin(a_plan())
    team.dan.write(PLAN, title="Our year")
    return team.dan


def apart(team: Team, one: str, two: str) -> None:
    """Dan and Morag each give the plan a title, and then hold each other's."""
    team.dan.sends(team.morag)
    team.dan.write(PLAN, title=one)
    team.morag.write(PLAN, title=two)
    team.dan.sends(team.morag)
    team.morag.sends(team.dan)


def last(laptop: Laptop) -> str:
    """The id of the last edit."""
    return plans.history_of(laptop.desk, PLAN)[-1].edit


def test_an_undo_is_kept_like_any_edit(dan):
    """It is there after the store was closed, in the history, and the store verifies."""
    done = undoing.undo(dan.desk, PLAN)
    dan.close()
    told = plans.history_of(dan.desk, PLAN)

    assert a_plan().title == dan.plan(PLAN).title
    assert (done.edit, done.of) == (told[-1].edit, told[-2].edit)
    assert (told[-2].edit, told[-1].edit) == (told[-1].undoes, told[-2].undone_by)
    assert opening.verify(dan.desk)["whole"]


def test_undo_goes_back_through_everything_done_here(dan):
    """Words, a card that was added, one that was taken out; the beginning stays."""
    before = a_plan()
    goal = m.Goal(id="g-new", text=(m.Span(text="Calm mornings"),))
    dan.write(PLAN, goals=(*dan.plan(PLAN).goals, goal))
    dan.write(PLAN, steps=())
    for _ in range(3):
        undoing.undo(dan.desk, PLAN)
    now = dan.plan(PLAN)

    assert (before.title, [one.id for one in before.steps]) == (now.title, [one.id for one in now.steps])
    assert "g-new" not in {one.id for one in now.goals}
    with pytest.raises(undoing.NothingStands, match="beginning"):
        undoing.undo(dan.desk, PLAN)


def test_nothing_is_written_when_nothing_can_be_undone(dan):
    """Every row of the store stays as it is."""
    edit = last(dan)
    undoing.undo(dan.desk, PLAN)
    before = rows(dan)
    for refusal, act in (
        (undoing.UndoneAlready, lambda: undoing.undo(dan.desk, PLAN, edit)),
        (undoing.NoSuchEdit, lambda: undoing.undo(dan.desk, PLAN, "nothing")),
        (undoing.NoSuchRecord, lambda: undoing.told(dan.desk, PLAN, "nobody")),
        (plans.NoSuchPlan, lambda: undoing.undo(dan.desk, "nothing")),
        (undoing.ReadsSoAlready, lambda: undoing.put_back(dan.desk, PLAN, edit, "/title")),
        (undoing.NotInThatEdit, lambda: undoing.put_back(dan.desk, PLAN, edit, "/steps/x/what")),
    ):
        with pytest.raises(refusal):
            act()

    assert before == rows(dan)


def test_undoing_a_settlement_lists_both_versions_again_with_who_wrote_them(team):
    """On the laptop that undid it, and on the one that gets the undo."""
    team.dan.begin(a_plan())
    apart(team, "Dan's", "Morag's")
    (differing,) = settling.differing(team.dan.desk)
    settling.settle(team.dan.desk, differing["id"], keep=1)
    undoing.undo(team.dan.desk, PLAN)
    team.dan.sends(team.morag)
    for laptop in (team.dan, team.morag):
        (again,) = settling.differing(laptop.desk)
        written = {(one["who"], one["value"]) for one in again["versions"]}

        assert differing["id"] == again["id"]
        assert {("Dan", "Dan's"), ("Morag", "Morag's")} == written


def test_undos_on_two_laptops_come_together_the_same(team):
    """Each undoes an edit of their own while apart; after swapping, both read the same."""
    team.dan.begin(a_plan())
    team.dan.write(PLAN, title="Our year")
    team.dan.sends(team.morag)
    team.morag.write(PLAN, neighbourhood="Garnethill")
    team.morag.sends(team.dan)
    undoing.undo(team.dan.desk, PLAN)
    undoing.undo(team.morag.desk, PLAN)
    team.dan.sends(team.morag)
    team.morag.sends(team.dan)
    one, two = team.dan.plan(PLAN), team.morag.plan(PLAN)

    assert (a_plan().title, a_plan().neighbourhood) == (one.title, one.neighbourhood)
    assert one == two


def test_somebody_elses_edit_is_undone_by_naming_it(team):
    """The last thing done here is another's business; by its id the lead may undo a worker's edit."""
    team.dan.begin(a_plan())
    team.dan.write(PLAN, title="Our year")
    team.dan.sends(team.morag)
    with pytest.raises(undoing.NothingToUndo):
        undoing.undo(team.morag.desk, PLAN)
    undoing.undo(team.morag.desk, PLAN, last(team.morag))

    assert a_plan().title == team.morag.plan(PLAN).title


def test_a_refusal_names_nobody(team):
    """What goes to the log has no name in it; what is told in the window may."""
    team.dan.begin(a_plan())
    team.dan.write(PLAN, title="Our year")
    team.dan.sends(team.morag)
    team.morag.write(PLAN, title="Our two years")
    team.morag.sends(team.dan)
    with pytest.raises(undoing.NothingStands) as refused:
        undoing.undo(team.dan.desk, PLAN)

    assert "changed since" in str(refused.value)
    assert "Morag" not in str(refused.value)


def test_words_taken_back_stay_so(dan):
    """No undo and no put-back brings them again, and the history shows none of them."""
    voice = dan.plan(PLAN).voices[0]
    added = plans.history_of(dan.desk, PLAN)[0].edit
    place = Place("voices", voice.id)
    words = (m.Span(text="In other words", kind=m.SpanKind.QUOTE),)
    dan.write(PLAN, voices=(replace(voice, words=words), *dan.plan(PLAN).voices[1:]))
    corrected = last(dan)
    plans.act(dan.desk, dan.current(PLAN), [changes.take_back(place)], Intent.TOOK_BACK_WORDS)
    for act in (
        lambda: undoing.undo(dan.desk, PLAN),
        lambda: undoing.undo(dan.desk, PLAN, corrected),
        lambda: undoing.put_back(dan.desk, PLAN, corrected, f"/voices/{voice.id}/words"),
    ):
        with pytest.raises(undoing.NothingStands, match="took back"):
            act()

    assert [] == undoing.earlier(dan.desk, PLAN, "voices", voice.id)
    assert voice.id not in {one.id for one in dan.plan(PLAN).voices}
    assert added


def test_earlier_wordings_are_those_of_the_record_alone(dan):
    """With the ids of the edits that wrote them, which put-back takes."""
    step = dan.plan(PLAN).steps[0]
    dan.write(PLAN, steps=(replace(step, what=(m.Span(text="Ring the college"),)), *dan.plan(PLAN).steps[1:]))
    found = [one for one in undoing.earlier(dan.desk, PLAN, "steps", step.id) if one.field == "what"]
    undoing.put_back(dan.desk, PLAN, found[1].edit, found[1].where, as_written=True)

    assert [True, False] == [one.stands for one in found]
    assert step.what == dan.plan(PLAN).steps[0].what
