"""The forms a verb or noun takes in English, misspelt doublings included."""

from __future__ import annotations

from collections.abc import Mapping

_VOWELS = "aeiou"


def verb_forms(verb: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the forms of a verb: fail, fails, failed, failing; -ise and -ize both."""
    if verb in irregular:
        return (verb, *irregular[verb])
    forms = list(_regular(verb))
    if verb.endswith("ise"):
        forms += _regular(verb[:-3] + "ize")
    return tuple(dict.fromkeys(forms))


def _regular(verb: str) -> list[str]:
    if verb.endswith("e"):
        stem = verb[:-1]
        return [
            verb,
            verb + "s",
            verb + "d",
            (verb if verb.endswith(("ee", "oe")) else stem) + "ing",
        ]
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        stem = verb[:-1]
        return [verb, stem + "ies", stem + "ied", verb + "ing"]
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    forms = [verb, third, verb + "ed", verb + "ing"]
    if _doubles(verb):
        forms += [verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    return forms


def _doubles(verb: str) -> bool:
    last = verb[-3:]
    return len(last) == 3 and last[1] in _VOWELS and last[0] not in _VOWELS and last[2] not in _VOWELS + "wxy"


def noun_forms(noun: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return one and many: family, families."""
    if noun in irregular:
        return (noun, *irregular[noun])
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return (noun, noun[:-1] + "ies")
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return (noun, noun + "es")
    return (noun, noun + "s")
