"""The main job on invented families, end to end: two stores, plans, checks, prints, a package, a receipt."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from fsdesk.desk import (
    cards,
    checking,
    files,
    opening,
    plans,
    prints,
    receipts,
    receiving,
    sealing,
    suggesting,
)
from fsdesk.desk.desk import Desk
from fsdesk.errors import Refused
from fsdesk.jobs import Progress, quiet
from fsdesk.plans import document, samples, synthetic
from fsdesk.plans.model.people import PrintFormat, Role
from fsdesk.plans.model.plan import Plan

_SEED = 2026


class NotEmpty(Refused):
    """The folder for the demo holds something already."""

    what = "That folder is not empty."
    what_next = "Nothing was changed. Name a folder that is empty or does not exist yet."


@dataclass
class Done:
    """What a demo made, and how long each step took in seconds."""

    folder: Path
    passphrase: str
    passphrase_was_given: bool
    today: date | None = None
    plans: int = 0
    findings: int = 0
    prints: list[Path] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    """Pages that were not printed, each with its reason: gates at work, and letters not set yet."""
    packages: list[Path] = field(default_factory=list)
    stores: list[Path] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Note how long a step takes."""
        started = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - started, 3)


def run(
    folder: Path,
    *,
    families: int = 6,
    passphrase: str | None = None,
    today: date | None = None,
    progress: Progress | None = None,
) -> Done:
    """Do the main job in an empty folder. Beyond six families, seeded synthetic ones are added for load.

    Raises NotEmpty; a gate's hold is an expected result and is told, never confirmed.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmpty
    done = Done(folder, passphrase or suggesting.passphrase(), bool(passphrase), today)
    for part in ("plans", "prints", "packages", "stores", "cards"):
        (folder / part).mkdir(parents=True)
    tell = progress or quiet()
    with done.step("stores"):
        worker, lead = _stores(done)
    with worker, lead:
        _work(done, worker, lead, families, tell)
    return done


def _stores(done: Done) -> tuple[Desk, Desk]:
    made = []
    for name, role in (("Dan", "worker"), ("Morag", "lead")):
        folder = done.folder / "stores" / role
        opening.create(folder, name=name, role=role, passphrase=done.passphrase)
        done.stores.append(folder)
        made.append(opening.open_desk(folder, done.passphrase))
    return made[0], made[1]


def _work(done: Done, worker: Desk, lead: Desk, families: int, tell: Progress) -> None:
    with done.step("cards"):
        to_lead, to_worker = _swap_cards(done, worker, lead)
    with done.step("plans"):
        held = _plans(done, worker, families, tell)
    with done.step("checks"):
        done.findings = sum(_checked(done, one, at, held, tell) for at, one in enumerate(held))
    with done.step("prints"):
        _prints(done, worker, tell)
    with done.step("seal"):
        package = done.folder / "packages" / "to-the-lead.fsdesk"
        sealing.seal(worker, [to_lead], package)
    with done.step("import"):
        receiving.take(lead, package, tell)
    with done.step("receipt"):
        receipt = done.folder / "packages" / "receipt-to-the-worker.fsdesk"
        receipts.write(lead, [to_worker], receipt)
        receiving.take(worker, receipt)
    done.packages += [package, receipt]


def _swap_cards(done: Done, worker: Desk, lead: Desk) -> tuple[cards.KnownPerson, cards.KnownPerson]:
    """Let each accept the other's card; the worker joins the lead's team."""
    folder = done.folder / "cards"
    files.write(folder / "lead.card", cards.own(lead)[1])
    to_lead = cards.accept(worker, folder / "lead.card", verified=True)
    files.write(folder / "worker.card", cards.own(worker)[1])
    return to_lead, cards.accept(lead, folder / "worker.card", verified=True)


def _plans(done: Done, worker: Desk, families: int, tell: Progress) -> list[Plan]:
    held = list(samples.load_all())[: max(families, 0)]
    for name, plan in zip(samples.CODES, held, strict=False):
        files.write(done.folder / "plans" / f"{name}.json", document.write(plan))
    held += [synthetic.family(number, _SEED) for number in range(len(held), families)]
    for at, plan in enumerate(held):
        tell.step(at, len(held), "Writing the plans down")
        plans.import_document(worker, document.read_document(document.write(plan)))
    done.plans = len(held)
    return held


def _checked(done: Done, plan: Plan, at: int, held: list[Plan], tell: Progress) -> int:
    from fsdesk.plans.checks import check

    tell.step(at, len(held), "Reading them against the principles")
    return sum(1 for one in check(plan, checking.day_of(plan, done.today)).findings if not one.answered)


def _prints(done: Done, worker: Desk, tell: Progress) -> None:
    """Print each sample family's plan for every adult in it, each child's page, every other document once."""
    asked = [one for plan in samples.load_all()[: done.plans] for one in _documents(plan)]
    for at, (plan, reader, document_) in enumerate(asked):
        tell.step(at, len(asked), "Printing for each reader")
        _print(done, worker, plan, reader, document_)


def _documents(plan: Plan) -> Iterator[tuple[Plan, str, PrintFormat]]:
    """Yield what a family would be given: for whom, and which document."""
    readers = [one for one in prints.readers(plan) if one.in_plan]
    adults = [one.id for one in readers if one.role is not Role.CHILD]
    yield from ((plan, reader, PrintFormat.PLAN) for reader in adults)
    others = (one for one in PrintFormat if one not in (PrintFormat.PLAN, PrintFormat.CHILD))
    yield from ((plan, reader, one) for one in others for reader in adults[:1])
    yield from ((plan, one.id, PrintFormat.CHILD) for one in readers if one.role is Role.CHILD)


def _print(done: Done, worker: Desk, plan: Plan, reader: str, document_: PrintFormat) -> None:
    worker.today_given = done.today or plan.sample_today
    try:
        made = prints.prepare(worker, plan.id, reader=reader, format=document_)
        path = done.folder / "prints" / f"{document_}-{plan.code}-{made.letter}.pdf"
        prints.keep(worker, made, path)
    except Refused as held:
        done.held.append(f"{plan.code}, {document_}: {held}")
        return
    finally:
        worker.today_given = None
    done.prints.append(path)


def as_json(done: Done) -> dict[str, Any]:
    """Return what a demo made under the keys that `fsdesk demo --json` promises."""
    return {
        "plans": done.plans,
        "findings": done.findings,
        "prints": [str(path) for path in done.prints],
        "packages": [str(path) for path in done.packages],
        "stores": [str(path) for path in done.stores],
        "seconds": done.seconds,
        "held": done.held,
        "passphrase": None if done.passphrase_was_given else done.passphrase,
    }
