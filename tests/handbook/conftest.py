"""A team of three laptops whose plans have gone from one to the next, made once for all pages."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from fsdesk.desk import cards, files, opening, plans, receipts, receiving, sealing
from fsdesk.desk.desk import Desk
from fsdesk.plans import document, samples
from tests.store.stores import CHEAP, PASSPHRASE


class Team(msgspec.Struct, frozen=True):
    """Dan's plans at Morag's, the lead's, and one of them passed on from her to Isla."""

    folder: Path
    to_morag: Path
    to_isla: Path
    receipt: Path

    def store(self, name: str) -> Path:
        """Somebody's store, closed."""
        return self.folder / name

    def card(self, name: str) -> Path:
        """Somebody's contact card."""
        return self.folder / f"{name}.card"


@pytest.fixture(scope="session")
def team(tmp_path_factory: pytest.TempPathFactory) -> Team:
    """Sample families at Dan's, one of which stays there; packages to Morag, and on to Isla; a receipt."""
    folder = tmp_path_factory.mktemp("team")
    made = Team(folder, folder / "to-morag", folder / "to-isla", folder / "receipt")
    for name, role in (("dan", "worker"), ("isla", "worker"), ("morag", "lead")):
        opening.create(made.store(name), name=name, role=role, passphrase=PASSPHRASE, derivation=CHEAP)
    dan, isla, morag = (opening.open_desk(made.store(name), PASSPHRASE) for name in ("dan", "isla", "morag"))
    with dan, isla, morag:
        _swap_cards(made, dan, isla, morag)
        _write(dan)
        sealing.seal(dan, [cards.recipient(dan, made.card("morag"))], made.to_morag)
        receiving.take(morag, made.to_morag)
        receipts.write(morag, [cards.recipient(morag, made.card("dan"))], made.receipt)
        chosen = [plans.listing(morag)[0].id]
        sealing.seal(morag, [cards.recipient(morag, made.card("isla"))], made.to_isla, chosen=chosen)
        receiving.take(isla, made.to_isla)
    return made


def _swap_cards(team: Team, dan: Desk, isla: Desk, morag: Desk) -> None:
    """Everybody accepts everybody's card; the workers join the lead's team before they give out theirs."""
    files.write(team.card("morag"), cards.own(morag)[1])
    for worker in (dan, isla):
        cards.accept(worker, team.card("morag"), verified=True)
        files.write(team.card(worker.name), cards.own(worker)[1])
        cards.accept(morag, team.card(worker.name), verified=True)
    cards.accept(dan, team.card("isla"), verified=True)
    cards.accept(isla, team.card("dan"), verified=True)


def _write(dan: Desk) -> None:
    for number, plan in enumerate(samples.load_all()):
        plans.import_document(dan, document.read_document(document.write(plan)))
        seen = plans.current(dan, plan.id)
        plans.save(
            dan, seen, msgspec.structs.replace(seen.plan, title=f"Plan {number}", stays_here=number == 1)
        )
