"""History, undo and put-back as a script sees them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from fsdesk.plans.examples import a_plan
from tests.desk.team import Laptop

PLAN = "plan"


@pytest.fixture
def store(team) -> Path:
    """The folder of Dan's store, with one plan in it whose title he changed."""
    team.dan.begin(a_plan())
    team.dan.write(PLAN, title="Our year")
    team.dan.close()
    return team.dan.folder


def told(known, store: Path, *more: str) -> list[dict[str, Any]]:
    """The history of the plan."""
    return known.json("plan", "history", PLAN, *more, "--store", store)


def title(store: Path) -> str:
    """The title of the plan as it stands."""
    laptop = Laptop(store)
    try:
        return laptop.plan(PLAN).title
    finally:
        laptop.close()


def test_undo_without_an_edit_undoes_the_last_one_and_then_the_one_before(known, store):
    """Each call goes one step back; the beginning of the plan is nothing to undo."""
    before = a_plan().title
    said = known.json("plan", "undo", PLAN, "--store", store)

    assert (before, PLAN, [], 0) == (title(store), said["plan"], said["left"], said["differing"])
    assert "Undone: Changed the plan's title." == said["sentence"]
    assert "beginning of a plan" in known.refuses("plan", "undo", PLAN, "--store", store)


def test_an_undo_is_undone_by_its_id(known, store):
    """What was undone is there again, and the history tells all three."""
    said = known.json("plan", "undo", PLAN, "--store", store)
    again = known.json("plan", "undo", PLAN, said["edit"], "--store", store)
    sentences = [one["sentence"] for one in told(known, store)]

    assert ("Our year", "Back again: Changed the plan's title.") == (title(store), again["sentence"])
    assert ["Changed the plan's title", *["Undid a change to the plan's title"] * 2] == sentences[1:]
    assert "undone already" in known.refuses("plan", "undo", PLAN, said["edit"], "--store", store)


def test_undo_in_words_says_what_was_undone_and_how_to_undo_that(known, store):
    """One line each; the second can be typed as it stands."""
    first, last = known("plan", "undo", PLAN, "--store", store).out.splitlines()

    assert "Undone: Changed the plan's title." == first
    assert 0 == known(*last.removeprefix("To undo this: fsdesk ").split(), "--store", store).code
    assert "Our year" == title(store)


def test_history_of_one_record_leaves_the_others_out(known, store):
    """With its wordings below each line; a record that never was is refused."""
    step = a_plan().steps[0].id
    (began,) = told(known, store, "--record", step)

    assert {f"/steps/{step}"} == {"/".join(one["where"].split("/")[:3]) for one in began["changes"]}
    assert "    " in known("plan", "history", PLAN, "--record", step, "--store", store).out
    assert "never had" in known.refuses("plan", "history", PLAN, "--record", "nobody", "--store", store)


def test_put_back_brings_a_field_and_a_record_back(known, store):
    """A title as it stood before an edit; a step that was taken out, with the words it had."""
    laptop = Laptop(store)
    step = laptop.plan(PLAN).steps[0]
    laptop.write(PLAN, steps=laptop.plan(PLAN).steps[1:])
    laptop.close()
    began, titled, out = told(known, store)
    known.json("plan", "put-back", PLAN, titled["edit"], "--where", "/title", "--store", store)
    known.json("plan", "put-back", PLAN, out["edit"], "--where", f"/steps/{step.id}", "--store", store)
    now = laptop.plan(PLAN)
    laptop.close()

    assert (a_plan().title, step.what) == (
        now.title,
        next(one.what for one in now.steps if one.id == step.id),
    )
    known.json(
        "plan", "put-back", PLAN, titled["edit"], "--where", "/title", "--as-written", "--store", store
    )
    assert "Our year" == title(store)
    assert "Put back" in told(known, store)[-1]["sentence"]
    assert began["edit"] != titled["edit"]


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("/neighbourhood", "did not change this"),
        ("/nothing/like/this", "did not change this"),
        ("title", "did not change this"),
        ("/steps", "did not change this"),
        ("", "did not change this"),
    ],
)
def test_put_back_refuses_what_the_edit_did_not_change(known, store, where, says):
    """In one sentence, and nothing is written."""
    edit = told(known, store)[-1]["edit"]

    assert says in known.refuses("plan", "put-back", PLAN, edit, "--where", where, "--store", store)
    assert 2 == len(told(known, store))


def test_other_refusals_are_plain_sentences(known, store):
    """An edit or a plan that is not there, a beginning, and what reads so already."""
    began, last = (one["edit"] for one in told(known, store))

    assert "no edit of that id" in known.refuses("plan", "undo", PLAN, "x", "--store", store)
    assert "no such plan" in known.refuses("plan", "undo", "x", "--store", store)
    assert "beginning of a plan" in known.refuses("plan", "undo", PLAN, began, "--store", store)
    assert "no edit of that id" in known.refuses(
        "plan", "put-back", PLAN, "x", "--where", "/title", "--store", store
    )
    assert "reads so already" in known.refuses(
        "plan", "put-back", PLAN, last, "--where", "/title", "--as-written", "--store", store
    )


def test_what_stays_is_named_and_wants_attention(known, team):
    """Isla changed one of Dan's two fields since: the other is undone, exit 1, and she is named."""
    team.dan.begin(a_plan())
    team.dan.write(PLAN, title="Our year", neighbourhood="Garnethill")
    team.dan.sends(team.morag)
    team.morag.write(PLAN, title="Our two years")
    team.morag.sends(team.dan)
    team.dan.close()
    said = known.json("plan", "undo", PLAN, "--store", team.dan.folder, code=1)
    laptop = Laptop(team.dan.folder)
    now = laptop.plan(PLAN)
    laptop.close()

    assert ("Our two years", a_plan().neighbourhood) == (now.title, now.neighbourhood)
    assert ["The plan's title stays as it is: Morag changed it since."] == said["left"]
