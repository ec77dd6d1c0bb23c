from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from fsdesk import resources
from fsdesk.plans import document, samples
from fsdesk.plans.checks import check
from fsdesk.plans.examples import a_plan

SEVERITIES = {"gap", "look", "reflect"}


def sample(name: str) -> Path:
    """The document of a sample family."""
    return resources.path("samples", f"{name}.json")


def rules_of(found: dict) -> set[str]:
    """The rules that spoke."""
    return {one["rule"] for one in found["findings"]}


def test_a_plan_that_lacks_nothing_is_0_with_no_finding(program):
    """F1, on its own day."""
    (found,) = program.json("check", sample("F1"))["plans"]

    assert (samples.load("F1").id, []) == (found["plan"], found["findings"])


def test_a_check_ends_with_a_question_that_only_a_person_answers(program):
    """One or two a day, without anybody's name, and no finding."""
    (found,) = program.json("check", sample("F1"))["plans"]
    said = program("check", sample("F1")).out

    assert 1 <= len(found["questions"]) <= 2
    assert all(one["id"].startswith("Q-") and one["ask"] in said for one in found["questions"])
    assert "{" not in "".join(one["ask"] for one in found["questions"])


@pytest.mark.parametrize("name", ["F2", "F4", "F6"])
def test_a_check_answers_under_the_promised_keys(program, name):
    """Every finding has its rule, place, message, next step and source; every principle its state and evidence."""
    said = program("check", sample(name), "--json")
    (found,) = said.json["plans"]
    held = json.loads(sample(name).read_text())

    assert found["findings"]
    for one in found["findings"]:
        assert {
            "rule",
            "severity",
            "principles",
            "where",
            "message",
            "next_step",
            "source",
            "answered",
        } <= set(one)
        assert {"document", "locator"} <= set(one["source"])
        assert (True, True) == (one["severity"] in SEVERITIES, isinstance(one["answered"], bool))
        assert_points_into(held, one["where"])
    for one in found["principles"]:
        assert one["state"] in SEVERITIES | {"evidenced"}
        for place in one["evidence"]:
            assert_points_into(held, place)


def assert_points_into(held: object, pointer: str) -> None:
    """A JSON pointer names something of the document, or a field that is not there yet."""
    assert pointer == "" or pointer.startswith("/")
    steps = pointer.split("/")[1:]
    for step in steps[:-1]:
        held = held[int(step)] if isinstance(held, list) else held[step]  # type: ignore[index]


def test_a_gap_that_nobody_answered_is_1(program):
    """F2 wants attention; nothing is said on the error output."""
    said = program("check", sample("F2"))

    assert (1, "") == (said.code, said.err)
    assert "R-01" in said.out


def test_looks_alone_are_0(program, tmp_path):
    """Only what is missing wants attention; a look is an idea."""
    for name in samples.CODES:
        said = program("check", sample(name), "--json")
        gaps = [
            one
            for one in said.json["plans"][0]["findings"]
            if one["severity"] == "gap" and not one["answered"]
        ]
        assert bool(gaps) == bool(said.code)


def test_several_documents_are_answered_in_their_order(program):
    """One answer a document."""
    said = program("check", sample("F3"), sample("F1"), "--json")

    assert [samples.load("F3").id, samples.load("F1").id] == [one["plan"] for one in said.json["plans"]]


def test_one_bad_document_among_good_ones_is_2_and_nothing_is_answered(program, tmp_path):
    """A script sees all answers or none."""
    (tmp_path / "bad.json").write_text("{}")

    program.refuses("check", sample("F1"), tmp_path / "bad.json", "--json")


def test_the_day_is_the_one_given_then_the_environments_then_the_samples_own(program, monkeypatch):
    """Another day, another answer: F1 is overdue for review in 2031."""
    assert 0 == program("check", sample("F1")).code
    monkeypatch.setenv("FSDESK_TODAY", "2031-01-01")
    overdue = program("check", sample("F1"), "--json").json["plans"][0]

    assert rules_of(overdue)
    assert 0 == program("check", sample("F1"), "--today", "2026-10-08").code


def test_of_a_store_every_plan_is_checked_and_no_sample_day_counts(families, known, monkeypatch):
    """The same findings as of the documents on the day that is given, whatever day the samples name."""
    families.close()
    store = families.dan.folder
    monkeypatch.setenv("FSDESK_TODAY", "2031-01-01")
    said = known("check", "--store", store, "--json")
    by_plan = {one["plan"]: rules_of(one) for one in said.json["plans"]}

    assert 1 == said.code
    for plan in samples.load_all():
        bare = msgspec.structs.replace(plan, sample_today=None)
        day = __import__("datetime").date(2031, 1, 1)
        assert {one.rule for one in check(bare, day).findings} == by_plan[plan.id]


def test_a_store_is_checked_on_the_clocks_day_when_none_is_given(known, team, monkeypatch):
    """A document's sample day means nothing once it is in a store."""
    from datetime import date

    from fsdesk.desk import clock

    plan = a_plan(sample_today=date(2026, 3, 2))
    team.dan.begin(plan)
    team.close()
    monkeypatch.setattr(clock, "local_day", lambda: date(2031, 1, 1))
    told = known("check", "--store", team.dan.folder, "--json").json["plans"][0]

    assert {one.rule for one in check(plan, date(2031, 1, 1)).findings} == rules_of(told)
    assert rules_of(told)


def test_a_plan_of_which_only_later_parts_have_come_does_not_stop_the_others(team, known):
    """What cannot be read yet is not checked; the rest is."""
    team.dan.begin(a_plan())
    team.dan.seals(team.dan.folder.with_suffix(".first"), team.morag)
    team.dan.is_received_by(team.morag)
    (second,) = team.dan.seals_one_by_one(team.morag, "plan", 1)
    team.morag.begin(a_plan(id="own"))
    team.morag.takes(second)
    team.close()

    told = known("check", "--store", team.morag.folder, "--json").json

    assert ["own"] == [one["plan"] for one in told["plans"]]


def test_without_a_document_or_a_store_the_persons_own_store_is_checked(known):
    """There is none here, which is said."""
    assert "store create" in known.refuses("check")


def test_a_check_in_words_names_rule_message_next_step_and_source(program):
    """No score, no percentage."""
    said = program("check", sample("F2")).out
    (found,) = program("check", sample("F2"), "--json").json["plans"]

    for one in found["findings"]:
        assert one["message"] in said
        assert one["source"]["locator"] in said
    assert "%" not in said
    assert "score" not in said.lower()


def test_a_document_that_schema_validates_is_checked(program, tmp_path):
    """The smallest plan there is."""
    small = {"format": "fsdesk-plan", "version": 1, "id": "p", "code": "K7QM-3TXH"}
    (tmp_path / "plan.json").write_text(json.dumps(small))

    assert program("check", tmp_path / "plan.json", "--json").code in (0, 1)
    assert document.read(json.dumps(small).encode())
