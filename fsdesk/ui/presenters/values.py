"""A field of the plan as the text of its control, and the record with what was typed or chosen there."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from datetime import date
from types import NoneType
from typing import Any, get_args, get_origin

import msgspec
from msgspec.structs import replace

from fsdesk.plans import fields
from fsdesk.plans.model import Direction, Span, SpanKind, Voice, VoiceKind

YES, NO = "yes", "no"
_STRONG = {"L": Direction.LTR, "R": Direction.RTL, "AL": Direction.RTL}
_BY = ("by", "lang")
"""What names a value in a short list of values: who confirmed, which language."""
_OWN_WORDS = {
    ("Wellbeing", "child_view"): "child",
    ("Agreement", "words"): "person",
    ("Share", "their_view"): "",
    ("Feedback", "text"): "from_person",
    ("FeelSafe", "words"): "person",
    ("AboutUs", "words"): "person",
    ("Mark", "words"): "by",
    ("Voice", "words"): "person",
    ("Matter", "words"): "person",
}
"""Fields that hold somebody's own words, and the field that says whose."""
_FAMILY_WORDS = frozenset({"why_now", "reason"})
"""The family's words of the plan itself."""


def text_of(value: Any, field: str, at: int = 0) -> str:
    """What stands in a field, as its control shows it; ``field`` may name a part of a part, as in "scale/today"."""
    first, _, rest = field.partition("/")
    held = getattr(value, first, None)
    if rest:
        return text_of(held, rest, at)
    if _holds_runs(type(value), first):
        return held[at].text if held and at < len(held) else ""
    return _as_text(held)


def written(value: Any, field: str, at: int, text: str) -> Any:
    """The value with this text in the field; as it was where the text is not (yet) one that the field can hold."""
    first, _, rest = field.partition("/")
    if rest:
        return _written_inside(value, first, rest, at, text)
    if _holds_runs(type(value), first):
        return _with_run(value, first, at, text)
    with suppress(msgspec.ValidationError, ValueError):
        hint = _hint(type(value), first)
        return replace(value, **{first: _as_value(hint, getattr(value, first), text)})
    return value


def can_hold(value: Any, field: str, at: int, text: str) -> bool:
    """Whether the field would hold what this text says."""
    after = written(value, field, at, text)
    return after is not value or text_of(value, field, at) == text


def _written_inside(value: Any, first: str, rest: str, at: int, text: str) -> Any:
    """A part that is not there yet comes with its first value; one left without any value goes."""
    held = getattr(value, first)
    kind = _kind_inside(type(value), first)
    if held is None:
        begun = _begun(kind, rest, at, text)
        return value if begun is None else replace(value, **{first: begun})
    if not text.strip() and _is_needed(kind, rest):
        return replace(value, **{first: None})
    after = written(held, rest, at, text)
    if after is held:
        return value
    is_bare = not _needed(kind) and after == kind() and is_optional_part(value, first)
    return replace(value, **{first: None if is_bare else after})


def _begun(kind: Any, field: str, at: int, text: str) -> Any:
    """A new part with this in it; nothing where the part cannot be begun with it."""
    if not text.strip() or not _needed(kind) <= {field}:
        return None
    with suppress(msgspec.ValidationError):
        begun = msgspec.convert({field: text} if _needed(kind) else {}, kind, strict=False)
        after = written(begun, field, at, text)
        return None if after is begun else after
    return None


def is_optional_part(value: Any, field: str) -> bool:
    """Whether a part of the value may be missing."""
    return NoneType in fields.alternatives(_hint(type(value), field))


def is_day(value: Any, field: str) -> bool:
    """Whether the field holds a day."""
    first, _, rest = field.partition("/")
    if rest:
        return is_day_of(_kind_inside(type(value), first), rest)
    return is_day_of(type(value), first)


def is_day_of(struct: Any, field: str) -> bool:
    """Whether this field of a part of the model holds a day."""
    return date in fields.alternatives(_hint(struct, field))


def is_optional(value: Any, field: str) -> bool:
    """Whether the field can hold nothing at all."""
    first, _, rest = field.partition("/")
    struct = _kind_inside(type(value), first) if rest else type(value)
    hint = _hint(struct, rest or first)
    return NoneType in fields.alternatives(hint) or bool(rest and _is_needed(struct, rest))


def _kind_inside(struct: type, field: str) -> Any:
    found = fields.alternatives(_hint(struct, field))
    return next(one for one in found if isinstance(one, type) and issubclass(one, msgspec.Struct))


def _hint(struct: Any, field: str) -> Any:
    return fields.hints_of(struct)[field]


def _needed(struct: Any) -> set[str]:
    return {name for name, facts in fields.facts_of(struct).items() if facts.required}


def _is_needed(struct: Any, field: str) -> bool:
    return fields.facts_of(struct)[field].required


def _holds_runs(struct: type, field: str) -> bool:
    if not issubclass(struct, msgspec.Struct):
        return False
    bare = fields.strip(_hint(struct, field))
    return get_origin(bare) is tuple and get_args(bare)[0] is Span


def _with_run(value: Any, field: str, at: int, text: str) -> Any:
    spans: tuple[Span, ...] = getattr(value, field)
    if at >= len(spans):
        return replace(value, **{field: (*spans, _new_run(value, field, text))}) if text else value
    run = replace(spans[at], text=text, dir=_direction(text, spans[at].dir))
    return replace(value, **{field: (*spans[:at], run, *spans[at + 1 :])})


def _new_run(value: Any, field: str, text: str) -> Span:
    speaker, kind = _OWN_WORDS.get((type(value).__name__, field)), kind_of_words(value, field)
    whose = getattr(value, speaker) if speaker and kind is SpanKind.QUOTE else None
    return Span(text=text, kind=kind, speaker=whose, dir=_direction(text, Direction.LTR))


def _direction(text: str, before: Direction) -> Direction:
    """The way that words run: as their first letter does (UAX #9, P2), or as before where they have none."""
    ways = (unicodedata.bidirectional(sign) for sign in text)
    first = next((way for way in ways if way in _STRONG), "")
    return _STRONG.get(first, before)


def kind_of_words(value: Any, field: str) -> SpanKind:
    """Whose words are written in a field in which nothing stands yet."""
    if isinstance(value, Voice) and value.kind is VoiceKind.SUMMARY:
        return SpanKind.SUMMARY if field == "words" else SpanKind.WORKER
    own = (type(value).__name__, field) in _OWN_WORDS or field.rpartition("/")[2] in _FAMILY_WORDS
    return SpanKind.QUOTE if own else SpanKind.WORKER


def _as_text(held: Any) -> str:
    if held is None or held is False:
        return NO if held is False else ""
    if held is True:
        return YES
    if isinstance(held, frozenset | tuple):
        return "\n".join(sorted(_named(one) for one in held))
    return str(msgspec.to_builtins(held))


def _named(one: Any) -> str:
    name = next((getattr(one, field) for field in _BY if hasattr(one, field)), one)
    return str(msgspec.to_builtins(name))


def _as_value(hint: Any, before: Any, text: str) -> Any:
    kinds = fields.alternatives(hint)
    if fields.is_set_hint(hint):
        return msgspec.convert([one.strip() for one in text.split("\n") if one.strip()], hint)
    if get_origin(fields.strip(hint)) is tuple:
        return _listed(fields.strip(hint), before, text)
    if not text.strip() and NoneType in kinds:
        return None
    if bool in kinds:
        return text == YES
    return msgspec.convert(text if str in kinds else text.strip(), hint, strict=False)


def _listed(hint: Any, before: Any, text: str) -> Any:
    """Values known by one of their fields: those that were there stay as they were."""
    kind = get_args(hint)[0]
    by = next(name for name in _BY if name in kind.__struct_fields__)
    wanted = [one for one in text.split("\n") if one]
    known = {getattr(one, by): one for one in before}
    stay = (one for name, one in known.items() if name in wanted)
    return (*stay, *(kind(**{by: one}) for one in wanted if one not in known))
