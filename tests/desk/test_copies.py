"""A laptop that wrote on from a copy of its store: the lead decides, and then nobody's list keeps it any more."""

from __future__ import annotations

import shutil

import pytest

from fsdesk.desk import cards, opening, plans, receipts, settling, waiting
from fsdesk.plans.examples import a_plan
from tests.desk.team import Laptop, Team

PLAN = "plan"


@pytest.fixture
def forked(team: Team, tmp_path):
    """Everybody has Dan's plan; then his store is copied by hand, and both go on."""
    team.dan.begin(a_plan())
    team.dan.sends(team.morag, team.isla)
    team.morag.confirms(team.dan)
    team.isla.confirms(team.dan)
    team.dan.close()
    old = Laptop(tmp_path / "old")
    shutil.copytree(team.dan.folder, old.folder)
    team.dan.write(PLAN, title="On the laptop")
    old.write(PLAN, title="On the copy")
    team.laptops["old"] = old
    return team


def waits(laptop: Laptop) -> list[tuple[str, str]]:
    """What waits somewhere, and who decides."""
    return [(one["reason"], one["decides"]) for one in waiting.listing(laptop.desk)]


def titles(laptop: Laptop) -> set[str]:
    """Every version of the title that stands."""
    found = [one for one in settling.differing(laptop.desk) if one["where"] == "/title"]
    return {one["value"] for differing in found for one in differing["versions"]} or {laptop.plan(PLAN).title}


BOTH = {"On the laptop", "On the copy"}


def decide(team: Team) -> None:
    """Both sides come to Morag, who keeps both."""
    team.dan.sends(team.morag)
    team.old.sends(team.morag)
    waiting.accept(team.morag.desk, [PLAN])


def test_what_a_worker_holds_of_a_second_copy_goes_from_the_list_once_the_lead_sends_it_on(forked):
    """Isla had both sides, too; what the lead decided comes with her package, and Isla's list is empty."""
    forked.dan.sends(forked.isla)
    forked.old.sends(forked.isla)
    assert [("copy", "lead")] == waits(forked.isla)
    with pytest.raises(waiting.LeadDecides):
        waiting.accept(forked.isla.desk, [PLAN])
    decide(forked)

    forked.morag.sends(forked.isla)

    assert [] == waits(forked.isla)
    assert BOTH == titles(forked.isla) == titles(forked.morag)
    assert opening.verify(forked.isla.desk)["whole"]


def test_it_stays_on_the_list_while_the_leads_words_have_not_come(forked, tmp_path):
    """The team list alone says what was decided; nothing is let go of before its words are here."""
    forked.dan.begin(a_plan(id="other", code="7777-7777"))
    forked.dan.sends(forked.isla)
    forked.old.sends(forked.isla)
    decide(forked)
    forked.morag.seals(tmp_path / "p", forked.isla, chosen=["other"])
    forked.isla.takes(tmp_path / "p")

    assert [("copy", "accept")] == waits(forked.isla)
    forked.morag.sends(forked.isla, since_receipt=False)
    assert [] == waits(forked.isla)
    assert BOTH == titles(forked.isla)


def test_a_worker_who_has_the_other_side_may_put_this_one_beside_it(forked):
    """Isla met the copy first: once the lead has decided that both are kept, she can keep both, too."""
    forked.old.sends(forked.isla)
    forked.dan.sends(forked.isla)
    decide(forked)
    forked.morag.sends(forked.isla)
    assert [("copy", "accept")] == waits(forked.isla)
    assert [PLAN] == waiting.all_plans(forked.isla.desk)

    waiting.accept(forked.isla.desk, [PLAN])

    assert [] == waits(forked.isla)
    assert BOTH == titles(forked.isla)
    forked.isla.sends(forked.morag)
    assert BOTH == titles(forked.morag)


def test_what_the_copy_said_stands_beside_what_everybody_else_said(forked):
    """Morag had written the same field herself, knowing neither: three versions, none lost."""
    forked.morag.write(PLAN, title="Morag's own")

    decide(forked)

    assert {*BOTH, "Morag's own"} == titles(forked.morag)
    (found,) = settling.differing(forked.morag.desk)
    assert {("Dan", "On the copy"), ("Dan", "On the laptop"), ("Morag", "Morag's own")} == {
        (one["who"], one["value"]) for one in found["versions"]
    }
    settling.settle(forked.morag.desk, found["id"], words="Ours")
    forked.morag.sends(forked.dan)
    assert {"Ours"} == titles(forked.dan) == titles(forked.morag)


def test_several_edits_of_a_copy_read_as_the_last_of_them(forked):
    """What the copy had settled within itself is not asked again."""
    forked.old.write(PLAN, title="On the copy, later")

    decide(forked)

    assert {"On the laptop", "On the copy, later"} == titles(forked.morag)


def test_the_same_words_again_are_not_held_again(forked):
    """What was decided is known, in whatever package it comes."""
    forked.dan.sends(forked.isla)
    forked.old.sends(forked.isla)
    decide(forked)
    forked.morag.sends(forked.isla)
    assert [] == waits(forked.isla)

    (found,) = forked.old.sends(forked.isla, since_receipt=False)

    assert 0 == found.held
    assert [] == waits(forked.isla)


def test_the_laptop_itself_learns_of_it(forked):
    """Dan is told what his copy said, in the lead's hand, and nothing of his own is changed."""
    decide(forked)
    before = [one.sentence for one in plans.history_of(forked.dan.desk, PLAN)]

    forked.morag.sends(forked.dan)

    assert before == [one.sentence for one in plans.history_of(forked.dan.desk, PLAN)][: len(before)]
    assert BOTH == titles(forked.dan)
    assert [] == waits(forked.dan)


def test_a_receipt_counts_what_still_waits(forked, tmp_path):
    """What was let go of is held no more."""
    forked.dan.sends(forked.isla)
    forked.old.seals(tmp_path / "from-copy", forked.isla)
    forked.isla.takes(tmp_path / "from-copy")
    decide(forked)
    forked.morag.sends(forked.isla)

    receipts.write(forked.isla.desk, [forked.isla.to(forked.dan)], tmp_path / "r")
    forked.old.takes(tmp_path / "r")

    (isla,) = [one for one in receipts.state(forked.old.desk) if one["name"] == "Isla"]
    assert {0} == {one["held"] for one in isla["packages"]}
    assert "Isla" in {one.name for one in cards.accepted(forked.old.desk)}
