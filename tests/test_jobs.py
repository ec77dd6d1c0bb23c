from __future__ import annotations

import gc
import threading

import pytest

from fsdesk import jobs


def test_each_step_is_told_in_order():
    """Whoever watches hears how far the work is, in words."""
    heard: list[tuple[int, int, str]] = []
    progress = jobs.Progress(lambda done, total, words: heard.append((done, total, words)))

    progress.step(1, 2, "Reading changes")
    progress.step(2, 2, "Reading changes")

    assert [(1, 2, "Reading changes"), (2, 2, "Reading changes")] == heard


def test_a_cancel_takes_effect_at_the_next_step():
    """After a cancel the next step stops the work and tells nothing."""
    heard: list[int] = []
    progress = jobs.Progress(lambda done, _total, _words: heard.append(done))
    progress.step(1, 3, "Sealing")

    progress.cancel()

    with pytest.raises(jobs.Stopped):
        progress.step(2, 3, "Sealing")
    assert [1] == heard
    assert progress.is_cancelled


def test_another_thread_may_cancel():
    """A cancel from the window's thread stops the work on the desk's."""
    progress = jobs.quiet()
    other = threading.Thread(target=progress.cancel)
    other.start()
    other.join()

    with pytest.raises(jobs.Stopped):
        progress.step(0, 0, "Looking")


def test_quiet_progress_lets_the_work_run():
    """Nobody has to watch."""
    progress = jobs.quiet()
    progress.step(1, 1, "Reading")

    assert not progress.is_cancelled


def test_while_many_small_things_are_made_python_does_not_look_for_cycles():
    """Also when one such piece of work is part of another; afterwards all is as it was."""
    with jobs.many_small_things():
        with jobs.many_small_things():
            assert not gc.isenabled()
        assert not gc.isenabled()

    assert gc.isenabled()
