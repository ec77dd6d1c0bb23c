"""Reading lines of text for their wording, as scripts ask for it."""

from __future__ import annotations

import enum
import sys
from pathlib import Path
from typing import Any

import msgspec

from fsdesk.desk import files
from fsdesk.errors import Refused
from fsdesk.plans import wording

MOST_BYTES = 256 * 2**20


class Field(enum.StrEnum):
    """What sort of text a line is: `action` is the text of a goal, a step or a support."""

    WORKER = "worker"
    FAMILY_WORDS = "family_words"
    SAFETY = "safety"
    ACTION = "action"


NEVER_FLAGS = frozenset({"W-09"})
"""Readability is told, and never raises the flag."""


class Line(msgspec.Struct, frozen=True):
    """One line to read: whose words it holds, in which language, and names to leave alone."""

    id: Any
    text: str
    field: Field = Field.WORKER
    lang: str = "en"
    names: frozenset[str] = frozenset()


class NotALine(Refused):
    """A line is not of the shape that is read here."""

    what_next = 'Nothing was read. Each line is JSON: {"id": …, "text": "…", "field": "worker"}.'


_decoder = msgspec.json.Decoder(Line)


def read_lines(file: Path | None) -> list[bytes]:
    """Return a JSON line for each line of a file or of standard input, in the same order.

    Raises NotALine before anything is answered, and NotReadable.
    """
    held = files.read(file, MOST_BYTES) if file is not None else sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(held) > MOST_BYTES:
        raise NotALine("That is more than can be read at once.")
    lines = [_line(number, raw) for number, raw in enumerate(held.split(b"\n"), start=1) if raw.strip()]
    return [msgspec.json.encode(_answer(line)) for line in lines]


def _line(number: int, raw: bytes) -> Line:
    try:
        return _decoder.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise NotALine(f"Line {number} could not be read.") from None


def _answer(line: Line) -> dict[str, Any]:
    """What was met, each with its sentence said more kindly where there is a way, else none."""
    found = wording.read(line.text, field=line.field.value, lang=line.lang, names=line.names)
    kinder = wording.reworded(line.text, line.field.value, line.lang, line.names) if found else []
    told = [
        {
            "rule": one.rule,
            "span": one.span,
            "start": one.start,
            "end": one.end,
            "why": one.why,
            "instead": one.instead,
            "sentence": next((to.sentence.strip() for to in kinder if to.start <= one.start < to.end), None),
        }
        for one in found
    ]
    return {
        "id": line.id,
        "flag": any(one.rule not in NEVER_FLAGS for one in found),
        "spans": [one.span for one in found],
        "findings": told,
    }
