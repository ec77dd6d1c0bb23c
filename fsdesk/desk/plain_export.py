"""Everything a store holds in plain files: for somebody who one day has to read it without fsdesk. A named act."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from fsdesk import resources
from fsdesk.desk import clock, files, plans, standing
from fsdesk.desk import drafts as drafts_
from fsdesk.desk.desk import Desk
from fsdesk.errors import Refused
from fsdesk.jobs import Progress, quiet
from fsdesk.plans import plainly
from fsdesk.plans.fold import FOLD_VERSION
from fsdesk.store import acts, durable, edits, erasing, media, unlocking
from fsdesk.store import plans as kept
from fsdesk.store.acts import Act

FORMAT = "fsdesk-plain-export"
VERSION = 1
_PAGE = "READ-ME.md"
_ENDINGS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


class NotEmpty(Refused):
    """Something stands where the export was to go."""

    what = "There is already something in that folder."
    what_next = "Nothing was written. Choose a folder that is empty or does not exist yet."


class Exported(NamedTuple):
    """What was written."""

    folder: Path
    plans: int
    edits: int
    pictures: int


def write(desk: Desk, passphrase: str, folder: Path, progress: Progress | None = None) -> Exported:
    """Write every plan with its history, drafts and pictures in plain files to a folder, whole or not at all.

    The passphrase is asked for again, whoever has the store open. All of it is its owner's alone, and that it was
    written is kept as an act. Raises WrongPassphrase, NotEmpty, NotWritable, Stopped; nothing is left then.
    """
    unlocking.unlock(desk.store.keys, passphrase).wipe()
    standing.caught_up(desk)
    with _making(folder) as (beside, place):
        done = _Writing(desk, beside, progress or quiet()).all(place)
        with desk.transaction() as tx:
            detail = {"plans": done.plans, "edits": done.edits, "pictures": done.pictures}
            acts.note(tx, Act(act=acts.PLAIN_EXPORT, who=desk.name, done_at=desk.now(), detail=detail))
            _into_place(beside, place)
    return done


@contextmanager
def _making(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Give a folder of its owner's beside the place that was asked for; it goes unless it was moved there."""
    place = Path(os.path.abspath(folder))  # noqa: PTH100 - a link to a folder stays the link it is
    _refuse_taken(place)
    _clear_leftovers(place)
    beside = place.with_name(f"{_prefix(place)}{secrets.token_hex(4)}.new")
    with _told():
        beside.mkdir(mode=durable.OWNER_ONLY_FOLDER)
    try:
        yield beside, place
    except BaseException:
        if not beside.exists():  # it was moved there, and then the act could not be kept
            shutil.rmtree(place, ignore_errors=True)
        raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _prefix(place: Path) -> str:
    return f".{place.name}.fsdesk-"


def _refuse_taken(place: Path) -> None:
    try:
        taken = any(place.iterdir())
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise NotEmpty("There is already a file of that name.") from None
    except OSError as fault:
        raise files.NotWritable("This computer does not let you write there.") from fault
    if taken:
        raise NotEmpty


def _clear_leftovers(place: Path) -> None:
    """Remove what an export to this very place left behind when its process was killed: it is in the open."""
    with contextlib.suppress(OSError):
        for left in place.parent.iterdir():
            if left.name.startswith(_prefix(place)) and left.name.endswith(".new"):
                shutil.rmtree(left, ignore_errors=True)


def _into_place(beside: Path, place: Path) -> None:
    with _told():
        for folder in (*(one for one in beside.rglob("*") if one.is_dir()), beside):
            durable.sync_folder(folder)
        if place.exists():
            place.rmdir()  # it is empty; Windows moves nothing onto a folder
        beside.rename(place)
        durable.sync_folder(place.parent)


@contextmanager
def _told() -> Iterator[None]:
    """Turn what the disk says into a refusal."""
    try:
        yield
    except FileNotFoundError as fault:
        raise files.NotWritable("The folder around that place is not there.") from fault
    except PermissionError as fault:
        raise files.NotWritable("This computer does not let you write there.") from fault
    except OSError as fault:
        full = fault.errno in (28, 122)  # ENOSPC, EDQUOT
        raise files.NotWritable(
            "There is no room left for all of it." if full else "Not all of it could be written."
        ) from fault


class _Writing:
    """Writes the files of one export, one after the other, and notes what each holds."""

    def __init__(self, desk: Desk, folder: Path, progress: Progress) -> None:
        self._desk, self._folder, self._progress = desk, folder, progress
        self._digests: dict[str, str] = {}
        self._edits = 0

    def all(self, place: Path) -> Exported:
        """Write everything, the index last."""
        with self._desk.reading() as tx:
            titles = {one.id: one.title for one in kept.lines(tx)}
            wanted = sorted({*titles, *kept.to_fold(tx, FOLD_VERSION)})
        told = []
        for number, plan in enumerate(wanted):
            self._progress.step(number, len(wanted), "Writing the plans")
            told.append(self._plan(plan, titles.get(plan)))
        pictures = self._pictures()
        self._rest()
        self._put("export.json", self._index(told), is_index=True)
        return Exported(place, len(told), self._edits, pictures)

    def _plan(self, plan: str, title: str | None) -> dict[str, Any]:
        folder = f"plans/{plan}"
        with contextlib.suppress(standing.NoSuchPlan):  # only parts of it have come here so far
            self._write(f"{folder}/plan.json", plans.export(self._desk, plan))
        with self._desk.reading() as tx:
            found = edits.of_plan(tx, plan)
        self._edits += len(found)
        self._put(f"{folder}/history.json", plainly.edits(found))
        typed = [_draft(one) for one in drafts_.of_plan(self._desk, plan)]
        if typed:
            self._put(f"{folder}/drafts.json", typed)
        return {"id": plan, "title": title, "folder": folder, "edits": len(found)}

    def _pictures(self) -> int:
        with self._desk.reading() as tx:
            names = media.names(tx)
        for name in names:
            with self._desk.reading() as tx:
                held = media.get(tx, name) or b""
            self._write(f"pictures/{name}.{_ending(held)}", held)
        return len(names)

    def _rest(self) -> None:
        with self._desk.reading() as tx:
            self._put("acts.json", [_act(one) for one in acts.every(tx)])
            self._put("erased.json", [_erased(one) for one in erasing.every(tx)])
        self._write(_PAGE, resources.read_bytes("handbook", "plain-export.md"))

    def _index(self, told: list[dict[str, Any]]) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "made_at": _time(self._desk.now()),
            "by": self._desk.name,
            "plans": told,
            "files": dict(sorted(self._digests.items())),
        }

    def _put(self, name: str, held: Any, *, is_index: bool = False) -> None:
        data = msgspec.json.format(msgspec.json.encode(held), indent=1) + b"\n"
        self._write(name, data, noted=not is_index)

    def _write(self, name: str, data: bytes, *, noted: bool = True) -> None:
        path = self._folder / name
        with _told():
            for above in reversed([one for one in path.parents if not one.exists()]):
                above.mkdir(mode=durable.OWNER_ONLY_FOLDER)
            durable.write_new(path, data)
        if noted:
            self._digests[name] = hashlib.blake2b(data, digest_size=32).hexdigest()


def _ending(held: bytes) -> str:
    return next((ending for mark, ending in _ENDINGS.items() if held.startswith(mark)), "bin")


def _draft(one: drafts_.Draft) -> dict[str, Any]:
    place = one.place
    return {
        "collection": place.collection,
        "record": place.record,
        "field": place.field,
        "text": one.text,
        "when": _time(one.changed_at),
    }


def _act(one: Act) -> dict[str, Any]:
    return {
        "act": one.act,
        "plan": one.plan,
        "who": one.who,
        "when": _time(one.done_at),
        "detail": one.detail,
    }


def _erased(one: erasing.Erasure) -> dict[str, Any]:
    return {
        "plan": one.plan,
        "erased_at": _time(one.erased_at),
        "who": one.who,
        "why": one.why,
        "let_in_again": not one.holds,
    }


def _time(moment: int) -> str:
    return clock.as_time(moment).isoformat(timespec="milliseconds")
