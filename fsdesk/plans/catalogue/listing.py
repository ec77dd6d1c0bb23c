"""The catalogue as plain values for `fsdesk principles --json`, with the rules that belong to each entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from fsdesk.plans.catalogue.alignment import AlignmentRow, Cell
from fsdesk.plans.catalogue.values import Catalogue, Entry, Framework, Principle

RulesOf = Mapping[str, Sequence[str]]


def listing(catalogue: Catalogue, rules: RulesOf) -> dict[str, Any]:
    """Frameworks, principles, alignment and policies, ready for JSON.

    ``rules`` gives the rule ids of a principle, statement or other entry by its id; what it leaves out has no
    rules. A rule of a statement counts for its principle too.
    """
    return {
        "frameworks": [_framework(one, rules) for one in catalogue.frameworks],
        "principles": [_principle(one, rules) for one in catalogue.principles],
        "alignment": {
            "document": catalogue.alignment.document,
            "columns": msgspec.to_builtins(catalogue.alignment.columns),
            "rows": [_row(one) for one in catalogue.alignment.rows],
        },
        "policies": msgspec.to_builtins(catalogue.drivers),
    }


def _framework(framework: Framework, rules: RulesOf) -> dict[str, Any]:
    return {
        "id": framework.id,
        "title": framework.title,
        "document": framework.document,
        "kind": framework.kind,
        "principles": [one.id for one in framework.principles],
        "entries": [_entry(one, rules) for one in framework.entries],
    }


def _principle(principle: Principle, rules: RulesOf) -> dict[str, Any]:
    own_and_parts = [principle.id, *(one.id for one in principle.statements)]
    return _entry(principle, rules) | {
        "aligned": list(principle.aligned),
        "rules": list(dict.fromkeys(rule for one in own_and_parts for rule in rules.get(one, ()))),
        "statements": [_entry(one, rules) for one in principle.statements],
    }


def _entry(entry: Entry, rules: RulesOf) -> dict[str, Any]:
    return {
        "id": entry.id,
        "framework": entry.framework,
        "kind": entry.kind,
        "title": entry.title,
        "title_is_ours": entry.title_is_ours,
        "statement": entry.statement,
        "source": {"document": entry.source.document, "locator": entry.source.locator},
        "rules": list(rules.get(entry.id, ())),
        "beyond_one_plan": entry.beyond_one_plan,
        "beyond_because": entry.beyond_because,
        "as_we_read_it": entry.as_we_read_it,
    }


def _row(row: AlignmentRow) -> dict[str, Any]:
    return {"id": row.id, "locator": row.locator, "cells": {cell.column: _cell(cell) for cell in row.cells}}


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "certainty": cell.certainty,
        "readings": [
            msgspec.to_builtins(reading) | {"as_we_read_it": reading.as_we_read_it}
            for reading in cell.readings
        ],
    }
