"""Plan documents that are none: one plain sentence that names the place, exit 2, and nothing changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fsdesk.plans import document, samples
from tests.desk.team import rows
from tests.memory import room_for

SOUND = json.loads(document.write(samples.load("F3")))
SECRET = "Jamie hides in the den"


def but(**over: Any) -> str:
    """The sound document with other fields."""
    return json.dumps(SOUND | over)


def without(*names: str) -> str:
    """The sound document without some fields."""
    return json.dumps({name: held for name, held in SOUND.items() if name not in names})


def a_step(**over: Any) -> str:
    """The sound document with one of its steps changed."""
    steps = [SOUND["steps"][0] | over, *SOUND["steps"][1:]]
    return but(steps=steps)


BAD: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "not readable"),
    "words": ("Dear Sir", "not readable"),
    "a list": ("[]", "not readable"),
    "a number": ("7", "not readable"),
    "cut short": (but()[:-200], "not readable"),
    "two documents": (but() + but(), "not readable"),
    "a trailing word": (but() + " x", "not readable"),
    "UTF-16": (but().encode("utf-16"), "not readable"),
    "broken UTF-8": (but().encode().replace(b"Mackie", b"\xff\xfe"), "plan document"),
    "a zero byte": (but() + "\0", "not readable"),
    "deep nesting": ('{"a":' * 100_000, "not readable"),
    "deep nesting in a field": (but(title=None)[:-1] + ', "x": ' + "[" * 5000 + "]" * 5000 + "}", "plan document"),
    "another format": (but(format="fsdesk-card"), '"format"'),
    "no format": (without("format"), '"format"'),
    "no version": (without("version"), '"version"'),
    "version 0": (but(version=0), '"version"'),
    "version 1.5": (but(version=1.5), '"version"'),
    "version as a word": (but(version="1"), '"version"'),
    "version yes": (but(version=True), '"version"'),
    "version 2": (but(version=2), "newer"),
    "version 10 to the 30": (but(version=10**30), "newer"),
    "no id": (without("id"), "/id is missing"),
    "no code": (without("code"), "/code is missing"),
    "an unknown field": (but(mood=SECRET), "/mood is not a field"),
    "an unknown field inside": (a_step(mood=SECRET), "/steps/0/mood is not a field"),
    "a field missing inside": (but(goals=[{"id": "g"}]), "/goals/0/text is missing"),
    "a wrong kind": (but(title=7), "/title"),
    "a wrong kind inside": (a_step(what=SECRET), "/steps/0/what"),
    "an impossible day": (but(started_on="2026-02-30"), "/started_on"),
    "a word that is none of a few": (but(state=SECRET), "/state"),
    "a code that is none": (but(code="ILOU-ILOU"), "/code"),
    "an id with a blank": (but(id="a b"), "/id"),
    "a null": (but(people=None), "/people"),
    "two of one id": (but(steps=[SOUND["steps"][0]] * 2), "same id"),
    "a reference to nobody": (but(worker="nobody"), "names a record that is not there"),
    "a field twice": (but()[:-1] + ', "id": "again"}', "twice"),
    "a number of a million digits": (but(version=1)[:-1] + ', "as_of": {"a": ' + "9" * 100_000 + "}}", "plan document"),
    "a lone surrogate": (but(title="x").replace('"x"', '"\\ud800"'), "plan document"),
    "a picture that is another": (
        but(media=[{"id": "m", "hash": "0" * 64, "base64": "AAAA"}]),
        "picture",
    ),
    "a picture that is none": (but(media=[{"id": "m", "hash": "0" * 64, "base64": "%%%"}]), "picture"),
}  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the document lies."""
    return tmp_path / "plan.json"


@pytest.mark.parametrize("kind", [kind for kind in BAD if "picture" not in kind])
@pytest.mark.parametrize(
    "words", [("check",), ("print", "--format", "plan", "--to", "out.pdf")], ids="-".join
)
def test_no_command_takes_what_is_no_plan(known, file, tmp_path, monkeypatch, kind, words):
    """It names the place, repeats nothing of what stands there, and writes nothing."""
    monkeypatch.chdir(tmp_path)
    held, named = BAD[kind]
    file.write_bytes(held.encode() if isinstance(held, str) else held)

    said = known.refuses(words[0], file, *words[1:])

    assert named in said
    assert SECRET not in said
    assert [file] == list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", BAD)
def test_no_store_takes_what_is_no_plan(team, known, file, kind):
    """Not a row of the store is another one afterwards."""
    before = rows(team.dan)
    team.close()
    held, named = BAD[kind]
    file.write_bytes(held.encode() if isinstance(held, str) else held)

    said = known.refuses("plan", "import", file, "--store", team.dan.folder)

    assert named in said
    assert SECRET not in said
    assert before == rows(team.dan)


def other_than_a_file(kind: str, path: Path) -> Path:
    """A path where something else lies than a document."""
    if kind == "a folder":
        path.mkdir()
    elif kind == "500 MB":
        with path.open("wb") as sparse:
            sparse.truncate(500 * 2**20)
    elif kind == "under a file":
        path.write_text("x")
        return path / "plan.json"
    elif kind == "a device":
        return Path("/dev/zero")
    elif kind == "a link to nowhere":
        path.symlink_to(path.parent / "nowhere")
    elif kind == "a link to itself":
        path.symlink_to(path)
    return path


OTHERS = [
    "missing",
    "a folder",
    "500 MB",
    "under a file",
    "a device",
    "a link to nowhere",
    "a link to itself",
]
COMMANDS = {
    "check": ("check",),
    "wording": ("wording",),
    "import": ("plan", "import"),
    "package": ("sync", "import"),
    "inspect": ("sync", "inspect"),
    "card": ("card", "accept"),
}


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_reads_what_is_no_file_of_its_kind(team, known, file, kind, name):
    """A folder, half a gigabyte, a device: one sentence, at once, with the memory of a small file."""
    before = rows(team.dan)
    team.close()
    store = () if name in ("check", "wording") else ("--store", team.dan.folder)
    bad = other_than_a_file(kind, file)

    with room_for(400):
        known.refuses(*COMMANDS[name], bad, *store)

    assert before == rows(team.dan)
