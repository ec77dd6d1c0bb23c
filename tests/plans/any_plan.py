"""Invented plans of any shape: drawn at random from the model itself, or with every single field filled in."""

from __future__ import annotations

import enum
import types
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from fsdesk.plans import fields
from fsdesk.plans import model as m
from fsdesk.plans.model.base import Id, Lang, Month
from fsdesk.plans.model.plan import CODE_PATTERN

CODES = st.sampled_from(["K7QM-3TXH", "00000000", "ZZZZ-ZZZZ"])
WORDS = st.text(max_size=12) | st.sampled_from(
    ["Tea together", "صباح الخير", "e\u0301", "😀\u200d", "a\nb\t\0", " "]
)
_IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.\-]{0,11}", fullmatch=True)
_BY_PATTERN = {
    Id.__metadata__[0].pattern: _IDS,
    CODE_PATTERN: CODES,
    Lang.__metadata__[0].pattern: st.sampled_from(["en", "ar", "sco", "zh-Hans", "pa-Arab-PK"]),
    Month.__metadata__[0].pattern: st.dates().map(lambda day: f"{day.year:04}-{day.month:02}"),
    m.Clock.__metadata__[0].pattern: st.sampled_from(["00:00", "09:30", "23:59"]),
    r"^[0-9a-f]{64}$(?!\n)": st.sampled_from(["0" * 64, "9f" * 32]),
}
_ZONES = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-9))])
Ids = Mapping[str, list[str]]


@st.composite
def any_plan(draw: st.DrawFn, most: int = 4) -> m.Plan:
    """A plan with people, goals and some further lists, every field of every record anything the model allows."""
    lists = {"people", "goals"} | draw(st.sets(st.sampled_from(sorted(fields.collections())), max_size=most))
    numbered = draw(st.lists(_IDS, min_size=2 * len(lists), max_size=2 * len(lists), unique=True))
    ids = {name: numbered[2 * at : 2 * at + draw(st.integers(1, 2))] for at, name in enumerate(sorted(lists))}
    made = {name: tuple(any_record(draw, name, one, ids) for one in ids[name]) for name in ids}
    empty = dict.fromkeys(fields.collections(), ())
    return _struct(draw, m.Plan, ids, {**empty, **made})


def any_record(draw: st.DrawFn, collection: str, name: str, ids: Ids) -> Any:
    """A record of one collection under a given id; what it refers to is among `ids`."""
    return _struct(draw, fields.collections()[collection], ids, {"id": name})


def _struct(draw: st.DrawFn, kind: type, ids: Ids, given: Mapping[str, Any]) -> Any:
    values = dict(given)
    for one in msgspec.structs.fields(kind):
        if one.name not in given and (one.required or draw(st.booleans())):
            values[one.name] = _value(draw, fields.hints_of(kind)[one.name], ids)
    return kind(**values)


def _value(draw: st.DrawFn, hint: Any, ids: Ids) -> Any:
    refers = fields.extra_of(hint).get("refers", ())
    kind, asked = _bare(hint)
    if refers:
        named = [one for name in (ids if refers == ("*",) else refers) for one in ids.get(name, [])]
        return _reference(draw, kind, named)
    if get_origin(kind) in (Union, types.UnionType):
        return _value(draw, get_args(kind)[0], ids) if draw(st.booleans()) else None
    if get_origin(kind) in (tuple, frozenset):
        many = range(draw(st.integers(0, 2)))
        return get_origin(kind)([_value(draw, get_args(kind)[0], ids) for _ in many])
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _struct(draw, kind, ids, {})
    return draw(_leaf(kind, asked.get("pattern"), asked.get("ge"), asked.get("le")))


def _reference(draw: st.DrawFn, kind: Any, named: list[str]) -> Any:
    if get_origin(kind) is frozenset:
        return frozenset(draw(st.lists(st.sampled_from(named), max_size=3))) if named else frozenset()
    optional = get_origin(kind) in (Union, types.UnionType)
    return None if optional and not named else draw(st.sampled_from([*named, None] if optional else named))


@cache
def _leaf(kind: Any, pattern: str | None, least: int | None, most: int | None) -> st.SearchStrategy[Any]:
    if get_origin(kind) is dict:
        return st.dictionaries(WORDS, st.integers(0, 2**53 - 1), max_size=2)
    if issubclass(kind, enum.Enum):
        return st.sampled_from(list(kind))
    if least is not None:
        return st.integers(least, most)
    return _BY_TYPE[kind] if pattern is None else _BY_PATTERN[pattern]


_BY_TYPE: dict[type, st.SearchStrategy[Any]] = {
    str: WORDS,
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=_ZONES),
}


def _bare(hint: Any) -> tuple[Any, dict[str, Any]]:
    """Return a hint without its notes, and what the notes ask for."""
    asked: dict[str, Any] = {}
    while get_origin(hint) is Annotated:
        hint, *notes = get_args(hint)
        told = {(name, getattr(note, name)) for note in notes for name in ("pattern", "ge", "le")}
        asked |= {name: value for name, value in told if value is not None}
    return hint, asked


def whole_plan(say: Callable[[str, str], str]) -> m.Plan:
    """A plan with one record in every list and every field of it filled; `say` gives the words for a field.

    What refers to a record refers to the one record of the first list it may point into.
    """
    made: dict[str, Any] = {}
    for name, kind in fields.collections().items():
        made[name] = (
            kind(**_filled(kind, lambda field, name=name: say(name, field)) | {"id": f"the-{name}"}),
        )
    bare = _filled(m.Plan, lambda field: say(fields.PLAN, field))
    return m.Plan(**{**bare, **made, "id": "plan", "code": "K7QM-3TXH"})


def _filled(kind: type, say: Callable[[str], str]) -> dict[str, Any]:
    hints, lists = fields.hints_of(kind), fields.collections() if kind is m.Plan else {}
    return {
        one.name: _not(one.default, _full(hints[one.name], say, one.name))
        for one in msgspec.structs.fields(kind)
        if one.name not in ("audience", "sealed", "changed_at", *lists)
    }


def _not(default: Any, value: Any) -> Any:
    """The value, or another of its kind when it is the one that goes without saying."""
    if value != default:
        return value
    if isinstance(value, enum.Enum):
        return next(iter(type(value)))
    return not value if isinstance(value, bool) else value + 1


def _full(hint: Any, say: Callable[[str], str], field: str) -> Any:
    refers = fields.extra_of(hint).get("refers", ())
    kind, asked = _bare(hint)
    if refers:
        one = "the-people" if refers == ("*",) else f"the-{refers[0]}"
        return frozenset({one}) if get_origin(kind) is frozenset else one
    if get_origin(kind) in (Union, types.UnionType):
        return _full(get_args(kind)[0], say, field)
    if get_origin(kind) in (tuple, frozenset):
        return get_origin(kind)([_full(get_args(kind)[0], say, field)])
    if get_origin(kind) is dict:
        return {"laptop": 1}
    if issubclass(kind, msgspec.Struct):
        return kind(**_filled(kind, lambda _: say(field)))
    return _one(kind, asked, lambda: say(field))


def _one(kind: type, asked: dict[str, Any], say: Callable[[], str]) -> Any:
    if issubclass(kind, enum.Enum):
        return list(kind)[-1]
    if kind is str:
        return _EXAMPLES[asked["pattern"]] if "pattern" in asked else say()
    found = {bool: True, date: date(2026, 11, 21), datetime: datetime(2026, 11, 21, 9, 30, tzinfo=UTC)}
    return found[kind] if kind in found else asked["ge"] + 1


_EXAMPLES = {
    Id.__metadata__[0].pattern: "an-id",
    CODE_PATTERN: "K7QM-3TXH",
    Lang.__metadata__[0].pattern: "gd",
    Month.__metadata__[0].pattern: "2018-03",
    m.Clock.__metadata__[0].pattern: "09:30",
    r"^[0-9a-f]{64}$(?!\n)": "9f" * 32,
}
