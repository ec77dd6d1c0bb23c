"""Reading a worker's text for words that can hurt: what was met, where, and a kinder way to say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from fsdesk.plans.rules.pack import load as load_pack
from fsdesk.plans.wording import beside, quotes, silence
from fsdesk.plans.wording.calling import Calling, forms_of, is_short
from fsdesk.plans.wording.catalogue import LANGUAGES, load
from fsdesk.plans.wording.entries import Candidate, Catalogue, Entry
from fsdesk.plans.wording.tokens import (
    Sentence,
    Word,
    in_parts,
    loose_line,
    loose_words,
    pieces,
    words_of,
)

_NO_NAMES = quotes.Names(frozenset())
_NO_NAMES_END = (
    "tion",
    "sion",
    "tions",
    "ment",
    "ments",
    "ness",
    "ism",
    "ship",
    "ing",
    "ings",
    "ous",
    "ful",
    "ths",
    "ics",
)
"""A sentence that begins with such a word begins with no name, unless the plan knows it as one."""
SILENT = "W-09"
"""Readability is told elsewhere, and never raises a flag."""
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
    calling = _calling(lang, field, quiet)
    if calling is None:
        return []
    called = calling.called_by(forms_of(text)) if is_short(text) else None
    if called is not None and not called:
        return []
    found: list[WordingFinding] = []
    reading: _Reading | None = None
    for begin, piece in pieces(text):
        if called is None or len(piece) < len(text):
            called = calling.called_by(forms_of(piece))
        called_for = _called_for(piece, called)
        if called_for:
            reading = reading or _Reading(text, load(_language(lang)), names)
            found += reading.sentence(begin, piece, called_for)
    return found


def _language(lang: str) -> str:
    return lang.partition("-")[0].lower()


@cache
def _calling(lang: str, field: str, quiet: frozenset[str]) -> Calling | None:
    """What is looked for in a kind of field; None where nothing is."""
    language = _language(lang)
    if field == "family_words" or language not in LANGUAGES:
        return None
    return Calling([one for one in load(language).candidates if _is_read(one.entry, field, quiet)])


def _is_read(entry: Entry, field: str, quiet: frozenset[str]) -> bool:
    if field == "safety" and entry.category not in SAFETY_SPEAKS:
        return False
    return entry.category not in quiet and (not entry.fields or field in entry.fields)


def _called_for(piece: str, called: list[Candidate]) -> list[Candidate]:
    """Those of the constructions called for that may be in a sentence; for most sentences none."""
    if not called:
        return called
    line = loose_line(loose_words(piece))
    return [one for one in called if one.construction.may_be_in(line)]


class _Reading:
    """One reading of one text."""

    def __init__(self, text: str, catalogue: Catalogue, names: frozenset[str]) -> None:
        self._text = text
        self._catalogue = catalogue
        self._names = quotes.Names(names) if names else _NO_NAMES
        self._quotes: quotes.Quotes | None = None
        self._reach = load_pack().thresholds.wording_negation_words

    def sentence(self, begin: int, piece: str, called_for: list[Candidate]) -> list[WordingFinding]:
        """Return every finding of one sentence."""
        if beside.is_another_language(piece, self._catalogue.words):
            return []
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
        named = [
            word.titled and (self._names.hold(self._raw(word)) or word.form not in known) for word in words
        ]
        if words and named[0] and self._begins_with_no_name(words[0]):
            named[0] = False
        return named

    def _begins_with_no_name(self, word: Word) -> bool:
        if self._names.hold(self._raw(word)) or word.form in self._catalogue.words.sets["names_like_words"]:
            return False
        return word.form.endswith(_NO_NAMES_END) or (word.form.endswith("ed") and len(word.form) > 4)

    def _raw(self, word: Word) -> str:
        return self._text[word.start : word.end]

    def _is_left_alone(self, sentence: Sentence, met: _Met) -> bool:
        """The order of silence: a quote, a name, a title, an exception, a no, a service, a thing, praise."""
        return (
            self._is_somebody_elses(sentence, met)
            or _is_excepted(sentence, met)
            or _follows_what_it_may_not(sentence, met)
            or self._is_not_so(sentence, met)
            or self._is_of_something_else(sentence, met)
        )

    def _is_somebody_elses(self, sentence: Sentence, met: _Met) -> bool:
        """Words in a quote, a name or a title, and letters that are explained."""
        entry, words = met.candidate.entry, self._catalogue.words
        start, end = sentence.words[met.first].start, sentence.words[met.last - 1].end
        if self._in_a_quote(start, end) or self._names.are_in(self._text, start, end):
            return True
        own = met.candidate.construction.own
        if not entry.capitals and silence.looks_like_a_title(sentence, met.first, met.last, own, words):
            return True
        return entry.letters and not self._are_bare_letters(sentence, met)

    def _is_not_so(self, sentence: Sentence, met: _Met) -> bool:
        """What is denied or taken back, or told of a service or a thing."""
        entry, words = met.candidate.entry, self._catalogue.words
        place, says_no = range(met.looked_from, met.last), met.candidate.construction.says_no
        return (
            silence.is_denied(sentence, place, entry, self._reach, words, not says_no)
            or silence.is_said_of_a_thing(sentence, met.first, met.last, words)
            or silence.is_taken_back(sentence, met.first, words)
            or (entry.services_may and silence.is_a_services(sentence, met.first, words))
            or (
                entry.category in beside.SERVICES_TOO
                and silence.is_told_of_a_service(sentence, met.first, met.last, words)
            )
        )

    def _is_of_something_else(self, sentence: Sentence, met: _Met) -> bool:
        """What is said of things, games or somebody in a story, in praise, or told in plain words right after."""
        entry, words = met.candidate.entry, self._catalogue.words
        return (
            (
                entry.category in beside.OF_MATTERS_TOO
                and beside.is_about_a_matter(sentence, met.first, met.last, words)
            )
            or (entry.category in beside.ONLY_OF_PEOPLE and beside.is_without_people(sentence, words))
            or (entry.category in beside.MAY_BE_LAW and beside.is_by_law(sentence, met.first, words))
            or beside.is_in_a_story(sentence, met.last, words)
            or (entry.category in beside.MAY_BE_EXPLAINED and beside.is_explained(sentence, met.last, words))
            or (
                (entry.beyond or entry.category in beside.QUIET_IN_PRAISE)
                and beside.is_praise(sentence, words)
            )
        )

    def _are_bare_letters(self, sentence: Sentence, met: _Met) -> bool:
        """Capitals, with no explanation in brackets beside them."""
        beside = (
            *sentence.words[max(0, met.first - 1) : met.first],
            *sentence.words[met.last : met.last + 1],
        )
        after = sentence.words[met.last : met.last + 3]
        explaining = self._catalogue.words.sets["explaining"]
        explained = any(word.form == "(" for word in beside) or any(word.form in explaining for word in after)
        return not explained and any(
            self._raw(word).isupper() for word in sentence.words[met.first : met.last]
        )

    def _in_a_quote(self, start: int, end: int) -> bool:
        if self._quotes is None:
            self._quotes = quotes.Quotes(self._text, self._catalogue.words)
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
    for one in sorted(met, key=_rank):
        if all(one.last <= other.first or one.first >= other.last for other in taken):
            taken.append(one)
    return sorted(taken, key=lambda one: one.first)


def _rank(one: _Met) -> tuple[bool, int, int, str]:
    entry = one.candidate.entry
    return entry.beyond, one.first - one.last, one.first, entry.id
