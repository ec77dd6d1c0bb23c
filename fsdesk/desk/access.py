"""A person asks what a plan holds about them: a pack for that person, on paper and for programs, kept as an act."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from fsdesk.desk import plans, together
from fsdesk.desk.desk import Desk
from fsdesk.plans import merge
from fsdesk.plans.access import NoPaper, Pack, Why, pack_of
from fsdesk.plans.access.sheet import sheet_of
from fsdesk.plans.access.wire import as_json
from fsdesk.store import acts, media
from fsdesk.store.acts import Act

__all__ = ["NoPaper", "Pack", "Prepared", "Why"]


class Prepared(NamedTuple):
    """A pack made for one person, in memory, to be read through before it is kept."""

    pack: Pack
    pdf: bytes
    json: bytes


def prepare(desk: Desk, plan: str, person: str) -> Prepared:
    """Return what a plan holds about one person, as that person is given it.

    Raises NoSuchPlan, NoSuchReader, NoPaper, CannotSet, and WouldGiveAway; nothing is kept or written.
    """
    now = plans.current(desk, plan)
    pack = pack_of(now.plan, person, today=desk.today, also=tuple(merge.readings(now)))
    with desk.reading() as tx:
        pictures = {name: held for name in pack.pictures if (held := media.get(tx, name)) is not None}
    sheet = sheet_of(pack)
    from fsdesk.printing.pdf import pdf  # reportlab is loaded only when something is printed

    return Prepared(pack, pdf(sheet), as_json(pack, pictures))


def keep(desk: Desk, made: Prepared, to: Path, json_to: Path | None = None, *, force: bool = False) -> None:
    """Write the pack where it was asked for, and keep that it was made, for whom and with how much left out.

    All files are written and the act is kept, or none. Raises AlreadyThere, SameFile, NotWritable, DiskFull.
    """
    with together.placed([*_files(made, to, json_to)], force=force), desk.transaction() as tx:
        acts.note(tx, _act(desk, made))


def _files(made: Prepared, to: Path, json_to: Path | None) -> Iterable[tuple[Path, bytes]]:
    yield to, made.pdf
    if json_to is not None:
        yield json_to, made.json


def _act(desk: Desk, made: Prepared) -> Act:
    pack = made.pack
    detail = {
        "person": pack.person,
        "lines": len(pack.lines),
        "left_out": {why.value: count for why, count in sorted(pack.left_out.items())},
    }
    return Act(act=acts.ACCESS_PACK, plan=pack.plan, who=desk.name, done_at=desk.now(), detail=detail)


def left_out(made: Prepared) -> list[str]:
    """Say for the worker's eyes how much was left out, and why; these lines are not for the person."""
    return [_WORDS[why].format(count=count) for why, count in sorted(made.pack.left_out.items())]


_WORDS = {
    Why.OTHERS: "{count} about other people, or told by somebody else",
    Why.PRIVATE: "{count} told in private: go through it together",
    Why.SAFETY: "{count} that could show where somebody is: the team lead decides",
    Why.SERIOUS: "{count} that the team lead looks at first",
    Why.SEALED: "{count} that only the team lead opens",
    Why.OURS: "{count} that are a worker's own notes",
}


def made_as_json(made: Prepared, to: Path, json_to: Path | None) -> dict[str, Any]:
    """Return what was written under the keys that `fsdesk plan access --json` gives."""
    return {
        "plan": made.pack.plan,
        "person": made.pack.person,
        "pdf": str(to),
        "json": None if json_to is None else str(json_to),
        "lines": len(made.pack.lines),
        "left_out": {why.value: count for why, count in sorted(made.pack.left_out.items())},
    }
