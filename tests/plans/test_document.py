"""Plan documents: what is written is read again, what is read fits the schema, and every refusal names its place."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.errors import Refused
from fsdesk.plans import document, fields
from fsdesk.plans import model as m
from fsdesk.plans.document import DifferingNote, NotAPlan, Reading, TooNew
from tests.plans.any_plan import any_plan, whole_plan

SCHEMA = jsonschema.Draft202012Validator(document.schema())
HEADER = b'"format":"fsdesk-plan","version":1,"id":"p","code":"K7QM-3TXH"'
BAD_VALUES = st.sampled_from(
    [
        *(
            None,
            "",
            "x" * 70,
            "a\n",
            "gyrfalcon",
            -1,
            0,
            11,
            10**30,
            1.0,
            1.5,
            True,
            [],
            {},
            [[]],
            {"text": 1},
        ),
        *("2026-02-30", "2026-02-28", "2026-13-01T00:00:00Z", "2026-01-01T10:00:00Z", "2026-01-01T10:00Z"),
        *("2026-01-01 10:00:00+0100", "25:00", "٠٩:٣٠", "٢٠١٨-٠٣", "K7QM-3TXH\n", "en-", "9f" * 32),
        ["twice", "twice"],
    ]
)
_ONE_SENTENCE = re.compile(r"[A-Z][^.]*(\.{3}[^.]*|[.-][^ ][^.]*)*\.")


def tree(plan: m.Plan) -> dict[str, Any]:
    """A plan's document as JSON values."""
    return json.loads(document.write(plan))


def as_bytes(held: object) -> bytes:
    """JSON values as a document."""
    return json.dumps(held, ensure_ascii=False).encode()


def places(node: Any, where: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place inside a JSON value."""
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [place for name, held in inside for place in [(*where, name), *places(held, (*where, name))]]


def inside(node: Any, where: tuple[Any, ...]) -> Any:
    """What stands in one place of a JSON value."""
    for name in where:
        node = node[name]
    return node


def refusal(data: bytes) -> str:
    """The sentence with which a document is refused; empty when it is read."""
    try:
        document.read(data)
    except Refused as refused:
        said = refused
    else:
        return ""

    assert _ONE_SENTENCE.fullmatch(said.what)
    return str(said)


@st.composite
def bent(draw: st.DrawFn) -> dict[str, Any]:
    """A good document with one to three things done to it."""
    held = tree(draw(any_plan(most=3)))
    for _ in range(draw(st.integers(1, 3))):
        where = draw(st.sampled_from(places(held)))
        around = inside(held, where[:-1])
        act = draw(st.sampled_from(["drop", "add", "put", "put", "put", "twice"]))
        if act == "drop":
            del around[where[-1]]
        elif act == "put":
            around[where[-1]] = draw(BAD_VALUES)
        elif act == "twice" and isinstance(around, list):
            around.append(copy.deepcopy(around[where[-1]]))
        elif isinstance(around, dict):
            around[draw(st.sampled_from(["zebra", "id", "text", "a.b[0]"]))] = draw(BAD_VALUES)
        if not places(held):
            break
    return held


@given(any_plan())
def test_what_is_written_is_read_again(plan):
    """A plan of any shape comes back from its document the same, and the document fits the schema."""
    written = document.write(plan)

    assert plan == document.read(written)
    assert written == document.write(document.read(written))
    SCHEMA.validate(json.loads(written))


def test_a_plan_with_everything_in_it_is_read_again():
    """Every field of every record of the model goes into a document and comes out again."""
    plan = whole_plan(lambda collection, field: f"{collection} {field}")
    held = tree(plan)

    assert plan == document.read(document.write(plan))
    SCHEMA.validate(held)
    for name, kind in fields.collections().items():
        missing = set(fields.hints_of(kind)) - set(held[name][0])

        assert {"audience", "sealed", "changed_at"} == missing


@given(bent())
def test_what_is_read_fits_the_schema_and_what_fits_is_refused_for_few_reasons(held):
    """Reading and schema agree but for impossible dates, 1.0, repeated ids, and references to nothing."""
    said = refusal(as_bytes(held))
    valid = SCHEMA.is_valid(held)

    assert valid or said
    if valid and said:
        assert "have the same id" in said or "names a record" in said or has_what_no_schema_says(held)


def has_what_no_schema_says(held: Any) -> bool:
    """Whether 1.0 or a date that no calendar has stands anywhere."""
    values = [inside(held, where) for where in places(held)]
    dated = (one for one in values if isinstance(one, str) and re.match(r"\d{4}-\d\d-\d\d", one))
    return any(isinstance(one, float) for one in values) or any(map(_is_no_date, dated))


def _is_no_date(text: str) -> bool:
    kind = m.Moment if len(text) > 10 else m.Day
    try:
        msgspec.convert(text, kind)
    except msgspec.ValidationError:
        return True
    return False


@given(st.binary(max_size=40) | st.text(max_size=40).map(str.encode), any_plan(most=1), st.data())
def test_nothing_but_a_refusal_comes_of_any_bytes(noise, plan, data):
    """Whatever bytes a file holds, it is read or refused, never anything else."""
    good = document.write(plan)
    at = data.draw(st.integers(0, len(good)))
    for made in (
        noise,
        good[:at],
        good[:at] + noise + good[at:],
        good[:at] + noise + good[at + len(noise) :],
    ):
        refusal(made)


def test_every_refusal_names_the_place_and_tells_nothing_of_the_content():
    """Wrong things in any field are refused by a sentence with the field's place and none of the family's words."""
    held = tree(whole_plan(lambda *_: "gyrfalcon"))
    for where in places(held):
        around, kept = inside(held, where[:-1]), inside(held, where)
        around[where[-1]] = [["gyrfalcon"]]
        said = refusal(msgspec.json.encode(held))
        around[where[-1]] = kept

        assert "gyrfalcon" not in said
        assert where[0] in said
        if where[0] in fields.collections() and len(where) == 3 and where[2] != "frontier":
            assert f"/{where[0]}/0/{where[2]}" in said


@pytest.mark.parametrize(
    ("version", "kind"),
    [(b"2", TooNew), (b"1" + b"0" * 30, TooNew)]
    + [(one, NotAPlan) for one in (b'"1"', b"1.0", b"true", b"null", b"0", b"-1", b"[1]", b"2.0", b"1e0")],
)
def test_only_version_1_is_read(version, kind):
    """A later format is kindly called too new; anything else that is not the number 1 is no plan document."""
    with pytest.raises(kind):
        document.read(b'{"format":"fsdesk-plan","version":' + version + b',"id":"p","code":"K7QM-3TXH"}')


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xef\xbb\xbf{" + HEADER + b"}",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{" + HEADER + b"}{}",
        b"{" + HEADER + b',"title":"\\ud800"}',
        b"{" + HEADER + b',"title":"\xff"}',
        b"{" + HEADER + b',"\xff":"x"}',
        b"{" + HEADER + b',"differing":[{"id":"a","versions":[{"value":NaN}]}]}',
        b"{" + HEADER + b',"differing":[{"id":"a","versions":[{"value":' + b"9" * 5000 + b"}]}]}",
        b"{"
        + HEADER
        + b',"differing":[{"id":"a","versions":[{"value":'
        + b"[" * 9000
        + b"]" * 9000
        + b"}]}]}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"format":"another","version":1}',
        b'{"format":1,"version":1}',
        b'{"version":1}',
    ],
)
def test_what_is_no_plan_document_is_refused(data):
    """No JSON, other JSON, broken text and bottomless nesting are refused, and nothing is read of them."""
    assert "Nothing was changed" in refusal(data)


@pytest.mark.parametrize(
    ("field", "text"), [("at", "٠٩:٣٠"), ("at", "09:30\n"), ("on", "٢٠٢٦-١١-٢١"), ("on", "2026-11-21\n")]
)
def test_times_are_written_with_the_same_digits_everywhere(field, text):
    """Digits of another script, or a line end, make no time or date, here as for any reader of the schema."""
    meeting = {"id": "m", "kind": "visit", field: text}
    held = {"format": "fsdesk-plan", "version": 1, "id": "p", "code": "K7QM-3TXH", "meetings": [meeting]}

    assert f"/meetings/0/{field} does not hold" in refusal(as_bytes(held))
    assert not SCHEMA.is_valid(held)


def test_a_field_that_stands_twice_is_refused_by_its_place():
    """A document that says two things of one field is not read; the place is named."""
    inner = b"{" + HEADER + b',"people":[{"id":"a","name":"x","name":"x","role":"child"}]}'

    assert "a field stands twice in /people/0." in refusal(inner)
    assert "a field stands twice." in refusal(b"{" + HEADER + b',"id":"p"}')


def test_repeated_ids_and_broken_references_are_refused_by_their_places():
    """Two records of one id, or a reference to nothing or to the wrong kind of record, are named by place."""
    ailsa = {"id": "a", "name": "Ailsa", "role": "child"}
    base = {"format": "fsdesk-plan", "version": 1, "id": "p", "code": "K7QM-3TXH", "people": [ailsa]}
    goal = {"id": "g", "text": [], "whose": ["g"]}

    assert "/people/0 and /goals/0 have the same id" in refusal(
        as_bytes({**base, "goals": [{**goal, "id": "a"}]})
    )
    assert "/goals/0/whose names a record that is not there" in refusal(as_bytes({**base, "goals": [goal]}))
    assert "" == refusal(as_bytes({**base, "goals": [goal], "taken_out": ["g"]}))
    assert "/lead/who names" in refusal(as_bytes({**base, "lead": {"who": "nobody"}}))


def test_what_is_not_here_is_listed_so_that_the_document_can_be_read():
    """A plan that names a record it does not hold is written with that id listed, and read again the same."""
    plan = m.Plan(id="p", code="K7QM-3TXH", steps=(m.Step(id="s", what=(), goal="sealed-1"),))
    written = document.write(plan, taken_out=["gone"])

    assert ["gone", "sealed-1"] == json.loads(written)["taken_out"]
    assert plan == document.read(written)


def test_a_document_says_how_far_it_reaches_and_what_differs():
    """The last edit of each laptop and unsettled versions stand in the document and are read back."""
    plan = m.Plan(id="p", code="K7QM-3TXH")
    note = DifferingNote(
        id="d", where="/title", versions=(Reading(who="Ann", value="x"), Reading(value=None))
    )
    written = document.write(plan, as_of={"b": 2, "a": 1}, differing=[note])
    read = document.read_document(written)

    assert ({"a": 1, "b": 2}, (note,)) == (read.as_of, read.differing)
    SCHEMA.validate(json.loads(written))


def test_a_document_larger_than_a_plan_can_be_is_refused(monkeypatch):
    """The size is looked at before a byte is read."""
    monkeypatch.setattr(document, "MOST_BYTES", 10)

    assert "larger than a plan can be" in refusal(b"{" + HEADER + b"}")


def test_the_schema_describes_every_field():
    """Whoever opens the schema finds the header first, and words for what each list and field is."""
    schema = document.schema()
    jsonschema.Draft202012Validator.check_schema(schema)

    assert ["format", "version"] == list(schema["properties"])[:2]
    assert set(document.Document.__struct_fields__) == set(schema["properties"])
    assert False is schema["additionalProperties"]
    assert all(one.get("description") for one in schema["$defs"].values())
