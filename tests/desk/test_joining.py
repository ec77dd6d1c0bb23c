from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk.desk import cards, files, joining, rosters
from fsdesk.desk.cards import OtherLeadsCard, OtherTeamsCard, OwnCard
from fsdesk.plans.examples import a_plan, a_serious_worry
from tests.desk.team import Laptop, Team, a_laptop, rows

PLAN = "plan"


@pytest.fixture
def omar(team: Team, tmp_path) -> Laptop:
    """A lead who has just made a store, in whose own team nobody is."""
    made = a_laptop(tmp_path / "omar", role="lead")
    team.laptops["omar"] = made
    return made


def join(omar: Laptop, morag: Laptop) -> None:
    """Omar joins Morag's team, and she accepts his new card."""
    joining.join(omar.desk, morag.card, verified=True)
    files.write(omar.card, cards.own(omar.desk)[1], force=True)
    cards.accept(morag.desk, omar.card, verified=True)


def rosters_file(lead: Laptop, path: Path) -> Path:
    """The team list in a file."""
    rosters.export(lead.desk, path)
    return path


def test_a_second_lead_leads_the_same_team(team, omar):
    """On the list as a lead, with the words of the card as they were."""
    words = cards.own(omar.desk)[0].words
    join(omar, team.morag)

    assert team.morag.desk.team == omar.desk.team
    assert words == cards.own(omar.desk)[0].words
    listed = {card.name: card.role for card in rosters.newest(team.morag.desk).roster.named()}
    assert {"Dan": "worker", "Isla": "worker", "Morag": "lead", "Omar": "lead"} == listed


def test_a_worker_learns_of_the_second_lead_and_sends_what_is_sealed_to_both(team, omar, tmp_path):
    """By the list that the first lead's package carries; nobody has read the words aloud there yet."""
    team.dan.begin(a_plan(worries=[a_serious_worry()]))
    team.dan.sends(team.morag)
    join(omar, team.morag)
    team.morag.sends(team.dan, since_receipt=False)
    rosters.accept(omar.desk, rosters_file(team.morag, tmp_path / "list"))

    (found,) = team.dan.sends(omar, since_receipt=False)

    known = {one.name: (one.role, one.verified) for one in cards.accepted(team.dan.desk)}
    assert ("lead", False) == known["Omar"]
    assert ("imported", 1, 0) == (found.status, found.new, found.withheld)
    assert 1 == len(omar.plan(PLAN).worries)


def test_two_leads_sign_one_list_in_turn(team, omar, tmp_path):
    """Each adds somebody knowing nothing of the other's; in the end both name everybody."""
    join(omar, team.morag)
    team.dan.begin(a_plan())
    team.dan.sends(team.morag)
    team.morag.sends(omar)
    new = {name: a_laptop(tmp_path / name) for name in ("mairi", "una")}
    for name, lead in (("mairi", team.morag), ("una", omar)):
        cards.accept(new[name].desk, lead.card, verified=True)
        files.write(new[name].card, cards.own(new[name].desk)[1], force=True)
        cards.accept(lead.desk, new[name].card, verified=True)

    for number in range(2):
        team.morag.write(PLAN, title=f"Morag's {number}")
        omar.write(PLAN, neighbourhood=f"Omar's {number}")
        team.morag.seals(tmp_path / "a", omar)
        omar.seals(tmp_path / "b", team.morag)
        omar.takes(tmp_path / "a")
        team.morag.takes(tmp_path / "b")

    both = [rosters.newest(lead.desk).roster for lead in (team.morag, omar)]
    names = [{card.name for card in one.named()} for one in both]
    assert {"Dan", "Isla", "Mairi", "Morag", "Omar", "Una"} == names[0] == names[1]
    assert team.morag.plan(PLAN) == omar.plan(PLAN)
    for laptop in new.values():
        laptop.close()


def test_of_two_leads_withdrawals_the_one_that_lets_more_count_stays(team, omar, tmp_path):
    """It never shrinks again, whoever's list comes last."""
    join(omar, team.morag)
    team.dan.begin(a_plan())
    team.dan.sends(team.morag)
    team.morag.sends(omar)
    team.dan.write(PLAN, title="Later")
    team.dan.sends(team.morag)
    for lead in (team.morag, omar):
        rosters.withdraw(lead.desk, team.dan.device)

    for number in range(3):
        team.morag.write(PLAN, neighbourhood=f"{number}")
        team.morag.seals(tmp_path / "a", omar)
        omar.write(PLAN, family_name=f"{number}")
        omar.seals(tmp_path / "b", team.morag)
        omar.takes(tmp_path / "a")
        team.morag.takes(tmp_path / "b")

    both = [rosters.newest(lead.desk).roster.withdrawn for lead in (team.morag, omar)]
    assert [[2], [2]] == [[one.seq for one in gone] for gone in both]
    assert "Later" == omar.plan(PLAN).title


def test_plans_that_a_second_lead_has_already_stay_as_they_are(team, omar):
    """And reach the team from then on."""
    omar.begin(a_plan(id="omars"))
    join(omar, team.morag)

    (found,) = omar.sends(team.morag)

    assert (1, omar.plan("omars")) == (found.new, team.morag.plan("omars"))


def test_a_lead_with_people_of_their_own_does_not_join(team, omar, tmp_path):
    """Nothing is changed on that laptop."""
    una = a_laptop(tmp_path / "una")
    cards.accept(omar.desk, una.card)
    before = rows(omar)

    with pytest.raises(joining.LeadsOthers):
        joining.join(omar.desk, team.morag.card)

    assert before == rows(omar)
    una.close()


@pytest.mark.parametrize(("whose", "refusal"), [("dan", joining.NotALead), ("omar", OwnCard)])
def test_only_a_leads_card_can_be_joined(team, omar, whose, refusal):
    """Not a worker's, and not one's own."""
    before = rows(omar)

    with pytest.raises(refusal):
        joining.join(omar.desk, team.laptops[whose].card)

    assert before == rows(omar)


def test_without_saying_so_no_lead_gives_a_team_up(team, omar):
    """The card of another lead is refused, and the refusal says what to do."""
    for laptop, card in ((omar, team.morag.card), (team.morag, omar.card)):
        with pytest.raises(OtherLeadsCard, match="--join"):
            cards.accept(laptop.desk, card)


def test_a_worker_joins_no_second_team(team, omar):
    """For a worker it is as without the option."""
    with pytest.raises(OtherTeamsCard):
        joining.join(team.dan.desk, omar.card)

    assert "Morag" == joining.join(team.dan.desk, team.morag.card).name


def test_a_lead_alone_has_no_list_yet(omar):
    """Looking at it does not bind anybody to a team of one."""
    with pytest.raises(rosters.NobodyYet):
        rosters.newest(omar.desk)
