"""Every document for a hundred plans of a store, one after the other, and the most memory that takes."""

from __future__ import annotations

from fsdesk.desk import opening, plans, print_all
from fsdesk.desk.desk import Desk
from fsdesk.plans import document, synthetic
from tests.bench import stores
from tests.bench.measuring import Row, best, row
from tests.bench.printing import bare, sheet

SIZE = 100
_SEED = 7


def measure() -> list[Row]:
    """Return one row; its floor is as many bare platypus documents of one family's plan, held nowhere."""
    with stores.folder() as place:
        opening.create(
            place / "store",
            name="Bench",
            role="worker",
            passphrase=stores.PASSPHRASE,
            derivation=stores.CHEAP,
        )
        with opening.open_desk(place / "store", stores.PASSPHRASE) as desk:
            _fill(desk)
            done = 0

            def work() -> None:
                nonlocal done
                done = len(print_all.every(desk, place / "out").written)

            seconds = best(work, 1)
        made = sheet()
        bare(made)
        return [row("print-every-document", SIZE, seconds, best(lambda: bare(made)) * done)]


def _fill(desk: Desk) -> None:
    for number in range(SIZE):
        plans.import_document(desk, document.read_document(document.write(synthetic.family(number, _SEED))))
