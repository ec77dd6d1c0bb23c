"""When a construction is met and rightly left alone: quotes, names, a no, a service that did it."""

from __future__ import annotations

import re
from bisect import bisect_right

from fsdesk.plans.wording.catalogue import Entry
from fsdesk.plans.wording.patterns import Words
from fsdesk.plans.wording.tokens import Sentence

_PAIRS = re.compile(
    r"“(?P<a>[^“”]{1,600})”|\"(?P<b>[^\"\n]{1,600})\"|«(?P<c>[^«»]{1,600})»"
    r"|(?<![^\W_])[‘'](?P<d>[^‘'’\n]{1,300}(?:['’][^\W_]+[^‘'’\n]{0,300}){0,8})['’](?![^\W_])"
)
_NEAR_WORD = re.compile(r"[^\W_]+")
_AROUND = 90
_FARTHEST_SUBJECT = 20


class Quotes:
    """Where somebody's words stand between quotation marks in a worker's text, with their speaker named nearby."""

    def __init__(self, text: str, words: Words) -> None:
        spans = [match.span() for match in _PAIRS.finditer(text) if _has_speaker(text, *match.span(), words)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def hold(self, start: int, end: int) -> bool:
        """Say whether this place lies inside somebody's words."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and end <= self._ends[index]


def _has_speaker(text: str, start: int, end: int, words: Words) -> bool:
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    if before.rstrip().endswith(":") and _names_somebody(before, words):
        return True
    return any(_names_somebody(near, words) and _speaks(near, words) for near in (before, after))


def _speaks(near: str, words: Words) -> bool:
    return any(word.lower() in words.sets["speech"] for word in _NEAR_WORD.findall(near))


def _names_somebody(near: str, words: Words) -> bool:
    return any(
        word.istitle() or word.lower() in words.sets["somebody"] or word.lower() in words.sets["speaker"]
        for word in _NEAR_WORD.findall(near)
    )


class Names:
    """The names and places that a plan leaves alone."""

    def __init__(self, names: frozenset[str]) -> None:
        stripped = {name.strip() for name in names if name.strip()}
        self._long = tuple(name.casefold() for name in stripped if len(name.split()) > 1)
        self._short = frozenset(word for name in stripped for word in name.split() if len(name.split()) == 1)
        self._parts = frozenset(word for name in stripped for word in name.split() if word[:1].isupper())

    def are_in(self, text: str, start: int, end: int) -> bool:
        """Say whether a name that is left alone stands in, or over, this place."""
        if not self._short and not self._long:
            return False
        said = text[start:end]
        if any(word.strip(".,;:") in self._short for word in said.split()):
            return True
        near_start = max(0, start - 80)
        near = text[near_start : end + 80].casefold()
        return any(_overlaps(near, name, start - near_start, end - near_start) for name in self._long)

    def hold(self, word: str) -> bool:
        """Say whether one word is a name of this plan, or part of one."""
        return word in self._short or word in self._parts


def _overlaps(near: str, name: str, start: int, end: int) -> bool:
    at = near.find(name)
    while at >= 0:
        if at < end and at + len(name) > start:
            return True
        at = near.find(name, at + 1)
    return False


def is_denied(
    sentence: Sentence,
    place: range,
    entry: Entry,
    reach: int,
    words: Words,
    inside: bool,
) -> bool:
    """Say whether a "not" stands up to `reach` words before a place, or in it, with no new clause between."""
    if not entry.no_is_quiet:
        return False
    refusing = words.sets["not"] if entry.only_not_is_no else words.sets["no"]
    forms = [word.form for word in sentence.words]
    if inside and any(forms[index] in refusing for index in place):
        return True
    for index in range(place.start - 1, max(-1, place.start - 1 - reach), -1):
        form = forms[index]
        if form in words.sets["new_clause"] or not (form[0].isalnum() or form[0] == "'"):
            return False
        if form in refusing or (form == "longer" and index and forms[index - 1] == "no"):
            return forms[index + 1] not in words.sets["only"]
    return False


def is_a_services(sentence: Sentence, first: int, words: Words) -> bool:
    """Say whether what is said from `first` on is said of a service or a thing, not of a person."""
    forms = [word.form for word in sentence.words]
    joined = False
    for index in range(first - 1, max(-1, first - _FARTHEST_SUBJECT), -1):
        form = forms[index]
        if form in (";", ":"):
            return False
        if form in words.sets["joining"] or form == ",":
            joined = True
        elif form not in words.sets["passing"] and _may_have_done_it(sentence, index, joined, words):
            return _is_service_at(sentence, forms, index, words)
    return False


def _may_have_done_it(sentence: Sentence, index: int, joined: bool, words: Words) -> bool:
    """After an "and" the one who acts stands farther back: a person or a service, not what they acted on."""
    form = sentence.words[index].form
    if not form[0].isalnum():
        return False
    acts = sentence.named[index] or any(form in words.sets[kind] for kind in ("service", "person", "pronoun"))
    return acts or not joined


def _is_service_at(sentence: Sentence, forms: list[str], index: int, words: Words) -> bool:
    form = forms[index]
    pair = f"{forms[index - 1]} {form}" if index else form
    if pair in words.sets["service"] or form in words.sets["service"]:
        return True
    if sentence.named[index] or any(form in words.sets[kind] for kind in ("person", "pronoun", "of_people")):
        return False
    if form in words.sets["thing"]:
        return True
    return any(before in words.sets["article"] for before in forms[max(0, index - 2) : index])


def is_said_of_a_thing(sentence: Sentence, first: int, last: int, words: Words) -> bool:
    """Say whether a word that is said of people stands here before the name of a thing, or is said of one."""
    if sentence.words[last - 1].form not in words.sets["said_of_people"]:
        return False
    if last < len(sentence.words):
        following = sentence.words[last].form
        goes_on = not following[0].isalpha() or following in words.sets["after_adjective"]
        if not goes_on:
            return not (sentence.named[last] or _is_of_people(sentence, last, words))
    return is_a_services(sentence, first, words)


def _is_of_people(sentence: Sentence, index: int, words: Words) -> bool:
    """A word that people are called, or an adjective more and then such a word."""
    near = [word.form for word in sentence.words[index : index + 3]]
    return any(form in words.sets["of_people"] or form in words.sets["pronoun"] for form in near)


def looks_like_a_title(
    sentence: Sentence, first: int, last: int, triggers: frozenset[str], words: Words
) -> bool:
    """Say whether what was met has a capital letter that no sentence asked for, such as Contact Theatre."""
    met = [index for index in range(first, last) if sentence.words[index].form in triggers]
    return any(_is_titled(sentence, index, words) for index in met)


def _is_titled(sentence: Sentence, index: int, words: Words) -> bool:
    word = sentence.words[index]
    if not word.titled or index == 0 or not sentence.words[index - 1].form[0].isalnum():
        return False
    return word.form not in words.sets["person"]
