"""Stand-ins for the desk's thread and the clock: work waits until the test lets it run, time until it is let go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fsdesk.errors import Refused
from fsdesk.jobs import quiet


class Desk:
    """Runs what is submitted when the test says so; what the work raises as refused reaches ``failed``."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable, Callable, Callable]] = []

    def submit(self, work: Callable, *, done: Callable, failed: Callable) -> None:
        """As a presenter asks for work."""
        self.waiting.append((work, done, failed))

    def watched(self, work: Callable, *, done: Callable, failed: Callable, told: Callable) -> Any:
        """As a presenter asks for work that tells of each step."""
        from fsdesk.jobs import Progress

        progress = Progress(told)
        self.waiting.append((lambda _: work(progress), done, failed))
        return progress

    def run(self) -> None:
        """Everything that waits is done, and what that asks for too."""
        while self.waiting:
            self.run_one()

    def run_one(self) -> None:
        """What was asked for first is done."""
        work, done, failed = self.waiting.pop(0)
        try:
            value = work(quiet())
        except Refused as refused:
            failed(refused)
        else:
            done(value)


class Clock:
    """Milliseconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 0
        self._due: list[tuple[int, Callable[[], None]]] = []

    def after(self, milliseconds: int, call: Callable[[], None]) -> Callable[[], None]:
        """As a presenter asks to be called later."""
        entry = (self.now + milliseconds, call)
        self._due.append(entry)
        return lambda: self._due.remove(entry) if entry in self._due else None

    def pass_by(self, milliseconds: int) -> None:
        """So much time passes; what is due in it is called, in order."""
        until = self.now + milliseconds
        while due := [entry for entry in self._due if entry[0] <= until]:
            entry = min(due, key=lambda one: one[0])
            self._due.remove(entry)
            self.now = entry[0]
            entry[1]()
        self.now = until


class Screen:
    """Keeps what a presenter told it: ``told`` by name, ``last`` the newest of each."""

    def __init__(self) -> None:
        self.told: list[tuple[str, tuple]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        if not name.startswith(("show", "focus", "forget")):
            raise AttributeError(name)
        return lambda *given: self.told.append((name, given))

    def last(self, name: str) -> tuple:
        """What was told last under this name."""
        return next(given for told, given in reversed(self.told) if told == name)

    def count(self, name: str) -> int:
        """How often this was told."""
        return sum(told == name for told, _ in self.told)
