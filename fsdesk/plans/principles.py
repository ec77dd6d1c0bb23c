"""The principles of both source documents, each with its exact place: what plans are checked against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from fsdesk import resources
from fsdesk.plans.catalogue.listing import listing
from fsdesk.plans.catalogue.reading import read_catalogue
from fsdesk.plans.catalogue.values import Catalogue, Entry, Framework, Principle, Source

__all__ = ["Catalogue", "Entry", "Framework", "Principle", "Source", "as_listing", "load", "principle_ids"]


@cache
def load() -> Catalogue:
    """The catalogue that comes with the program, read once.

    Raises Refused naming file and entry when a file of it is missing, damaged or incomplete.
    """
    return read_catalogue(lambda name: resources.read_text("principles", name))


def principle_ids() -> tuple[str, ...]:
    """The ids of all principles and priorities, in the order of the catalogue."""
    return tuple(principle.id for principle in load().principles)


def as_listing(rules: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """What `fsdesk principles --json` says of the catalogue: all of it but the rules themselves.

    ``rules`` gives rule ids by the id of a principle, statement or other entry.
    """
    return listing(load(), rules)
