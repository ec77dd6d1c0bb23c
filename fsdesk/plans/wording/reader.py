"""Reading a worker's text for words that can hurt: what was met, where, and a kinder way to say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from fsdesk.plans.rules.pack import load as load_pack
from fsdesk.plans.wording import silence
from fsdesk.plans.wording.catalogue import LANGUAGES, Candidate, Catalogue, Entry, load
from fsdesk.plans.wording.tokens import (
    Sentence,
    Word,
    in_parts,
    loose_line,
    loose_words,
    pieces,
    words_of,
)

_NO_NAMES = silence.Names(frozenset())
SAFETY_SPEAKS = frozenset({"EUPHEMISM"})
"""The only category that is read in a serious worry: plain facts are never flagged or softened there."""


class WordingFinding(NamedTuple):
    """Words met in a text: `span` is text[start:end] exactly, places counted in code points."""

    rule: str
    span: str
    start: int
    end: int
    why: str
    instead: str
    entry: str


class _Met(NamedTuple):
    """A construction met in a sentence: from one word up to another, and where it was looked for."""

    candidate: Candidate
    first: int
    last: int
    looked_from: int


def read(
    text: str,
    field: str = "worker",
    lang: str = "en",
    names: frozenset[str] = frozenset(),
    quiet: frozenset[str] = frozenset(),
) -> list[WordingFinding]:
    """Return the words met in a text that could be said more kindly, in reading order; none of them overlap.

    `field` is worker, family_words (nothing is ever read there), safety (a serious worry: fog only) or action (a
    goal, step or support). Only languages with a catalogue are read. `names` are left alone; `quiet` are
    categories left out, such as ABSOLUTE in strengths. Any text is taken; the work is in proportion to it.
    """
    language = lang.partition("-")[0].lower()
    if field == "family_words" or language not in LANGUAGES:
        return []
    looked_for, reading = _looked_for(language, field, quiet), None
    found: list[WordingFinding] = []
    for begin, piece in pieces(text):
        called_for = _called_for(piece, looked_for)
        if called_for:
            reading = reading or _Reading(text, load(language), names)
            found += reading.sentence(begin, piece, called_for)
    return found


class _LookedFor(NamedTuple):
    """The constructions that are read in one kind of field, by the words that call for them."""

    by_word: dict[str, list[Candidate]]
    triggers: frozenset[str]


@cache
def _looked_for(language: str, field: str, quiet: frozenset[str]) -> _LookedFor:
    by_word: dict[str, list[Candidate]] = {}
    for word, candidates in load(language).by_word.items():
        read_here = [one for one in candidates if _is_read(one.entry, field, quiet)]
        if read_here:
            by_word[word] = read_here
    return _LookedFor(by_word, frozenset(by_word))


def _is_read(entry: Entry, field: str, quiet: frozenset[str]) -> bool:
    if field == "safety" and entry.category not in SAFETY_SPEAKS:
        return False
    return entry.category not in quiet and (not entry.fields or field in entry.fields)


def _called_for(piece: str, looked_for: _LookedFor) -> list[Candidate]:
    """The constructions of which a sentence holds the words; for most sentences none."""
    loose = loose_words(piece)
    forms = frozenset(loose)
    calling = forms & looked_for.triggers
    if not calling:
        return []
    lacks, by_word = forms.isdisjoint, looked_for.by_word
    called_for = [one for form in calling for one in by_word[form] if not any(map(lacks, one.needs))]
    if not called_for:
        return called_for
    line = loose_line(loose)
    return [one for one in called_for if one.construction.may_be_in(line)]


class _Reading:
    """One reading of one text."""

    def __init__(self, text: str, catalogue: Catalogue, names: frozenset[str]) -> None:
        self._text = text
        self._catalogue = catalogue
        self._names = silence.Names(names) if names else _NO_NAMES
        self._quotes: silence.Quotes | None = None
        self._reach = load_pack().thresholds.wording_negation_words

    def sentence(self, begin: int, piece: str, called_for: list[Candidate]) -> list[WordingFinding]:
        """Return every finding of one sentence."""
        parts = in_parts(words_of(begin, piece))
        return [finding for words in parts for finding in self._in_sentence(words, called_for)]

    def _in_sentence(self, words: list[Word], called_for: list[Candidate]) -> Iterable[WordingFinding]:
        sentence = Sentence(words, self._named(words))
        met = [one for candidate in called_for for one in _matches(candidate, sentence)]
        return [self._finding(sentence, one) for one in _longest(self._kept(sentence, met))]

    def _kept(self, sentence: Sentence, met: list[_Met]) -> list[_Met]:
        return [one for one in met if not self._is_left_alone(sentence, one)]

    def _named(self, words: list[Word]) -> list[bool]:
        known = self._catalogue.words.sets["not_a_name"]
        return [
            word.titled and (self._names.hold(self._raw(word)) or word.form not in known) for word in words
        ]

    def _raw(self, word: Word) -> str:
        return self._text[word.start : word.end]

    def _is_left_alone(self, sentence: Sentence, met: _Met) -> bool:
        """The order of silence: a quote, a name, a title, an exception, a no, a service that did it."""
        entry, words = met.candidate.entry, self._catalogue.words
        start, end = sentence.words[met.first].start, sentence.words[met.last - 1].end
        if self._in_a_quote(start, end) or self._names.are_in(self._text, start, end):
            return True
        own = met.candidate.own
        if not entry.capitals and silence.looks_like_a_title(sentence, met.first, met.last, own, words):
            return True
        place = range(met.looked_from, met.last)
        if entry.letters and not self._are_bare_letters(sentence, met):
            return True
        if _is_excepted(sentence, met) or _follows_what_it_may_not(sentence, met):
            return True
        if silence.is_denied(sentence, place, entry, self._reach, words, not met.candidate.says_no):
            return True
        if silence.is_said_of_a_thing(sentence, met.first, met.last, words):
            return True
        return entry.services_may and silence.is_a_services(sentence, met.first, words)

    def _are_bare_letters(self, sentence: Sentence, met: _Met) -> bool:
        """Capitals, with no explanation in brackets beside them."""
        beside = (
            *sentence.words[max(0, met.first - 1) : met.first],
            *sentence.words[met.last : met.last + 1],
        )
        explained = any(word.form == "(" for word in beside)
        return not explained and any(
            self._raw(word).isupper() for word in sentence.words[met.first : met.last]
        )

    def _in_a_quote(self, start: int, end: int) -> bool:
        if self._quotes is None:
            self._quotes = silence.Quotes(self._text, self._catalogue.words)
        return self._quotes.hold(start, end)

    def _finding(self, sentence: Sentence, met: _Met) -> WordingFinding:
        entry = met.candidate.entry
        start, end = sentence.words[met.first].start, sentence.words[met.last - 1].end
        span = self._text[start:end]
        return WordingFinding(entry.rule, span, start, end, entry.why, entry.instead, entry.id)


def _matches(candidate: Candidate, sentence: Sentence) -> Iterator[_Met]:
    for match in candidate.construction.expression.finditer(sentence.line):
        said = "said" if "said" in match.re.groupindex and match["said"] else 0
        first, last = sentence.words_between(*match.span(said))
        while first < last and not sentence.words[first].form[0].isalnum():
            first += 1
        while first < last and not sentence.words[last - 1].form[-1].isalnum():
            last -= 1
        if first < last:
            looked_from, _ = sentence.words_between(*match.span())
            yield _Met(candidate, first, last, looked_from)


def _is_excepted(sentence: Sentence, met: _Met) -> bool:
    exceptions = (one for one in met.candidate.entry.unless if one.is_called_for(sentence.forms))
    for exception in exceptions:
        for match in exception.expression.finditer(sentence.line):
            first, last = sentence.words_between(*match.span())
            if first < met.last and last > met.first:
                return True
    return False


def _follows_what_it_may_not(sentence: Sentence, met: _Met) -> bool:
    before = met.looked_from - 1
    return before >= 0 and sentence.words[before].form in met.candidate.construction.not_after


def _longest(met: list[_Met]) -> list[_Met]:
    """The longest where several overlap, the catalogue's order among equals; in reading order."""
    taken: list[_Met] = []
    for one in sorted(met, key=lambda one: (one.first - one.last, one.first, one.candidate.entry.id)):
        if all(one.last <= other.first or one.first >= other.last for other in taken):
            taken.append(one)
    return sorted(taken, key=lambda one: one.first)
