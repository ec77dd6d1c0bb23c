"""Printing answers: one JSON document, or a few plain lines."""

from __future__ import annotations

from typing import Any

import click
import msgspec

from fsdesk.plans.model.base import plain


def json(held: Any) -> None:
    """Print one JSON document, indented, UTF-8."""
    made = msgspec.json.format(msgspec.json.encode(plain(held)), indent=2)
    stream = click.get_binary_stream("stdout")
    stream.write(made + b"\n")
    stream.flush()


def lines(*said: str) -> None:
    """Print lines, their control signs made visible so that no text can play with a terminal."""
    for line in said:
        click.echo("".join(sign if sign.isprintable() or sign == "\t" else "�" for sign in line))


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: 1 plan, 3 plans."""
    return f"{number} {one if number == 1 else many or one + 's'}"
