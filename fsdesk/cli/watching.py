"""A bar on stderr for long work, where somebody looks at a terminal, and Ctrl+C as a wish to stop."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click

from fsdesk.errors import Refused
from fsdesk.jobs import Progress, Stopped

_WIDE = 72


def watched() -> Progress | None:
    """Return a progress that draws a bar, or nothing when nobody watches."""
    return Progress(_tell) if sys.stderr.isatty() else None


class StoppedHere(Refused):
    """Somebody asked the work to stop, and it is as if it had not begun."""

    what = "Stopped, as you asked."
    what_next = "Nothing was changed."


@contextmanager
def stoppable(what_next: str) -> Iterator[Progress]:
    """Give a progress that Ctrl+C stops at its next step, so that the work leaves what was there before.

    A second Ctrl+C stops at once. Raises StoppedHere, which says `what_next`.
    """
    progress = Progress(_tell if sys.stderr.isatty() else None)
    with _asked_to_stop(progress):
        try:
            yield progress
        except Stopped:
            raise StoppedHere(what_next=what_next) from None
        finally:
            if sys.stderr.isatty():
                clear(progress)


@contextmanager
def _asked_to_stop(progress: Progress) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread hears of Ctrl+C
        return

    def stop(number: int, frame: FrameType | None) -> None:
        if progress.is_cancelled:
            raise KeyboardInterrupt
        progress.cancel()

    usual = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)


def clear(progress: Progress | None) -> None:
    """Take the bar away again."""
    if progress is not None:
        click.echo("\r" + " " * _WIDE + "\r", nl=False, err=True)


def _tell(done: int, total: int, words: str) -> None:
    bar = "█" * (24 * done // total if total else 0)
    told = f"{done} of {total}" if total else ""
    click.echo(f"\r{words:<38} {bar:<24} {told}", nl=False, err=True)
