from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk.plans import samples
from fsdesk.plans.examples import a_plan
from tests.cli.running import Program
from tests.desk.team import Laptop, Team, a_laptop, rows
from tests.store.package.parts import Parts
from tests.store.stores import flipped

PROMISED = {"package", "from", "status", "new", "changed", "differing", "withheld", "missing_before"}


class Scripted:
    """The team's laptops, each command by its store."""

    def __init__(self, team: Team, program: Program) -> None:
        self.team, self.program = team, program
        team.close()

    def at(self, laptop: Laptop) -> tuple[str | Path, ...]:
        """Which store."""
        return ("--store", laptop.folder)

    def export(self, sender: Laptop, reader: Laptop, out: Path, *more: str) -> dict:
        """Seal a package."""
        words = ("sync", "export", "--to", reader.card, "--out", out, *self.at(sender), *more)
        return self.program.json(*words)

    def take(self, reader: Laptop, package: Path, code: int = 0) -> dict:
        """Take a package in."""
        return self.program.json("sync", "import", package, *self.at(reader), code=code)

    def edit(self, laptop: Laptop, **over: str) -> None:
        """Edit the plan by its document."""
        laptop.write("plan", **over)
        laptop.close()


@pytest.fixture
def scripted(team, known) -> Scripted:
    """Dan holds one plan, of which Morag knows nothing yet."""
    team.dan.begin(a_plan())
    return Scripted(team, known)


@pytest.fixture
def out(tmp_path) -> Path:
    """Where a package is sealed to."""
    return tmp_path / "week.fsdesk"


def test_a_package_is_sealed_taken_and_confirmed(scripted, out, tmp_path):
    """The whole way by scripts: export, inspect, import, again, receipt, state."""
    dan, morag = scripted.team.dan, scripted.team.morag
    made = scripted.export(dan, morag, out)
    looked = scripted.program.json("sync", "inspect", out, *scripted.at(morag))
    took = scripted.take(morag, out)
    again = scripted.take(morag, out)

    assert (str(out), 1, ["Morag"], ["plan"], []) == tuple(
        made[n] for n in ("package", "number", "to", "plans", "stays")
    )
    assert set(took) >= PROMISED
    assert ("Dan", "imported", 1, 0, 0, []) == tuple(
        took[name] for name in ("from", "status", "new", "changed", "differing", "missing_before")
    )
    assert looked == took
    assert ("already", took["package"], 0) == (again["status"], again["package"], again["new"])
    written = scripted.program.json(
        "sync", "receipt", "--to", dan.card, "--out", tmp_path / "receipt.fsdesk", *scripted.at(morag)
    )
    assert [1] == written["packages"]
    state = scripted.program.json("sync", "state", *scripted.at(dan))
    assert [False] == [
        package["received"] for one in state if one["name"] == "Morag" for package in one["packages"]
    ]
    taken = scripted.take(dan, tmp_path / "receipt.fsdesk")
    assert ("imported", "receipt", "Morag") == (taken["status"], taken["kind"], taken["from"])
    assert "already" == scripted.take(dan, tmp_path / "receipt.fsdesk")["status"]
    state = scripted.program.json("sync", "state", *scripted.at(dan))
    assert [True] == [
        package["received"] for one in state if one["name"] == "Morag" for package in one["packages"]
    ]


def test_inspect_changes_nothing(scripted, out):
    """Not a row, though it says what an import would do; of a receipt too."""
    scripted.export(scripted.team.dan, scripted.team.morag, out)
    before = rows(scripted.team.morag)
    scripted.team.close()

    assert 1 == scripted.program.json("sync", "inspect", out, *scripted.at(scripted.team.morag))["new"]
    assert before == rows(scripted.team.morag)


def test_of_the_same_field_both_versions_are_listed_and_settled(scripted, out):
    """Exit 1 while something differs; the answer's keys are the contract's, and --keep counts from 1."""
    dan, morag = scripted.team.dan, scripted.team.morag
    scripted.export(dan, morag, out)
    scripted.take(morag, out)
    scripted.edit(dan, title="Dan's title")
    scripted.edit(morag, title="Morag's title")
    scripted.export(dan, morag, out, "--force")

    assert 1 == scripted.take(morag, out, code=1)["differing"]
    (found,) = scripted.program.json("sync", "differing", *scripted.at(morag), code=1)
    assert {"id", "plan", "where", "versions"} == set(found)
    assert ("plan", "/title") == (found["plan"], found["where"])
    assert [{"who", "when", "value"}] * 2 == [set(one) for one in found["versions"]]
    chosen = found["versions"][1]["value"]
    settled = scripted.program.json("sync", "resolve", found["id"], "--keep", "2", *scripted.at(morag))
    assert (found["id"], 0) == (settled["id"], settled["left"])
    assert [] == scripted.program.json("sync", "differing", *scripted.at(morag))
    assert chosen == morag.plan("plan").title


def test_differing_in_words_numbers_the_versions(scripted, out):
    """Each with who wrote it and when."""
    dan, morag = scripted.team.dan, scripted.team.morag
    scripted.export(dan, morag, out)
    scripted.take(morag, out)
    scripted.edit(dan, title="Dan's title")
    scripted.edit(morag, title="Morag's title")
    scripted.export(dan, morag, out, "--force")
    scripted.program("sync", "import", out, *scripted.at(morag))
    said = scripted.program("sync", "differing", *scripted.at(morag))

    assert 1 == said.code
    for words in ("/title", "Dan, 20", ": Dan's title", "Morag, 20", ": Morag's title", "  1  ", "  2  "):
        assert words in said.out


@pytest.mark.parametrize(
    ("how", "titles"),
    [
        (("--words", "Our own title"), {"Our own title"}),
        (("--keep", "1"), {"Dan's title", "Morag's title"}),
        (("--both",), {"Dan's title / Morag's title", "Morag's title / Dan's title"}),
    ],
)
def test_a_difference_is_settled_by_one_version_by_both_or_in_other_words(scripted, out, how, titles):
    """And the settlement travels like any edit."""
    dan, morag = scripted.team.dan, scripted.team.morag
    scripted.export(dan, morag, out)
    scripted.take(morag, out)
    scripted.edit(dan, title="Dan's title")
    scripted.edit(morag, title="Morag's title")
    scripted.export(dan, morag, out, "--force")
    scripted.program("sync", "import", out, *scripted.at(morag))
    (found,) = scripted.program("sync", "differing", *scripted.at(morag), "--json").json

    assert 0 == scripted.program("sync", "resolve", found["id"], *how, *scripted.at(morag)).code
    scripted.export(morag, dan, out, "--force")
    scripted.take(dan, out)
    assert dan.plan("plan").title in titles
    assert dan.plan("plan").title == morag.plan("plan").title


@pytest.mark.parametrize("how", [("--keep", "3"), ("--both",), ("--keep", "99999999999999999999")])
def test_a_settlement_that_cannot_be_is_refused(scripted, out, how):
    """No such version, and two facts that cannot both be so; both versions stay."""
    dan, morag = scripted.team.dan, scripted.team.morag
    scripted.export(dan, morag, out)
    scripted.take(morag, out)
    scripted.edit(dan, neighbourhood="Partick", state="under_review")
    scripted.edit(morag, neighbourhood="Woodlands", state="finished_for_now")
    scripted.export(dan, morag, out, "--force")
    scripted.program("sync", "import", out, *scripted.at(morag))
    found = scripted.program("sync", "differing", *scripted.at(morag), "--json").json
    state = next(one for one in found if one["where"] == "/state")

    scripted.program.refuses("sync", "resolve", state["id"], *how, *scripted.at(morag))
    assert found == scripted.program("sync", "differing", *scripted.at(morag), "--json").json


def test_words_do_not_settle_a_field_that_holds_none(scripted, out):
    """A state is one of a few."""
    dan, morag = scripted.team.dan, scripted.team.morag
    scripted.export(dan, morag, out)
    scripted.take(morag, out)
    scripted.edit(dan, state="under_review")
    scripted.edit(morag, state="finished_for_now")
    scripted.export(dan, morag, out, "--force")
    scripted.program("sync", "import", out, *scripted.at(morag))
    (found,) = scripted.program("sync", "differing", *scripted.at(morag), "--json").json

    scripted.program.refuses("sync", "resolve", found["id"], "--words", "soon", *scripted.at(morag))
    assert 0 == scripted.program("sync", "resolve", found["id"], "--keep", "1", *scripted.at(morag)).code


def test_what_differs_nowhere_cannot_be_settled(scripted):
    """It says where the list is."""
    said = scripted.program.refuses(
        "sync", "resolve", "nothing", "--keep", "1", *scripted.at(scripted.team.dan)
    )

    assert "sync differing" in said


def test_only_chosen_plans_are_sealed(families, known, out):
    """--plan may be repeated; the others are counted as staying."""
    scripted = Scripted(families, known)
    ids = [samples.load(name).id for name in ("F1", "F3")]
    made = scripted.export(families.dan, families.morag, out, "--plan", ids[0], "--plan", ids[1])

    assert (sorted(ids), 4) == (sorted(made["plans"]), len(made["stays"]))
    assert 2 == scripted.take(families.morag, out)["new"]


def test_since_receipt_sends_what_is_new_and_all_sends_everything(scripted, out, tmp_path):
    """After a receipt nothing is left to send; one edit later there is that one; --all sends both."""
    dan, morag = scripted.team.dan, scripted.team.morag
    scripted.export(dan, morag, out)
    scripted.take(morag, out)
    morag.confirms(dan)
    scripted.team.close()
    words = ("sync", "export", "--to", morag.card, "--out", tmp_path / "next", *scripted.at(dan))

    assert "nothing new" in scripted.program.refuses(*words)
    assert not (tmp_path / "next").exists()
    scripted.edit(dan, title="New")
    assert 1 == scripted.program.json(*words, "--since-receipt")["edits"]
    assert 2 == scripted.program.json(*words, "--all", "--force")["edits"]


def test_one_package_goes_to_several_people(scripted, out):
    """--to may be repeated, and each of them opens it."""
    team = scripted.team
    made = scripted.program.json(
        "sync",
        "export",
        "--to",
        team.morag.card,
        "--to",
        team.isla.card,
        "--out",
        out,
        *scripted.at(team.dan),
    )

    assert ["Morag", "Isla"] == made["to"]
    assert [1, 1] == [scripted.take(reader, out)["new"] for reader in (team.morag, team.isla)]


def test_an_existing_file_is_sealed_over_only_with_force(scripted, out):
    """Without, it stays, and no package is noted as sealed."""
    out.write_text("mine")
    dan, morag = scripted.team.dan, scripted.team.morag

    scripted.program.refuses("sync", "export", "--to", morag.card, "--out", out, *scripted.at(dan))

    assert "mine" == out.read_text()
    state = scripted.program.json("sync", "state", *scripted.at(dan))
    assert [[], []] == [one["packages"] for one in state]


@pytest.mark.parametrize("target", ["folder", "none/x", "/proc/x", "/dev/full"])
def test_a_package_that_cannot_be_written_is_not_noted_as_sealed(scripted, tmp_path, target):
    """What never left is in no list."""
    (tmp_path / "folder").mkdir()
    before = rows(scripted.team.dan)
    scripted.team.close()

    scripted.program.refuses(
        "sync",
        "export",
        "--to",
        scripted.team.morag.card,
        "--out",
        tmp_path / target,
        *scripted.at(scripted.team.dan),
    )

    assert before == rows(scripted.team.dan)
    assert [] == list((tmp_path / "folder").iterdir())


def test_a_card_that_was_not_accepted_is_not_sealed_to(scripted, out, tmp_path):
    """It says how to accept it; nothing is written."""
    stranger = a_laptop(tmp_path / "stranger")
    stranger.close()
    said = scripted.program.refuses(
        "sync", "export", "--to", stranger.card, "--out", out, *scripted.at(scripted.team.dan)
    )

    assert ("card accept" in said, False) == (True, out.exists())


def test_a_laptop_without_a_team_seals_nothing(scripted, known, out, tmp_path):
    """It says whose card to accept first."""
    mairi, sorcha = a_laptop(tmp_path / "mairi"), a_laptop(tmp_path / "sorcha")
    mairi.begin(a_plan())
    mairi.close()
    sorcha.close()
    assert 0 == known("card", "accept", sorcha.card, "--store", mairi.folder).code

    said = known.refuses("sync", "export", "--to", sorcha.card, "--out", out, "--store", mairi.folder)

    assert "belongs to no team yet" in said
    assert "lead" in said


def test_a_receipt_for_nothing_is_not_written(scripted, out):
    """Nor one to two people at once."""
    team = scripted.team
    words = ("sync", "receipt", "--out", out, *scripted.at(team.morag))

    scripted.program.refuses(*words, "--to", team.dan.card)
    scripted.program.refuses(*words, "--to", team.dan.card, "--to", team.isla.card)

    assert not out.exists()


@pytest.mark.parametrize(
    "kind", ["flipped", "cut", "empty", "words", "to somebody else", "own", "own again", "another team"]
)
@pytest.mark.parametrize("command", ["import", "inspect"])
def test_a_package_that_is_not_taken_is_2_with_status_refused(scripted, out, tmp_path, kind, command):
    """One JSON document on the output, one sentence on the error output, and not a row changed."""
    team = scripted.team
    reader = team.morag
    scripted.export(team.dan, team.isla if kind == "to somebody else" else team.morag, out)
    if kind == "flipped":
        flipped(out, out.stat().st_size // 2)
    elif kind == "cut":
        out.write_bytes(out.read_bytes()[:-20])
    elif kind in ("empty", "words"):
        out.write_bytes(b"" if kind == "empty" else b"Dear Sir")
    elif kind == "own":
        out.write_bytes(Parts.of(out, team.morag).closed(team.dan))
        reader = team.dan
    elif kind == "own again":
        reader = team.dan
    elif kind == "another team":
        out.write_bytes(Parts.of(out, team.morag).but(team="other").signed(team.dan).closed(team.morag))
    before = rows(reader)
    team.close()

    said = scripted.program("sync", command, out, *scripted.at(reader), "--json")
    plain = scripted.program.refuses("sync", command, out, *scripted.at(reader))

    assert (2, "refused") == (said.code, said.json["status"])
    assert PROMISED <= set(said.json)
    assert (plain, 1) == (said.err, said.err.count("\n"))
    assert before == rows(reader)


def test_a_laptop_without_a_team_takes_no_package(scripted, out, tmp_path):
    """It knows nobody yet."""
    stranger = a_laptop(tmp_path / "stranger")
    out.write_bytes(b"")
    scripted.export(scripted.team.dan, scripted.team.morag, out, "--force")
    moved = Parts.of(out, scripted.team.morag)
    out.write_bytes(moved.closed(stranger))
    scripted.team.close()
    stranger.close()

    assert "not accepted" in scripted.program.refuses("sync", "import", out, "--store", stranger.folder)


def test_one_missing_in_the_middle_is_named(scripted, out):
    """By laptop and numbers, in JSON and in words."""
    dan, morag = scripted.team.dan, scripted.team.morag
    dan.sends(morag)
    dan.is_received_by(morag)
    packages = dan.seals_one_by_one(morag, "plan", 2)
    device = dan.device
    scripted.team.close()

    missing = scripted.take(morag, packages[1])["missing_before"]
    said = scripted.program("sync", "import", packages[0], *scripted.at(morag))

    assert [{"device": device, "first": 2, "last": 2}] == missing
    assert (0, "Not here yet" in said.out) == (0, False)


def test_state_of_nobody_is_empty(scripted, known, tmp_path):
    """A laptop that knows nobody has sent nothing."""
    alone = a_laptop(tmp_path / "alone")
    alone.close()

    assert [] == known.json("sync", "state", "--store", alone.folder)
    said = known("sync", "state", "--store", alone.folder)
    assert (0, "No package has been sealed on this laptop yet.\n", "") == tuple(said)


def test_counts_in_json_are_numbers(scripted, out):
    """new, changed, differing, withheld and held."""
    scripted.export(scripted.team.dan, scripted.team.morag, out)
    took = scripted.take(scripted.team.morag, out)

    assert {int} == {type(took[name]) for name in ("new", "changed", "differing", "withheld", "held")}
