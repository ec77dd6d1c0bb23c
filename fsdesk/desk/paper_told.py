"""Sheets that came back, as one JSON document: the boxes to type into, what answers would do, what was taken."""

from __future__ import annotations

from typing import Any

import msgspec

from fsdesk.desk.paper import Checked, Done, Opened
from fsdesk.plans import versions
from fsdesk.plans.model.reviews import PaperReturn
from fsdesk.plans.paper import form
from fsdesk.plans.paper.boxes import FACES, Box
from fsdesk.plans.paper.form import Typed
from fsdesk.plans.paper.values import Does, Outcome


def opened_as_json(opened: Opened) -> dict[str, Any]:
    """Return a sheet under the keys of `fsdesk plan paper-open --json`."""
    code, edition = opened.code, opened.edition
    last = versions.newest(opened.plan)
    return {
        "plan": opened.plan.id,
        "title": opened.then.plan.title,
        "code": code.code,
        "version": code.version,
        "newest_version": last.number if last else code.version,
        "letter": code.letter,
        "side": code.side,
        "edition": edition.id,
        "printed_on": edition.on.isoformat() if edition.on else None,
        "reader": edition.reader,
        "language": edition.language,
        "boxes": [_box(one) for one in opened.boxes],
        "came_back": [_before(one) for one in opened.before],
        "form": _form(opened),
    }


def _form(opened: Opened) -> dict[str, Any]:
    """Return what was typed in before, or an empty form."""
    if opened.draft is not None:
        return {"format": form.FORMAT, "version": 1} | dict(msgspec.to_builtins(opened.draft))
    code = opened.code
    sheet = f"{code.code}, version {code.version}, {code.letter}, side {code.side}"
    return dict(form.blank(sheet, opened.edition.language)) | {"printed": opened.edition.id}


def _box(one: Box) -> dict[str, Any]:
    return {
        "box": one.number,
        "about": one.about,
        "kind": one.kind.value,
        "asks": one.text,
        "number": one.has_number,
        "faces": list(FACES) if one.has_number else [],
        "ticks": [{"name": tick.name, "word": tick.text} for tick in one.ticks],
    }


def _before(one: PaperReturn) -> dict[str, Any]:
    return {
        "id": one.id,
        "on": one.on.isoformat() if one.on else None,
        "taken": sorted({each.box for each in one.answers if each.taken}, key=_by_number),
        "left": sorted({each.box for each in one.answers if not each.taken}, key=_by_number),
    }


def _by_number(box: str) -> tuple[int, str]:
    return (int(box), "") if box.isdecimal() else (0, box)


def checked_as_json(opened: Opened, checked: Checked) -> dict[str, Any]:
    """Return what answers would do under the keys of `fsdesk plan paper-return --check --json`."""
    together = frozenset(checked.every)
    return {
        "plan": opened.plan.id,
        "status": "checked",
        "version": opened.code.version,
        "boxes": [_outcome(one, one.box.number in together) for one in checked.outcomes],
        "audience": msgspec.to_builtins(checked.reading.audience, order="deterministic"),
        "notes": list(checked.notes),
    }


def _outcome(one: Outcome, goes_with_all: bool) -> dict[str, Any]:
    return {
        "box": one.box.number,
        "asks": one.box.text,
        "answers": [_typed(each) for each in one.typed],
        "does": [_does(each) for each in one.does],
        "changes": one.changes,
        "with_all": goes_with_all,
    }


def _typed(one: Typed) -> dict[str, Any]:
    return {name: value for name, value in msgspec.to_builtins(one).items() if name != "box"}


def _does(one: Does) -> dict[str, Any]:
    return {"kind": one.kind, "sentence": one.sentence, "notes": list(one.notes), "two_readings": one.is_two}


def done_as_json(done: Done) -> dict[str, Any]:
    """Return what was taken under the keys of `fsdesk plan paper-return --accept --json`."""
    return {
        "plan": done.now.plan.id,
        "status": "kept",
        "sheet": done.sheet,
        "edit": done.edit,
        "taken": list(done.taken),
        "left": list(done.left),
        "differing": done.differing,
    }
