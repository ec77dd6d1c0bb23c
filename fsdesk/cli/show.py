"""Printing answers: one JSON document, or a few plain lines."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import click
import msgspec

from fsdesk.errors import Refused


class CannotSay(Refused):
    """The answer does not go out: the disk that it was to stand on is full, or gone."""

    what = "The answer could not be written out."
    what_next = "What was asked for may be done all the same: look before you ask for it again."


def document(held: Any) -> None:
    """Print one JSON document, indented, UTF-8; of a file name that is no text the odd bytes are escaped."""
    try:
        made = msgspec.json.format(msgspec.json.encode(held), indent=2)
    except UnicodeEncodeError:
        made = json.dumps(held, indent=2, default=str).encode()
    raw(made + b"\n")


def raw(data: bytes) -> None:
    """Print bytes as they are. Raises CannotSay."""
    with _saying():
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def lines(*said: str) -> None:
    """Print lines, their control signs made visible so that no text can play with a terminal. Raises CannotSay."""
    with _saying():
        for line in said:
            click.echo("".join(sign if sign.isprintable() or sign == "\t" else "�" for sign in line))


@contextlib.contextmanager
def _saying() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # nobody reads on, which is no fault
        raise
    except OSError as fault:
        raise CannotSay from fault


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: 1 plan, 3 plans."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def at(word: str, moment: str | None) -> str:
    """Return a word and when it was by this laptop's clock, to the minute: sealed 2026-11-22 10:42."""
    if moment is None:
        return word
    return f"{word} {datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}"
