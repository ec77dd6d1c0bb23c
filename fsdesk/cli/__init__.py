"""The command line: read the words, call the desk, print the answer, give the exit code."""

from __future__ import annotations

from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run one command; return 0 when done, 1 when something wants attention, 2 when not done."""
    from fsdesk.cli.start import run as start

    return start(arguments)
