from __future__ import annotations

import pytest

from fsdesk import jobs
from fsdesk.desk import plans, settling, standing
from fsdesk.plans.examples import a_plan
from fsdesk.plans.fold import FOLD_VERSION
from fsdesk.store import plans as kept
from tests.desk.team import Laptop, Team

PLAN = "plan"


@pytest.fixture
def taken(team: Team) -> Team:
    """Morag took in three plans of Dan's, in which nothing crossed."""
    for number in range(3):
        team.dan.begin(a_plan(id=f"plan-{number}", code=f"7777-777{number}", family_name=f"Family {number}"))
    team.dan.sends(team.morag)
    return team


def waiting(laptop: Laptop) -> list[str]:
    """The plans that nobody has folded yet."""
    with laptop.desk.reading() as tx:
        return kept.to_fold(tx, FOLD_VERSION)


def test_plans_in_which_nothing_crossed_are_folded_when_they_are_listed(taken):
    """Taking a package in is quick; the list shows each as its maker's laptop does."""
    assert ["plan-0", "plan-1", "plan-2"] == waiting(taken.morag)

    listed = plans.listing(taken.morag.desk)

    assert [] == waiting(taken.morag)
    assert [one.listed for one in plans.listing(taken.dan.desk)] == [one.listed for one in listed]


def test_a_plan_that_was_put_off_reads_as_it_stands(taken):
    """Whoever opens it does not wait for the list."""
    taken.dan.write("plan-1", title="Our year")
    taken.dan.sends(taken.morag)

    with taken.morag.desk.reading() as tx:
        assert "Our year" == standing.kept(tx, "plan-1").title
    assert "Our year" == taken.morag.plan("plan-1").title


def test_what_crossed_is_known_at_once(team):
    """Two laptops wrote one field: the import says so, before anybody lists a plan."""
    team.dan.begin(a_plan())
    team.dan.sends(team.morag)
    team.dan.write(PLAN, title="Dan's")
    team.morag.write(PLAN, title="Morag's")

    assert [1] == [found.differing for found in team.dan.sends(team.morag)]
    assert 1 == len(settling.differing(team.morag.desk))
    assert [] == waiting(team.morag)


def test_what_an_earlier_fsdesk_folded_is_folded_again(taken):
    """A later fsdesk may read the same edits better, and the list goes by that."""
    plans.listing(taken.morag.desk)
    with taken.morag.desk.transaction() as tx:
        kept.put_off(tx, ["plan-2"])

    assert ["plan-2"] == waiting(taken.morag)
    assert 3 == len(plans.listing(taken.morag.desk))
    assert [] == waiting(taken.morag)


def test_stopped_between_two_batches_what_is_done_stays_done(taken, monkeypatch):
    """The rest waits for the next time."""
    monkeypatch.setattr(standing, "_AT_ONCE", 2)
    progress = jobs.Progress(lambda done, *_: progress.cancel() if done == 0 else None)

    with pytest.raises(jobs.Stopped):
        standing.caught_up(taken.morag.desk, progress)

    assert ["plan-2"] == waiting(taken.morag)
