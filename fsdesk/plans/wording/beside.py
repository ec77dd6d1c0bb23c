"""What stands beside words that were met and tells that nobody is hurt: things, praise, plain words, a story."""

from __future__ import annotations

import re

from fsdesk.plans.wording.patterns import Words
from fsdesk.plans.wording.tokens import Sentence

OF_MATTERS_TOO = frozenset(
    {
        "JARGON",
        "SYSTEM",
        "LABEL",
        "ABLE",
        "EUPHEMISM",
        "FIXIT",
        "IMPERSONAL",
        "REFER",
        "VICTIM",
        "ABSOLUTE",
        "PASSIVE",
    }
)
"""Categories whose words are said of things, games and the weather too: the outcome of the match."""
ONLY_OF_PEOPLE = OF_MATTERS_TOO - {"ABLE"}
"""Categories that are left alone in a sentence about things alone."""
MAY_BE_LAW = frozenset({"PROFCENTRE", "THREAT", "FIXIT"})
"""Categories that are left alone where the law or a court says so."""
SERVICES_TOO = frozenset({"BLAME", "DEFICIT", "ABSOLUTE", "LABEL", "FIXIT", "VICTIM", "POVERTY"})
"""Categories that are left alone where a service is spoken of, whatever the entry."""
MAY_BE_EXPLAINED = frozenset({"JARGON", "SYSTEM", "REFER"})
"""Categories of hard words that are left alone where they are told in plain ones."""
QUIET_IN_PRAISE = frozenset({"ABSOLUTE", "LABEL", "BLAME"})
"""Categories that are not read where somebody is spoken well of: always there with soup."""
_NEAR_WORD = re.compile(r"[^\W_]+")
_FARTHEST_MEANING = 8


def is_another_language(piece: str, words: Words) -> bool:
    """Say whether a sentence of an English text holds words of another language and hardly any of English."""
    forms = _NEAR_WORD.findall(piece.lower())
    foreign = sum(form in words.sets["foreign"] for form in forms)
    return foreign > 1 and foreign > sum(
        form in words.common and form not in words.sets["foreign"] for form in forms
    )


def is_explained(sentence: Sentence, last: int, words: Words) -> bool:
    """Say whether a hard word is told right away in plain ones: "(a talk about ...)", "which means ..."."""
    following = sentence.spoken[last : last + _FARTHEST_MEANING]
    return following[:1] == ["("] or not words.sets["explaining"].isdisjoint(following)


def is_in_a_story(sentence: Sentence, last: int, words: Words) -> bool:
    """Say whether this is said of somebody in a film, a play or a game."""
    if not words.sets["fiction"].isdisjoint(sentence.spoken[:3]):
        return True
    following = sentence.spoken[last : last + 4]
    begins = (
        following[:1] in (["in"], ["from"], ["of"])
        and following[1:2] != []
        and following[1] in words.sets["article"]
    )
    return begins and not words.sets["story"].isdisjoint(following)


def is_about_a_matter(sentence: Sentence, first: int, last: int, words: Words) -> bool:
    """Say whether a word for people stands right beside the name of a thing, an animal, a game or the weather."""
    matter = words.sets["matter"]
    forms = sentence.spoken[max(0, first - 2) : last + 4]
    at = first - max(0, first - 2)
    before, after = forms[max(0, at - 2) : at], forms[at + last - first :]
    if any(form in matter for form in before[-1:]) or any(form in matter for form in after[:1]):
        return True
    if len(before) > 1 and before[0] in matter and before[1] in words.sets["copula"]:
        return True
    return after[:1] in (["of"], ["about"], ["for"]) and any(form in matter for form in after[1:4])


def is_without_people(sentence: Sentence, words: Words) -> bool:
    """Say whether a sentence speaks of things, and of nobody: the outcome of the match was two all."""
    if sentence.forms.isdisjoint(words.sets["matter"]) or any(sentence.named[1:]):
        return False
    return sentence.forms.isdisjoint(words.sets["somebody"])


def is_praise(sentence: Sentence, words: Words) -> bool:
    """Say whether a sentence speaks well of somebody and takes nothing of it back."""
    return not sentence.forms.isdisjoint(words.sets["praise"]) and sentence.forms.isdisjoint(
        words.sets["taking_back"]
    )


def is_by_law(sentence: Sentence, first: int, words: Words) -> bool:
    """Say whether a court, an order or the law speaks before this place: not the service."""
    return not words.sets["law"].isdisjoint(sentence.spoken[:first])
