from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from fsdesk.desk import demo, opening
from fsdesk.jobs import Progress, Stopped
from fsdesk.plans import document, samples
from tests.cli.running import Said
from tests.cli.test_start import run
from tests.journeys.reading import found_in, open_words, sealed_words, words_that_stay
from tests.store.stores import CHEAP, PASSPHRASE, contents

NAMES = frozenset({plan.family_name for plan in samples.load_all()})
STEPS = {"stores", "cards", "plans", "checks", "prints", "seal", "import", "receipt"}


@pytest.fixture
def cheap(monkeypatch):
    """Stores of the demo cost next to nothing to open."""
    real = opening.create
    monkeypatch.setattr(opening, "create", lambda folder, **how: real(folder, **how, derivation=CHEAP))


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict, Path]:
    """What one demo says, and its folder."""
    folder = tmp_path_factory.mktemp("shown") / "demo"
    real = opening.create
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "create", lambda folder, **how: real(folder, **how, derivation=CHEAP))
        told = demo.as_json(demo.run(folder, passphrase=PASSPHRASE))
    return told, folder


def test_the_demo_does_the_main_job_and_says_where_everything_lies(shown, known):
    """Every path that it names is there, and every step has its time."""
    told, folder = shown

    assert {"plans", "findings", "prints", "packages", "stores", "seconds"} <= set(told)
    assert (6, True, 2, 2) == (
        told["plans"],
        told["findings"] > 10,
        len(told["packages"]),
        len(told["stores"]),
    )
    assert [] == [
        path for name in ("prints", "packages", "stores") for path in told[name] if not Path(path).exists()
    ]
    assert STEPS <= set(told["seconds"])
    assert sorted(samples.CODES) == sorted(path.stem for path in (folder / "plans").glob("*.json"))
    for name in samples.CODES:
        assert samples.load(name) == document.read((folder / "plans" / f"{name}.json").read_bytes())


def test_both_stores_of_the_demo_hold_the_families_and_open_with_the_passphrase(shown, known):
    """The lead's has them from the package; what the worker keeps is not in it."""
    told, _ = shown

    for store in told["stores"]:
        assert 6 == known.json("store", "info", "--store", store)["plans"]
        assert 0 == known("store", "verify", "--store", store).code
    state = known.json("sync", "state", "--store", told["stores"][0])
    assert [[True]] == [[package["received"] for package in one["packages"]] for one in state]


def test_a_gates_hold_is_an_expected_result_and_is_never_confirmed(shown):
    """F4's pages are not among the prints, and the reason is said."""
    told, _ = shown

    assert any("PG-2" in held for held in told["held"])
    assert any("PG-9" in held for held in told["held"])
    assert not [path for path in told["prints"] if samples.CODES["F4"] in path]
    assert any(samples.CODES["F1"] in path for path in told["prints"])


def test_no_file_name_of_the_demo_is_a_persons(shown):
    """Codes and kinds, never a name."""
    _, folder = shown
    people = {person.name for plan in samples.load_all() for person in plan.people} | NAMES
    names = "\n".join(contents(folder))

    assert [] == [name for name in people if name in names]


def test_the_demos_packages_and_stores_hold_no_word_that_can_be_read(shown):
    """Plans and prints are for reading; the rest is closed."""
    _, folder = shown
    closed = b"".join(
        held for name, held in contents(folder).items() if name.startswith(("stores", "packages", "cards"))
    )

    assert set() == found_in(closed, open_words() | sealed_words() | words_that_stay() | NAMES)


def test_the_demo_makes_nothing_in_a_folder_that_is_not_empty(cheap, known, tmp_path):
    """Nor where a file is; what is there stays."""
    (tmp_path / "letter.txt").write_text("Dear Sir")
    before = contents(tmp_path)

    assert "not empty" in known.refuses("demo", tmp_path)
    known.refuses("demo", tmp_path / "letter.txt")

    assert before == contents(tmp_path)


def test_without_a_passphrase_the_demo_draws_one_and_says_it(cheap, program, tmp_path):
    """The stores open with what it says, in words and under --json; an empty one is none."""
    os.environ.pop("FSDESK_PASSPHRASE", None)
    told = program.json("demo", tmp_path / "one", "--families", "1")
    said = program("demo", tmp_path / "two", "--families", "1").out.splitlines()[-1]

    for folder, words in (("one", told["passphrase"]), ("two", said.split(": ")[1])):
        with opening.open_desk(tmp_path / folder / "stores" / "worker", words) as desk:
            assert 1 == opening.info(desk)["plans"]


def test_an_empty_passphrase_in_the_environment_is_none(cheap, program, tmp_path, monkeypatch):
    """The one that is drawn is said."""
    monkeypatch.setenv("FSDESK_PASSPHRASE", "")
    told = program.json("demo", tmp_path / "demo", "--families", "1")

    with opening.open_desk(tmp_path / "demo" / "stores" / "lead", told["passphrase"]) as desk:
        assert 1 == opening.info(desk)["plans"]


def test_a_demo_in_words_is_a_few_lines(cheap, known, tmp_path):
    """What was done, what was not printed and why, and where things lie."""
    said: Said = known("demo", tmp_path / "demo", "--families", "2")

    assert (0, "") == (said.code, said.err)
    assert 5 <= len(said.out.splitlines()) <= 16
    for place in ("plans", "prints", "packages", "stores"):
        assert str(tmp_path / "demo" / place) in said.out


def test_more_families_can_be_shown(cheap, known, tmp_path):
    """Beyond six, seeded ones are added, the same every time."""
    told = known.json("demo", tmp_path / "demo", "--families", "8")

    assert 8 == told["plans"]
    assert 8 == known.json("store", "info", "--store", told["stores"][1])["plans"]


def test_the_day_of_a_demo_can_be_named(cheap, known, tmp_path):
    """On another day checks say other things than on the samples' own."""
    usual = known.json("demo", tmp_path / "one", "--families", "1")["findings"]
    later = known.json("demo", tmp_path / "two", "--families", "1", "--today", "2031-01-01")["findings"]

    assert (0, True) == (usual, later > 0)


def test_the_progress_of_a_demo_can_be_watched_and_stopped(cheap, tmp_path):
    """Each step says how far it is; when it is stopped, it stops."""
    seen: list[tuple[int, int, str]] = []
    demo.run(
        tmp_path / "one",
        families=8,
        passphrase=PASSPHRASE,
        progress=Progress(lambda *step: seen.append(step)),
    )
    stopped = Progress()
    stopped.cancel()

    assert {words for *_, words in seen} > {"Writing the plans down", "Printing for each reader"}
    assert all(0 <= done <= total for done, total, _ in seen)
    with pytest.raises(Stopped):
        demo.run(tmp_path / "two", families=8, passphrase=PASSPHRASE, progress=stopped)


def test_the_real_demo_runs_from_outside(tmp_path):
    """One process, real keys, JSON on its output and nothing else."""
    done = run("demo", str(tmp_path / "demo"), "--families", "1", "--json", FSDESK_PASSPHRASE=PASSPHRASE)

    assert (0, "") == (done.returncode, done.stderr)
    assert 1 == json.loads(done.stdout)["plans"]
