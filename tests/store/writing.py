"""A process that writes edits and drafts and acknowledges each on its output, until it is killed: `… FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from fsdesk.store import drafts, edits
from fsdesk.store.drafts import Draft, DraftPlace
from fsdesk.store.store import Store
from tests.store.stores import PASSPHRASE, a_pen
from tests.store.written import PLAN

PLACE = DraftPlace(PLAN, "steps", "s1", "what", "morag")


def write(folder: Path) -> None:
    """Write one edit and one draft after the other; a line on the output means that both are kept."""
    store = Store.open(folder, PASSPHRASE)
    pen = a_pen(store)
    with store.reading() as tx:
        pen.seq, pen.link = edits.last(tx, pen.device)
    while True:
        made = pen.writes(f"number {pen.seq + 1} " + "words " * (pen.seq % 300))
        with store.transaction() as tx:
            edits.append(tx, made)
            drafts.keep(tx, Draft(place=PLACE, text=f"typing {pen.seq}", changed_at=pen.seq))
        print(pen.seq, flush=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
