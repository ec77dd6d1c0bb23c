"""What two laptops that swap packages must survive, each scenario by its name: nothing is lost, both end the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from fsdesk.desk import opening, plans, settling
from fsdesk.desk.found import ALREADY, IMPORTED, Missing
from fsdesk.plans import changes
from fsdesk.plans import model as m
from fsdesk.plans.edits import Intent
from fsdesk.plans.examples import a_plan, a_record, a_step, quote
from fsdesk.plans.fold import Place
from tests.desk.team import Laptop, Team, rows

PLAN = "plan"


@pytest.fixture
def both(team: Team) -> Team:
    """Dan and Morag hold the same plan, and each knows that the other does."""
    team.dan.begin(a_plan())
    team.dan.sends(team.morag)
    team.morag.confirms(team.dan)
    return team


def swap(one: Laptop, two: Laptop) -> None:
    """Each seals a package to the other before either takes one in."""
    packages = [one.folder.with_suffix(".a"), two.folder.with_suffix(".b")]
    one.seals(packages[0], two)
    two.seals(packages[1], one)
    two.takes(packages[0])
    one.takes(packages[1])


def stands(laptop: Laptop) -> dict[str, Any]:
    """All that a laptop holds of its plans: how each reads, what is unsettled, and its whole history."""
    return {
        line.id: (
            laptop.current(line.id).plan,
            laptop.current(line.id).differing,
            plans.history_of(laptop.desk, line.id),
        )
        for line in plans.listing(laptop.desk)
    } | {"differing": settling.differing(laptop.desk)}


def assert_the_same(*laptops: Laptop) -> None:
    """Every laptop holds the same, and the store of each is whole."""
    for other in laptops[1:]:
        assert stands(laptops[0]) == stands(other)
    for laptop in laptops:
        assert opening.verify(laptop.desk)["whole"]


def edited_packages(dan: Laptop, morag: Laptop, count: int) -> list[Path]:
    """Packages from Dan, each with what is new since the receipt that he never gets: each holds one edit more."""
    packages = []
    for number in range(count):
        dan.write(PLAN, title=f"Title {number}")
        packages.append(dan.folder.with_suffix(f".{number}"))
        dan.seals(packages[-1], morag)
    return packages


def test_a_different_fields_of_one_plan_merge_without_a_word(both):
    """(a) Both edits stand on both sides, and nobody is asked anything."""
    both.dan.write(PLAN, title="The Sorleys' year")
    both.morag.write(PLAN, neighbourhood="Garnethill")

    swap(both.dan, both.morag)

    assert_the_same(both.dan, both.morag)
    plan = both.dan.plan(PLAN)
    assert ("The Sorleys' year", "Garnethill") == (plan.title, plan.neighbourhood)
    assert [] == settling.differing(both.dan.desk)


def test_b_of_the_same_field_both_versions_are_shown_on_both_sides(both):
    """(b) Neither is lost, each with who wrote it, and a settlement by one settles it for the other."""
    both.dan.write(PLAN, title="Dan's title")
    both.morag.write(PLAN, title="Morag's title")

    swap(both.dan, both.morag)

    assert_the_same(both.dan, both.morag)
    (found,) = settling.differing(both.dan.desk)
    assert "/title" == found["where"]
    assert {("Dan", "Dan's title"), ("Morag", "Morag's title")} == {
        (one["who"], one["value"]) for one in found["versions"]
    }
    settling.settle(both.dan.desk, found["id"], words="Our title")
    both.dan.sends(both.morag)
    assert_the_same(both.dan, both.morag)
    assert ([], "Our title") == (settling.differing(both.morag.desk), both.morag.plan(PLAN).title)


def test_b_two_settlements_of_one_field_differ_in_turn(both):
    """(b) When both settle it otherwise, both settlements are shown and nothing is lost."""
    both.dan.write(PLAN, title="Dan's title")
    both.morag.write(PLAN, title="Morag's title")
    swap(both.dan, both.morag)
    for laptop in (both.dan, both.morag):
        (found,) = settling.differing(laptop.desk)
        settling.settle(laptop.desk, found["id"], words=f"Settled by {laptop.name}")

    swap(both.dan, both.morag)

    assert_the_same(both.dan, both.morag)
    (found,) = settling.differing(both.dan.desk)
    assert {"Settled by dan", "Settled by morag"} == {one["value"] for one in found["versions"]}


def test_c_an_edit_keeps_a_record_that_another_took_out(both):
    """(c) The one who took the step out had not seen the edit, so the whole step stays."""
    step = both.dan.plan(PLAN).steps[0]
    both.morag.write(PLAN, steps=tuple(one for one in both.morag.plan(PLAN).steps if one.id != step.id))
    later = msgspec.structs.replace(step, what=quote("Ring the Saturday club."))
    both.dan.write(PLAN, steps=(later, *both.dan.plan(PLAN).steps[1:]))

    swap(both.dan, both.morag)

    assert_the_same(both.dan, both.morag)
    kept = next(one for one in both.morag.plan(PLAN).steps if one.id == step.id)
    assert later.what == kept.what


def test_c_a_take_out_that_saw_everything_holds_on_both_sides(both):
    """(c) With nothing new written about it the step goes, and can be put back."""
    step = both.dan.plan(PLAN).steps[0]
    both.morag.write(PLAN, steps=both.morag.plan(PLAN).steps[1:])

    both.morag.sends(both.dan)

    assert_the_same(both.dan, both.morag)
    assert step.id not in {one.id for one in both.dan.plan(PLAN).steps}
    both.dan.write(PLAN, steps=(*both.dan.plan(PLAN).steps, step))
    both.dan.sends(both.morag)
    assert_the_same(both.dan, both.morag)
    assert step.what == both.morag.plan(PLAN).steps[-1].what


def test_d_the_same_package_twice_changes_nothing(both):
    """(d) It is known by its digest: status already, and not a row is different."""
    (package,) = edited_packages(both.dan, both.morag, 1)
    first = both.morag.takes(package)
    before = rows(both.morag)

    second = both.morag.takes(package)

    assert (IMPORTED, 1, ALREADY, 0) == (first.status, first.edits, second.status, second.edits)
    assert before == rows(both.morag)


def test_d_what_is_sent_once_more_in_another_package_changes_no_plan(both):
    """(d) A second package with the same edits is another package and brings nothing new."""
    both.dan.write(PLAN, title="Again")
    (first,) = both.dan.sends(both.morag, since_receipt=False)
    (second,) = both.dan.sends(both.morag, since_receipt=False)

    assert (1, 1, 0, 0) == (first.edits, first.changed, second.edits, second.changed)


@pytest.mark.parametrize("order", [(1, 0, 2), (2, 1, 0), (0, 2, 1), (1, 2, 0), (2, 0, 1)])
def test_e_packages_out_of_order_end_the_same(both, order):
    """(e) Whatever the order, nothing differs in the end and nothing is missing."""
    packages = both.dan.seals_one_by_one(both.morag, PLAN, 3)

    found = [both.morag.takes(packages[number]) for number in order]

    assert_the_same(both.dan, both.morag)
    assert "Title 2" == both.morag.plan(PLAN).title
    assert () == found[-1].missing_before
    assert [] == settling.differing(both.morag.desk)


def test_e_a_plan_whose_beginning_comes_last_waits_for_it(team):
    """(e) Edits of a plan that has not begun here are kept, listed nowhere, and in place once it begins."""
    team.dan.begin(a_plan())
    first = team.dan.folder.with_suffix(".first")
    team.dan.seals(first, team.morag)
    team.dan.is_received_by(team.morag)
    (second,) = team.dan.seals_one_by_one(team.morag, PLAN, 1)

    early = team.morag.takes(second)

    assert (1, 0, (Missing(team.dan.device, 1, 1),)) == (early.edits, early.new, early.missing_before)
    assert [] == plans.listing(team.morag.desk)
    late = team.morag.takes(first)
    assert (1, 1, ()) == (late.edits, late.new, late.missing_before)
    assert_the_same(team.dan, team.morag)


def test_f_one_missing_in_the_middle_is_named_until_it_comes(both):
    """(f) Laptop and numbers of the missing edits are named, and the end is right once they come."""
    packages = both.dan.seals_one_by_one(both.morag, PLAN, 4)

    found = [both.morag.takes(packages[number]) for number in (0, 2, 3)]

    gap = (Missing(both.dan.device, 3, 3),)
    assert [(), gap, gap] == [one.missing_before for one in found]
    assert () == both.morag.takes(packages[1]).missing_before
    assert_the_same(both.dan, both.morag)


def test_g_an_older_package_after_a_newer_one_brings_nothing_back(both):
    """(g) The newer one held what the older one holds; it is taken, and the plan stays as it is."""
    packages = edited_packages(both.dan, both.morag, 3)
    both.morag.takes(packages[2])
    before = stands(both.morag)

    late = both.morag.takes(packages[0])

    assert (IMPORTED, 0, 0) == (late.status, late.edits, late.changed)
    assert before == stands(both.morag)
    assert_the_same(both.dan, both.morag)


@pytest.mark.parametrize("years", [-3, 3, -60, 5000, 200_000_000])
def test_i_a_clock_that_is_years_off_decides_nothing(both, years):
    """(i) The later edit is the one that saw the other, whatever the clocks say."""
    both.dan.desk.now = lambda: (
        1_795_000_000_000 + years * 31_557_600_000 if abs(years) < 10**8 else 2**53 - 1
    )
    both.dan.write(PLAN, title="Written under a strange clock")
    both.dan.sends(both.morag)
    both.morag.write(PLAN, title="Seen and changed")
    both.dan.write(PLAN, neighbourhood="Garnethill")

    swap(both.dan, both.morag)

    assert_the_same(both.dan, both.morag)
    plan = both.dan.plan(PLAN)
    assert ("Seen and changed", "Garnethill") == (plan.title, plan.neighbourhood)
    assert [PLAN] == [line.id for line in plans.listing(both.morag.desk)]


def test_i_of_two_versions_under_strange_clocks_neither_wins(both):
    """(i) A clock three years fast does not make one's words the right ones."""
    both.dan.desk.now = lambda: 1_895_000_000_000
    both.dan.write(PLAN, title="Dan's title")
    both.morag.write(PLAN, title="Morag's title")

    swap(both.dan, both.morag)

    assert_the_same(both.dan, both.morag)
    assert 1 == len(settling.differing(both.dan.desk))


def test_new_plans_of_both_and_edits_of_a_third_all_arrive(both):
    """A week's work of both laptops passes in one swap."""
    both.dan.begin(a_plan(id="dans"))
    both.morag.begin(a_plan(id="morags"))
    both.dan.write(PLAN, steps=(*both.dan.plan(PLAN).steps, a_step("Find a bike.", id="bike")))

    swap(both.dan, both.morag)

    assert_the_same(both.dan, both.morag)
    assert {"plan", "dans", "morags"} == {line.id for line in plans.listing(both.dan.desk)}


def test_a_settlement_that_brings_a_new_difference_is_told(both):
    """One field settled and another one differing is one field that differs because of the package."""
    both.dan.write(PLAN, title="Dan's title")
    both.morag.write(PLAN, title="Morag's title")
    swap(both.dan, both.morag)
    (found,) = settling.differing(both.dan.desk)
    settling.settle(both.dan.desk, found["id"], keep=1)
    both.dan.write(PLAN, neighbourhood="Garnethill")
    both.morag.write(PLAN, neighbourhood="Woodlands")

    (told,) = both.dan.sends(both.morag)

    assert 1 == told.differing
    assert ["/neighbourhood"] == [one["where"] for one in settling.differing(both.morag.desk)]


def test_words_that_were_taken_back_are_gone_from_both_and_stay_gone(both):
    """What a person wants unsaid is not said by a package that did not know of it."""
    voice = both.dan.plan(PLAN).voices[0]
    seen = both.dan.current(PLAN)
    plans.act(both.dan.desk, seen, [changes.take_back(Place("voices", voice.id))], Intent.TOOK_BACK_WORDS)
    louder = msgspec.structs.replace(voice, saw="Said it twice.")
    both.morag.write(PLAN, voices=(louder, *both.morag.plan(PLAN).voices[1:]))

    swap(both.dan, both.morag)

    assert_the_same(both.dan, both.morag)
    assert voice.id not in {one.id for one in both.morag.plan(PLAN).voices}


def test_protective_fields_read_as_the_most_protective_until_settled(both):
    """An address that one marks as unsafe to print is unsafe on both laptops, whatever the other says."""
    home = a_record(m.Household, id="home", label="Mum's house", safe_to_print=True)
    both.dan.write(PLAN, households=(home,))
    both.dan.sends(both.morag)
    for laptop, safe in ((both.dan, False), (both.morag, False), (both.morag, True)):
        changed = msgspec.structs.replace(laptop.plan(PLAN).households[0], safe_to_print=safe)
        laptop.write(PLAN, households=(changed,))

    swap(both.dan, both.morag)

    assert_the_same(both.dan, both.morag)
    (found,) = settling.differing(both.dan.desk)
    assert {True, False} == {one["value"] for one in found["versions"]}
    assert not both.morag.plan(PLAN).households[0].safe_to_print
