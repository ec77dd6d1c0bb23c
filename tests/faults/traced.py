"""Looking over a process's shoulder with strace: its calls in order, and one of them made to go wrong."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import NamedTuple

from tests.faults.children import Child

WRITING = ("write", "pwrite64", "fsync", "fdatasync")
_LINE = re.compile(r"^(?:\d+ +)?(?P<name>\w+)\((?P<rest>.*)$")
_PATH = re.compile(r"^\d+<(?P<path>[^>]*)>")


class Call(NamedTuple):
    """One system call: its name, the file it was about, and the rest of strace's line."""

    name: str
    path: str
    rest: str

    @property
    def is_about_our_files(self) -> bool:
        """Whether it was about a file, not the pipe to whoever listens."""
        return self.path.startswith("/")

    @property
    def was_harmed(self) -> bool:
        """Whether strace answered in the system's place."""
        return "(INJECTED)" in self.rest


class Harm(NamedTuple):
    """The nth call of a name from now on, and what becomes of it: ``signal=KILL`` or ``error=EIO``."""

    name: str
    nth: int
    how: str

    @property
    def option(self) -> str:
        """The harm as strace wants it."""
        return f"inject={self.name}:{self.how}:when={self.nth}"


class Seen(NamedTuple):
    """What a child said and which calls it made, until it was gone."""

    said: list[str]
    calls: list[Call]
    was_killed: bool

    def hit(self, harm: Harm) -> bool:
        """Say whether the harm came to pass at the very call it was meant for."""
        named = [call for call in self.calls if call.name == harm.name]
        if harm.how == "signal=KILL":
            return self.was_killed and len(named) == harm.nth and self.calls[-1] is named[-1]
        return [harm.nth - 1] == [at for at, call in enumerate(named) if call.was_harmed]


def watch(child: Child, notes: Path, harm: Harm | None = None, names: tuple[str, ...] = WRITING) -> Seen:
    """Let a child do its deed under strace; `notes` is where strace writes to."""
    command = [
        *traced(notes, *names),
        "-s",
        "16",
        "-p",
        str(child.pid),
        *(["-e", harm.option] if harm else []),
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr is not None
        assert "attached" in (told := strace.stderr.readline()), told
        child.go()
        said = list(child.lines())
        strace.communicate()
    lines = notes.read_text(errors="replace").splitlines()
    return Seen(said, calls_in(lines), any("+++ killed by SIGKILL" in line for line in lines))


def traced(notes: Path, *names: str) -> list[str]:
    """What a command begins with to have its calls of these names noted, those of its children too."""
    return ["strace", "-f", "-y", "-o", str(notes), "-e", f"trace={','.join(names)}"]


def calls_in(lines: list[str]) -> list[Call]:
    """The calls of a trace, in order."""
    found = (_LINE.match(line) for line in lines)
    return [Call(one["name"], _path(one["rest"]), one["rest"]) for one in found if one]


def _path(rest: str) -> str:
    found = _PATH.match(rest)
    return found["path"] if found else ""
