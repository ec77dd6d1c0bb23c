from __future__ import annotations

import pytest

from fsdesk.plans.examples import a_plan, a_serious_worry
from tests.desk.team import rows


def test_what_would_leave_is_told_plan_by_plan_before_anything_is_sealed(known, team, tmp_path):
    """For a lead the sealed records go, for a worker they stay; a plan that stays, stays whole."""
    team.dan.begin(a_plan(worries=[a_serious_worry()]))
    team.dan.begin(a_plan(id="stays", code="7777-7777", stays_here=True))
    before = rows(team.dan)
    team.close()
    to = {
        name: known.json("sync", "leaving", "--to", team.laptops[name].card, *_at(team))
        for name in ("morag", "isla")
    }
    said = known("sync", "leaving", "--to", team.morag.card, *_at(team)).out

    told = {name: {one["plan"]: (one["goes"], one["leaves"]) for one in found} for name, found in to.items()}
    assert (True, "The plan and 1 sealed record") == told["morag"]["plan"]
    assert (True, "The plan") == told["isla"]["plan"]
    assert (False, "Nothing") == told["isla"]["stays"] == told["morag"]["stays"]
    assert "leaves: The plan and 1 sealed record. Stays: Nothing." in said
    assert before == rows(team.dan)


def test_what_left_is_told_of_a_sealed_package_too(known, team, tmp_path):
    """By its number or its file, as it was then; how the two questions are put is said once."""
    team.dan.begin(a_plan(worries=[a_serious_worry()]))
    team.dan.begin(a_plan(id="stays", code="7777-7777", stays_here=True))
    team.close()
    known.json("sync", "export", "--to", team.morag.card, "--out", tmp_path / "p", *_at(team))

    told = known.json("sync", "leaving", "--of", "1", *_at(team))
    said = known("sync", "leaving", "--of", tmp_path / "p", *_at(team)).out

    assert {"number", "package", "sealed", "to", "plans"} == set(told)
    assert (1, ["Morag"]) == (told["number"], told["to"])
    assert {"plan": "The plan and 1 sealed record", "stays": "Nothing"} == {
        one["plan"]: one["leaves"] for one in told["plans"]
    }
    assert said.startswith("Package 1, sealed ")
    assert "leaves: The plan and 1 sealed record. Stays: Nothing. To your own team lead." in said
    assert "sync state" in known.refuses("sync", "leaving", "--of", "2", *_at(team))
    for words in ((), ("--of", "1", "--to", team.morag.card), ("--of", "1", "--plan", "plan")):
        assert "--of PACKAGE" in known.refuses("sync", "leaving", *words, *_at(team))


def _at(team):
    return "--store", team.dan.folder


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("sync", "differing"), "Nothing reads two ways."),
        (("sync", "held"), "Nothing waits here."),
        (("sync", "accept", "--all"), "Nothing waits here that is yours to accept."),
        (("sync", "unreceived"), "Somebody has received everything that was written here."),
    ],
)
def test_where_there_is_nothing_it_is_said(known, team, words, says):
    """A person is not left with an empty line."""
    team.close()

    assert (0, f"{says}\n", "") == tuple(known(*words, "--store", team.dan.folder))


def test_what_reads_two_ways_is_told_with_who_and_when_and_can_be_asked_about(known, team):
    """By plan; a question settles nothing."""
    team.dan.begin(a_plan())
    team.dan.sends(team.morag)
    team.dan.write("plan", title="Dan's title")
    team.morag.write("plan", title="Morag's title")
    team.morag.sends(team.dan)
    team.close()

    said = known("sync", "differing", *_at(team)).out
    (found,) = known.json("sync", "differing", *_at(team), code=1)
    asked = known("sync", "resolve", found["id"], "--ask", "Which one?", *_at(team))

    assert all(f"{who}, 20" in said and f"{who}'s title" in said for who in ("Dan", "Morag"))
    assert "sync resolve" in said.splitlines()[-1]
    assert (0, True) == (asked.code, "Every version stays" in asked.out)
    assert [found] == known.json("sync", "differing", *_at(team), code=1)
    assert "Which one?" in known("plan", "comments", "plan", *_at(team)).out


def test_how_to_settle_is_said_once(known, team):
    """One way at a time, and asking is one."""
    team.close()

    assert "--ask TEXT" in known.refuses("sync", "resolve", "x", "--keep", "1", "--ask", "Which?", *_at(team))


def test_a_card_named_twice_is_sealed_to_once(known, team, tmp_path):
    """And a plan that is not here leaves nowhere."""
    team.dan.begin(a_plan())
    card = team.morag.card
    team.close()

    twice = ("--to", card, "--to", card)
    assert ["Morag"] == known.json("sync", "export", *twice, "--out", tmp_path / "p", *_at(team))["to"]
    assert "not in this store" in known.refuses("sync", "leaving", "--to", card, "--plan", "nope", *_at(team))


def test_an_empty_folder_is_said_to_be_empty(known, team, tmp_path):
    """So that nobody wonders whether it was looked into."""
    (tmp_path / "shared").mkdir()
    team.close()

    said = known("sync", "watch", tmp_path / "shared", "--once", *_at(team))

    assert (0, f"No package lies in {tmp_path / 'shared'}.\n", "") == tuple(said)


def test_a_withdrawal_says_who_learns_of_it(known, team):
    """A lead's list tells the others; a worker's own decision stays on that laptop."""
    team.close()

    by_worker = known("card", "withdraw", "Isla", *_at(team)).out
    by_lead = known("card", "withdraw", "Isla", "--store", team.morag.folder).out

    assert "Tell your team lead" in by_worker
    assert "with your next package" in by_lead
