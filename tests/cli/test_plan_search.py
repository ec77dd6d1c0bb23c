from __future__ import annotations

import io
import json

import pytest

from fsdesk.plans import document
from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_strength


@pytest.fixture
def program(known):
    """The program, which knows the passphrase."""
    return known


@pytest.fixture
def worker(team):
    """The folder of a worker's store."""
    team.close()
    return team.dan.folder


@pytest.fixture
def kerr(worker, tmp_path, program):
    """A store with one family in it; gives the ways to bring further ones in."""
    people = tuple(m.Person(id=one, name=one.title(), role=m.Role.CHILD) for one in ("aila", "callum"))

    def bring(id_: str, family: str):
        file = tmp_path / f"{id_}.json"
        plan = a_plan(
            id=id_, family_name=family, people=people, strengths=(a_strength("Aila bakes", id="s"),)
        )
        file.write_bytes(document.write(plan))
        return program("plan", "import", file, "--store", worker)

    bring("kerr", "Kerr")
    return bring


def test_plans_are_found_by_their_words(program, worker, kerr):
    """With where the words stand; the command line takes several words and forgives a slip."""
    [met] = program.json("plan", "search", "BAEKS", "ail", "--store", worker)

    assert {"id", "title", "code", "state", "version", "changed", "differing", "where"} == set(met)
    assert ("kerr", ["/people/aila/name", "/strengths/s/text"]) == (met["id"], met["where"])
    assert [] == program.json("plan", "search", "hurt", "--store", worker)


def test_people_read_what_was_found(program, worker, kerr):
    """In which parts of the plan, and when there is none."""
    assert "kerr" in program("plan", "search", "bakes", "--store", worker).out
    assert ": strengths" in program("plan", "search", "bakes", "--store", worker).out
    assert "No plan has these words.\n" == program("plan", "search", "zzz", "--store", worker).out


def test_words_need_not_stand_on_the_command_line(program, worker, kerr, monkeypatch):
    """Where the shell would remember them: a line of standard input does."""
    monkeypatch.setattr("sys.stdin", io.StringIO("bakes\nmore\n"))

    assert ["kerr"] == [met["id"] for met in program.json("plan", "search", "--store", worker)]


def test_a_family_that_may_be_here_already_is_hinted_at_once(program, worker, kerr):
    """On stderr, by id and code and never by a name; what somebody says of the pair is remembered."""
    said = kerr("again", "Kirr")
    alike = program.json("plan", "alike", "again", "--store", worker)
    program("plan", "different", "again", "kerr", "--store", worker)

    assert 0 == said.code
    assert "kerr" in said.err
    assert "Kerr" not in said.err
    assert {"plan": "again", "alike": ["kerr"], "said": {}} == alike
    assert {"plan": "again", "alike": [], "said": {"kerr": "different"}} == program.json(
        "plan", "alike", "again", "--store", worker
    )


def test_the_hint_leaves_the_json_alone(program, worker, kerr, tmp_path):
    """Scripts read one document on the output."""
    file = tmp_path / "more.json"
    file.write_bytes(document.write(a_plan(id="more", family_name="Kerr")))
    said = program("plan", "import", file, "--store", worker, "--json")

    assert {"plan": "more", "new": True, "changed": 1, "differing": 0} == json.loads(said.out)
    assert "plan different more kerr" in said.err


def test_the_same_family_is_remembered_and_both_plans_stay(program, worker, kerr):
    """Nothing is put together by machine."""
    kerr("again", "Kerr")
    told = program.json("plan", "same", "again", "kerr", "--store", worker)

    assert {"plan": "again", "other": "kerr", "said": "same"} == told
    assert {"again", "kerr"} == {one["id"] for one in program.json("plan", "list", "--store", worker)}


@pytest.mark.parametrize("pair", [("kerr", "kerr"), ("kerr", "nobody")])
def test_a_pair_that_is_none_is_refused(program, worker, kerr, pair):
    """One plan, or a plan that is not here."""
    program.refuses("plan", "different", *pair, "--store", worker)
