from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import pytest

from fsdesk.desk import clock, desk, drafts, opening, plans
from fsdesk.desk.desk import Desk
from fsdesk.desk.standing import NoSuchPlan
from fsdesk.plans import changes
from fsdesk.plans.edits import Intent
from fsdesk.plans.examples import a_plan, a_step
from fsdesk.plans.fold import Place
from tests.desk.team import Laptop, rows
from tests.store.stores import PASSPHRASE

PLAN = "plan"


@pytest.fixture
def dan(team) -> Laptop:
    """Dan's laptop, with one plan."""
    team.dan.begin(a_plan())
    return team.dan


def test_a_plan_begins_with_the_name_a_family_chose_and_a_code(team):
    """A first meeting, on the desk's day, in the history as begun."""
    team.dan.desk.today_given = date(2026, 3, 2)
    made = plans.begin(team.dan.desk, family_name="  Sorley ").plan

    assert ("Sorley", True, date(2026, 3, 2)) == (made.family_name, made.first_meeting, made.started_on)
    assert 9 == len(made.code)
    (entry,) = plans.history_of(team.dan.desk, made.id)
    assert "Dan" == entry.who


def test_what_was_saved_is_there_after_the_store_was_closed(dan):
    """Every acknowledged edit."""
    dan.write(PLAN, title="Our year")
    dan.close()

    assert "Our year" == dan.plan(PLAN).title


def test_saving_what_is_there_already_writes_nothing(dan):
    """No edit without a change."""
    before = rows(dan)
    seen = dan.current(PLAN)

    assert seen == plans.save(dan.desk, seen, seen.plan)
    assert before == rows(dan)


def test_what_others_wrote_meanwhile_stays_beside_what_is_saved(dan):
    """Two windows on one plan: of one field both versions stand, of two fields both values."""
    seen = dan.current(PLAN)
    plans.save(dan.desk, seen, msgspec.structs.replace(seen.plan, title="First"))
    now = plans.save(dan.desk, seen, msgspec.structs.replace(seen.plan, title="Second", neighbourhood="x"))

    assert ["First", "Second"] == sorted(version.value for version in now.differing[0].versions)
    assert ("x", 1) == (now.plan.neighbourhood, len(now.differing))
    assert 1 == plans.listing(dan.desk)[0].differing


def test_a_named_act_is_an_edit_with_its_intent(dan):
    """A step taken out by name is out, and the history says so."""
    step = dan.plan(PLAN).steps[0]
    seen = dan.current(PLAN)
    now = plans.act(dan.desk, seen, [changes.take_out(seen, Place("steps", step.id))], Intent.TOOK_OUT)

    assert step.id not in {one.id for one in now.plan.steps}
    assert Place("steps", step.id) in now.taken_out


def test_the_list_shows_the_last_changed_first_with_what_it_needs(dan):
    """Family, people, next review, when it was opened."""
    dan.desk.now = lambda: 1_795_000_000_000
    dan.begin(a_plan(id="older", family_name="Older"))
    dan.desk.now = lambda: 1_796_000_000_000
    dan.write(PLAN, title="Newer")
    plans.opened(dan.desk, PLAN)
    newer, older = plans.listing(dan.desk)

    assert ((PLAN, "Newer"), ("older", "Older")) == ((newer.id, newer.title), (older.id, older.listed.family))
    assert datetime.fromtimestamp(1_796_000_000, tz=UTC) == newer.opened == newer.changed
    assert (None, ("Ailsa", "Finn")) == (older.opened, older.listed.people)


def test_a_plan_that_is_not_here_is_refused_everywhere(dan):
    """Reading, history, export: each in the same words."""
    for act in (plans.current, plans.history_of, plans.export):
        with pytest.raises(NoSuchPlan, match="no such plan"):
            act(dan.desk, "nobody")


def test_drafts_are_kept_until_they_are_let_go(dan):
    """Text and cursor are back after the store was closed; each field has its own."""
    for field, text in (("title", "Our ye"), ("neighbourhood", "Gar")):
        drafts.keep(dan.desk, plan=PLAN, collection="", record=PLAN, field=field, text=text, cursor=len(text))
    dan.close()
    kept = drafts.of_plan(dan.desk, PLAN)
    drafts.let_go(dan.desk, plan=PLAN, collection="", record=PLAN, field="title")

    assert {("Our ye", 6), ("Gar", 3)} == {(one.text, one.cursor) for one in kept}
    assert ["Gar"] == [one.text for one in drafts.of_plan(dan.desk, PLAN)]


def test_a_step_that_comes_twice_by_two_people_is_two_steps(team):
    """Nothing is merged by its words."""
    team.dan.begin(a_plan())
    team.dan.sends(team.morag)
    for laptop in (team.dan, team.morag):
        held = laptop.plan(PLAN).steps
        laptop.write(PLAN, steps=(*held, a_step("Find a bike.", id=f"bike-{laptop.name}")))
    team.morag.sends(team.dan)

    assert {"bike-dan", "bike-morag"} <= {one.id for one in team.dan.plan(PLAN).steps}


def test_new_ids_rise_with_time_and_never_repeat():
    """UUIDs of version 7."""
    made = [desk.new_id() for _ in range(2000)]

    assert 2000 == len(set(made))
    assert sorted(one[:13] for one in made) == [one[:13] for one in made]
    assert {("7", True)} == {(one[14], one[19] in "89ab") for one in made}


def test_a_desk_goes_by_the_day_that_is_given_or_the_clocks(team, monkeypatch):
    """Rules and prints read it from there."""
    monkeypatch.setattr(clock, "local_day", lambda: date(2031, 1, 1))
    assert date(2031, 1, 1) == team.dan.desk.today
    team.dan.close()
    with opening.open_desk(team.dan.folder, PASSPHRASE, date(2026, 3, 2)) as given:
        assert date(2026, 3, 2) == given.today
        assert isinstance(given, Desk)


def test_a_desk_knows_whose_it_is(team):
    """Name, role, team and laptop."""
    assert ("Dan", False, True) == (team.dan.desk.name, team.dan.desk.is_lead, team.morag.desk.is_lead)
    assert team.dan.desk.team == team.morag.desk.team
    assert team.dan.device != team.morag.device
