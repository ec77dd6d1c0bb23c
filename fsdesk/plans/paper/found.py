"""From a sheet's code to the very edition that was printed, and to the plan as it stood in that version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from fsdesk.errors import Refused
from fsdesk.plans import fields, merge
from fsdesk.plans.edits import Edit, Key, key_of
from fsdesk.plans.fold import Place
from fsdesk.plans.merge import Current
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.model.reviews import PlanVersion, PrintEdition
from fsdesk.plans.paper_code import PaperCode, digest_of


class OtherVersion(Refused):
    """The plan is here, and the version that the sheet names is not."""

    what = "This plan is here, but not the version that the sheet names."
    what_next = "Look at the number of the version once more, or import the package that brings it."


class OtherEdits(Refused):
    """The version of that number here holds other edits than the one on the sheet."""

    what = "That sheet was printed from another state of this plan than the version of that number here."
    what_next = "It was printed on another laptop: import its package first, or type the sheet in there."


class NotPrintedHere(Refused):
    """No sheet to write on with that letter is noted with the version."""

    what = "No sheet with that letter to write on is noted here for this version: somebody else printed it."
    what_next = "Look at the letter once more, or import the package of whoever printed it."


class WhichPrint(Refused):
    """The sheet was printed more than once, and its boxes are not the same each time."""

    def __init__(self, days: Iterable[str]) -> None:
        super().__init__(
            "This sheet was printed more than once, with other boxes each time.",
            f"Say which by the day at its foot ({', '.join(days)}) or by the id of its edition.",
        )


class NotAllHere(Refused):
    """Edits that the version holds have not come to this laptop."""

    what = "Not all of the version that the sheet names is on this laptop yet."
    what_next = "Import the package of whoever printed it first."


class Found(NamedTuple):
    """The edition a sheet is one of, and the version it was printed from."""

    edition: PrintEdition
    version: PlanVersion
    made: Key
    """The edit that noted the print."""
    began: Key
    """The edit that began the plan."""


def find(now: Current, code: PaperCode, which: str = "") -> Found:
    """Return the edition that a code names; `which` is the day of its print or its id, where that is needed.

    Raises OtherVersion, OtherEdits, NotPrintedHere, WhichPrint.
    """
    versions = [one for one in now.plan.versions if one.number == code.version]
    if not versions:
        raise OtherVersion
    if code.digest:
        versions = [one for one in versions if digest_of(one.frontier) == code.digest]
        if not versions:
            raise OtherEdits
    edition = _edition(now, code, which)
    made = now.state.records[Place("print_editions", edition.id)].begun[1]
    began = now.state.records[Place(fields.PLAN, now.plan.id)].begun[1]
    return Found(edition, _version(now, versions, made), made, began)


def _edition(now: Current, code: PaperCode, which: str) -> PrintEdition:
    printed = [one for one in now.plan.print_editions if _is_of(one, code)]
    if not printed:
        raise NotPrintedHere
    asked = [one for one in printed if which in ("", one.id, str(one.on))]
    if not asked or len({(one.reader, one.boxes) for one in asked}) > 1:
        raise WhichPrint(sorted({str(one.on) for one in printed}))
    return asked[-1]


def _is_of(one: PrintEdition, code: PaperCode) -> bool:
    is_sheet = one.format is PrintFormat.REVIEW_SHEET and bool(one.boxes)
    return is_sheet and (one.version, one.letter) == (code.version, code.letter)


def _version(now: Current, versions: Sequence[PlanVersion], made: Key) -> PlanVersion:
    """Return the version a print was made of: of several with one number the last that its own laptop had noted."""

    def noted(one: PlanVersion) -> Key:
        return now.state.records[Place("versions", one.id)].begun[1]

    own = [one for one in versions if noted(one).device == made.device and noted(one).seq <= made.seq]
    return max(own, key=noted) if own else versions[0]


def as_it_was(edits: Iterable[Edit], found: Found) -> Current:
    """Return the plan as the sheet's version holds it: everything that its reader can have seen, and nothing since.

    A version that came with a document names no edits; then it is what began the plan, and what the laptop that
    printed it had written before. Raises NotAllHere.
    """
    edits = list(edits)
    frontier = found.version.frontier
    held = [one for one in edits if _is_in(key_of(one), found)]
    there = {key_of(one) for one in held}
    if any(seq and Key(device, seq) not in there for device, seq in frontier.items()):
        raise NotAllHere
    try:
        return merge.fold(held)
    except merge.NoPlan:
        raise NotAllHere from None


def _is_in(key: Key, found: Found) -> bool:
    frontier, made = found.version.frontier, found.made
    if frontier:
        return key.seq <= frontier.get(key.device, 0)
    return key == found.began or (key.device == made.device and key.seq < made.seq)
