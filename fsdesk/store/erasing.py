"""The one way in which words leave a store: a whole plan erased, its chain left so that it still verifies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, delete, insert, or_, select, update

from fsdesk.store import left, numbers, pictures_of, schema, search

_erasures, _turns, _plans = schema.erasures, schema.erasure_turns, schema.plans
_FIRST = 1


class Erasure(msgspec.Struct, frozen=True, kw_only=True):
    """A plan that was erased here: by whom, when (milliseconds since 1970 UTC) and why.

    ``turn`` counts what became of it: 1 erased, 2 let in again, 3 erased once more, and so on; then ``turned_at``
    and ``turned_by`` say when and by whom.
    """

    plan: str
    erased_at: int
    who: str
    why: str = ""
    turn: int = _FIRST
    turned_at: int | None = None
    turned_by: str = ""

    @property
    def holds(self) -> bool:
        """Whether the plan is erased now, and was not let in again."""
        return self.turn % 2 == 1

    @property
    def since(self) -> int:
        """When it was erased the last time."""
        return self.turned_at if self.turn > _FIRST and self.turned_at is not None else self.erased_at


def erase(connection: Connection, erasure: Erasure) -> bool:
    """Drop everything a plan says, and return whether anything was to do: headers and commitments stay.

    Parts, salts, drafts, the folded plan, what lists and search show of it, what acts noted of it, what was held of
    it and the pictures that no other plan has go. The plan is known as erased from now on, and what comes of it again
    is not filled in. The pages that were given up may hold words until `sweeping.sweep` was through.
    """
    known = of_plan(connection, erasure.plan)
    if known is not None and known.holds:
        return False
    no = numbers.for_plan(connection, erasure.plan)
    _note(connection, no, known, erasure)
    _take_out(connection, no, erasure.plan)
    _note_unswept(connection, erasure.since)
    return True


def _note(connection: Connection, no: int, known: Erasure | None, erasure: Erasure) -> None:
    if known is None:
        values = {"plan": no, "erased_at": erasure.erased_at, "who": erasure.who, "why": erasure.why}
        connection.execute(insert(_erasures).values(values))
        if erasure.turn > _FIRST:
            _turn(connection, no, erasure.turn, erasure.since, erasure.turned_by)
        return
    turn = erasure.turn if erasure.turn > known.turn else known.turn + 1
    _turn(connection, no, turn, erasure.since, erasure.turned_by or erasure.who)


def _turn(connection: Connection, no: int, turn: int, at: int, who: str) -> None:
    values = {"turn": turn, "turned_at": at, "who": who}
    done = connection.execute(update(_turns).where(_turns.c.plan == no).values(values))
    if not done.rowcount:
        connection.execute(insert(_turns).values(values | {"plan": no}))


def _take_out(connection: Connection, no: int, plan: str) -> None:
    pictures_of.take_out(connection, no, plan)  # reads what the edits say, so it comes first
    search.take_out(connection, [no])
    edits, further, acts, held = schema.edits, schema.further_parts, schema.acts, schema.held
    connection.execute(update(edits).where(edits.c.plan == no).values(general=None, sealed=None, own=None))
    connection.execute(update(further).where(further.c.plan == no).values(body=None))
    connection.execute(update(acts).where(acts.c.plan == no).values(detail=None))
    left.forget(connection, plan)
    for table in (schema.folds, schema.differing):
        connection.execute(delete(table).where(table.c.plan == no))
    connection.execute(delete(schema.drafts).where(schema.drafts.c.plan == plan))
    connection.execute(delete(held).where(held.c.plan == plan))
    pairs = schema.family_pairs
    connection.execute(delete(pairs).where((pairs.c.one == no) | (pairs.c.other == no)))
    _forget_line(connection, no)


def _forget_line(connection: Connection, no: int) -> None:
    empty: dict[str, object] = dict.fromkeys(("code", "title", "state", "names"), "")
    empty |= dict.fromkeys(("version", "changed_at", "differing"), 0)
    empty |= dict.fromkeys(("opened_at", "line", "fold_version", "retention_on"))
    connection.execute(update(_plans).where(_plans.c.no == no).values(empty))


def _note_unswept(connection: Connection, at: int) -> None:
    if not is_unswept(connection):
        connection.execute(insert(schema.unswept).values(one=1, since=at))


def is_unswept(connection: Connection) -> bool:
    """Say whether words that were erased may still stand in pages that were given up."""
    return connection.execute(select(schema.unswept.c.one)).scalar() is not None


def swept(connection: Connection) -> None:
    """Note that every page was written anew since the last erasure."""
    connection.execute(delete(schema.unswept))


def let_in(connection: Connection, plan: str, who: str, at: int) -> None:
    """Let a plan that was erased here in again: what comes of it is taken from now on. What was erased stays gone."""
    known = of_plan(connection, plan)
    if known is not None and known.holds:
        _turn(connection, numbers.for_plan(connection, plan), known.turn + 1, at, who)


def take_over(connection: Connection, told: Iterable[Erasure]) -> bool:
    """Make this store keep to a list of erasures that knows more than it does, and return whether it was behind."""
    behind = False
    for one in told:
        known = of_plan(connection, one.plan)
        if known is None or one.turn > known.turn:
            behind = True
            _take_over_one(connection, known, one)
    return behind


def _take_over_one(connection: Connection, known: Erasure | None, one: Erasure) -> None:
    if one.holds and (known is None or not known.holds):
        erase(connection, one)
        return
    no = numbers.for_plan(connection, one.plan)
    if known is None:
        _note(connection, no, None, one)
    else:
        _turn(connection, no, one.turn, one.since, one.turned_by)


def is_erased(connection: Connection, plan: str) -> bool:
    """Say whether a plan was erased here, and not let in again."""
    known = of_plan(connection, plan)
    return known is not None and known.holds


def erased(connection: Connection) -> dict[str, Erasure]:
    """Return the plans that are erased here now, by their ids."""
    return {one.plan: one for one in every(connection) if one.holds}


_EVERY = (
    select(
        _plans.c.id,
        _erasures.c.erased_at,
        _erasures.c.who,
        _erasures.c.why,
        _turns.c.turn,
        _turns.c.turned_at,
        _turns.c.who.label("turned_by"),
    )
    .join(_plans, _plans.c.no == _erasures.c.plan)
    .outerjoin(_turns, _turns.c.plan == _erasures.c.plan)
)


def of_plan(connection: Connection, plan: str) -> Erasure | None:
    """Return what is known of a plan's erasure, or nothing when it was never erased here."""
    row = connection.execute(_EVERY.where(_plans.c.id == plan)).one_or_none()
    return None if row is None else _read(row)


def every(connection: Connection) -> list[Erasure]:
    """Return the list of erasures, the earliest first; a restored backup is brought up to it."""
    return [_read(row) for row in connection.execute(_EVERY.order_by(_erasures.c.erased_at, _plans.c.id))]


def numbers_now() -> Select[tuple[int]]:
    """Return the query for the numbers of the plans that are erased here now."""
    joined = select(_erasures.c.plan).outerjoin(_turns, _turns.c.plan == _erasures.c.plan)
    return joined.where(or_(_turns.c.turn.is_(None), _turns.c.turn % 2 == 1))


def of_first_schema(connection: Connection) -> list[Erasure]:
    """Return the list of erasures of a store that was never brought beyond its first schema."""
    columns = (_plans.c.id, _erasures.c.erased_at, _erasures.c.who, _erasures.c.why)
    query = select(*columns).join(_plans, _plans.c.no == _erasures.c.plan)
    return [
        Erasure(plan=row[0], erased_at=row[1], who=row[2], why=row[3]) for row in connection.execute(query)
    ]


def _read(row: Iterable[Any]) -> Erasure:
    plan, erased_at, who, why, turn, turned_at, turned_by = row
    return Erasure(
        plan=plan,
        erased_at=erased_at,
        who=who,
        why=why,
        turn=turn or _FIRST,
        turned_at=turned_at,
        turned_by=turned_by or "",
    )
