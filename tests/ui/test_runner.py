from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QThread

from fsdesk.errors import Refused
from fsdesk.ui.runner import NotYourDoing


def fail_the_test(refused):
    """A ``failed`` for work that is not refused."""
    pytest.fail(str(refused))


@pytest.fixture
def owner(qapp) -> QObject:
    return QObject()


def test_the_value_comes_back_on_the_screens_thread(runner, owner, qtbot):
    """The work runs elsewhere; who asked hears of it where widgets may be touched."""
    heard = []
    runner.submit(
        lambda _: QThread.currentThread(),
        owner=owner,
        done=lambda thread: heard.append((thread, QThread.currentThread())),
        failed=fail_the_test,
    )
    qtbot.waitUntil(lambda: bool(heard))
    worked_on, answered_on = heard[0]

    assert worked_on is not answered_on
    assert owner.thread() is answered_on


def test_work_for_the_desk_is_done_in_order_on_one_thread(runner, owner, qtbot):
    """A connection to the store belongs to one thread, and what was asked first happens first."""
    seen, heard = [], []
    for number in range(20):
        runner.submit(
            lambda _, number=number: seen.append((number, threading.get_ident())),
            owner=owner,
            done=heard.append,
            failed=fail_the_test,
        )
    qtbot.waitUntil(lambda: len(heard) == 20)

    assert list(range(20)) == [number for number, _ in seen]
    assert 1 == len({thread for _, thread in seen})


def test_work_beside_does_not_wait_for_the_desk(runner, owner, qtbot):
    """The coach answers while a package is being sealed."""
    hold, heard = threading.Event(), []
    runner.submit(lambda _: hold.wait(10), owner=owner, failed=fail_the_test)
    runner.submit_beside(lambda _: "ideas", owner=owner, done=heard.append, failed=fail_the_test)
    qtbot.waitUntil(lambda: heard == ["ideas"])
    hold.set()


def test_a_refusal_is_told_to_who_asked(runner, owner, qtbot):
    heard = []
    refusal = Refused("The stick is full.", "Use another one.")

    def work(_):
        raise refusal

    runner.submit(work, owner=owner, failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))

    assert [refusal] == heard


def test_a_fault_of_ours_is_told_and_still_raised(runner, owner, qtbot):
    """The screen does not wait for ever, and the fault reaches the log."""
    heard = []
    with qtbot.captureExceptions() as raised:
        runner.submit(lambda _: 1 / 0, owner=owner, failed=heard.append)
        qtbot.waitUntil(lambda: bool(heard) and bool(raised))

    assert [NotYourDoing] == [type(refused) for refused in heard]
    assert [ZeroDivisionError] == [kind for kind, _, _ in raised]


def test_a_callback_dies_with_its_owner(runner, qtbot):
    """A page that was closed hears nothing, but its words are still written."""
    from shiboken6 import delete

    gone, written, heard, after = QObject(), [], [], []
    hold = threading.Event()
    runner.submit(lambda _: written.append(hold.wait(10)), owner=gone, done=heard.append, failed=heard.append)
    delete(gone)
    hold.set()
    here = QObject()
    runner.submit(lambda _: None, owner=here, done=after.append, failed=fail_the_test)
    qtbot.waitUntil(lambda: bool(after))

    assert [True] == written
    assert [] == heard


def test_work_that_is_stopped_says_nothing_more(runner, owner, qtbot):
    """Stop takes effect at the next step; neither ``done`` nor ``failed`` is called."""
    begun, go_on = threading.Event(), threading.Event()
    heard, steps, after = [], [], []

    def work(progress):
        progress.step(1, 2, "Sealing")
        begun.set()
        go_on.wait(10)
        progress.step(2, 2, "Sealing")

    progress = runner.submit(
        work,
        owner=owner,
        done=heard.append,
        failed=heard.append,
        told=lambda done, total, words: steps.append((done, total, words)),
    )
    begun.wait(10)
    progress.cancel()
    go_on.set()
    runner.submit(lambda _: None, owner=owner, done=after.append, failed=fail_the_test)
    qtbot.waitUntil(lambda: bool(after))

    assert [(1, 2, "Sealing")] == steps
    assert [] == heard
