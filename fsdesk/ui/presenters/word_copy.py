"""What was typed and could not be kept, as plain lines that somebody can save in another place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from fsdesk.plans import fields as facts
from fsdesk.plans.model import Media, Plan, Span
from fsdesk.ui.presenters import choices, sections
from fsdesk.ui.presenters.dates import plain_day

FILE_KIND = "Text (*.txt)"


def file_name(today: date) -> str:
    """What the file is called: it names no family."""
    return f"fsdesk-words-{today.isoformat()}.txt"


def lines_of(kept: Plan, seen: Plan, raw: Iterable[str], today: date) -> str:
    """Every text that the screen shows and the store does not have, each under the section it belongs to.

    ``raw`` are texts of fields that cannot hold them yet, such as half a date.
    """
    blocks = [f"Typed on {plain_day(today, today)}, not saved in fsdesk yet"]
    names = choices.names_of(seen)
    for record, collection in _changed(kept, seen):
        said = [text for text in _texts(record) if text.strip()]
        if said:
            blocks.append("\n".join([_heading(record, collection, names), *said]))
    blocks += [text for text in raw if text.strip()]
    return "\n\n".join(blocks) + "\n"


def _changed(kept: Plan, seen: Plan) -> Iterator[tuple[Any, str]]:
    if any(getattr(kept, name) != getattr(seen, name) for name in _of_the_plan()):
        yield seen, facts.PLAN
    for collection in facts.collections():
        before = {one.id: one for one in getattr(kept, collection)}
        yield from ((one, collection) for one in getattr(seen, collection) if before.get(one.id) != one)


def _of_the_plan() -> list[str]:
    return [name for name in Plan.__struct_fields__ if name not in facts.collections()]


def _heading(record: Any, collection: str, names: dict[str, str]) -> str:
    home = sections.home_of(collection)
    title = sections.section(home).title if home else "The plan"
    whose = getattr(record, "person", None) or getattr(record, "child", None)
    return f"{title}, {names[whose]}:" if whose in names else f"{title}:"


def _texts(record: Any) -> Iterator[str]:
    """The texts and names of a record, in their order; of the plan itself, without its lists of records."""
    if isinstance(record, Media):
        return
    names = _of_the_plan() if isinstance(record, Plan) else [*record.__struct_fields__]
    for name in names:
        held = getattr(record, name)
        if name == "name" and isinstance(held, str):
            yield held
        elif isinstance(held, tuple):
            yield from (one.text for one in held if isinstance(one, Span))
