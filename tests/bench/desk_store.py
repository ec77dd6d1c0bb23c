"""Makes the store that the desk is measured over, in a process of its own, whose memory is not the window's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from fsdesk.desk import opening, plans
from fsdesk.plans import document, samples
from tests.bench import stores

_ROOT = Path(__file__).resolve().parents[2]
SAMPLE = "F1"
"""The family whose plan is opened: real sentences, six people, all sections."""


def made(home: Path, size: int) -> Path:
    """Return the folder of a store of so many synthetic families and one sample family, under this home."""
    place = home / "stores" / "north-west"
    place.parent.mkdir(parents=True)
    # The arguments are our own, and the interpreter is the one that runs this.
    subprocess.run(
        [sys.executable, "-m", "tests.bench.desk_store", str(place), str(size)], cwd=_ROOT, check=True
    )
    return place


def _make(place: Path, size: int) -> None:
    opening.create(place, name="Bench", role="worker", passphrase=stores.PASSPHRASE, derivation=stores.CHEAP)
    with opening.open_desk(place, stores.PASSPHRASE) as desk:
        stores.write(desk, range(size))
        plan = samples.load(SAMPLE)
        plans.import_document(desk, document.read_document(document.write(plan)))


if __name__ == "__main__":
    _make(Path(sys.argv[1]), int(sys.argv[2]))
