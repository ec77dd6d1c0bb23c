"""What every fault begins with: a worker's and a lead's store of one team, and a package between them, made once."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import msgspec

from fsdesk.desk import backups, cards, files, opening, plans, recovery, sealing
from fsdesk.desk.desk import Desk
from fsdesk.plans import document
from fsdesk.plans.examples import a_plan
from tests.store.stores import CHEAP, PASSPHRASE

AFTER_BACKUP = "Possil"
"""What was written after the backup was made."""
PLAN = "plan"
"""The id of the one plan that is there from the beginning."""
OTHER_PASSPHRASE = "marble anchor thistle drum"


@dataclass(frozen=True)
class Rooms:
    """Master copies; a test works on a copy of its own."""

    worker: Path
    lead: Path
    package: Path
    """From the worker to the lead, not yet taken in there."""
    backed: Path
    """The worker's store with a recovery sheet, a backup, and one edit more than the backup holds."""
    sheet: Path

    @classmethod
    def at(cls, folder: Path) -> Rooms:
        """Where they lie under one folder."""
        names = ("worker", "lead", "package.fsdesk", "backed", "sheet.txt")
        return cls(*(folder / name for name in names))

    def copy(self, of: Path, to: Path) -> Path:
        """A store of a test's own."""
        shutil.copytree(of, to)
        return to


def made(folder: Path) -> Rooms:
    """The two stores, closed, and the package."""
    rooms = Rooms.at(folder)
    for place, name, role in ((rooms.worker, "Dan", "worker"), (rooms.lead, "Morag", "lead")):
        opening.create(place, name=name, role=role, passphrase=PASSPHRASE, derivation=CHEAP)
    with (
        opening.open_desk(rooms.worker, PASSPHRASE) as worker,
        opening.open_desk(rooms.lead, PASSPHRASE) as lead,
    ):
        to_lead = _introduced(folder, worker, lead)
        plans.import_document(worker, document.read_document(document.write(a_plan(id=PLAN))))
        sealing.seal(worker, [to_lead], rooms.package)
    _back_up(rooms)
    return rooms


def _back_up(rooms: Rooms) -> None:
    with opening.open_desk(rooms.copy(rooms.worker, rooms.backed), PASSPHRASE) as desk:
        recovery.write(desk, rooms.sheet)
        backups.make(desk)
        seen = plans.current(desk, PLAN)
        plans.save(desk, seen, msgspec.structs.replace(seen.plan, neighbourhood=AFTER_BACKUP))


def _introduced(folder: Path, worker: Desk, lead: Desk) -> cards.KnownPerson:
    """Let each accept the other's card."""
    files.write(folder / "lead.card", cards.own(lead)[1])
    to_lead = cards.accept(worker, folder / "lead.card", verified=True)
    files.write(folder / "worker.card", cards.own(worker)[1])
    cards.accept(lead, folder / "worker.card", verified=True)
    return to_lead
