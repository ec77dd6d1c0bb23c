"""A sheet that comes back, as a script sees it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fsdesk.desk import prints
from tests.desk.team import Laptop
from tests.plans.paper.returned import family

PLAN = "plan"


@pytest.fixture
def square(team) -> str:
    """The text of the square on a sheet that Dan printed; the plan was changed since."""
    laptop = team.dan
    laptop.begin(family())
    made = prints.prepare(laptop.desk, PLAN, reader="ailsa", format="review-sheet")
    prints.keep(laptop.desk, made, laptop.folder.with_suffix(".pdf"))
    laptop.write(PLAN, title="Our year")
    laptop.close()
    return made.sheet.square.format(side=1)


@pytest.fixture
def store(team, square) -> Path:
    """The folder of Dan's store."""
    folder: Path = team.dan.folder
    return folder


def opened(known, store: Path, code: str) -> Any:
    """What a code opens."""
    return known.json("plan", "paper-open", code, "--store", store)


def filled(known, store: Path, code: str, path: Path, **said: Any) -> Path:
    """Fill in the form that a code gives, by what each box is about."""
    found = opened(known, store, code)
    numbers = {one["about"]: one["box"] for one in found["boxes"]}
    answers = [{"box": numbers[about], **held} for about, held in said.items()]
    path.write_text(json.dumps({**found["form"], "person": "ailsa", "answers": answers}, ensure_ascii=False))
    return path


def test_a_code_opens_its_boxes_with_a_form_to_fill_in(known, store, square):
    """By the square or as it is typed, in one word or several."""
    found = opened(known, store, square)
    letter = found["letter"]
    words = ("K7QM-3TXH,", "version", "1,", f"{letter},", "side", "1")

    assert (PLAN, 1, "Our plan") == (found["plan"], found["version"], found["title"])
    assert {"box": "1", "about": "goal", "asks": "Tea together.", "number": True}.items() <= found["boxes"][
        0
    ].items()
    assert found == known.json("plan", "paper-open", *words, "--store", store)


def test_boxes_are_listed_in_words_too(known, store, square):
    """A number, what it asks, and how it can be answered."""
    said = known("plan", "paper-open", square, "--store", store)

    assert (0, "") == (said.code, said.err)
    assert (
        "  1  Tea together.  [0 to 10, a face, words; yes (Yes), change_it (Change it), stop (Stop)]"
        in said.out
    )


def test_a_form_is_kept_as_a_draft_and_changes_nothing(known, store, square, tmp_path):
    """What was typed in is in the form that the code gives next time."""
    form = filled(known, store, square, tmp_path / "f.json", helped={"words": "  Gran\n"})
    said = known.json("plan", "paper-return", form, "--store", store)
    again = opened(known, store, square)["form"]

    assert "draft" == said["status"]
    assert [{"box": "2", "words": "  Gran\n"}] == again["answers"]
    assert () == Laptop(store).plan(PLAN).paper_returns


def test_check_says_what_each_answer_would_do_and_accept_does_it(known, store, square, tmp_path):
    """Box by box; what is left is kept on the sheet and taken later."""
    said = {"goal": {"number": 6, "face": "good"}, "option": {"ticks": ["stop"]}, "helped": {"words": "Gran"}}
    form = filled(known, store, square, tmp_path / "f.json", **said)
    checked = known.json("plan", "paper-return", form, "--check", "--store", store)
    first = known.json("plan", "paper-return", form, "--accept", "1", "--accept", "2", "--store", store)
    later = ("--kept", first["sheet"], "--plan", PLAN)
    second = known.json("plan", "paper-return", *later, "--all", "--store", store)
    came_back = opened(known, store, square)["came_back"]

    assert "The goal’s number would read 6; it reads 3 now." in [
        does["sentence"] for does in checked["boxes"][0]["does"]
    ]
    assert (["1", "2"], 1) == (first["taken"], len(first["left"]))
    assert [] == second["left"]
    assert [(first["sheet"], [])] == [(one["id"], one["left"]) for one in came_back]


def test_an_old_sheet_that_meets_a_newer_answer_ends_with_attention(known, store, square, tmp_path):
    """Exit 1, and the two readings are listed as differing versions."""
    laptop = Laptop(store)
    plan = laptop.plan(PLAN)
    goal = plan.goals[0]
    laptop.write(PLAN, goals=(type(goal)(id=goal.id, text=goal.text, scale=type(goal.scale)(today=9)),))
    laptop.close()
    form = filled(known, store, square, tmp_path / "f.json", goal={"number": 6})
    checked = known.json("plan", "paper-return", form, "--check", "--store", store, code=1)
    done = known.json("plan", "paper-return", form, "--all", "--store", store, code=1)
    (differing,) = known.json("sync", "differing", "--store", store, code=1)

    assert [True] == [does["two_readings"] for does in checked["boxes"][0]["does"] if does["kind"] == "scale"]
    assert 1 == done["differing"]
    assert {6, 9} == {one["value"]["today"] for one in differing["versions"]}


def test_words_say_the_same_as_json(known, store, square, tmp_path):
    """For whoever reads along."""
    form = filled(
        known, store, square, tmp_path / "f.json", helped={"words": "Gran"}, not_see={"words": "Cal"}
    )
    checked = known("plan", "paper-return", form, "--check", "--store", store)
    done = known("plan", "paper-return", form, "--none", "--store", store)

    assert (1, 0) == (checked.code, done.code)
    assert "for the worker alone" in checked.out
    assert "     Gran\n" in checked.out
    assert "Taken: no box." in done.out
    assert "Left as answers on paper: 2," in done.out


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("K7PM-3TXH 1 B 1", "third sign"),
        ("4TR9-BWE0 1 B 1", "No plan on this laptop has that code"),
        ("K7QM-3TXH 8 B 1", "not the version"),
        ("K7QM-3TXH 1 Z 1", "somebody else printed it"),
        ("hello", "not the whole code"),
    ],
)
def test_a_code_that_opens_nothing_says_why_in_one_sentence(known, store, code, said):
    """Exit 2, nothing on the output."""
    assert said in known.refuses("plan", "paper-open", code, "--store", store)


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ("[]", "does not hold what belongs there"),
        ('{"sheet": "K7QM-3TXH 1 B 1", "answers": [{"box": 1, "number": 99}]}', "/answers/0/number"),
        ("words", "no form"),
    ],
)
def test_a_file_that_is_no_form_is_refused(known, store, tmp_path, held, said):
    """One sentence, nothing kept."""
    (tmp_path / "f.json").write_text(held)

    assert said in known.refuses("plan", "paper-return", tmp_path / "f.json", "--store", store)


def test_what_cannot_be_on_the_sheet_is_refused_by_its_box(known, store, square, tmp_path):
    """A number where there are none."""
    form = filled(known, store, square, tmp_path / "f.json", helped={"number": 3})

    assert "Box 2 has no numbers" in known.refuses("plan", "paper-return", form, "--store", store)


@pytest.mark.parametrize(
    "words", [(), ("f.json", "--check", "--all"), ("--kept", "x"), ("--kept", "x", "--plan", "y")]
)
def test_the_command_asks_for_one_thing_at_a_time(known, store, words):
    """A sheet, and what to do with it."""
    assert 2 == known("plan", "paper-return", *words, "--store", store).code
