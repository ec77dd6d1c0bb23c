"""Search, pairs of families, days of retention, the roster, and the acts by which something leaves.

Never edited once stores that have taken this step exist outside the room it was made in.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MOMENT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of the second schema, and put every plan off until somebody lists or looks for it.

    Its words and its day of retention are noted when it is folded then; the fold that is kept stays good.
    """
    _retention()
    _search()
    _family_pairs()
    _rosters()
    _acts()
    _erasing()
    for statement in (*_REPLACED, *_TRIGGERS, _PUT_OFF):
        op.execute(sa.text(statement))


def _table(name: str, *parts: sa.schema.SchemaItem, with_rowid: bool = True) -> None:
    op.create_table(name, *parts, sqlite_strict=True, sqlite_with_rowid=with_rowid)


def _column(name: str, kind: sa.types.TypeEngine[Any], *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=nullable)


def _retention() -> None:
    op.add_column("plans", _column("retention_on", sa.Text(), nullable=True))
    there = sa.text("retention_on IS NOT NULL")
    op.create_index("plans_by_retention", "plans", ["retention_on"], sqlite_where=there)


def _search() -> None:
    op.create_index("plans_by_fold", "plans", ["fold_version"])
    _table(
        "search_words",
        _column("plan", sa.Integer()),
        _column("words", sa.Text()),
        sa.PrimaryKeyConstraint("plan"),
        sa.ForeignKeyConstraint(["plan"], ["plans.no"]),
    )
    _table(
        "search_terms",
        _column("no", sa.Integer()),
        _column("term", sa.Text()),
        sa.PrimaryKeyConstraint("no"),
        sa.UniqueConstraint("term"),
    )
    _table(
        "search_slips",
        _column("key", sa.Text()),
        _column("term", sa.Integer()),
        sa.PrimaryKeyConstraint("key", "term"),
        with_rowid=False,
    )
    for statement in _INDEX:
        op.execute(sa.text(statement))


def _family_pairs() -> None:
    _table(
        "family_pairs",
        _column("one", sa.Integer()),
        _column("other", sa.Integer()),
        sa.Column("said", sa.Text(), sa.CheckConstraint("said IN ('different', 'same')"), nullable=False),
        _column("who", sa.Text()),
        _column("said_at", _MOMENT),
        sa.PrimaryKeyConstraint("one", "other"),
        sa.CheckConstraint("one < other"),
        sa.ForeignKeyConstraint(["one"], ["plans.no"]),
        sa.ForeignKeyConstraint(["other"], ["plans.no"]),
    )


def _rosters() -> None:
    _table(
        "rosters",
        _column("number", sa.Integer()),
        _column("body", sa.LargeBinary()),
        _column("signature", sa.LargeBinary()),
        _column("digest", sa.LargeBinary()),
        _column("taken_at", _MOMENT),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("digest"),
    )


def _acts() -> None:
    _table(
        "acts",
        _column("no", sa.Integer()),
        _column("act", sa.Text()),
        _column("plan", sa.Integer(), nullable=True),
        _column("who", sa.Text()),
        _column("done_at", _MOMENT),
        _column("detail", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("no"),
        sa.ForeignKeyConstraint(["plan"], ["plans.no"]),
    )
    op.create_index("acts_by_plan", "acts", ["plan"], sqlite_where=sa.text('"plan" IS NOT NULL'))


def _erasing() -> None:
    _table(
        "erasure_turns",
        _column("plan", sa.Integer()),
        _column("turn", sa.Integer()),
        _column("turned_at", _MOMENT),
        _column("who", sa.Text()),
        sa.PrimaryKeyConstraint("plan"),
        sa.ForeignKeyConstraint(["plan"], ["plans.no"]),
    )
    _table(
        "unswept",
        sa.Column("one", sa.Integer(), sa.CheckConstraint("one = 1"), nullable=False),
        _column("since", _MOMENT),
        sa.PrimaryKeyConstraint("one"),
    )
    # What was erased before this step was never swept out of pages that were given up.
    op.execute(sa.text("INSERT INTO unswept SELECT 1, max(erased_at) FROM erasures HAVING count(*) > 0"))


_INDEX = (
    "CREATE VIRTUAL TABLE search USING fts5(words, content='search_words', content_rowid='plan',"
    " detail=none, columnsize=0, tokenize='ascii')",
    "INSERT INTO search (search, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO search (search, rank) VALUES ('pgsz', 3900)",
)

_PUT_OFF = "UPDATE plans SET fold_version = 0 WHERE fold_version IS NOT NULL"

_ERASED = (
    "EXISTS (SELECT 1 FROM erasures WHERE erasures.plan = OLD.plan AND NOT EXISTS"
    " (SELECT 1 FROM erasure_turns WHERE erasure_turns.plan = OLD.plan AND erasure_turns.turn % 2 = 0))"
)


def _trigger(name: str, when: str, table: str, condition: str = "") -> str:
    body = f"BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END"
    return f"CREATE TRIGGER {name} BEFORE {when} ON {table}{condition} {body}"


def _moves_wrongly(part: str) -> str:
    return (
        f"(NEW.{part} IS NOT OLD.{part} AND ((OLD.{part} IS NOT NULL AND NEW.{part} IS NOT NULL)"
        f" OR (NEW.{part} IS NULL AND NOT {_ERASED}) OR (OLD.{part} IS NULL AND {_ERASED})))"
    )


def _stand(table: str, fixed: tuple[str, ...], parts: tuple[str, ...]) -> str:
    conditions = [f"NEW.{name} IS NOT OLD.{name}" for name in fixed] + [
        _moves_wrongly(part) for part in parts
    ]
    return _trigger(f"{table}_stand", "UPDATE", table, f" WHEN {' OR '.join(conditions)}")


_OF_EDITS = ("device", "seq", "plan", "link", "header", "commitments")
_REPLACED = ("DROP TRIGGER edits_stand", "DROP TRIGGER further_parts_stand")
_TRIGGERS = (
    _stand("edits", _OF_EDITS, ("general", "sealed", "own")),
    _stand("further_parts", ("device", "seq", "place", "plan"), ("body",)),
    *(_trigger(f"{table}_stay", "DELETE", table) for table in ("rosters", "acts", "erasure_turns")),
    _trigger("rosters_stand", "UPDATE", "rosters"),
    _stand("acts", ("no", "act", "plan", "who", "done_at"), ("detail",)),
    _trigger(
        "erasure_turns_stand",
        "UPDATE",
        "erasure_turns",
        " WHEN NEW.plan IS NOT OLD.plan OR NEW.turn <= OLD.turn",
    ),
)
