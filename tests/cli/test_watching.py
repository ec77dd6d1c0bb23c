from __future__ import annotations

import os
import signal

import pytest

from fsdesk.cli import watching
from fsdesk.jobs import Stopped


def pressed() -> None:
    """Press Ctrl+C."""
    os.kill(os.getpid(), signal.SIGINT)


def work(done: list[str], presses: int) -> None:
    """Some work that is told to stop in the middle of a step."""
    with watching.stoppable("Nothing was sealed.") as progress:
        for _ in range(presses):
            pressed()
        done.append("the step under way")
        progress.step(1, 2, "The next step")
        done.append("what comes after")


def test_ctrl_c_stops_at_the_next_step_and_says_what_was_kept():
    """Not in between: the step under way is finished first."""
    done: list[str] = []

    with pytest.raises(watching.StoppedHere) as refused:
        work(done, presses=1)

    assert ["the step under way"] == done
    assert "Stopped, as you asked. Nothing was sealed." == str(refused.value)


def test_a_second_ctrl_c_stops_at_once():
    """For whoever does not want to wait for a step to end."""
    done: list[str] = []

    with pytest.raises(KeyboardInterrupt):
        work(done, presses=2)

    assert [] == done


def test_afterwards_ctrl_c_is_what_it_was():
    """Whether the work ended, stopped or was refused."""
    usual = signal.getsignal(signal.SIGINT)
    with watching.stoppable("x"):
        assert usual is not signal.getsignal(signal.SIGINT)
    with pytest.raises(watching.StoppedHere), watching.stoppable("x"):
        raise Stopped

    assert usual is signal.getsignal(signal.SIGINT)
