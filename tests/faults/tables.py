"""Deeds done again and again, each time to a fresh copy of a store and with another call harmed."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from fsdesk.desk import backups, drafts, opening, plain_export, plans
from fsdesk.plans.examples import a_plan
from fsdesk.store.refusals import TooNew, WrongPassphrase
from tests.faults import deeds, next_schema
from tests.faults.children import Child, Nursery
from tests.faults.rooms import AFTER_BACKUP, OTHER_PASSPHRASE, PLAN, Rooms
from tests.faults.traced import Call, Harm, Seen, watch
from tests.store.opened_files import contents_of
from tests.store.stores import CHEAP, NAME, PASSPHRASE

BEFORE, AFTER = "before", "after"
Item = TypeVar("Item")


class Deed(NamedTuple):
    """A deed of a child, the store it is done to, and how to see whether it was done."""

    name: str
    store: str
    stands: Callable[[Path], str]
    more: tuple[str, ...] = ()
    swaps: bool = False
    """Whether it ends by a swap that is not taken back when the disk stops answering only after that."""


def whole(folder: Path, passphrase: str = PASSPHRASE) -> opening.Desk:
    """The desk over a store that verifies."""
    desk = opening.open_desk(folder, passphrase)
    said = opening.verify(desk)["damage"]
    assert [] == [one for one in said if "was put right from its copy" not in one]
    return desk


def with_edit(folder: Path) -> str:
    """Whether the one edit is there."""
    with whole(folder) as desk:
        return AFTER if deeds.edits_in(plans.current(desk, PLAN)) else BEFORE


def with_draft(folder: Path) -> str:
    """Whether the draft is there, as it was typed."""
    with whole(folder) as desk:
        return AFTER if [1] == [deeds.number_typed(one.text) for one in drafts.every(desk)] else BEFORE


def with_package(folder: Path) -> str:
    """Whether the lead has the worker's plan."""
    with whole(folder) as desk:
        return AFTER if plans.listing(desk) else BEFORE


def with_document(folder: Path) -> str:
    """Whether the plan of the document is there beside the first."""
    with whole(folder) as desk:
        return AFTER if 2 == len(plans.listing(desk)) else BEFORE


def with_next_schema(folder: Path) -> str:
    """Whether the store is too new for today's program; where it is not, it is as it was."""
    try:
        whole(folder).close()
    except TooNew:
        with next_schema.next_schema():
            whole(folder).close()
        return AFTER
    return BEFORE


def with_other_passphrase(folder: Path) -> str:
    """Which of the two passphrases opens the store; one of them does."""
    try:
        whole(folder, OTHER_PASSPHRASE).close()
    except WrongPassphrase:
        whole(folder).close()
        return BEFORE
    return AFTER


def with_another_backup(folder: Path) -> str:
    """Whether there is a second backup; each that is there opens, whole, with all that it was made of."""
    with whole(folder):
        kept = backups.listed(folder)
    for one in kept:
        with whole(one.folder) as desk:
            assert [PLAN] == [line.id for line in plans.listing(desk)]
    return AFTER if len(kept) == 2 else BEFORE


def restored(folder: Path) -> str:
    """Whether what was written since the backup is gone from the store; then a backup keeps it."""
    with whole(folder) as desk:
        if AFTER_BACKUP == plans.current(desk, PLAN).plan.neighbourhood:
            return BEFORE
    with whole(backups.listed(folder)[0].folder) as desk:
        assert AFTER_BACKUP == plans.current(desk, PLAN).plan.neighbourhood
    return AFTER


def made(folder: Path) -> str:
    """Whether there is a store, whole; where there is none, the next one comes to be, and nothing else is left."""
    stands = AFTER if folder.exists() else BEFORE
    if stands == BEFORE:
        opening.create(folder, name=NAME, role="worker", passphrase=PASSPHRASE, derivation=CHEAP)
    whole(folder).close()
    assert [folder] == list(folder.parent.iterdir())
    return stands


def erased(folder: Path) -> str:
    """Whether the plan is gone, then down to the pages once the store was opened; where it is not, it is whole."""
    with whole(folder) as desk:
        if plans.listing(desk):
            assert a_plan(id=PLAN) == plans.current(desk, PLAN).plan
            return BEFORE
    held = contents_of(folder).lower()
    assert [] == [word for word in (b"ailsa", b"finn") if word in held]
    return AFTER


def exported(folder: Path) -> str:
    """Whether the export is there, whole; where it is not, the next one is, and nothing lies beside it."""
    out = folder.with_name("out")
    stands = AFTER if out.exists() else BEFORE
    if stands == BEFORE:
        with whole(folder) as desk:
            plain_export.write(desk, PASSPHRASE, out)
    for name, digest in json.loads((out / "export.json").read_bytes())["files"].items():
        assert digest == hashlib.blake2b((out / name).read_bytes(), digest_size=32).hexdigest()
    assert {folder, out} == set(folder.parent.iterdir())
    return stands


DEEDS = {
    deed.name: deed
    for deed in (
        Deed("save", "worker", with_edit),
        Deed("draft", "worker", with_draft),
        Deed("fold", "worker", with_edit),
        Deed("take", "lead", with_package, ("package",)),
        Deed("bring_in", "worker", with_document),
        Deed("migrate", "worker", with_next_schema),
        Deed("change_passphrase", "worker", with_other_passphrase),
        Deed("create", "", made),
        Deed("back_up", "backed", with_another_backup, swaps=True),
        Deed("restore", "backed", restored, swaps=True),
        Deed("change_lock", "backed", with_other_passphrase, swaps=True),
        Deed("recover", "backed", with_other_passphrase, ("sheet",)),
        Deed("erase", "worker", erased),
        Deed("export_plain", "worker", exported),
    )
}


class Table:
    """Where one deed is done."""

    def __init__(self, nursery: Nursery, rooms: Rooms, place: Path, deed: Deed) -> None:
        self._nursery, self._rooms, self.deed = nursery, rooms, deed
        self._place = place / "here"
        self._notes = place / "notes"

    def calls(self, *names: str) -> list[Call]:
        """The calls of these names when nothing goes wrong, up to the last word."""
        seen = watch(self._child(self._folder(), 1), self._notes, names=names)
        assert ["done", "end", "gone 0"] == seen.said
        return seen.calls[:-1]

    def harmed(self, harm: Harm, tries: int = 1) -> tuple[Seen, str]:
        """Do the deed with one call harmed; return what was seen, and how the store stands afterwards."""
        folder = self._folder()
        seen = watch(self._child(folder, tries), self._notes, harm)
        assert seen.hit(harm), (harm, seen.said)
        return seen, self.deed.stands(folder)

    def _folder(self) -> Path:
        """A folder as it is before the deed."""
        shutil.rmtree(self._place, ignore_errors=True)
        self._place.mkdir()
        where = self._place / "store"
        if self.deed.store:
            shutil.copytree(getattr(self._rooms, self.deed.store), where)
        return where

    def _child(self, folder: Path, tries: int) -> Child:
        more = [getattr(self._rooms, name) for name in self.deed.more]
        return self._nursery.child(self.deed.name, folder, tries, *more)


def each(calls: list[Call], most: int) -> list[tuple[str, int, Call]]:
    """So many of the calls, spread evenly from first to last, each with its number among those of its name."""
    counted = Counter[str]()
    numbered = []
    for call in calls:
        counted[call.name] += 1
        numbered.append((call.name, counted[call.name], call))
    return spread(numbered, most)


def spread(items: list[Item], most: int) -> list[Item]:
    """So many items, evenly from the first to the last."""
    places = {round(at * (len(items) - 1) / max(1, most - 1)) for at in range(most)}
    return [items[place] for place in sorted(places) if place < len(items)]
