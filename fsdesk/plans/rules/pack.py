"""The rule pack: its version, its thresholds, and the words people read for each rule."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, TypeVar

import msgspec

from fsdesk import resources
from fsdesk.errors import Refused

Positive = Annotated[int, msgspec.Meta(ge=1, le=10_000)]
Percent = Annotated[int, msgspec.Meta(ge=1, le=100)]
T = TypeVar("T")


class Thresholds(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The settings of the rules; ours, to be set with families and workers, never to compare anybody by."""

    child_needs_another_way_under_years: Positive
    same_support_again_days: Positive
    family_share_percent: Percent
    one_person_share_percent: Percent
    fewest_steps_to_share: Positive
    fewest_options: Positive
    waiting_days: Positive
    waiting_with_nothing_days: Positive
    review_weeks: Positive
    review_weeks_with_serious_worry: Positive
    most_helpers: Positive
    feedback_days: Positive
    reviews_before_asking_what_feels_safe: Positive
    copy_from_years: Positive
    wording_negation_words: Positive


class Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One version of the rule pack."""

    version: str
    thresholds: Thresholds


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One message and what could come next."""

    message: str
    next_step: str


class RuleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What people read about one rule: its title, why it is there, and its messages by name."""

    title: str
    why: str
    say: dict[str, Said]


class Broken(Refused):
    """A file of the rule pack cannot be read."""

    what_next = "Put back the file that came with fsdesk, or mend the entry."


@cache
def load() -> Pack:
    """Return the pack that comes with the program, read once. Raises Broken naming file and entry."""
    return read(opened("pack.toml"), Pack, "rules/pack.toml")


@cache
def words_of(rule: str, language: str = "en") -> RuleWords:
    """Return the words of one rule, in English where a language has none. Raises Broken naming file and entry."""
    for folder in (language, "en"):
        try:
            text = opened(folder, f"{rule}.toml")
        except FileNotFoundError:
            continue
        return read(text, RuleWords, f"rules/{folder}/{rule}.toml")
    raise Broken(f"The words of rule {rule} are missing from rules/en.")


def said(rule: str, name: str) -> Said:
    """Return one message of a rule. Raises Broken naming file and entry."""
    try:
        return words_of(rule).say[name]
    except KeyError:
        raise Broken(f"rules/en/{rule}.toml has no entry say.{name}.") from None


def opened(*parts: str) -> str:
    """Return the text of one file of the rule pack. Raises FileNotFoundError, and Broken when it is not UTF-8."""
    try:
        return resources.read_text("rules", *parts)
    except UnicodeDecodeError:
        raise Broken(f"{'/'.join(('rules', *parts))} is not UTF-8 text.") from None


def read(text: str, kind: type[T], name: str) -> T:
    """Return TOML as a value of this kind. Raises Broken naming the file and the entry that does not fit."""
    try:
        return msgspec.convert(tomllib.loads(text), kind)
    except tomllib.TOMLDecodeError as fault:
        raise Broken(f"{name} is not TOML: {fault}.") from None
    except msgspec.ValidationError as fault:
        raise Broken(f"{name} does not fit: {fault}.") from None


_SLOT = re.compile(r"\{(\w+)\}")


def filled(sentence: str, fill: Mapping[str, Any]) -> str:
    """Return a sentence with its {slots} filled once; what a name holds is never read as a slot."""
    return _SLOT.sub(lambda slot: str(fill.get(slot[1], slot[0])), sentence)
