"""`fsdesk principles`, `fsdesk schema` and `fsdesk wording`: what scripts look things up in."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator

import jsonschema
import pytest

from fsdesk import resources
from fsdesk.plans import samples


def lines(*asked: dict) -> str:
    """JSON lines."""
    return "".join(json.dumps(one) + "\n" for one in asked)


@pytest.fixture
def asks(program, monkeypatch):
    """Hand lines to `fsdesk wording` on its standard input."""

    def ask(text: str | bytes, *words: str):
        raw = text if isinstance(text, bytes) else text.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        return program("wording", *words)

    return ask


def ids_in(held: object) -> Iterator[str]:
    """Every id that something in a JSON document goes by."""
    if isinstance(held, dict):
        yield from [held["id"]] if "id" in held else []
        for one in held.values():
            yield from ids_in(one)
    elif isinstance(held, list):
        for one in held:
            yield from ids_in(one)


def test_principles_answer_under_the_promised_keys(program):
    """Frameworks, principles with source and locator, rules with kind and severity; every id that is named is there."""
    told = program.json("principles")
    ids = set(ids_in(told))
    rules = {one["id"] for one in told["rules"]}

    assert told["frameworks"]
    for one in told["principles"]:
        assert {"id", "framework", "title", "source", "aligned", "rules"} <= set(one)
        assert (True, True) == (bool(one["source"]["document"]), bool(one["source"]["locator"]))
        assert set(one["rules"]) <= rules
        assert set(one["aligned"]) <= ids
    for one in told["rules"]:
        assert {"id", "principles", "severity", "kind", "title", "why"} <= set(one)
        assert (True, True) == (
            one["severity"] in ("gap", "look", "reflect"),
            one["kind"] in ("data", "wording", "reflection"),
        )
        assert set(one["principles"]) <= ids


def test_the_first_rules_are_all_there(program):
    """Ten of the data and three of the wording, as the first issue names them."""
    rules = {one["id"] for one in program.json("principles")["rules"]}

    assert {"R-01", "R-05", "R-07", "R-08", "R-10", "R-12", "R-13", "R-21", "R-37", "R-41"} <= rules
    assert {"W-01", "W-02", "W-06"} <= rules


def test_principles_in_words_are_two_lines_each(program):
    """Id and title, then where it stands."""
    said = program("principles")

    assert (0, "") == (said.code, said.err)
    assert "NP-1" in said.out or "NP" in said.out


def test_the_schema_is_one_that_every_sample_fits(program):
    """JSON Schema 2020-12, the same with and without --json."""
    schema = program.json("schema")

    jsonschema.Draft202012Validator.check_schema(schema)
    assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]
    for name in samples.CODES:
        held = json.loads(resources.read_bytes("samples", f"{name}.json"))
        jsonschema.Draft202012Validator(schema).validate(held)
    assert schema == json.loads(program("schema").out)


def test_wording_answers_each_line_in_order(asks):
    """Under the promised keys, one answer a line, whatever the ids are."""
    told = asks(
        lines(
            {"id": 1, "text": "She is a hard-to-reach mum who refuses to engage.", "field": "worker"},
            {"id": "two", "text": "We walk to school.", "field": "action"},
            {"id": None, "text": "", "field": "safety"},
            {"id": [1], "text": "Nobody listens to me.", "field": "family_words"},
        ),
        "--json",
    )
    answers = [json.loads(line) for line in told.out.splitlines()]

    assert (0, "", [1, "two", None, [1]]) == (told.code, told.err, [one["id"] for one in answers])
    for one in answers:
        assert {"id", "flag", "spans", "findings"} == set(one)
        for found in one["findings"]:
            assert {"rule", "span", "start", "end", "why", "instead"} <= set(found)
    assert [True, False, False, False] == [one["flag"] for one in answers]


def test_spans_are_exact_and_counted_in_code_points(asks):
    """Also after signs that take more than one unit elsewhere."""
    text = "👩‍👧 é́ She is a hard-to-reach mum."
    (answer,) = [
        json.loads(line) for line in asks(lines({"id": 1, "text": text, "field": "worker"})).out.splitlines()
    ]

    assert answer["findings"]
    for one in answer["findings"]:
        assert one["span"] == text[one["start"] : one["end"]]
    assert answer["spans"] == [one["span"] for one in answer["findings"]]


def test_wording_reads_a_file_too(program, tmp_path):
    """Without a final line end, with empty lines between."""
    (tmp_path / "lines").write_text('\n{"id": 1, "text": "a"}\n\n{"id": 2, "text": "b"}')

    assert [1, 2] == [
        json.loads(line)["id"] for line in program("wording", tmp_path / "lines").out.splitlines()
    ]


@pytest.mark.parametrize("held", ["", "\n\n"])
def test_no_lines_are_answered_by_none(asks, held):
    """An empty file is no fault."""
    assert (0, "", "") == tuple(asks(held))


@pytest.mark.parametrize(
    "bad",
    [
        "not json",
        '{"id": 1}',
        '{"text": "a"}',
        '{"id": 1, "text": 7}',
        '{"id": 1, "text": "a", "field": "diary"}',
        '[1, "a"]',
        '{"id": 1, "text": "\\ud800"}',
        "[" * 50_000,
        b'{"id": 1, "text": "\xff"}',
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_nothing_is_answered(asks, bad):
    """The number of the line, never its words."""
    good = lines({"id": 1, "text": "Jamie hides in the den."}).encode()
    said = asks(good + (bad if isinstance(bad, bytes) else bad.encode()) + b"\n" + good)

    assert (2, "", 1) == (said.code, said.out, said.err.count("\n"))
    assert "Line 2" in said.err
    assert "Jamie" not in said.err


@pytest.mark.parametrize("field", ["worker", "family_words", "safety", "action"])
def test_every_sort_of_text_has_its_name(asks, field):
    """The four of the contract."""
    assert 0 == asks(lines({"id": 1, "text": "We walk to school.", "field": field})).code


def test_names_and_language_may_be_given(asks):
    """A name that reads like a word is left alone, and another language is not read as English."""
    told = asks(
        lines(
            {"id": 1, "text": "Dysfunctional", "field": "worker", "names": ["Dysfunctional"]},
            {"id": 2, "text": "Dysfunctional", "field": "worker", "lang": "pl"},
        )
    )

    assert [[], []] == [json.loads(line)["spans"] for line in told.out.splitlines()]
