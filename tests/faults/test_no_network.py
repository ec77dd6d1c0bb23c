"""No process of the program makes an internet socket or listens: seen in every system call of whole journeys."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from fsdesk.plans import samples
from tests.faults.traced import Call, calls_in, traced

pytestmark = pytest.mark.needs_tool("strace")

FSDESK = str(Path(sys.executable).with_name("fsdesk"))
_INTERNET = re.compile(r"\bAF_(INET6?|PACKET|BLUETOOTH|VSOCK|CAN)\b")
_DEMO = """
set -e
"$0" demo "$1/demo" --families "$2"
"$0" print "$1"/demo/plans/F1.json --format plan --to "$1/f1.pdf"
"""


def reaching_out(calls: list[Call]) -> list[Call]:
    """The calls that make an internet socket, speak to an internet address, or wait for others to call."""
    return [
        call for call in calls if call.name in ("listen", "accept", "accept4") or _INTERNET.search(call.rest)
    ]


def noted(command: list[str], notes: Path, **settings: str) -> list[Call]:
    """Run a command to its end, and return its calls that have to do with sockets, with how it began."""
    before = traced(notes, "%network", "execve")
    done = subprocess.run(
        [*before, *command],
        capture_output=True,
        text=True,
        env={**os.environ, **settings},
        cwd=Path.cwd(),
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    return calls_in(notes.read_text(errors="replace").splitlines())


def demo(tmp_path: Path, families: int) -> list[Call]:
    """The calls of the demo and of a print, each a real command."""
    return noted(
        ["sh", "-c", _DEMO, FSDESK, str(tmp_path), str(families)],
        tmp_path / "notes",
        FSDESK_PASSPHRASE="a b c d",
    )


def test_a_process_that_reaches_out_would_be_seen(tmp_path):
    """The look-out itself works: a socket, an address and a listening ear are each noticed."""
    program = "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen(); socket.socketpair()"

    calls = noted([sys.executable, "-c", program], tmp_path / "notes")

    assert {"socket", "bind", "listen"} <= {call.name for call in reaching_out(calls)}
    assert "socketpair" not in {call.name for call in reaching_out(calls)}


def test_the_demo_and_a_print_open_no_internet_socket(tmp_path):
    """Making stores, writing, checking, printing, sealing, importing and a receipt reach nobody."""
    calls = demo(tmp_path, 1)

    assert sum(call.name == "execve" and FSDESK in call.rest for call in calls) >= 2
    assert [] == reaching_out(calls)


def test_all_that_a_worker_and_a_lead_do_opens_no_internet_socket(journey):
    """The journey with planted words, every command and every fault of it, reaches nobody."""
    assert any(call.name == "openat" for call in journey.calls)
    assert [] == reaching_out(journey.calls)


@pytest.mark.long
def test_the_whole_demo_opens_no_internet_socket(tmp_path):
    """The same with all sample families and more."""
    assert [] == reaching_out(demo(tmp_path, len(samples.load_all()) + 20))
