"""Children that do one deed each and may be killed at it: what they acknowledged until then is what counts."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE_SECONDS = 60.0
"""A child that says nothing for so long hangs; that is a fault of its own."""


class Nursery:
    """The process that forks a child for each deed, and the lines that its children say."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path.cwd(),
            bufsize=0,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in, self._out = self._process.stdin.fileno(), self._process.stdout.fileno()
        self._held = b""

    def close(self) -> None:
        """End the nursery; it has no child any more."""
        self._process.communicate()

    def child(self, deed: str, *arguments: object) -> Child:
        """A child that is ready for its deed and waits to be told to go on."""
        self.tell("\t".join([deed, *map(str, arguments)]))
        said = self.line()
        assert said.startswith("at "), said
        return Child(self, int(said.removeprefix("at ")))

    def tell(self, line: str) -> None:
        """Say a line to whoever is listening: the nursery, or the child at work."""
        os.write(self._in, line.encode() + b"\n")

    def line(self, within: float = _PATIENCE_SECONDS) -> str:
        """The next line; nothing when none came in so many seconds."""
        until = time.monotonic() + within
        while b"\n" not in self._held:
            ready, _, _ = select.select([self._out], [], [], max(0.0, until - time.monotonic()))
            more = os.read(self._out, 65536) if ready else b""
            if not more:
                return ""
            self._held += more
        line, _, self._held = self._held.partition(b"\n")
        return line.decode()


class Child:
    """One process at its deed."""

    def __init__(self, nursery: Nursery, pid: int) -> None:
        self._nursery = nursery
        self.pid = pid
        self._itself = os.pidfd_open(pid)

    def go(self) -> None:
        """Let it do its deed."""
        self._nursery.tell("")

    def lines(self, within: float = _PATIENCE_SECONDS) -> Iterator[str]:
        """What it says, until it is gone or so many seconds have passed; how it went comes last."""
        until = time.monotonic() + within
        while said := self._nursery.line(max(0.0, until - time.monotonic())):
            is_gone = said.startswith("gone ")
            if is_gone:
                os.close(self._itself)
            yield said
            if is_gone:
                return

    def kill(self) -> None:
        """End it with SIGKILL, whatever it is doing; one that has just gone by itself stays gone."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._itself, signal.SIGKILL)  # never another process of the same number


@contextmanager
def a_nursery() -> Iterator[Nursery]:
    """A nursery that is closed at the end."""
    nursery = Nursery()
    try:
        yield nursery
    finally:
        nursery.close()
