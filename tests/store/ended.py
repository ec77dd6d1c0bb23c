"""A process that ends without a word in the middle of its work, at a chosen step to the disk or at a random instant."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Callable
from typing import Any, NoReturn

from fsdesk.errors import Refused

_STEPS = ("fsync", "replace", "rename", "unlink", "mkdir")
_ENDED, _REFUSED, _FAULT = 9, 10, 11

Work = Callable[[], object]


def before_step(number: int, work: Work) -> bool:
    """Let a process of its own do some work, end it before the step to the disk with this number; was it reached?"""

    def begin() -> None:
        count = [0]
        for name in _STEPS:
            setattr(os, name, _counted(getattr(os, name), count, number))

    code = _run(begin, work)
    assert code in (0, _ENDED)
    return code == _ENDED


def some_steps(reached: Callable[[int], bool], *, every: int = 9, last: int = 9) -> list[int]:
    """The numbers of steps to try where there is little time: every few, and all of the last ones.

    `reached` says of a number whether the work, on a copy, comes that far.
    """
    low, high = 0, 1
    while reached(high):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if reached(middle) else (low, middle)
    return [number for number in range(1, low + 1) if number % every == 1 or number > low - last]


def _counted(real: Callable[..., Any], count: list[int], number: int) -> Callable[..., Any]:
    def step(*given: Any, **named: Any) -> Any:
        count[0] += 1
        if count[0] == number:
            os._exit(_ENDED)
        return real(*given, **named)

    return step


def at_instant(seconds: float, work: Work) -> bool:
    """Let a process of its own do some work, and end it after so long; was it still at work?"""

    def begin() -> None:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # the system ends it, and nothing of it is asked
        signal.setitimer(signal.ITIMER_REAL, seconds)

    code = _run(begin, work)
    assert code in (0, -signal.SIGALRM)
    return code != 0


def refused_beyond(size: int, work: Work) -> bool:
    """Let a process of its own do some work on a disk that takes no file beyond this size; was it refused in words?"""

    def begin() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    code = _run(begin, work)
    assert code in (0, _REFUSED)
    return code == _REFUSED


def _run(begin: Callable[[], None], work: Work) -> int:
    child = os.fork()
    if child == 0:
        _do(begin, work)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _do(begin: Callable[[], None], work: Work) -> NoReturn:
    code = _FAULT
    try:
        begin()
        work()
        code = 0
    except Refused:
        code = _REFUSED
    finally:
        os._exit(code)
