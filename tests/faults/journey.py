"""One process that does with planted words all that a worker and a lead do, faults included: `… PLACE`.

Everything it means to write goes to PLACE/home (as FSDESK_HOME) and PLACE/exports; what it is given lies in
PLACE/brought. In the middle, with stores open, it looks for planted words in every file it can have written.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import msgspec

from fsdesk import cli
from fsdesk.desk import cards, drafts, opening, plans, receiving, sealing
from fsdesk.plans.examples import a_strength
from tests.faults.canaries import STEM, holding
from tests.store.stores import CHEAP

PASSPHRASE = f"{STEM} passphrase one"


def go(place: Path) -> dict[str, object]:
    """Do all of it; return how each command ended, and which files held a planted word while stores were open."""
    exports, brought = place / "exports", place / "brought"
    stores = {role: place / "home" / "stores" / role for role in ("worker", "lead")}
    for role, folder in stores.items():
        opening.create(folder, name=f"{STEM}{role}", role=role, passphrase=PASSPHRASE, derivation=CHEAP)
    os.environ["FSDESK_PASSPHRASE"] = PASSPHRASE
    _swap_cards(stores, exports)
    ends = _commands(stores, exports, brought)
    seen = _at_the_desk(stores, exports, place)
    ends |= _after(stores, exports)
    return {"ends": ends, "seen": seen}


def _run(*words: object) -> int:
    return cli.run([str(word) for word in words])


def _swap_cards(stores: dict[str, Path], exports: Path) -> None:
    _run("card", "export", "--to", exports / "lead.card", "--store", stores["lead"])
    _run("card", "accept", exports / "lead.card", "--store", stores["worker"])
    _run("card", "export", "--to", exports / "worker.card", "--store", stores["worker"])
    _run("card", "accept", exports / "worker.card", "--store", stores["lead"])


def _commands(stores: dict[str, Path], exports: Path, brought: Path) -> dict[str, int]:
    """What a person asks of the command line, good and bad."""
    here = ("--store", stores["worker"])
    paper = ("print", "--format", "plan", *here)
    asked = {
        "import": ("plan", "import", brought / "whole.json", *here),
        "import to print": ("plan", "import", brought / "printed.json", *here),
        "import what is broken": ("plan", "import", brought / "broken.json", *here),
        "import what does not fit": ("plan", "import", brought / "wrong.json", *here),
        "import what is cut": ("plan", "import", brought / "cut.json", *here),
        "list": ("plan", "list", *here),
        "show": ("plan", "show", "plan", *here),
        "history": ("plan", "history", "plan", *here),
        "export": ("plan", "export", "plan", "--to", exports / "whole.json", *here),
        "check": ("check", *here),
        "wording": ("wording", brought / "lines.jsonl"),
        "print what is held": (
            *paper,
            "--plan",
            "plan",
            "--reader",
            "the-people",
            "--to",
            exports / "no.pdf",
        ),
        "print": (*paper, "--plan", "printed", "--to", exports / "printed.pdf"),
        "print for nobody": (*paper, "--plan", "plan", "--reader", STEM, "--to", exports / "no.pdf"),
        "a package that is none": ("sync", "import", brought / "whole.json", *here),
        "no such plan": ("plan", "show", STEM, *here),
        "a file that is not there": ("plan", "import", brought / "nothing.json", *here),
    }
    ends = {name: _run(*words) for name, words in asked.items()}
    os.environ["FSDESK_PASSPHRASE"] = f"{STEM} not the one"
    ends["a wrong passphrase"] = _run("plan", "list", *here)
    os.environ["FSDESK_PASSPHRASE"] = PASSPHRASE
    ends["a fault of ours"] = _with_a_fault("plan", "list", *here)
    return ends


def _with_a_fault(*words: object) -> int:
    """Run a command in which something breaks while it holds a family's words."""

    def broken(_: object) -> object:
        raise RuntimeError(f"while reading {STEM}")

    usual, plans.listing = plans.listing, broken  # type: ignore[assignment]
    try:
        return _run(*words)
    finally:
        plans.listing = usual


def _at_the_desk(stores: dict[str, Path], exports: Path, place: Path) -> list[str]:
    """Write, type, seal and take in, and look around while both stores are open."""
    with (
        opening.open_desk(stores["worker"], PASSPHRASE) as desk,
        opening.open_desk(stores["lead"], PASSPHRASE) as lead,
    ):
        now = plans.current(desk, "plan")
        more = a_strength(f"{STEM}more", whose=(), id="more")
        plans.save(desk, now, msgspec.structs.replace(now.plan, strengths=(*now.plan.strengths, more)))
        drafts.keep(
            desk, plan="plan", collection="steps", record="s", field="what", text=f"{STEM}typed", cursor=3
        )
        (to_lead,) = cards.accepted(desk)
        sealing.seal(desk, [to_lead], exports / "package.fsdesk")
        receiving.take(lead, exports / "package.fsdesk")
        return sorted(str(path) for path in holding([place / "home", place / "tmp", place / "cwd"]))


def _after(stores: dict[str, Path], exports: Path) -> dict[str, int]:
    here = ("--store", stores["lead"])
    asked = {
        "the same package again": ("sync", "import", exports / "package.fsdesk", *here),
        "differing": ("sync", "differing", *here),
        "receipt": ("sync", "receipt", "--to", exports / "worker.card", "--out", exports / "receipt", *here),
        "receipt taken": ("sync", "import", exports / "receipt", "--store", stores["worker"]),
        "state": ("sync", "state", "--store", stores["worker"]),
        "backup": ("store", "backup", "--store", stores["worker"]),
        "sheet": ("store", "recovery-sheet", "--to", exports / "sheet.txt", "--store", stores["worker"]),
        "verify": ("store", "verify", "--store", stores["worker"]),
        "info": ("store", "info", *here),
    }
    return {name: _run(*words) for name, words in asked.items()}


if __name__ == "__main__":
    print("\n" + json.dumps(go(Path(sys.argv[1]))))
