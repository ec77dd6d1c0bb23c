"""A real desk for a presenter of the settings, and the screen and thread it works with."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from fsdesk.desk import opening
from tests.store.stores import CHEAP, PASSPHRASE
from tests.ui.presenters.fakes import Desk, Screen

TODAY = date(2026, 3, 9)


class Room:
    """A worker's own desk, with nobody else in it."""

    def __init__(self, folder: Path) -> None:
        opening.create(folder, name="Dan Testwell", role="worker", passphrase=PASSPHRASE, derivation=CHEAP)
        self.folder = folder
        self.screen, self.thread = Screen(), Desk()
        self.desk: Any = opening.open_desk(folder, PASSPHRASE)

    def close(self) -> None:
        """The desk is closed."""
        self.desk.close()
