from __future__ import annotations

import msgspec
import pytest

from fsdesk.desk import cards, files, rosters, waiting
from fsdesk.plans.examples import a_plan
from fsdesk.store import contact
from fsdesk.store import rosters as stored
from fsdesk.store.package.refusals import (
    NoRoster,
    OlderRoster,
    RosterOfNobody,
    UnknownSender,
    WithdrawnSender,
)
from tests.desk.team import OF_FIVE, Laptop, Team, a_laptop, a_team_of, rows
from tests.store.package.parts import Parts, keys_of

PLAN = "plan"


@pytest.fixture
def both(team: Team) -> Team:
    """Dan's plan is at Morag's and at Isla's."""
    team.dan.begin(a_plan())
    team.dan.sends(team.morag, team.isla)
    return team


def newcomer(team: Team, tmp_path) -> Laptop:
    """A worker who joined the team, whom the lead alone knows yet."""
    made = a_laptop(tmp_path / "mairi")
    cards.accept(made.desk, team.morag.card, verified=True)
    files.write(made.card, cards.own(made.desk)[1], force=True)
    cards.accept(team.morag.desk, made.card, verified=True)
    return made


def signed(lead: Laptop, **over: object) -> bytes:
    """The lead's list with other things in it, signed by her."""
    with lead.desk.transaction() as tx:
        now = rosters.current(lead.desk, tx)
    assert now is not None
    return stored.sign(keys_of(lead), msgspec.structs.replace(now.roster, **over)).written()


def test_a_leads_packages_carry_the_list_and_a_newcomer_is_known_by_it(both, tmp_path):
    """Known, and not verified: nobody read the eight words aloud there."""
    mairi = newcomer(both, tmp_path)
    both.morag.write(PLAN, title="After Mairi came")

    (found,) = both.morag.sends(both.dan)

    assert "new" == found.roster
    assert any("Mairi" in line and "not yet verified" in line for line in found.told)
    known = {one.name: one for one in cards.accepted(both.dan.desk)}
    assert (False, False) == (known["Mairi"].verified, known["Mairi"].withdrawn)
    assert known["Morag"].verified
    mairi.close()


def test_edits_of_a_newcomer_are_taken_from_a_relay_that_carries_the_list(both, tmp_path):
    """The very package that brings them says who wrote them."""
    mairi = newcomer(both, tmp_path)
    both.morag.sends(mairi)
    mairi.write(PLAN, title="Mairi's words")
    mairi.sends(both.morag)

    (found,) = both.morag.sends(both.dan)

    assert ("imported", "Mairi's words") == (found.status, both.dan.plan(PLAN).title)
    mairi.close()


def test_the_list_keeps_its_number_until_something_changes(both, tmp_path):
    """And a worker's packages carry the lead's newest."""
    with both.morag.desk.transaction() as tx:
        first, again = (rosters.current(both.morag.desk, tx) for _ in range(2))
    mairi = newcomer(both, tmp_path)
    with both.morag.desk.transaction() as tx:
        later = rosters.current(both.morag.desk, tx)

    assert first is not None
    assert later is not None
    assert (first, first.roster.number + 1) == (again, later.roster.number)
    both.morag.sends(both.dan, since_receipt=False)
    both.dan.write(PLAN, title="x")
    both.dan.seals(tmp_path / "p", both.isla)
    assert later.written() == Parts.of(tmp_path / "p", both.isla).header.roster
    mairi.close()


def test_an_older_list_in_a_package_changes_nothing_and_the_package_is_taken(both, tmp_path):
    """Packages come out of order; what they carry besides is taken all the same."""
    both.morag.write(PLAN, title="Before Mairi came")
    both.morag.seals(tmp_path / "early", both.dan)
    newcomer(both, tmp_path).close()
    both.morag.write(PLAN, title="After Mairi came")
    both.morag.seals(tmp_path / "late", both.dan)

    late, early = both.dan.takes(tmp_path / "late"), both.dan.takes(tmp_path / "early")

    assert (("new", "imported"), ("older", "imported")) == (
        (late.roster, late.status),
        (early.roster, early.status),
    )
    assert "Mairi" in {one.name for one in cards.accepted(both.dan.desk)}
    assert 2 == rosters.newest(both.dan.desk).roster.number


def test_an_older_list_in_a_file_is_refused(both, tmp_path):
    """Nothing is changed."""
    rosters.export(both.morag.desk, tmp_path / "old")
    newcomer(both, tmp_path).close()
    rosters.export(both.morag.desk, tmp_path / "new")
    rosters.accept(both.dan.desk, tmp_path / "new")
    before = rows(both.dan)

    with pytest.raises(OlderRoster):
        rosters.accept(both.dan.desk, tmp_path / "old")

    assert before == rows(both.dan)


@pytest.mark.parametrize("inside", ["file", "package"])
def test_a_list_that_names_nobody_is_refused(both, tmp_path, inside):
    """In a package, nothing of the package is taken."""
    nobody = signed(both.morag, number=9, cards=())
    (tmp_path / "list").write_bytes(nobody)
    both.morag.write(PLAN, title="x")
    both.morag.seals(tmp_path / "p", both.dan)
    made = Parts.of(tmp_path / "p", both.dan).but(roster=nobody).signed(both.morag).closed(both.dan)
    (tmp_path / "p").write_bytes(made)
    before = rows(both.dan)

    take = {"file": lambda: rosters.accept(both.dan.desk, tmp_path / "list")}
    with pytest.raises(RosterOfNobody):
        take.get(inside, lambda: both.dan.takes(tmp_path / "p"))()

    assert before == rows(both.dan)


@pytest.mark.parametrize("by", ["a worker", "nobody", "garbage"])
def test_a_list_without_the_leads_seal_is_refused(both, tmp_path, by):
    """A worker cannot make one, and an altered one is none."""
    data = signed(both.morag, number=9)
    if by == "a worker":
        data = stored.sign(keys_of(both.isla), stored.read(data).roster).written()
    elif by == "nobody":
        data = data[:-1] + bytes([data[-1] ^ 1])
    else:
        data = b"\x92" * 5000
    (tmp_path / "list").write_bytes(data)
    before = rows(both.dan)

    with pytest.raises(NoRoster):
        rosters.accept(both.dan.desk, tmp_path / "list")

    assert before == rows(both.dan)


def test_a_list_by_a_lead_who_is_not_known_is_refused(both, tmp_path):
    """Her card is accepted first."""
    una = a_laptop(tmp_path / "una", role="lead")
    roster = stored.read(signed(both.morag)).roster
    other = msgspec.structs.replace(roster, by=una.device, number=9)
    (tmp_path / "list").write_bytes(stored.sign(keys_of(una), other).written())

    with pytest.raises(UnknownSender):
        rosters.accept(both.dan.desk, tmp_path / "list")
    una.close()


def test_what_a_withdrawn_laptop_wrote_on_is_held_for_the_lead_and_not_lost(both):
    """What came before it counts; what comes after waits, and the lead may let it count for everybody."""
    both.isla.write(PLAN, neighbourhood="Garnethill")
    both.isla.sends(both.morag)
    rosters.withdraw(both.morag.desk, both.isla.device)
    both.isla.write(PLAN, title="Written after it")
    both.isla.sends(both.dan)

    (found,) = both.dan.sends(both.morag)

    assert [(PLAN, "withdrawn")] == [(one.plan, one.reason) for one in found.held_plans]
    plan = both.morag.plan(PLAN)
    assert ("Garnethill", False) == (plan.neighbourhood, plan.title == "Written after it")
    waiting.accept(both.morag.desk, [PLAN])
    assert "Written after it" == both.morag.plan(PLAN).title
    assert [] == waiting.listing(both.morag.desk)


def test_a_withdrawal_travels_with_the_list_and_so_does_its_end(both):
    """Dan refuses the laptop's packages once he knows, holds what is relayed, and lets through what the lead does."""
    rosters.withdraw(both.morag.desk, both.isla.device)
    both.morag.write(PLAN, neighbourhood="Woodlands")
    (told,) = both.morag.sends(both.dan)
    both.isla.write(PLAN, title="Written after it")
    package = both.isla.folder.with_suffix(".late")
    both.isla.seals(package, both.dan, both.morag)

    with pytest.raises(WithdrawnSender):
        both.dan.takes(package)

    assert any("Isla" in line for line in told.told)
    with pytest.raises(cards.CardWithdrawn):
        both.dan.to(both.isla)
    assert {True} == {one.withdrawn for one in cards.accepted(both.dan.desk) if one.name == "Isla"}


def test_a_changed_key_needs_the_words_read_aloud_again(both, tmp_path):
    """Without it nothing changes; with it both old and new edits of the laptop are known."""
    both.isla.write(PLAN, title="Signed with the first key")
    first = contact.read(both.isla.card.read_bytes())
    bare = msgspec.structs.replace(first, role="lead", signature="")
    other = msgspec.structs.replace(bare, signature=keys_of(both.isla).sign(bare.said()).hex())
    card = tmp_path / "changed.card"
    card.write_bytes(contact.write(other))

    with pytest.raises(cards.OtherKeys):
        cards.accept(both.dan.desk, card)
    taken = cards.accept(both.dan.desk, card, verified=True)

    assert (True, "lead") == (taken.verified, taken.role)
    with pytest.raises(cards.OlderCard):
        cards.accept(both.dan.desk, both.isla.card)
    with pytest.raises(cards.OlderCard):
        both.dan.to(both.isla)


def test_a_new_name_on_a_card_drops_that_it_was_verified(both, tmp_path):
    """The eight words stand for the name too."""
    first = contact.read(both.isla.card.read_bytes())
    bare = msgspec.structs.replace(first, name="Isla McNeil", signature="")
    other = msgspec.structs.replace(bare, signature=keys_of(both.isla).sign(bare.said()).hex())
    card = tmp_path / "changed.card"
    card.write_bytes(contact.write(other))

    taken = cards.accept(both.dan.desk, card)

    assert ("Isla McNeil", False, True) == (taken.name, taken.verified, taken.changed)
    assert ["Isla McNeil"] == [
        one.name for one in cards.accepted(both.dan.desk) if one.device == first.device
    ]


def test_the_lead_vouches_for_a_changed_key_which_is_still_to_be_verified(both, tmp_path):
    """Nobody reads words aloud for somebody else."""
    first = contact.read(both.isla.card.read_bytes())
    bare = msgspec.structs.replace(first, role="lead", signature="")
    other = msgspec.structs.replace(bare, signature=keys_of(both.isla).sign(bare.said()).hex())
    (tmp_path / "changed.card").write_bytes(contact.write(other))
    cards.accept(both.morag.desk, tmp_path / "changed.card", verified=True)
    both.morag.write(PLAN, title="x")

    (found,) = both.morag.sends(both.dan)

    assert any("new key" in line and "Isla" in line for line in found.told)
    (isla,) = [one for one in cards.accepted(both.dan.desk) if one.device == both.isla.device]
    assert (False, True) == (isla.verified, isla.changed)


def test_what_a_lead_lets_count_of_a_withdrawn_laptop_counts_for_everybody(home_of_masters, tmp_path):
    """Dan holds what another lead relayed, who did not know; once Morag accepts it, her list lets it through."""
    team = a_team_of(home_of_masters, tmp_path, OF_FIVE)
    team.dan.begin(a_plan())
    team.dan.sends(team.morag, team.isla, team.omar)
    rosters.withdraw(team.morag.desk, team.isla.device)
    team.morag.write(PLAN, neighbourhood="Woodlands")
    team.morag.sends(team.dan)
    team.isla.write(PLAN, title="Written after it")
    team.isla.sends(team.omar)
    held = [found.held for found in team.omar.sends(team.dan, team.morag)]

    with pytest.raises(waiting.LeadDecides):
        waiting.accept(team.dan.desk, [PLAN])
    waiting.accept(team.morag.desk, [PLAN])
    team.morag.write(PLAN, neighbourhood="Garnethill")
    team.morag.sends(team.dan)

    assert [1, 1] == held
    assert [] == waiting.listing(team.dan.desk)
    assert ("Written after it", "Garnethill") == (
        team.dan.plan(PLAN).title,
        team.dan.plan(PLAN).neighbourhood,
    )
    team.close()


def test_how_the_list_stands_is_told_without_signing_one(both, tmp_path):
    """Its number, who signed it, and whether a lead's next package will sign it anew."""
    lead = both.morag.desk
    none = rosters.standing(lead)
    rosters.newest(lead)
    signed = rosters.standing(lead)
    mairi = newcomer(both, tmp_path)
    stale = rosters.standing(lead)

    assert none is None
    assert (1, "Morag", True) == (signed.number, signed.by, signed.is_current)
    assert (1, False) == (stale.number, stale.is_current)
    mairi.close()


def test_a_worker_is_told_whose_list_it_is(both, tmp_path):
    """It is as current as it can be here."""
    rosters.export(both.morag.desk, tmp_path / "list")
    rosters.accept(both.dan.desk, tmp_path / "list")
    told = rosters.standing(both.dan.desk)

    assert (1, "Morag", True) == (told.number, told.by, told.is_current)


def test_words_read_aloud_later_count_from_then_on(both, tmp_path):
    """A laptop whose card is not here, or was withdrawn, has no words to read."""
    mairi = newcomer(both, tmp_path)
    cards.accept(both.dan.desk, mairi.card)
    read = cards.read_aloud(both.dan.desk, mairi.device)

    assert read.verified
    assert read in cards.accepted(both.dan.desk)
    with pytest.raises(cards.NotAccepted):
        cards.read_aloud(both.dan.desk, "nobody")
    rosters.withdraw(both.dan.desk, mairi.device)
    with pytest.raises(cards.CardWithdrawn):
        cards.read_aloud(both.dan.desk, mairi.device)
    mairi.close()


@pytest.mark.parametrize(
    ("over", "refusal"),
    [
        ({"team": "elsewhere"}, rosters.OtherTeamsList),
        ({"format": 9}, rosters.ListTooNew),
        ({"by": "nobodyknows0"}, rosters.UnknownLead),
    ],
)
def test_a_list_in_a_file_is_spoken_of_as_a_list(both, tmp_path, over, refusal):
    """Not as a package, which it is not; and nothing is changed."""
    (tmp_path / "list").write_bytes(signed(both.morag, number=99, **over))
    before = rows(both.dan)

    with pytest.raises(refusal) as refused:
        rosters.accept(both.dan.desk, tmp_path / "list")

    assert "team list" in str(refused.value)
    assert "package" not in str(refused.value)
    assert before == rows(both.dan)
