"""Printing answers: one JSON document, or a few plain lines."""

from __future__ import annotations

import json
import sys
from typing import Any

import click
import msgspec


def document(held: Any) -> None:
    """Print one JSON document, indented, UTF-8; of a file name that is no text the odd bytes are escaped."""
    try:
        made = msgspec.json.format(msgspec.json.encode(held), indent=2)
    except UnicodeEncodeError:
        made = json.dumps(held, indent=2, default=str).encode()
    raw(made + b"\n")


def raw(data: bytes) -> None:
    """Print bytes as they are."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def lines(*said: str) -> None:
    """Print lines, their control signs made visible so that no text can play with a terminal."""
    for line in said:
        click.echo("".join(sign if sign.isprintable() or sign == "\t" else "�" for sign in line))


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: 1 plan, 3 plans."""
    return f"{number} {one if number == 1 else many or one + 's'}"
