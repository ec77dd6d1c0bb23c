from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from fsdesk.desk import documents
from fsdesk.plans import document, samples
from fsdesk.plans.examples import a_plan
from tests.cli.running import no_rights
from tests.desk.team import rows


@pytest.fixture
def store(families) -> Path:
    """The folder of Dan's store, with the six families in it."""
    families.close()
    return families.dan.folder


def exported(known, store: Path, plan: str, to: Path) -> dict[str, Any]:
    """A plan's document as it was exported."""
    assert 0 == known("plan", "export", plan, "--to", to, "--store", store, "--force").code
    return json.loads(to.read_text())


def changed(to: Path, **over: Any) -> Path:
    """Write fields of a document in its file."""
    to.write_text(json.dumps(json.loads(to.read_text()) | over))
    return to


def _id(name: str) -> str:
    return samples.load(name).id


def test_list_gives_every_plan_under_the_promised_keys(known, store):
    """Six families, each with id, title, state, version, the time of change and how many fields differ."""
    listed = known.json("plan", "list", "--store", store)

    assert {plan.id for plan in samples.load_all()} == {one["id"] for one in listed}
    for one in listed:
        assert {"id", "title", "state", "version", "changed", "differing"} <= set(one)
        assert (0, True) == (one["differing"], one["state"] in ("ready", "agreed"))
    assert max(one.number for one in samples.load("F1").versions) == next(
        one["version"] for one in listed if one["id"] == _id("F1")
    )


def test_list_in_words_is_a_line_a_plan(known, store):
    """With nothing on the error output."""
    said = known("plan", "list", "--store", store)

    assert (0, 6, "") == (said.code, len(said.out.splitlines()), said.err)


@pytest.mark.parametrize("name", samples.CODES)
def test_what_was_imported_is_exported_without_loss(known, store, tmp_path, name):
    """Every field of every sample, pictures included; the document says which state it was made from."""
    told = exported(known, store, _id(name), tmp_path / "plan.json")

    assert samples.load(name) == documents.plan_of(tmp_path / "plan.json")
    assert list(told["as_of"].values()) == [min(told["as_of"].values())]
    jsonschema.Draft202012Validator(document.schema()).validate(told)


@pytest.mark.parametrize("name", samples.CODES)
def test_export_import_export_is_the_same_to_the_byte(known, store, tmp_path, name):
    """Bringing a document back unchanged is no edit."""
    exported(known, store, _id(name), tmp_path / "one.json")
    done = known.json("plan", "import", tmp_path / "one.json", "--store", store)
    exported(known, store, _id(name), tmp_path / "two.json")

    assert {"plan": _id(name), "new": False, "changed": 0, "differing": 0} == done
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_show_prints_the_document(known, store, tmp_path):
    """The same bytes that export writes, with and without --json."""
    exported(known, store, _id("F2"), tmp_path / "plan.json")

    for more in ((), ("--json",)):
        said = known("plan", "show", _id("F2"), "--store", store, *more)
        assert (0, "", (tmp_path / "plan.json").read_text()) == (said.code, said.err, said.out)


def test_an_exported_document_moves_to_another_store(known, team, tmp_path):
    """There it is a new plan, whatever state of the first store it was made from."""
    team.dan.begin(a_plan())
    team.close()
    exported(known, team.dan.folder, "plan", tmp_path / "plan.json")

    done = known.json("plan", "import", tmp_path / "plan.json", "--store", team.isla.folder)

    assert {"plan": "plan", "new": True, "changed": 1, "differing": 0} == done
    assert team.dan.plan("plan") == team.isla.plan("plan")


def test_a_changed_document_is_an_edit_by_this_stores_person(known, store, tmp_path):
    """That is how scripts edit: what differs from the state it was made from is recorded, and nothing else."""
    exported(known, store, _id("F3"), tmp_path / "plan.json")
    changed(tmp_path / "plan.json", title="The Mackies' year", neighbourhood="Partick")

    done = known.json("plan", "import", tmp_path / "plan.json", "--store", store)
    history = known.json("plan", "history", _id("F3"), "--store", store)

    assert {"plan": _id("F3"), "new": False, "changed": 1, "differing": 0} == done
    assert ["Dan", "Dan"] == [one["who"] for one in history]
    assert {"/title", "/neighbourhood"} == {one["where"] for one in history[-1]["changes"]}


def test_history_gives_what_the_contract_promises(known, store, tmp_path):
    """Edit, who, when and a sentence, and what changed from what to what."""
    exported(known, store, _id("F3"), tmp_path / "plan.json")
    known("plan", "import", changed(tmp_path / "plan.json", family_name="McKie"), "--store", store)

    (_, last) = known.json("plan", "history", _id("F3"), "--store", store)

    assert {"edit", "who", "when", "sentence", "changes"} <= set(last)
    assert [{"where": "/family_name", "before": "Mackie", "after": "McKie"}] == last["changes"]
    assert last["sentence"]
    assert 2 == len(known("plan", "history", _id("F3"), "--store", store).out.splitlines())


def test_a_document_of_an_older_state_differs_where_both_wrote(known, store, tmp_path):
    """What was written since is not undone: of the same field both stand, and the exit code is 1."""
    exported(known, store, _id("F3"), tmp_path / "old.json")
    shutil.copy(tmp_path / "old.json", tmp_path / "first.json")
    known(
        "plan",
        "import",
        changed(tmp_path / "first.json", title="First", neighbourhood="Here"),
        "--store",
        store,
    )

    done = known.json(
        "plan",
        "import",
        changed(tmp_path / "old.json", title="Second", state="under_review"),
        "--store",
        store,
        code=1,
    )
    now = exported(known, store, _id("F3"), tmp_path / "now.json")

    assert (False, 1, 1) == (done["new"], done["changed"], done["differing"])
    assert {"First", "Second"} == {one["value"] for one in now["differing"][0]["versions"]}
    assert ("Here", "under_review") == (now["neighbourhood"], now["state"])
    assert 1 == next(
        one["differing"] for one in known.json("plan", "list", "--store", store) if one["id"] == _id("F3")
    )


def test_a_document_of_an_older_state_brings_nothing_back_that_it_did_not_change(known, store, tmp_path):
    """A field that the script left alone keeps what was written since."""
    exported(known, store, _id("F3"), tmp_path / "old.json")
    shutil.copy(tmp_path / "old.json", tmp_path / "first.json")
    known("plan", "import", changed(tmp_path / "first.json", title="First"), "--store", store)

    done = known.json("plan", "import", tmp_path / "old.json", "--store", store)

    assert (0, 0) == (done["changed"], done["differing"])
    assert "First" == exported(known, store, _id("F3"), tmp_path / "now.json")["title"]


def test_a_known_plan_without_as_of_is_not_taken(known, store, tmp_path):
    """It says what to do, and nothing changes."""
    told = exported(known, store, _id("F3"), tmp_path / "plan.json")
    del told["as_of"]
    (tmp_path / "plan.json").write_text(json.dumps(told | {"title": "Lost?"}))

    assert "as_of" in known.refuses("plan", "import", tmp_path / "plan.json", "--store", store)
    assert "title" not in exported(known, store, _id("F3"), tmp_path / "now.json")


@pytest.mark.parametrize("as_of", [{}, {"nobody": 1}, {"own": 99}, {"own": 3, "nobody": 1}, {"own": 0}])
def test_a_state_that_is_not_here_is_not_compared_with(known, families, tmp_path, as_of):
    """A document from another laptop, or from ahead of this one, waits for the package."""
    told = families.dan.current(_id("F3")).state.frontier
    ((device, seq),) = told.items()
    before = rows(families.dan)
    families.close()
    store = families.dan.folder
    exported(known, store, _id("F3"), tmp_path / "plan.json")
    named = {device if name == "own" else name: seq if n == 3 else n for name, n in as_of.items()}

    said = known.refuses("plan", "import", changed(tmp_path / "plan.json", as_of=named), "--store", store)

    assert "not here yet" in said
    assert before == rows(families.dan)


def test_a_state_without_the_plans_beginning_is_not_compared_with(known, team, tmp_path):
    """The lead's edit alone is no state of a plan that Dan began."""
    team.dan.begin(a_plan())
    team.dan.sends(team.morag)
    team.morag.write("plan", title="From the lead")
    team.morag.sends(team.dan)
    device = team.morag.device
    team.close()
    exported(known, team.dan.folder, "plan", tmp_path / "plan.json")

    file = changed(tmp_path / "plan.json", as_of={device: 1}, title="Third")

    assert "not here yet" in known.refuses("plan", "import", file, "--store", team.dan.folder)


def test_records_taken_out_of_a_document_are_taken_out_of_the_plan(known, store, tmp_path):
    """A step that the script left out is out, and its history stays."""
    told = exported(known, store, _id("F3"), tmp_path / "plan.json")
    gone = told["steps"][-1]["id"]
    file = changed(tmp_path / "plan.json", steps=told["steps"][:-1], taken_out=[gone])

    assert 1 == known.json("plan", "import", file, "--store", store)["changed"]
    assert gone not in {
        one["id"] for one in exported(known, store, _id("F3"), tmp_path / "now.json")["steps"]
    }


@pytest.mark.parametrize("words", [("show",), ("export", "--to", "x.json"), ("history",)])
def test_a_plan_that_is_not_here_is_said_not_to_be(known, store, monkeypatch, tmp_path, words):
    """No file is made for it."""
    monkeypatch.chdir(tmp_path)

    assert "no such plan" in known.refuses("plan", words[0], "nobody", *words[1:], "--store", store)
    assert not (tmp_path / "x.json").exists()


def test_an_existing_file_is_overwritten_only_with_force(known, store, tmp_path):
    """It stays to the byte without."""
    (tmp_path / "mine.json").write_text("mine")

    said = known.refuses("plan", "export", _id("F3"), "--to", tmp_path / "mine.json", "--store", store)

    assert ("--force" in said, "mine") == (True, (tmp_path / "mine.json").read_text())
    exported(known, store, _id("F3"), tmp_path / "mine.json")
    assert 0o600 == (tmp_path / "mine.json").stat().st_mode & 0o777


def test_export_says_under_json_which_plan_lies_where(known, store, tmp_path):
    """And nothing else on the output."""
    told = known.json("plan", "export", _id("F3"), "--to", tmp_path / "plan.json", "--store", store)

    assert {"plan": _id("F3"), "file": str(tmp_path / "plan.json")} == told


def test_a_document_written_where_nobody_may_write_leaves_nothing(known, store, tmp_path):
    """No rights, a folder in the way, a folder that is not there."""
    target = tmp_path / "closed"
    target.mkdir()

    known.refuses("plan", "export", _id("F3"), "--to", target, "--store", store)
    known.refuses("plan", "export", _id("F3"), "--to", tmp_path / "none" / "x.json", "--store", store)
    known.refuses("plan", "export", _id("F3"), "--to", Path("/proc/x.json"), "--store", store)

    assert [] == list(target.iterdir())


def test_a_document_that_may_not_be_read_is_said_so(known, team, tmp_path):
    """Exit 2, and the store is not even opened."""
    file = tmp_path / "plan.json"
    file.write_bytes(document.write(a_plan()))
    folder = team.dan.folder
    team.close()
    assert 0 == known("plan", "list", "--store", folder).code

    with no_rights(file):
        known.refuses("plan", "import", file, "--store", folder)
