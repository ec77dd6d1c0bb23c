from __future__ import annotations

import gc
import weakref

import pytest

from fsdesk.jobs import many_small_things
from fsdesk.ui.collecting import Collecting
from fsdesk.ui.runner import Runner


class Page:
    """Something that holds itself, as a page does through its signals."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collecting(qapp):
    made = Collecting()
    yield made
    made.end()


def left_over() -> tuple[weakref.ref[Page], list[list[object]]]:
    """A page that nobody holds, and more new objects than Python waits for."""
    return weakref.ref(Page()), [[] for _ in range(2 * gc.get_threshold()[0])]


def test_while_other_threads_work_python_does_not_look_by_itself(qapp):
    """It might on one of them, and delete a widget there; with the last runner it does again."""
    first, second = Runner(), Runner()
    while_there = gc.isenabled()
    first.finish()
    first.finish()
    with_one_left = gc.isenabled()
    second.finish()

    assert (False, False, True) == (while_there, with_one_left, gc.isenabled())


def test_what_holds_itself_is_freed_on_the_screens_thread(collecting):
    page, _more = left_over()
    was_there = page() is not None
    collecting.look()

    assert was_there
    assert page() is None


def test_nothing_is_looked_for_while_many_small_things_are_made(collecting):
    """A package that is taken in on the desk's thread is not slowed by a look at what it is making."""
    with many_small_things():
        page, _more = left_over()
        collecting.look()
        is_there = page() is not None
    collecting.look()

    assert is_there
    assert page() is None
