"""A plain list of phrases, found by their first words: what the wording catalogue is measured beside."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

PHRASES = Path(__file__).parents[1] / "data" / "wording" / "phrases.txt"
_WORD = re.compile(r"[\w']+")


class Met(NamedTuple):
    """A phrase met in a text: its entry and its place, in code points."""

    entry: str
    start: int
    end: int


class PhraseTable:
    """The bare phrases of the catalogue's entries by their first words, the longest first."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for line in PHRASES.read_text(encoding="utf-8").splitlines():
            entry, *words = line.split()
            self._by_first.setdefault(words[0], []).append((tuple(words), entry))
        for listed in self._by_first.values():
            listed.sort(key=lambda one: -len(one[0]))

    def read(self, text: str) -> list[Met]:
        """Return every phrase met, whole words in capitals or small letters, in reading order."""
        matches = list(_WORD.finditer(text.lower()))
        words = [match[0] for match in matches]
        found: list[Met] = []
        for place, word in enumerate(words):
            for phrase, entry in self._by_first.get(word, ()):
                if tuple(words[place : place + len(phrase)]) == phrase:
                    found.append(Met(entry, matches[place].start(), matches[place + len(phrase) - 1].end()))
                    break
        return found
