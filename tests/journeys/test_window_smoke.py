"""The program itself on a real display: started as a person starts it, and typed into with real keys."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fsdesk.desk import opening, plans
from tests.house.tree import ROOT
from tests.store.stores import PASSPHRASE

pytestmark = pytest.mark.needs_tool("Xvfb", "xdotool", "xauth")

_PATIENCE = 60.0
FAMILY = "The Kerr family"


@pytest.fixture
def display(tmp_path) -> Iterator[dict[str, str]]:
    """A screen of 1366 by 768 that nobody looks at."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    yield {"DISPLAY": f":{number}", "XDG_RUNTIME_DIR": str(runtime), "QT_QPA_PLATFORM": "xcb"}
    server.terminate()
    server.wait(10)


class Person:
    """Presses keys as xdotool does, and goes on once the program has nothing left to do."""

    def __init__(self, env: dict[str, str], program: int) -> None:
        self._env, self._program = env, program

    def run(self, *words: str) -> str:
        return subprocess.run(
            ["xdotool", *words], env=self._env, capture_output=True, text=True, check=False, timeout=30
        ).stdout

    def types(self, text: str) -> None:
        self.run("type", "--delay", "15", "--", text)
        self.waits()

    def presses(self, keys: str) -> None:
        self.run("key", keys)
        self.waits()

    def sees_the_window(self) -> None:
        """The window is there, and has the keyboard."""
        until(lambda: self.run("search", "--onlyvisible", "--name", "^fsdesk$").split())
        window = self.run("search", "--onlyvisible", "--name", "^fsdesk$").split()[0]
        self.run("windowfocus", "--sync", window)
        self.waits()

    def waits(self) -> None:
        """For half a second the program has worked no more than a blinking cursor takes."""
        busy = [self._ticks()]
        until(lambda: busy.append(self._ticks()) or (len(busy) > 5 and busy[-1] - busy[-6] <= 1))

    def _ticks(self) -> int:
        """The hundredths of a second that the program has worked so far (proc(5), fields 14 and 15)."""
        told = Path(f"/proc/{self._program}/stat").read_text().rpartition(")")[2].split()
        return int(told[11]) + int(told[12])


def until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.1)


def is_open(store: Path) -> bool:
    """Whether the program has the store open: the line that its lock leaves says so."""
    lock = store / "lock"
    return lock.is_file() and lock.stat().st_size > 0


def test_a_person_types_a_plan_into_the_program_and_closes_it(team, fsdesk_home, display):
    """Passphrase, a new plan, a person, their words: what the keys said is in the store, though nobody saved."""
    team.dan.close()
    store = fsdesk_home / "stores" / "north-west"
    store.parent.mkdir()
    shutil.copytree(team.dan.folder, store)
    env = {**os.environ, **display, "FSDESK_HOME": str(fsdesk_home)}
    program = subprocess.Popen(
        [sys.executable, "-m", "fsdesk"], cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True
    )
    person = Person(env, program.pid)
    try:
        person.sees_the_window()
        person.types(PASSPHRASE)
        person.presses("Return")
        until(lambda: is_open(store))
        _writes(person)
        person.presses("ctrl+l")
        until(lambda: not is_open(store))
    finally:
        program.kill()
        _, complaints = program.communicate(timeout=30)

    assert "Traceback" not in complaints
    assert not (fsdesk_home / "logs").exists()
    desk = opening.open_desk(store, PASSPHRASE)
    [line] = plans.listing(desk)
    plan = plans.current(desk, line.id).plan
    desk.close()
    assert (FAMILY, ["Callum"]) == (plan.family_name, [person.name for person in plan.people])
    assert ["Football, and da's dog."] == [voice.words[0].text for voice in plan.voices]


def _writes(person: Person) -> None:
    """A family by its name, somebody who is here, and what they said."""
    person.waits()
    person.presses("ctrl+n")
    person.types(FAMILY)
    person.presses("Return")
    person.presses("ctrl+shift+w")
    person.types("Callum")
    person.presses("Return")
    person.presses("Escape")
    person.presses("ctrl+shift+w")
    person.presses("1")
    person.types("Football, and da's dog.")


def test_what_was_copied_here_is_gone_after_locking(display):
    """What another program copied would stay; a display is needed to tell whose it is."""
    program = (
        "from PySide6.QtWidgets import QApplication; from fsdesk.app import forget_clipboard;"
        "app = QApplication([]); board = app.clipboard(); board.setText('words'); app.processEvents();"
        "before = board.text(); forget_clipboard(); app.processEvents(); print([before, board.text()])"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env={**os.environ, **display}, capture_output=True, text=True,
        check=True, timeout=60,
    )  # fmt: skip

    assert "['words', '']" == told.stdout.strip()
