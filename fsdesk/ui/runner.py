"""Runs work off the screen's thread and brings the answer back, if whoever asked for it is still there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QThread, QThreadPool, Signal
from shiboken6 import isValid

from fsdesk.errors import Refused
from fsdesk.jobs import Progress, Stopped, Tell
from fsdesk.ui.collecting import Collecting

Work = Callable[[Progress], Any]


class NotYourDoing(Refused):
    """A fault of ours, told to the person; the fault itself goes on to the log."""

    what = "Something in fsdesk stopped, and it is not your doing."
    what_next = "What was saved before is kept. Try it once more."


class _Job(NamedTuple):
    work: Work
    progress: Progress
    owner: QObject
    done: Callable[[Any], None] | None
    failed: Callable[[Refused], None]


class Runner(QObject):
    """One thread for everything that touches the desk, in order; a few more for what only reads values.

    No nested event loop, and no waiting on the screen's thread. Callbacks run there, and never for an owner
    that is gone; the work itself still ends, because it may be somebody's words on their way into the store.
    """

    _ended = Signal(object, object, object)  # job, value, error
    _stepped = Signal(object, object, int, int, str)  # owner, told, done, total, words

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._beside = QThreadPool(self), QThreadPool(self)
        self._desk.setMaxThreadCount(1)
        self._desk.setExpiryTimeout(-1)  # always the same thread: the store's connection belongs to it
        self._beside.setMaxThreadCount(max(1, QThread.idealThreadCount() - 1))
        # Other threads work from now on, and none of them may delete a widget.
        self._collecting = Collecting(self)
        self._ended.connect(self._on_ended)
        self._stepped.connect(self._on_stepped)

    def submit(
        self,
        work: Work,
        *,
        owner: QObject,
        failed: Callable[[Refused], None],
        done: Callable[[Any], None] | None = None,
        told: Tell | None = None,
    ) -> Progress:
        """The work runs on the desk's thread after what was submitted before; gives back the way to stop it.

        ``done`` gets its value, ``failed`` its refusal, ``told`` each step. After a stop that took effect none of
        them is called. A fault that is no refusal is raised on the screen's thread, after ``failed`` was told.
        """
        progress = Progress(partial(self._stepped.emit, owner, told) if told else None)
        return self._start(self._desk, _Job(work, progress, owner, done, failed))

    def submit_beside(
        self,
        work: Work,
        *,
        owner: QObject,
        failed: Callable[[Refused], None],
        done: Callable[[Any], None] | None = None,
    ) -> Progress:
        """As ``submit``, for work that only reads values it was given: it may overtake, and never touches the desk."""
        return self._start(self._beside, _Job(work, Progress(), owner, done, failed))

    @property
    def is_idle(self) -> bool:
        """Whether nothing that was submitted is still being worked on; answers may still be on their way."""
        return self._desk.activeThreadCount() == 0 and self._beside.activeThreadCount() == 0

    def finish(self) -> None:
        """Everything submitted has ended, and so have the threads. Blocks until then: for the end, and only there."""
        self._desk.waitForDone()
        self._beside.waitForDone()
        self._collecting.end()

    def _start(self, pool: QThreadPool, job: _Job) -> Progress:
        pool.start(partial(self._run, job))
        return job.progress

    def _run(self, job: _Job) -> None:
        try:
            value = job.work(job.progress)
        except Stopped:
            return
        except Exception as error:
            self._ended.emit(job, None, error)
        else:
            self._ended.emit(job, value, None)

    def _on_ended(self, job: _Job, value: Any, error: Exception | None) -> None:
        is_there = isValid(job.owner)
        if error is None:
            if is_there and job.done:
                job.done(value)
            return
        refused = error if isinstance(error, Refused) else NotYourDoing()
        if is_there:
            job.failed(refused.for_window())
        if refused is not error:
            raise error

    def _on_stepped(self, owner: QObject, told: Tell, done: int, total: int, words: str) -> None:
        if isValid(owner):
            told(done, total, words)


class Served(NamedTuple):
    """A runner's ways of working for one owner, as presenters ask for them."""

    runner: Runner
    owner: QObject

    def submit(
        self, work: Work, *, done: Callable[[Any], None], failed: Callable[[Refused], None]
    ) -> Progress:
        """Begins work on the desk's thread."""
        return self.runner.submit(work, owner=self.owner, done=done, failed=failed)

    def watched(
        self, work: Work, *, done: Callable[[Any], None], failed: Callable[[Refused], None], told: Tell
    ) -> Progress:
        """Begins work on the desk's thread that tells each step."""
        return self.runner.submit(work, owner=self.owner, done=done, failed=failed, told=told)

    def beside(
        self, work: Work, *, done: Callable[[Any], None], failed: Callable[[Refused], None]
    ) -> Progress:
        """Begins work that only reads values it was given."""
        return self.runner.submit_beside(work, owner=self.owner, done=done, failed=failed)
