"""Long work told step by step: how far it is, in words, and whether the person asked it to stop."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[int, int, str], None]


class Stopped(Exception):
    """The person asked the work to stop; whoever catches this keeps nothing of it."""


class Progress:
    """How one piece of work reports, and where a wish to stop takes effect.

    The work calls ``step``; any other thread may call ``cancel``. ``tell`` hears of every step on the thread
    that works, so a window passes a function that only hands the news on.
    """

    def __init__(self, tell: Tell | None = None) -> None:
        self._tell = tell
        self._stop = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether someone asked the work to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step. Safe from any thread, and more than once."""
        self._stop.set()

    def step(self, done: int, total: int, words: str) -> None:
        """Tell that ``done`` of ``total`` parts are finished (``total`` 0: not known yet).

        Raises Stopped when the person has asked the work to stop; nothing is told then.
        """
        if self._stop.is_set():
            raise Stopped
        if self._tell is not None:
            self._tell(done, total, words)


_moving: list[None] = []
"""One for each time that many small things are being made; a list, whose ends any thread may change."""


@contextmanager
def many_small_things() -> Iterator[None]:
    """While it lasts Python does not look for objects that hold each other.

    Edits and plans never do, and looking for such took half the time of folding thousands of plans. What nobody
    needs any more is freed all the same. Everything is as before afterwards, also when one lasts inside another.
    """
    was_looking = gc.isenabled()
    gc.disable()
    _moving.append(None)
    try:
        yield
    finally:
        _moving.pop()
        if was_looking:
            gc.enable()


def is_moving_many() -> bool:
    """Whether many small things are being made just now, on any thread."""
    return bool(_moving)


def quiet() -> Progress:
    """A progress that nobody watches, for scripts and tests."""
    return Progress()
