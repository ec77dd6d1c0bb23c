"""Plans as they stand: a narrow line each for lists, the folded plan beside it, and what is unsettled in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, Select, bindparam, delete, func, or_, select, update

from fsdesk.store import bulk, erasing, numbers, schema, search

_plans, _folds, _differing = schema.plans, schema.folds, schema.differing
_AT_ONCE = 500
PUT_OFF = 0
"""The version of a plan that was changed and not folded since; no folding has it."""
_decode_frontier = msgspec.msgpack.Decoder(dict[str, int]).decode
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


class PlanLine(msgspec.Struct, frozen=True, kw_only=True):
    """What a list shows of one plan, and by what it is found.

    ``names`` is the folded text that the families list is searched by; ``line`` is whatever else a row shows, in
    a form that its writer chooses. Times are milliseconds since 1970 UTC; ``retention_on`` is the day up to which the
    plan is kept, as YYYY-MM-DD.
    """

    id: str
    code: str = ""
    title: str = ""
    state: str = ""
    version: int = 0
    changed_at: int = 0
    opened_at: int | None = None
    differing: int = 0
    names: str = ""
    line: bytes | None = None
    retention_on: str | None = None


class Fold(msgspec.Struct, frozen=True, kw_only=True):
    """A plan as its edits add up to it, with the version of the folding and how far each laptop's edits went in.

    Always to be had again from the edits.
    """

    version: int
    frontier: dict[str, int]
    body: bytes


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is kept of one plan besides its edits; ``unsettled`` holds a body for each differing id.

    ``words`` are the folded words that the plan is found by.
    """

    line: PlanLine
    fold: Fold
    unsettled: dict[str, bytes] = {}
    words: frozenset[str] = frozenset()


class Glance(NamedTuple):
    """The least that is read of every plan to say what there is to do today."""

    id: str
    title: str
    line: bytes | None
    opened_at: int | None
    differing: int


class Unsettled(msgspec.Struct, frozen=True):
    """One field of one plan whose versions nobody has settled."""

    plan: str
    id: str
    body: bytes


_LISTED = [_plans.c[name] for name in PlanLine.__struct_fields__]
_WRITTEN = {*PlanLine.__struct_fields__, "fold_version"} - {"id", "opened_at"}
_update_line = (
    update(_plans)
    .where(_plans.c.no == bindparam("no_"))
    .values({name: bindparam(f"{name}_") for name in _WRITTEN})
)
_drop_fold = delete(_folds).where(_folds.c.plan == bindparam("no_"))
_drop_unsettled = delete(_differing).where(_differing.c.plan == bindparam("no_"))
_known = select(_plans.c.id, _plans.c.differing).where(_plans.c.fold_version.is_not(None))
_lines = select(*_LISTED).where(_plans.c.fold_version.is_not(None))
_glances = select(*(_plans.c[name] for name in Glance._fields)).where(_plans.c.fold_version.is_not(None))
_fold = (
    select(_folds.c.version, _folds.c.frontier, _folds.c.body)
    .join(_plans, _plans.c.no == _folds.c.plan)
    .where(_plans.c.id == bindparam("plan"))
)
_unsettled = select(_plans.c.id, _differing.c.id, _differing.c.body).join(
    _plans, _plans.c.no == _differing.c.plan
)


def put(connection: Connection, standing: Iterable[Standing]) -> None:
    """Keep plans as they stand, in place of what was kept of each; when it was last opened stays."""
    given = list(standing)
    if not given:
        return
    known = numbers.for_plans(connection, (one.line.id for one in given))
    places = [{"no_": no} for no in known.values()]
    connection.execute(_update_line, [_line_values(one, known[one.line.id]) for one in given])
    connection.execute(_drop_fold, places)
    bulk.add(connection, _folds, [_fold_row(one.fold, known[one.line.id]) for one in given])
    connection.execute(_drop_unsettled, places)
    rows = [(known[one.line.id], id_, body) for one in given for id_, body in one.unsettled.items()]
    bulk.add(connection, _differing, rows)
    search.put(connection, {known[one.line.id]: one.words for one in given})


def _line_values(standing: Standing, no: int) -> dict[str, Any]:
    values = {f"{name}_": value for name, value in msgspec.structs.asdict(standing.line).items()}
    del values["id_"], values["opened_at_"]
    return values | {"no_": no, "differing_": len(standing.unsettled), "fold_version_": standing.fold.version}


def _fold_row(fold: Fold, no: int) -> tuple[Any, ...]:
    return no, fold.version, _encode(fold.frontier), fold.body


def fold(connection: Connection, plan: str) -> Fold | None:
    """Return a plan as it was last folded, or nothing when it must be folded first."""
    kept = connection.execute(_fold, {"plan": plan}).one_or_none()
    if kept is None:
        return None
    return Fold(version=kept.version, frontier=_decode_frontier(kept.frontier), body=kept.body)


def lines(connection: Connection) -> list[PlanLine]:
    """Return a line for every plan that was folded, the last changed first."""
    return list(each_line(connection))


def each_line(connection: Connection) -> Iterator[PlanLine]:
    """Yield the lines as `lines` returns them, so that of thousands no more is held than somebody wants."""
    return map(_line, connection.execute(_lines.order_by(_plans.c.changed_at.desc(), _plans.c.id)))


def rows(connection: Connection) -> list[tuple[str, str, bytes | None]]:
    """Return id, title and whatever else a row shows of every plan that was folded."""
    query = select(_plans.c.id, _plans.c.title, _plans.c.line).where(_plans.c.fold_version.is_not(None))
    return [(id_, title, kept) for id_, title, kept in connection.execute(query)]


def glances(connection: Connection) -> list[Glance]:
    """Return the least of every plan that was folded, in no order."""
    return [Glance(*row) for row in connection.execute(_glances)]


def line(connection: Connection, plan: str) -> PlanLine | None:
    """Return the line of one plan, or nothing when the store does not have it."""
    kept = connection.execute(_lines.where(_plans.c.id == plan)).one_or_none()
    return None if kept is None else _line(kept)


def kept_until(connection: Connection, until: str) -> list[PlanLine]:
    """Return a line for every plan that is kept up to this day or an earlier one (YYYY-MM-DD), the earliest first."""
    found = _lines.where(_plans.c.retention_on <= until).order_by(_plans.c.retention_on, _plans.c.id)
    return [_line(row) for row in connection.execute(found)]


def with_code(connection: Connection, code: str) -> list[PlanLine]:
    """Return the plans with this code; two only when two workers drew the same."""
    return [
        _line(row) for row in connection.execute(_lines.where(_plans.c.code == code).order_by(_plans.c.id))
    ]


def unsettled(connection: Connection) -> list[Unsettled]:
    """Return every unsettled field of every plan, in the order of plans and ids."""
    rows = [Unsettled(*row) for row in connection.execute(_unsettled)]
    return sorted(rows, key=lambda one: (one.plan, one.id))


def unsettled_of(connection: Connection, wanted: Iterable[str]) -> set[tuple[str, str]]:
    """Return the unsettled fields of some plans, each by its plan and its id."""
    query = select(_plans.c.id, _differing.c.id).join(_plans, _plans.c.no == _differing.c.plan)
    return {
        (row[0], row[1])
        for some in _in_pieces(wanted)
        for row in connection.execute(query.where(_plans.c.id.in_(some)))
    }


def count(connection: Connection) -> int:
    """Return how many plans the store holds, erased ones left out."""
    query = select(func.count()).select_from(_plans).where(_plans.c.fold_version.is_not(None))
    return int(connection.execute(query).scalar_one())


def to_fold(connection: Connection, version: int) -> list[str]:
    """Return the ids of plans that hold edits and were never folded, or by another version of the folding."""
    return sorted(connection.execute(_to_fold(), {"version": version}).scalars())


@cache
def _to_fold() -> Select[str]:
    folded = _plans.c.fold_version
    # Neither "other than this version" nor an order here: both would read every plan through.
    waits = or_(folded.is_(None), folded < bindparam("version"), folded > bindparam("version"))
    here = _plans.c.no.not_in(erasing.numbers_now())
    return select(_plans.c.id).where(waits, here)


def known(connection: Connection, wanted: Iterable[str]) -> dict[str, int]:
    """Return those of some plans that have a line, each with how many of its fields were unsettled."""
    return {
        row.id: row.differing
        for some in _in_pieces(wanted)
        for row in connection.execute(_known.where(_plans.c.id.in_(some)))
    }


def put_off(connection: Connection, wanted: Iterable[str]) -> None:
    """Note that some plans are to be folded again before anybody reads them; new ones count as plans from now on."""
    for some in _in_pieces(wanted):
        numbers_ = select(_plans.c.no).where(_plans.c.id.in_(some))
        connection.execute(delete(_folds).where(_folds.c.plan.in_(numbers_)))
        connection.execute(update(_plans).where(_plans.c.id.in_(some)).values(fold_version=PUT_OFF))


def _in_pieces(wanted: Iterable[str]) -> Iterator[list[str]]:
    left = iter(wanted)
    while some := list(islice(left, _AT_ONCE)):
        yield some


def opened(connection: Connection, plan: str, at: int) -> None:
    """Note when a plan was last opened on this laptop."""
    connection.execute(update(_plans).where(_plans.c.id == plan).values(opened_at=at))


def _line(row: Row[Any]) -> PlanLine:
    return PlanLine(**row._mapping)
