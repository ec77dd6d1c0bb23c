"""The first tables. Never edited: stores that have taken this step exist."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_MOMENT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make every table of the first schema, with its indexes and triggers."""
    _laptops()
    _plans()
    _this_store()
    _edits()
    _chains()
    _typing_and_pictures()
    _team()
    _packages()
    for statement in _TRIGGERS:
        op.execute(sa.text(statement))


def _number(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable, server_default=default)


def _moment(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    return sa.Column(name, _MOMENT, nullable=nullable, server_default=default)


def _text(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable, server_default=default)


def _bytes(name: str, *, nullable: bool = False) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=nullable)


def _key(*names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names)


def _of_device() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["device"], ["devices.no"])


def _of_plan() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["plan"], ["plans.no"])


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(name, *parts, sqlite_strict=True)


def _laptops() -> None:
    _table(
        "devices",
        _number("no"),
        _text("id"),
        _bytes("public_key", nullable=True),
        _number("seq", default="0"),
        _bytes("link"),
        _key("no"),
        sa.UniqueConstraint("id"),
    )
    _table(
        "own_keys",
        _number("device"),
        _bytes("signing"),
        _bytes("opening"),
        _moment("made_at"),
        _moment("ended_at", nullable=True),
        _key("device"),
        _of_device(),
    )


def _plans() -> None:
    _table(
        "plans",
        _number("no"),
        _text("id"),
        _text("code", default=""),
        _text("title", default=""),
        _text("state", default=""),
        _number("version", default="0"),
        _moment("changed_at", default="0"),
        _moment("opened_at", nullable=True),
        _number("differing", default="0"),
        _text("names", default=""),
        _bytes("line", nullable=True),
        _number("fold_version", nullable=True),
        _key("no"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("plans_by_code", "plans", ["code"])
    op.create_index("plans_differing", "plans", ["no"], sqlite_where=sa.text("differing > 0"))
    _table(
        "folds",
        _number("plan"),
        _number("version"),
        _bytes("frontier"),
        _bytes("body"),
        _key("plan"),
        _of_plan(),
    )
    _table("differing", _number("plan"), _text("id"), _bytes("body"), _key("plan", "id"), _of_plan())


def _this_store() -> None:
    _table(
        "this_store",
        sa.Column("one", sa.Integer(), sa.CheckConstraint("one = 1"), nullable=False),
        _text("store"),
        sa.Column("role", sa.Text(), sa.CheckConstraint("role IN ('worker', 'lead')"), nullable=False),
        _text("name"),
        _number("device"),
        _text("team", nullable=True),
        _moment("made_at"),
        _key("one"),
        _of_device(),
    )


def _edits() -> None:
    _table(
        "edits",
        _number("device"),
        _number("seq"),
        _number("plan"),
        _bytes("link"),
        _bytes("header"),
        _bytes("commitments"),
        _bytes("general", nullable=True),
        _bytes("sealed", nullable=True),
        _bytes("own", nullable=True),
        _key("device", "seq"),
        _of_device(),
        _of_plan(),
    )
    op.create_index("edits_by_plan", "edits", ["plan"])
    _table(
        "further_parts",
        _number("device"),
        _number("seq"),
        _number("place"),
        _number("plan"),
        _bytes("body", nullable=True),
        _key("device", "seq", "place"),
        sa.ForeignKeyConstraint(["device", "seq"], ["edits.device", "edits.seq"]),
        _of_plan(),
    )
    _table(
        "erasures",
        _number("plan"),
        _moment("erased_at"),
        _text("who"),
        _text("why", default=""),
        _key("plan"),
        _of_plan(),
    )


def _chains() -> None:
    _table(
        "heads",
        _number("device"),
        _number("seq"),
        _bytes("link"),
        _bytes("signature"),
        _key("device", "seq"),
        _of_device(),
    )
    _table(
        "left_out",
        _number("device"),
        _number("first"),
        _number("last"),
        _bytes("digest", nullable=True),
        _bytes("link_after", nullable=True),
        _bytes("signature", nullable=True),
        sa.CheckConstraint("(digest IS NULL) <> (link_after IS NULL)"),
        _key("device", "first", "last"),
        _of_device(),
    )


def _typing_and_pictures() -> None:
    places = ("plan", "collection", "record", "field", "person")
    _table(
        "drafts",
        *(_text(name) for name in places),
        _text("text"),
        _number("cursor", default="0"),
        _bytes("rest", nullable=True),
        _moment("changed_at"),
        _key(*places),
    )
    _table("media", _text("hash"), _bytes("body"), _key("hash"))


def _team() -> None:
    _table(
        "cards",
        _bytes("fingerprint"),
        _text("device"),
        _bytes("body"),
        _moment("accepted_at"),
        _moment("verified_at", nullable=True),
        _moment("withdrawn_at", nullable=True),
        _number("last_seq", nullable=True),
        _bytes("last_link", nullable=True),
        _key("fingerprint"),
    )
    op.create_index("cards_by_device", "cards", ["device"])
    _table(
        "held",
        _number("no"),
        _text("reason"),
        _text("plan", default=""),
        _text("device", default=""),
        _number("seq", nullable=True),
        _bytes("package", nullable=True),
        _bytes("body"),
        _moment("held_at"),
        _key("no"),
    )
    op.create_index("held_by_plan", "held", ["plan"])


def _packages() -> None:
    _table(
        "packages_made",
        _number("device"),
        _number("number"),
        _bytes("digest"),
        _bytes("previous"),
        _bytes("recipients"),
        _bytes("coverage"),
        _moment("sealed_at"),
        _moment("handed_over_at", nullable=True),
        _key("device", "number"),
        _of_device(),
        sa.UniqueConstraint("digest"),
    )
    _table(
        "packages_taken",
        _bytes("digest"),
        _text("sender"),
        _number("number"),
        _moment("taken_at"),
        _bytes("result"),
        _moment("receipt_made_at", nullable=True),
        _key("digest"),
    )
    op.create_index("packages_taken_by_sender", "packages_taken", ["sender", "number"])
    _table(
        "receipts",
        _bytes("package"),
        _text("device"),
        _bytes("body"),
        _moment("seen_at"),
        _key("package", "device"),
    )


_ERASED = "EXISTS (SELECT 1 FROM erasures WHERE erasures.plan = OLD.plan)"


def _moves_wrongly(part: str) -> str:
    return (
        f"(NEW.{part} IS NOT OLD.{part} AND ((OLD.{part} IS NOT NULL AND NEW.{part} IS NOT NULL)"
        f" OR (NEW.{part} IS NULL AND NOT {_ERASED}) OR (OLD.{part} IS NULL AND {_ERASED})))"
    )


def _trigger(name: str, when: str, table: str, condition: str = "") -> str:
    body = f"BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END"
    return f"CREATE TRIGGER {name} BEFORE {when} ON {table}{condition} {body}"


def _stand(table: str, fixed: tuple[str, ...], parts: tuple[str, ...]) -> str:
    conditions = [f"NEW.{name} IS NOT OLD.{name}" for name in fixed] + [
        _moves_wrongly(part) for part in parts
    ]
    return _trigger(f"{table}_stand", "UPDATE", table, f" WHEN {' OR '.join(conditions)}")


_KEPT = ("edits", "further_parts", "heads", "erasures", "packages_made", "packages_taken")
_FIXED = ("device", "seq", "plan", "link", "header", "commitments")
_TRIGGERS = (
    *(_trigger(f"{table}_stay", "DELETE", table) for table in _KEPT),
    *(_trigger(f"{table}_stand", "UPDATE", table) for table in ("heads", "erasures")),
    _stand("edits", _FIXED, ("general", "sealed", "own")),
    _stand("further_parts", ("device", "seq", "place", "plan"), ("body",)),
)
