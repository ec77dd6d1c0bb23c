"""Triggers that keep history append-only, whatever a fault of ours or a foreign tool may ask of the database."""

from __future__ import annotations

_PARTS = ("general", "sealed", "own")
_FIXED = ("device", "seq", "plan", "link", "header", "commitments")
_OF_ACTS = ("no", "act", "plan", "who", "done_at")
_ERASED = (
    "EXISTS (SELECT 1 FROM erasures WHERE erasures.plan = OLD.plan AND NOT EXISTS"
    " (SELECT 1 FROM erasure_turns WHERE erasure_turns.plan = OLD.plan AND erasure_turns.turn % 2 = 0))"
)


def _moves_wrongly(part: str) -> str:
    """Return when a part changes in a way that is not allowed.

    Content arrives where it was withheld, unless the plan was erased here; it goes only with an erasure; it never
    changes into other content.
    """
    return (
        f"(NEW.{part} IS NOT OLD.{part} AND ((OLD.{part} IS NOT NULL AND NEW.{part} IS NOT NULL)"
        f" OR (NEW.{part} IS NULL AND NOT {_ERASED}) OR (OLD.{part} IS NULL AND {_ERASED})))"
    )


def _no_delete(table: str) -> str:
    return (
        f"CREATE TRIGGER {table}_stay BEFORE DELETE ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END"
    )


def _no_update(table: str) -> str:
    return (
        f"CREATE TRIGGER {table}_stand BEFORE UPDATE ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END"
    )


def _update_only_parts(table: str, fixed: tuple[str, ...], parts: tuple[str, ...]) -> str:
    conditions = [f"NEW.{name} IS NOT OLD.{name}" for name in fixed] + [
        _moves_wrongly(part) for part in parts
    ]
    return (
        f"CREATE TRIGGER {table}_stand BEFORE UPDATE ON {table} WHEN {' OR '.join(conditions)}"
        f" BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END"
    )


_TURNS_STAND = (
    "CREATE TRIGGER erasure_turns_stand BEFORE UPDATE ON erasure_turns"
    " WHEN NEW.plan IS NOT OLD.plan OR NEW.turn <= OLD.turn"
    " BEGIN SELECT RAISE(ABORT, 'erasure_turns are append-only'); END"
)

BY_TABLE = {
    "edits": (_no_delete("edits"), _update_only_parts("edits", _FIXED, _PARTS)),
    "further_parts": (
        _no_delete("further_parts"),
        _update_only_parts("further_parts", ("device", "seq", "place", "plan"), ("body",)),
    ),
    "heads": (_no_delete("heads"), _no_update("heads")),
    "erasures": (_no_delete("erasures"), _no_update("erasures")),
    "erasure_turns": (_no_delete("erasure_turns"), _TURNS_STAND),
    "packages_made": (_no_delete("packages_made"),),
    "packages_taken": (_no_delete("packages_taken"),),
    "rosters": (_no_delete("rosters"), _no_update("rosters")),
    "acts": (_no_delete("acts"), _update_only_parts("acts", _OF_ACTS, ("detail",))),
}
"""The triggers of each table, made right after it."""
