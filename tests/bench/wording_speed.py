"""T10: reading texts for their wording; the floor finds bare phrases by their first words in the same texts."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import msgspec

from fsdesk.plans import document, samples, wording
from tests.bench.measuring import Row, best, row
from tests.bench.wording_lines import lines_of
from tests.bench.wording_phrases import PhraseTable

_FIRST = """
import time
from fsdesk.plans import wording
started = time.process_time()
wording.read({!r})
print(time.process_time() - started)
"""


def measure() -> list[Row]:
    """Return rows for the words of the sample plans, for labelled lines, and for the first text of a process."""
    plans = [
        text for plan in samples.load_all() for text in _texts(msgspec.json.decode(document.write(plan)))
    ]
    lines = [line.text for line in lines_of("tuning")]
    return [_of("wording-plans", plans), _of("wording-lines", lines), _first(lines[0])]


def _of(name: str, texts: list[str]) -> Row:
    table = PhraseTable()
    seconds = best(lambda: [wording.read(text) for text in texts])
    return row(name, len(texts), seconds, best(lambda: [table.read(text) for text in texts]))


def _first(text: str) -> Row:
    """What the first text costs a new process once the modules are there; the floor is 0.2 s, the most it may be."""
    # The arguments are our own, and the interpreter is the one that runs this.
    done = subprocess.run([sys.executable, "-c", _FIRST.format(text)], stdout=subprocess.PIPE, check=True)
    return row("wording-first-text", 1, float(done.stdout), 0.2)


def _texts(held: Any) -> list[str]:
    """The words of a plan document, wherever they stand."""
    if isinstance(held, dict):
        own = [held["text"]] if isinstance(held.get("text"), str) else []
        return own + [text for inner in held.values() for text in _texts(inner)]
    if isinstance(held, list):
        return [text for inner in held for text in _texts(inner)]
    return []
