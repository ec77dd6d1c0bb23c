from __future__ import annotations

import pytest

from fsdesk.desk import coming_again, erasures, opening, plans, receiving
from fsdesk.desk.coming_again import NotErased
from fsdesk.plans import document
from fsdesk.plans.examples import a_plan, a_step
from fsdesk.plans.model import Media
from fsdesk.store import held, media
from tests.desk.team import Team, rows
from tests.store.opened_files import contents_of
from tests.store.pictures import that_shows

PLAN = "plan"
WORDS = "Dan rings the college on Tuesday"
PNG = that_shows(b"the drawing of a dog")


@pytest.fixture
def both(team, tmp_path) -> Team:
    """Dan's plan at Morag's too, who erased it; since then Dan wrote more and another plan."""
    team.dan.begin(a_plan(family_name="Sorley"))
    team.dan.begin(a_plan(id="stays", code="7777-7777"))
    team.dan.sends(team.morag)
    erasures.erase(team.morag.desk, PLAN)
    team.dan.write(PLAN, steps=(a_step(WORDS, "ailsa"),))
    team.dan.write("stays", title="Our year")
    return team


def test_a_plan_that_is_sent_again_is_held_with_the_day_on_which_it_was_erased(both):
    """It is no plan here, nothing of it can be read, and the rest of the package is taken."""
    (found,) = both.dan.sends(both.morag, since_receipt=False)

    assert (1, 0, 1) == (found.held, found.new, found.changed)
    (one,) = found.held_plans
    assert (PLAN, "erased") == (one.plan, one.reason)
    assert one.says.startswith("erased here on ")
    assert one.as_json() in receiving.as_json(found)["held_plans"]
    assert ["stays"] == [line.id for line in plans.listing(both.morag.desk)]
    assert "Our year" == both.morag.plan("stays").title
    assert [] == opening.verify(both.morag.desk)["damage"]


def test_what_is_held_lies_in_the_held_alone(both):
    """No edit, no fold, no line and no search row has a word of it."""
    both.dan.sends(both.morag, since_receipt=False)

    found = {name for name, held_rows in rows(both.morag).items() if WORDS in repr(held_rows)}
    assert {"held"} == found


def test_looking_into_a_package_says_what_would_be_held_and_holds_nothing(both, tmp_path):
    """As with everything else that a package would change."""
    both.dan.seals(tmp_path / "package", both.morag, since_receipt=False)
    before = rows(both.morag)
    found = receiving.look(both.morag.desk, tmp_path / "package")

    assert 1 == found.held
    assert before == rows(both.morag)


def test_a_plan_let_in_again_on_purpose_is_here_as_its_sender_has_it(both):
    """What was held is taken, of every package that brought some; later packages are taken at once."""
    both.dan.sends(both.morag, since_receipt=False)
    both.dan.write(PLAN, title="Our plan again")
    both.dan.sends(both.morag)
    assert 2 == erasures.listing(both.morag.desk)[0].waiting

    done = coming_again.let_in(both.morag.desk, PLAN)

    assert done.is_here
    assert both.dan.plan(PLAN) == both.morag.plan(PLAN)
    assert [] == erasures.listing(both.morag.desk)
    both.dan.write(PLAN, title="And once more")
    (found,) = both.dan.sends(both.morag)
    assert (0, "And once more") == (found.held, both.morag.plan(PLAN).title)
    assert [] == opening.verify(both.morag.desk)["damage"]


def test_what_came_again_can_be_turned_away(both):
    """Then nothing of it is here, and the next package is held again."""
    both.dan.sends(both.morag, since_receipt=False)

    assert 1 == coming_again.turn_away(both.morag.desk, PLAN)
    assert 0 == coming_again.turn_away(both.morag.desk, PLAN)
    with both.morag.desk.reading() as tx:
        assert [] == held.every(tx)
    (found,) = both.dan.sends(both.morag, since_receipt=False)
    assert 1 == found.held


def test_erasing_again_takes_what_was_let_in_and_what_was_held(both):
    """Down to the pages."""
    both.dan.sends(both.morag, since_receipt=False)
    coming_again.let_in(both.morag.desk, PLAN)
    both.dan.write(PLAN, title="Our plan again")
    both.dan.sends(both.morag)
    erasures.erase(both.morag.desk, PLAN)

    contents = contents_of(both.morag.folder)
    assert WORDS.encode() not in contents
    assert b"Our plan again" not in contents
    assert 3 == erasures.listing(both.morag.desk)[0].erasure.turn


def test_a_worker_gets_a_plan_back_from_the_lead_who_kept_it(team):
    """Its words come from the lead; what never left the laptop is gone for good."""
    team.dan.begin(a_plan(family_name="Sorley"))
    team.dan.sends(team.morag)
    erasures.erase(team.dan.desk, PLAN)
    (found,) = team.morag.sends(team.dan, since_receipt=False)
    assert 1 == found.held

    assert coming_again.let_in(team.dan.desk, PLAN).is_here
    assert team.morag.plan(PLAN) == team.dan.plan(PLAN)
    assert [] == opening.verify(team.dan.desk)["damage"]


def test_a_document_of_a_plan_that_was_let_in_begins_it_anew(team):
    """Where nobody can send it, the exported document can be brought in."""
    team.dan.begin(a_plan())
    kept = plans.export(team.dan.desk, PLAN)
    erasures.erase(team.dan.desk, PLAN)
    assert not coming_again.let_in(team.dan.desk, PLAN).is_here

    plans.import_document(team.dan.desk, document.read_document(kept))

    assert "Ailsa" in {one.name for one in team.dan.plan(PLAN).people}
    assert [] == opening.verify(team.dan.desk)["damage"]


def test_pictures_of_a_held_plan_wait_with_it(both):
    """They are in no table but the held one until the plan is let in."""
    name = media.hash_of(PNG)
    with both.dan.desk.transaction() as tx:
        media.put(tx, PNG)
    seen = both.dan.plan(PLAN)
    both.dan.write(PLAN, media=(*seen.media, Media(id="pic", hash=name)))
    both.dan.sends(both.morag, since_receipt=False)

    with both.morag.desk.reading() as tx:
        assert not media.has(tx, name)
    coming_again.let_in(both.morag.desk, PLAN)
    with both.morag.desk.reading() as tx:
        assert PNG == media.get(tx, name)


def test_only_what_was_erased_can_be_let_in_or_turned_away(team):
    """One sentence otherwise."""
    team.dan.begin(a_plan())

    for act in (coming_again.let_in, coming_again.turn_away):
        with pytest.raises(NotErased):
            act(team.dan.desk, PLAN)
