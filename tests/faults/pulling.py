"""A process whose disk is pulled out while a store on it is open: `… STICK MOUNTED STORE`, on a disk of its own.

The store is opened where the stick is mounted; pulling takes that away, and what the stick holds is looked at after.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from fsdesk.desk import opening, plans
from fsdesk.desk.desk import Desk
from fsdesk.errors import Refused
from tests.faults import deeds
from tests.faults.rooms import OTHER_PASSPHRASE, PLAN
from tests.faults.tables import whole
from tests.store.stores import CHEAP, PASSPHRASE


def pulled(stick: Path, mounted: Path, master: Path) -> dict[str, object]:
    """Write, pull the stick, go on trying; return what was said meanwhile and what the stick holds at the end."""
    shutil.copytree(master, stick / "store")
    desk = opening.open_desk(mounted / "store", PASSPHRASE)
    now = plans.save(desk, plans.current(desk, PLAN), deeds.with_one_more(plans.current(desk, PLAN), 1))
    deeds.type_in(desk, deeds.FIELDS[0], 1)
    subprocess.run(["umount", "--lazy", str(mounted)], check=True)
    said = {name: _refusal(act) for name, act in _deeds(desk, now).items()}
    desk.close()
    left = sorted(str(path.relative_to(mounted)) for path in mounted.rglob("*"))
    with whole(stick / "store") as again:
        kept = [deeds.edits_in(plans.current(again, PLAN)), len(deeds.drafts.every(again))]
    return {"said": said, "left": left, "kept": kept}


def _deeds(desk: Desk, now: plans.Current) -> dict[str, Callable[[], object]]:
    wanted = deeds.with_one_more(now, 2)
    return {
        "save": lambda: plans.save(desk, now, wanted),
        "draft": lambda: deeds.type_in(desk, deeds.FIELDS[1], 2),
        "passphrase": lambda: desk.store.change_passphrase(OTHER_PASSPHRASE, CHEAP),
    }


def _refusal(act: Callable[[], object]) -> str:
    try:
        act()
    except Refused as refusal:
        return str(refusal)
    return "done"


if __name__ == "__main__":
    print(json.dumps(pulled(*map(Path, sys.argv[1:]))))
