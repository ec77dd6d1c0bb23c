"""One import in a process of its own, so that its memory is its own: `python -m tests.bench.taking STORE PACKAGE`."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from fsdesk.desk import opening, receiving
from tests.bench import stores
from tests.bench.measuring import peak_mib


class Taken(NamedTuple):
    """CPU seconds of an import, and the most memory that its process held, in MiB."""

    seconds: float
    peak_mib: float


def take(store: Path, package: Path) -> Taken:
    """Return what taking a package into a store costs, in a process of its own."""
    # The arguments are our own, and the interpreter is the one that runs this.
    done = subprocess.run(
        [sys.executable, "-m", __name__, str(store), str(package)], stdout=subprocess.PIPE, check=True
    )
    return Taken(*json.loads(done.stdout))


def _here(store: Path, package: Path) -> Taken:
    with opening.open_desk(store, stores.PASSPHRASE) as desk:
        started = time.process_time()
        receiving.take(desk, package)
        return Taken(time.process_time() - started, peak_mib())


if __name__ == "__main__":
    print(json.dumps(_here(Path(sys.argv[1]), Path(sys.argv[2]))))
