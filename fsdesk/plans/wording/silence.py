"""When a construction is met and rightly left alone: a no, a title, a service or a thing that did it."""

from __future__ import annotations

import re
from functools import cache

from fsdesk.plans.wording.alternatives import one_of
from fsdesk.plans.wording.entries import Entry
from fsdesk.plans.wording.patterns import Words
from fsdesk.plans.wording.tokens import Sentence

_FARTHEST_TAKEN_BACK = 12
_FARTHEST_CALLED = 4
_FARTHEST_NOBODY = 8
_FARTHEST_SUBJECT = 20


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
    forms = sentence.spoken
    if inside and any(forms[index] in refusing for index in place):
        return True
    for index in range(place.start - 1, max(-1, place.start - 1 - _FARTHEST_NOBODY), -1):
        form = forms[index]
        if index < place.start - reach and form not in words.sets["no_person"]:
            continue
        if form in words.sets["new_clause"] or not (form[0].isalnum() or form[0] == "'"):
            return False
        if form in refusing or (form == "longer" and index and forms[index - 1] == "no"):
            return forms[index + 1] not in words.sets["only"]
    return False


_OBJECTS = frozenset({"him", "her", "them"})
_MAY_ACT = ("service", "thing", "somebody", "article")


def is_a_services(sentence: Sentence, first: int, words: Words) -> bool:
    """Say whether what is said from `first` on is said of a service or a thing, not of a person."""
    forms = sentence.spoken
    joined = False
    for index in range(first - 1, max(-1, first - _FARTHEST_SUBJECT), -1):
        form = forms[index]
        if form in (";", ":"):
            return False
        if form in words.sets["joining"] or form == ",":
            joined = True
        elif _is_passed_by(sentence, index, words) or _stands_after_a_preposition(sentence, index, words):
            continue
        elif _may_have_done_it(sentence, index, joined, words):
            return _is_service_at(sentence, forms, index, words)
    return False


def _stands_after_a_preposition(sentence: Sentence, index: int, words: Words) -> bool:
    """To school, at the clinic: a place or a helper there, not who acts."""
    before = index - 1
    if before > 0 and sentence.words[before].form in words.sets["article"]:
        before -= 1
    return before > 0 and sentence.words[before].form in words.sets["preposition"]


def _is_passed_by(sentence: Sentence, index: int, words: Words) -> bool:
    """A helping word, an owner's mark and what is owned, or what somebody right before it does."""
    form = sentence.words[index].form
    if form in words.sets["passing"]:
        return True
    if not index or not form[0].isalpha() or any(form in words.sets[kind] for kind in _MAY_ACT):
        return index > 0 and sentence.words[index - 1].form == "'s" and form in words.sets["of_people"]
    before = sentence.words[index - 1].form
    is_owned = before == "'s" and form in words.sets["of_people"]
    return (
        is_owned
        or sentence.named[index - 1]
        or before in words.sets["somebody"]
        or before in words.sets["service"]
    )


def _may_have_done_it(sentence: Sentence, index: int, joined: bool, words: Words) -> bool:
    """After an "and" the one who acts stands farther back: a person or a service, not what they acted on."""
    form = sentence.words[index].form
    if not form[0].isalnum():
        return False
    if joined and form in _OBJECTS:
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


def is_taken_back(sentence: Sentence, first: int, words: Words) -> bool:
    """Say whether what follows is told as what others called somebody, or as what should not be said."""
    if not words.sets["called_so"].isdisjoint(sentence.spoken[max(0, first - _FARTHEST_CALLED) : first]):
        return True
    line = f" {' '.join(sentence.spoken[max(0, first - _FARTHEST_TAKEN_BACK) : first])} "
    return _any_of(words.kinds["taken_back"]).search(line) is not None


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f" {one_of(phrases, ' ')} ")


def is_told_of_a_service(sentence: Sentence, first: int, last: int, words: Words) -> bool:
    """Say whether a sentence begins with a service or with what is ours, and names nobody up to here and in it."""
    before = sentence.spoken[:first]
    if any(sentence.named[1:last]) or not words.sets["somebody"].isdisjoint(sentence.spoken[:last]):
        return False
    if not words.sets["speech"].isdisjoint(before) or not words.sets["reporting"].isdisjoint(before):
        return False
    return before[:1] in (["our"], ["my"]) or any(
        form in words.sets["outside_service"] for form in before[:4]
    )


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
    near = sentence.spoken[index : index + 3]
    return any(form in words.sets["of_people"] or form in words.sets["pronoun"] for form in near)


def looks_like_a_title(
    sentence: Sentence, first: int, last: int, triggers: frozenset[str], words: Words
) -> bool:
    """Say whether what was met has a capital letter that no sentence asked for, such as Contact Theatre."""
    met = [index for index in range(first, last) if sentence.words[index].form in triggers]
    return any(_is_titled(sentence, index, words) for index in met)


def _is_titled(sentence: Sentence, index: int, words: Words) -> bool:
    word = sentence.words[index]
    if not word.titled:
        return False
    if index == 0:
        return (
            len(sentence.words) > 2
            and sentence.words[1].titled
            and sentence.spoken[1] not in words.sets["somebody"]
        )
    if not sentence.words[index - 1].form[0].isalnum():
        return False
    return word.form not in words.sets["person"]
