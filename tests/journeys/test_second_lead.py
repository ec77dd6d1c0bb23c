"""Two leads of one team, by commands alone: one joins the other, both settle, both end the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk.plans.examples import a_plan, a_serious_worry
from tests.cli.running import Program
from tests.desk.team import Laptop, Team, a_laptop
from tests.journeys.scripted import Script
from tests.store.stores import PASSPHRASE

PLAN = "plan"


@pytest.fixture
def four(capsys, monkeypatch, tmp_path: Path) -> Script:
    """Dan and Isla, workers, Morag and Omar, leads: four new stores that know nobody."""
    monkeypatch.setenv("FSDESK_PASSPHRASE", PASSPHRASE)
    roles = {"dan": "worker", "isla": "worker", "morag": "lead", "omar": "lead"}
    laptops = {name: a_laptop(tmp_path / name, role=role) for name, role in roles.items()}
    return Script(Team(laptops), Program(capsys), tmp_path)


def accepts(script: Script, who: Laptop, *others: Laptop, more: tuple[str, ...] = ("--verified",)) -> None:
    """Somebody accepts cards with the eight words read aloud."""
    for other in others:
        script(who, "card", "accept", other.card, *more)


def together(script: Script) -> tuple[Laptop, ...]:
    """Everybody in Morag's team, Omar as its second lead."""
    dan, isla, morag, omar = (script.team.laptops[name] for name in ("dan", "isla", "morag", "omar"))
    for worker in (dan, isla):
        accepts(script, worker, morag)
        script(worker, "card", "export", "--to", worker.card, "--force")
    accepts(script, morag, dan, isla)
    accepts(script, omar, morag, more=("--join", "--verified"))
    script(omar, "card", "export", "--to", omar.card, "--force")
    accepts(script, morag, omar)
    return dan, isla, morag, omar


def test_a_second_lead_joins_by_command(four):
    """Without --join both are told what to do; with it the list names two leads."""
    morag, omar = four.team.morag, four.team.omar
    assert "--join" in four.refuses(omar, "card", "accept", morag.card)
    assert "--join" in four.refuses(morag, "card", "accept", omar.card)

    dan, _, morag, omar = together(four)

    listed = four(morag, "card", "roster")["people"]
    assert {"Dan": "worker", "Isla": "worker", "Morag": "lead", "Omar": "lead"} == {
        one["name"]: one["role"] for one in listed
    }
    said = four.program("card", "accept", omar.card, "--store", dan.folder)
    assert (0, True) == (said.code, "lead can open what is sealed" in said.out)


def test_two_leads_and_two_workers_end_the_same(four, tmp_path):
    """Through a shared folder: sealed parts at both leads, differing versions settled by one of them for all."""
    dan, isla, morag, omar = together(four)
    four.begins(dan, a_plan(worries=[a_serious_worry()]))
    four(morag, "card", "roster", "--to", tmp_path / "list")
    for one in (dan, isla, omar):
        four(one, "card", "roster", "--take", tmp_path / "list")
    shared = tmp_path / "shared"
    shared.mkdir()
    four(dan, "sync", "export", "--to", morag.card, "--to", omar.card, "--out", shared / "a")
    for lead in (morag, omar):
        assert ["imported"] == [one["status"] for one in watched(four, lead, shared)]
    four.edits(morag, title="Morag's title")
    four.edits(omar, title="Omar's title")
    four(morag, "sync", "export", "--to", omar.card, "--to", isla.card, "--out", shared / "b")
    four(omar, "sync", "export", "--to", morag.card, "--to", dan.card, "--out", shared / "c")
    for lead in (morag, omar):
        watched(four, lead, shared, code=1)

    assert four.stands(morag) == four.stands(omar)
    assert [1, 1] == [len(four.document(lead).worries) for lead in (morag, omar)]
    (found,) = four(omar, "sync", "differing", code=1)
    four(omar, "sync", "resolve", found["id"], "--words", "Our title")
    four(
        omar, "sync", "export", "--to", morag.card, "--to", dan.card, "--to", isla.card, "--out", shared / "d"
    )
    for one in (morag, dan, isla):
        watched(four, one, shared)
    assert {"Our title"} == {four.document(one).title for one in (dan, isla, morag, omar)}
    assert () == four.document(isla).worries
    assert all(four(one, "store", "verify")["whole"] for one in (dan, isla, morag, omar))


def watched(script: Script, who: Laptop, folder: Path, code: int = 0) -> list[dict[str, str]]:
    """What somebody takes in of a shared folder: what became of each file that is theirs and new."""
    found = script(who, "sync", "watch", folder, "--once", code=code)["files"]
    return [one for one in found if one["status"] not in ("already", "not for us")]
