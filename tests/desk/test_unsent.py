from __future__ import annotations

import pytest

from fsdesk.desk import today
from fsdesk.desk.unsent import Changed, only_here
from fsdesk.plans.examples import a_plan
from fsdesk.store import packages
from tests.desk.team import Team

ONE, TWO = "plan-1", "plan-2"


@pytest.fixture
def begun(team: Team) -> Team:
    """Dan began two plans."""
    for number, plan in enumerate((ONE, TWO)):
        team.dan.begin(a_plan(id=plan, code=f"7777-777{number}", family_name=f"Family {number}"))
    return team


def here(team: Team) -> frozenset[str]:
    """The plans that are only on Dan's laptop."""
    return today.read(team.dan.desk).only_here


def test_before_the_first_package_everything_is_only_here(begun):
    assert {ONE, TWO} == here(begun)
    assert today.read(begun.dan.desk).last_package is None


def test_what_was_sealed_waits_no_more_until_it_is_written_to_again(begun):
    begun.dan.sends(begun.morag)
    sent = here(begun)
    begun.dan.write(ONE, title="Our year")

    assert frozenset() == sent
    assert {ONE} == here(begun)


def test_a_plan_that_was_left_out_goes_on_waiting(begun, tmp_path):
    """Also once another package went without it."""
    begun.dan.seals(tmp_path / "one", begun.morag, chosen=[ONE])
    first = here(begun)
    begun.dan.write(ONE, title="Our year")
    begun.dan.seals(tmp_path / "two", begun.morag, chosen=[ONE])
    second = here(begun)
    begun.dan.seals(tmp_path / "three", begun.morag, since_receipt=False)

    assert {TWO} == first == second
    assert frozenset() == here(begun)


def test_an_earlier_package_counts_where_a_later_one_began_after_it(begun, tmp_path):
    """Packages that hold only what is new do not bring old plans back onto the list."""
    begun.dan.seals(tmp_path / "one", begun.morag)
    begun.dan.is_received_by(begun.morag)
    begun.dan.write(ONE, title="Our year")
    begun.dan.seals(tmp_path / "two", begun.morag)

    assert frozenset() == here(begun)


def test_a_plan_that_stays_waits_for_nothing(begun):
    begun.dan.write(ONE, stays_here=True)

    assert {TWO} == here(begun)
    assert {ONE} == today.read(begun.dan.desk).staying


def test_what_others_wrote_is_theirs_to_send(begun):
    """A lead who only read has nothing to send; a comment of theirs has."""
    begun.dan.sends(begun.morag)
    read = today.read(begun.morag.desk).only_here
    begun.morag.write(TWO, title="From Morag")

    assert frozenset() == read
    assert {TWO} == today.read(begun.morag.desk).only_here


def test_the_last_package_says_for_whom_and_what_became_of_it(begun, tmp_path):
    """Sealed, handed over and received are three things."""
    package = tmp_path / "one"
    begun.dan.seals(package, begun.morag, begun.isla)
    sealed = today.read(begun.dan.desk).last_package
    with begun.dan.desk.transaction() as tx:
        [made] = packages.made_by(tx, begun.dan.device)
        packages.handed_over(tx, made.digest, 1)
    over = today.read(begun.dan.desk).last_package
    begun.morag.takes(package)
    begun.morag.confirms(begun.dan)
    one = today.read(begun.dan.desk).last_package
    begun.isla.takes(package)
    begun.isla.confirms(begun.dan)
    both = today.read(begun.dan.desk).last_package

    assert ({"Morag", "Isla"}, False, False) == (set(sealed.names), sealed.handed_over, sealed.received)
    assert [(True, False), (True, False), (True, True)] == [
        (last.handed_over, last.received) for last in (over, one, both)
    ]


def test_many_packages_are_looked_through_from_where_an_edit_can_be(begun):
    """The same answer as looking at every one."""
    packages_ = begun.dan.seals_one_by_one(begun.morag, ONE, 6)
    with begun.dan.desk.reading() as tx:
        found = {
            seq
            for seq in range(1, 12)
            if not only_here(tx, [begun.dan.device], [Changed(ONE, {begun.dan.device: seq}, False)])
        }

    assert 6 == len(packages_)
    assert set(range(1, 9)) == found
