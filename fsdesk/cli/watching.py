"""A bar on stderr for long work, where somebody looks at a terminal."""

from __future__ import annotations

import sys

import click

from fsdesk.jobs import Progress

_WIDE = 72


def watched() -> Progress | None:
    """Return a progress that draws a bar, or nothing when nobody watches."""
    return Progress(_tell) if sys.stderr.isatty() else None


def clear(progress: Progress | None) -> None:
    """Take the bar away again."""
    if progress is not None:
        click.echo("\r" + " " * _WIDE + "\r", nl=False, err=True)


def _tell(done: int, total: int, words: str) -> None:
    bar = "█" * (24 * done // total if total else 0)
    click.echo(f"\r{words:<38} {bar:<24} {done} of {total}", nl=False, err=True)
