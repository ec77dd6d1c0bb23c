from __future__ import annotations

import json
from pathlib import Path

import pytest

from fsdesk.plans import samples
from tests.cli.running import assert_a_plain_sentence

LENNOX, MOIRA = samples.load("F4").id, samples.load("F6").id


@pytest.fixture
def store(families) -> Path:
    """The folder of Dan's store, with the six families in it."""
    families.close()
    return families.dan.folder


def here(known, store: Path) -> set[str]:
    """The plans of a store."""
    return {one["id"] for one in known.json("plan", "list", "--store", store)}


def test_a_plan_is_kept_until_a_day_and_stands_on_the_list_when_it_comes(known, store):
    """Today is the day that is named."""
    day = ("--store", store, "--today", "2026-11-21")
    told = known.json("plan", "keep-until", MOIRA, "2026-12-24", "--because", "five years", *day)
    (line,) = known.json("plan", "retention", *day)

    assert {"plan": MOIRA, "until": "2026-12-24", "reason": "five years"} == told
    assert (MOIRA, "soon", "five years") == (line["plan"], line["when"], line["reason"])
    assert "come" == known.json("plan", "retention", "--store", store, "--today", "2027-01-01")[0]["when"]
    said = known("plan", "retention", "--store", store, "--today", "2027-01-01")
    assert (0, "") == (said.code, said.err)
    assert "That day has come." in said.out


def test_a_store_without_such_plans_says_so(known, store):
    """An empty list for scripts, a sentence for people."""
    assert [] == known.json("plan", "retention", "--store", store)
    assert "No plan's day has come" in known("plan", "retention", "--store", store).out


@pytest.mark.parametrize("day", ["2020-01-01", "someday"])
def test_a_day_that_is_none_or_gone_by_is_refused(known, store, day):
    """In one sentence."""
    known.refuses("plan", "keep-until", MOIRA, day, "--store", store, "--today", "2026-11-21")


def test_erasing_asks_for_a_yes_first(known, store):
    """Nobody is there to be asked in a script."""
    said = known.refuses("plan", "erase", LENNOX, "--store", store)

    assert "--yes" in said
    assert LENNOX in here(known, store)


def test_a_plan_is_erased_and_the_list_says_where_it_may_stand_still(known, store):
    """The backup made before goes after 35 days; the store verifies."""
    assert 0 == known("store", "backup", "--store", store).code
    done = known.json("plan", "erase", LENNOX, "--yes", "--because", "The family asked.", "--store", store)
    (line,) = known.json("plan", "erased", "--store", store)

    assert {"plan", "erased_on", "swept", "listed", "backup", "still_in"} == set(done)
    assert (True, True, 1) == (done["swept"], done["listed"], len(done["still_in"]))
    assert (LENNOX, "The family asked.", "Dan", 0) == tuple(
        line[key] for key in ("plan", "why", "who", "held")
    )
    assert done["still_in"] == line["still_in"]
    assert LENNOX not in here(known, store)
    assert known.json("store", "verify", "--store", store)["whole"]
    assert "erased here on" in known("plan", "erased", "--store", store).out


@pytest.mark.parametrize("command", ["show", "history", "export", "erase"])
def test_what_is_erased_is_told_as_erased_wherever_it_is_asked_for(known, store, tmp_path, command):
    """Exit 2 and a sentence."""
    known("plan", "erase", LENNOX, "--yes", "--store", store)
    more = {"export": ("--to", tmp_path / "out"), "erase": ("--yes",)}.get(command, ())
    said = known("plan", command, LENNOX, *more, "--store", store)

    assert (2, "") == (said.code, said.out)
    assert_a_plain_sentence(said.err)
    assert "erased here" in said.err


def test_a_document_of_an_erased_plan_is_held_until_it_is_let_in(known, store, tmp_path):
    """Exit 1 with the day; after `let-in` it is a new plan."""
    document = tmp_path / "lennox.json"
    known("plan", "export", LENNOX, "--to", document, "--store", store)
    known("plan", "erase", LENNOX, "--yes", "--store", store)
    said = known("plan", "import", document, "--store", store)
    assert 1 == said.code
    assert "erased here on" in said.err

    assert not known.json("plan", "let-in", LENNOX, "--yes", "--store", store)["is_here"]
    assert known.json("plan", "import", document, "--store", store)["new"]
    assert LENNOX in here(known, store)
    assert [] == known.json("plan", "erased", "--store", store)
    assert "Nothing was erased here.\n" == known("plan", "erased", "--store", store).out


def test_a_package_with_an_erased_plan_wants_attention_and_says_why(known, families, tmp_path):
    """`held` stays a number; `held_plans` says which, and since when they are erased here."""
    package = tmp_path / "package"
    for sending in range(2):
        families.dan.write(MOIRA, title=f"Our plan {sending}")
        families.dan.seals(package, families.morag, since_receipt=False)
        if sending == 0:
            families.morag.takes(package)
    families.close()
    store = families.morag.folder
    known("plan", "erase", MOIRA, "--yes", "--store", store)

    done = known.json("sync", "import", package, "--store", store, code=1)
    assert 1 == done["held"]
    assert [MOIRA] == [one["plan"] for one in done["held_plans"]]
    assert done["held_plans"][0]["says"].startswith("erased here on ")
    assert 1 == known.json("plan", "erased", "--store", store, code=1)[0]["held"]
    assert {"plan": MOIRA, "packages": 1} == known.json("plan", "turn-away", MOIRA, "--yes", "--store", store)
    assert 0 == known("plan", "erased", "--store", store).code


@pytest.mark.parametrize("command", ["let-in", "turn-away"])
def test_what_was_never_erased_is_neither_let_in_nor_turned_away(known, store, command):
    """Nor without a yes."""
    assert "not erased here" in known.refuses("plan", command, MOIRA, "--yes", "--store", store)
    assert "--yes" in known.refuses("plan", command, MOIRA, "--store", store)


def test_a_person_gets_what_the_plan_holds_about_them(known, store, tmp_path):
    """A PDF and JSON; the worker is told why what was left out."""
    pdf, told = tmp_path / "pack.pdf", tmp_path / "pack.json"
    done = known.json(
        "plan", "access", MOIRA, "--person", "rory", "--to", pdf, "--json-to", told, "--store", store
    )

    assert pdf.read_bytes().startswith(b"%PDF")
    assert done["lines"] == len(json.loads(told.read_bytes())["lines"])
    assert 1 == done["left_out"]["serious"]
    said = known("plan", "access", MOIRA, "--person", "rory", "--to", pdf, "--store", store, "--force")
    assert "Left out: 1 that the team lead looks at first" in said.out


def test_for_whom_paper_is_not_safe_nothing_is_written(known, store, tmp_path):
    """A hold: exit 1."""
    said = known(
        "plan", "access", LENNOX, "--person", "kirsty", "--to", tmp_path / "out.pdf", "--store", store
    )

    assert 1 == said.code
    assert not (tmp_path / "out.pdf").exists()


def test_an_existing_file_is_not_overwritten_by_a_pack(known, store, tmp_path):
    """Unless --force."""
    (tmp_path / "out.pdf").write_text("mine")
    known.refuses("plan", "access", MOIRA, "--person", "rory", "--to", tmp_path / "out.pdf", "--store", store)

    assert "mine" == (tmp_path / "out.pdf").read_text()


def test_everything_is_written_in_plain_files(known, store, tmp_path):
    """The passphrase comes from the environment here; a taken folder is refused."""
    done = known.json("store", "export-plain", "--to", tmp_path / "out", "--store", store)

    assert (6, str(tmp_path / "out")) == (done["plans"], done["folder"])
    assert (tmp_path / "out" / "export.json").is_file()
    known.refuses("store", "export-plain", "--to", tmp_path / "out", "--store", store)
