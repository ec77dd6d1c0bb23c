"""Two workers who never meet and the lead who passes on what each wrote: signed by its maker all the way."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from fsdesk.desk import cards, files, opening, plans, receipts, settling
from fsdesk.desk.found import Missing
from fsdesk.plans.examples import a_plan, a_serious_worry
from fsdesk.store.package.refusals import UnknownSender
from tests.desk.team import Laptop, Team, a_laptop, rows
from tests.journeys.reading import found_in
from tests.store.package.parts import Parts


@pytest.fixture
def dans(team: Team) -> Team:
    """Dan holds three plans, each written to once more, turn by turn; Morag has them all."""
    for name in ("one", "two", "three"):
        team.dan.begin(a_plan(id=name))
    for name in ("one", "two", "three"):
        team.dan.write(name, title=f"Title of {name}")
    team.dan.sends(team.morag)
    return team


def newcomer(team: Team) -> Laptop:
    """A worker who has just joined, and knows everybody."""
    new = a_laptop(team.morag.folder.parent / "new")
    cards.accept(new.desk, team.morag.card)
    files.write(new.card, cards.own(new.desk)[1], force=True)
    for other in (team.dan, team.isla, team.morag):
        cards.accept(new.desk, other.card)
        cards.accept(other.desk, new.card)
    return new


def whole(*laptops: Laptop) -> bool:
    """Whether nothing in any of the stores is damaged, chains of others included."""
    return all(opening.verify(laptop.desk)["whole"] for laptop in laptops)


def test_what_one_worker_wrote_reaches_the_other_through_the_lead(dans):
    """Isla reads Dan's plans and his name beside what he wrote, though Dan never sealed anything to her."""
    (found,) = dans.morag.sends(dans.isla)

    assert ("Morag", 3, 6, ()) == (found.sender, found.new, found.edits, found.missing_before)
    for name in ("one", "two", "three"):
        assert dans.dan.current(name).plan == dans.isla.current(name).plan
        assert {"Dan"} == {entry.who for entry in plans.history_of(dans.isla.desk, name)}
    assert whole(dans.isla)


def test_both_workers_edits_of_one_plan_meet_at_the_lead_and_come_back(dans):
    """After a round through the lead all three read the same."""
    dans.morag.sends(dans.isla)
    dans.isla.write("one", neighbourhood="Woodlands")
    dans.dan.write("one", title="Dan's new title")
    dans.isla.sends(dans.morag)
    dans.dan.sends(dans.morag)
    dans.morag.sends(dans.isla, dans.dan)

    now = [laptop.current("one") for laptop in (dans.dan, dans.isla, dans.morag)]

    assert now[0].plan == now[1].plan == now[2].plan
    assert ("Dan's new title", "Woodlands") == (now[0].plan.title, now[0].plan.neighbourhood)
    assert whole(dans.dan, dans.isla, dans.morag)


@pytest.mark.parametrize("chosen", [["one"], ["two"], ["three"], ["one", "three"], ["two", "three"]])
def test_the_lead_passes_on_chosen_plans_only(dans, chosen, tmp_path):
    """What is left out is its digest: the chain still verifies to the head that Dan signed."""
    path = tmp_path / "chosen.fsdesk"
    dans.morag.seals(path, dans.isla, chosen=chosen)
    found = dans.isla.takes(path)

    assert (len(chosen), 2 * len(chosen), ()) == (found.new, found.edits, found.missing_before)
    assert set(chosen) == {line.id for line in plans.listing(dans.isla.desk)}
    others = frozenset(f"Title of {name}" for name in {"one", "two", "three"} - set(chosen))
    parts = Parts.of(path, dans.isla)
    assert set() == found_in(msgspec.msgpack.encode((parts.header, parts.contents)), others)
    assert 6 - 2 * len(chosen) == len(parts.contents.left_out)
    assert whole(dans.isla)


@pytest.mark.parametrize("chosen", [["one"], ["two"], ["three"]])
def test_what_is_new_since_a_receipt_follows_on_from_what_was_left_out(dans, chosen):
    """The next package begins where a reader can join it on, though the edit before was of a plan that stays."""
    dans.morag.sends(dans.isla, chosen=chosen)
    dans.isla.confirms(dans.morag)
    for name in ("one", "two", "three", "two"):
        dans.dan.write(name, neighbourhood=f"Near {name} {len(dans.dan.current(name).state.headers)}")
    dans.dan.sends(dans.morag)

    (found,) = dans.morag.sends(dans.isla, chosen=chosen)

    assert (0, 1, ()) == (found.new, found.changed, found.missing_before)
    assert dans.dan.plan(chosen[0]) == dans.isla.plan(chosen[0])
    assert whole(dans.isla)


def test_plans_that_were_left_out_arrive_whole_when_they_go_after_all(dans):
    """Edits from before the receipt come too, in place of what stood for them."""
    dans.morag.sends(dans.isla, chosen=["two"])
    dans.isla.confirms(dans.morag)

    (found,) = dans.morag.sends(dans.isla)

    assert (2, 4, ()) == (found.new, found.edits, found.missing_before)
    assert [dans.dan.plan(name) for name in ("one", "two", "three")] == [
        dans.isla.plan(name) for name in ("one", "two", "three")
    ]
    assert whole(dans.isla)


def test_a_range_that_its_maker_withheld_is_passed_on_as_it_was_signed(team):
    """Dan sends the lead one plan of three; she passes on what she has, and nothing is said to be missing."""
    for name in ("one", "two", "three"):
        team.dan.begin(a_plan(id=name))
    team.dan.sends(team.morag, chosen=["three"])
    team.dan.write("three", title="Third")
    team.dan.write("one", title="First")
    team.dan.sends(team.morag, chosen=["three"])

    (found,) = team.morag.sends(team.isla)

    assert (1, 2, ()) == (found.new, found.edits, found.missing_before)
    assert team.dan.plan("three") == team.isla.plan("three")
    assert whole(team.morag, team.isla)


def test_overlapping_ranges_of_several_packages_stand_for_as_little_as_can_be(team):
    """Isla got plan after plan in packages that each withheld the rest; a newcomer gets all of them from her."""
    names = ("one", "two", "three", "four")
    for name in names:
        team.dan.begin(a_plan(id=name))
    for name in names[:0:-1]:
        team.dan.sends(team.isla, chosen=[name], since_receipt=False)
    new = team.laptops["new"] = newcomer(team)

    (found,) = team.isla.sends(new)

    assert (3, 3, ()) == (found.new, found.edits, found.missing_before)
    assert [team.dan.plan(name) for name in names[1:]] == [new.plan(name) for name in names[1:]]
    assert whole(team.isla, new)


def test_what_lies_behind_a_gap_goes_once_the_reader_has_what_lies_before(team):
    """Morag misses one of Dan's packages; what she has of his reaches Isla all the same, the gap named."""
    team.dan.begin(a_plan())
    team.dan.sends(team.morag)
    team.dan.is_received_by(team.morag)
    packages = team.dan.seals_one_by_one(team.morag, "plan", 3)
    team.morag.takes(packages[0])
    team.morag.takes(packages[2])

    (first,) = team.morag.sends(team.isla)
    team.isla.confirms(team.morag)
    (second,) = team.morag.sends(team.isla)

    assert (1, 2, ()) == (first.new, first.edits, first.missing_before)
    assert (1, (Missing(team.dan.device, 3, 3),)) == (second.edits, second.missing_before)
    assert team.morag.current("plan").plan == team.isla.current("plan").plan
    team.morag.takes(packages[1])
    (third,) = team.morag.sends(team.isla)
    assert (1, ()) == (third.edits, third.missing_before)
    assert team.dan.plan("plan") == team.isla.plan("plan")
    assert whole(team.morag, team.isla)


def test_sealed_parts_stay_sealed_when_the_lead_passes_a_plan_on(team):
    """The lead has them and Isla has not, and a package of both goes with a compartment for the lead alone."""
    team.dan.begin(a_plan(worries=[a_serious_worry()]))
    team.dan.sends(team.morag)

    (found,) = team.morag.sends(team.isla)

    assert 1 == len(team.morag.plan("plan").worries)
    assert (1, ()) == (found.withheld, team.isla.plan("plan").worries)
    team.isla.write("plan", title="A title")
    (back,) = team.isla.sends(team.morag, since_receipt=False)
    assert (1, 1) == (back.edits, len(team.morag.plan("plan").worries))


def test_sealed_parts_that_were_held_back_are_filled_in_when_they_come(team):
    """Isla becomes able to relay to the lead; the lead gets the sealed part from Dan afterwards."""
    team.dan.begin(a_plan(worries=[a_serious_worry()]))
    team.dan.sends(team.isla)
    team.isla.sends(team.morag)
    assert () == team.morag.plan("plan").worries

    (found,) = team.dan.sends(team.morag)

    assert (0, 1) == (found.edits, found.changed)
    assert team.dan.plan("plan").worries == team.morag.plan("plan").worries
    assert whole(team.morag)


def test_edits_of_a_laptop_whose_card_is_not_known_are_not_taken(team, tmp_path):
    """A newcomer knows the lead alone: without her list, what Dan wrote is taken once Dan's card is accepted too."""
    new = a_laptop(tmp_path / "new")
    cards.accept(new.desk, team.morag.card)
    files.write(new.card, cards.own(new.desk)[1], force=True)
    cards.accept(team.morag.desk, new.card)
    team.dan.begin(a_plan())
    team.dan.sends(team.morag)
    package = team.morag.folder.with_suffix(".package")
    team.morag.seals(package, new)
    package.write_bytes(Parts.of(package, new).but(roster=b"").signed(team.morag).closed(new))
    before = rows(new)

    with pytest.raises(UnknownSender):
        new.takes(package)

    assert before == rows(new)
    cards.accept(new.desk, team.dan.card)
    assert 1 == new.takes(package).new
    new.close()


def test_differing_versions_of_two_workers_read_the_same_on_three_laptops(dans):
    """Their ids are the same everywhere, so that one settlement settles it for all."""
    dans.morag.sends(dans.isla)
    dans.isla.write("one", title="Isla's title")
    dans.dan.write("one", title="Dan's title")
    dans.isla.sends(dans.morag)
    dans.dan.sends(dans.morag)
    dans.morag.sends(dans.isla, dans.dan)

    lists = [settling.differing(laptop.desk) for laptop in (dans.dan, dans.isla, dans.morag)]

    assert lists[0] == lists[1] == lists[2]
    assert ["Dan's title", "Isla's title"] == sorted(one["value"] for one in lists[0][0]["versions"])
    settling.settle(dans.morag.desk, lists[0][0]["id"], keep=2)
    dans.morag.sends(dans.isla, dans.dan)
    assert [[], [], []] == [settling.differing(laptop.desk) for laptop in (dans.dan, dans.isla, dans.morag)]


def test_two_readers_get_what_either_of_them_lacks(dans):
    """Since-receipt goes by the reader who has least."""
    dans.morag.sends(dans.isla)
    dans.isla.confirms(dans.morag)
    dans.morag.write("one", neighbourhood="Woodlands")

    to_isla, to_dan = dans.morag.sends(dans.isla, dans.dan)

    assert (1, 1) == (to_isla.edits, to_dan.edits)
    assert "Woodlands" == dans.dan.plan("one").neighbourhood == dans.isla.plan("one").neighbourhood


def test_what_a_reader_wrote_itself_is_not_sent_back(dans, tmp_path):
    """Dan's own edits do not come back to him from the lead."""
    dans.morag.write("one", neighbourhood="Woodlands")

    made = dans.morag.seals(tmp_path / "back.fsdesk", dans.dan)

    assert 1 == made.edits


def test_received_means_that_a_receipt_came(dans):
    """Sealed and received are two things, for each reader apart."""
    dans.morag.sends(dans.isla, dans.dan, since_receipt=False)
    dans.isla.confirms(dans.morag)

    told = {
        one["name"]: [package["received"] for package in one["packages"]]
        for one in receipts.state(dans.morag.desk)
    }

    assert {"Dan": [False], "Isla": [True]} == told


def test_a_lost_package_is_named_and_the_next_one_brings_everything(team):
    """What was sealed and never received goes again, so that a lost stick loses nothing."""
    team.dan.begin(a_plan())
    team.dan.sends(team.morag)
    team.morag.confirms(team.dan)
    team.dan.write("plan", title="On the lost stick")
    team.dan.seals(Path(f"{team.dan.folder}.lost"), team.morag)
    team.dan.write("plan", neighbourhood="On the next one")

    (found,) = team.dan.sends(team.morag)

    assert (2, ()) == (found.edits, found.missing_before)
    assert team.dan.plan("plan") == team.morag.plan("plan")
