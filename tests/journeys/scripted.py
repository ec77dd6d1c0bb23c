"""The team's laptops as a script reaches them: commands, exit codes, JSON, nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from fsdesk.plans import document
from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan
from tests.cli.running import Program
from tests.desk.team import Laptop, Team
from tests.store.stores import PASSPHRASE

PLAN = "plan"


class Script:
    """The team's laptops as scripts reach them: by their store folders, with nothing but commands."""

    def __init__(self, team: Team, program: Program, folder: Path) -> None:
        self.team, self.program, self.folder = team, program, folder
        self._made = 0

    def __call__(self, laptop: Laptop, *words: str | Path, code: int = 0) -> Any:
        """Run one command at somebody's store, and give the JSON document that it prints."""
        self.team.close()
        return self.program.json(*words, "--store", laptop.folder, code=code)

    def refuses(self, laptop: Laptop, *words: str | Path) -> str:
        """Run one command at somebody's store that is not done."""
        self.team.close()
        return self.program.refuses(*words, "--store", laptop.folder)

    def document(self, laptop: Laptop, plan: str = PLAN) -> m.Plan:
        """A plan as its exported document says it."""
        return document.plan_of(document.read_document(self._exported(laptop, plan).read_bytes()))

    def _exported(self, laptop: Laptop, plan: str) -> Path:
        path = self.folder / "exported.json"
        self(laptop, "plan", "export", plan, "--to", path, "--force")
        return path

    def edits(self, laptop: Laptop, plan: str = PLAN, code: int = 0, **over: Any) -> Any:
        """Change fields of a plan by its document, which is how scripts edit."""
        path = self._exported(laptop, plan)
        made = document.read_document(path.read_bytes())
        wanted = msgspec.structs.replace(document.plan_of(made), **over)
        path.write_bytes(document.write(wanted, as_of=made.as_of))
        return self(laptop, "plan", "import", path, code=code)

    def begins(self, laptop: Laptop, plan: m.Plan) -> None:
        """Bring a plan in."""
        path = self.folder / "new.json"
        path.write_bytes(document.write(plan))
        self.team.close()
        self.program("plan", "import", path, "--store", laptop.folder)

    def seals(self, laptop: Laptop, *readers: Laptop, more: tuple[str, ...] = ()) -> Path:
        """Seal a package to others, and return it."""
        self._made += 1
        out = self.folder / f"package-{self._made}"
        to = [word for reader in readers for word in ("--to", reader.card)]
        self(laptop, "sync", "export", *to, "--out", out, *more)
        return out

    def takes(self, laptop: Laptop, package: Path, *more: str, code: int = 0) -> Any:
        """Take a package in."""
        return self(laptop, "sync", "import", package, *more, code=code)

    def sends(self, laptop: Laptop, reader: Laptop, code: int = 0) -> Any:
        """Seal a package, which its reader takes in."""
        return self.takes(reader, self.seals(laptop, reader), code=code)

    def confirms(self, laptop: Laptop, sender: Laptop) -> Any:
        """Write a receipt, which the sender takes in."""
        self._made += 1
        out = self.folder / f"receipt-{self._made}"
        self(laptop, "sync", "receipt", "--to", sender.card, "--out", out)
        return self.takes(sender, out)

    def swap(self, one: Laptop, two: Laptop, code: int = 0) -> None:
        """Each seals a package to the other before either takes one in."""
        packages = self.seals(one, two), self.seals(two, one)
        self.takes(two, packages[0], code=code)
        self.takes(one, packages[1], code=code)

    def stands(self, laptop: Laptop) -> Any:
        """All that commands tell of a store's plans: documents, histories, what differs."""
        listed = [one["id"] for one in self(laptop, "plan", "list")]
        held = [json.loads(self._exported(laptop, plan).read_text()) for plan in sorted(listed)]
        told = [self(laptop, "plan", "history", plan) for plan in sorted(listed)]
        self.team.close()
        differing = self.program("sync", "differing", "--store", laptop.folder, "--json").json
        return held, told, differing

    def same(self, one: Laptop, two: Laptop) -> None:
        """Both stores tell the same, and both are whole."""
        assert self.stands(one) == self.stands(two)
        for laptop in (one, two):
            assert self(laptop, "store", "verify")["whole"]


@pytest.fixture
def script(team: Team, capsys: pytest.CaptureFixture[str], monkeypatch, tmp_path: Path) -> Script:
    """Dan and Morag hold the same plan, and Dan knows that she does."""
    monkeypatch.setenv("FSDESK_PASSPHRASE", PASSPHRASE)
    made = Script(team, Program(capsys), tmp_path)
    made.begins(team.dan, a_plan())
    made.sends(team.dan, team.morag)
    made.confirms(team.morag, team.dan)
    return made


def pair(script: Script) -> tuple[Laptop, Laptop]:
    """Dan and Morag."""
    return script.team.dan, script.team.morag
