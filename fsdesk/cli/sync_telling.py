"""What a package brought, in words: counts, plan by plan, what waits, what is missing, who is not verified."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

from fsdesk.cli import show

if TYPE_CHECKING:
    from fsdesk.desk.found import Found, Missing


def tell(found: Found, names: Mapping[str, str], *, take: bool) -> None:
    """Say what a package or a receipt brought, or would bring; `names` are those of laptops that are known."""
    if found.kind == "receipt":
        show.lines(f"A receipt from {found.sender}: your package {found.number} was received.")
        return
    if found.status == "already":
        show.lines(f"Package {found.number} from {found.sender} was taken in before. Nothing changed.")
        return
    verb = "came in" if take else "would come in"
    show.lines(
        f"From {found.sender}, package {found.number}: {show.counted(found.edits, 'edit')} {verb}; "
        f"{show.counted(found.new, 'new plan')}, {found.changed} changed, "
        f"{show.counted(found.differing, 'field')} in two versions."
    )
    for one in found.plans:
        kind = "new" if one.new else "changed"
        show.lines(f"  {one.plan}  {one.title}: {kind}, {show.counted(one.edits, 'edit')}")
    if found.differing:
        show.lines("Every version is kept. See them with: fsdesk sync differing")
    if not found.verified:
        show.lines(f"The card of {found.sender} is not yet verified: read the eight words aloud together.")
    show.lines(*found.told)
    _tell_of_held(found)
    show.lines(*(_not_here(one, names) for one in found.missing_before))


def _not_here(one: Missing, names: Mapping[str, str]) -> str:
    which = f"edit {one.first}" if one.first == one.last else f"edits {one.first} to {one.last}"
    whose = f"{names[one.device]}'s laptop" if one.device in names else f"laptop {one.device}"
    return (
        f"Not here yet: {which} of {whose}. Nothing is lost: take the earlier package in too, or ask for it."
    )


def tell_differing(found: list[dict[str, Any]], titles: Mapping[str, str]) -> None:
    """Say what reads two ways, plan by plan, each version with who wrote it and when, and how it is settled."""
    from fsdesk.desk import settling

    if not found:
        show.lines("Nothing reads two ways.")
        return
    for plan, fields in groupby(found, key=lambda one: one["plan"]):
        show.lines(f"{plan}  {titles[plan]}")
        for one in fields:
            show.lines(f"  {one['id']}  {one['where']}")
            for number, version in enumerate(one["versions"], start=1):
                who = show.at(f"{version['who']},", version["when"])
                show.lines(f"    {number}  {who}: {settling.as_words(version['value'])}")
    show.lines(
        "Settle one: fsdesk sync resolve ID, with --keep N, --both or --words TEXT; or --ask TEXT first."
    )


def tell_of_alike(alike: dict[str, list[str]]) -> None:
    """Say which of the new plans may be of a family that is here already."""
    for plan, others in alike.items():
        show.lines(
            f"{plan} may be of the same family as {', '.join(others)}. Both stay as they are; say so once: "
            "fsdesk plan same, or fsdesk plan different"
        )


def _tell_of_held(found: Found) -> None:
    for one in found.held_plans:
        if one.reason == "erased":
            show.lines(f"Held, {one.says}: {one.plan}. Let it in, or turn it away: fsdesk plan erased")
            continue
        show.lines(f"Held, {one.says}: {one.plan}. See it with: fsdesk sync held")
        show.lines(*(f"  would go: {gone.says}" for gone in one.would_go))
    for record in found.quarantined:
        show.lines(f"Kept and left out, {record.reason}: {record.record} of plan {record.plan}.")
