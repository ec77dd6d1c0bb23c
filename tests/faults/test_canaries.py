"""Planted words: after everything that people do, faults included, only what they asked to be written out holds one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.faults import canaries
from tests.faults.canaries import STEM
from tests.faults.journeys import MAKING
from tests.faults.traced import Call

EXPORTS = {"whole.json", "printed.pdf", "package.fsdesk", "receipt", "lead.card", "worker.card", "sheet.txt"}
NAMES_INSIDE = {"whole.json", "lead.card", "worker.card"}
"""Exports that are readable by whoever holds them: a plan document, and cards with their person's name."""


def test_every_field_of_the_model_has_a_planted_word(journey):
    """The plan of the journey holds a word of its own in every text that a plan can hold."""
    held = (journey.place / "exports" / "whole.json").read_text()

    assert journey.words > 300
    assert journey.words == len(set(re.findall(rf"{STEM}\d+", held)))


def test_everything_was_done_and_every_fault_provoked(journey):
    """What is right ends well, and what is wrong ends with one plain sentence."""
    ends = journey.told["ends"]
    refused = {name for name, end in ends.items() if end == 2}

    assert {
        "import what is broken",
        "import what is cut",
        "import what does not fit",
        "print for nobody",
        "a package that is none",
        "no such plan",
        "a file that is not there",
        "a wrong passphrase",
        "a fault of ours",
    } == refused
    assert 1 == ends["print what is held"]
    assert EXPORTS == {path.name for path in (journey.place / "exports").iterdir()}


def test_no_file_but_the_named_exports_holds_a_planted_word(journey):
    """Stores, backups, logs, temporary and working folders hold none, in content or name, during use and after."""
    exports = journey.place / "exports"
    elsewhere = [journey.place / name for name in ("home", "tmp", "cwd")]

    assert [] == journey.told["seen"]
    assert set() == canaries.holding(elsewhere)
    open_ones = {path.name for path in canaries.holding([exports])}
    assert NAMES_INSIDE <= open_ones <= {*NAMES_INSIDE, "printed.pdf"}


def test_what_is_said_of_a_fault_and_what_the_log_keeps_hold_no_planted_word(journey):
    """Errors name files and places, never what stands there; the log says where in the program."""
    (log,) = (journey.place / "home").rglob("fsdesk.log*")

    assert "RuntimeError" in log.read_text()
    assert not canaries.holds(journey.errors.encode())
    assert "" != journey.errors


@pytest.mark.needs_tool("strace")
def test_nothing_is_written_anywhere_else(journey):
    """Every file that the process made or opened for writing lies in a store, the log folder, or is a named export."""
    written = {path for call in journey.calls if (path := path_written(call, journey.place / "cwd"))}
    ours = (journey.place / "home", journey.place / "exports")

    assert any(path.name == "store.db" for path in written)
    assert any(path.name == "whole.json" for path in written)
    assert set() == {path for path in written if not path.is_relative_to(ours[0]) and path.parent != ours[1]}
    assert set() == {path for path in written if canaries.holds(str(path).encode())}


def path_written(call: Call, cwd: Path) -> Path | None:
    """The path that a call writes or makes, or nothing when it only reads or did not come about."""
    if call.name not in MAKING or re.search(r"\) = -1 ", call.rest):
        return None
    if call.name.startswith("open") and not re.search(r"O_(WRONLY|RDWR|CREAT)", call.rest):
        return None
    named = re.findall(r'"([^"]*)"', call.rest)
    path = cwd / named[-1]
    return None if path in (Path("/dev/null"), Path("/dev/tty")) else path
