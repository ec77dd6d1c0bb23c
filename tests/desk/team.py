"""A team of invented people with real laptops: encrypted stores made once, and copied for each test that asks."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import select

from fsdesk.desk import cards, files, opening, plans, receipts, receiving, sealing
from fsdesk.desk.desk import Desk
from fsdesk.desk.found import Found
from fsdesk.plans import document, samples
from fsdesk.plans.merge import Current
from fsdesk.plans.model import Plan
from fsdesk.store import packages, schema
from tests.store.stores import CHEAP, PASSPHRASE

DAN, ISLA, MORAG = "dan", "isla", "morag"
"""Two workers and the lead of their team."""
_ROLES = {DAN: "worker", ISLA: "worker", MORAG: "lead"}
OF_FIVE = (*_ROLES.items(), ("mairi", "worker"), ("omar", "lead"))
"""A team of five with two leads; any first two or more of them are a team, too."""


@dataclass
class Laptop:
    """One person's laptop: the folder of its store, opened when it is first asked for."""

    folder: Path
    open: list[Desk] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Whose laptop it is."""
        return self.folder.name

    @property
    def desk(self) -> Desk:
        """The desk over its store, open."""
        if not self.open:
            self.open.append(opening.open_desk(self.folder, PASSPHRASE))
        return self.open[0]

    @property
    def card(self) -> Path:
        """The file of its contact card."""
        return self.folder.with_suffix(".card")

    @property
    def device(self) -> str:
        """The laptop's id."""
        return self.desk.device

    def close(self) -> None:
        """Close the store, so that another process or another desk can open it."""
        while self.open:
            self.open.pop().close()

    def begin(self, plan: Plan) -> Current:
        """Bring a plan in."""
        plans.import_document(self.desk, document.read_document(document.write(plan)))
        return self.current(plan.id)

    def current(self, plan: str) -> Current:
        """A plan as it stands here."""
        return plans.current(self.desk, plan)

    def plan(self, plan: str) -> Plan:
        """A plan as it reads here."""
        return self.current(plan).plan

    def write(self, plan: str, **over: Any) -> Current:
        """Write fields of a plan, as one edit."""
        seen = self.current(plan)
        return plans.save(self.desk, seen, msgspec.structs.replace(seen.plan, **over))

    def to(self, reader: Laptop) -> cards.KnownPerson:
        """Another laptop as this one knows it by its card."""
        return cards.recipient(self.desk, reader.card)

    def seals(self, out: Path, *readers: Laptop, **how: Any) -> sealing.Made:
        """Seal a package to others."""
        return sealing.seal(self.desk, [self.to(reader) for reader in readers], out, force=True, **how)

    def takes(self, package: Path) -> Found:
        """Take a package or a receipt in."""
        return receiving.take(self.desk, package)

    def sends(self, *readers: Laptop, **how: Any) -> list[Found]:
        """Seal a package to others, who all take it in."""
        package = self.folder.with_suffix(".package")
        self.seals(package, *readers, **how)
        return [reader.takes(package) for reader in readers]

    def confirms(self, sender: Laptop) -> Found:
        """Write a receipt to a sender, who takes it in."""
        receipt = self.folder.with_suffix(".receipt")
        receipts.write(self.desk, [self.to(sender)], receipt, force=True)
        return sender.takes(receipt)

    def is_received_by(self, reader: Laptop) -> None:
        """Hold receipts of a reader for everything that was sealed so far, as if it had all arrived."""
        with self.desk.transaction() as tx:
            for made in packages.made_by(tx, self.device):
                packages.note_receipt(
                    tx, packages.Receipt(package=made.digest, device=reader.device, body=b"", seen_at=1)
                )

    def seals_one_by_one(self, reader: Laptop, plan: str, count: int) -> list[Path]:
        """Write to a plan and seal, again and again, each package with that one edit alone."""
        made = []
        for number in range(count):
            self.write(plan, title=f"Title {number}")
            made.append(self.folder.with_suffix(f".{number}"))
            self.seals(made[-1], reader)
            self.is_received_by(reader)
        return made


@dataclass
class Team:
    """The laptops of one team."""

    laptops: dict[str, Laptop]

    def __getattr__(self, name: str) -> Laptop:
        try:
            return self.laptops[name]
        except KeyError:
            raise AttributeError(name) from None

    def close(self) -> None:
        """Close every store that is open."""
        for laptop in self.laptops.values():
            laptop.close()


def rows(laptop: Laptop) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of a laptop's store."""
    with laptop.desk.reading() as tx:
        return {
            table.name: sorted((tuple(row) for row in tx.execute(select(table))), key=repr)
            for table in schema.metadata.sorted_tables
        }


def a_laptop(folder: Path, *, role: str = "worker", name: str = "") -> Laptop:
    """A new laptop of its own, in no team unless it is a lead's."""
    opening.create(
        folder, name=name or folder.name.title(), role=role, passphrase=PASSPHRASE, derivation=CHEAP
    )
    laptop = Laptop(folder)
    files.write(laptop.card, cards.own(laptop.desk)[1], force=True)
    return laptop


@cache
def _masters(base: Path, roles: tuple[tuple[str, str], ...] = tuple(_ROLES.items())) -> tuple[Path, ...]:
    """Make the team's stores once: all cards accepted, everybody in the team of its lead."""
    shutil.rmtree(base, ignore_errors=True)  # what an interrupted making left
    base.mkdir()
    made = {name: a_laptop(base / name, role=role) for name, role in roles}
    _join(made)
    _know_each_other(list(made.values()))
    for laptop in made.values():
        laptop.close()
    return tuple(path for laptop in made.values() for path in (laptop.folder, laptop.card))


def _join(made: dict[str, Laptop]) -> None:
    """Let everybody join the team of its lead; a second lead is told of it as a new store is."""
    for name, own in made.items():
        if name == MORAG:
            continue
        if own.desk.is_lead:
            with own.desk.transaction() as tx:
                tx.exec_driver_sql("UPDATE this_store SET team = ?", (made[MORAG].desk.team,))
            own.desk.read_facts_again()
        else:
            cards.accept(own.desk, made[MORAG].card, verified=True)
        files.write(own.card, cards.own(own.desk)[1], force=True)


def _know_each_other(laptops: Sequence[Laptop]) -> None:
    for own in laptops:
        for other in laptops:
            if other is not own:
                cards.accept(own.desk, other.card, verified=True)


@cache
def _with_families(base: Path, masters: Path) -> Path:
    """Copy Dan's store once, and bring the six sample families into it."""
    base.mkdir()
    shutil.copytree(masters / DAN, base / DAN)
    laptop = Laptop(base / DAN)
    for plan in samples.load_all():
        laptop.begin(plan)
    laptop.close()
    return laptop.folder


def a_team_of(base: Path, folder: Path, roles: tuple[tuple[str, str], ...]) -> Team:
    """A copy of a team of such people in a folder; `base` keeps the stores that are copied from."""
    for made in _masters(base / f"team-of-{len(roles)}", roles):
        copy = shutil.copytree if made.is_dir() else shutil.copy
        copy(made, folder / made.name)
    return Team({name: Laptop(folder / name) for name, _ in roles})


def a_team(base: Path, folder: Path, *, families: bool = False) -> Team:
    """A copy of the team in a folder; `base` keeps the stores that are copied from.

    With `families` the six sample families are in Dan's store.
    """
    for made in _masters(base / "team"):
        copy = shutil.copytree if made.is_dir() else shutil.copy
        copy(made, folder / made.name)
    if families:
        shutil.rmtree(folder / DAN)
        shutil.copytree(_with_families(base / "families", base / "team"), folder / DAN)
    return Team({name: Laptop(folder / name) for name in _ROLES})
