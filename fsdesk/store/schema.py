"""The tables of a store, as the newest migration leaves them."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from fsdesk.store.blob import Blob
from fsdesk.store.columns import MOMENT as _MOMENT
from fsdesk.store.columns import device as _device
from fsdesk.store.columns import metadata
from fsdesk.store.columns import plan as _plan
from fsdesk.store.columns import table as _table
from fsdesk.store.search_tables import search_slips, search_terms, search_words

__all__ = ["metadata", "search_slips", "search_terms", "search_words"]

NUMBER = 2
"""Raised with every migration; a store says its own in SQLite's user_version."""
WITH_TURNS = 2
"""The first schema in which an erased plan can be let in again."""

this_store = _table(
    "this_store",
    Column("one", Integer, CheckConstraint("one = 1"), primary_key=True),
    Column("store", Text, nullable=False),
    Column("role", Text, CheckConstraint("role IN ('worker', 'lead')"), nullable=False),
    Column("name", Text, nullable=False),
    _device(),
    Column("team", Text),
    Column("made_at", _MOMENT, nullable=False),
)

devices = _table(
    "devices",
    Column("no", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("public_key", Blob),
    Column("seq", Integer, nullable=False, server_default="0"),
    Column("link", Blob, nullable=False),
)

own_keys = _table(
    "own_keys",
    Column("device", Integer, ForeignKey("devices.no"), primary_key=True),
    Column("signing", Blob, nullable=False),
    Column("opening", Blob, nullable=False),
    Column("made_at", _MOMENT, nullable=False),
    Column("ended_at", _MOMENT),
)

plans = _table(
    "plans",
    Column("no", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("code", Text, nullable=False, server_default=""),
    Column("title", Text, nullable=False, server_default=""),
    Column("state", Text, nullable=False, server_default=""),
    Column("version", Integer, nullable=False, server_default="0"),
    Column("changed_at", _MOMENT, nullable=False, server_default="0"),
    Column("opened_at", _MOMENT),
    Column("differing", Integer, nullable=False, server_default="0"),
    Column("names", Text, nullable=False, server_default=""),
    Column("line", Blob),
    Column("fold_version", Integer),
    Column("retention_on", Text),
)
"""`retention_on` is the day up to which a plan is kept, as YYYY-MM-DD, as far as one was agreed."""
Index("plans_by_code", plans.c.code)
Index("plans_differing", plans.c.no, sqlite_where=plans.c.differing > 0)
Index("plans_by_fold", plans.c.fold_version)
Index("plans_by_retention", plans.c.retention_on, sqlite_where=plans.c.retention_on.is_not(None))

family_pairs = _table(
    "family_pairs",
    Column("one", Integer, ForeignKey("plans.no"), primary_key=True),
    Column("other", Integer, ForeignKey("plans.no"), primary_key=True),
    Column("said", Text, CheckConstraint("said IN ('different', 'same')"), nullable=False),
    Column("who", Text, nullable=False),
    Column("said_at", _MOMENT, nullable=False),
    CheckConstraint("one < other"),
)
"""What a person said of two plans that look like one family: different families, or the same."""

folds = _table(
    "folds",
    _plan(primary_key=True),
    Column("version", Integer, nullable=False),
    Column("frontier", Blob, nullable=False),
    Column("body", Blob, nullable=False),
)

differing = _table(
    "differing",
    _plan(primary_key=True),
    Column("id", Text, primary_key=True),
    Column("body", Blob, nullable=False),
)

edits = _table(
    "edits",
    Column("device", Integer, ForeignKey("devices.no"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    _plan(),
    Column("link", Blob, nullable=False),
    Column("header", Blob, nullable=False),
    Column("commitments", Blob, nullable=False),
    Column("general", Blob),
    Column("sealed", Blob),
    Column("own", Blob),
)
Index("edits_by_plan", edits.c.plan)

further_parts = _table(
    "further_parts",
    Column("device", Integer, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    _plan(),
    Column("body", Blob),
    ForeignKeyConstraint(["device", "seq"], ["edits.device", "edits.seq"]),
)

heads = _table(
    "heads",
    Column("device", Integer, ForeignKey("devices.no"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("link", Blob, nullable=False),
    Column("signature", Blob, nullable=False),
)

left_out = _table(
    "left_out",
    Column("device", Integer, ForeignKey("devices.no"), primary_key=True),
    Column("first", Integer, primary_key=True),
    Column("last", Integer, primary_key=True),
    Column("digest", Blob),
    Column("link_after", Blob),
    Column("signature", Blob),
    CheckConstraint("(digest IS NULL) <> (link_after IS NULL)"),
)

erasures = _table(
    "erasures",
    _plan(primary_key=True),
    Column("erased_at", _MOMENT, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False, server_default=""),
)

erasure_turns = _table(
    "erasure_turns",
    _plan(primary_key=True),
    Column("turn", Integer, nullable=False),
    Column("turned_at", _MOMENT, nullable=False),
    Column("who", Text, nullable=False),
)
"""What became of an erasure since: an even turn let the plan in again, an odd one erased it once more."""

unswept = _table(
    "unswept",
    Column("one", Integer, CheckConstraint("one = 1"), primary_key=True),
    Column("since", _MOMENT, nullable=False),
)
"""One row while something erased may still stand in pages that were given up and not written anew."""

drafts = _table(
    "drafts",
    Column("plan", Text, primary_key=True),
    Column("collection", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("cursor", Integer, nullable=False, server_default="0"),
    Column("rest", Blob),
    Column("changed_at", _MOMENT, nullable=False),
)

cards = _table(
    "cards",
    Column("fingerprint", Blob, primary_key=True),
    Column("device", Text, nullable=False),
    Column("body", Blob, nullable=False),
    Column("accepted_at", _MOMENT, nullable=False),
    Column("verified_at", _MOMENT),
    Column("withdrawn_at", _MOMENT),
    Column("last_seq", Integer),
    Column("last_link", Blob),
)
Index("cards_by_device", cards.c.device)

packages_made = _table(
    "packages_made",
    Column("device", Integer, ForeignKey("devices.no"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("digest", Blob, nullable=False, unique=True),
    Column("previous", Blob, nullable=False),
    Column("recipients", Blob, nullable=False),
    Column("coverage", Blob, nullable=False),
    Column("sealed_at", _MOMENT, nullable=False),
    Column("handed_over_at", _MOMENT),
)

packages_taken = _table(
    "packages_taken",
    Column("digest", Blob, primary_key=True),
    Column("sender", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("taken_at", _MOMENT, nullable=False),
    Column("result", Blob, nullable=False),
    Column("receipt_made_at", _MOMENT),
)
Index("packages_taken_by_sender", packages_taken.c.sender, packages_taken.c.number)

receipts = _table(
    "receipts",
    Column("package", Blob, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("body", Blob, nullable=False),
    Column("seen_at", _MOMENT, nullable=False),
)

held = _table(
    "held",
    Column("no", Integer, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("plan", Text, nullable=False, server_default=""),
    Column("device", Text, nullable=False, server_default=""),
    Column("seq", Integer),
    Column("package", Blob),
    Column("body", Blob, nullable=False),
    Column("held_at", _MOMENT, nullable=False),
)
Index("held_by_plan", held.c.plan)

media = _table(
    "media",
    Column("hash", Text, primary_key=True),
    Column("body", Blob, nullable=False),
)

rosters = _table(
    "rosters",
    Column("number", Integer, primary_key=True),
    Column("body", Blob, nullable=False),
    Column("signature", Blob, nullable=False),
    Column("digest", Blob, nullable=False, unique=True),
    Column("taken_at", _MOMENT, nullable=False),
)
"""The team's roster in every number that was here; it only grows."""

acts = _table(
    "acts",
    Column("no", Integer, primary_key=True),
    Column("act", Text, nullable=False),
    _plan(nullable=True),
    Column("who", Text, nullable=False),
    Column("done_at", _MOMENT, nullable=False),
    Column("detail", Blob),
)
"""The named acts by which something left the store: a print, a package, a shared copy, an export."""
Index("acts_by_plan", acts.c.plan, sqlite_where=acts.c.plan.is_not(None))

alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),  # as Alembic makes it
)
